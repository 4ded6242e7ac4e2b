"""`qatynas show`: what is in the record."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from qatynas.cli.codes import name
from qatynas.cli.naming import shown
from qatynas.cli.screen import console, table, text, write_json
from qatynas.cli.words import NOTHING_READ, years

if TYPE_CHECKING:
    from rich.table import Table

    from qatynas.record.store import Record
    from qatynas.record.stored import Relation, StoredDocument

MOST_ROWS = 40  # documents and relations on the screen; --json lists all


def show(record: "Record", what: tuple[str, ...], as_json: bool) -> None:
    """Show documents, relations and counts by kind."""
    documents, relations, counts = record.documents(), record.relations(), record.counts()
    if as_json:
        told = [asdict(relation) | {"facts": relation.facts} for relation in relations]
        write_json({"documents": documents, "relations": told, "facts": counts})
        return
    screen = console()
    if documents:
        screen.print(_documents(documents))
    if not any(document.edition for document in documents):
        screen.print(NOTHING_READ)
        return
    screen.print(_relations(relations) if relations else "the documents that were read tell of no relation\n")
    if counts:
        screen.print(_counts(counts))


def _documents(documents: list["StoredDocument"]) -> "Table":
    drawn = table(("document", "title", "language", "state", "facts"), "Documents", numbers=("facts",))
    names = shown(documents)
    for document in documents[:MOST_ROWS]:
        drawn.add_row(
            text(names[document.id]),
            text(document.title or ""),
            text(document.language or ""),
            text(_state(document)),
            f"{document.facts:,}",
        )
    _more(drawn, len(documents))
    return drawn


def _state(document: "StoredDocument") -> str:
    edition = f"edition {document.edition} of {document.editions}" if document.editions > 1 else None
    copy = document.copy_of and f"copy of {document.copy_of}"
    state = f"{document.state}: {document.reason}" if document.reason else document.state
    return "; ".join(filter(None, (state, edition, copy, *document.warnings)))


def _relations(relations: list["Relation"]) -> "Table":
    drawn = table(("relation", "", "years", "documents", "facts"), "Relations", numbers=("documents", "facts"))
    for relation in sorted(relations, key=lambda relation: -relation.facts)[:MOST_ROWS]:
        drawn.add_row(
            text(" ".join(relation.codes), "bold"),
            text(" – ".join(map(name, relation.codes))),
            years(relation.first_year, relation.last_year),
            f"{relation.documents:,}",
            f"{relation.facts:,}",
        )
    _more(drawn, len(relations))
    return drawn


def _counts(counts: dict[str, int]) -> "Table":
    drawn = table(("kind", "facts"), "Facts", numbers=("facts",))
    for kind, number in counts.items():
        drawn.add_row(kind, f"{number:,}")
    return drawn


def _more(drawn: "Table", number: int) -> None:
    if number > MOST_ROWS:
        drawn.add_row(f"… {number - MOST_ROWS:,} more (--json lists all)")
