"""The flows of a document: its running text without what interrupts it, and its notes.

A sentence that goes over the end of a line or page goes on below a running head, beside a note: a flow is the text
as its writer wrote it, made by edits that the map of the `Text` remembers, so that every quote still stands in the
original. No rule here knows a language; `RULES` tells them in words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from qatynas.documents.document import Document
from qatynas.documents.hyphens import Hyphens
from qatynas.documents.offsets import Edit
from qatynas.documents.part import Part, PartKind
from qatynas.documents.text import Text

RULES: Mapping[str, str] = {
    "running": "running head, page number",
    "note": "a note amid the text",
    "mark": "the mark of a note",
    "flow": "text amid the notes",
    "paper-line": "a line ends on paper",
    "paper-hyphen": "word broken at line end",
}
"""What was wrong where each rule made an edit, in words."""

_OUTSIDE = "\f"  # stands for every character that a flow leaves out while the ends of its lines are looked for
_LINE_END = re.compile(r"[\n\r\f]")
_BREAK = re.compile(r"[ \t]*[\n\r\f][ \t\n\r\f]*")


def flows(document: Document) -> tuple[Text, ...]:
    """The main flow, then, where the document has notes, one flow of them all."""
    whole, parts = Text(document.original), document.parts
    notes, outside = _taken(parts, "note"), _taken(parts, "running", "mark")
    main = whole.edit(_edits(whole.original, _disjoint([*outside, *notes]), _taken(parts, "paragraph")))
    if not notes:
        return (main,)
    between = _disjoint([*outside, *_between(notes, len(whole.original))])
    return (main, whole.edit(_edits(whole.original, between, notes)))


def _taken(parts: Iterable[Part], *kinds: PartKind) -> list[Edit]:
    """Edits that take the parts of some kinds away, in their order."""
    return _disjoint(Edit(part.start, part.end, "", part.kind) for part in parts if part.kind in kinds)


def _between(notes: Sequence[Edit], end: int) -> Iterator[Edit]:
    """Edits that leave the notes, each in a paragraph of its own."""
    begin = 0
    for note in notes:
        if begin < note.start:
            yield Edit(begin, note.start, "\n\n" if begin else "", "flow")
        begin = note.end
    if begin < end:
        yield Edit(begin, end, "", "flow")


def _disjoint(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in their order without those that begin inside another; such a one begins where that ends."""
    out: list[Edit] = []
    for edit in sorted(edits):
        start = max(edit.start, out[-1].end) if out else edit.start
        if start < edit.end:
            out.append(edit._replace(start=start))
    return out


def _edits(original: str, gone: Sequence[Edit], joined: Sequence[Edit]) -> Iterator[Edit]:
    """Take away what is no part of a flow, and make the line ends inside its paragraphs `joined` spaces or nothing."""
    masked = _masked(original, gone)
    hyphens = Hyphens(masked)
    gone_at, joined_at = [edit.start for edit in gone], [edit.start for edit in joined]
    for match in _BREAK.finditer(masked):
        start, end = match.span()
        inside = gone[max(0, bisect_right(gone_at, start) - 1) : bisect_right(gone_at, end - 1)]
        cut = [edit for edit in inside if edit.end > start]
        part = joined[bisect_right(joined_at, start) - 1] if joined else None
        if part and part.start < start and end < part.end and _ends_line(original, start, end, cut):
            mended = hyphens.mended(start, end)
            yield Edit(mended.start, end, mended.new, "paper-hyphen") if mended else Edit(start, end, " ", "paper-line")
        elif cut and len(_LINE_END.findall(_left(original, start, end, cut))) > 1:
            # Between paragraphs, the end of a page and what stood at it leave one line end.
            yield Edit(start, end, "\n", cut[0].rule)
        else:
            yield from cut


def _masked(original: str, gone: Iterable[Edit]) -> str:
    pieces, at = [], 0
    for edit in gone:
        pieces += [original[at : edit.start], _OUTSIDE * (edit.end - edit.start)]
        at = edit.end
    return "".join([*pieces, original[at:]])


def _ends_line(original: str, start: int, end: int, cut: Sequence[Edit]) -> bool:
    """Whether a line ends there beside what is taken away, which may stand amid a line."""
    return bool(_LINE_END.search(_left(original, start, end, cut)))


def _left(original: str, start: int, end: int, cut: Sequence[Edit]) -> str:
    """What is left of a stretch of text beside what is taken away."""
    pieces, at = [], start
    for edit in cut:
        pieces.append(original[at : edit.start])
        at = max(at, edit.end)
    return "".join([*pieces, original[at:end]])
