"""Who asserts what a sentence tells: its author, or whom a clause of it names («бақылаушылардың пікірінше»)."""

from qatynas.languages.language import Word
from qatynas.reading.frames import Hit
from qatynas.reading.party import Party
from qatynas.reading.roles import fill
from qatynas.reading.scene import Scene

AUTHOR = "author"
"""`by` of what the author of a text asserts (FORMAT.md, "Further fields")."""
_MODIFIES = frozenset(("ADJ", "DET", "NUM", "ADV", "PRON"))


def asserter(scene: Scene) -> str | None:
    """The author, or who a clause says it is; null where that clause names nobody («... деп есептейді»).

    A passive («деп саналады») and a first person («деп есептейміз») leave it to the author.
    """
    for hit in scene.hits:
        if hit.sense.kind == "statement" and _attributes(scene, hit):
            return _party(scene, hit) or noun_before(scene, hit.first, _case(hit))
    return AUTHOR


def _attributes(scene: Scene, hit: Hit) -> bool:
    """Whether the words around the trigger are somebody's: «Х-тің пікірінше», «... деп санайды»."""
    if hit.analysis.get("Voice") == "Pass" or hit.analysis.get("Person") == "1":
        return False
    closes = scene.words[hit.words[0]].form.lower() in scene.story.words("links", "said")
    return closes or _case(hit) == "Gen"


def _case(hit: Hit) -> str:
    return next(iter(hit.realisation.roles.get("speaker", ())), "Nom")


def _party(scene: Scene, hit: Hit) -> str | None:
    """The speaker that the trigger's frame finds, unless it is a side that only owns what is spoken of."""
    told = [p for p in fill(scene, hit).get("speaker", []) if p.case == _case(hit) and not p.attributive]
    return ", ".join(name for party in told if (name := named(party))) or None


def named(party: Party) -> str:
    """Who a party is by name; whoever is told by an office alone by that («тарихшы»), not as the home state."""
    if party.person or (party.implied and party.title):
        return party.person or str(party.title)
    return "" if party.pair else ", ".join(actor.name for actor in party.actors)


def noun_before(scene: Scene, last: int, case: str) -> str | None:
    """Whoever has no name: the noun in that case that owns a trigger, or the plural that the sentence begins with."""
    words = scene.words
    if case == "Gen":
        at = last - 1
        return _phrase(words, at) if at >= 0 and words[at].get("Case") == "Gen" else None
    for k, word in enumerate(words[:last]):
        if word.upos == "NOUN" and word.get("Case") == "Nom":
            return _phrase(words, k) if word.get("Number") == "Plur" and not word.get("Person[psor]") else None
        if word.upos not in _MODIFIES:
            return None
    return None


def _phrase(words: tuple[Word, ...], at: int) -> str:
    """A noun in its dictionary form behind the adjectives before it."""
    first = at
    while first and words[first - 1].upos in ("ADJ", "DET"):
        first -= 1
    return " ".join([*(word.form.lower() for word in words[first:at]), words[at].lemma])
