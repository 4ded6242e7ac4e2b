"""Parts of an original text: its pages, headings, paragraphs, notes, tables, and what stands in no sentence.

Offsets count code points of the original. Parts of one kind do not overlap and stand in order.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from msgspec import Struct

PartKind = Literal["page", "heading", "paragraph", "note", "mark", "table", "running", "sheet"]


class Part(Struct, frozen=True, omit_defaults=True):
    """A part of an original text, `original[start:end]`.

    - `page`: `number` is its place in the file, from 1; `legibility` the mean confidence of the recognition that read
      it, in [0, 1], null where it was never a picture.
    - `heading`: `number` is its level, from 1, `label` its words on one line.
    - `paragraph`: its inner line ends are those of the paper, not of the writer.
    - `note`: a footnote or endnote, `label` its mark; its inner line ends are the paper's too.
    - `mark`: where the text or the note itself bears such a mark.
    - `table`: rows on lines of their own, cells apart by tabs.
    - `running`: a running head or foot, a page number: no part of any sentence.
    - `sheet`: one sheet of a workbook, `label` its name.
    """

    kind: PartKind
    start: int
    end: int
    number: int | None = None
    label: str = ""
    legibility: float | None = None


class Parts:
    """The parts of one text, asked for the place of an offset. Immutable."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = tuple(parts)

    @property
    def bare(self) -> bool:
        """Whether nothing is known of the text's parts."""
        return not self._parts

    def of(self, kind: PartKind) -> tuple[Part, ...]:
        """The parts of a kind, in their order."""
        return tuple(part for part in self._parts if part.kind == kind)

    def page(self, offset: int) -> Part | None:
        """The page on which a character stands; null where the text has no pages."""
        return self._last(self._pages, offset)

    def heading(self, offset: int) -> Part | None:
        """The heading that a character stands under, of whatever level; null before the first."""
        return self._last(self._headings, offset)

    def sheet(self, offset: int) -> Part | None:
        """The sheet of a workbook on which a character stands."""
        return self._last(self._sheets, offset)

    @cached_property
    def _pages(self) -> tuple[Part, ...]:
        return self.of("page")

    @cached_property
    def _headings(self) -> tuple[Part, ...]:
        return self.of("heading")

    @cached_property
    def _sheets(self) -> tuple[Part, ...]:
        return self.of("sheet")

    @staticmethod
    def _last(parts: tuple[Part, ...], offset: int) -> Part | None:
        found = bisect_right(parts, offset, key=lambda part: part.start)
        return parts[found - 1] if found else None


def pages_of(text: str) -> tuple[Part, ...]:
    """The pages of a text in which each but the last ends in U+000C (FORMAT.md); none where there is no such end."""
    if "\f" not in text:
        return ()
    out: list[Part] = []
    start = 0
    for number, page in enumerate(text.split("\f"), start=1):
        end = min(start + len(page) + 1, len(text))
        if start < end:
            out.append(Part("page", start, end, number))
        start = end
    return tuple(out)
