"""The examples of realisations: whether each fires the realisation that it stands beside."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qatynas.documents.text import Text
from qatynas.languages.language import Language, Realisation
from qatynas.reading.frames import ANY, Hit, Obstacle, hits, nearly
from qatynas.reading.obstacles import told
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes


class Silent(NamedTuple):
    """A realisation whose example does not fire it, and why."""

    realisation: Realisation
    reason: str

    def __str__(self) -> str:
        """One line: file and line, the realisation, its example and the reason."""
        one = self.realisation
        return f"{one.place}: {one.sense}: «{' '.join(one.trigger)}» is silent in «{one.example}»: {self.reason}"


def silent(language: Language) -> Iterator[Silent]:
    """The realisations in force whose example, read as a document of its own, does not fire them, in their order.

    Of an entry with sets one of the ways to say it must fire. Another entry may fire in its place that says the same
    sense with more of the words.
    """
    entries = {(one.rule, one.example): one for one in reversed(language.realisations())}
    for one in reversed(entries.values()):
        told = read(one.example, language)
        if not any(_says(hit.realisation, one) for scene in told for hit in scene.hits):
            yield Silent(one, _reason(one, told))


def _says(fires: Realisation, one: Realisation) -> bool:
    longer = fires.sense == one.sense and len(fires.trigger) > len(one.trigger)
    return fires.rule == one.rule or longer


def read(example: str, language: Language) -> list[Scene]:
    """The scenes of an example, taken as it stands."""
    return scenes("example", Text(example), language, list(language.sentences(example)), None)


def unfired(scene: Scene) -> list[tuple[Hit, Obstacle]]:
    """Triggers of a sentence whose words are there and that did not fire.

    Where no check kept one, its words stand within a title, a date or a name: then there is no obstacle to tell.
    """
    language = scene.story.language
    inside = [hit for hit in hits(scene.words, scene.clauses, language) if hit not in scene.hits]
    none: Obstacle = ""
    return [*((hit, none) for hit in inside), *nearly(scene.words, scene.clauses, language)]


def _reason(one: Realisation, scenes: Sequence[Scene]) -> str:
    """What kept it, what fired in its place, and which of its words no list knows."""
    kept = [told(s, hit, obstacle) for s in scenes for hit, obstacle in unfired(s) if hit.realisation is one]
    missing = [] if kept else [f"its words do not stand in one clause{_without_root(one, scenes)}"]
    others = dict.fromkeys(hit.realisation.rule for scene in scenes for hit in scene.hits)
    return "; ".join([*(kept[:1] or missing), f"fires: {', '.join(others)}" if others else "nothing fires"])


def _without_root(one: Realisation, scenes: Sequence[Scene]) -> str:
    """Parts of the trigger that are no dictionary form of any word of the example."""
    words = [word for scene in scenes for word in scene.words]
    absent = [p for p in one.trigger if p != ANY and not any(w.has(p) or w.form.lower() == p for w in words)]
    return f" (no word of it is a form of: {', '.join(absent)})" if absent else ""
