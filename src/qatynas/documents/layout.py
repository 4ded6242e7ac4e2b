"""From the lines of pages to a text with its parts: headings, paragraphs, tables, notes, running heads."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from qatynas.documents import margins
from qatynas.documents.columns import Line
from qatynas.documents.part import Part, PartKind, pages_of

_Role = Literal["running", "note", "heading", "table", "text"]
_LARGE = 1.12  # of the text's size: what a heading in larger type has at least
_LONGEST_HEADING = 6  # lines
_LONGEST_BOLD = 160  # letters of a heading that only its bold letters tell
_ROOM = 0.4  # of the size, beside the space: room that must be left for the next line's first word, had it fitted
_SPACE = 0.25  # of the size
_INDENT = 0.8  # of the size
_GAP = 1.35  # of the usual distance between lines
_SAME_SIZE = 0.1
_FEW = 5  # lines that tell how wide their column is
_BULLETS = "•▪●■◦○▫∙"
_ENDS = ".!?…:;"


class Paper(NamedTuple):
    """The text of a document as it stands on paper, its pages ended by U+000C, and its parts."""

    text: str
    parts: tuple[Part, ...]


def paper(pages: Sequence[Sequence[Line]]) -> Paper:
    """Put the lines of pages, each in its order of reading, together."""
    return _Layout(pages).paper()


class _Item(NamedTuple):
    """A line with its page and its place there, and where it stands in the text."""

    page: int
    at: int
    line: Line
    start: int
    role: _Role

    @property
    def end(self) -> int:
        return self.start + len(self.line.text)


class _Layout:
    """The pages of one document with what is usual in it."""

    def __init__(self, pages: margins.Pages) -> None:
        self.pages = pages
        self.outside = margins.running(pages)
        self.size = self._usual_size()
        self.notes = margins.notes(pages, self.outside, self.size)
        self.noted = {(note.page, at) for note in self.notes for at in note.lines}

    def paper(self) -> Paper:
        text = "\f".join("\n".join(line.text for line in page) for page in self.pages)
        parts = [*pages_of(text), *self._outer(), *self._inner()]
        return Paper(text, tuple(sorted(parts, key=lambda part: (part.start, -part.end))))

    def _usual_size(self) -> float:
        sizes: Counter[float] = Counter()
        for number, page in enumerate(self.pages):
            for at, line in enumerate(page):
                if (number, at) not in self.outside:
                    sizes[round(line.size * 2) / 2] += len(line.text)
        return sizes.most_common(1)[0][0] if sizes else 1.0

    @cached_property
    def items(self) -> list[_Item]:
        out: list[_Item] = []
        offset = 0
        for number, page in enumerate(self.pages):
            for at, line in enumerate(page):
                out.append(_Item(number, at, line, offset, self._role(number, at, line)))
                offset += len(line.text) + 1
            offset += not page  # an empty page has its end for itself
        return out

    def _role(self, page: int, at: int, line: Line) -> _Role:
        if (page, at) in self.outside:
            return "running"
        if (page, at) in self.noted:
            return "note"
        if line.cells:
            return "table"
        return "heading" if self._like_heading(line) else "text"

    def _like_heading(self, line: Line) -> bool:
        letters = [letter for letter in line.text if letter.isalpha()]
        if len(letters) < 2:
            return False
        if line.size >= _LARGE * self.size:
            return True
        capitals = len(letters) > 5 and all(letter.isupper() for letter in letters)
        return (line.bold and not self._bold) or (capitals and line.right - line.x < 0.9 * (line.edge - line.left))

    @cached_property
    def _bold(self) -> bool:
        """Whether the running text itself is bold."""
        lines = [line for page in self.pages for line in page]
        return sum(len(line.text) for line in lines if line.bold) * 2 > sum(len(line.text) for line in lines)

    def _outer(self) -> Iterator[Part]:
        """Running heads, notes, and the marks of notes."""
        at = {(item.page, item.at): item for item in self.items}
        for item in self.items:
            if item.role == "running":
                yield Part("running", item.start, item.end)
        for note in self.notes:
            first, last = at[note.page, note.lines[0]], at[note.page, note.lines[-1]]
            yield Part("note", first.start, last.end, label=note.label)
            if note.marked:
                yield Part("mark", first.start, first.start + note.marked, label=note.label)
        labels: dict[int, set[str]] = defaultdict(set)
        for note in self.notes:
            labels[note.page].add(note.label)
        for item in self.items:
            if item.role in ("text", "heading") and item.page in labels:
                for start, end in margins.marks(item.line.text, labels[item.page]):
                    yield Part("mark", item.start + start, item.start + end)

    def _inner(self) -> Iterator[Part]:
        groups = list(self._groups())
        styles = sorted({_style(group[0].line) for role, group in groups if role == "heading"}, reverse=True)
        for role, group in groups:
            start, end = group[0].start, group[-1].end
            if role == "heading":
                label = " ".join(item.line.text for item in group)
                yield Part("heading", start, end, min(styles.index(_style(group[0].line)) + 1, 6), label)
            if role != "table" and len(group) > 1:
                yield Part("paragraph", start, end)
            elif role != "heading":
                kind: PartKind = "table" if role == "table" else "paragraph"
                yield Part(kind, start, end)

    def _groups(self) -> Iterator[tuple[_Role, list[_Item]]]:
        """Lines that belong together: a heading, a table, a paragraph, which may go on over a page's end."""
        group: list[_Item] = []
        for item in self.items:
            if item.role in ("running", "note"):
                continue
            if group and not self._together(group[-1], item):
                yield from self._checked(group)
                group = []
            group.append(item)
        if group:
            yield from self._checked(group)

    def _checked(self, group: list[_Item]) -> Iterator[tuple[_Role, list[_Item]]]:
        """A group under its role; what looks like a heading and is too long for one is a paragraph."""
        role = group[0].role
        large = group[0].line.size >= _LARGE * self.size
        if role == "heading":
            long = sum(len(item.line.text) for item in group) > _LONGEST_BOLD and not large
            role = "text" if long or len(group) > _LONGEST_HEADING else role
        yield role, group

    def _together(self, one: _Item, two: _Item) -> bool:
        if one.role != two.role or abs(one.line.size - two.line.size) > _SAME_SIZE * one.line.size:
            return False
        if (one.page, one.line.column) != (two.page, two.line.column):
            return one.role == "text" and self._goes_on(one.line, two.line)
        apart = (two.line.y - one.line.y) / one.line.size
        if one.role == "table":
            return True
        if not 0 < apart <= _GAP * max(self._pitch, 1.0):
            return False
        if one.role == "heading":
            return one.line.bold == two.line.bold and _style(one.line) == _style(two.line)
        return self._same_paragraph(one.line, two.line)

    def _same_paragraph(self, one: Line, two: Line) -> bool:
        if two.text[0] in _BULLETS or self._fitted(one, two):
            return False
        left, _ = self._column(two)
        indented = self._indents and two.x - left > _INDENT * two.size
        return not indented or abs(two.x - one.x) < 0.3 * two.size

    def _goes_on(self, one: Line, two: Line) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        left, _ = self._column(two)
        if two.text[0] in _BULLETS or two.x - left > _INDENT * two.size:
            return False
        begins = next((letter for letter in two.text if letter.isalpha()), "")
        if one.text[-1] == "-" or begins.islower():
            return True
        ended = one.text.rstrip("»”\"')]")[-1:] in _ENDS
        return not self._fitted(one, two) and (self._indents or not ended)

    def _fitted(self, one: Line, two: Line) -> bool:
        """Whether the first word of the second line would have stood on the first, had it gone on there."""
        _, edge = self._column(one)
        return one.right + _SPACE * one.size + two.lead <= edge - _ROOM * one.size

    def _column(self, line: Line) -> tuple[float, float]:
        """Where the lines of its column usually begin and end at the furthest, on whatever page."""
        return self._columns[_place(line)]

    @cached_property
    def _columns(self) -> dict[tuple[int, int], tuple[float, float]]:
        lines: dict[tuple[int, int], list[Line]] = defaultdict(list)
        for item in self.items:
            lines[_place(item.line)].append(item.line)
        usual = {place: _bounds(found) for place, found in lines.items() if len(found) >= _FEW}
        return {place: usual.get(place) or _alike(place, usual) or _bounds(found) for place, found in lines.items()}

    @cached_property
    def _pitch(self) -> float:
        """The usual distance of two lines of a paragraph, in sizes."""
        apart: Counter[float] = Counter()
        for one, two in zip(self.items, self.items[1:], strict=False):
            if one.role == two.role == "text" and (one.page, one.line.column) == (two.page, two.line.column):
                apart[round((two.line.y - one.line.y) / one.line.size, 1)] += 1
        usual = [(count, -distance) for distance, count in apart.items() if 0.8 < distance < 3]
        return -max(usual)[1] if usual else 1.2

    @cached_property
    def _indents(self) -> bool:
        """Whether paragraphs of this document begin with an indent: one line in thirty at least does."""
        text = [item.line for item in self.items if item.role == "text"]
        indented = sum(_INDENT < (line.x - self._column(line)[0]) / line.size < 6 for line in text)
        return indented * 30 >= len(text)


def _place(line: Line) -> tuple[int, int]:
    """Its column's place on the page, by sixths of an inch: other pages have a column there too."""
    return round(line.left / 12), round(line.edge / 12)


def _alike(place: tuple[int, int], usual: Mapping[tuple[int, int], tuple[float, float]]) -> tuple[float, float] | None:
    """The column that a few short lines stand in: the narrowest that begins where they begin and holds them."""
    wider = [edge for left, edge in usual if abs(left - place[0]) <= 1 and edge >= place[1]]
    return next((usual[at] for at in usual if wider and at[1] == min(wider) and abs(at[0] - place[0]) <= 1), None)


def _bounds(lines: Sequence[Line]) -> tuple[float, float]:
    """The left edge that most lines share, and the right one that one line in ten reaches or passes."""
    lefts = Counter(round(line.x) for line in lines)
    rights = sorted((line.right for line in lines), reverse=True)
    return float(lefts.most_common(1)[0][0]), rights[len(rights) // 10]


def _style(line: Line) -> tuple[float, bool, bool]:
    return round(line.size * 2) / 2, line.bold, line.text.isupper()
