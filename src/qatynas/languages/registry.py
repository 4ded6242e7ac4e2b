"""Which languages can be read, and which language a text is in."""

from functools import lru_cache

from qatynas.documents.text import Text
from qatynas.languages.language import Language

_SAMPLE = 20_000  # characters that tell a text's language
KAZAKH = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІəƏ")
RUSSIAN_ONLY = frozenset("ёъыэщЁЪЫЭЩ")
READ = ("kk",)
"""ISO 639-1 codes of the languages whose facts can be read."""


@lru_cache(maxsize=4)
def language(code: str) -> Language | None:
    """The language of an ISO 639-1 code, null where its facts cannot be read yet."""
    if code == "kk":
        from qatynas.languages.kazakh.language import Kazakh

        return Kazakh()
    return None


def detect(text: str) -> str | None:
    """Language of a text by its alphabet: `kk`, `ru`, `en`, or null where it does not tell.

    Kazakh writes a letter of its own in about one of five; other Turkic languages in Cyrillic share some of
    them, so a document's own word for its language goes before this.
    """
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    if len(letters) < 3:
        return None
    cyrillic = sum("\u0400" <= c <= "\u04ff" or c in "əƏ" for c in letters)
    if cyrillic * 2 < len(letters):
        return "en" if sum(c.isascii() for c in letters) > 0.9 * len(letters) else None
    own = sum(c in KAZAKH for c in letters)
    if own * 25 > cyrillic:
        return "kk"
    return "ru" if own * 200 < cyrillic else None


def restore(text: Text, code: str | None = None) -> Text:
    """The text repaired by the rules of its language; unchanged where the language has none here."""
    found = language(code or detect(text.original) or "")
    return found.restore(text) if found else text
