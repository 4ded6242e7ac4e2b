"""How long reading takes, for tests that it grows with the text and no faster."""

import time
from collections.abc import Callable


def fastest(read: Callable[[str], object], text: str) -> float:
    """Processor seconds of the fastest of three readings: other processes do not count."""
    times = []
    for _ in range(3):
        began = time.process_time()
        read(text)
        times.append(time.process_time() - began)
    return min(times)
