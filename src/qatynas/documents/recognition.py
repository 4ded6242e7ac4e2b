"""Recognising the text of scans with OCRmyPDF and Tesseract, where they are installed (`--ocr`).

Both are programs of their own, which are started here, by the parent, in a temporary folder, with limits: nothing of
theirs stays. OCRmyPDF straightens and turns the pages and hands them to Tesseract; the PDF that it makes is not used,
but the hOCR beside it, which alone tells how sure each word is.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from msgspec import structs

from qatynas.documents.extracted import HELP, NEEDS_OCR, Extracted
from qatynas.documents.hocr import extract
from qatynas.documents.media import PICTURES
from qatynas.documents.part import Part
from qatynas.documents.program import run
from qatynas.errors import Refused
from qatynas.settings import limit, setting

LANGUAGES = ("kaz", "rus", "eng")
"""Tesseract's models, by its codes. Kazakh comes first: where two fit a word, its letters are chosen."""
_PACKAGES = "Debian: apt-get install ocrmypdf tesseract-ocr-kaz tesseract-ocr-rus"
_REFUSALS: Mapping[int, str] = {
    2: "damaged: OCRmyPDF cannot open it",
    3: f"format: OCRmyPDF lacks a program that it needs ({_PACKAGES})",
    8: "encrypted: a password is wanted",
}
"""By OCRmyPDF's exit status (its manual, "Return code policy")."""
_DPI = 300  # for a picture that does not tell its own


def picture(kind: str, data: bytes) -> Extracted:
    """The text of a picture. Raises `Refused` with `needs OCR` where recognition is not wanted, else as `recognise`."""
    if setting("ocr") != "yes":
        raise Refused(f"{NEEDS_OCR}: a picture; {HELP}")
    return extract(recognise(data, PICTURES[kind].suffix))


def completed(layer: Extracted | None, data: bytes) -> Extracted:
    """The text of a PDF with that of its pictures; `layer` is what its text layer gave, null where that was nothing.

    Raises as `recognise` does.
    """
    found = extract(recognise(data, ".pdf"))
    return found if layer is None else _merged(layer, found)


def _merged(layer: Extracted, found: Extracted) -> Extracted:
    """The pages of the text layer, those that are pictures from the recognition."""
    text, parts = "", list[Part]()
    pages = {part.number: part for part in layer.parts if part.kind == "page"}
    others = {part.number: part for part in found.parts if part.kind == "page"}
    last = max(number for number in (*pages, *others) if number)
    for number in range(1, last + 1):
        whole = found if number in layer.pictures and number in others else layer
        page = (others if whole is found else pages).get(number)
        start = len(text)
        if page is not None:
            parts += _shifted(whole.parts, page, start)
            text += whole.text[page.start : page.end].removesuffix("\f")
        text += "\f" if number < last else ""
        parts.append(Part("page", start, len(text), number, legibility=page.legibility if page else None))
    return structs.replace(
        layer,
        text=text,
        extractor=f"{layer.extractor} {found.extractor}",
        parts=tuple(sorted(parts, key=lambda part: part.start)),
        warnings=(*layer.warnings, *found.warnings),
        partly=None,
        pictures=(),
    )


def _shifted(parts: Iterable[Part], page: Part, start: int) -> Iterator[Part]:
    """The parts that stand on a page, cut at its ends, where the page now begins at `start`."""
    for part in parts:
        low, high = max(part.start, page.start), min(part.end, page.end)
        if part.kind != "page" and low < high:
            yield structs.replace(part, start=low - page.start + start, end=high - page.start + start)


def recognise(data: bytes, suffix: str) -> Sequence[bytes]:
    """The hOCR of every page, by its number; a page that has a text layer gives an empty one.

    `suffix` is the file's, by its content (`.pdf`, `.png`, `.jpg`, `.tif`). Raises `Refused` where the programs are
    not installed, the file is damaged or encrypted, a picture has more than the setting `max_megapixels`, or more
    than `ocr_seconds` pass.
    """
    _expect_programs()
    with TemporaryDirectory(prefix="qatynas-ocr-") as folder:
        scan = Path(folder, f"scan{suffix}")
        scan.write_bytes(data)
        _run(scan, Path(folder))
        found = sorted(Path(folder).glob("ocrmypdf.io*/*_ocr_hocr.hocr"))
        pages = {int(page.name.split("_")[0]): page.read_bytes() for page in found}
    if not pages:
        raise Refused("empty: OCRmyPDF found no page to recognise")
    return [pages.get(number, b"<html/>") for number in range(1, max(pages) + 1)]


def _expect_programs() -> None:
    missing = [name for name in ("ocrmypdf", "tesseract") if which(name) is None]
    if missing:
        raise Refused(f"{NEEDS_OCR}: {' and '.join(missing)} not installed ({_PACKAGES})")
    lacking = [code for code in LANGUAGES if code not in _models()]
    if lacking:
        raise Refused(f"{NEEDS_OCR}: Tesseract lacks {', '.join(lacking)} ({_PACKAGES})")


@cache
def _models() -> frozenset[str]:
    done = subprocess.run(["tesseract", "--list-langs"], capture_output=True, encoding="utf-8", timeout=60, check=False)
    return frozenset(done.stdout.split())


def _run(scan: Path, folder: Path) -> None:
    command = [
        "ocrmypdf", "--quiet", "--language", "+".join(LANGUAGES), "--skip-text", "--rotate-pages", "--deskew",
        "--pdf-renderer", "hocr", "--keep-temporary-files", "--output-type", "pdf", "--optimize", "0",
        "--max-image-mpixels", str(max(1, limit("max_megapixels") // 2)), "--jobs", str(os.cpu_count() or 1),
    ]  # fmt: skip
    if scan.suffix != ".pdf":
        command += ["--image-dpi", str(_DPI)]
    # One thread a page: Tesseract's own threads cost more than they save where pages go side by side.
    environment = {**os.environ, "TMPDIR": str(folder), "OMP_THREAD_LIMIT": "1"}
    done = run([*command, str(scan), str(folder / "recognised.pdf")], environment, limit("ocr_seconds"))
    if done.status:
        raise Refused(_reason(*done))


def _reason(status: int, told: str) -> str:
    if "DecompressionBomb" in told or "decompression bomb" in told:
        return f"size: a picture has more than {limit('max_megapixels')} million pixels"
    lines = [line.strip() for line in told.splitlines() if line.strip() and "emporary working files" not in line]
    last = next((line for line in reversed(lines) if not line.startswith("/")), "")
    return _REFUSALS.get(status) or f"damaged: OCRmyPDF ended with status {status} ({last[:200]})"
