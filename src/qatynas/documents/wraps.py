"""Plain text whose lines were broken by a program at some width: which of its lines are one paragraph.

Old archives, e-mails and the output of `pdftotext` are such texts. They are known without a language: a line ends
because the next word would not have stood on it, and goes on in small letters. A text whose lines are paragraphs, a
list, a poem or a table is none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from qatynas.documents.part import Part

_NARROWEST, _WIDEST = 40, 120  # characters of the longest lines
_FEWEST = 6  # line ends that bear witness
_FULL = 0.75  # of the line ends inside a block: the next word would not have stood on the line
_GOES_ON = 0.35  # of them: the next line goes on in small letters, or with a figure
_LINE = re.compile(r"[^\r\n\f]*")
_BREAK = re.compile(r"\r\n|\r|\n|\f")
_WORD = re.compile(r"\S+")
_BULLET = re.compile(r"[•▪●■◦○*]\s")  # a dash or a number may stand at the head of any line


class _Line(NamedTuple):
    """A line without the white space around it; `page`: it begins a page; `indent` in characters."""

    start: int
    end: int
    indent: int
    text: str
    page: bool


def wrapped(text: str) -> tuple[Part, ...]:
    """The paragraphs of a text that was broken into lines by a program; none where it was not."""
    lines = list(_lines(text))
    width = _width(lines)
    pairs = [(one, two) for one, two in pairwise(lines) if one.text and two.text]
    if not _NARROWEST <= width <= _WIDEST or len(pairs) < _FEWEST:
        return ()
    full = [(one, two) for one, two in pairs if not _fitted(one, two, width)]
    going_on = sum(_goes_on(two) for _, two in full)
    if len(full) < _FULL * len(pairs) or going_on < _GOES_ON * len(full):
        return ()
    return tuple(_paragraphs(lines, width))


def _lines(text: str) -> Iterator[_Line]:
    at, page = 0, True
    while at <= len(text):
        match = _LINE.match(text, at)
        assert match is not None
        words = match.group()
        stripped = words.strip()
        indent = len(words) - len(words.lstrip())
        yield _Line(at + indent, at + indent + len(stripped), indent, stripped, page)
        end = _BREAK.match(text, match.end())
        if end is None:
            return
        at, page = end.end(), end.group() == "\f"


def _width(lines: Sequence[_Line]) -> int:
    """The width at which the lines were broken: that of the longest, save one in two hundred (an address)."""
    lengths = sorted((line.indent + len(line.text) for line in lines if line.text), reverse=True)
    return lengths[len(lengths) // 200] if lengths else 0


def _fitted(one: _Line, two: _Line, width: int) -> bool:
    """Whether the next word would have stood on the line."""
    first = _WORD.match(two.text)
    assert first is not None
    return one.indent + len(one.text) + 1 + len(first.group()) <= width


def _goes_on(line: _Line) -> bool:
    begins = next((letter for letter in line.text if letter.isalnum()), "")
    return bool(begins) and not begins.isupper() and not _BULLET.match(line.text)


def _paragraphs(lines: Sequence[_Line], width: int) -> Iterator[Part]:
    group: list[_Line] = []
    blank = page = False
    for line in lines:
        page |= line.page
        if not line.text:
            blank = True
            continue
        if group and not _together(group[-1], line, width, blank, page):
            yield from _paragraph(group)
            group = []
        group.append(line)
        blank = page = False
    yield from _paragraph(group)


def _together(one: _Line, two: _Line, width: int, blank: bool, page: bool) -> bool:
    """Whether two lines, with blank ones or a page's end between them, belong to one paragraph."""
    if page:
        return _goes_on(two) and not _fitted(one, two, width)
    return not (blank or _fitted(one, two, width) or two.indent > one.indent + 1 or _BULLET.match(two.text))


def _paragraph(group: Sequence[_Line]) -> Iterator[Part]:
    if len(group) > 1:
        yield Part("paragraph", group[0].start, group[-1].end)
