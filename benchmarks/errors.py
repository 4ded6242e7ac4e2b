"""Errors of reading by cause, by a mechanical rule: what is missed, what is false, what is found with a wrong field.

    python benchmarks/errors.py [--write]      prints the table; with --write puts the list into docs/errors.tsv

Each error has one cause: the first that holds, in the order of the functions below. A *trigger* is a frame of the
text of which nothing was told (for a whole document: one within the gold fact's evidence) and whose sense can give
the fact's type; without evidence a missed fact may so be laid to the trigger of another one of the same text.
Only gold that may be looked at is taken; facts are named by their ids, never by their words.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType
from typing import NamedTuple

from annotated import JSON, Item, Match, Told, matches, told
from qatynas.reading.events import COOPERATIVE
from qatynas.reading.frames import Hit
from qatynas.reading.roles import fill, is_noun
from qatynas.reading.scene import Scene
from qatynas.reading.time import auxiliary, date_of, is_alleged

COLUMNS = "gold\tfact\tkind\ttype\terror\tcause"
HEAD = """# Errors of reading on the gold that may be looked at, made by `make docs`: do not edit.
#
# Columns: gold, fact, kind, type, error, cause
#   gold   the file
#   fact   the gold fact's id, which in our own gold and the news is its text's id and its place there; of a false
#          fact the text's id and a number
#   error  missed; false; wrong, which is found, with another date, side or key field
#   cause  the check of benchmarks/errors.py that held first
"""


class Error(NamedTuple):
    """One error: the gold, the fact's id, kind and type, `missed`, `false` or `wrong`, and the cause."""

    gold: str
    fact: str
    kind: str
    type: str
    error: str
    cause: str


def errors(name: str, item: Item, by: ModuleType) -> Iterator[Error]:
    """Each error of an item of the gold that has this name."""
    every = matches(item, by)
    seen = told(item.id, item.text)[1]
    false = [m.told for m in every if m.told and m.gold is None]
    turned: set[int] = set()
    for match in every:
        gold = match.gold
        if gold is None or not match.counts:
            continue
        if match.told is None:
            other = _turned(gold, [t for t in false if id(t) not in turned], by)
            turned |= {id(other)} if other else set()
            cause = "read as another type" if other else _missed(gold, item, seen, by)
            yield Error(name, *_named(gold), "missed", cause)
        elif match.wrong:
            yield Error(name, *_named(gold), "wrong", _wrong(match.told, gold, match.wrong, by))
    for number, fact in enumerate(false, 1):
        if id(fact) not in turned:
            yield Error(
                name, *_named({**fact.line, "id": f"{item.id}/false-{number}"}), "false", _false(fact, every, by)
            )


def _named(line: JSON) -> tuple[str, str, str]:
    return str(line["id"]), str(line["kind"]), str(line.get("type") or "")


def _turned(gold: JSON, false: Sequence[Told], by: ModuleType) -> Told | None:
    """A false fact of the same kind, another type, and a party in common, on the same words where there is evidence."""
    for fact in false:
        if fact.fact.kind != gold["kind"] or "type" not in gold or fact.line["type"] == gold["type"]:
            continue
        near = by.overlap(fact.line, gold) >= 0.5 if "evidence" in gold else True
        if near and _who(fact.line, by) & _who(gold, by):
            return fact
    return None


def _who(line: JSON, by: ModuleType) -> frozenset[str]:
    """Everybody who takes part in an event or an instrument, on whatever side."""
    return frozenset().union(*(by.codes(line.get(f)) for f in by.ACTORS[line["kind"]]))


def _missed(gold: JSON, item: Item, seen: Sequence[Scene], by: ModuleType) -> str:
    scenes = [s for s in seen if not item.spans or _stands(gold, s, 0, len(s.words))]
    if gold["kind"] == "instrument":
        return _missed_instrument(scenes)
    if gold["kind"] != "event":
        return "not read"
    free = [
        (s, h)
        for s in scenes
        for h in s.hits
        if h.sense.kind == "event" and not _used(s, h) and (not item.spans or _stands(gold, s, h.first, h.last))
    ]
    stops = [_stopped(s, h) for s, h in free if _gives(h, by.accepted(gold, "type"))]
    if stops:
        return f"trigger found, but {max(stops, key=CHECKS.index)}"
    return "no trigger known" + (", one of another type gave nothing" if free else "")


def _stands(gold: JSON, scene: Scene, first: int, last: int) -> bool:
    place = scene.evidence(first, last)
    return any(place.start < e["end"] and e["start"] < place.end for e in gold["evidence"])


def _gives(hit: Hit, types: Sequence[str]) -> bool:
    """Whether a frame can give one of the types: what is cooperative gives AGREE when to come, any denied REJECT."""
    type = hit.sense.type or ""
    return type in types or ("AGREE" in types and type in COOPERATIVE)


CHECKS = (
    "told of within an accusation or a threat",
    "denied or supposed",
    "a milestone stands on the same verb",
    "no instrument was read for it",
    "no second state in view",
    "no party fills a role",
    "one side alone",
    "a further check stopped it",
)
"""Why a trigger gave no event, the first that holds in this order; of several triggers the one that came furthest."""


def _stopped(scene: Scene, hit: Hit) -> str:
    if is_alleged(scene, hit):
        return CHECKS[0]
    date = date_of(scene, scene.clause_of(hit.last - 1), hit.last - 1)
    if {"negation", "hypothetical"} & set(auxiliary(scene, hit, date)):
        return CHECKS[1]
    if any(h.sense.kind == "milestone" and h.last == hit.last for h in scene.hits):
        return CHECKS[2]
    return CHECKS[3] if hit.sense.object == "instrument" else _unfilled(scene, hit)


def _used(scene: Scene, hit: Hit) -> bool:
    """Whether a fact was told of this trigger."""
    words = tuple(scene.words[k].form for k in hit.words)
    facts, _ = told(scene.story.name, scene.story.text.original)
    here = (t.fact for t in facts if t.scene.sentence == scene.sentence)
    return any(f.why and (hit.realisation.rule, words[-1]) == (f.why.rule, f.why.words[-1]) for f in here)


def _unfilled(scene: Scene, hit: Hit) -> str:
    filled = [p for found in fill(scene, hit).values() for p in found]
    codes = {c for p in filled for c in p.codes}
    if not {a.code for a in scene.states} - {scene.story.home.code}:
        return CHECKS[4]
    if not codes:
        return CHECKS[5]
    return CHECKS[6] if len(codes) < 2 else CHECKS[7]


def _missed_instrument(scenes: Sequence[Scene]) -> str:
    nouns = {row[0].split()[-1] for s in scenes for row in s.story.language.lexicon("instruments")}
    return "noun found, not taken" if any(nouns & s.lemmas() for s in scenes) else "no noun known"


def _wrong(fact: Told, gold: JSON, fields: Sequence[str], by: ModuleType) -> str:
    if gold["kind"] in ("event", "instrument") and "who" in fields:
        return _sides(fact.line, gold, by)
    if "date" in fields:
        mine = fact.line.get("date")
        return "date missing" if mine is None else "date extra" if gold.get("date") is None else "another date"
    return f"another value of {', '.join(fields)}"


def _sides(line: JSON, gold: JSON, by: ModuleType) -> str:
    mine, its = _who(line, by), _who(gold, by)
    if mine == its:
        return "side reversed"
    if mine < its:
        return "side missing"
    return "side extra" if its < mine else "another side"


def _false(fact: Told, every: Sequence[Match], by: ModuleType) -> str:
    gold = [m.gold for m in every if m.gold and m.gold["kind"] == fact.fact.kind]
    if not gold:
        return f"no {fact.fact.kind} in the text"
    if fact.fact.kind != "event":
        return "beside others that are right"
    hit = _hit(fact)
    if any(m.told and m.gold and _twice(m.told, fact, by) for m in every):
        return "second event of one act"
    if hit and is_noun(hit):
        return "told by a noun, in passing"
    if hit and hit.sense.object == "instrument":
        return "act on an instrument"
    return "a state of affairs, or of another type" if _who(fact.line, by) else "without parties"


def _twice(one: Told, two: Told, by: ModuleType) -> bool:
    same = one.line.get("type") == two.line["type"] and one.scene is two.scene
    return same and bool(_who(one.line, by) & _who(two.line, by))


def _hit(fact: Told) -> Hit | None:
    why = fact.fact.why
    return next((h for h in fact.scene.hits if why and h.realisation.rule == why.rule), None)


def listed(gold: Iterable[tuple[str, Sequence[Item]]], by: ModuleType) -> list[Error]:
    """Every error of every gold, in order."""
    return [error for name, texts in gold for item in texts for error in errors(name, item, by)]


def table(rows: Sequence[Error], names: Sequence[str]) -> str:
    """Kind, error and cause by gold, as Markdown; the most frequent cause of each kind and error first."""
    counts = Counter((row.kind, row.error, row.cause, row.gold) for row in rows)
    sums = Counter((row.kind, row.error, row.cause) for row in rows)
    order = sorted(sums, key=lambda c: (c[0], ("missed", "wrong", "false").index(c[1]), -sums[c], c[2]))
    out = ["| kind | error | cause | " + " | ".join(names) + " |", "|---|---|---|" + "---|" * len(names)]
    for cause in order:
        cells = (str(counts[(*cause, name)] or "") for name in names)
        out.append(f"| {' | '.join((*cause, *cells))} |")
    return "\n".join(out)


def tsv(rows: Sequence[Error]) -> str:
    """Every error as a line of docs/errors.tsv."""
    return HEAD + "\n".join([COLUMNS, *("\t".join(row) for row in rows)]) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Print the causes of errors on all open gold; with `--write` every error goes into docs/errors.tsv."""
    from score import ERRORS, error_gold, judged

    gold = error_gold()
    rows = listed(gold, judged())
    print(table(rows, [name for name, _ in gold]))
    if "--write" in arguments:
        ERRORS.write_text(tsv(rows), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
