"""Reading with several processes: order kept, memory bounded."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal

from qatynas.documents.document import Document
from qatynas.errors import QatynasError
from qatynas.ontology.lexicon import Lexicon, choose
from qatynas.reading.reader import read_safely
from qatynas.reading.reading import Reading

_AHEAD = 4  # documents a worker may be ahead of whoever takes the readings


def read_parallel(
    documents: Iterable[Document], workers: int, lexicon: Lexicon | None = None, mentions: bool = True
) -> Iterator[Reading]:
    """Readings in the order of `documents`, by `workers` processes that all read with the same `lexicon`.

    Raises `QatynasError` where one of them was killed, as a machine without memory does. Whoever stops taking
    readings stops the processes too.
    """
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(lexicon,))
    try:
        yield from _in_order(pool, documents, workers * _AHEAD, mentions)
    except BrokenProcessPool:
        raise QatynasError(
            "a process that reads was killed, perhaps for want of memory: what is stored stays; "
            "run the same command again with fewer workers"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(lexicon: Lexicon | None) -> None:
    # Ctrl-C in a terminal reaches every process of the group: only the parent may answer it.
    signal(SIGINT, SIG_IGN)
    choose(lexicon)


def _in_order(pool: ProcessPoolExecutor, documents: Iterable[Document], most: int, mentions: bool) -> Iterator[Reading]:
    waiting: deque[Future[Reading]] = deque()
    for document in documents:
        waiting.append(pool.submit(read_safely, document, mentions))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
