import shutil
import sqlite3
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from papers import TREATY, VIEW, VISIT, reading, refused

from qatynas.reading.reading import Reading
from qatynas.record.outcome import Outcome
from qatynas.record.store import Record

TEXTS = (TREATY, VISIT, VIEW, f"{TREATY} {VIEW}", f"{VISIT} {TREATY} {VIEW}")


def paper(name: str, text: str | None) -> Reading:
    return reading(name, text) if text else refused(name)


# A document may be a copy of another one, and may be refused.
PAPERS = st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from((*TEXTS, None)), min_size=1).map(
    lambda papers: [paper(f"{name}.txt", text) for name, text in papers.items()]
)


def seen(papers: list[Reading], blank: Path) -> object:
    """What a record shows of papers that are added in this order; the time is left out."""
    with tempfile.TemporaryDirectory() as folder, Record.open(shutil.copy(blank, folder)) as record:
        for one in papers:
            record.add(one)
        documents = [(d.id, d.state, d.copy_of, d.facts, d.edition) for d in record.documents()]
        return list(record.facts()), record.relations(), record.counts(), documents, record.check()


def dump(where: Path) -> list[str]:
    connection = sqlite3.connect(where)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


@settings(max_examples=7, deadline=None)
@given(orders=PAPERS.flatmap(lambda papers: st.tuples(st.just(papers), st.permutations(papers))))
def test_the_order_in_which_documents_come_changes_nothing_that_is_seen(
    blank: Path, orders: tuple[list[Reading], list[Reading]]
):
    assert seen(orders[0], blank) == seen(orders[1], blank)


@settings(max_examples=7, deadline=None)
@given(papers=PAPERS)
def test_adding_everything_twice_leaves_the_database_as_it_was(blank: Path, papers: list[Reading]):
    with tempfile.TemporaryDirectory() as folder:
        where = Path(shutil.copy(blank, folder))
        with Record.open(where) as record:
            for one in papers:
                record.add(one)
            before = dump(where)
            again = {record.add(one) for one in papers}
            assert dump(where) == before
    assert again <= {Outcome.same, Outcome.refused}
