"""The testimonium: the formula that closes the text of an instrument and tells where, when and in which languages."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.languages.language import Name
from qatynas.reading.formulas import formulas
from qatynas.reading.scene import Scene
from qatynas.reading.story import glimpse
from qatynas.reading.treaty import Treaty

_SHORT = 12  # words of a line that tells place and date alone
_ABOVE = 400  # characters behind a title in which such a line stands, where no article ends them
_CITY = 4  # words before «қаласында» that its name may have


_OPEN = re.compile(r"_{2,}|…|\.{4,}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Testimonium(NamedTuple):
    """Where and when an instrument was made, and in which languages; `act` is what the formula says was done.

    `blank`: the day was left open, as in a draft.
    """

    date: Edtf | None = None
    place: str | None = None
    languages: tuple[str, ...] = ()
    prevails: str | None = None
    act: Literal["made", "adopted"] = "made"
    blank: bool = False
    evidence: tuple[Evidence, ...] = ()


def testimonium(text: Treaty) -> Testimonium:
    """What the closing formula tells; where there is none, a line that tells nothing but place and date."""
    story = text.title.story
    restored, words = story.text.restored, formulas(story.language)
    if text.closing is None:
        return _line(text)
    scenes = [scene for scene in text.scenes if text.closing[0] <= scene.sentence.start < text.closing[1]]
    whole = restored[slice(*text.closing)]
    dates = [date.date for scene in scenes for date in scene.dates if date.date is not None]
    blank = _OPEN.search(whole) is not None and not any(_DAY.fullmatch(str(date)) for date in dates)
    dates = [] if blank else dates
    place = next((place for scene in scenes if (place := _place(scene))), None)
    line = _line(text) if not dates else Testimonium()
    adopted = words.find("adopted", whole) is not None
    return Testimonium(
        date=dates[-1] if dates else line.date,
        place=place or line.place,
        languages=tuple(dict.fromkeys(code for scene in scenes for code in _languages(scene))),
        prevails=next((code for scene in scenes if (code := _prevails(scene))), None),
        act="adopted" if adopted else "made",
        blank=blank,
        evidence=(*(scene.evidence(0, len(scene.words)) for scene in scenes), *line.evidence),
    )


def _line(text: Treaty) -> Testimonium:
    """A line of place and date, below the title or among the signatures: «Астана, 2013 жылғы 7 қыркүйек»."""
    edge = text.articles[0].start if text.articles else text.body + _ABOVE
    below = [scene for scene in text.scenes if scene.sentence.start < edge]
    among = [scene for line in text.signed if (scene := glimpse(text.title.story, [line]))]
    for scene in (*below, *among):
        if len(scene.dates) == 1 and len(scene.words) <= _SHORT:
            date, place = scene.dates[0], _place(scene)
            alone = not any(word.upos == "VERB" for word in scene.words)
            if alone and date.date is not None and place:
                return Testimonium(date.date, place, evidence=(scene.evidence(0, len(scene.words)),))
    return Testimonium()


def _place(scene: Scene) -> str | None:
    """The place: the name before «қаласында», else the one city that the sentence names."""
    words, text = formulas(scene.story.language), scene.sentence.text
    found = words.find("city", text)
    if found:
        at = scene.span(scene.sentence.start + found.start(), scene.sentence.start + found.end())[0]
        named = next((name for name in scene.names if name.first < at <= name.last), None)
        if named and named.first < at:
            return " ".join(word.form for word in scene.words[named.first : at])
        first = at
        while first > max(0, at - _CITY) and _named(scene.words[first - 1].form) and not _dated(scene, first - 1):
            first -= 1
        return " ".join(word.form for word in scene.words[first:at]) or None
    cities = [name for name in scene.names if _city(name)]
    return cities[0].name if len(cities) == 1 and cities[0].name else None


def _city(name: Name) -> bool:
    return name.kind == "place" or name.capital


def _named(form: str) -> bool:
    return form[:1].isupper()


def _dated(scene: Scene, word: int) -> bool:
    start = scene.words[word].start
    return any(date.start <= start < date.end for date in scene.dates)


def _languages(scene: Scene) -> list[str]:
    """The languages that a sentence counts up («қазақ, орыс және ағылшын тілдерінде»)."""
    named = dict(_tongues(scene))
    return [named[word.form.lower()] for word in scene.words if word.form.lower() in named]


def _tongues(scene: Scene) -> Sequence[tuple[str, str]]:
    return [(row[0], row[1]) for row in scene.story.language.lexicon("tongues")]


def _prevails(scene: Scene) -> str | None:
    """The one language whose text counts where the texts differ: named right before «мәтін» and what makes it count."""
    words, text = formulas(scene.story.language), scene.sentence.text
    if not words.find("prevails", text):
        return None
    told = words.last("text", text)
    before = glimpse(scene.story, [(scene.sentence.start, scene.sentence.start + told.start())]) if told else None
    found = _languages(before) if before else []
    return found[-1] if found else None
