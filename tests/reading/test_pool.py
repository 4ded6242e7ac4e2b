"""Reading with several processes gives what reading with one gives, in the same order."""

from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from qatynas.documents.document import Document
from qatynas.errors import QatynasError
from qatynas.reading.pool import read_parallel
from qatynas.reading.reader import read_many

TEXTS = (
    "Канада Молдоваға 20 миллион доллар бөлді.",
    "1995 жылы Қазақстан мен Иран достық туралы шартқа қол қойды [4].",
    "Польша Президенті бүгін Қазақстанға келді.",
    "Ауа райы жылы болды.",
)


def documents(count: int = 12) -> Iterator[Document]:
    for k in range(count):
        text = TEXTS[k % len(TEXTS)]
        yield Document(id=str(k), name=str(k), original=text, language="kk", date="2018-05-04")


def test_two_workers_read_what_one_reads_in_the_same_order():
    one, two = list(read_many(documents())), list(read_many(documents(), workers=2))
    assert [reading.document.id for reading in two] == [str(k) for k in range(12)]
    assert [(r.facts, r.mentions, r.data, r.version) for r in one] == [
        (r.facts, r.mentions, r.data, r.version) for r in two
    ]


def test_no_documents_give_no_readings():
    assert list(read_parallel(iter(()), 2)) == []


def test_workers_run_ahead_only_a_little():
    taken: list[str] = []

    def watched() -> Iterator[Document]:
        for document in documents(20):
            taken.append(document.id)
            yield document

    readings = read_parallel(watched(), 1)
    assert next(readings).document.id == "0"
    assert len(taken) < 20
    readings.close()  # type: ignore[attr-defined]


def test_a_killed_process_is_told_in_one_line():
    readings = read_parallel(documents(20), 1)
    next(readings)
    for process in active_children():
        process.kill()
    with pytest.raises(QatynasError, match="was killed") as told:
        list(readings)
    assert "\n" not in str(told.value)


def test_whoever_stops_taking_readings_stops_the_processes():
    readings = read_parallel(documents(20), 2)
    next(readings)
    readings.close()  # type: ignore[attr-defined]
    assert active_children() == []


@pytest.mark.parametrize("workers", [0, 1])
def test_one_worker_or_none_reads_here(workers: int):
    assert [reading.document.id for reading in read_many(documents(2), workers=workers)] == ["0", "1"]
