"""PDF with a text layer: its text as it stands on paper, and its parts.

PDFium (through pypdfium2; BSD and Apache) finds the letters and their places; rows, columns, notes and paragraphs
are told from the places by the modules beside this one. A change of their rules raises the version in `EXTRACTOR`.
"""

import re
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from qatynas.documents.columns import Line, lines
from qatynas.documents.deadline import latest
from qatynas.documents.extracted import HELP, NEEDS_OCR, Extracted
from qatynas.documents.glyphs import LOST, Glyph, Slow, glyphs
from qatynas.documents.layout import paper
from qatynas.documents.pdf_told import told
from qatynas.documents.rows import rows
from qatynas.errors import Refused
from qatynas.settings import limit

EXTRACTOR = f"qatynas-pdf/1 pypdfium2/{pypdfium2.version.PYPDFIUM_INFO} pdfium/{pypdfium2.version.PDFIUM_INFO}"

_PAGE_SECONDS = 10.0  # a page of the densest print takes a tenth of one
_FEW = 30  # letters: a page with no more under a picture is a scan with a stamp on it
_STAMP = 200  # letters that stand on their side: no more are a stamp, a running head, the label of a drawing
_COVERED = 0.4  # of a page: what pictures cover at least on a scan
_DRAWN = 40  # paths on a page without letters: they are letters that were turned into drawings
_LOOKED_AT = 5_000  # things on a page among which pictures are looked for
_FEW_STRANGE = 0.01  # of the words
# Fonts made before Unicode drew letters of an alphabet in the places of signs and of other alphabets' letters:
# «¤аза›стан», «ќазаќстан» (which is Macedonian), «Ðåñåé».
_STRANGE = re.compile(
    r"(?<!\S)[^\w\s«(\[\"“„]?(?:[а-яё]+[\u00a0-\u00bf\u00d7\u00f7‹›†‡‰•€™][а-яё]|[а-яё]*[à-öø-ÿѓќўџјљњћђ][а-яё]"
    r"|[¤§¦±¶¿¬ª‡Ў][а-яё]{2}|[à-öø-ÿ]{4})",
    re.IGNORECASE,
)
_MOST_NAMED = 12  # pages named in a sentence


class _Page(NamedTuple):
    """The lines of a page, and why there are none where that is a fault: `picture`, `slow`, `damaged`, `lost`."""

    lines: Sequence[Line] = ()
    fault: str = ""
    lost: int = 0
    letters: int = 0


def extract(data: bytes) -> Extracted:
    """The text of a PDF.

    Raises `Refused`: `encrypted` where a password is wanted, `damaged`, `needs OCR` where all pages are pictures.
    """
    document = _opened(data)
    try:
        count, most = len(document), limit("max_pages")
        if not count:
            raise Refused("damaged: the PDF has no pages")
        pages = list(_pages(document, min(count, most)))
        faults = _faults(pages, count)
        made = paper([page.lines for page in pages])
        if not made.text.strip():
            raise Refused("; ".join(faults) or "empty: there is no text")
        if b"startxref" not in data[-4096:]:
            faults.insert(0, "damaged: the end of the file is missing; only what could be found was read")
        meta = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    return Extracted(
        text=made.text,
        extractor=EXTRACTOR,
        parts=made.parts,
        told=told(meta, data, made),
        warnings=tuple(_warnings(pages, made.text)),
        partly="; ".join(faults) or None,
        pictures=tuple(number for number, page in enumerate(pages, start=1) if page.fault == "picture"),
    )


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY) or "assword" in str(
            error
        ):
            raise Refused("encrypted: the PDF opens only with a password") from None
        raise Refused(f"damaged: the PDF cannot be read ({error})") from None


def _pages(document: pypdfium2.PdfDocument, count: int) -> Iterator[_Page]:
    end = latest()
    for number in range(count):
        deadline = min(end, monotonic() + _PAGE_SECONDS)
        if monotonic() >= end:
            yield _Page(fault="slow")
            continue
        try:
            yield _page(document, number, deadline)
        except Slow:
            yield _Page(fault="slow")
        except pypdfium2.PdfiumError:
            yield _Page(fault="damaged")


def _page(document: pypdfium2.PdfDocument, number: int, deadline: float) -> _Page:
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            found = glyphs(words.raw, deadline)
        finally:
            words.close()
        letters = sum(not glyph.char.isspace() for glyph in found)
        if letters <= _FEW and _is_picture(page, letters):
            return _Page(fault="picture")
    finally:
        page.close()
    lost = sum(glyph.char == LOST for glyph in found)
    if lost * 2 > letters:
        return _Page(fault="lost", lost=lost, letters=letters)
    return _Page(_lines(found), lost=lost, letters=letters)


def _lines(found: Sequence[Glyph]) -> list[Line]:
    """The lines of a page; what stands on its side comes last, a few words as no part of the text."""
    out: list[Line] = []
    for turn in sorted({glyph.turn for glyph in found}):
        turned = [glyph for glyph in found if glyph.turn == turn]
        few = turn != 0 and len(turned) <= _STAMP
        made = lines(rows(turned), first=out[-1].column + 1 if out else 0)
        out += [line._replace(across=few) for line in made] if few else made
    return out


def _is_picture(page: pypdfium2.PdfPage, letters: int) -> bool:
    """Whether pictures cover a page, or drawings stand where there are no letters."""
    covered, paths = 0.0, 0
    for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), _LOOKED_AT)):
        thing = pdfium.FPDFPage_GetObject(page.raw, at)
        kind = pdfium.FPDFPageObj_GetType(thing)
        covered += _area(thing) if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) else 0.0
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
    width, height = page.get_size()
    return covered >= _COVERED * width * height or (not letters and (covered > 0 or paths >= _DRAWN))


def _area(thing: Any) -> float:
    from ctypes import byref, c_float

    left, bottom, right, top = (c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, byref(left), byref(bottom), byref(right), byref(top)):
        return 0.0
    return abs(right.value - left.value) * abs(top.value - bottom.value)


def _faults(pages: Sequence[_Page], count: int) -> list[str]:
    """Why only a part was read, each reason in a sentence."""
    found = {fault: [n for n, page in enumerate(pages, start=1) if page.fault == fault] for fault in _FAULTS}
    out = [
        words.format(n=len(found[fault]), m=count, which=_which(found[fault], count), help=HELP)
        for fault, words in _FAULTS.items()
        if found[fault]
    ]
    if len(pages) < count:
        out.append(f"size: only the first {len(pages):,} of {count:,} pages were read")
    return out


_FAULTS = {
    "picture": NEEDS_OCR + ": {n:,} of {m:,} pages hold pictures only{which}; {help}",
    "lost": NEEDS_OCR + ": {n:,} of {m:,} pages are set in a font without a table of its letters{which}; {help}",
    "slow": "timeout: {n:,} of {m:,} pages took too long and were not read{which}",
    "damaged": "damaged: {n:,} of {m:,} pages cannot be read{which}",
}


def _which(pages: Sequence[int], count: int) -> str:
    """The pages by number in brackets, runs as `3–5`; nothing where they are all."""
    if len(pages) == count:
        return ""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    named = ["–".join(map(str, run)) for run in runs[:_MOST_NAMED]]
    return f" ({', '.join(named)}{' …' if len(runs) > _MOST_NAMED else ''})"


def _warnings(pages: Sequence[_Page], text: str) -> Iterator[str]:
    lost = [n for n, page in enumerate(pages, start=1) if page.lost and not page.fault]
    if lost:
        yield f"letters without a meaning in the PDF's fonts{_which(lost, 0)}: U+FFFD stands in their place"
    words, strange = len(text.split()), sum(1 for _ in _STRANGE.finditer(text))
    if strange > _FEW_STRANGE * words:
        yield f"letters may be wrong: {strange:,} words hold signs among their letters, as old fonts leave them; {HELP}"
