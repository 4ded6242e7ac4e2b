"""What changed between two readings: facts that were added, that are gone, and that say something else now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

import msgspec

from qatynas.facts.identity import order
from qatynas.facts.json import encode
from qatynas.facts.kinds import Fact

Key = tuple[str, str]
"""Document and id: two documents with the same text give their facts the same ids."""


class Change(NamedTuple):
    """One fact that differs: `old` is null where it was added, `new` where it is gone.

    `fields`: what each field held and holds, as JSON has it; those of `why` are told apart (`why.rule`).
    """

    old: Fact | None
    new: Fact | None
    fields: Mapping[str, tuple[Any, Any]]

    @property
    def sort(self) -> Literal["added", "gone", "changed"]:
        """How the fact differs."""
        return "added" if self.old is None else "gone" if self.new is None else "changed"

    @property
    def fact(self) -> Fact:
        """The fact as it is now; one that is gone, as it was."""
        fact = self.new or self.old
        assert fact is not None
        return fact


def changes(old: Sequence[Fact], new: Sequence[Fact]) -> list[Change]:
    """All that differs, in the order of the format.

    Facts of the same document and id are compared. Of the others, two of one kind whose first pieces of evidence
    overlap are taken for one fact that stands on other words now: those that share most first.
    """
    before, after = {_key(fact): fact for fact in old}, {_key(fact): fact for fact in new}
    pairs = [(before[key], fact) for key, fact in after.items() if key in before]
    gone = [fact for key, fact in before.items() if key not in after]
    added = [fact for key, fact in after.items() if key not in before]
    moved = list(_moved(gone, added))
    paired = {id(fact) for pair in moved for fact in pair}
    found = [Change(one, two, fields) for one, two in (*pairs, *moved) if (fields := _fields(one, two))]
    found += [Change(fact, None, {}) for fact in gone if id(fact) not in paired]
    found += [Change(None, fact, {}) for fact in added if id(fact) not in paired]
    return sorted(found, key=lambda change: order(change.fact))


def _key(fact: Fact) -> Key:
    return fact.evidence[0].document, fact.id


def _moved(gone: Iterable[Fact], added: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts of one kind that stand on some of the same words, each fact in one pair at most."""
    near: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in added:
        near[fact.evidence[0].document, fact.kind].append(fact)
    shared = [
        (-common, order(one), order(two), one, two)
        for one in gone
        for two in near[one.evidence[0].document, one.kind]
        if (common := _overlap(one, two)) > 0
    ]
    taken: set[int] = set()
    for *_, one, two in sorted(shared, key=lambda pair: pair[:3]):
        if taken.isdisjoint((id(one), id(two))):
            taken.update((id(one), id(two)))
            yield one, two


def _overlap(one: Fact, two: Fact) -> int:
    """How many code points the first pieces of evidence share."""
    a, b = one.evidence[0], two.evidence[0]
    return min(a.end, b.end) - max(a.start, b.start)


def _fields(one: Fact, two: Fact) -> dict[str, tuple[Any, Any]]:
    a, b = _flat(one), _flat(two)
    names = dict.fromkeys((*a, *b))
    return {name: (a.get(name), b.get(name)) for name in names if a.get(name) != b.get(name)}


def _flat(fact: Fact) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.json.decode(encode(fact))
    why: dict[str, Any] = told.pop("why") or {}
    return told | {f"why.{name}": value for name, value in why.items()}
