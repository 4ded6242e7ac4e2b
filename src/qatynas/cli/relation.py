"""`qatynas show A B`: one relation."""

from typing import TYPE_CHECKING

import msgspec

from qatynas.cli.codes import name, pair
from qatynas.cli.naming import named, shown
from qatynas.cli.phrases import NO_FACT_READ, NOTHING_READ
from qatynas.cli.screen import console, text, write_json
from qatynas.cli.section import section
from qatynas.facts.json import encode

if TYPE_CHECKING:
    from qatynas.record.store import Record
    from qatynas.record.stored import StoredDocument, StoredFact

SECTIONS = {
    "event": "Chronology",
    "instrument": "Instruments",
    "programme": "Programmes",
    "project": "Projects",
    "statement": "Statements",
    "period": "Periods",
    "claim": "Interests, factors, problems, priorities",
    "figure": "Figures",
    "office": "Offices",
    "milestone": "Milestones",
    "reference": "References",
}
ONE_SIDED = ("office", "milestone")  # they name one state only: shown where a document tells of the relation
RESTRICTED = " (restricted)"
HINT = "qatynas show fact ID: one fact, its words in the original, and why it was read"


def show(record: "Record", as_json: bool, *, sides: tuple[str, str]) -> None:
    """Show the relation of two sides, chronology first, each line with its source."""
    codes = pair(record, *sides)
    documents = record.documents()
    found = _facts(record, codes)
    if as_json:
        write_json(_told(codes, documents, found, record.restricted()))
        return
    screen = console()
    screen.print(text(f"{name(codes[0])} – {name(codes[1])} ({' '.join(codes)})", "bold"), "\n", sep="")
    kept = record.restricted()
    names = {id: f"{name}{RESTRICTED if id in kept else ''}" for id, name in shown(documents).items()}
    for kind, title in SECTIONS.items():
        of_kind = [stored for stored in found if stored.fact.kind == kind]
        if of_kind:
            screen.print(section(title, of_kind, names, screen.width))
    screen.print(text(HINT, "dim") if found else text(_silence(codes, documents)))


def _facts(record: "Record", codes: tuple[str, str]) -> list["StoredFact"]:
    """Find facts in which both take part, and those of one side in the documents that tell of both."""
    both = list(record.facts(codes=codes))
    sources = {stored.document for stored in both}
    alone = [stored for kind in ONE_SIDED for code in codes for stored in record.facts(codes=(code,), kind=kind)]
    by_id = {stored.fact.id: stored for stored in (*both, *(each for each in alone if each.document in sources))}
    return list(by_id.values())


def _told(
    codes: tuple[str, str], documents: list["StoredDocument"], found: list["StoredFact"], kept: frozenset[str]
) -> dict[str, object]:
    names = shown(documents)
    facts = [_fact(stored, names[stored.document], stored.document in kept) for stored in found]
    read, unread = len(_read(documents)), len(_unread(documents))
    counted = {"documents_read": read, "documents_unread": unread}
    return {"relation": codes, "told": _answer(read, len(found)), **counted, "facts": facts}


def _fact(stored: "StoredFact", name: str, restricted: bool) -> dict[str, object]:
    fact = msgspec.json.decode(encode(named(stored.fact, name)))
    return {**fact, "source": stored.document, "restricted": restricted}


def _read(documents: list["StoredDocument"]) -> list["StoredDocument"]:
    return [document for document in documents if document.is_read]


def _unread(documents: list["StoredDocument"]) -> list["StoredDocument"]:
    """Documents whose text is there, of which no fact could be read."""
    return [document for document in documents if document.edition and not document.is_read]


def _answer(read: int, found: int) -> str:
    """Answer `yes`, `none` (the sources tell of none) or `nothing_read`."""
    return "yes" if found else "none" if read else "nothing_read"


def _silence(codes: tuple[str, str], documents: list["StoredDocument"]) -> str:
    """Say why there is no fact: a zero is not a blank (DESIGN.md, decision 6)."""
    read, unread = _read(documents), _unread(documents)
    if not read:
        return f"{NO_FACT_READ} ({_languages(unread)})" if unread else NOTHING_READ
    warned = sum(1 for document in read if document.warnings)
    unsure = f", with warnings: {warned}, see `qatynas show`" if warned else ""
    left = f", not read: {len(unread)} ({_languages(unread)})" if unread else ""
    return (
        f"the sources tell of none: no fact has both {' and '.join(codes)} (documents read: {len(read)}{unsure}{left})"
    )


def _languages(documents: list["StoredDocument"]) -> str:
    from qatynas.languages.registry import spoken

    return ", ".join(sorted({spoken(document.language) for document in documents}))
