"""The passages of a text that are in another language than the text itself.

A Kazakh document quotes Russian and English whole: a paragraph, or some words in quotation marks. What stands there is
left alone: nothing in it is repaired, and no Kazakh is read out of it. Light and careful: a passage is foreign only
where it says so plainly, for a Kazakh passage that lost its letters looks much like Russian.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from qatynas.languages.kazakh.alphabet import is_cyrillic, is_kazakh, marked
from qatynas.languages.registry import detect
from qatynas.ontology.tables import rows

_LEAST = 25  # letters of a line that can tell its language
_LEAST_QUOTED = 15  # letters of a quotation, which its marks set apart already
_MARKED_SHARE = 25  # a line with one letter of Kazakh in so many is no Russian
_EVIDENCE = 0.1  # share of words that speak for the language, of those in a passage
_STEM = 4  # letters; a shorter word has no ending that tells
_QUOTED = re.compile(r"«[^«»\n]{15,1500}»|“[^“”\n]{15,1500}”|\"[^\"\n]{15,1500}\"")
_LINE = re.compile(r"[^\n\f]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*+(?!\.[^\W\d_]|(?<=\b\w)\.)")  # no initial of a name


class Passage(NamedTuple):
    """A piece `text[start:end]` in a language (ISO 639-1, `kk-Arab`, or `und` where it is some other one).

    `whole`: it is a paragraph; else words quoted within one.
    """

    start: int
    end: int
    language: str
    whole: bool


def foreign(text: str, code: str) -> tuple[Passage, ...]:
    """Passages that are plainly in another language than `code`, in order; they do not overlap.

    What tells nothing (numbers, a name, a few words) belongs to the text's own language.
    """
    return tuple(_foreign(text, code))


def _foreign(text: str, code: str) -> Iterator[Passage]:
    for line in _LINE.finditer(text):
        told = language_of(line[0], _LEAST)
        if told and told != code:
            yield Passage(line.start(), line.end(), told, True)
            continue
        for quoted in _QUOTED.finditer(text, line.start(), line.end()):
            inside = language_of(quoted[0], _LEAST_QUOTED)
            if inside and inside != code:
                yield Passage(quoted.start(), quoted.end(), inside, False)


def language_of(words: str, least: int = _LEAST) -> str | None:
    """The language of a passage by its letters and its small words; null where it does not tell plainly."""
    letters = sum(map(str.isalpha, words))
    if letters < least:
        return None
    if not is_cyrillic(words):
        return None if marked(words) else detect(words) or "und"
    if is_kazakh(words, letters):
        return "kk"
    if marked(words) * _MARKED_SHARE > letters:
        return None  # a kindred language, or Kazakh that lost a part of its letters
    return _by_words(words)


def _by_words(words: str) -> str | None:
    found = _WORD.findall(words)
    russian, kazakh = (sum(_speaks(word, code) for word in found) for code in ("ru", "kk"))
    return "ru" if russian > kazakh and russian >= _EVIDENCE * len(found) else None


def _speaks(word: str, code: str) -> bool:
    signs = _signs()[code]
    return word.lower() in signs.words or (word.islower() and len(word) > _STEM and word.endswith(signs.endings))


class _Signs(NamedTuple):
    words: frozenset[str]
    endings: tuple[str, ...]


@cache
def _signs() -> Mapping[str, _Signs]:
    """Function words and endings by language. Raises `DataFileError` for a row that is no word of one."""
    found: dict[str, list[str]] = {}
    for row in rows("qatynas.languages", "data/function_words.tsv", ("language", "word")):
        if not row["language"] or not row["word"].removeprefix("-").isalpha():
            raise row.wrong("wanted: a language, and a word or an ending that begins with -")
        found.setdefault(row["language"], []).append(row["word"])
    return {
        language: _Signs(
            frozenset(word for word in words if not word.startswith("-")),
            tuple(word[1:] for word in words if word.startswith("-")),
        )
        for language, words in found.items()
    }
