"""Where in a document the words of a fact stand: page and section, and how legible the page is."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import structs

from qatynas.documents.part import Parts
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Fact

F = TypeVar("F", bound=Fact)


def placed(facts: Iterable[F], parts: Parts) -> Iterator[F]:
    """The facts with page and section of every piece of their evidence.

    A fact is no surer than the recognition of the page that its first piece stands on: their confidences multiply.
    """
    if parts.bare:
        yield from facts
        return
    for fact in facts:
        page = parts.page(fact.evidence[0].start)
        sure = fact.confidence
        if page is not None and page.legibility is not None and sure is not None:
            sure = round(sure * page.legibility, 2)
        evidence = tuple(_placed(piece, parts) for piece in fact.evidence)
        yield structs.replace(fact, evidence=evidence, confidence=sure)


def _placed(piece: Evidence, parts: Parts) -> Evidence:
    page, section = parts.page(piece.start), parts.heading(piece.start) or parts.sheet(piece.start)
    return structs.replace(piece, page=page.number if page else None, section=section.label if section else None)
