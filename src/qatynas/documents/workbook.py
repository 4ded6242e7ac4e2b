"""XLSX: the cells of a workbook's sheets, values as people see them. Source: ECMA-376-1:2016, part 1, 18.

Of a formula the value is taken that the program stored with it; nothing is computed, no link is followed. The text
is extracted once and stored (FORMAT.md, "The original text"): a change of these rules raises the version in
`EXTRACTOR`.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lxml import etree

from qatynas.documents.extracted import Extracted
from qatynas.documents.grid import Grid, joined
from qatynas.documents.package import Package, opened
from qatynas.documents.serial import Shown, shown, written
from qatynas.documents.table import column_of
from qatynas.errors import Refused

EXTRACTOR = f"qatynas-xlsx/1 lxml/{etree.__version__}"

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ROOT = "xl/workbook.xml"
_CONTENT = {"t", "r"}  # of a string: its text, and runs of text; not how it is pronounced


class _Sheet(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    path: str
    hidden: bool


class _Book(NamedTuple):
    """What the cells of all sheets rest on: the strings, what each style shows, since when days are counted."""

    strings: Sequence[str]
    styles: Sequence[Shown]
    since_1904: bool


def extract(data: bytes) -> Extracted:
    """The rows of all worksheets, hidden ones too. Raises `Refused` for a file that is damaged or holds no cell."""
    package = opened(data, "XLSX")
    root = _root(package)
    book_xml = package.xml(root)
    related = _related(package, root)
    sheets = list(_sheets(book_xml, related))
    book = _Book(_strings(package, related), _styles(package, related), _since_1904(book_xml))
    grids: list[Grid] = []
    warnings: list[str] = []
    partly = None
    for sheet in sheets:
        grid, unstored = _grid(package, sheet, book)
        grids.append(grid)
        warnings += _warnings(sheet, grid, unstored)
        if grid.full:
            partly = f"size: the rest of sheet «{sheet.name}» and what follows was not read"
            break
    text, parts = joined(grids)
    if not text:
        raise Refused("empty: there is no cell with anything in it")
    return Extracted(text=text, extractor=EXTRACTOR, parts=parts, warnings=tuple(warnings), partly=partly)


def _warnings(sheet: _Sheet, grid: Grid, unstored: int) -> Iterator[str]:
    if sheet.hidden and not grid.empty:
        yield f"sheet «{sheet.name}» is hidden: read all the same"
    if unstored:
        told = "a formula has" if unstored == 1 else f"{unstored} formulas have"
        yield f"sheet «{sheet.name}»: {told} no stored value: save the file once in a spreadsheet program"


def _root(package: Package) -> str:
    """Path of the workbook's own part."""
    if "_rels/.rels" not in package.names:
        return _ROOT
    targets = [
        each.get("Target", "")
        for each in package.xml("_rels/.rels").iter("{*}Relationship")
        if each.get("Type", "").endswith("/officeDocument")
    ]
    return targets[0].lstrip("/") if targets else _ROOT


def _related(package: Package, path: str) -> Mapping[str, tuple[str, str]]:
    """What a part points to, by the id of the relation: the last word of its type, and its path."""
    folder, name = posixpath.split(path)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in package.names:
        return {}
    out: dict[str, tuple[str, str]] = {}
    for each in package.xml(rels).iter("{*}Relationship"):
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
            out[each.get("Id", "")] = each.get("Type", "").rpartition("/")[2], target
    return out


def _sheets(book: Any, related: Mapping[str, tuple[str, str]]) -> Iterator[_Sheet]:
    for each in book.iter("{*}sheet"):
        id = next((value for key, value in each.attrib.items() if key.endswith("}id")), "")
        kind, path = related.get(id, ("", ""))
        if kind == "worksheet":
            yield _Sheet(each.get("name", ""), path, each.get("state", "visible") != "visible")


def _since_1904(book: Any) -> bool:
    return any(each.get("date1904") in ("1", "true") for each in book.iter("{*}workbookPr"))


def _strings(package: Package, related: Mapping[str, tuple[str, str]]) -> Sequence[str]:
    path = next((path for kind, path in related.values() if kind == "sharedStrings"), "")
    if path not in package.names:
        return ()
    return [_words(element) for element in package.each(path, "si")]


def _styles(package: Package, related: Mapping[str, tuple[str, str]]) -> Sequence[Shown]:
    """What is shown of a number by each style of a cell."""
    path = next((path for kind, path in related.values() if kind == "styles"), "")
    if path not in package.names:
        return ()
    root = package.xml(path)
    codes = {each.get("numFmtId"): each.get("formatCode") for each in root.iter("{*}numFmt")}
    numbers = [each.get("numFmtId", "0") for cells in root.iter("{*}cellXfs") for each in cells.iter("{*}xf")]
    return [shown(int(number) if number.isdecimal() else 0, codes.get(number)) for number in numbers]


def _grid(package: Package, sheet: _Sheet, book: _Book) -> tuple[Grid, int]:
    """The cells of a sheet, and how many formulas stand in it whose value was not stored."""
    grid = Grid(sheet.name)
    row, unstored, merged = -1, 0, []
    for element in package.each(sheet.path, "row", "mergeCell"):
        if not element.tag.endswith("row"):
            merged.append(element.get("ref", ""))
            continue
        if grid.full:
            break
        number = element.get("r", "")
        row = int(number) - 1 if number.isdecimal() else row + 1
        unstored += _put_row(grid, row, element, book)
    grid.fill(_areas(merged))
    return grid, unstored


def _put_row(grid: Grid, row: int, element: Any, book: _Book) -> int:
    column, unstored = -1, 0
    for cell in element.iterchildren("{*}c"):
        place = _REFERENCE.fullmatch(cell.get("r", ""))
        found = column_of(place[1]) if place else column + 1
        column = column + 1 if found is None else found
        value = _value(cell, book)
        unstored += value is None
        grid.put(row, column, value or "")
    return unstored


def _value(cell: Any, book: _Book) -> str | None:
    """What a cell shows; null where it is a formula without a stored value."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(_words(each) for each in cell.iterchildren("{*}is"))
    stored: str | None = next((each.text for each in cell.iterchildren("{*}v")), None)
    if stored is None:
        formula = next(cell.iterchildren("{*}f"), None)
        return "" if formula is None else None
    if kind == "s":
        at = int(stored) if stored.strip().isdecimal() else -1
        return book.strings[at] if 0 <= at < len(book.strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(stored.strip(), stored)
    if kind == "d":
        return stored.removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
    return written(stored, _shown(cell, book), book.since_1904) if kind == "n" else _unescaped(stored)


def _shown(cell: Any, book: _Book) -> Shown:
    style = cell.get("s", "0")
    at = int(style) if style.isdecimal() else 0
    return book.styles[at] if at < len(book.styles) else "number"


def _words(element: Any) -> str:
    """The characters of a string, which may be divided into runs."""
    out = []
    for each in element.iterchildren():
        name = each.tag.rpartition("}")[2] if isinstance(each.tag, str) else ""
        if name in _CONTENT:
            out.append(each.text or "" if name == "t" else _words(each))
    return _unescaped("".join(out))


def _unescaped(text: str) -> str:
    """Characters that XML cannot hold are written `_x000D_`; the grid makes spaces of them."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if not 0xD7FF < int(found[1], 16) < 0xE000 else " ", text)


def _areas(merged: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The merged areas that go over several rows: the column of what they show, first and last row, from 0."""
    for area in merged:
        first, _, last = area.partition(":")
        one, two = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        column = column_of(one[1]) if one else None
        if one and two and column is not None:
            yield column, int(one[2]) - 1, int(two[2]) - 1
