"""Which languages can be read, and which language a text is in."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from qatynas.documents.flow import RULES
from qatynas.documents.text import Text
from qatynas.languages.language import Language
from qatynas.ontology.lexicon import loaded

_SAMPLE = 20_000  # characters that tell a text's language
_MARKED_IN_RUSSIAN = 200  # letters of a Russian text to one of a name that is not written in its alphabet
_SHORT = 60  # letters of a text whose words are asked too
READ = ("kk",)
"""ISO 639-1 codes of the languages whose facts can be read."""
KAZAKH_IN_ARABIC = "kk-Arab"
"""BCP 47 tag of Kazakh in Arabic letters, which is told from other languages and not yet read."""
_NAMES = {
    "kk": "Kazakh",
    "ru": "Russian",
    "en": "English",
    KAZAKH_IN_ARABIC: "Kazakh in Arabic letters",
    "und": "an unknown language",
}
_ARABIC_LETTER = re.compile("[\u0620-\u06ff]")


@lru_cache(maxsize=4)
def language(code: str) -> Language | None:
    """The language of an ISO 639-1 code, null where its facts cannot be read yet."""
    if code == "kk":
        from qatynas.languages.kazakh.language import Kazakh

        return Kazakh()
    return None


def detect(text: str) -> str | None:
    """Language of a text by its alphabet: `kk`, `ru`, `en`, `kk-Arab`, or null where it does not tell.

    Kazakh in Cyrillic writes a letter that Russian does not have in about one of six. Other languages in Cyrillic
    share some of them; where they do, the letters of each decide (`kazakh.alphabet`). Kazakh in Latin letters is
    told by its words too (`kazakh.latin`), and so is a short text. A single word may still deceive, so a document's
    own word for its language goes before this.
    """
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if len(letters) < 3:
        return None
    cyrillic = sum("\u0400" <= c <= "\u04ff" or c in "əƏ" for c in letters)
    if cyrillic * 2 < len(letters):
        return _not_cyrillic(sample, letters)
    from qatynas.languages.kazakh.alphabet import is_kazakh, marked

    if is_kazakh(sample, cyrillic) or (len(letters) <= _SHORT and _of_kazakh_words(sample)):
        return "kk"
    return "ru" if marked(sample) * _MARKED_IN_RUSSIAN < cyrillic else None


def _of_kazakh_words(sample: str) -> bool:
    """Whether the words of a short text, which may lack the letters of Kazakh («Бала барды»), are Kazakh ones."""
    from qatynas.languages.kazakh.vocabulary import listed
    from qatynas.languages.kazakh.words import split

    words = [word for word in split(sample) if word[0].isalpha()]
    return len(words) > 1 and all(listed(word) for word in words)


def _not_cyrillic(sample: str, letters: Sequence[str]) -> str | None:
    ascii = sum(c.isascii() for c in letters)
    if ascii == len(letters):
        return "en"
    if _in_arabic(sample):
        return KAZAKH_IN_ARABIC
    from qatynas.languages.kazakh.latin import is_kazakh

    if is_kazakh(sample):
        return "kk"
    return "en" if ascii > 0.9 * len(letters) else None


def _in_arabic(sample: str) -> bool:
    from qatynas.languages.kazakh.arabic import is_kazakh

    return len(_ARABIC_LETTER.findall(sample)) * 2 > sum(map(str.isalpha, sample)) and is_kazakh(sample)


def code_of(text: str, declared: str | None) -> str | None:
    """The language of a document's text: what it declares, else what its letters tell.

    Text that is declared Kazakh may be in Arabic letters, which are not read.
    """
    if declared == "kk" and _ARABIC_LETTER.search(text, 0, _SAMPLE) and _in_arabic(text[:_SAMPLE]):
        return KAZAKH_IN_ARABIC
    return declared or detect(text)


def spoken(code: str | None) -> str:
    """A language as people are told it: its English name where it has one here, else its code; `unknown` for none."""
    return _NAMES.get(code or "", code or "unknown")


def restore(text: Text, code: str | None = None) -> Text:
    """The text repaired by the rules of its language; unchanged where the language has none here."""
    found = language(code_of(text.original, code) or "")
    return found.restore(text) if found else text


def in_words(rule: str) -> str:
    """What was wrong where a rule made a repair, in words; a rule that nobody explains is given as it is."""
    return "; ".join(_rules().get(one, one) for one in rule.split("+"))


@loaded
def _rules() -> Mapping[str, str]:
    told = {rule: words for known in map(language, READ) if known for rule, words in known.repairs().items()}
    return {**RULES, **told}
