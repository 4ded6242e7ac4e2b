"""Lines of a page as they are gathered, and what blocks of them are: headings, tables, notes.

A line remembers which pieces of the page it was made of, so that whoever knows the pieces can choose lines.
"""

import re
from collections.abc import Container
from typing import Any, NamedTuple

from qatynas.documents.part import Part, PartKind
from qatynas.documents.told import one_line

_WHITE = re.compile(r"[ \t\n\r\f]+")  # HTML's white space; a no-break space is none


class Piece(NamedTuple):
    """Words of a page in one place: the `text` or the `tail` of an element, and whether they are a link's."""

    element: Any
    tail: bool
    length: int
    link: bool


class Line(NamedTuple):
    """A line of text and the pieces that it was made of."""

    text: str
    pieces: tuple[Piece, ...]

    @property
    def links(self) -> float:
        """Share of the characters that are links, in [0, 1]."""
        whole = sum(piece.length for piece in self.pieces)
        return sum(piece.length for piece in self.pieces if piece.link) / whole if whole else 0.0


class Block(NamedTuple):
    """Lines `first` to before `end` that are a part of the text."""

    kind: PartKind
    first: int
    end: int
    number: int | None
    label: str


class Layout(NamedTuple):
    """The lines of a page in reading order, and its blocks."""

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]

    def text(self, kept: Container[int] | None = None) -> tuple[str, tuple[Part, ...]]:
        """Text and parts of the lines, or of those that are `kept`."""
        chosen = [number for number in range(len(self.lines)) if kept is None or number in kept]
        starts, offset = dict[int, int](), 0
        for number in chosen:
            starts[number] = offset
            offset += len(self.lines[number].text) + 1
        return "\n".join(self.lines[number].text for number in chosen), tuple(self._parts(starts))

    def _parts(self, starts: dict[int, int]) -> list[Part]:
        parts = []
        for block in self.blocks:
            here = [number for number in range(block.first, block.end) if number in starts]
            if here:
                end = starts[here[-1]] + len(self.lines[here[-1]].text)
                parts.append(Part(block.kind, starts[here[0]], end, block.number, self._label(block)))
        return sorted(parts, key=lambda part: (part.start, part.end))

    def _label(self, block: Block) -> str:
        if block.kind != "heading":
            return block.label
        return one_line(" ".join(line.text for line in self.lines[block.first : block.end])) or ""


class Lines:
    """Lines that grow piece by piece, with white space collapsed as a browser does."""

    def __init__(self) -> None:
        self.done: list[Line] = []
        self._line: list[str] = []
        self._pieces: list[Piece] = []

    def add(self, words: str | None, piece: Piece, verbatim: bool = False) -> None:
        """Go on with words; `verbatim` keeps their white space and their line ends."""
        if not words:
            return
        first, *others = words.splitlines() or [""] if verbatim else [self._collapsed(words)]
        self._go_on(first, piece)
        for line in others:
            self.end()
            self._go_on(line, piece)

    def gap(self, between: str) -> None:
        """Part what follows from what stands in the line: by a space, or by a tab between cells."""
        if self._line and not (between == " " and self._line[-1].endswith((" ", "\t"))):
            self._line = [*self._line[:-1], self._line[-1].rstrip(" "), between]

    def end(self) -> None:
        """End the line; one without words is none."""
        text = "".join(self._line).rstrip(" \t")
        if text:
            self.done.append(Line(text, tuple(self._pieces)))
        self._line.clear()
        self._pieces.clear()

    def _collapsed(self, words: str) -> str:
        words = _WHITE.sub(" ", words)
        return words.removeprefix(" ") if not self._line or self._line[-1].endswith((" ", "\t")) else words

    def _go_on(self, words: str, piece: Piece) -> None:
        if words:
            self._line.append(words)
            if not words.isspace():
                self._pieces.append(piece._replace(length=len(words)))
