"""Facts of the text of an instrument: itself, its signing, and what it rests on.

The articles are obligations of the instrument, and the instrument is one fact: what the sides undertake there is no
event of its own, and what the text calls itself («осы Келісім») is no second instrument. Of what its sentences name,
only other instruments with a date of their own are read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, cast

from msgspec import structs

from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Event, Fact, Instrument, ReportedStatus, Status, Step, Why
from qatynas.facts.treaty import Signatory
from qatynas.reading import drafts, instruments
from qatynas.reading.context import context, spheres
from qatynas.reading.draft import Draft
from qatynas.reading.formulas import formulas
from qatynas.reading.provisions import Provisions, provisions
from qatynas.reading.roles import actors
from qatynas.reading.scene import Scene
from qatynas.reading.signatures import signatories
from qatynas.reading.story import capitals
from qatynas.reading.testimonium import Testimonium, testimonium
from qatynas.reading.time import is_past_era
from qatynas.reading.treaty import Treaty

RULE, SIGNING = "instrument:text", "instrument:signing"


def find(text: Treaty) -> Iterator[Fact]:
    """The facts of one text."""
    made = testimonium(text)
    signed = signatories(text.signed, text.title.story)
    laid_down = provisions(text, made.date)
    instrument = _instrument(text, (made, laid_down), signed)
    yield instrument
    if instrument.status == "signed" and made.evidence and len(instrument.parties) > 1:
        yield _signing(instrument, made)
    yield from _others(text, instrument)


def _instrument(text: Treaty, tells: tuple[Testimonium, Provisions], signed: tuple[Signatory, ...]) -> Instrument:
    made, laid_down = tells
    scene, (first, head) = text.title, text.noun
    draft = drafts.draft(scene, first, head - 1)
    parties, names = _parties(draft, text, signed)
    status = _status(text, made, signed)
    return Instrument(
        evidence=tuple(dict.fromkeys((_title_words(text), *names, *made.evidence, *laid_down.evidence, *_lines(text)))),
        date=made.date,
        context=context(scene, 0, len(scene.words)),
        auxiliary=("historical",) if is_past_era(made.date) else (),
        type=draft.type,
        title=_title(draft, scene),
        parties=parties,
        status=status,
        reported_status=cast("ReportedStatus | None", status if status in ("signed", "adopted") else None),
        form=_form(draft, parties),
        sphere=spheres(scene, 0, len(scene.words)),
        text_here=True,
        place=made.place,
        languages=made.languages,
        prevails=made.prevails,
        enters_into_force=laid_down.enters_into_force,
        duration=laid_down.duration,
        extension=laid_down.extension,
        termination=laid_down.termination,
        signatories=signed,
        why=Why(RULE, (scene.words[head - 1].form,), steps=_steps(text, made)),
    )


def _title_words(text: Treaty) -> Evidence:
    return text.title.story.evidence(text.title.sentence.start, text.title.sentence.end)


def _lines(text: Treaty) -> list[Evidence]:
    """The signatures, as one piece."""
    lines = text.signed
    return [text.title.story.evidence(lines[0].start, lines[-1].end)] if lines else []


def _title(draft: Draft, scene: Scene) -> str:
    """The title as other passages would cite it: behind the sides, its noun in the dictionary form.

    Where it tells no matter it stands whole («Бірлескен мәлімдеме»). Capitals are as in a sentence.
    """
    behind = [p.last for p in scene.parties if p.after in _among(scene) and p.last < draft.noun]
    first = max(behind, default=-2) + 1
    if 0 < first < draft.noun:
        told = scene.sentence.text[scene.words[first].start - scene.sentence.start :]
        told = told[: scene.words[draft.noun].start - scene.words[first].start]
        noun = " ".join([*(w.form for w in scene.words[draft.noun : draft.head]), scene.words[draft.head].lemma])
        return " ".join([*_cased(told, scene), noun.lower()])
    return " ".join(_cased(draft.title or scene.sentence.text, scene)).strip(" *")


def _among(scene: Scene) -> frozenset[str]:
    """Markers of those between whom an instrument stands."""
    return frozenset(row[1] for row in scene.story.language.lexicon("postpositions") if row[2] == "among")


def _cased(told: str, scene: Scene) -> Iterator[str]:
    """Words, those in capitals in small letters, save the first letters of names."""
    named = {scene.words[k].form.lower() for name in scene.names if name.code for k in range(name.first, name.last)}
    small = capitals(told)
    for word in told.split():
        bare = word.lower() if small or (capitals(word) and len(word) > _ABBREVIATION) else word
        yield bare.capitalize() if bare != word and bare.strip("«»“”,.") in named else bare


_ABBREVIATION = 5  # letters that an abbreviation may have


def _parties(draft: Draft, text: Treaty, signed: Sequence[Signatory]) -> tuple[tuple[Actor, ...], tuple[Evidence, ...]]:
    """The sides, and the words beside the title that tell them: the preamble's, where the title names fewer."""
    between = [p for p in text.title.parties if p.codes and not p.implied and p.after]
    title = actors(between, text.title)
    title = title if len(title) > 1 else tuple(_side(actor, text.title) for actor in draft.parties)
    preamble, place = _named(text)
    signing = tuple({one.signs_for.code: one.signs_for for one in signed}.values())
    shouted = capitals(text.title.story.text.restored[slice(text.title.sentence.start, text.title.sentence.end)])
    if len(preamble) > max(len(title), 1) or (shouted and len(preamble) == len(title) > 1):
        return preamble, place
    if len(title) > 1:
        return title, ()
    return (signing, ()) if len(signing) > 1 else (title, ())


def _side(actor: Actor, scene: Scene) -> Actor:
    """The state for which a person stands in a title («Президент А. Қасеновтің … мәлімдемесі»)."""
    persons = {one.name for party in scene.parties if party.person for one in party.actors}
    if actor.code is None or actor.name not in persons:
        return actor
    return Actor(scene.story.language.name_of(actor.code), actor.code, "GOV")


def _named(text: Treaty) -> tuple[tuple[Actor, ...], tuple[Evidence, ...]]:
    """The sides that the preamble names with the word for them («бұдан әрі «Тараптар» деп аталатын …»)."""
    words = formulas(text.title.story.language)
    edge = text.articles[0].start if text.articles else text.end
    for scene in text.scenes:
        inside = text.body <= scene.sentence.start < edge
        told = scene.sentence.text
        if inside and (words.find("defines", told) or words.find("states", told) or words.find("agrees", told)):
            found = [p for p in scene.parties if p.codes and not p.implied and not p.pair and p.case == "Nom"]
            if len({code for p in found for code in p.codes}) > 1:
                return actors(found, scene), (scene.evidence(0, len(scene.words)),)
    return (), ()


def _form(draft: Draft, parties: Sequence[Actor]) -> Literal["bilateral", "multilateral", "joint", "unilateral"] | None:
    if instruments.is_joint(replace(draft, first=0)):
        return "joint"
    sides = len({actor.code or actor.name for actor in parties})
    return "bilateral" if sides == 2 else "multilateral" if sides > 2 else None


def _status(text: Treaty, made: Testimonium, signed: Sequence[Signatory]) -> Status | None:
    """Signed where it is dated and signed; a draft where its day is open or it says so; else the text does not tell.

    That no day was found is no sign of a draft: the end of the text may be lost.
    """
    story = text.title.story
    above = story.text.restored[text.start : text.title.sentence.start]
    day = made.date is not None and len(str(made.date)) >= len("2000-01-01")
    if made.blank or formulas(story.language).find("draft", above):
        return "in_preparation"
    if made.act == "adopted":
        return "adopted" if day else None
    return "signed" if day and (signed or text.signed) else None


def _steps(text: Treaty, made: Testimonium) -> tuple[Step, ...]:
    """What told that this is the text of an instrument."""
    numbers = [article.number for article in text.articles]
    found = {
        "articles": f"{numbers[0]}–{numbers[-1]}" if numbers else "",
        "closing formula": made.evidence[0].quote if made.evidence else "",
        "signatures": " / ".join(" ".join(piece.quote.split()) for piece in _lines(text)),
    }
    return tuple(Step("text_here", part, words) for part, words in found.items() if words)


def _signing(instrument: Instrument, made: Testimonium) -> Event:
    """The signing that the closing formula tells."""
    assert instrument.why is not None
    return Event(
        evidence=(*made.evidence[:1], instrument.evidence[0]),
        date=made.date,
        context=instrument.context,
        auxiliary=instrument.auxiliary,
        type="SUPPORT",
        actor=instrument.parties,
        place=made.place,
        act="sign",
        sphere=instrument.sphere,
        why=Why(SIGNING, instrument.why.words),
    )


def _others(text: Treaty, instrument: Instrument) -> Iterator[Instrument]:
    """Other instruments that the text rests on or takes the place of, each with its own date, once.

    One that is named without sides stands between those of the text.
    """
    seen: set[str] = {str(instrument.date)}
    for found in drafts.find(text.scenes):
        for one in found:
            for fact in instruments.facts(one) if _is_other(one) else ():
                if isinstance(fact, Instrument) and str(fact.date) not in seen:
                    seen.add(str(fact.date))
                    yield fact if one.parties else structs.replace(fact, parties=instrument.parties)


def _is_other(found: Draft) -> bool:
    """Whether an instrument that a sentence names has a date and a title or sides of its own, and is not this text."""
    scene = found.scene
    before = scene.words[found.noun - 1].form if found.noun else ""
    dated = bool(found.dates) and not any(date.relative for date in found.dates)
    this = formulas(scene.story.language).find("this", before) is not None
    return dated and bool(found.title or found.parties) and not this


def without_doubles(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts without instruments whose text the document itself holds: what is told of them elsewhere is no more."""
    known = list(facts)
    here = [fact for fact in known if isinstance(fact, Instrument) and fact.text_here]
    for fact in known:
        again = isinstance(fact, Instrument) and not fact.text_here and any(_same(fact, text) for text in here)
        if not again and not any(_signs_again(fact, text) for text in here):
            yield fact


def _signs_again(fact: Fact, text: Instrument) -> bool:
    """Whether an event is the signing that the text itself tells."""
    if not isinstance(fact, Event) or fact.act not in _SIGNED or fact.why is None or fact.why.rule == SIGNING:
        return False
    sides = {actor.code for actor in fact.actor}
    return text.status == "signed" and fact.date == text.date and sides == {actor.code for actor in text.parties}


_SIGNED = frozenset(("sign", "conclude"))


def _same(told: Instrument, text: Instrument) -> bool:
    """Whether an instrument told of is the one whose text is here: no date or the same, and the same title."""
    dated = told.date is None or told.date == text.date
    named = told.title is not None and text.title is not None and told.title.casefold() == text.title.casefold()
    sides = {actor.code for actor in told.parties} <= {actor.code for actor in text.parties}
    return dated and sides and told.type == text.type and (named or (told.title is None and told.date is not None))
