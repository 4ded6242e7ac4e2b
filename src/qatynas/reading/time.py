"""When a thing is told to be: dates of a sentence, and whether it is told as to come, past or unreal."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import Auxiliary, Fact
from qatynas.languages.language import Analysis, DateExpression, Language, Word
from qatynas.ontology.lexicon import kept
from qatynas.reading.clauses import Clause
from qatynas.reading.frames import Hit
from qatynas.reading.scene import Scene

ERA_ENDS = 1991  # what lies wholly before it is told as history: the states of today's relations begin here
_NONE: frozenset[str] = frozenset()
_BEHIND = 4  # words behind a trigger among which its mood is told («кездеседі деп жоспарланып отыр»)


def date_before(scene: Scene, first: int, last: int) -> DateExpression | None:
    """The last date that begins within the words `first:last`."""
    found = dates_within(scene, first, last)
    return found[-1] if found else None


def dates_within(scene: Scene, first: int, last: int) -> list[DateExpression]:
    """Dates that begin within the words `first:last` and are known.

    None where the last of them is impossible, so that no other date takes its place.
    """
    if first >= last:
        return []
    low, high = scene.words[first].start, scene.words[last - 1].end
    told = [d for d in scene.dates if low <= d.start < high and not _meant_for(scene, d)]
    return [] if told and told[-1].flag == "impossible" else [d for d in told if d.date is not None]


def date_of(scene: Scene, clause: Clause, word: int) -> Edtf | None:
    """Date of what is told at `word`: the nearest before it in its clause, else behind it, else the only one.

    Dates stand before the verb; where a sentence has several, that of another clause is another act's. So is its
    only one where the clause says that it tells of a time before or after («көп ұзамай»), or a later clause has it.
    A sentence without a date that begins with the occasion told before («сапар барысында») has the date of that.
    """
    near = date_before(scene, clause.first, word + 1)
    if near is None:
        later = dates_within(scene, word, clause.last)
        near = later[0] if later else None
    if near is None and not _another_time(scene, clause):
        near = next((d for d in only_date(scene) if d.start < scene.words[clause.first].start), None)
    return near.date if near else scene.carried if not scene.dates else None


def _another_time(scene: Scene, clause: Clause) -> bool:
    apart = scene.story.words("links", "apart")
    words = scene.words[clause.first : clause.last]
    # «кейін» behind an ablative only tells after what («келіссөздерден кейін»).
    return any(w.form.lower() in apart and (k == 0 or words[k - 1].get("Case") != "Abl") for k, w in enumerate(words))


def _meant_for(scene: Scene, date: DateExpression) -> bool:
    """Whether a date only tells the years for which a thing is made («2021–2025 жылдарға арналған жоспар»)."""
    behind = scene.span(date.start, date.end)[1]
    return behind < len(scene.words) and scene.words[behind].form.lower() in scene.story.words("links", "meant")


def only_date(scene: Scene) -> list[DateExpression]:
    """The date of a sentence that tells no other, be it unknown: it holds for all its clauses."""
    dates = [d for d in scene.dates if not _meant_for(scene, d)]
    return [d for d in dates if d.date is not None] if len(dates) == 1 else []


def undated(facts: Iterable[Fact], told: Sequence[Scene]) -> Iterator[Fact]:
    """The facts; one whose words tell a date that is none says so in `why`, under the role `date`.

    A day that does not exist is `impossible`, words that nothing known resolves are `relative`; both with the words
    as they stand. A fact that has a date, from these words or others, is as it was.
    """
    flags = [_flag(scene, date) for scene in told for date in scene.dates if date.flag]
    starts = [start for start, _, _ in flags]
    for fact in facts:
        place = fact.evidence[0]
        inside = flags[bisect_left(starts, place.start) : bisect_left(starts, place.end)]
        if fact.date is None and fact.why and inside and inside[-1][1] <= place.end:
            why = structs.replace(fact.why, roles={**fact.why.roles, "date": inside[-1][2]})
            fact = structs.replace(fact, why=why)
        yield fact


def _flag(scene: Scene, date: DateExpression) -> tuple[int, int, str]:
    """Where the words of a date that is none stand in the original, and what is told of them."""
    place = scene.story.evidence(date.start, date.end)
    return place.start, place.end, f"{date.flag}: {place.quote}"


class Sign(NamedTuple):
    """What tells how an act is told: words of the sentence, and the feature or the list that makes them tell it."""

    auxiliary: Auxiliary
    words: str
    by: str


def auxiliary(scene: Scene, hit: Hit, date: Edtf | None) -> tuple[Auxiliary, ...]:
    """How the act is told, by mood, tense and the words around it; `historical` by its date."""
    return tuple(sign.auxiliary for sign in signs(scene, hit, date))


def signs(scene: Scene, hit: Hit, date: Edtf | None) -> Iterator[Sign]:
    """What tells that an act is to come, unreal, denied or of a past era; each at most once."""
    act = scene.words[hit.last - 1].form
    if future := _future(scene, hit):
        yield future
    if hit.analysis.get("Mood") == "Cnd":
        yield Sign("hypothetical", act, "Mood=Cnd")
    elif said := _told(scene, hit, "hypothetical"):
        yield Sign("hypothetical", said, _LISTED)
    if hit.analysis.get("Polarity") == "Neg":
        yield Sign("negation", act, "Polarity=Neg")
    elif said := _told(scene, hit, "negation"):
        yield Sign("negation", said, _LISTED)
    if is_past_era(date):
        yield Sign("historical", "", f"date before {ERA_ENDS - 1}")


_LISTED = "aspect"  # the language's list of words that tell it


def is_past_era(date: Edtf | None) -> bool:
    """Whether a date lies wholly before the states of today's relations were independent."""
    last = date.year_range[1] if date else None
    return last is not None and last < ERA_ENDS - 1


def is_alleged(scene: Scene, hit: Hit) -> bool:
    """Whether the act is what somebody is accused of or threatened with: «... бұзды деп айыптады»."""
    said = scene.words[hit.last].form.lower() if hit.last < len(scene.words) else ""
    outer = [h for h in scene.hits if h.first > hit.last and h.sense.kind == "event"]
    return said in scene.story.words("links", "said") and bool(outer) and outer[0].sense.type in _ALLEGING


_ALLEGING = frozenset(("ACCUSE", "THREATEN", "REJECT", "REQUEST"))


def _future(scene: Scene, hit: Hit) -> Sign | None:
    """What tells that the act is still to come, null where nothing does."""
    analysis, act = hit.analysis, scene.words[hit.last - 1].form
    if analysis.get("Mood") == "Int":
        return Sign("future", act, "Mood=Int")
    if analysis.get("Tense") == "Past":
        return None
    if (told := _predicate(scene, hit, analysis)) and not hit.sense.habit:
        return told
    said = _told(scene, hit, "future")
    return Sign("future", said, _LISTED) if said else None


def _predicate(scene: Scene, hit: Hit, analysis: Analysis) -> Sign | None:
    """A present-future verb at the act itself, or the one that closes the clause of a nominal act."""
    act = scene.words[hit.last - 1].form
    if analysis.get("Tense") == "Aor":
        return Sign("future", act, "Tense=Aor")
    if analysis.get("VerbForm") == "Part" and analysis.get("Tense") in ("Pres", "Fut"):
        return Sign("future", act, f"VerbForm=Part|Tense={analysis.get('Tense')}")
    if analysis.upos == "NOUN" or analysis.get("VerbForm") in ("Vnoun", "Conv"):
        for word in scene.words[hit.last : min(hit.last + 4, scene.clause_of(hit.last - 1).last)]:
            if closing := _closing(word):
                return Sign("future", word.form, closing)
    return None


def _closing(word: Word) -> str:
    """The feature by which a verb that closes a clause tells what is to come; empty where it does not."""
    if word.get("Tense") == "Aor":
        return "Tense=Aor"
    if word.get("Mood") == "Int":
        return "Mood=Int"
    present = word.get("VerbForm") == "Part" and word.get("Tense") == "Pres"
    return "VerbForm=Part|Tense=Pres" if present else ""


def _told(scene: Scene, hit: Hit, wanted: str) -> str:
    """The word of the language's `aspect` list that tells it; empty where none does."""
    spans = {"after": (hit.last, hit.last + _BEHIND), "end": (hit.last, None), "any": (0, None)}
    words = _aspects(scene.story.language)
    for place, span in spans.items():
        listed = words.get((wanted, place), _NONE)
        if scene.tells(listed, *span):
            return next(word for word in sorted(scene.lemmas(*span)) if word in listed)
    return ""


@kept(8)
def _aspects(language: Language) -> Mapping[tuple[str, str], frozenset[str]]:
    """Words of the `aspect` list by what they tell and where they stand."""
    out: dict[tuple[str, str], set[str]] = {}
    for word, told, place in language.lexicon("aspect"):
        out.setdefault((told, place), set()).add(word)
    return {key: frozenset(words) for key, words in out.items()}
