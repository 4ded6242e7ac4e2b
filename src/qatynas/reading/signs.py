"""Signs: words and phrases that fill the further fields of an event or a programme (list `signs`)."""

from collections.abc import Mapping

from qatynas.languages.language import Language
from qatynas.ontology.lexicon import kept
from qatynas.reading.phrases import Phrases
from qatynas.reading.scene import Scene


@kept(8)
def _table(language: Language) -> Mapping[str, Phrases[str]]:
    rows = language.lexicon("signs")
    return {field: Phrases((row[0], row[2]) for row in rows if row[1] == field) for field in {row[1] for row in rows}}


def sign(scene: Scene, field: str, first: int, last: int) -> str | None:
    """The value of the field that the words `first:last` tell, titles passed over; the first of several."""
    table = _table(scene.story.language).get(field)
    for match in table.find(scene.words[first:last]) if table else ():
        if scene.titles.isdisjoint(range(first + match.first, first + match.last)):
            return match.value
    return None
