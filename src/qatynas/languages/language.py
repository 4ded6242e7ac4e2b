"""The small protocol that every language stands behind, and the values that pass through it.

All offsets count code points of the restored text. Reading code sees only these values: cases, lemmas and
codes, never a word of a language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, Protocol

from qatynas.documents.text import Text
from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import Bound, Label
from qatynas.ontology.leaders import Post

Case = Literal["Nom", "Gen", "Acc", "Dat", "Loc", "Abl", "Ins"]


class Analysis(NamedTuple):
    """One way to take a word: dictionary form, part of speech (UD's UPOS) and UD features.

    `known`: root and suffixes are known; a guess is not. `how` tells, in words, how a word that is no form of a
    listed root was made (`ресей + лік`) or guessed (`unknown stem + лардың`); empty where a root was found.
    """

    lemma: str
    upos: str
    features: Mapping[str, str]
    known: bool
    how: str = ""

    def get(self, feature: str) -> str | None:
        """Value of a UD feature, null where the word has none."""
        return self.features.get(feature)


class Word(NamedTuple):
    """A token of a sentence with its analyses, the likeliest first; punctuation is a word of UPOS `PUNCT`."""

    start: int
    end: int
    form: str
    analyses: tuple[Analysis, ...]

    @property
    def best(self) -> Analysis:
        """The likeliest analysis."""
        return self.analyses[0]

    @property
    def lemma(self) -> str:
        """Dictionary form of the likeliest analysis."""
        return self.analyses[0].lemma

    @property
    def upos(self) -> str:
        """Part of speech of the likeliest analysis."""
        return self.analyses[0].upos

    def get(self, feature: str) -> str | None:
        """UD feature of the likeliest analysis."""
        return self.analyses[0].features.get(feature)

    def has(self, lemma: str) -> bool:
        """Whether any analysis has that dictionary form."""
        return any(a.lemma == lemma for a in self.analyses)


@dataclass(frozen=True)
class Sentence:
    """A sentence of the restored text: `text` stands at `start:end`, `words` in order.

    One that is too long to be analysed (setting `max_sentence`) has no words.
    """

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    paragraph: int = 0

    @cached_property
    def starts(self) -> list[int]:
        """Start offset of each word, for looking a word up by its place."""
        return [word.start for word in self.words]


NameKind = Literal[
    "state", "organisation", "people", "adjective", "person", "office", "body", "place", "self", "pair", "country"
]


@dataclass(frozen=True, slots=True)
class Name:
    """A name or a noun that stands for an actor, over the words `first:last` of its sentence.

    `cited` is how its words stand without their case, as one would cite them behind a state («Қарулы Күштері»);
    `each` the same of one of several («Президенттері», «Президенті»).

    `inside`: it stands as an attribute of place («Қазақстандағы елші»).

    `kind` says what it names: `self` is one's own state («еліміз»), `pair` the two sides of the relation at
    hand, `country` an unnamed state or states («елдер»). `case` is that of its last word. `name` is the
    nominative. `rank` is an office's; `people` and `adjective` carry the state's code.
    """

    kind: NameKind
    first: int
    last: int
    name: str
    code: str | None = None
    sector: str | None = None
    case: str = "Nom"
    plural: bool = False
    possessed: str | None = None
    rank: str | None = None
    capital: bool = False
    cited: str = ""
    each: str = ""
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name or an expression that a trained tagger found, over the words `first:last` of its sentence.

    `name` is how one would cite it: in the nominative, save dates and amounts, which stay as they stand.
    """

    label: Label
    first: int
    last: int
    name: str


class DateExpression(Protocol):
    """A date in words: what `dates` of a language gives, in offsets of the restored text."""

    @property
    def start(self) -> int:
        """Where the words begin."""
        ...

    @property
    def end(self) -> int:
        """Where the words end."""
        ...

    @property
    def date(self) -> Edtf | None:
        """The date, null where it is impossible, or relative without anything to relate it to."""
        ...

    @property
    def flag(self) -> Literal["", "impossible", "relative"]:
        """Why there is no date."""
        ...

    @property
    def relative(self) -> bool:
        """Whether the words tell it from the document's own date, or from what was told before."""
        ...

    @property
    def group(self) -> int | None:
        """The same number for dates that were told together («2003, 2008 және 2012 жылдары»)."""
        ...


class Number(Protocol):
    """A number in words or digits, in offsets of the restored text."""

    @property
    def start(self) -> int:
        """Where the number begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends, with the words that bound it."""
        ...

    @property
    def value(self) -> float:
        """The number; of a range its lower end."""
        ...

    @property
    def low(self) -> float | None:
        """The least that it can be; null where the text does not tell."""
        ...

    @property
    def high(self) -> float | None:
        """The most that it can be; null where the text does not tell."""
        ...

    @property
    def doubtful(self) -> bool:
        """Whether its digits can be read in two ways («1.500»)."""
        ...

    @property
    def bound(self) -> Bound:
        """Whether it is exact."""
        ...

    @property
    def percent(self) -> bool:
        """Whether it counts hundredths."""
        ...

    @property
    def ordinal(self) -> bool:
        """Whether it counts a place in an order."""
        ...


@dataclass(frozen=True)
class Realisation:
    """How a language says a sense: trigger lemmas and how each role is marked.

    `roles` maps a role to its markers, tried in order: a case of the party (`Nom`), the case of a noun that the
    party owns (`Of+Acc`), or a postposition. `rule` is the name that facts tell under `why`; `place` is the file and
    line where it stands, which makes no difference to what it says. `drawn`: one of the ways to say it that sets of
    phrases give; a realisation that stands by itself goes before it.
    """

    sense: str
    trigger: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    example: str
    rule: str
    near: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    drawn: bool = False
    place: str = field(default="", compare=False)


class Language(Protocol):
    """What reading asks of a language."""

    code: str
    home: str
    """Code of the state that «our country» means in this language unless the document says otherwise."""

    def __hash__(self) -> int:
        """A language is looked up by itself: indexes made from its lists are kept."""
        ...

    def restore(self, text: Text) -> Text:
        """The text with its letters, spaces and punctuation repaired."""
        ...

    def repairs(self) -> Mapping[str, str]:
        """What was wrong where each rule of `restore` made a repair, in words.

        A repair may carry several rules, joined by `+`.
        """
        ...

    def sentences(self, text: str) -> Iterable[Sentence]:
        """The sentences of a restored text, analysed."""
        ...

    def names(self, sentence: Sentence) -> Sequence[Name]:
        """Names and nouns that stand for actors, in order; they do not overlap."""
        ...

    def name_of(self, code: str) -> str:
        """The usual name of a state or organisation in this language; the code itself where none is listed."""
        ...

    def leaders(self, name: str) -> Sequence[str]:
        """Persons of the ontology's registry of leaders whom a name, whole or a bare surname, may mean."""
        ...

    def leader_name(self, person: str) -> str:
        """The usual name of a person of the registry in this language; the registry's own where none is listed."""
        ...

    def leader_office(self, title: str, code: str | None) -> Post | None:
        """The office of the registry that a title means in a state; null where it is none of them."""
        ...

    def dates(self, sentence: Sentence, reference: Edtf | None, narrative: Edtf | None) -> Sequence[DateExpression]:
        """Dates in words; `reference` is the document's own date, `narrative` the last one told before."""
        ...

    def numbers(self, sentence: Sentence) -> Sequence[Number]:
        """Numbers in words or digits."""
        ...

    def tagged(self, sentence: Sentence, names: Sequence[Name], dates: Sequence[DateExpression]) -> Sequence[Tagged]:
        """Names and expressions that a trained tagger finds, given what lists and rules find; they do not overlap."""
        ...

    def realisations(self) -> Sequence[Realisation]:
        """How the language says the senses."""
        ...

    def lexicon(self, name: str) -> Sequence[tuple[str, ...]]:
        """Rows of one of its word lists for reading, by its name in `languages.lexicons`."""
        ...
