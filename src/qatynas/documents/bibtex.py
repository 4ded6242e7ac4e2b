"""BibTeX and BibLaTeX, by the package bibtexparser; LaTeX's letters by pylatexenc."""

import logging
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from qatynas.documents.bibliography import Entry, Fault, file_name, made
from qatynas.documents.entry_fields import entry_fields

_YEAR = re.compile(r"(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPED = re.compile(r"\\([:;\\])")
_PERCENT = re.compile(r"(?<!\\)%")
_AS_THEY_ARE = ("url", "doi", "file", "date", "urldate")
_LANGUAGES = {"kazakh": "kk", "russian": "ru", "english": "en", "american": "en", "british": "en", "turkish": "tr"}
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}


def entries(text: str) -> Iterator[Entry | Fault]:
    """Entries in their order; a block that cannot be read is named by its line, and the others come in."""
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # its faults are told by us
    found = parse_string(text)
    for block in found.failed_blocks:
        yield Fault(f"line {(block.start_line or 0) + 1}", f"left out: {_reason(block)}")
    for entry in found.entries:
        fields = {name.lower(): str(field.value) for name, field in entry.fields_dict.items() if field.value}
        yield from _made(entry.key or f"line {(entry.start_line or 0) + 1}", entry.entry_type.lower(), fields)


def _reason(block: Any) -> str:
    error = getattr(block, "error", None)
    error = getattr(error, "abort_reason", error)
    if getattr(block, "key", None) is not None and "uplicate" in type(block).__name__:
        return f"another entry has the key {block.key} already"
    words = " ".join(str(error or "it cannot be read").split())
    return words[:200]


def _made(key: str, type: str, fields: dict[str, str]) -> Iterator[Entry | Fault]:
    known = entry_fields("bibtex")
    item: dict[str, Any] = {"type": known.type.get(type, "document")}
    if item["type"] == "article-journal":
        item["type"] = _SUBTYPES.get(fields.get("entrysubtype", "").lower(), item["type"])
    if item["type"] == "document" and "url" in fields:
        item["type"] = "webpage"
    for name, variable in known.field.items():
        if name in fields:
            item.setdefault(variable, fields[name] if name in _AS_THEY_ARE else _plain(fields[name]))
    for name, variable in known.names.items():
        if name in fields:
            item[variable] = [_name(each) for each in _persons(fields[name])]
    for name, variable in known.date.items():
        if date := _date(name, fields):
            item.setdefault(variable, {"literal": date})
    if "page" in item:
        item["page"] = re.sub(r"\s*[-–—]+\s*", "-", item["page"])
    if "language" in item:
        item["language"] = _LANGUAGES.get(item["language"].lower(), item["language"])
    yield from made(key, item, tuple(_files(fields.get("file", ""))))


def _date(name: str, fields: dict[str, str]) -> str | None:
    value = fields.get(name, "").strip()
    found = _YEAR.search(value)
    if name != "year" or not found:
        return value or None
    month = fields.get("month", "").strip().lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else 0
    return f"{found[1]}-{number:02}" if 1 <= number <= 12 and value == found[1] else found[1]


def _persons(text: str) -> list[str]:
    from bibtexparser.middlewares.names import split_multiple_persons_names

    return [name for name in split_multiple_persons_names(text) if name.strip()]


def _name(text: str) -> dict[str, str]:
    """CSL's parts of «Family, Given», «Given Family» or «{Ministry of Foreign Affairs}»."""
    from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

    if text.startswith("{") and text.endswith("}"):
        return {"literal": _plain(text)}
    try:
        parts = parse_single_name_into_parts(text, strict=False)
    except InvalidNameError:
        return {"literal": _plain(text)}
    told = {
        "family": _plain(" ".join(parts.last)),
        "given": _plain(" ".join(parts.first)),
        "non-dropping-particle": _plain(" ".join(parts.von)),
        "suffix": _plain(" ".join(parts.jr)),
    }
    return {name: words for name, words in told.items() if words}


def _files(value: str) -> Iterator[str]:
    """Names of the files of `Full text:/a/b.pdf:application/pdf;…`, as Zotero and JabRef write them, or of a path."""
    for one in re.split(r"(?<!\\);", value):
        parts = [_ESCAPED.sub(r"\1", part) for part in re.split(r"(?<!\\):", one)]
        path = parts[1] if len(parts) == 3 else ":".join(parts)
        if path.strip():
            yield file_name(path)


def _plain(text: str) -> str:
    return " ".join(_decoder()(text).split())


@cache
def _decoder() -> Callable[[str], str]:
    from pylatexenc.latex2text import LatexNodes2Text

    plain = LatexNodes2Text(math_mode="verbatim").latex_to_text
    # A percent sign in a title is a percent sign, though LaTeX would begin a comment with it.
    return lambda text: str(plain(_PERCENT.sub(r"\\%", text))) if set("\\{}$~") & set(text) else text
