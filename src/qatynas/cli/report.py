"""The report of a run of `qatynas read`: what became of every document, as JSON, as a table or as text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from qatynas.cli.ledger import Entry
from qatynas.cli.screen import visible
from qatynas.cli.tally import Tally
from qatynas.errors import QatynasError

COLUMNS = ("document", "outcome", "state", "reason", "warnings", "facts", "copy_of")


def expect_place(path: Path) -> None:
    """Raise `QatynasError` where no report can be written, before hours are spent on what it would tell."""
    if path.is_dir():
        raise QatynasError(f"{path}: a folder, not a file to write the report to")
    if not path.resolve().parent.is_dir():
        raise QatynasError(f"{path}: there is no such folder to write the report to")


def write(path: Path, tally: Tally, record: str, *, finished: bool) -> None:
    """Write the report, whole or not at all; the end of the name tells the form (`.json`, `.csv`, else text).

    `finished` is false where the run was stopped. Raises `QatynasError` where it cannot be written.
    """
    from qatynas.export import file

    forms = {".json": _json, ".csv": _table}
    pieces = forms.get(path.suffix.lower(), _text)(tally, record, finished)
    file.write(path, (piece.encode("utf-8", "replace") for piece in pieces))


def _reasons(entries: Iterable[Entry]) -> dict[str, int]:
    """How many were refused for which first word of a reason, the commonest first."""
    words = Counter((entry.reason or "").partition(":")[0] for entry in entries)
    return dict(sorted(words.items(), key=lambda item: (-item[1], item[0])))


def _json(tally: Tally, record: str, finished: bool) -> Iterator[str]:
    ledger = tally.ledger
    head: dict[str, Any] = {
        "record": record,
        "finished": finished,
        "documents": ledger.documents,
        **tally.counts(),
        "facts": ledger.facts,
        "reasons": _reasons(ledger.entries("refused")),
    }
    yield _encoded(head)[:-1] + ',"each":['
    for number, entry in enumerate(ledger.entries()):
        told = dict(zip(COLUMNS, _cells(entry), strict=True))
        yield (",\n" if number else "\n") + _encoded(told)
    yield "\n]}\n"


def _cells(entry: Entry) -> tuple[Any, ...]:
    return entry.id, entry.outcome, entry.state, entry.reason, entry.warnings, entry.facts, entry.copy_of


def _encoded(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _table(tally: Tally, record: str, finished: bool) -> Iterator[str]:
    from qatynas.export.csv import BOM, JOINER, line

    yield BOM + line(COLUMNS, ",")
    for entry in tally.ledger.entries():
        id, outcome, state, reason, warnings, facts, copy_of = _cells(entry)
        yield line((id, outcome, state, reason or "", JOINER.join(warnings), str(facts), copy_of or ""), ",")


def _text(tally: Tally, record: str, finished: bool) -> Iterator[str]:
    ledger = tally.ledger
    stopped = "" if finished else ", stopped before the end"
    yield f"{ledger.documents:,} documents, {ledger.facts:,} facts{stopped}\nrecord: {visible(record)}\n{tally}\n"
    reasons = ", ".join(f"{count} {word}" for word, count in _reasons(ledger.entries("refused")).items())
    for heading, lines in (
        (f"Refused ({reasons})", _told("refused", tally)),
        ("Partly read", _told("partly", tally)),
        ("Warnings", (f"{text}: {first}{_more(others - 1)}" for text, first, others in ledger.warnings())),
        ("Copies", (f"{each.id}: the text of {each.copy_of}" for each in ledger.entries() if each.copy_of)),
        ("Read", (f"{each.id}: {each.facts} facts ({each.outcome})" for each in ledger.entries("read"))),
    ):
        for number, told in enumerate(lines):
            yield (f"\n{heading}\n" if number == 0 else "") + f"  {visible(told)}\n"


def _told(state: str, tally: Tally) -> Iterator[str]:
    return (f"{entry.id}: {entry.reason}" for entry in tally.ledger.entries(state))


def _more(others: int) -> str:
    return f" and {others} more" if others else ""
