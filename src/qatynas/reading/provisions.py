"""Provisions: what the text of an instrument lays down of its own entry into force, duration, extension and end."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.treaty import Provision
from qatynas.languages.language import Sentence
from qatynas.reading.drafts import nouns
from qatynas.reading.formulas import BEGINS, Formulas, formulas
from qatynas.reading.scene import Scene
from qatynas.reading.treaty import Treaty

UNLIMITED = "unlimited"
_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_BEHIND = 30  # characters behind a period in which a word tells what it measures


class Provisions(NamedTuple):
    """The final clauses of a text, null where it has none, and the sentences that they stand in."""

    enters_into_force: Provision | None = None
    duration: Provision | None = None
    extension: Provision | None = None
    termination: Provision | None = None
    evidence: tuple[Evidence, ...] = ()


class _Period(NamedTuple):
    """A length of time in a sentence's text, as ISO 8601; `notice`: so long before something else."""

    start: int
    end: int
    value: str
    notice: bool
    after: bool


def provisions(text: Treaty, signed: Edtf | None) -> Provisions:
    """What the sentences of the text lay down; `signed` is the day of signing.

    Of several sentences the first counts, unless only a later one tells a period.
    """
    found: dict[str, Provision] = {}
    places: dict[str, Evidence] = {}
    for scene in text.scenes:
        for field, date, period in _told(scene, signed):
            article = text.article(scene.sentence.start)
            provision = Provision(" ".join(scene.sentence.text.split()), article, date, period)
            if field not in found or (period and not found[field].period):
                found[field], places[field] = provision, scene.evidence(0, len(scene.words))
    return Provisions(**found, evidence=tuple(dict.fromkeys(places.values())))


def _told(scene: Scene, signed: Edtf | None) -> Iterator[tuple[str, Edtf | None, str | None]]:
    """Which provisions a sentence holds, with the date and the period that each tells."""
    words, text = formulas(scene.story.language), scene.sentence.text
    if words.find("amendment", text):
        return
    periods = list(_periods(scene, words))
    force = words.find("force", text)
    if force and (words.find("this", text) or any(nouns(scene.story.language).find(scene.words))):
        yield "enters_into_force", _force(scene, force, words, periods, signed), None
    if extended := words.find("extension", text):
        yield "extension", None, _nearest([p for p in periods if not p.notice], extended.start())
    unlimited, lasts = words.find("unlimited", text), words.find("duration", text)
    if unlimited and (lasts or words.find("this", text)):
        yield "duration", None, UNLIMITED
    elif lasts:
        own = [p for p in periods if not p.notice and not p.after]
        yield "duration", None, _nearest(own, lasts.end())
    ends = words.find("ends", text) and (words.find("validity", text) or any(p.notice or p.after for p in periods))
    if ends or words.find("termination", text):
        noticed = [p.value for p in periods if p.notice] or [p.value for p in periods if p.after]
        yield "termination", None, noticed[0] if noticed else None


def _force(
    scene: Scene, force: re.Match[str], words: Formulas, periods: Sequence[_Period], signed: Edtf | None
) -> Edtf | None:
    """The day of entry into force: one that the words name, or that of signing where they name that, no more."""
    text, at = scene.sentence.text, scene.sentence.start
    told = [d.date for d in scene.dates if d.date is not None and d.end - at <= force.start() and not d.relative]
    signing = words.last("signing", text, 0, force.start())
    if signing and not words.find("provisional", text, signing.end(), force.start()):
        later = any(signing.end() <= period.start < force.start() for period in periods)
        return None if later or told else signed
    day = _DAY.fullmatch(str(told[0])) if len(told) == 1 else None
    return Edtf.parse(day[1]) if day else None


_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:/\.\.)?")  # «2001 жылғы 1 қаңтардан бастап» goes on without an end


def _nearest(periods: Sequence[_Period], at: int) -> str | None:
    """The last period that begins before an offset."""
    return next((period.value for period in reversed(periods) if period.start < at), None)


def _periods(scene: Scene, words: Formulas) -> Iterator[_Period]:
    """The lengths of time in a sentence: «бес жыл», «6 (алты) ай», «бесжылдық»."""
    text, at = scene.sentence.text, scene.sentence.start
    units = {role: re.compile(rf"\s*(?:\([^()]*\)\s*)?{_within(words, role)}", re.IGNORECASE) for role in _UNITS}
    for number in _numbers(scene, words):
        if number.value != int(number.value) or number.value <= 0:
            continue
        for role, unit in units.items():
            found = unit.match(text, number.end - at)
            if found:
                behind = text[found.end() : found.end() + _BEHIND]
                notice = words.find("before", behind) is not None
                after = words.find("after", behind) is not None
                value = f"P{int(number.value)}{_UNITS[role]}"
                yield _Period(number.start - at, found.end(), value, notice, after)
                break


class _Number(NamedTuple):
    start: int
    end: int
    value: float


def _numbers(scene: Scene, words: Formulas) -> Iterator[_Number]:
    """Cardinal numbers that belong to no date, those too that are written together with their unit («бесжылдық»)."""
    dated = [(date.start, date.end) for date in scene.dates if not date.relative]  # «алты ай бұрын» is no date here
    whole = [_Number(n.start, n.end, n.value) for n in scene.numbers if not n.ordinal]
    text, at = scene.sentence.text, scene.sentence.start
    single = [_Number(at + m.start(), at + m.end(), 1) for m in words.all("one", text)]
    for number in sorted({*whole, *single, *_glued(scene, words)}):
        if not any(start <= number.start < end for start, end in dated):
            yield number


def _within(words: Formulas, role: str) -> str:
    """A pattern for the phrases of a role that may begin inside a word."""
    return f"(?:{words.phrases[role].replace(BEGINS, '')})"


def _glued(scene: Scene, words: Formulas) -> Iterator[_Number]:
    """Numbers at the head of a word that goes on with a unit."""
    unit = re.compile(rf"(?<=\w)-?{_within(words, 'year')}", re.IGNORECASE)
    for word in scene.words:
        found = unit.search(word.form)
        head = word.form[: found.start()] if found else ""
        if head:
            bare = Sentence(word.start, word.start + len(head), head, ())
            for number in scene.story.language.numbers(bare):
                if number.start == word.start and number.end == word.start + len(head):
                    yield _Number(number.start, number.end, number.value)
