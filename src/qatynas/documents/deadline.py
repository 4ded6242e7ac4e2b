"""When an extractor should come to an end with what it has.

The parent kills a child that takes longer than the setting `parse_seconds`, and then nothing of the file is left.
An extractor that goes page by page heeds `latest`, and gives the pages so far as `partly` read.
"""

from time import monotonic

from qatynas.settings import limit

SOFT = 0.75  # share of the time after which nothing is begun: what was begun, and the answer, need the rest

_latest: float | None = None


def begin() -> None:
    """Count from now; the child does so when a file comes."""
    global _latest
    _latest = monotonic() + SOFT * limit("parse_seconds")


def latest() -> float:
    """The moment (of `time.monotonic`) to stop; where nobody counts, as if it began now."""
    return monotonic() + SOFT * limit("parse_seconds") if _latest is None else _latest
