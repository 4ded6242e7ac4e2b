"""A text that grows paragraph by paragraph as a word processor's file is walked, with its parts.

Every paragraph stands on a line of its own, the rows of a table likewise, their cells apart by tabs. Notes wait for the
end of their page, or of the document where pages are not known, so that they break no sentence; pages end in U+000C.
"""

from collections.abc import Sequence
from typing import NamedTuple

from qatynas.documents.part import Part
from qatynas.documents.told import one_line


class Note(NamedTuple):
    """A footnote or endnote: its mark, and its paragraphs."""

    label: str
    paragraphs: Sequence[str]


class Manuscript:
    """The text so far. `paged`: the file tells where its pages begin, as it was last laid out."""

    def __init__(self, *, paged: bool) -> None:
        self._paged = paged
        self._pieces: list[str] = []
        self._length = 0
        self._parts: list[Part] = []
        self._notes: list[Note] = []
        self._page = 0  # where the present page begins
        self._number = 1
        self._paragraph = 0  # where the present paragraph begins
        self._first = 0  # the first of its pieces
        self._overleaf = False
        self._cells: list[list[str]] | None = None
        self._rows = 0  # where the present table begins
        self._broken = False  # a page ended within the present row

    def write(self, words: str) -> None:
        """Go on with the present paragraph."""
        if self._cells is not None:
            self._cell(words)
        else:
            self._put(words)

    def ends_with(self, words: str) -> bool:
        """Whether these were the last words that were written at once, or end them."""
        return self._cells is None and bool(self._pieces) and self._pieces[-1].endswith(words)

    def mark(self, note: Note, *, written: bool = False) -> None:
        """A note's mark, which may be written already; the note itself comes at the end of the page."""
        if self._cells is None:
            start = self._length - len(note.label) * written
            self._parts.append(Part("mark", start, start + len(note.label), label=note.label))
            self._put("" if written else note.label)
        self._notes.append(note)

    def end(self, level: int | None = None, *, running: bool = False) -> None:
        """The end of a paragraph; `level` is that of a heading, from 1. `running`: it is no part of any sentence."""
        if self._cells is not None:
            self._cell(" ")
            return
        words = "".join(self._pieces[self._first :]) if level else ""
        if self._length > self._paragraph:
            self._put("\n")
        if level and (label := one_line(words)):
            self._parts.append(Part("heading", self._paragraph, self._length, level, label))
        elif running and self._paragraph < self._length:
            self._parts.append(Part("running", self._paragraph, self._length))
        if self._overleaf:
            self._parts.append(Part("paragraph", self._paragraph, self._length))
        self._paragraph, self._first, self._overleaf = self._length, len(self._pieces), False

    def page(self) -> None:
        """A page ends here, perhaps amid a paragraph."""
        if self._cells is not None:
            self._broken = True  # a row over two pages stands on the first
            return
        if not self._paged or self._length == self._page:
            return
        self._overleaf = self._length > self._paragraph
        if self._overleaf and self._notes:
            self._put("\n")
        self._put_notes()
        self._put("\f")
        self._put_page()
        if not self._overleaf:
            self._paragraph, self._first = self._length, len(self._pieces)

    def row(self) -> None:
        """A row of a table begins; `cell` begins each of its cells."""
        if self._cells is None:
            self.end()
            self._rows = self._length
        else:
            self._put_row()
        self._cells = []

    def cell(self) -> None:
        """A cell of a row begins."""
        if self._cells is not None:
            self._cells.append([])

    def table(self) -> None:
        """The end of a table."""
        if self._cells is None:
            return
        self._put_row()
        self._cells = None
        if self._rows < self._length:
            self._parts.append(Part("table", self._rows, self._length))
        self._paragraph, self._first = self._length, len(self._pieces)

    def text(self) -> tuple[str, tuple[Part, ...]]:
        """The whole text and its parts, in their order."""
        self.table()
        self.end()
        self._put_notes()
        if self._paged and self._page < self._length:
            self._put_page()
        return "".join(self._pieces), tuple(sorted(self._parts, key=lambda part: (part.start, -part.end)))

    def _cell(self, words: str) -> None:
        self._cells = self._cells or [[]]
        self._cells[-1].append(words)

    def _put(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _put_page(self) -> None:
        self._parts.append(Part("page", self._page, self._length, self._number))
        self._page, self._number = self._length, self._number + 1

    def _put_row(self) -> None:
        cells = [" ".join("".join(cell).split()) for cell in self._cells or ()]
        if any(cells):
            self._put("\t".join(cells) + "\n")
        if self._broken:
            self._cells, self._broken = None, False
            self._paragraph, self._first = self._length, len(self._pieces)
            self.page()

    def _put_notes(self) -> None:
        for note in self._notes:
            start = self._length
            self._put("\n".join([f"{note.label} {' '.join(note.paragraphs[:1])}".strip(), *note.paragraphs[1:]]) + "\n")
            self._parts.append(Part("note", start, self._length, label=note.label))
        self._notes = []
