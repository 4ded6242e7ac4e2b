"""A sentence as reading sees it: its parties, dates, clauses and triggers; and the story that it is part of."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from qatynas.documents.text import Text
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.languages.language import DateExpression, Language, Name, Number, Sentence, Word
from qatynas.reading.clauses import Clause
from qatynas.reading.frames import Hit
from qatynas.reading.party import Party
from qatynas.reading.phrases import listed

_SIGNS = "%$€₸₽£¥"
_OPENING, _CLOSING = '«“"([' + _SIGNS, '»”")]' + _SIGNS


@dataclass(frozen=True, kw_only=True)
class Story:
    """What holds for a whole document: its text, name, language and date, whose «our country» is, which relation."""

    name: str
    text: Text
    language: Language
    home: Actor
    pair: tuple[Actor, ...]
    persons: Mapping[str, Actor] = field(default_factory=dict)
    date: Edtf | None = None

    def evidence(self, start: int, end: int) -> Evidence:
        """The words at a restored span, as they stand in the original."""
        restored = self.text.restored
        while start < end and restored[start].isspace():
            start += 1
        while end > start and restored[end - 1].isspace():
            end -= 1
        span = self.text.span(start, end)
        return Evidence(self.name, span.start, span.end, span.quote)

    def words(self, name: str, role: str | None = None) -> frozenset[str]:
        """First cells of a word list of the language; with `role`, of the rows whose second cell is that."""
        return listed(self.language, name, role)


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One sentence with what was found in it."""

    story: Story
    sentence: Sentence
    names: Sequence[Name]
    parties: Sequence[Party]
    dates: Sequence[DateExpression]
    numbers: Sequence[Number]
    clauses: Sequence[Clause]
    hits: Sequence[Hit] = ()
    pair: tuple[Actor, ...] = ()
    carried: Edtf | None = None
    """The date of the occasion told before, where the sentence begins with it («сапар барысында»)."""
    pair_told: Evidence | None = None
    """Words of a sentence before that tell who the two sides are, where this one does not."""
    titles: frozenset[int] = frozenset()
    antecedents: Mapping[int, Evidence] = field(default_factory=dict)
    """By the first of the words that point back: the words of a sentence before that tell who is meant."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Words of the sentence."""
        return self.sentence.words

    def clause_of(self, word: int) -> Clause:
        """The clause in which a word stands."""
        return next(c for c in self.clauses if c.first <= word < c.last)

    def evidence(self, first: int, last: int) -> Evidence:
        """The words `first:last`, without punctuation at the ends; signs of money and percent are none."""
        words = self.words
        while last - first > 1 and words[last - 1].upos == "PUNCT" and words[last - 1].form not in _CLOSING:
            last -= 1
        while last - first > 1 and words[first].upos == "PUNCT" and words[first].form not in _OPENING:
            first += 1
        return self.story.evidence(words[first].start, words[last - 1].end)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Numbers of the words within restored offsets."""
        return bisect_left(self.sentence.starts, start), bisect_left(self.sentence.starts, end)

    @property
    def points_back(self) -> bool:
        """Whether the sentence begins with a word that points back to the one before («олардың», «осы»)."""
        return self.words[0].form.lower() in self.story.words("links", "anaphor")

    def told_before(self, parties: Iterable[Party]) -> tuple[Evidence, ...]:
        """Words of sentences before that tell whom the parties mean which only point back."""
        told = list(parties)
        found = (place for first, place in self.antecedents.items() if any(p.first <= first < p.last for p in told))
        return tuple(dict.fromkeys(found))

    @cached_property
    def states(self) -> tuple[Actor, ...]:
        """States and organisations that are named or acted for, each once, in order, by their usual names."""
        codes = [a.code for p in self.parties if not p.implied for a in p.actors if a.code]
        return tuple(Actor(self.story.language.name_of(code), code) for code in dict.fromkeys(codes))

    def lemmas(self, first: int = 0, last: int | None = None) -> frozenset[str]:
        """All dictionary forms, and lowered forms, among the words `first:last`."""
        return frozenset().union(*self._lemmas[first:last])

    def tells(self, lemmas: frozenset[str], first: int = 0, last: int | None = None) -> bool:
        """Whether one of the lemmas is among those of the words `first:last`."""
        return any(not lemmas.isdisjoint(own) for own in self._lemmas[first:last])

    @cached_property
    def _lemmas(self) -> list[set[str]]:
        """The same of each word."""
        return [{word.form.lower(), *(a.lemma.lower() for a in word.analyses)} for word in self.words]
