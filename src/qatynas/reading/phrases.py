"""Phrases: word lists of a language looked up in a sentence, by dictionary forms."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from qatynas.languages.language import Language, Word
from qatynas.ontology.lexicon import kept

T = TypeVar("T")


@kept(256)
def listed(language: Language, name: str, role: str | None) -> frozenset[str]:
    """First cells of a word list of a language; with `role`, of the rows whose second cell is that."""
    return frozenset(row[0] for row in language.lexicon(name) if role is None or row[1] == role)


class Match(NamedTuple, Generic[T]):
    """A phrase over the words `first:last`, and what the list says of it."""

    first: int
    last: int
    value: T


class Phrases(Generic[T]):
    """An index of phrases by their last word; of those that end at one word the longest counts."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            *inner, last = phrase.split()
            self._by_last.setdefault(last, []).append((tuple(inner), value))
        for found in self._by_last.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def ending(self, words: Sequence[Word], at: int) -> Match[T] | None:
        """The longest phrase whose last word is `words[at]`, in any form."""
        for analysis in words[at].analyses:
            for inner, value in self._by_last.get(analysis.lemma, ()):
                first = at - len(inner)
                if first >= 0 and all(w.has(part) for w, part in zip(words[first:at], inner, strict=True)):
                    return Match(first, at + 1, value)
        return None

    def find(self, words: Sequence[Word]) -> Iterator[Match[T]]:
        """All phrases of a sentence, in order; a word belongs to one only."""
        found: list[Match[T]] = []
        for at in range(len(words)):
            match = self.ending(words, at)
            if match:
                while found and found[-1].last > match.first:
                    found.pop()
                found.append(match)
        yield from found
