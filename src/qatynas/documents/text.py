"""The `Text` that every later step reads: the original, the restored text, and the map between them."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from qatynas.documents.offsets import Edit, OffsetMap, apply


class Span(NamedTuple):
    """A piece of an original text: `quote` is exactly `original[start:end]`."""

    start: int
    end: int
    quote: str


class Text:
    """An original text and what it was restored to. Immutable.

    `original` is never changed (FORMAT.md, "The original text"); `restored` is what the languages read;
    `map` leads each restored offset back.
    """

    def __init__(self, original: str, restored: str | None = None, map: OffsetMap | None = None) -> None:
        self.original = original
        self.restored = original if restored is None else restored
        self.map = map or OffsetMap()

    def __repr__(self) -> str:
        return f"Text({len(self.original)} characters, {len(self.map.replacements)} repairs)"

    def edit(self, edits: Iterable[Edit]) -> "Text":
        """A text in which the edits, given in offsets of the restored text, are made; itself where there are none."""
        wished = list(edits)
        if not wished:
            return self
        restored, later = apply(self.restored, wished)
        return Text(self.original, restored, self.map.then(later))

    def span(self, start: int, end: int) -> Span:
        """The original's smallest span that covers the restored span, with its words."""
        low, high = self.map.to_original(start, end)
        return Span(low, high, self.original[low:high])

    @cached_property
    def repairs(self) -> tuple[tuple[Span, str, str], ...]:
        """Each repair as (original span, what it became, rule)."""
        return tuple(
            (Span(r.start, r.end, self.original[r.start : r.end]), self.restored[r.new_start : r.new_end], r.rule)
            for r in self.map.replacements
        )
