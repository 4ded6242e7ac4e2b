"""Drafts: the instruments of each sentence of a document."""

from collections.abc import Sequence
from typing import cast

from qatynas.facts.kinds import InstrumentType
from qatynas.languages.language import DateExpression, Language
from qatynas.ontology.lexicon import kept
from qatynas.reading.draft import Draft, with_unnamed
from qatynas.reading.frames import Hit
from qatynas.reading.phrases import Phrases
from qatynas.reading.quotes import SHUT
from qatynas.reading.resumption import one_of, points_back, resumed, same
from qatynas.reading.scene import Scene
from qatynas.reading.signatories import parties_of, subjects
from qatynas.reading.time import auxiliary, dates_within, is_alleged, only_date
from qatynas.reading.titles import title_of

_BACK = 2  # sentences in which a pronoun still points to an instrument


def find(scenes: Sequence[Scene]) -> list[list[Draft]]:
    """Instruments of each sentence of a document.

    One that a word such as «оған» points back to stands again where something is done to it.
    """
    out: list[list[Draft]] = []
    last: Draft | None = None
    for k, scene in enumerate(scenes):
        near = last if last and any(last.scene is s for s in scenes[max(0, k - _BACK) : k]) else None
        found = _drafts(scene, near)
        found += resumed(scene, near if near and near.title else None, found)
        if out and out[-1] and scene.points_back:
            found = [one_of(d, out[-1][-1]) for d in found]
        named = [d for d in found if d.title or (d.parties and d.act)]
        last = named[-1] if named else last
        out.append(found)
    return out


def words_of(drafts: Sequence[Draft]) -> frozenset[int]:
    """The words of a sentence that tell of instruments and of what was done to them, and of nothing else."""
    return frozenset(k for d in drafts for k in (*(d.act.words if d.act else ()), *range(*_named(d))))


def _named(draft: Draft) -> tuple[int, int]:
    """The words that name an instrument, a list's items too."""
    return min([draft.named[0], *(first for first, _ in draft.items)]), draft.named[1]


def draft(scene: Scene, first: int, head: int) -> Draft:
    """The instrument whose noun stands over the words `first:head + 1`, whatever else the sentence tells.

    Raises `ValueError` where no noun of an instrument ends there.
    """
    noun = nouns(scene.story.language).ending(scene.words, head)
    if noun is None:
        raise ValueError(f"no instrument at word {head}")
    return _draft(scene, 0, first, head, *noun.value)


def _drafts(scene: Scene, near: Draft | None) -> list[Draft]:
    """Instruments that the sentence tells enough of; `near` is the one named last, which a noun may stand for."""
    out: list[Draft] = []
    floor = 0
    for first, last, (type, strong) in nouns(scene.story.language).find(scene.words):
        head = last - 1
        if (first in scene.titles and not _closes_title(scene, head)) or _general(scene, head):
            continue
        draft = _draft(scene, max(floor, scene.clause_of(head).first), first, head, type, strong)
        named = out[-1] if out else near
        if named and points_back(draft, named):
            draft = same(draft, named)
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
def nouns(language: Language) -> Phrases[tuple[InstrumentType, bool]]:
    """Nouns that name an instrument: its type, and whether the noun alone names one."""
    return Phrases(
        (noun, (cast(InstrumentType, type), strength == "strong"))
        for noun, type, strength in language.lexicon("instruments")
    )


def _draft(scene: Scene, floor: int, first: int, head: int, type: InstrumentType, strong: bool) -> Draft:
    act = _act(scene, head)
    name, start_of_title = title_of(scene, floor, first, head, subjects(scene, head, act))
    dates = _dates(scene, floor, first, head, act)
    start = min([start_of_title, *(scene.span(d.start, d.end)[0] for d in dates)])
    sides, start = parties_of(scene, floor, head, act, start)
    return Draft(
        scene=scene,
        type=type,
        head=head,
        first=start,
        title=name,
        parties=sides,
        act=act,
        dates=dates,
        items=_items(scene, floor, first, head),
        strong=strong,
        noun=first,
        named=(start_of_title if name else first, head),
    )


def _act(scene: Scene, head: int) -> Hit | None:
    """What is done to the instrument: the nearest act behind it in its sentence, else a participle before it."""
    done = [h for h in scene.hits if h.sense.object == "instrument" and not is_alleged(scene, h)]
    behind = [h for h in done if h.last - 1 > head]
    if behind:
        return behind[0]
    before = [h for h in done if h.last - 1 < head and h.analysis.get("VerbForm") == "Part"]
    return before[-1] if before else None


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
    if draft.again and draft.act and "negation" in auxiliary(scene, draft.act, None):
        return False
    codes = {a.code for a in draft.parties if a.code}
    foreign = (codes | {a.code for a in scene.states}) - {scene.story.home.code} or with_unnamed(draft)
    if _consent(draft):
        return False
    if draft.strong:
        return bool(draft.title or draft.act or foreign)
    if draft.type in ("plan", "other", "statement", "charter"):
        return bool(foreign and (draft.act or len(codes) > 1)) or _by_relation(draft)
    titled = draft.title and (foreign or draft.act or scene.story.pair)
    return bool(titled) or bool(codes & foreign) or bool(draft.act and foreign)


def _by_relation(draft: Draft) -> bool:
    """An act done to it in a document about one relation, told of both sides."""
    return bool(draft.act and draft.scene.pair and len(draft.parties) > 1)


def _consent(draft: Draft) -> bool:
    """«келісімге келді», «келісім берді»: the noun is part of another trigger."""
    return any(
        draft.head in h.words for h in draft.scene.hits if h.sense.kind == "event" and h.sense.object != "instrument"
    )
