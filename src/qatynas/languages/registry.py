"""Which languages can be read, and which language a text is in."""

from collections.abc import Mapping
from functools import lru_cache

from qatynas.documents.text import Text
from qatynas.languages.language import Language

_SAMPLE = 20_000  # characters that tell a text's language
_MARKED_IN_RUSSIAN = 200  # letters of a Russian text to one of a name that is not written in its alphabet
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

    Kazakh writes a letter that Russian does not have in about one of six. Other languages in Cyrillic share some
    of them; where they do, the letters of each decide (`kazakh.alphabet`). A short headline may still deceive, so a
    document's own word for its language goes before this.
    """
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if len(letters) < 3:
        return None
    cyrillic = sum("\u0400" <= c <= "\u04ff" or c in "əƏ" for c in letters)
    if cyrillic * 2 < len(letters):
        return "en" if sum(c.isascii() for c in letters) > 0.9 * len(letters) else None
    from qatynas.languages.kazakh.alphabet import is_kazakh, marked

    if is_kazakh(sample, cyrillic):
        return "kk"
    return "ru" if marked(sample) * _MARKED_IN_RUSSIAN < cyrillic else None


def restore(text: Text, code: str | None = None) -> Text:
    """The text repaired by the rules of its language; unchanged where the language has none here."""
    found = language(code or detect(text.original) or "")
    return found.restore(text) if found else text


def in_words(rule: str) -> str:
    """What was wrong where a rule made a repair, in words; a rule that no language explains is given as it is."""
    return "; ".join(_rules().get(one, one) for one in rule.split("+"))


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, str]:
    return {rule: words for known in map(language, READ) if known for rule, words in known.repairs().items()}
