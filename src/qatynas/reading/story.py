"""From a text to its scenes: what each sentence tells, once it is known what the document is about."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from qatynas.documents.text import Text
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.languages.language import Language, Name, Sentence
from qatynas.ontology.lexicon import kept
from qatynas.reading.anaphora import resolve
from qatynas.reading.clauses import clauses
from qatynas.reading.frames import hits
from qatynas.reading.holders import Surroundings
from qatynas.reading.party import Party, Reference, compose
from qatynas.reading.phrases import listed
from qatynas.reading.quotes import titles
from qatynas.reading.scene import Scene, Story

_WHITE = re.compile(r"\s")
_CAPITALS = 0.7  # share of the letters
_SIDES = frozenset(("state", "self", "office", "body"))
_HEAD = 9  # words at the head of a sentence among which «ол» is its subject
_NEAR = 2  # sentences back in which «екі ел» looks for two states
_TELLS = frozenset(("state", "self", "organisation"))
_TOLD = 2  # sentences that must name a state before it counts as a side of the document's relation


def scenes(name: str, text: Text, language: Language, sentences: Sequence[Sentence], date: Edtf | None) -> list[Scene]:
    """The scenes of a document, in order."""
    names = [language.names(sentence) for sentence in sentences]
    home = _home(language, names)
    pair = _relation(language, names, home)
    persons = _persons(names)
    story = Story(name=name, text=text, language=language, home=home, pair=pair, persons=persons, date=date)
    out: list[Scene] = []
    last: Edtf | None = None
    for sentence, found in zip(sentences, names, strict=True):
        out.append(_scene(story, sentence, found, out, (date, last)))
        last = next((d.date for d in reversed(out[-1].dates) if d.date is not None), last)
    return out


def glimpse(story: Story, spans: Sequence[tuple[int, int]]) -> Scene | None:
    """The words at restored spans as one sentence, whatever lines or columns they stand in; null where there are none.

    Words in capitals alone are taken as in a sentence, so that they are known.
    """
    found = list(_apart(story, spans))
    words = tuple(word for sentence in found for word in sentence.words)
    if not words:
        return None
    start, end = spans[0][0], found[-1].end
    return _alone(story, Sentence(start, end, _canvas(story, spans)[: end - start], words))


def glimpses(story: Story, spans: Sequence[tuple[int, int]]) -> list[Scene]:
    """The sentences at restored spans, which may go on from one span to the next: lines of one paragraph."""
    return [_alone(story, sentence) for sentence in _apart(story, spans) if sentence.words]


def _alone(story: Story, sentence: Sentence) -> Scene:
    return _scene(story, sentence, story.language.names(sentence), [], (story.date, None))


def _apart(story: Story, spans: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    """The sentences of spans in order, in restored offsets."""
    at = spans[0][0]
    for one in story.language.sentences(_canvas(story, spans)):
        words = tuple(word._replace(start=word.start + at, end=word.end + at) for word in one.words)
        yield Sentence(one.start + at, one.end + at, one.text, words)


def _canvas(story: Story, spans: Sequence[tuple[int, int]]) -> str:
    """The words of spans on one line, each where it stands from the first on."""
    at = spans[0][0]
    canvas = [" "] * (spans[-1][1] - at)
    for first, last in spans:
        piece = story.text.restored[first:last]
        canvas[first - at : last - at] = _WHITE.sub(" ", piece.lower() if capitals(piece) else piece)
    return "".join(canvas)


def capitals(words: str) -> bool:
    """Whether words are set in capitals, save letters that were lost or damaged."""
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) > _CAPITALS * len(letters)


def _home(language: Language, names: Sequence[Sequence[Name]]) -> Actor:
    found = next(
        (n for line in names for n in line if n.kind == "state" and n.code == language.home and not n.capital), None
    )
    return Actor(found.name if found else language.name_of(language.home), language.home, "GOV")


def _relation(language: Language, names: Sequence[Sequence[Name]], home: Actor) -> tuple[Actor, ...]:
    """The two states that most sentences name, where each is named in several; else none."""
    # In the order of the text, so that of equals the first named counts.
    told = Counter(code for line in names for code in dict.fromkeys(_codes(line, home)))
    best = [code for code, count in told.most_common(2) if code and (count >= _TOLD or len(told) == 2)]
    best.sort(key=lambda code: code != home.code)
    return tuple(Actor(language.name_of(code), code, "GOV") for code in best) if len(best) == 2 else ()


def _codes(line: Sequence[Name], home: Actor) -> Iterator[str]:
    return (str(home.code if n.kind == "self" else n.code or "") for n in line if n.kind in _TELLS)


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
        _posts(language),
        story.words("links", "member"),
        story.words("links", "matter"),
        story.words("links", "honour"),
    )
    numbers = language.numbers(sentence)
    told = resolve(_no_currency(names, sentence, language), sentence, numbers, before, story)
    named = compose(told.names, around, Reference(story.home, told.pair, story.persons))
    parties = _with_pronoun(sentence, before, story) + [_pointing(party, told.antecedents) for party in named]
    players = story.words("links", "player")
    parties = [party for party in parties if party.owned is None or party.owned.lemma not in players]
    spoken = bool(told.pair) and any(party.pair for party in parties)
    pair, place = (told.pair, None) if spoken else _pair(story, parties, before)
    parts = clauses(sentence.words, joins, quoted)
    return Scene(
        story=story,
        sentence=sentence,
        names=names,
        parties=parties,
        dates=dates,
        numbers=numbers,
        clauses=parts,
        hits=[
            h for h in hits(sentence.words, parts, language) if not (quoted | dated | organised).intersection(h.words)
        ],
        pair=pair,
        pair_told=place,
        titles=quoted,
        antecedents=told.antecedents,
        carried=_carried(sentence, names, before, story),
    )


def _pointing(party: Party, antecedents: Mapping[int, Evidence]) -> Party:
    """The party; one whose words only point back with those of before."""
    place = next((antecedents[k] for k in range(party.first, party.last) if k in antecedents), None)
    return replace(party, antecedent=place.quote) if place else party


def _carried(sentence: Sentence, names: Sequence[Name], before: list[Scene], story: Story) -> Edtf | None:
    """The last date of the sentence before, where this one begins with the occasion that was told there."""
    words, occasions = sentence.words, story.words("links", "occasion")
    for k, word in enumerate(words[:_HEAD]):
        if word.lemma in occasions and before and not any(name.first < k for name in names):
            behind = words[k + 1].form.lower() if k + 1 < len(words) else ""
            told = word.get("Case") == "Loc" or behind in story.words("links", "during")
            return next((d.date for d in reversed(before[-1].dates) if d.date is not None), None) if told else None
    return None


@kept(8)
def _posts(language: Language) -> Mapping[str, tuple[str, str]]:
    """Marker and role of each postposition."""
    return {word: (marker, role) for word, marker, role in language.lexicon("postpositions")}


def _with_pronoun(sentence: Sentence, before: list[Scene], story: Story) -> list[Party]:
    """«Ол» at the head of a sentence, as whoever acted in the sentence before: its first bare person or office."""
    words = sentence.words
    pronouns = story.words("links", "he")
    at = next((k for k in range(min(_HEAD, len(words) - 1)) if words[k].form.lower() in pronouns), None)
    if at is None or words[at + 1].upos == "NOUN" or not before:
        return []
    acted = [p for p in before[-1].parties if p.kind in ("person", "office") and p.codes]
    acted = [p for p in acted if p.case == "Nom"] or [p for p in acted if p.case == "Gen"]
    if not acted:
        return []
    said = " ".join(word.form for word in before[-1].words[acted[0].first : acted[0].last])
    one = replace(acted[0], first=at, last=at + 1, case="Nom", owned=None, relative=None, attributive=False)
    return [replace(one, antecedent=acted[0].antecedent or said)]


def _no_currency(names: Sequence[Name], sentence: Sentence, language: Language) -> list[Name]:
    """Names without those that only name money: «АҚШ доллары»."""
    money = listed(language, "units", "money")
    words = sentence.words
    return [n for n in names if n.last >= len(words) or not any(a.lemma in money for a in words[n.last].analyses)]


def _pair(story: Story, parties: Sequence[Party], before: list[Scene]) -> tuple[tuple[Actor, ...], Evidence | None]:
    """The two sides of the relation at hand: of the document, else of the sentence, else of those right before it.

    With the words of that sentence before.
    """
    if story.pair:
        return story.pair, None
    for scene in (None, *before[: -_NEAR - 1 : -1]):
        acting = [p for p in (scene.parties if scene else parties) if p.kind in _SIDES]
        sides = {a.code: a for p in acting for a in p.actors if a.code}
        told = {a.code for p in acting if not p.implied for a in p.actors if a.code}
        if len(sides) == 2 and told - {story.home.code}:
            pair = tuple(Actor(story.language.name_of(code), code, "GOV") for code in sides if code)
            place = scene.evidence(min(p.first for p in acting), max(p.last for p in acting)) if scene else None
            return pair, place
    return (), None
