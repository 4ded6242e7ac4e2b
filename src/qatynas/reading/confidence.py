"""How sure a fact is: the estimated chance that a scholar who checks it would leave all of it as it stands.

Each fact has *features*: its kind, how it was told, how its roles and its date were filled. Their weights stand in
`data/confidence.tsv`, which `benchmarks/train_confidence.py` makes from annotated texts (logistic regression);
here they are only summed. Features say what was seen in the text, never what the answer should be.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp
from types import MappingProxyType

from msgspec import structs

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Claim, Event, Fact, Figure, Instrument, Milestone, Office, Programme, Statement
from qatynas.ontology.tables import rows
from qatynas.reading.frames import Hit
from qatynas.reading.party import Party
from qatynas.reading.roles import is_noun
from qatynas.reading.scene import Scene

LOWEST, HIGHEST = 0.02, 0.98
"""No fact is certain, however often its like was right."""
EVERY = "every fact"
"""The feature that all facts have: its weight is where the sum begins."""
_MANY = 4  # parties of one act
_CYRILLIC = re.compile("[\u0400-\u04ff]")  # of a text in another script all letters are put for others


def rated(facts: Iterable[Fact], told: Sequence[Scene]) -> Iterator[Fact]:
    """The facts of a document, each with its confidence; `told` are its sentences, in order."""
    for fact, found in featured(facts, told):
        yield structs.replace(fact, confidence=chance(found, weights()))


def featured(facts: Iterable[Fact], told: Sequence[Scene]) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """The facts of a document, in their order, with the features of each."""
    starts = [scene.evidence(0, 1).start for scene in told]
    seen: set[tuple[int, str, str]] = set()
    for fact in facts:
        at = max(0, bisect_right(starts, fact.evidence[0].start) - 1)
        same = (at, fact.kind, str(getattr(fact, "type", "")))
        yield fact, features(fact, told[at], same in seen)
        seen.add(same)


def chance(found: Iterable[str], table: Mapping[str, float]) -> float:
    """The weights of the features summed and turned into a chance (logistic function), to two places."""
    total = table.get(EVERY, 0.0) + sum(table.get(name, 0.0) for name in found)
    return round(min(HIGHEST, max(LOWEST, 1 / (1 + exp(-total)))), 2)


@cache
def weights() -> Mapping[str, float]:
    """Weight of every feature in log odds. Raises `DataFileError` where one stands twice or has no number."""
    found: dict[str, float] = {}
    for row in rows("qatynas.reading", "data/confidence.tsv", ("feature", "weight", "facts", "right")):
        if row["feature"] in found:
            raise row.wrong(f"the feature “{row['feature']}” stands twice")
        try:
            found[row["feature"]] = float(row["weight"])
        except ValueError:
            raise row.wrong(f"the weight {row['weight']} is no number") from None
    return MappingProxyType(found)


def features(fact: Fact, scene: Scene, another: bool = False) -> tuple[str, ...]:
    """The features of a fact in its sentence; `another`: one of its kind and type was told of it before."""
    hit = _trigger(fact, scene)
    told = [f"kind {fact.kind}", f"rule {fact.why.rule if fact.why else ''}", *_place(fact, scene)]
    told += ["another of its type in the sentence"] if another else []
    told += _act(hit, scene) if hit else []
    if isinstance(fact, Event | Instrument | Milestone):
        told += [f"{fact.kind} {fact.type}", *_date(fact, scene), *_sides(fact, scene, hit)]
    if isinstance(fact, Office) and any(p.implied and p.person == fact.person for p in scene.parties):
        told.append("party implied")
    told += [f"{fact.kind} told as {how}" for how in fact.auxiliary]
    return tuple(dict.fromkeys([*told, *_own(fact)]))


def _trigger(fact: Fact, scene: Scene) -> Hit | None:
    """The frame that the fact was told by."""
    if fact.why is None:
        return None
    words = fact.why.words[-1:]
    found = (h for h in scene.hits if h.realisation.rule == fact.why.rule)
    return next((h for h in found if (scene.words[h.words[-1]].form,) == words), None)


def _place(fact: Fact, scene: Scene) -> Iterator[str]:
    """What the place in the text is like."""
    quote = fact.evidence[0].quote
    if _CYRILLIC.search(quote) and _letters(quote) not in _letters(scene.sentence.text):
        yield "repaired letters"


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _act(hit: Hit, scene: Scene) -> Iterator[str]:
    """How the act is told."""
    yield "trigger of one word" if len(hit.words) == 1 else "trigger of several words"
    if hit.last - hit.first > len(hit.words) + 2:
        yield "trigger far apart"
    if is_noun(hit):
        yield "told by a noun"
    elif hit.analysis.get("VerbForm") in ("Part", "Conv"):
        yield "told by a participle or converb"
    clause = scene.clause_of(hit.last - 1)
    if sum(h.sense.kind == "event" and clause.first <= h.first < clause.last for h in scene.hits) > 1:
        yield "several acts in the clause"


def _date(fact: Fact, scene: Scene) -> Iterator[str]:
    if fact.date is None:
        yield "date in the sentence not taken" if scene.dates else "no date"
    elif all(date.date != fact.date for date in scene.dates):
        yield "date from elsewhere"
    elif len(scene.dates) > 1:
        yield "one of several dates"


def _sides(fact: Event | Instrument | Milestone, scene: Scene, hit: Hit | None) -> Iterator[str]:
    """How well the parties are told."""
    codes = {a.code for a in fact.actors if a.code}
    yield f"{fact.kind} with {_count(len(codes))}"
    named = [p for p in scene.parties if p.codes & codes]
    if not codes <= {c for p in named for c in p.codes}:
        yield "party not named in the sentence"
    elif not codes <= {c for p in named if not p.implied for c in p.codes}:
        yield "party implied"
    if hit is not None:
        yield from _near(codes, scene, hit)
    if any(p.unnamed for p in scene.parties):
        yield "a country without a name in the sentence"
    if isinstance(fact, Event) and hit and not hit.sense.mutual and not (fact.actor and fact.recipient):
        yield "one side empty"


def _count(number: int) -> str:
    names = ("no party", "one party", "two parties", "three parties")
    return names[number] if number < _MANY else "many parties"


def _near(codes: set[str], scene: Scene, hit: Hit) -> Iterator[str]:
    """Whether who takes part stands in the clause of the act, and nobody else."""
    clause = scene.clause_of(hit.last - 1)
    here: list[Party] = [p for p in scene.parties if clause.first <= p.first < clause.last]
    inside = {c for p in here for c in p.codes}
    if not codes <= inside:
        yield "party of another clause"
    if inside - codes:
        yield "a state beside them takes no part"
    if any(not p.codes and not p.pair and p.kind in ("person", "office", "body", "organisation") for p in here):
        yield "somebody without a state in the clause"


def _own(fact: Fact) -> Iterator[str]:
    """What only some kinds have."""
    match fact:
        case Office(holder_of=of, person=person):
            yield from _told(of, "office")
            yield "person of one word" if " " not in person else "person with a given name"
        case Statement(speaker=speaker, form=form):
            yield from _told(speaker, "speaker")
            yield f"statement {form}"
        case Figure(unit=unit, bound=bound):
            yield "figure with unit" if unit else "figure without unit"
            yield f"figure {bound}"
        case Instrument(title=title, status=status):
            yield "instrument with title" if title else "instrument without title"
            yield "instrument with status" if status else "instrument without status"
        case Claim(type=type, subtype=subtype):
            yield f"claim {subtype or type}"
        case Programme(abbreviation=short):
            yield "programme with abbreviation" if short else "programme without abbreviation"


def _told(actors: Sequence[Actor], what: str) -> Iterator[str]:
    coded = any(actor.code for actor in actors)
    yield f"{what} of a state or organisation" if coded else f"{what} of nobody known"
