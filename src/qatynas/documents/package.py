"""Documents that are ZIP packages of XML parts: DOCX and XLSX (ECMA-376-2), ODT (OpenDocument 1.3-2), EPUB (OCF 3.3).

Nobody has to have made them with good intent. The directory is looked at before anything is unpacked, parts are
unpacked into memory alone and no further than the directory said, and XML with a DOCTYPE is refused: no such format
has one, and entities are the way to another file, to the network or to gigabytes.
"""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from qatynas.documents.bombs import overlapping, swelling
from qatynas.errors import Refused
from qatynas.settings import limit

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_ENCRYPTED = 0x1  # flag of a member
_OUTSIDE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOG = 65_536  # bytes in which a DOCTYPE stands, if anywhere: it comes before the first element


class Package:
    """An opened package; `names` are those of its parts."""

    def __init__(self, archive: zipfile.ZipFile, kind: str) -> None:
        self._archive = archive
        self._kind = kind
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises `Refused`: `damaged` where it is missing or broken, `encrypted`."""
        try:
            info = self._archive.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise Refused("encrypted: a password is wanted")
            with self._archive.open(info) as part:
                return part.read(info.file_size)
        except KeyError:
            raise Refused(f"damaged: the {self._kind} lacks its part “{name}”") from None
        except _BROKEN as error:
            raise self._damaged(name, error) from None

    def xml(self, name: str) -> Any:
        """The root element of a part that is XML. Raises `Refused` as `read`, and for what `parsed` does."""
        return parsed(self.read(name), f"part “{name}” of the {self._kind}")

    def each(self, name: str, *tags: str) -> Iterator[Any]:
        """The elements of a large part that bear one of these names, in whatever namespace, one after another.

        Each is forgotten when the next is asked for. Raises `Refused` as `xml`.
        """
        data = _without_doctype(self.read(name), f"part “{name}” of the {self._kind}")
        wanted = [f"{{*}}{tag}" for tag in tags]
        options: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
        try:
            for _, element in etree.iterparse(BytesIO(data), tag=wanted, **options):
                if element.getroottree().docinfo.internalDTD is not None:
                    raise _doctype(f"part “{name}” of the {self._kind}")
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise self._damaged(name, error) from None

    def _damaged(self, name: str, error: Exception) -> Refused:
        return Refused(f"damaged: part “{name}” of the {self._kind} cannot be read ({_told(error)})")


def opened(data: bytes, kind: str) -> Package:
    """A package, `kind` as people know it. Raises `Refused` where its directory is broken or not to be trusted.

    `size`: more parts than the setting `max_entries` or more bytes than `max_inflated_bytes`; `unsafe`: bombs,
    overlapping parts, names that lead elsewhere or stand twice; `damaged`; `encrypted`.
    """
    try:
        archive = zipfile.ZipFile(file := BytesIO(data))
    except _BROKEN as error:
        raise Refused(f"damaged: the {kind} cannot be unpacked ({_told(error)})") from None
    _check(file, archive.infolist(), kind)
    return Package(archive, kind)


def parsed(data: bytes, what: str) -> Any:
    """The root element of XML. Raises `Refused`: `unsafe` for a DOCTYPE, `damaged` where it is not well-formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_without_doctype(data, what), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(f"damaged: {what} cannot be read ({_told(error)})") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(what)
    return root


def _without_doctype(data: bytes, what: str) -> bytes:
    # UTF-16 writes a zero byte beside each of these letters.
    if _DOCTYPE.search(data[:_PROLOG].replace(b"\0", b"")):
        raise _doctype(what)
    return data


def _doctype(what: str) -> Refused:
    return Refused(f"unsafe: {what} declares a DOCTYPE")


def _check(file: BytesIO, infos: list[zipfile.ZipInfo], kind: str) -> None:
    if len(infos) > limit("max_entries"):
        raise Refused(f"size: {len(infos):,} parts, more than the {limit('max_entries'):,} that a {kind} may have")
    size = sum(info.file_size for info in infos)
    if size > limit("max_inflated_bytes"):
        most = limit("max_inflated_bytes")
        raise Refused(f"size: {size:,} bytes unpacked, more than the {most:,} that a {kind} may have")
    for reason in _reasons(file, infos):
        raise Refused(f"unsafe: {reason}")


def _reasons(file: BytesIO, infos: list[zipfile.ZipInfo]) -> Iterator[str]:
    """Why a directory is not to be trusted."""
    if overlapping(file, infos):
        yield "its parts overlap (a ZIP bomb)"
    names = set[str]()
    for info in infos:
        if told := swelling(info):
            yield told
        if _OUTSIDE.search(info.orig_filename) or stat.S_ISLNK(info.external_attr >> 16):
            yield "a part's name leads elsewhere"
        if info.filename in names:
            yield f"two parts are named “{info.filename}”"
        names.add(info.filename)


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
