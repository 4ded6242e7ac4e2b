"""Offset maps: where each piece of a repaired text stands in the original.

A map is a list of monotone replacements (DESIGN.md, "Map"). Everything between two replacements is the
same in both texts. All offsets count Unicode code points.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Edit(NamedTuple):
    """A wish to put `new` in the place of `text[start:end]`, by the named rule."""

    start: int
    end: int
    new: str
    rule: str


class Replacement(NamedTuple):
    """One difference: original span → restored span, and the rule that made it."""

    start: int
    end: int
    new_start: int
    new_end: int
    rule: str


class OffsetMap:
    """Immutable map between the offsets of an original and of a restored text."""

    __slots__ = ("_new_starts", "_starts", "replacements")

    def __init__(self, replacements: Sequence[Replacement] = ()) -> None:
        self.replacements = tuple(replacements)
        for one, two in pairwise(self.replacements):
            if two.start < one.end or two.new_start < one.new_end:
                raise ValueError(f"replacements out of order: {one}, {two}")
        self._starts = [r.start for r in self.replacements]
        self._new_starts = [r.new_start for r in self.replacements]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OffsetMap) and self.replacements == other.replacements

    def __hash__(self) -> int:
        return hash(self.replacements)

    def __repr__(self) -> str:
        return f"OffsetMap({len(self.replacements)} replacements)"

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Smallest original span that covers the restored span `start:end`."""
        if start >= end:
            point = self._point(start)
            return point, point
        low = self._low(start)
        return low, max(low, self._high(end))

    def to_restored(self, start: int, end: int) -> tuple[int, int]:
        """Smallest restored span that covers the original span `start:end`."""
        return self.inverse().to_original(start, end)

    def inverse(self) -> "OffsetMap":
        """The map in the other direction."""
        return OffsetMap([Replacement(r.new_start, r.new_end, r.start, r.end, r.rule) for r in self.replacements])

    def then(self, later: "OffsetMap") -> "OffsetMap":
        """Compose: this map first, `later` on its restored text. Overlapping replacements become one."""
        return OffsetMap(_compose(self, later)) if self.replacements else later

    def _before(self, point: int) -> int:
        return bisect_right(self._new_starts, point) - 1

    def _shift(self, k: int) -> int:
        """What to add to a restored offset that lies right behind replacement `k` (before the next)."""
        if k < 0:
            return 0
        return self.replacements[k].end - self.replacements[k].new_end

    def _low(self, point: int) -> int:
        """Original offset of the character that stands at restored `point`."""
        k = self._before(point)
        # A deletion at this very point lies before the character: a smallest span leaves it out.
        if k >= 0 and point < self.replacements[k].new_end:
            return self.replacements[k].start
        return point + self._shift(k)

    def _high(self, point: int) -> int:
        """Original offset right behind the character that ends at restored `point`."""
        k = self._before(point - 1)
        if k >= 0 and point <= self.replacements[k].new_end:
            return self.replacements[k].end
        return point + self._shift(k)

    def _point(self, point: int) -> int:
        k = bisect_right(self._new_starts, point - 1) - 1 if point else -1
        if k >= 0 and point < self.replacements[k].new_end:
            return self.replacements[k].start
        return point + self._shift(k)


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """Make the edits, which must not overlap; gives the new text and the map to it.

    Letters that an edit leaves as they are (a common beginning or end) do not count as replaced, so that a
    word of which one letter changes maps letter by letter.
    """
    pieces: list[str] = []
    replacements: list[Replacement] = []
    at = length = 0
    for edit in sorted(edits):
        if edit.start < at:
            raise ValueError(f"edits overlap at {edit.start}: {edit}")
        start, end, new = _trim(text, edit)
        if start == end and not new:
            continue
        pieces.append(text[at:start])
        length += start - at
        replacements.append(Replacement(start, end, length, length + len(new), edit.rule))
        pieces.append(new)
        length += len(new)
        at = end
    pieces.append(text[at:])
    return "".join(pieces), OffsetMap(replacements)


def _trim(text: str, edit: Edit) -> tuple[int, int, str]:
    start, end, new = edit.start, edit.end, edit.new
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new


def _compose(first: OffsetMap, later: OffsetMap) -> list[Replacement]:
    """Merge two lists of replacements over the text between them, joining those that touch there."""
    # Each change as (middle start, middle end, from first?, replacement), in order of the middle text.
    changes = sorted(
        [(r.new_start, r.new_end, 0, r) for r in first.replacements]
        + [(r.start, r.end, 1, r) for r in later.replacements],
        key=lambda c: c[:3],
    )
    groups: list[list[tuple[int, int, int, Replacement]]] = []
    reach = -1
    for change in changes:
        if groups and (change[0] < reach or (change[0] == reach and _touches(groups[-1], change))):
            groups[-1].append(change)
            reach = max(reach, change[1])
        else:
            groups.append([change])
            reach = change[1]
    out = []
    back = forth = 0  # middle − original, and restored − middle, right before the group
    for group in groups:
        low, high = group[0][0], max(c[1] for c in group)
        start, new_start = low - back, low + forth
        back += sum((r.new_end - r.new_start) - (r.end - r.start) for _, _, which, r in group if which == 0)
        forth += sum((r.new_end - r.new_start) - (r.end - r.start) for _, _, which, r in group if which == 1)
        rule = "+".join(dict.fromkeys(r.rule for *_, r in group))
        out.append(Replacement(start, high - back, new_start, high + forth, rule))
    return [r for r in out if r.end > r.start or r.new_end > r.new_start]


def _touches(group: list[tuple[int, int, int, Replacement]], change: tuple[int, int, int, Replacement]) -> bool:
    """Whether two changes that meet at one point of the middle text must be joined.

    Only what the first map took away and the later one put there anew belongs together. To join more would
    widen spans: a space taken away before a word would belong to a letter that is changed in the word.
    """
    return change[0] == change[1] and any(low == high and which != change[2] for low, high, which, _ in group)
