"""Contexts and spheres: what an act is about, by the words of its clause."""

from collections.abc import Mapping

from qatynas.languages.language import Language
from qatynas.ontology.lexicon import kept
from qatynas.reading.scene import Scene


@kept(8)
def _table(language: Language) -> Mapping[str, tuple[str, str]]:
    return {word: (context, sphere) for word, context, sphere in language.lexicon("contexts")}


def context(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """PLOVER contexts that the words `first:last` tell, in order; `diplomatic` where they tell none."""
    return _told(scene, first, last, 0) or ("diplomatic",)


def spheres(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """Spheres of cooperation that the words `first:last` tell, in order."""
    return _told(scene, first, last, 1)


def _told(scene: Scene, first: int, last: int, cell: int) -> tuple[str, ...]:
    table = _table(scene.story.language)
    seen = {}
    named = {k for n in scene.names if n.kind in ("state", "place", "person") for k in range(n.first, n.last)}
    for k, word in enumerate(scene.words[first:last], start=first):
        told = table.get(word.lemma) if k not in named else None
        if told and told[cell]:
            seen[told[cell]] = True
    return tuple(seen)
