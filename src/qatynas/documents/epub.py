"""E-books (EPUB 2 and 3): the chapters in the order of the spine, with headings and notes, and the book's own record.

The cover and the lists of contents are left out. A book that is locked (DRM) is refused.
"""

import posixpath
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

from qatynas.documents import html
from qatynas.documents.encoding import decode
from qatynas.documents.extracted import Extracted
from qatynas.documents.package import Package, opened
from qatynas.documents.part import Part
from qatynas.documents.told import Told, iso_date, language_code, one_line
from qatynas.errors import Refused

EXTRACTOR = f"qatynas-epub/1 {html.EXTRACTOR}"

_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_CHAPTERS = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))
_ASIDE = frozenset(("cover", "toc"))
# Fonts are disguised so; the text is not. Any other algorithm locks the book.
_OBFUSCATION = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))


class _Item(NamedTuple):
    """An entry of the manifest: the member's name, its media type and properties."""

    name: str
    media_type: str
    properties: str


def extract(data: bytes) -> Extracted:
    """Text of a book. Raises `Refused`: `encrypted`, `unsafe`, or `damaged` where its files are missing or broken."""
    package = opened(data, "EPUB")
    _expect_unlocked(package)
    where = _where(package)
    opf = package.xml(where)
    lines, parts, lost = list[str](), list[Part](), 0
    offset = 0
    for name in _spine(opf, posixpath.dirname(where)):
        chapter = _chapter(package, name)
        lost += chapter is None
        if chapter and chapter[0]:
            lines.append(chapter[0])
            parts += [_moved(part, offset) for part in chapter[1]]
            offset += len(chapter[0]) + 2
    return Extracted(
        text="\n\n".join(lines),
        extractor=EXTRACTOR,
        parts=tuple(parts),
        told=_told(opf),
        partly=f"damaged: {lost} of the book's chapters cannot be read" if lost else None,
    )


def _expect_unlocked(package: Package) -> None:
    name = "META-INF/encryption.xml"
    if name not in package.names:
        return
    methods = package.xml(name).iterfind(".//{*}EncryptionMethod")
    if any(method.get("Algorithm") not in _OBFUSCATION for method in methods):
        raise Refused("encrypted: the book is locked (DRM)")


def _where(package: Package) -> str:
    """Name of the package document."""
    name = "META-INF/container.xml"
    found = package.xml(name).find(".//{*}rootfile")
    if found is None or not found.get("full-path"):
        raise Refused("damaged: the EPUB does not say where its contents stand")
    return _joined("", found.get("full-path"))


def _spine(opf: Any, folder: str) -> Iterator[str]:
    """Names of the chapters in reading order, each once."""
    items = {
        item.get("id"): _Item(
            _joined(folder, item.get("href") or ""), item.get("media-type") or "", item.get("properties") or ""
        )
        for item in opf.iterfind(".//{*}manifest/{*}item")
    }
    aside = {
        _joined(folder, reference.get("href") or "")
        for reference in opf.iterfind(".//{*}guide/{*}reference")
        if reference.get("type") in _ASIDE
    }
    entries = (items.get(entry.get("idref")) for entry in opf.iterfind(".//{*}spine/{*}itemref"))
    found = [item for item in entries if item and item.media_type in _CHAPTERS]
    names = [item.name for item in found if "nav" not in item.properties.split()]
    yield from dict.fromkeys(name for name in names if name not in aside)


def _joined(folder: str, href: str) -> str:
    """Name of the member that a link means; one that leads out of the book names none."""
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _chapter(package: Package, name: str) -> tuple[str, tuple[Part, ...]] | None:
    """Text and parts of a chapter; empty where it has no text, null where it cannot be read."""
    try:
        data = package.read(name)
        if not data.strip():
            return "", ()
        root = html.parse(decode(data, html.declared_charset(data)).text).root
    except Refused as refused:
        return ("", ()) if refused.reason.startswith("empty") else None
    return html.layout(root).text()


def _moved(part: Part, offset: int) -> Part:
    from msgspec.structs import replace

    return replace(part, start=part.start + offset, end=part.end + offset)


def _told(opf: Any) -> Told:
    dates = sorted(opf.iterfind(f".//{_DC}date"), key=lambda one: one.get(f"{_OPF}event") != "publication")
    given = [one for one in dates if one.get(f"{_OPF}event") in (None, "publication", "original-publication")]
    return Told(
        title=_first(opf, "title"),
        date=next(filter(None, (iso_date(one.text or "") for one in given)), None),
        language=language_code(_first(opf, "language") or ""),
        authors=tuple(dict.fromkeys(_all(opf, "creator"))),
        publisher=_first(opf, "publisher"),
    )


def _first(opf: Any, name: str) -> str | None:
    return next(_all(opf, name), None)


def _all(opf: Any, name: str) -> Iterator[str]:
    return filter(None, (one_line(one.text or "") for one in opf.iterfind(f".//{_DC}{name}")))
