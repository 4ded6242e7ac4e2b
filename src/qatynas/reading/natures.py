"""What a claim is about a relation, and whether it binds its sides or divides them, by the words that tell it."""

from collections.abc import Mapping
from typing import NamedTuple, cast

from qatynas.facts.kinds import Effect, Step, Subtype
from qatynas.languages.language import Language
from qatynas.ontology.lexicon import kept
from qatynas.reading.phrases import Match, Phrases
from qatynas.reading.scene import Scene

_OF_TYPE: Mapping[str, Effect] = {"problem": "divides"}
_NAMED = frozenset(("Nom", "Dat"))
"""Cases in which one bare word names a relation («одақтастыққа айналды»), and is not merely spoken of."""


class Nature(NamedTuple):
    """Subtype and effect of a claim (FORMAT.md, "Further fields"), and by which words."""

    subtype: Subtype | None
    effect: Effect | None
    steps: tuple[Step, ...]


class _Told(NamedTuple):
    subtype: str
    effect: str


def nature(scene: Scene, first: int, last: int, type: str) -> Nature:
    """What the words `first:last` tell of a claim of this type.

    The name of a relation goes before other subtypes, of which the last told counts. Words that bind beside words
    that divide leave the effect open; a problem divides.
    """
    found = [m for m in _phrases(scene.story.language).find(scene.words) if first <= m.first and m.last <= last]
    found = [m for m in found if not _denied(scene, m)]
    kinds = [m for m in found if m.value.subtype and (m.value.subtype != "status" or _names(scene, m))]
    subtype = max(kinds, key=lambda m: (m.value.subtype == "status", m.first), default=None)
    effects = {m.value.effect: m for m in found if m.value.effect}
    only = next(iter(effects)) if len(effects) == 1 else None
    effect = _OF_TYPE.get(type) or cast("Effect | None", only)
    steps = [_step(scene, "subtype", subtype.value.subtype, subtype)] if subtype else []
    if effect in effects:
        steps.append(_step(scene, "effect", str(effect), effects[effect]))
    return Nature(cast("Subtype | None", subtype.value.subtype if subtype else None), effect, tuple(steps))


@kept(8)
def _phrases(language: Language) -> Phrases[_Told]:
    return Phrases((phrase, _Told(subtype, effect)) for phrase, subtype, effect in language.lexicon("claims"))


def _denied(scene: Scene, match: Match[_Told]) -> bool:
    return scene.words[match.last - 1].get("Polarity") == "Neg"


def _names(scene: Scene, match: Match[_Told]) -> bool:
    """Whether the words name the relation; one bare word may only speak of it («әріптестікті дамыту»)."""
    return match.last - match.first > 1 or scene.words[match.first].get("Case") in _NAMED


def _step(scene: Scene, field: str, gives: str, match: Match[_Told]) -> Step:
    return Step(field, gives, scene.evidence(match.first, match.last).quote)
