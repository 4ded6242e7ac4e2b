"""hOCR, the form in which Tesseract tells what it recognised: words with their places and how sure it is of each.

hOCR 1.2, https://kba.github.io/hocr-spec/1.2/: `ocr_par`, `ocr_line`, `ocrx_word` with `x_wconf`, 0 to 100.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from lxml import etree

from qatynas.documents.extracted import Extracted
from qatynas.documents.part import Part

EXTRACTOR = "qatynas-hocr/1"
HARD_TO_READ = 0.8
"""A page of a mean confidence below this is named: on clean print Tesseract is 0.9 sure and more of what it reads."""

_SURE = re.compile(r"x_wconf (\d+)")
_PARAGRAPH, _LINE, _WORD = ("ocr_par",), ("ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption"), ("ocrx_word",)
_OPEN_END = re.compile(r"[\w,;:(«–-]$")  # the last sign of a paragraph that goes on overleaf


class _Word(NamedTuple):
    text: str
    sure: float


_Paragraph = Sequence[Sequence[_Word]]  # its lines


def extract(pages: Sequence[bytes]) -> Extracted:
    """The text of recognised pages, in their order; each ends in U+000C but the last.

    Parts are pages with their legibility, the mean confidence weighted by letters, and paragraphs, one of which may
    go over a page's end. A page without words has no legibility: it is blank, or nothing on it is text.
    """
    text, sheets, paragraphs = "", list[Part](), list[Part]()
    for number, lines in enumerate(map(_paragraphs, pages), start=1):
        start = len(text)
        for paragraph in lines:
            words = "\n".join(" ".join(word.text for word in line) for line in paragraph)
            paragraphs.append(Part("paragraph", len(text), len(text) + len(words)))
            text += words + "\n"
        text += "\f" if number < len(pages) else ""
        sheets.append(Part("page", start, len(text), number, legibility=_legibility(lines)))
    parts = tuple(sorted([*sheets, *_continued(paragraphs, text)], key=lambda part: part.start))
    return Extracted(text=text, extractor=EXTRACTOR, parts=parts, warnings=_warnings(sheets))


def _paragraphs(page: bytes) -> list[_Paragraph]:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(page, parser)
    except etree.XMLSyntaxError:  # nothing in it could be saved
        root = None
    if root is None:
        return []
    paragraphs = ([line for line in map(_words, _of(one, _LINE)) if line] for one in _of(root, _PARAGRAPH))
    return [paragraph for paragraph in paragraphs if paragraph]


def _of(element: Any, classes: tuple[str, ...]) -> Iterator[Any]:
    return (inner for inner in element.iter() if inner.get("class") in classes)


def _words(line: Any) -> list[_Word]:
    words = []
    for element in _of(line, _WORD):
        text, sure = " ".join("".join(element.itertext()).split()), _SURE.search(element.get("title") or "")
        if text:
            words.append(_Word(text, int(sure[1]) / 100 if sure else 0.0))
    return words


def _legibility(paragraphs: Sequence[_Paragraph]) -> float | None:
    words = list(chain.from_iterable(chain.from_iterable(paragraphs)))
    letters = sum(len(word.text) for word in words)
    return round(sum(word.sure * len(word.text) for word in words) / letters, 3) if letters else None


def _continued(paragraphs: Sequence[Part], text: str) -> Iterator[Part]:
    """The paragraphs, one that breaks off at a page's end joined to the one that goes on overleaf."""
    waiting: Part | None = None
    for part in paragraphs:
        if waiting and _goes_on(text, waiting, part):
            waiting = Part("paragraph", waiting.start, part.end)
            continue
        if waiting:
            yield waiting
        waiting = part
    if waiting:
        yield waiting


def _goes_on(text: str, one: Part, two: Part) -> bool:
    overleaf = "\f" in text[one.end : two.start]
    return overleaf and bool(_OPEN_END.search(text[one.start : one.end])) and text[two.start].islower()


def _warnings(parts: Sequence[Part]) -> tuple[str, ...]:
    dim = [part for part in parts if part.legibility is not None and part.legibility < HARD_TO_READ]
    if not dim:
        return ()
    told = ", ".join(f"{part.number} ({part.legibility:.0%})" for part in dim)
    return (f"pages that were hard to recognise, and how sure the recognition was: {told}",)
