"""How long reading takes, for tests that it grows with the text and no faster."""

import time
from collections.abc import Callable


def fastest(read: Callable[[str], object], text: str) -> float:
    """Seconds of the fastest of three readings."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        read(text)
        times.append(time.perf_counter() - began)
    return min(times)
