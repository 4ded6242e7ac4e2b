"""Formulas: the fixed words of the text of an instrument, looked for as they stand.

Treaties are copied from lists of scanned sheets: a phrase is found by how its words begin, so that an ending that was
lost or damaged hides none.
"""

import re
from collections.abc import Iterator, Mapping

from qatynas.languages.language import Language
from qatynas.ontology.lexicon import kept

BEGINS = r"(?<!\w)"
"""What stands before each phrase in a pattern: it begins a word."""


class Formulas:
    """The phrases of the list `treaty`, by role."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]], phrases: Mapping[str, str]) -> None:
        self._patterns = patterns
        self.phrases = phrases

    def find(self, role: str, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first phrase of the role within `text[start:end]`."""
        return self._patterns[role].search(text, start, len(text) if end is None else end)

    def last(self, role: str, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The last phrase of the role."""
        found = list(self.all(role, text, start, end))
        return found[-1] if found else None

    def all(self, role: str, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All phrases of the role, in order."""
        return self._patterns[role].finditer(text, start, len(text) if end is None else end)

    def count(self, role: str, text: str, start: int, end: int) -> int:
        """How often phrases of the role stand there."""
        return sum(1 for _ in self.all(role, text, start, end))


@kept(4)
def formulas(language: Language) -> Formulas:
    """The formulas of a language."""
    told: dict[str, list[str]] = {}
    for phrase, role in language.lexicon("treaty"):
        told.setdefault(role, []).append(phrase)
    phrases = {role: _any(found) for role, found in told.items()}
    return Formulas({role: re.compile(one, re.IGNORECASE) for role, one in phrases.items()}, phrases)


def _any(phrases: list[str]) -> str:
    return "|".join(_pattern(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _pattern(phrase: str) -> str:
    """A phrase: its words by their beginnings, one with a full stop whole."""
    words = [
        re.escape(word.removesuffix(".")) + (r"(?!\w)" if word.endswith(".") else r"\w*") for word in phrase.split()
    ]
    return BEGINS + r"\s+".join(words)
