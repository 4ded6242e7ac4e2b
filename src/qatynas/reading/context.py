"""Contexts and spheres: what an act is about, by the words of its clause."""

from collections.abc import Iterator
from typing import NamedTuple

from qatynas.languages.language import Language
from qatynas.ontology.lexicon import kept
from qatynas.reading.phrases import Phrases
from qatynas.reading.scene import Scene


class _Told(NamedTuple):
    """A row of the list `contexts`."""

    phrase: str
    context: str
    sphere: str


@kept(8)
def _table(language: Language) -> Phrases[_Told]:
    return Phrases((row[0], _Told(row[0], row[1], row[2])) for row in language.lexicon("contexts"))


def context(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """PLOVER contexts that the words `first:last` tell, in order; `diplomatic` where they tell none."""
    return tuple(dict.fromkeys(t.context for t in _told(scene, first, last))) or ("diplomatic",)


def spheres(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """Spheres of cooperation that the words `first:last` tell, in order."""
    return tuple(dict.fromkeys(t.sphere for t in _told(scene, first, last) if t.sphere))


def _told(scene: Scene, first: int, last: int) -> Iterator[_Told]:
    """What the words tell; a phrase counts before its single words («гуманитарлық көмек»).

    A single word counts by its likeliest reading only: alone it is easily another word.
    """
    words = scene.words[first:last]
    named = {k for n in scene.names if n.kind in ("state", "place", "person") for k in range(n.first, n.last)}
    for match in _table(scene.story.language).find(words):
        alone = match.last - match.first == 1
        if named.isdisjoint(range(first + match.first, first + match.last)) and (
            not alone or words[match.first].lemma == match.value.phrase
        ):
            yield match.value
