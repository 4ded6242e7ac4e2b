"""Words: tokens of a sentence and their analyses, the likeliest where they stand first."""

import re

from qatynas.languages.kazakh.ranking import in_context
from qatynas.languages.language import Word

_PAGE = r"бб?|бет(?:тер)?|с|стр|pp?|т"
_TOKEN = re.compile(
    # Citation mark, perhaps with pages («[7, 12-б.]», «[7, с. 12; 9]»).
    rf"(?i:\[\d+(?:\s?[,;:–-]\s?(?:(?:{_PAGE})\.\s?)?\d+(?:[-\s]?(?:{_PAGE})\.?)?)*\])"
    r"|[^\W\d_]{1,2}[²³][^\W\d_]*"  # unit with its power, «км²»
    r"|[⁰¹²³⁴-⁹]+"  # raised: a footnote's mark
    r"|\d+(?:[.,]\d+)*(?:[-‑]?[^\W\d_]+)*"  # number, perhaps with a suffix
    r"|[^\W\d_]\.(?=\s?[^\W\d_])"  # initial
    r"|[^\W\d_⁰¹²³⁴-⁹]+(?:[-‑’'][^\W_⁰¹²³⁴-⁹]+)*"  # word, perhaps hyphenated
    r"|\.{2,}|[^\w\s]|_",
)


def split(text: str) -> list[str]:
    """The words of `text` as they stand, punctuation too."""
    return _TOKEN.findall(text)


def tokens(text: str, offset: int = 0) -> list[Word]:
    """The words of `text`, analysed where they stand; `offset` is added to their places."""
    found = list(_TOKEN.finditer(text))
    analyses = in_context([match.group() for match in found])
    return [
        Word(offset + match.start(), offset + match.end(), match.group(), told)
        for match, told in zip(found, analyses, strict=True)
    ]
