"""Reading with several processes: order kept, memory bounded."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal

from qatynas.documents.document import Document
from qatynas.reading.reader import read_safely
from qatynas.reading.reading import Reading

_AHEAD = 4  # documents a worker may be ahead of whoever takes the readings


def read_parallel(documents: Iterable[Document], workers: int) -> Iterator[Reading]:
    """Readings in the order of `documents`, by `workers` processes."""
    # Ctrl-C in a terminal reaches every process of the group: only the parent may answer it.
    pool_of = ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=signal, initargs=(SIGINT, SIG_IGN)
    )
    with pool_of as pool:
        waiting: deque[Future[Reading]] = deque()
        for document in documents:
            waiting.append(pool.submit(read_safely, document))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
