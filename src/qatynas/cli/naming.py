"""Names under which the documents of a record are shown."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from qatynas.cli.screen import visible
from qatynas.documents.names import display_names

if TYPE_CHECKING:
    from qatynas.facts.evidence import Evidence
    from qatynas.facts.kinds import AnyFact
    from qatynas.record.stored import StoredDocument


def shown(documents: Iterable["StoredDocument"]) -> dict[str, str]:
    """Shown name by identity: the document's own, or the shortest distinguishing path where two share one."""
    names = {document.id: document.name for document in documents}
    times = Counter(names.values())
    return names | display_names(id for id, name in names.items() if times[name] > 1)


def place(piece: "Evidence") -> str:
    """Page and section of a piece of evidence, as they stand behind its document; nothing where it has none."""
    page = f", page {piece.page}" if piece.page is not None else ""
    return f"{page}, under «{visible(piece.section)}»" if piece.section else page


def named(fact: "AnyFact", document: str) -> "AnyFact":
    """Give the fact with its evidence in a document of that name, as people see it."""
    from msgspec.structs import replace

    return replace(fact, evidence=tuple(replace(piece, document=document) for piece in fact.evidence))
