"""Mentions: names, dates and quantities as they stand in the text."""

from collections.abc import Iterator, Mapping

from qatynas.facts.kinds import Label, Mention, Why
from qatynas.reading.figures import counted
from qatynas.reading.scene import Scene

_LABELS: Mapping[str, Label] = {
    "state": "GPE",
    "place": "GPE",
    "organisation": "ORGANISATION",
    "people": "NORP",
    "adjective": "NORP",
    "person": "PERSON",
    "office": "POSITION",
}


_COUNTED: Mapping[str, Label] = {"money": "MONEY", "percent": "PERCENTAGE"}


def find(scene: Scene) -> Iterator[Mention]:
    """Mentions of a sentence."""
    for name in scene.names:
        label = _LABELS.get(name.kind)
        if label == "GPE" and name.kind == "place" and name.code is None:
            label = "LOCATION"
        if label:
            yield Mention(
                evidence=(scene.evidence(name.first, name.last),),
                label=label,
                name=name.name,
                code=name.code,
                why=Why(f"mention:{name.kind}"),
            )
    for date in scene.dates:
        yield Mention(
            evidence=(scene.story.evidence(date.start, date.end),),
            date=date.date,
            label="DATE",
            name=scene.story.text.restored[date.start : date.end],
            why=Why("mention:date"),
        )
    for count in counted(scene):
        start, end = scene.words[count.first].start, scene.words[count.last - 1].end
        yield Mention(
            evidence=(scene.evidence(count.first, count.last),),
            label=_COUNTED.get(count.unit.kind, "QUANTITY"),
            name=scene.story.text.restored[start:end],
            why=Why("mention:quantity"),
        )
