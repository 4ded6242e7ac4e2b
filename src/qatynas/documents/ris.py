"""RIS, the format of tagged lines that reference managers exchange.

Read here line by line: the package rispy (0.10) knows no line numbers, raises `KeyError` at a line that is too much,
and runs an entry without end into the next.
"""

import re
from collections.abc import Iterator
from typing import Any

from qatynas.documents.bibliography import Entry, Fault, file_name, made
from qatynas.documents.entry_fields import entry_fields
from qatynas.facts.source import Name, layer_of_name

_TAG = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
_FILES = ("L1", "L2", "LK", "L4")
_DATE = re.compile(r"(\d{4})(?:[/.-](\d{1,2}))?(?:[/.-](\d{1,2}))?/?.*")
_Tags = dict[str, list[str]]


def entries(text: str) -> Iterator[Entry | Fault]:
    """Entries in their order; one without end, or a line that is no part of one, is named by its line."""
    tags: _Tags | None = None
    start, last = 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        found = _TAG.fullmatch(line.rstrip().lstrip("\ufeff"))
        tag, value = (found[1], (found[2] or "").strip()) if found else ("", line.strip())
        if tag == "TY":
            if tags is not None:
                yield Fault(f"line {start}", "the entry has no end (ER): left out")
            tags, start = {"TY": [value]}, number
        elif tags is None:
            if value or tag:
                yield Fault(f"line {number}", "stands in no entry")
        elif tag == "ER":
            yield from _made(tags, start)
            tags = None
        elif tag:
            tags.setdefault(tag, []).append(value)
        elif value and last in tags:
            tags[last][-1] = f"{tags[last][-1]} {value}"
        last = tag or last
    if tags is not None:
        yield Fault(f"line {start}", "the entry has no end (ER): left out")


def _made(tags: _Tags, line: int) -> Iterator[Entry | Fault]:
    known = entry_fields("ris")
    item: dict[str, Any] = {"type": known.type.get(tags["TY"][0], "document")}
    for tag, variable in known.field.items():
        values = [value for value in tags.get(tag, ()) if value]
        if values:
            item.setdefault(variable, "; ".join(values) if variable in ("keyword", "note") else values[0])
    for tag, variable in known.names.items():
        item.setdefault(variable, []).extend(layer_of_name(Name.parse(value)) for value in tags.get(tag, ()) if value)
    for tag, variable in known.date.items():
        values = [value for value in tags.get(tag, ()) if value]
        if values and (date := _date(values[0])):
            item.setdefault(variable, date)
    if pages := _pages(tags):
        item["page"] = pages
    if item["type"].startswith("article") and "ISBN" in item:
        item["ISSN"] = item.pop("ISBN")
    key = next((tags[tag][0] for tag in ("ID", "DO", "UR") if tags.get(tag, [""])[0]), f"line {line}")
    yield from made(key, item, tuple(file_name(path) for tag in _FILES for path in tags.get(tag, ()) if path))


def _date(value: str) -> dict[str, str] | None:
    """The date of `2004/03/15/spring`; what is no number behind the year is left out."""
    found = _DATE.fullmatch(value)
    if not found:
        return {"literal": value}
    year, *rest = (part for part in found.groups() if part)
    return {"literal": "-".join([year, *(f"{int(part):02}" for part in rest)])}


def _pages(tags: _Tags) -> str | None:
    first, last = ((tags.get(tag) or [""])[0] for tag in ("SP", "EP"))
    return f"{first}-{last}" if first and last and first != last and "-" not in first else first or None
