"""Words: tokens of a sentence and their analyses, the likeliest where they stand first."""

import re

from qatynas.languages.kazakh.ranking import in_context
from qatynas.languages.language import Word

_TOKEN = re.compile(
    r"\[\d+(?:\s?[,;–-]\s?\d+(?:-?(?:бб?|с)\.?)?)*\]"  # citation mark, perhaps with pages («[7, 12-б.]»)
    r"|\d+(?:[.,]\d+)*(?:[-‑]?[^\W\d_]+)*"  # number, perhaps with a suffix
    r"|[^\W\d_]\.(?=\s?[^\W\d_])"  # initial
    r"|[^\W\d_]+(?:[-‑’'][^\W_]+)*"  # word, perhaps hyphenated
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
