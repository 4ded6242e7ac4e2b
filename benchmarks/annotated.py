"""Annotated texts beside what the reader tells of them: who is paired with whom, for every measure of facts.

Three forms of gold come out as one: our own items and the news (facts of a text, without places in it), and whole
documents (facts with their evidence). What agrees with what is asked of `../shared/score/score.py` itself.
"""

import importlib.util
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from qatynas.documents.document import Document
from qatynas.documents.opening import open_path
from qatynas.documents.text import Text
from qatynas.facts.json import encode
from qatynas.facts.kinds import Fact
from qatynas.languages.registry import language
from qatynas.reading.confidence import featured
from qatynas.reading.reader import read_document
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes

JSON = dict[str, Any]
FIELDS: Mapping[str, tuple[str, ...]] = {
    "figure": ("value", "unit"), "reference": ("marker",), "office": ("person", "holder_of"),
    "statement": ("speaker", "form"), "period": ("date", "parties"), "programme": ("abbreviation", "money", "people"),
    "project": ("parties",), "milestone": ("date", "parties"), "claim": ("parties",),
}  # fmt: skip
"""Fields of a fact without evidence that must agree; the first of those in NAMING tells which fact is meant."""
NAMING = {"figure": "value", "reference": "marker", "office": "person"}
NEWS = frozenset(("event", "instrument"))
_LISTS = frozenset(("holder_of", "speaker", "parties"))


class Told(NamedTuple):
    """A fact as read, as its line of JSON, the sentence that it stands in, and the features of its confidence."""

    fact: Fact
    line: JSON
    scene: Scene
    features: tuple[str, ...]


class Item(NamedTuple):
    """A text with its gold facts, each of one of `kinds` (empty: of any) and named by `id`.

    `spans`: they stand on evidence; what is told at or behind the place `ends` is not annotated.
    """

    id: str
    text: str
    gold: tuple[JSON, ...]
    dates: tuple[JSON, ...] = ()
    spans: bool = False
    ends: int = 1 << 30
    kinds: frozenset[str] = frozenset()


class Match(NamedTuple):
    """A fact told, a fact of the gold, or both, and the fields in which the two differ."""

    item: str
    told: Told | None
    gold: JSON | None
    wrong: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is a find, a miss or a false fact: an optional fact of the gold is none of them."""
        return not (self.gold and self.gold.get("optional"))


@cache
def judge(path: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path: Path) -> list[JSON]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def items(path: Path, texts: Mapping[str, str] | None = None) -> list[Item]:
    """Items of our own gold, or, with the `texts` of its sentences, of the news."""
    out = []
    for row in lines(path):
        id = str(row.get("id") or row["sentence_id"])
        gold = [{**g, "kind": kind} for kind in ("event", "instrument") for g in row[kind + "s"]]
        named = ({**g, "id": f"{id}/{n}"} for n, g in enumerate([*gold, *row.get("facts", ())], 1))
        text, kinds = (texts[id], NEWS) if texts else (str(row["text"]), frozenset())
        out.append(Item(id, text, tuple(named), tuple(row.get("dates", ())), kinds=kinds))
    return out


def document(source: Path, path: Path, ends: int = 1 << 30) -> Item:
    """A whole document and its gold; what is told behind the place `ends` has none."""
    return Item(source.name, next(iter(open_path(source))).original, tuple(lines(path)), spans=True, ends=ends)


@cache
def told(id: str, text: str) -> tuple[tuple[Told, ...], tuple[Scene, ...]]:
    """Facts of a text with their sentences, and all its sentences."""
    opened = Document(id=id, name=id, original=text, language="kk")
    known = language("kk")
    assert known
    restored = known.restore(Text(text))
    seen = tuple(scenes(id, restored, known, list(known.sentences(restored.restored)), None))
    facts = featured(read_document(opened, mentions=False).facts, seen)
    return tuple(Told(fact, json.loads(encode(fact)), _of(fact, seen), found) for fact, found in facts), seen


def _of(fact: Fact, seen: Sequence[Scene]) -> Scene:
    """The last sentence that begins at or before the fact's evidence."""
    at = fact.evidence[0].start
    before = [s for s in seen if s.story.text.span(s.sentence.start, s.sentence.end).start <= at]
    return before[-1] if before else seen[0]


def matches(item: Item, by: ModuleType) -> list[Match]:
    """Everything told of an item and everything in its gold, paired where one is the other."""
    facts = [
        t
        for t in told(item.id, item.text)[0]
        if t.fact.evidence[0].start < item.ends and (not item.kinds or t.fact.kind in item.kinds)
    ]
    pairs = _by_place(facts, item, by) if item.spans else _by_fields(facts, item, by)
    partners, found = dict(pairs), {j for _, j in pairs}
    out = [Match(item.id, t, item.gold[partners[i]] if i in partners else None) for i, t in enumerate(facts)]
    out += [Match(item.id, None, g) for j, g in enumerate(item.gold) if j not in found]
    return [m._replace(wrong=_wrong(m.told.line, m.gold, item.spans, by)) if m.told and m.gold else m for m in out]


def _by_place(facts: Sequence[Told], item: Item, by: ModuleType) -> list[tuple[int, int]]:
    return list(by.pair([t.line for t in facts], item.gold))


def _by_fields(facts: Sequence[Told], item: Item, by: ModuleType) -> list[tuple[int, int]]:
    """One-to-one pairs of the same kind and type, those that agree best first; required gold before optional."""
    ranked = [
        (-len(_wrong(t.line, g, False, by)), not g.get("optional"), -i, -j)
        for i, t in enumerate(facts)
        for j, g in enumerate(item.gold)
        if _same(t.line, g, by)
    ]
    used_i, used_j, out = set(), set(), []
    for *_, i, j in sorted(ranked, reverse=True):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            out.append((-i, -j))
    return out


def _same(line: JSON, gold: JSON, by: ModuleType) -> bool:
    if line["kind"] != gold["kind"] or (gold["kind"] in by.TYPED and line.get("type") not in by.accepted(gold, "type")):
        return False
    named = NAMING.get(gold["kind"])
    return named is None or _agrees(line, gold, named, by)


def _wrong(line: JSON, gold: JSON, spans: bool, by: ModuleType) -> tuple[str, ...]:
    """The fields that differ: date, who and keys of facts with evidence and of events and instruments, else each."""
    if spans or gold["kind"] in ("event", "instrument"):
        told = zip(("date", "who", "keys"), by.agreement(line, gold), strict=True)
        return tuple(field for field, same in told if not same and (field != "date" or "date" in gold))
    return tuple(field for field in FIELDS[gold["kind"]] if field in gold and not _agrees(line, gold, field, by))


def _agrees(line: JSON, gold: JSON, field: str, by: ModuleType) -> bool:
    if field in _LISTS:
        return any(by.codes(line.get(field)) == by.codes(value) for value in by.accepted(gold, field))
    return any(by.fold(line.get(field)) == by.fold(value) for value in by.accepted(gold, field))


def all_matches(gold: Iterable[Item], by: ModuleType) -> list[Match]:
    """The matches of every item, in order."""
    return [match for item in gold for match in matches(item, by)]
