"""Files that are ZIP archives of XML parts, opened only as far as their directory is sound.

Everything that could swell, lead out of the archive or reach for another file is refused before it is inflated.
"""

import re
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from qatynas.errors import Refused
from qatynas.settings import limit

_DOCTYPE = b"<!DOCTYPE"
_LEADS_OUT = re.compile(r"\A[/\\]|\A[A-Za-z]:|(?:\A|[/\\])\.\.(?:[/\\]|\Z)|\0")
_ENCRYPTED = 0x1
_LINK = 0o120000
_KIND_OF_FILE = 0o170000


class Package:
    """The parts of an archive by name, each inflated when it is asked for, in memory alone."""

    def __init__(self, archive: ZipFile, kind: str) -> None:
        self._archive = archive
        self._kind = kind
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises `Refused` where it is absent, damaged, or XML with a DOCTYPE."""
        try:
            data = self._archive.read(name)
        except KeyError:
            raise Refused(f"damaged: the {self._kind} lacks its part {name!r}") from None
        except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, etree.Error) as error:
            raise Refused(f"damaged: part {name!r} of the {self._kind} cannot be unpacked ({error})") from None
        if any(_DOCTYPE.decode().encode(encoding) in data for encoding in ("ascii", "utf-16-le", "utf-16-be")):
            raise Refused(f"doctype: part {name!r} of the {self._kind} has a DOCTYPE, which may reach for other files")
        return data

    def xml(self, name: str) -> Any:
        """The root of a part that is XML. Raises `Refused` as `read` does, and where it is not well formed."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise Refused(f"damaged: part {name!r} of the {self._kind} is no XML ({error.msg})") from None


def opened(data: bytes, kind: str) -> Package:
    """The archive in these bytes. Raises `Refused`: damaged, encrypted, or an archive that nobody honest makes."""
    try:
        archive = ZipFile(BytesIO(data))
        entries = archive.infolist()
    except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Refused(f"damaged: the {kind} cannot be opened ({error})") from None
    _check(entries, len(data), kind)
    return Package(archive, kind)


def _check(entries: list[ZipInfo], size: int, kind: str) -> None:
    if len(entries) > limit("max_entries"):
        raise Refused(f"size: {len(entries):,} files in the {kind}, more than {limit('max_entries'):,}")
    if (inflated := sum(entry.file_size for entry in entries)) > limit("max_inflated_bytes"):
        raise Refused(f"size: {inflated:,} bytes unpacked, more than {limit('max_inflated_bytes'):,}")
    if len({entry.filename for entry in entries}) < len(entries):
        raise Refused(f"damaged: two files of one name in the {kind}")
    if sum(entry.compress_size for entry in entries) > size:
        raise Refused(f"damaged: files of the {kind} overlap")
    for entry in entries:
        if _LEADS_OUT.search(entry.filename) or (entry.external_attr >> 16) & _KIND_OF_FILE == _LINK:
            raise Refused(f"damaged: the {kind} has a file that leads out of it ({entry.filename!r})")
        if entry.flag_bits & _ENCRYPTED:
            raise Refused(f"encrypted: the {kind} is protected by a password")
