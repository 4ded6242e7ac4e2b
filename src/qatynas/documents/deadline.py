"""When an extractor should come to an end with what it has.

The parent kills a child that takes longer than the setting `parse_seconds`, and then nothing of the file is left.
An extractor that goes page by page asks `passed` between them, and gives the pages so far as `partly` read.
"""

from time import monotonic

from qatynas.settings import limit

SOFT = 0.75  # share of the time after which no page is begun: the last one begun, and the answer, need the rest

_end: float | None = None


def begin() -> None:
    """Count from now; the child does so when a file comes."""
    global _end
    _end = monotonic() + SOFT * limit("parse_seconds")


def end() -> float:
    """The moment (of `time.monotonic`) to stop; where nobody counts, as if it began now."""
    return monotonic() + SOFT * limit("parse_seconds") if _end is None else _end


def passed() -> bool:
    """Whether it is time to stop."""
    return monotonic() > end()


def told(done: int, of: int, what: str = "pages") -> str:
    """Why a document is only partly read: `timeout: 20 of 400 pages were read within 90 seconds`."""
    return f"timeout: {done:,} of {of:,} {what} were read within {SOFT * limit('parse_seconds'):g} seconds"
