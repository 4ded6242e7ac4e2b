"""The letters by which Kazakh is told from other languages in Cyrillic.

Sources: the Cyrillic alphabets of Kazakh, Kyrgyz, Mongolian, Tatar, Bashkir, Uyghur, Uzbek, Karakalpak, Tajik,
Ukrainian, Belarusian and Serbian, as CLDR's exemplar characters and the languages' own orthographies give them.
"""

import re

_MARKED = re.compile("[әғқңөұүһіə]")  # with Latin ə, which damaged texts have
_OWN = re.compile("[әғқұіə]|(?<=[\u0400-\u04ff])i|i(?=[\u0400-\u04ff])")  # neither Kyrgyz nor Mongolian has them
_NOT_TATAR = re.compile("[ғқұіi]")
_NOT_UZBEK = re.compile("[ыіi]")
_NOT_UKRAINIAN = re.compile("[әғқңөұүыə]")
_STRANGE = re.compile("[ўҳҗҙҫҡҷӣӯєїґј]")

_MARKED_SHARE, _OWN_SHARE = 25, 100  # one letter in so many; real texts have one in six and one in eight
_STRANGERS = 10  # own letters to one strange letter; a foreign name in a text is far below
_SHORT, _SENTENCE = 20, 60  # letters below which a text may lack a letter that its language has


def is_kazakh(text: str, cyrillic: int) -> bool:
    """Whether a text with so many Cyrillic letters is in Kazakh, damaged perhaps (Latin i and ə, one case only)."""
    text = text.lower()
    own = _count(_OWN, text)
    if _count(_MARKED, text) * _MARKED_SHARE <= cyrillic and own * _MARKED_SHARE <= cyrillic:
        return False
    if own * _OWN_SHARE <= cyrillic or _count(_STRANGE, text) * _STRANGERS > own:
        return False
    return all(letters.search(text) for letters in _asked(cyrillic))


def is_cyrillic(text: str) -> bool:
    """Whether at least half of the letters of a text are Cyrillic; so is a text without letters."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum("\u0400" <= letter <= "\u04ff" for letter in letters) >= len(letters)


def marked(text: str) -> int:
    """How many letters of a text are Cyrillic ones that Russian does not have."""
    text = text.lower()
    return _count(_MARKED, text) + _count(_STRANGE, text)


def _asked(cyrillic: int) -> tuple[re.Pattern[str], ...]:
    """Letters of which a text of this length has one; others write the rest of Kazakh's letters too."""
    if cyrillic < _SHORT:
        return ()
    return (_NOT_TATAR, _NOT_UZBEK, _NOT_UKRAINIAN) if cyrillic >= _SENTENCE else (_NOT_TATAR, _NOT_UZBEK)


def _count(letters: re.Pattern[str], text: str) -> int:
    return len(letters.findall(text))
