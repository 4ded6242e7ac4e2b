"""Sentences of a restored text: where each begins and ends."""

import re
from collections.abc import Iterator

from qatynas.languages.kazakh.compounds import parted
from qatynas.languages.kazakh.punctuation import abbreviated
from qatynas.languages.kazakh.words import tokens
from qatynas.languages.language import Sentence, Word
from qatynas.settings import limit

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
# A run of marks is tried once, from its first: the leaders of a table of contents are long.
_END = re.compile(r"(?<![.!?…])[.!?…]+[»”\"’)\]]*(?=\s+[«“\"‘(\[–—-]?\s?[^\W_a-zа-яәғқңөұүһі])")

_INITIALS = re.compile(r"(?<![^\W\d_])[^\W\d_]\.-[^\W\d_]\.")  # those of a double name: «Қ.-Ж.»


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text`, analysed; a line break always ends one."""
    longest = limit("max_sentence")
    for number, line in enumerate(_LINE.finditer(text)):
        start = line.start()
        for end in [*_ends(text, start, line.end()), line.end()]:
            yield from _sentence(text, (start, end), number, longest)
            start = end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(text, start, end):
        stop = match.start()
        initials = _INITIALS.match(text, max(start, stop - 4)) is not None
        if match.group()[0] != "." or not (initials or abbreviated(text, stop)):
            yield match.end()


def _sentence(text: str, span: tuple[int, int], paragraph: int, longest: int) -> Iterator[Sentence]:
    start, end = span
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if piece:
        words = _words(piece, start) if len(piece) <= longest else ()
        yield Sentence(start, start + len(piece), piece, words, paragraph)


def _words(piece: str, start: int) -> tuple[Word, ...]:
    found = tokens(piece, start)
    return tuple(parted(found) if "-" in piece else found)
