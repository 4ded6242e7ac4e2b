"""The reading of examples/ is the stored one: a change of a rule shows here all that it does."""

from pathlib import Path

from qatynas.cli.differences import lines
from qatynas.facts.changes import changes
from qatynas.facts.identity import order
from qatynas.facts.json import decode
from qatynas.reading.reader import read_many

HERE = Path(__file__).resolve().parent
EXAMPLES = sorted((HERE.parents[1] / "examples").glob("kazakhstan-*"))


def test_the_examples_are_read_as_they_were():
    stored = [decode(line) for line in (HERE / "examples.jsonl").read_bytes().splitlines()]
    told = [fact for reading in read_many(EXAMPLES, mentions=False) for fact in reading.facts]
    found = changes(stored, told)
    assert not found, "\n".join([*lines(found), "where this is right: make reading"])
    assert stored == sorted(told, key=order)
