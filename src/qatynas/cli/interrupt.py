"""Ctrl-C that waits until what must be whole is whole."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = 128 + 2  # SIGINT, as shells report it


@contextmanager
def held() -> Iterator[None]:
    """Hold Ctrl-C back; raise `KeyboardInterrupt` behind the block where it came inside."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal came
        came = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt
