"""ODS: the cells of an OpenDocument spreadsheet, as people see them. Source: OASIS OpenDocument 1.3, part 3, 9.

The text is extracted once and stored (FORMAT.md, "The original text"): a change of these rules raises the version
in `EXTRACTOR`.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from qatynas.documents.extracted import Extracted
from qatynas.documents.grid import LONGEST, WIDEST, Grid, joined, one_line
from qatynas.documents.package import Package, opened
from qatynas.documents.serial import Shown, as_shown, written
from qatynas.errors import Refused

EXTRACTOR = f"qatynas-ods/1 lxml/{etree.__version__}"

_MOST_REPEATED = 1_000  # rows that a filled one may be repeated for
_ISO = re.compile(r"-?\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"\d+:\d+(?::\d+)?")
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def extract(data: bytes) -> Extracted:
    """The rows of all sheets. Raises `Refused` for a file that is damaged or holds no cell."""
    grids: list[Grid] = []
    partly = None
    for grid in _grids(opened(data, "ODS")):
        grids.append(grid)
        if grid.full:
            partly = f"size: the rest of sheet «{grid.name}» and what follows was not read"
            break
    text, parts = joined(grids)
    if not text:
        raise Refused("empty: there is no cell with anything in it")
    return Extracted(text=text, extractor=EXTRACTOR, parts=parts, partly=partly)


def _grids(package: Package) -> Iterator[Grid]:
    """The sheets, one after another; of their rows only one at a time is in memory as XML."""
    grid, row, merged = Grid(""), 0, list[tuple[int, int, int]]()
    for element in package.each("content.xml", "table-row", "table"):
        if element.tag.endswith("}table"):
            grid.fill(merged)
            grid.name = one_line(_named(element, "name"))
            yield grid
            grid, row, merged = Grid(""), 0, []
        elif not grid.full:
            row += _put(grid, row, element, merged)


def _put(grid: Grid, row: int, element: Any, merged: list[tuple[int, int, int]]) -> int:
    """Set the cells of a row, as often as it is repeated; gives how many rows that is."""
    times = min(_count(element, "number-rows-repeated"), LONGEST)
    cells = list(_cells(element))
    for again in range(min(times, _MOST_REPEATED) if cells else 0):
        for column, text, _ in cells:
            grid.put(row + again, column, text)
    merged += [(column, row, row + spanned - 1) for column, _, spanned in cells if spanned > 1]
    return times


def _cells(row: Any) -> Iterator[tuple[int, str, int]]:
    """The cells of a row that hold something: column, text, and over how many rows the cell goes."""
    column = 0
    for cell in row.iterchildren():
        name = etree.QName(cell).localname if isinstance(cell.tag, str) else ""
        if name not in ("table-cell", "covered-table-cell"):
            continue
        times = _count(cell, "number-columns-repeated")
        text = _text(cell)
        if text:
            for again in range(min(times, WIDEST - column)):
                yield column + again, text, _count(cell, "number-rows-spanned")
        column += times
        if column >= WIDEST:
            return


def _text(cell: Any) -> str:
    """What a cell shows; a date in ISO form, as precise as it is shown."""
    seen = " ".join(_words(paragraph) for paragraph in cell.iterchildren("{*}p"))
    kind = _named(cell, "value-type")
    if kind == "date":
        day = _named(cell, "date-value")
        return as_shown(day[:10], _shown(seen, day)) if _ISO.match(day) else seen
    value = _named(cell, "value")
    if kind in ("float", "currency") and value:
        number = written(value, "number")
        return seen if kind == "currency" and seen else number
    return seen


def _words(paragraph: Any) -> str:
    """The characters of a paragraph, without notes to it."""
    out = [paragraph.text or ""]
    for each in paragraph.iterchildren():
        name = etree.QName(each).localname if isinstance(each.tag, str) else ""
        if name in ("s", "tab", "line-break"):
            out.append(" ")
        elif name not in ("annotation", "note", ""):
            out.append(_words(each))
        out.append(each.tail or "")
    return "".join(out)


def _shown(seen: str, day: str) -> Shown:
    """How much of a day is shown, by the numbers and the name of a month among the words."""
    bare = _CLOCK.sub(" ", seen)
    numbers = re.findall(r"\d+", bare)
    told = len(numbers) + bool(_LETTERS.search(bare))
    if told >= 3 or not numbers:
        return "day"
    year = {day[:4], day[2:4]} & set(numbers)
    return "year" if told == 1 else "month" if year else "yearless"


def _named(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _count(element: Any, name: str) -> int:
    told = _named(element, name)
    return int(told) if told.isascii() and told.isdecimal() and 0 < len(told) < 9 else 1
