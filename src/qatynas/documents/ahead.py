"""Opening files ahead of whoever reads them: a file that a child takes apart needs nothing of us meanwhile."""

import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from qatynas.documents.document import Document
from qatynas.documents.opening import Stored, open_path

_AHEAD = 2  # files that a thread may be ahead


def open_many(files: Iterable[Path], threads: int = 1, stored: Stored | None = None) -> Generator[Document, None, None]:
    """Documents of files as `open_path` gives them, in the order of the files, opened by `threads` at once.

    Of a file that holds many documents only the first is opened ahead. Who stops early calls `stop`, or the threads go
    on to the end of their files.
    """
    pool = ThreadPoolExecutor(threads)
    waiting: deque[Future[_Begun]] = deque()
    try:
        for file in files:
            waiting.append(pool.submit(_Begun, file, stored))
            if len(waiting) > threads * _AHEAD:
                yield from waiting.popleft().result().documents()
        while waiting:
            yield from waiting.popleft().result().documents()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def stop() -> None:
    """End the processes that open files, whatever they are at."""
    for name in ("extraction", "program"):
        if (module := sys.modules.get(f"qatynas.documents.{name}")) is not None:
            module.stop()


class _Begun:
    """A file whose first document is open."""

    def __init__(self, file: Path, stored: Stored | None) -> None:
        self._others = open_path(file, stored)
        self._first = next(self._others, None)

    def documents(self) -> Iterator[Document]:
        if self._first is not None:
            yield self._first
        yield from self._others
