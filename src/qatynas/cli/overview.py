"""`qatynas show`: what is in the record."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from qatynas.cli.codes import name
from qatynas.cli.naming import shown
from qatynas.cli.phrases import NO_FACT_READ, NOTHING_READ, years
from qatynas.cli.screen import console, cut, table, text, write_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from qatynas.record.store import Record
    from qatynas.record.stored import Relation, StoredDocument

MOST_ROWS = 40  # documents on the screen; --all lists all
FEW = 3  # facts: two sides with fewer mostly stand beside each other in a list, and are folded
NAME_SHOWN = 26  # characters of the name of a side


def show(record: "Record", as_json: bool, *, everything: bool) -> None:
    """Show documents, relations and counts by kind; `everything` folds no line away."""
    documents, relations, counts = record.documents(), record.relations(), record.counts()
    if as_json:
        told = [asdict(relation) | {"facts": relation.facts} for relation in relations]
        write_json({"documents": documents, "relations": told, "facts": counts})
        return
    screen = console()
    if documents:
        most = len(documents) if everything else MOST_ROWS
        screen.print(_documents(documents, most, screen.width))
    if not any(document.edition for document in documents):
        screen.print(NOTHING_READ)
        return
    if not any(document.is_read for document in documents):
        screen.print(NO_FACT_READ)
        return
    if relations:
        _draw_relations(screen, relations, everything)
    else:
        screen.print("the documents that were read tell of no relation\n")
    if counts:
        screen.print(_counts(counts))


def _documents(documents: list["StoredDocument"], most: int, width: int) -> "Table":
    drawn = table(
        ("document", "title", "language", "state", "facts"), "Documents", ("facts",), {"title": 2, "state": 3}
    )
    names = shown(documents)
    drawn.columns[0].max_width = width // 3
    for document in documents[:most]:
        drawn.add_row(
            text(names[document.id]),
            text(document.title or ""),
            text(document.language or ""),
            text(_state(document)),
            f"{document.facts:,}",
        )
    if len(documents) > most:
        drawn.add_row(f"… {len(documents) - most:,} more (--all lists them)")
    return drawn


def _state(document: "StoredDocument") -> str:
    edition = f"edition {document.edition} of {document.editions}" if document.editions > 1 else None
    copy = document.copy_of and f"copy of {document.copy_of}"
    state = f"{document.state}: {document.reason}" if document.reason else document.state
    return "; ".join(filter(None, (state, edition, copy, *document.warnings)))


def _draw_relations(screen: "Console", relations: list["Relation"], everything: bool) -> None:
    ordered = sorted(relations, key=lambda relation: -relation.facts)
    # Where none has more, the few are all that there is to see.
    folds = not everything and ordered[0].facts >= FEW
    kept = [relation for relation in ordered if relation.facts >= FEW or not folds]
    screen.print(_relations(kept))
    folded = len(ordered) - len(kept)
    if folded:
        screen.print(f"and {folded:,} more with 1–{FEW - 1} facts each; --all lists them\n")


def _relations(relations: list["Relation"]) -> "Table":
    spans = [years(relation.first_year, relation.last_year) for relation in relations]
    headings = ("relation", "", *(("years",) if any(spans) else ()), "documents", "facts")
    drawn = table(headings, "Relations", numbers=("documents", "facts"))
    for relation, span in zip(relations, spans, strict=True):
        drawn.add_row(
            text(" ".join(relation.codes), "bold"),
            text(" – ".join(cut(name(code), NAME_SHOWN) for code in relation.codes)),
            *((span,) if any(spans) else ()),
            f"{relation.documents:,}",
            f"{relation.facts:,}",
        )
    return drawn


def _counts(counts: dict[str, int]) -> "Table":
    drawn = table(("kind", "facts"), "Facts", numbers=("facts",))
    for kind, number in counts.items():
        drawn.add_row(kind, f"{number:,}")
    return drawn
