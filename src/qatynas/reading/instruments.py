"""Instruments: treaties, declarations, plans; and what was done to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Event, EventType, Fact, Instrument, InstrumentType, ReportedStatus, Status, Why
from qatynas.languages.language import DateExpression, Language
from qatynas.ontology.lexicon import kept
from qatynas.reading import grounds
from qatynas.reading.clauses import Clause
from qatynas.reading.context import context, spheres
from qatynas.reading.frames import Hit
from qatynas.reading.party import Party
from qatynas.reading.phrases import Phrases
from qatynas.reading.quotes import SHUT, quotations, quoted_before
from qatynas.reading.roles import actors
from qatynas.reading.scene import Scene
from qatynas.reading.time import auxiliary, dates_within, is_alleged, is_past_era, only_date

_BACK = 2  # sentences in which a pronoun still points to an instrument
_SPAN = 12  # words that an act's evidence may take in besides the act


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An instrument as it stands in a sentence, before its facts are made of it."""

    scene: Scene
    type: InstrumentType
    head: int
    first: int
    title: str | None
    parties: tuple[Actor, ...]
    act: Hit | None
    dates: tuple[DateExpression, ...]
    items: tuple[tuple[int, int], ...] = ()
    strong: bool = False
    named: tuple[int, int] = (0, 0)  # the words of its title, which tell no acts of their own
    one_of: "Draft | None" = None  # the instruments of the sentence before of which it is one («олардың бастысы»)
    before: tuple[Evidence, ...] = ()


def find(scenes: Sequence[Scene]) -> list[list[Draft]]:
    """Instruments of each sentence of a document.

    One that a word such as «оған» points back to stands again where something is done to it.
    """
    out: list[list[Draft]] = []
    last: Draft | None = None
    for k, scene in enumerate(scenes):
        found = _drafts(scene)
        near = last if last and any(last.scene is s for s in scenes[max(0, k - _BACK) : k]) else None
        found += _resumed(scene, near, found)
        if out and out[-1] and scene.points_back:
            found = [_one_of(d, out[-1][-1]) for d in found]
        named = [d for d in found if d.title]
        last = named[-1] if named else last
        out.append(found)
    return out


def words_of(drafts: Sequence[Draft]) -> frozenset[int]:
    """The words of a sentence that tell of instruments and of what was done to them, and of nothing else."""
    return frozenset(k for d in drafts for k in (*(d.act.words if d.act else ()), *range(*_named(d))))


def _named(draft: Draft) -> tuple[int, int]:
    """The words that name an instrument, a list's items too."""
    return min([draft.named[0], *(first for first, _ in draft.items)]), draft.named[1]


def _one_of(draft: Draft, before: Draft) -> Draft:
    """One of the instruments told in the sentence before takes their date and what was done to them."""
    if draft.act or draft.dates or before.act is None:
        return draft
    words = (before.scene.evidence(before.first, before.head + 1),)
    return replace(draft, dates=before.dates, parties=draft.parties or before.parties, before=words, one_of=before)


def _resumed(scene: Scene, last: Draft | None, found: list[Draft]) -> Iterator[Draft]:
    """What is done in this sentence to the instrument named last: its act has no object but a pronoun."""
    used = {k for d in found if d.act for k in d.act.words}
    pronouns = scene.story.words("links", "it")
    for hit in scene.hits:
        clause = scene.clause_of(hit.last - 1)
        if hit.sense.object != "instrument" or used.intersection(hit.words):
            continue
        here = [d for d in found if d.title and d.head < hit.first]
        named = here[-1] if here else last
        if named and any(w.form.lower() in pronouns for w in scene.words[clause.first : hit.first]):
            dates = tuple(dates_within(scene, clause.first, hit.last)[-1:])
            subjects = actors(_subjects(scene, hit.last, hit), scene)
            first = max(clause.first, hit.first - _SPAN)
            yield replace(
                named,
                scene=scene,
                act=hit,
                first=first,
                head=hit.last - 1,
                dates=dates,
                items=(),
                parties=subjects if len(subjects) > 1 else named.parties,
                before=(named.scene.evidence(named.first, named.head + 1),),
            )


def _drafts(scene: Scene) -> list[Draft]:
    """Instruments that the sentence tells enough of."""
    out: list[Draft] = []
    floor = 0
    for first, last, (type, strong) in _nouns(scene.story.language).find(scene.words):
        head = last - 1
        if (first in scene.titles and not _closes_title(scene, head)) or _general(scene, head):
            continue
        draft = _draft(scene, max(floor, scene.clause_of(head).first), first, head, type, strong)
        if _tells(draft):
            out.append(draft)
            floor = head + 1
    return out


def _closes_title(scene: Scene, head: int) -> bool:
    """Whether the noun is the last word of a title in quotes: «... туралы Хартия»."""
    return head + 1 < len(scene.words) and scene.words[head + 1].form in SHUT


def _general(scene: Scene, head: int) -> bool:
    """Several instruments that are named elsewhere, or what something counts as («шарты ретінде»)."""
    behind = scene.words[head + 1].form.lower() if head + 1 < len(scene.words) else ""
    counts_as = {word for word, _, role in scene.story.language.lexicon("postpositions") if role == "as"}
    return behind in counts_as or _plural(scene, head)


def _plural(scene: Scene, head: int) -> bool:
    """Several instruments that are named elsewhere: «келісімдер хронологиясы», or before a colon and their list."""
    if not any(a.get("Number") == "Plur" for a in scene.words[head].analyses):
        return False
    listed = any(w.form == ":" for w in scene.words[head:]) and any(
        w.lemma == scene.words[head].lemma for w in scene.words[head + 1 :]
    )
    behind = scene.words[head + 1] if head + 1 < len(scene.words) else None
    noun = scene.words[head].get("Case") == "Nom" and behind is not None and behind.upos == "NOUN"
    return listed or (noun and behind is not None and behind.get("Person[psor]") == "3")


@kept(8)
def _nouns(language: Language) -> Phrases[tuple[InstrumentType, bool]]:
    return Phrases(
        (noun, (cast(InstrumentType, type), strength == "strong"))
        for noun, type, strength in language.lexicon("instruments")
    )


def _draft(scene: Scene, floor: int, first: int, head: int, type: InstrumentType, strong: bool) -> Draft:
    act = _act(scene, head)
    title, begins = _title(scene, floor, first, head)
    dates = _dates(scene, floor, first, head, act)
    start = min([begins, *(scene.span(d.start, d.end)[0] for d in dates)])
    parties, start = _parties(scene, floor, head, act, start)
    return Draft(
        scene=scene,
        type=type,
        head=head,
        first=start,
        title=title,
        parties=parties,
        act=act,
        dates=dates,
        items=_items(scene, floor, first, head),
        strong=strong,
        named=(begins if title else first, head),
    )


def _act(scene: Scene, head: int) -> Hit | None:
    """What is done to the instrument: the nearest act behind it in its sentence, else a participle before it."""
    done = [h for h in scene.hits if h.sense.object == "instrument" and not is_alleged(scene, h)]
    behind = [h for h in done if h.last - 1 > head]
    if behind:
        return behind[0]
    before = [h for h in done if h.last - 1 < head and h.analysis.get("VerbForm") == "Part"]
    return before[-1] if before else None


def _title(scene: Scene, floor: int, first: int, head: int) -> tuple[str | None, int]:
    """Title of the instrument and where it begins: words in quotes, or «… туралы» before its noun."""
    words = scene.words
    noun = " ".join([w.form for w in words[first:head]] + [words[head].lemma])
    if first in scene.titles:
        start = next(a for a, b in quotations(words) if a < first <= b)
        return scene.story.text.restored[words[start].end : words[head].start] + noun, start
    quote = quoted_before(words, first, floor, scene.story.words("links", "titled"))
    if quote:
        inner = scene.story.text.restored[words[quote[0]].end : words[quote[1]].start].strip()
        return f"{inner} {noun}", quote[0]
    about = scene.story.words("links", "about")
    for k in range(first - 1, max(floor, first - 4) - 1, -1):
        if words[k].form.lower() in about:
            begins = _phrase(scene, floor, k)
            return f"{scene.story.text.restored[words[begins].start : words[k].end]} {noun}", begins
    return None, first


def _phrase(scene: Scene, floor: int, last: int) -> int:
    """Where the phrase before a word like «туралы» begins: behind a date, a subject, a conjunction or a clause."""
    begins = last
    ends_of_dates = {scene.span(d.start, d.end)[1] - 1 for d in scene.dates}
    about = scene.story.words("links", "about")
    subjects = {
        p.last - 1
        for p in scene.parties
        if p.after not in about and (p.after or (p.case in ("Nom", "Ins", "Loc") and not p.attributive))
    }
    for k in range(last - 1, floor - 1, -1):
        if k in ends_of_dates or k in subjects or _outside(scene, k, floor):
            break
        begins = k
    return begins


def _outside(scene: Scene, k: int, floor: int) -> bool:
    """Whether a word stands outside the phrase behind it; a comma between nouns («достық, көмек») does not."""
    word = scene.words[k]
    if word.upos == "PUNCT":
        listed = k > floor and scene.words[k - 1].upos in ("NOUN", "ADJ") and scene.words[k - 1].get("Case") == "Nom"
        return word.form not in "–-«»“”" and not (word.form == "," and listed)
    if word.upos in ("CCONJ", "SCONJ"):
        return word.form.lower() not in scene.story.words("links", "and")
    if any(word.form.lower() in scene.story.words(*told) for told in (("links", "during"), ("postpositions",))):
        return True
    return word.get("VerbForm") == "Fin" or (word.get("VerbForm") == "Part" and word.get("Case") in ("Loc", "Abl"))


def _dates(scene: Scene, floor: int, first: int, head: int, act: Hit | None) -> tuple[DateExpression, ...]:
    """Dates of the instrument: those told together right before it, else the only one of its sentence."""
    near = dates_within(scene, floor, head)
    if not near and act is not None and floor == scene.clause_of(head).first:
        near = dates_within(scene, scene.clause_of(act.last - 1).first, act.last)[-1:] or only_date(scene)
    if not near:
        return ()
    last = near[-1]
    if last.group is not None:
        return tuple(d for d in near if d.group == last.group)
    return (last,)


def _parties(scene: Scene, floor: int, head: int, act: Hit | None, start: int) -> tuple[tuple[Actor, ...], int]:
    """Who the parties are, and where the words that tell it begin."""
    between = [p for p in scene.parties if floor <= p.first and p.last <= head and p.first not in scene.titles]
    among = {marker for _, marker, role in scene.story.language.lexicon("postpositions") if role == "among"}
    named = [
        p
        for p in between
        if (p.codes or p.pair) and p.kind != "place" and (p.after in among or (not p.after and _takes_part(p, head)))
    ]
    subjects = _subjects(scene, head, act)
    if {c for p in named for c in p.codes} and not subjects:
        return actors(named, scene), min([start, *(p.first for p in named)])
    if subjects:
        told = actors([*named, *subjects], scene)
        return told, min([start, *(p.first for p in subjects if p.first >= floor)])
    if named:
        return actors(named, scene), min([start, *(p.first for p in named)])
    return (), start


def _gives_name(party: Party, head: int) -> bool:
    """Whether a city only gives the instrument its name: «Лиссабон хаттамасы», «Минск келісімдері»."""
    return (party.capital or party.kind == "place") and party.last == head and party.case == "Nom"


def _takes_part(party: Party, head: int) -> bool:
    takes = party.case == "Ins" or (party.owned is not None and party.owned.word == head)
    return takes and not _gives_name(party, head)


def _subjects(scene: Scene, head: int, act: Hit | None) -> list[Party]:
    if act is None:
        return []
    clause: Clause = scene.clause_of(act.last - 1)
    markers = act.realisation.roles.get("actor", ())
    own = [p for p in scene.parties if p.relative in act.words]
    out = [
        p
        for p in own or scene.parties
        if clause.first <= p.first < act.last
        and not _gives_name(p, head)
        and not p.attributive
        and p.kind != "place"
        and p.relative in (None, *act.words)
        and p.first not in scene.titles
        and (
            (p.case == "Nom" and not p.after)
            or p.agent
            or p.after in markers
            or (p.case == "Ins" and "Ins" in markers)
            or _of_act(p, act)
        )
    ]
    return [p for p in out if p.actors or p.pair]


def _of_act(party: Party, act: Hit) -> bool:
    return party.owned is not None and party.owned.word in act.words


def _items(scene: Scene, floor: int, first: int, head: int) -> tuple[tuple[int, int], ...]:
    """Things told together of a plural noun: «А ету, Б орнату және В ету бойынша меморандумдар»."""
    if not any(a.get("Number") == "Plur" for a in scene.words[head].analyses):
        return ()
    about = scene.story.words("links", "about")
    last = next(
        (k for k in range(first - 1, max(floor, first - 5) - 1, -1) if scene.words[k].form.lower() in about), None
    )
    if last is None:
        return ()
    out: list[tuple[int, int]] = []
    begins = _behind_colon(scene, floor, last)
    for k in range(begins, last):
        if scene.words[k].form == "," and scene.words[k - 1].get("VerbForm") == "Vnoun":
            out.append((begins, k))
            begins = k + 1
    out.append((begins, last))
    out = [(first, end) for first, end in out if first < end]
    return tuple(out) if len(out) > 1 else ()


def _behind_colon(scene: Scene, floor: int, last: int) -> int:
    """Where a list begins: behind a colon and the dates and parties that hold for all of it."""
    return next((k + 1 for k in range(last, floor - 1, -1) if scene.words[k].form == ":"), floor)


def _tells(draft: Draft) -> bool:
    """Whether enough is told to call it an instrument between sides, or of one of them; one not signed is none."""
    scene = draft.scene
    if draft.act and draft.act.analysis.get("Polarity") == "Neg":
        return False
    codes = {a.code for a in draft.parties if a.code}
    foreign = (codes | {a.code for a in scene.states}) - {scene.story.home.code} or _with_unnamed(draft)
    if _consent(draft):
        return False
    if draft.strong:
        return bool(draft.title or draft.act or foreign)
    if draft.type in ("plan", "other", "statement", "charter"):
        return bool(foreign and (draft.act or len(codes) > 1)) or _by_relation(draft)
    titled = draft.title and (foreign or draft.act or scene.story.pair)
    return bool(titled) or bool(codes & foreign) or bool(draft.act and foreign)


def _with_unnamed(draft: Draft) -> set[str | None]:
    """A sign that states without a name take part («он сегіз елмен»)."""
    clause = draft.scene.clause_of(draft.head)
    with_others = any(
        p.unnamed and p.case == "Ins" and clause.first <= p.first < clause.last for p in draft.scene.parties
    )
    return {None} if with_others else set()


def _by_relation(draft: Draft) -> bool:
    """An act done to it in a document about one relation, told of both sides."""
    return bool(draft.act and draft.scene.pair and len(draft.parties) > 1)


def _consent(draft: Draft) -> bool:
    """«келісімге келді», «келісім берді»: the noun is part of another trigger."""
    return any(
        draft.head in h.words for h in draft.scene.hits if h.sense.kind == "event" and h.sense.object != "instrument"
    )


def facts(draft: Draft) -> Iterator[Fact]:
    """The facts of an instrument: itself, once for each date and item, and what was done to it each time."""
    dates = _each(draft)
    spans = draft.items or ((draft.first, draft.head + 1),)
    for first, last in spans:
        for date in dates:
            yield _instrument(draft, first, last, date)
            if draft.act and (event := _event(draft, first, last, date)):
                yield event


def _each(draft: Draft) -> Sequence[Edtf | None]:
    """A date for each fact: one a year, unless several things were done in several years and which is not told."""
    dates = [d.date for d in draft.dates if d.date is not None]
    if len(dates) > 1 and draft.items:
        return [Edtf.parse("[" + ",".join(map(str, dates)) + "]")]
    return dates or [None]


def _instrument(draft: Draft, first: int, last: int, date: Edtf | None) -> Instrument:
    scene, act = draft.scene, draft.act
    pieces = [scene.evidence(first, last), *draft.before]
    if draft.items:
        pieces.append(scene.evidence(draft.head, draft.head + 1))
    status = _status(draft, date)
    codes = [a.code for a in draft.parties]
    return Instrument(
        evidence=tuple(pieces),
        date=date,
        context=context(scene, first, last),
        auxiliary=("historical",) if is_past_era(date) else (),
        type=draft.type,
        title=draft.title,
        parties=_sides(draft),
        status=cast("Status | None", status),
        reported_status=cast("ReportedStatus | None", status if status in _REPORTED else None),
        form="bilateral" if len(codes) == 2 else "multilateral" if len(codes) > 2 else None,
        sphere=spheres(scene, first, last),
        why=Why(
            act.realisation.rule if act else f"instrument:{draft.type}",
            tuple(scene.words[k].form for k in (draft.head, *(act.words if act else ()))),
            steps=grounds.mood(scene, act, date) if act else (),
        ),
    )


_REPORTED = frozenset(("signed", "adopted", "ratified", "in_force", "ended"))


def _sides(draft: Draft) -> tuple[Actor, ...]:
    """The parties; in a document about one relation, its two sides where the words name none, or one of them."""
    pair = draft.scene.story.pair
    codes = {a.code for a in draft.parties}
    if draft.type in _BILATERAL and len(codes) == 1 and codes <= {a.code for a in pair}:
        return pair
    if draft.parties or _by_others(draft):
        return draft.parties
    return draft.scene.pair if draft.act else pair if draft.title else ()


def _by_others(draft: Draft) -> bool:
    """Whether somebody acts who is neither of the two sides: «бес мемлекеттің басшылары»."""
    scene, act = draft.scene, draft.act
    if act is None:
        return False
    clause = scene.clause_of(act.last - 1)
    return any(
        clause.first <= p.first < act.first and p.case == "Nom" and not p.codes and not p.pair and p.kind in _ACTING
        for p in scene.parties
    )


_BILATERAL = frozenset(("treaty", "agreement", "memorandum", "protocol", "communique"))
_ACTING = frozenset(("office", "body", "country"))


def _status(draft: Draft, date: Edtf | None) -> str | None:
    """What its act makes of the instrument: still to come, it is in preparation; denied or supposed, nothing."""
    if draft.act is None:
        return _status(draft.one_of, date) if draft.one_of else None
    told = auxiliary(draft.scene, draft.act, date)
    if "negation" in told or "hypothetical" in told:
        return None
    return "in_preparation" if "future" in told else draft.act.sense.status


def _act_ends(draft: Draft, last: int) -> int:
    """Where the words of the act end: with the act itself, unless other things stand between."""
    act = draft.act
    behind = act is not None and not draft.items and last < act.last < last + _SPAN
    return act.last if act and behind else last


def _event(draft: Draft, first: int, last: int, date: Edtf | None) -> Event | None:
    scene, act = draft.scene, draft.act
    assert act is not None
    active = draft.parties and act.analysis.get("Voice") != "Pass"
    sides = draft.parties if active else _sides(draft)
    foreign = {a.code for a in (*sides, *_sides(draft)) if a.code} - {scene.story.home.code} or _with_unnamed(draft)
    told = auxiliary(scene, act, date)
    if not foreign or "negation" in told or "hypothetical" in told:
        return None
    type = "AGREE" if "future" in told and act.sense.type == "SUPPORT" else act.sense.type
    return Event(
        evidence=(scene.evidence(first, _act_ends(draft, last)), *draft.before),
        date=date,
        context=context(scene, first, last),
        auxiliary=told,
        type=cast(EventType, type),
        mode=None,
        actor=sides,
        act=act.sense.act,
        sphere=spheres(scene, first, last),
        why=Why(
            act.realisation.rule,
            tuple(scene.words[k].form for k in act.words),
            steps=grounds.of_act(scene, act, cast(EventType, type), date),
        ),
    )
