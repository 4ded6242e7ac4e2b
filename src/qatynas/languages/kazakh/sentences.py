"""Sentences of a restored text: where each begins and ends."""

import re
from collections.abc import Iterator
from functools import lru_cache

from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.kazakh.words import tokens
from qatynas.languages.language import Sentence
from qatynas.ontology.tables import rows
from qatynas.settings import limit

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_END = re.compile(r"[.!?…]+[»”\"’)\]]*(?=\s+[«“\"‘(\[–—-]?\s?[^\W_a-zа-яәғқңөұүһі])")
_LAST_WORD = re.compile(r"[^\s«“\"(\[]*$")


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(
        row["abbreviation"].lower() for row in rows(PACKAGE, "data/abbreviations.tsv", ("abbreviation", "meaning?"))
    )


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text`, analysed; a line break always ends one."""
    for number, line in enumerate(_LINE.finditer(text)):
        start = line.start()
        for end in [*_ends(line.group(), start), line.end()]:
            yield from _sentence(text, start, end, number)
            start = end


def _ends(line: str, offset: int) -> Iterator[int]:
    for match in _END.finditer(line):
        if match.group()[0] != "." or not _abbreviated(line[max(0, match.start() - 30) : match.start()]):
            yield offset + match.end()


def _abbreviated(before: str) -> bool:
    """Whether a full stop behind these words belongs to an abbreviation or an initial."""
    found = _LAST_WORD.search(before)
    word = found.group() if found else ""
    last = word.rpartition(".")[2]
    return (len(last) == 1 and last.isalpha()) or f"{word.lower()}." in _abbreviations()


def _sentence(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if piece:
        words = tuple(tokens(piece, start)) if len(piece) <= limit("max_sentence") else ()
        yield Sentence(start, start + len(piece), piece, words, paragraph)
