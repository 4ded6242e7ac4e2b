"""Mentions: names, dates and quantities as they stand in the text.

Three sources are merged. Rules lead where they are sure and a tagger that has learned from news errs on the prose of
diplomacy: titles of treaties, dates told in full, persons with initials, states that stand side by side or beside a
word with a capital. Elsewhere the tagger leads. Listed names and amounts that it leaves out come last. Mentions of
one label never overlap.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import Label, Mention, Why
from qatynas.languages.language import DateExpression
from qatynas.reading.draft import Draft
from qatynas.reading.figures import counted
from qatynas.reading.quotes import quotations
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
_COUNTED: Mapping[str, Label] = {"money": "MONEY", "percent": "PERCENTAGE", "measure": "QUANTITY"}
_LAWS = frozenset(("treaty", "agreement", "declaration", "memorandum", "charter", "protocol", "constitution"))
_IN_TITLES = frozenset(("GPE", "NORP", "PERSON", "LOCATION", "DATE"))  # what is told within the title of a treaty
_JOINS = frozenset(("PUNCT", "CCONJ"))
_LOOSE = frozenset('—–-:;,()«“„"»”')  # belong to no name at its end; a title may end in «!»
_ONE_STRETCH = re.compile(r"\d{4}(-\d\d){0,2}")
_INITIAL = re.compile(r"[^\W\d_]\.")


class _Span(NamedTuple):
    """A mention to be: the words `first:last`; `sure` where it leads the tagger."""

    label: Label
    first: int
    last: int
    name: str
    rule: str
    code: str | None = None
    date: Edtf | None = None
    sure: bool = False

    def touches(self, other: "_Span") -> bool:
        """Whether they share a word."""
        return self.first < other.last and other.first < self.last

    def within(self, other: "_Span") -> bool:
        """Whether all its words are the other's, and not all of the other's its own."""
        same = (self.first, self.last) == (other.first, other.last)
        return not same and other.first <= self.first and self.last <= other.last


def find(scene: Scene, drafts: Sequence[Draft] = ()) -> Iterator[Mention]:
    """Mentions of a sentence, in order; `drafts` are the instruments that it tells of."""
    ruled = [*_dates(scene), *_names(scene), *_amounts(scene)]
    tagged = [span for span in _tagged(scene) if not _of_states(scene, span, ruled)]
    merged = _entitled(_merged(tagged, ruled), list(_titles(scene, drafts)))
    for span in sorted(merged, key=lambda one: (one.first, one.last, one.label)):
        yield Mention(
            evidence=(scene.story.evidence(scene.words[span.first].start, scene.words[span.last - 1].end),),
            label=span.label,
            name=span.name,
            code=span.code,
            date=span.date,
            why=Why(f"mention:{span.rule}"),
        )


def _tagged(scene: Scene) -> Iterator[_Span]:
    """What the tagger finds, without loose marks at the ends, save those of a quotation that it holds whole."""
    whole = quotations(scene.words)
    for one in scene.story.language.tagged(scene.sentence, scene.names, scene.dates):
        first, last = one.first, one.last
        held = {k for marks in whole if first <= marks[0] and marks[1] < last for k in marks}
        while first < last and scene.words[last - 1].form in _LOOSE and last - 1 not in held:
            last -= 1
        while first < last and scene.words[first].form in _LOOSE and first not in held:
            first += 1
        if first < last:
            name = one.name if last == one.last and first == one.first else _words(scene, first, last)
            yield _Span(one.label, first, last, name, "tagger")


def _words(scene: Scene, first: int, last: int) -> str:
    """The words as they stand."""
    return scene.story.text.restored[scene.words[first].start : scene.words[last - 1].end]


def _of_states(scene: Scene, span: _Span, ruled: Iterable[_Span]) -> bool:
    """Whether the tagger made one name of states side by side, or a person of a state and what stands beside it."""
    states = [one for one in ruled if one.rule == "state" and span.first <= one.first and one.last <= span.last]
    if span.label == "PERSON":
        return bool(states)
    covered = {k for one in states for k in range(one.first, one.last)}
    rest = (scene.words[k].upos for k in range(span.first, span.last) if k not in covered)
    return len(states) > 1 and all(upos in _JOINS for upos in rest)


def _merged(tagged: Sequence[_Span], ruled: Sequence[_Span]) -> list[_Span]:
    """What rules are sure of, then what the tagger finds, then what it leaves out."""
    wider = [[t for t in tagged if r.within(t) and r.label != t.label] for r in ruled]
    leading = [r for r, over in zip(ruled, wider, strict=True) if r.sure and not over]
    out = [*leading, *(_known(t, ruled) for t in tagged if not any(t.touches(r) for r in leading))]
    for one in ruled:
        if _holds_alone(one) and not any(one.touches(other) for other in out):
            out.append(one)
    return out


_ADDED = frozenset(("state", "place", "organisation", "adjective", *_COUNTED))


def _holds_alone(span: _Span) -> bool:
    """Whether what a rule finds holds where the tagger finds nothing: a lone given name may be another word."""
    if span.label == "PERSON":
        return span.code is not None or span.last - span.first > 1
    return span.sure or span.rule in _ADDED


def _known(span: _Span, ruled: Sequence[_Span]) -> _Span:
    """A tagged span with what the lists and rules know of the same words."""
    for one in ruled:
        if (one.label, one.first, one.last) == (span.label, span.first, span.last):
            return one
    inside = [one for one in ruled if one.label == span.label and one.touches(span)]
    if len(inside) != 1:
        return span
    return span._replace(code=inside[0].code, date=inside[0].date)


def _entitled(spans: Sequence[_Span], titles: Sequence[_Span]) -> list[_Span]:
    """The spans with titles in place of what was taken out of their words, save states, persons and days."""
    kept = [
        span
        for span in spans
        if not any(span.touches(title) and not (span.within(title) and span.label in _IN_TITLES) for title in titles)
    ]
    return [*kept, *titles]


def _titles(scene: Scene, drafts: Iterable[Draft]) -> Iterator[_Span]:
    """Titles of treaties and the like, which stand in this sentence; none overlaps another."""
    end = 0
    for draft in sorted(drafts, key=lambda one: one.named):
        first, head = draft.named
        here = draft.scene.sentence is scene.sentence and draft.head == head
        if draft.title and here and draft.type in _LAWS and first >= end and _proper(scene, first, head):
            yield _Span("LAW", first, head + 1, draft.title, "title", sure=True)
            end = head + 1


def _proper(scene: Scene, first: int, last: int) -> bool:
    """Whether the words of a title are a name, and no mere account of what was agreed: quoted, or told of states."""
    quoted = any(first - 1 <= start and shut <= last + 1 for start, shut in quotations(scene.words))
    return quoted or any(name.kind == "state" and first <= name.first and name.last <= last for name in scene.names)


def _dates(scene: Scene) -> Iterator[_Span]:
    for date in scene.dates:
        first, last = scene.span(date.start, date.end)
        words = scene.story.text.restored[date.start : date.end]
        if first < last:
            yield _Span("DATE", first, last, words, "date", date=date.date, sure=_told_in_full(date))


def _told_in_full(date: DateExpression) -> bool:
    """Whether the words tell the year themselves, and one stretch of it: «1990 жылы 25 қазанда»."""
    return date.date is not None and not date.relative and _ONE_STRETCH.fullmatch(str(date.date)) is not None


def _names(scene: Scene) -> Iterator[_Span]:
    for name in scene.names:
        label = _LABELS.get(name.kind)
        if label == "GPE" and name.kind == "place" and name.code is None:
            label = "LOCATION"
        if label:
            initials = name.kind == "person" and _INITIAL.fullmatch(scene.words[name.first].form) is not None
            yield _Span(label, name.first, name.last, name.name, name.kind, name.code, sure=initials)


def _amounts(scene: Scene) -> Iterator[_Span]:
    for count in counted(scene):
        label = _COUNTED.get(count.unit.kind)
        if label:
            yield _Span(label, count.first, count.last, _words(scene, count.first, count.last), count.unit.kind)
