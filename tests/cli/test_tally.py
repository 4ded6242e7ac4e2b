from collections.abc import Callable
from pathlib import Path
from typing import Any

from qatynas.cli.tally import TOLD, Tally
from qatynas.record.outcome import Outcome
from qatynas.record.store import Record

Call = Callable[..., Any]


def test_every_outcome_has_its_words():
    assert set(TOLD) == {outcome.value for outcome in Outcome}


def test_what_the_record_took_is_counted_apart_from_what_was_refused(made: Call):
    tally = Tally()
    for outcome in (Outcome.new, Outcome.same, Outcome.same, Outcome.edition, Outcome.reread):
        tally.add(made(), outcome)
    tally.add(made(state="refused", reason="empty: nothing in it"), Outcome.refused)
    assert (tally.kept, tally.refused) == (5, 1)
    assert str(tally) == "1 new, 2 unchanged, 1 new edition, 1 read anew, 0 partly, 1 refused"
    assert tally.counts() == {"new": 1, "same": 2, "edition": 1, "reread": 1, "refused": 1, "partly": 0}
    assert list(tally.complaints()) == ["/texts/border.txt: refused: empty: nothing in it"]


def test_a_part_that_was_not_read_is_told_and_counted(made: Call):
    tally = Tally()
    tally.add(made(state="partly", reason="size: only the first half"), Outcome.new)
    assert tally.counts()["partly"] == 1
    assert tally.kept == 1
    assert list(tally.complaints()) == ["/texts/border.txt: partly: size: only the first half"]


def test_equal_warnings_are_told_once(made: Call):
    tally = Tally()
    for number in range(3):
        tally.add(made(f"/t/{number}", warnings=("bytes replaced",)), Outcome.new)
    tally.add(made("/t/x", warnings=("other",)), Outcome.new)
    assert list(tally.complaints()) == ["/t/0 and 2 more: warning: bytes replaced", "/t/x: warning: other"]


def test_a_document_that_is_held_counts_as_unchanged_with_what_is_to_be_told_of_it(made: Call, tmp_path: Path):
    tally = Tally()
    with Record.open(tmp_path / "qatynas.db") as record:
        record.add(made(state="partly", reason="size: only the first half", warnings=("bytes replaced",)))
        tally.hold(record.document("border.txt"))
    assert tally.counts() == {"new": 0, "same": 1, "edition": 0, "reread": 0, "refused": 0, "partly": 1}
    assert list(tally.complaints()) == [
        "/texts/border.txt: partly: size: only the first half",
        "/texts/border.txt: warning: bytes replaced",
    ]
