"""From a text to its scenes: what each sentence tells, once it is known what the document is about."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from qatynas.documents.text import Text
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.languages.language import Language, Name, Sentence
from qatynas.reading.clauses import clauses
from qatynas.reading.frames import hits
from qatynas.reading.holders import Surroundings
from qatynas.reading.party import Party, Reference, compose
from qatynas.reading.quotes import titles
from qatynas.reading.scene import Scene, Story

_SIDES = frozenset(("state", "self", "office", "body"))
_HEAD = 6  # words at the head of a sentence among which «ол» is its subject
_NEAR = 2  # sentences back in which «екі ел» looks for two states
_TELLS = frozenset(("state", "self", "organisation"))
_TOLD = 2  # sentences that must name a state before it counts as a side of the document's relation


def scenes(name: str, text: Text, language: Language, sentences: Sequence[Sentence], date: Edtf | None) -> list[Scene]:
    """The scenes of a document, in order, up to its list of sources."""
    names = [language.names(sentence) for sentence in sentences]
    home = _home(language, names)
    pair = _relation(language, names, home)
    persons = _persons(names)
    story = Story(name=name, text=text, language=language, home=home, pair=pair, persons=persons, date=date)
    out: list[Scene] = []
    headings = story.words("headings")
    last: Edtf | None = None
    for sentence, found in zip(sentences, names, strict=True):
        if sentence.text.strip(" .:#*").lower() in headings:
            break
        out.append(_scene(story, sentence, found, out, (date, last)))
        last = next((d.date for d in reversed(out[-1].dates) if d.date is not None), last)
    return out


def _home(language: Language, names: Sequence[Sequence[Name]]) -> Actor:
    found = next(
        (n for line in names for n in line if n.kind == "state" and n.code == language.home and not n.capital), None
    )
    return Actor(found.name if found else language.name_of(language.home), language.home, "GOV")


def _relation(language: Language, names: Sequence[Sequence[Name]], home: Actor) -> tuple[Actor, ...]:
    """The two states that most sentences name, where each is named in several; else none."""
    told: Counter[str] = Counter()
    for line in names:
        told.update({str(home.code if n.kind == "self" else n.code or "") for n in line if n.kind in _TELLS})
    best = [code for code, count in told.most_common(2) if code and (count >= _TOLD or len(told) == 2)]
    best.sort(key=lambda code: code != home.code)
    return tuple(Actor(language.name_of(code), code, "GOV") for code in best) if len(best) == 2 else ()


def _persons(names: Sequence[Sequence[Name]]) -> dict[str, Actor]:
    """Persons whose state the document or the list of leaders tells, by surname."""
    out: dict[str, Actor] = {}
    for line in names:
        for k, name in enumerate(line):
            if name.kind != "person":
                continue
            code = name.code or _state_before(line, k)
            if code:
                out.setdefault(name.name.split()[-1], Actor(name.name, code, "GOV"))
    return out


def _state_before(line: Sequence[Name], k: int) -> str | None:
    """State of the office that stands right before a person."""
    office = line[k - 1] if k else None
    if office is None or office.kind != "office" or office.last != line[k].first:
        return None
    if office.code:
        return office.code
    owner = line[k - 2] if k > 1 else None
    return owner.code if owner and owner.kind in ("state", "adjective") and owner.last >= office.first - 2 else None


def _scene(
    story: Story,
    sentence: Sentence,
    names: Sequence[Name],
    before: list[Scene],
    clock: tuple[Edtf | None, Edtf | None],
) -> Scene:
    """One scene; `clock` is the document's own date and the last that it told before."""
    language = story.language
    joins = story.words("links", "and")
    dates = language.dates(sentence, *clock)
    spans = [(bisect_left(sentence.starts, d.start), bisect_left(sentence.starts, d.end)) for d in dates]
    dated = {k for first, last in spans for k in range(first, last)}
    organised = {k for n in names if n.kind == "organisation" for k in range(n.first, n.last)}
    quoted = titles(sentence.words)
    around = Surroundings(
        sentence.words,
        quoted | dated,
        joins,
        {word: (marker, role) for word, marker, role in language.lexicon("postpositions")},
        story.words("links", "member"),
        story.words("links", "matter"),
        story.words("links", "honour"),
    )
    named = compose(_no_currency(names, sentence, language), around, Reference(story.home, story.pair, story.persons))
    parties = _with_pronoun(sentence, before, story) + named
    parts = clauses(sentence.words, joins, quoted)
    scene = Scene(
        story=story,
        sentence=sentence,
        names=names,
        parties=parties,
        dates=dates,
        numbers=language.numbers(sentence),
        clauses=parts,
        hits=[
            h for h in hits(sentence.words, parts, language) if not (quoted | dated | organised).intersection(h.words)
        ],
        titles=quoted,
    )
    return replace(scene, pair=_pair(scene, before))


def _with_pronoun(sentence: Sentence, before: list[Scene], story: Story) -> list[Party]:
    """«Ол» at the head of a sentence, as whoever acted in the sentence before: its first bare person or office."""
    words = sentence.words
    pronouns = story.words("links", "he")
    at = next((k for k in range(min(_HEAD, len(words) - 1)) if words[k].form.lower() in pronouns), None)
    if at is None or words[at + 1].upos == "NOUN" or not before:
        return []
    acted = [p for p in before[-1].parties if p.case == "Nom" and p.kind in ("person", "office") and p.codes]
    if not acted:
        return []
    said = " ".join(word.form for word in before[-1].words[acted[0].first : acted[0].last])
    one = replace(acted[0], first=at, last=at + 1, owned=None, relative=None, attributive=False)
    return [replace(one, antecedent=acted[0].antecedent or said)]


def _no_currency(names: Sequence[Name], sentence: Sentence, language: Language) -> list[Name]:
    """Names without those that only name money: «АҚШ доллары»."""
    money = {unit for unit, kind, _ in language.lexicon("units") if kind == "money"}
    words = sentence.words
    return [n for n in names if n.last >= len(words) or not any(a.lemma in money for a in words[n.last].analyses)]


def _pair(scene: Scene, before: list[Scene]) -> tuple[Actor, ...]:
    """The two sides of the relation at hand: of the sentence or of those right before it, else of the document."""
    if scene.story.pair:
        return scene.story.pair
    for near in (scene, *before[: -_NEAR - 1 : -1]):
        sides = {a.code: a for p in near.parties if p.kind in _SIDES and not p.implied for a in p.actors if a.code}
        if len(sides) == 2:
            return tuple(sides.values())
    return ()
