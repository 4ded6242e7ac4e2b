"""Programmes: standing programmes of cooperation, with who pays, money and people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Bound, Money, Programme, Why
from qatynas.reading.context import context, spheres
from qatynas.reading.figures import counted
from qatynas.reading.periods import parties
from qatynas.reading.quotes import quotations
from qatynas.reading.scene import Scene
from qatynas.reading.signs import sign

_ABBREVIATION_LONGEST = 8
_WORDS = 4  # between an abbreviation and the word for a programme


@dataclass
class _Gathered:
    """What is known of one programme while a document is read through."""

    name: str
    abbreviation: str | None
    scene: Scene
    evidence: list[Evidence] = field(default_factory=list)
    payer: Actor | None = None
    money: Money | None = None
    money_bound: Bound | None = None
    people: int | None = None
    people_bound: Bound | None = None
    context: tuple[str, ...] = ()
    about: tuple[Actor, ...] = ()
    sphere: tuple[str, ...] = ()
    mechanism: bool = False


class Told(NamedTuple):
    """The programmes of a document, and by each sentence that speaks of one who gives and who gets."""

    programmes: tuple[Programme, ...]
    sides: Mapping[int, tuple[tuple[Actor, ...], tuple[Actor, ...]]]


def find(scenes: Sequence[Scene]) -> Told:
    """Programmes of a document: each once, with all that is told of it in passages that speak of it."""
    known: dict[str, _Gathered] = {}
    spoken: dict[int, _Gathered] = {}
    current: _Gathered | None = None
    for scene in scenes:
        named = list(_named(scene))
        for name, abbreviation, first, last in named:
            current = _gather(known, scene, name, abbreviation, first, last)
        if not named and not (current and _speaks_on(scene)):
            current = None
        elif current:
            current.about = current.about or parties(scene)
            spoken[scene.sentence.start] = current
            if len(named) < 2:
                _add_amounts(current, scene)
    made = {id(one): programme for one in known.values() if (programme := _programme(one)).parties}
    return Told(
        tuple(made.values()),
        {start: sides for start, one in spoken.items() if id(one) in made and (sides := _sides(made[id(one)]))},
    )


def _sides(programme: Programme) -> tuple[tuple[Actor, ...], tuple[Actor, ...]] | None:
    """Who gives and who gets, where the programme has two parties: who pays stands first."""
    if len(programme.parties) != 2:
        return None
    giver, taker = (Actor(a.name, a.code, "GOV") for a in programme.parties)
    return (giver,), (taker,)


def _speaks_on(scene: Scene) -> bool:
    """Whether the sentence speaks of one programme, which then is the one named last."""
    nouns = scene.story.words("programmes")
    return any(a.lemma in nouns and a.get("Number") != "Plur" for w in scene.words for a in w.analyses)


def _named(scene: Scene) -> Iterator[tuple[str, str | None, int, int]]:
    """Names in quotes, or abbreviations, that belong to the word for a programme: over the words `first:last`."""
    nouns = scene.story.words("programmes")
    heads = [k for k, word in enumerate(scene.words) if any(one.lemma in nouns for one in word.analyses)]
    seen: set[int] = set()
    for head in heads:
        for start, shut in quotations(scene.words):
            if shut < head and start not in seen and _belongs(scene, shut, head):
                seen.add(start)
                inner = scene.story.text.restored[scene.words[start].end : scene.words[shut].start].strip()
                abbreviation, last = _bracketed(scene, shut + 1)
                yield inner, abbreviation, start, last
        first = _proper(scene, head)
        before = scene.story.text.restored[scene.words[first].start : scene.words[head].start].strip()
        if before.isupper() and 2 < len(before) <= _ABBREVIATION_LONGEST and before.isalpha():
            yield "", before, first, head + 1
        elif before:
            code = scene.words[first].form
            yield before, code if code.isupper() and code.isalpha() and len(code) > 2 else None, first, head + 1


def _proper(scene: Scene, head: int) -> int:
    """Where the capitalised words right before the noun begin, if they name nothing else («Нанн–Лугар»)."""
    named = {k for n in scene.names if n.kind != "person" for k in range(n.first, n.last)}
    at = head
    while at > 0 and at - 1 not in named and _part_of_name(scene.words[at - 1].form):
        at -= 1
    if at == 0 and head == 1 and not scene.words[0].form.isupper():
        at = head  # the first word of a sentence has a capital anyway
    if at == head:
        at = _coded(scene, head, named)
    return at if at < head and scene.words[at].form[0].isupper() else head


def _coded(scene: Scene, head: int, named: set[int]) -> int:
    """Where an abbreviation begins the name, with what the programme is of behind it: «FLEX мектеп алмасу»."""
    for k in range(head - 1, max(head - 1 - _WORDS, -1), -1):
        form = scene.words[k].form
        if len(form) > 2 and form.isupper() and form.isalpha() and k not in named:
            return k
        if scene.words[k].upos not in ("NOUN", "ADJ", "VERB") or scene.words[k].get("Case") != "Nom":
            break
    return head


def _part_of_name(form: str) -> bool:
    return form[0].isupper() or form in ("–", "—")


def _belongs(scene: Scene, shut: int, head: int) -> bool:
    """Whether quoted words that end at `shut` name the noun at `head`: only other names, or «сияқты», between."""
    between = scene.words[shut + 1 : head]
    inside = {k for a, b in quotations(scene.words) for k in range(a, b + 1)}
    loose = [w for k, w in enumerate(between, start=shut + 1) if k not in inside and w.upos != "PUNCT"]
    return len([w for w in loose if not (w.form.isupper() and len(w.form) <= _ABBREVIATION_LONGEST)]) <= 3 and not any(
        w.get("VerbForm") in ("Fin", "Conv") or w.get("Attr") for w in loose
    )


def _bracketed(scene: Scene, at: int) -> tuple[str | None, int]:
    words = scene.words
    if at + 2 < len(words) and words[at].form == "(" and words[at + 2].form == ")":
        inner = words[at + 1].form
        if inner.isupper() and len(inner) <= _ABBREVIATION_LONGEST:
            return inner, at + 3
    return None, at


def _gather(
    known: dict[str, _Gathered], scene: Scene, name: str, abbreviation: str | None, first: int, last: int
) -> _Gathered:
    found = known.get((abbreviation or "").casefold()) or known.get(name.casefold()) if name or abbreviation else None
    if found is None:
        found = _Gathered(name or abbreviation or "", abbreviation, scene)
    found.name = found.name if found.name and found.name != found.abbreviation else name or found.name
    found.abbreviation = found.abbreviation or abbreviation
    found.evidence.append(scene.evidence(first, last))
    found.context = found.context or context(scene, 0, len(scene.words))
    found.sphere = found.sphere or spheres(scene, 0, len(scene.words))
    clause = scene.clause_of(first)
    found.mechanism = found.mechanism or sign(scene, "mechanism", clause.first, clause.last) is not None
    found.payer = found.payer or _payer(scene, first)
    for key in filter(None, (name.casefold(), (found.abbreviation or "").casefold())):
        known[key] = found
    return found


def _payer(scene: Scene, first: int) -> Actor | None:
    """Who opened or pays for it: a state or its organ as the subject before the name."""
    for party in scene.parties:
        if party.last <= first and party.case == "Nom" and not party.attributive and not party.implied and party.codes:
            return party.actors[0]
    return None


def _add_amounts(one: _Gathered, scene: Scene) -> None:
    for count in counted(scene):
        if count.unit.kind == "money" and one.money is None:
            one.money = Money(count.number.value, count.unit.code)
            one.money_bound = count.number.bound
        elif count.unit.kind == "people" and one.people is None:
            one.people = int(count.number.value)
            one.people_bound = count.number.bound
        else:
            continue
        one.evidence.append(scene.evidence(count.first, count.last))


def _programme(one: _Gathered) -> Programme:
    sides = parties(one.scene) or one.about
    if one.payer:
        rest = [a for a in sides if a.code != one.payer.code]
        sides = (Actor(one.payer.name, one.payer.code, one.payer.sector), *rest)
    else:
        sides = tuple(sorted(sides, key=lambda a: a.code == one.scene.story.home.code))
    return Programme(
        evidence=tuple(one.evidence),
        context=one.context,
        name=one.name,
        abbreviation=one.abbreviation,
        parties=sides,
        money=one.money,
        money_bound=one.money_bound,
        people=one.people,
        people_bound=one.people_bound,
        sphere=one.sphere,
        mechanism=one.mechanism,
        why=Why("programme:named", (one.name,)),
    )
