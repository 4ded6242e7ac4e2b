"""Words that point back to whom a text has named before: «екі ел», «тараптар», «аталған мемлекеттер», «бұл ұйым».

A careful reader looks into the same sentence first, then back a few sentences; where none there fits, the words stay
unresolved.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.languages.language import Name, NameKind, Number, Sentence, Word
from qatynas.reading.scene import Scene, Story

_BACK = 3  # sentences back in which what is meant is looked for
_SIDES = frozenset(("state", "self", "office", "body", "person", "pair"))
_HEADS = frozenset(("head_of_state", "head_of_government", "minister"))
"""Ranks of offices that, told together without their states, are those of the sides («президенттер»)."""
_FREE = frozenset(("VERB", "AUX", "PUNCT", "CCONJ", "ADV", "DET", "PRON", "ADP"))
"""Parts of speech behind which a noun begins a phrase of its own: «халықаралық ұйым» names no one that was told."""


class Resolved(NamedTuple):
    """The names of a sentence with those that point back told apart; who «the two sides» are; words of before."""

    names: Sequence[Name]
    pair: tuple[Actor, ...]
    antecedents: Mapping[int, Evidence]


def resolve(
    names: Sequence[Name], sentence: Sentence, numbers: Sequence[Number], before: Sequence[Scene], story: Story
) -> Resolved:
    """Names of a sentence with whom those mean that only point back; `before` are the scenes told so far."""
    antecedents: dict[int, Evidence] = {}
    pair = story.pair
    out: list[Name] = []
    for name in sorted([*names, *_organisations(names, sentence, story)], key=lambda n: n.first):
        count = _count(name, sentence, numbers, story)
        found: tuple[Name, Evidence | None] | None = (name, None)
        if count == 1 or not name.name:
            found = _last(name, before, story)
        elif count is not None:
            sides, place = _sides(count, name, out, before, story)
            pair = sides or pair
            told = name if name.kind == "office" else replace(name, kind="pair")
            found = (told, place) if sides else (name, None)
        if found and found[1]:
            antecedents[name.first] = found[1]
        out += [found[0]] if found else []
    return Resolved(out, pair, antecedents)


def _count(name: Name, sentence: Sentence, numbers: Sequence[Number], story: Story) -> int | None:
    """How many states the words mean: 0 where they do not tell how many; null where they point to none told before."""
    if name.kind == "pair":
        return 0 if name.last - name.first == 1 and name.plural else 2
    if name.kind == "office":
        bare = name.plural and name.possessed is None and name.code is None and name.rank in _HEADS
        return 0 if bare and begins(sentence.words, name.first, set(), story) else None
    if name.kind != "country" or name.first == 0:
        return None
    told = next((n for n in numbers if n.end == sentence.words[name.first - 1].end and not n.ordinal), None)
    if told and told.value == int(told.value) and told.value < 10:
        return int(told.value)
    if sentence.words[name.first - 1].form.lower() in story.words("links", "this"):
        return 0 if name.plural else 1
    return None


def _sides(
    count: int, name: Name, here: Sequence[Name], before: Sequence[Scene], story: Story
) -> tuple[tuple[Actor, ...], Evidence | None]:
    """So many states: of the sentence itself, of the relation that the document is about, or of sentences before."""
    told = {n.code: Actor(n.name, n.code, "GOV") for n in here if n.kind in ("state", "self") and n.case != "Loc"}
    if _fits(len(told), count):
        return tuple(told.values()), None
    last: frozenset[str] | None = None
    for scene in reversed(before[-_BACK:]):
        acting = _acting(scene)
        if not count and len(acting) > 2:
            acting = _together(acting)
        last = frozenset(acting) if last is None and acting else last
        if story.pair and last is not None and count in (0, 2) and last <= {a.code for a in story.pair}:
            return story.pair, _words(scene, acting) if len(acting) == len(story.pair) else None
        if _fits(len(acting), count):
            return tuple(actor for actor, _ in acting.values()), _words(scene, acting)
    return (story.pair if count in (0, 2) else ()), None


def _words(scene: Scene, acting: Mapping[str, tuple[Actor, tuple[int, int]]]) -> Evidence:
    """The words of a sentence from the first of those who act to the last."""
    places = [place for _, place in acting.values()]
    return scene.evidence(min(first for first, _ in places), max(last for _, last in places))


def _fits(told: int, count: int) -> bool:
    return told == count if count else told > 1


def _acting(scene: Scene) -> dict[str, tuple[Actor, tuple[int, int]]]:
    """The states of a sentence that act or are acted on, and where; a place where something was done is none."""
    out: dict[str, tuple[Actor, tuple[int, int]]] = {}
    for party in scene.parties:
        if party.kind in _SIDES and not party.implied and (party.case != "Loc" or party.kind == "person"):
            for actor in party.actors:
                if actor.code:
                    usual = Actor(scene.story.language.name_of(actor.code), actor.code, "GOV")
                    out.setdefault(actor.code, (usual, (party.first, party.last)))
    return out


def _together(acting: dict[str, tuple[Actor, tuple[int, int]]]) -> dict[str, tuple[Actor, tuple[int, int]]]:
    """The most states that stand side by side («А, Б және В»), where some do; else all."""
    runs: list[dict[str, tuple[Actor, tuple[int, int]]]] = []
    end = -1
    for code, (actor, place) in acting.items():
        if place[0] - end != 1 or not runs:
            runs.append({})
        runs[-1][code] = (actor, place)
        end = place[1]
    most = max(runs, key=len)
    return most if len(most) > 1 else acting


def _organisations(names: Sequence[Name], sentence: Sentence, story: Story) -> Iterator[Name]:
    """Bare nouns that stand for the organisation told last («ұйымға», «осы одақтан»), still without its name."""
    taken = {k for n in names for k in range(n.first, n.last)}
    nouns = story.words("links", "alliance")
    for k, word in enumerate(sentence.words):
        if k in taken or word.lemma not in nouns or word.get("Person[psor]") or word.get("Number") == "Plur":
            continue
        if begins(sentence.words, k, taken, story):
            yield Name("organisation", k, k + 1, "", case=word.get("Case") or "Nom")


def begins(words: Sequence[Word], k: int, taken: set[int], story: Story) -> bool:
    """Whether nothing before the word at `k` tells which organisation is meant."""
    if k == 0 or words[k - 1].form.lower() in story.words("links", "this"):
        return True
    free = words[k - 1].upos in _FREE or words[k - 1].get("Case") not in (None, "Nom", "Gen")
    return free and k - 1 not in taken


def _last(name: Name, before: Sequence[Scene], story: Story) -> tuple[Name, Evidence | None] | None:
    """The name as that of the state or organisation told last; a noun for an organisation that was not is no name."""
    wanted: NameKind = "organisation" if name.kind == "organisation" else "state"
    for scene in reversed(before[-_BACK:]):
        for party in reversed(scene.parties):
            code = next(iter(party.codes), None)
            if party.kind == wanted and code and code != story.home.code:
                told = story.language.name_of(code)
                meant = replace(name, kind=wanted, code=code, name=told, sector=party.actors[0].sector)
                return meant, scene.evidence(party.first, party.last)
    return None if name.kind == "organisation" else (name, None)
