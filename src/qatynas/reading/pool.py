"""Reading with several processes: order kept, memory bounded."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from qatynas.documents.document import Document
from qatynas.reading.reader import read_document
from qatynas.reading.reading import Reading

_AHEAD = 4  # documents a worker may be ahead of whoever takes the readings


def read_parallel(documents: Iterable[Document], workers: int) -> Iterator[Reading]:
    """Readings in the order of `documents`, by `workers` processes."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Reading]] = deque()
        for document in documents:
            waiting.append(pool.submit(read_document, document))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
