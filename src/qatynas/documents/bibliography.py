"""Libraries of sources as reference managers write them: BibTeX, RIS, CSL-JSON."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PureWindowsPath
from typing import Any, NamedTuple

from qatynas.documents.encoding import utf8
from qatynas.errors import QatynasError
from qatynas.facts.csl import of_csl
from qatynas.facts.source import Source, layer, of_layer
from qatynas.ontology.source_kinds import kind_of_type
from qatynas.settings import limit


class Entry(NamedTuple):
    """One entry of a library: its key there, what it tells, and the names (no folders) of the files it points to."""

    key: str
    source: Source
    files: tuple[str, ...] = ()


class Fault(NamedTuple):
    """What could not be taken in: `place` is the line, or the key, of the entry; the rest came in."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class Library(NamedTuple):
    """The entries of a file in their order, and what was wrong in it."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]


def library(path: Path) -> Library:
    """Read a library; its form is told by what it holds. Raises `QatynasError` where it is none or cannot be read."""
    text = _text(path)
    found = list(_read(text, path))
    entries = [each for each in found if isinstance(each, Entry)]
    faults = [each for each in found if isinstance(each, Fault)]
    first: dict[str, Entry] = {}
    for entry in entries:
        if first.setdefault(entry.key, entry) is not entry:
            faults.append(Fault(entry.key, "another entry has this key already: left out"))
    return Library(tuple(first.values()), tuple(faults))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > limit("max_file_bytes"):
            raise QatynasError(f"{path}: size: larger than {limit('max_file_bytes'):,} bytes")
        return utf8(path.read_bytes().removeprefix(b"\xef\xbb\xbf")).replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise QatynasError(f"{path}: {error.strerror or error}") from None
    except ValueError:
        raise QatynasError(f"{path}: not UTF-8: save the library as UTF-8") from None


def _read(text: str, path: Path) -> Iterator[Entry | Fault]:
    start = text.lstrip()
    if start.startswith(("[", "{")):
        return _csl(text, path)
    if start.startswith("TY  -") or "\nTY  -" in text:
        from qatynas.documents import ris

        return ris.entries(text)
    if "@" in text:
        from qatynas.documents import bibtex

        return bibtex.entries(text)
    raise QatynasError(f"{path}: neither BibTeX nor RIS nor CSL-JSON")


def _csl(text: str, path: Path) -> Iterator[Entry | Fault]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise QatynasError(f"{path}: not JSON ({error})") from None
    if isinstance(items, dict):
        items = items.get("items", [items])
    if not isinstance(items, list):
        raise QatynasError(f"{path}: no list of items of CSL-JSON")
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict):
            yield Fault(f"item {number}", "no object")
            continue
        yield from made(str(item.get("id") or f"item {number}"), item)


def made(key: str, item: Mapping[str, Any], files: tuple[str, ...] = ()) -> Iterator[Entry | Fault]:
    """Make an entry of an item of CSL-JSON, and a fault of each field that cannot be taken."""
    key = " ".join(key.split())
    source, faults = of_csl(item)
    yield from (Fault(key, fault) for fault in faults)
    told = layer(source)
    if not told.get("title") and not told.get("author") and not told.get("URL"):
        yield Fault(key, "neither title nor author nor URL: left out")
        return
    kind = kind_of_type(source.type or "")
    if kind and not source.kind:
        told["kind"] = kind
    yield Entry(key, of_layer(told), files)


def file_name(path: str) -> str:
    """The name of a file without its folders, whichever system wrote the path."""
    return PureWindowsPath(path.strip().replace("internal-pdf://", "")).name
