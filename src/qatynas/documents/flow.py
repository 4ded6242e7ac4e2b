"""The flows of a document: its running text without what interrupts it, and its notes.

A sentence that goes over the end of a page goes on below a running head, beside a note: a flow is the text as its
writer wrote it, made by edits that the map of the `Text` remembers, so that every quote still stands in the original.
"""

from collections.abc import Iterable, Iterator

from qatynas.documents.document import Document
from qatynas.documents.offsets import Edit
from qatynas.documents.part import Part
from qatynas.documents.text import Text


def flows(document: Document) -> tuple[Text, ...]:
    """The main flow, then, where the document has notes, one flow of them all."""
    whole = Text(document.original)
    notes = [part for part in document.parts if part.kind == "note"]
    running = [part for part in document.parts if part.kind == "running"]
    main = whole.edit(_without([*running, *notes]))
    return (main, whole.edit(_only(notes, len(document.original)))) if notes else (main,)


def _without(parts: Iterable[Part]) -> Iterator[Edit]:
    for part in sorted(parts, key=lambda part: part.start):
        yield Edit(part.start, part.end, "", part.kind)


def _only(notes: Iterable[Part], end: int) -> Iterator[Edit]:
    """Edits that leave the notes, each in a paragraph of its own."""
    begin = 0
    for note in notes:
        if begin < note.start:
            yield Edit(begin, note.start, "\n\n" if begin else "", "flow")
        begin = note.end
    if begin < end:
        yield Edit(begin, end, "", "flow")
