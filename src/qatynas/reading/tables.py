"""Reading people's own tables: a fact, or several, of each row, by a mapping of the columns."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from qatynas.documents.delimited import delimiter
from qatynas.documents.document import Document
from qatynas.documents.shielding import Separator
from qatynas.documents.table import TABLES, Cell, Line, Sheet, sheets
from qatynas.errors import DataFileError, Refused
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import KINDS, Fact, Step
from qatynas.languages import cell_dates, cell_names, cell_values
from qatynas.ontology.plover import TYPES
from qatynas.reading import making, own
from qatynas.reading.cells import Around, Cells, Fault
from qatynas.reading.guessing import guess, is_heading, is_total
from qatynas.reading.making import Making
from qatynas.reading.mapping import GIVEN, Mapped, Saved, load

Reader = Callable[[str, Edtf | None], Sequence[Fact]]
"""What reads the words of a cell: its text and the date of its row in, facts with evidence inside the text out."""
Namer = Callable[[str], Actor]
_TOLD = 100  # faults that are told one by one
_YEARS = (1000, 2999)  # what a lone number over rows of days means


class Table(NamedTuple):
    """What the rows of a document tell: facts without ids, why it was read in part only, and what to warn of."""

    facts: tuple[Fact, ...]
    limits: tuple[str, ...]
    cautions: tuple[str, ...]


def read(document: Document, reader: Reader, namer: Namer) -> Table:
    """The facts of all rows of all sheets that are tables.

    Raises `Refused` where the mapping that was given cannot be read.
    """
    saved = _saved(document)
    faults: list[Fault] = []
    cautions: list[str] = []
    facts: list[Fact] = []
    for sheet in sheets(document):
        mapped, told = _mapped(sheet, saved, document)
        cautions += told
        if mapped:
            around = Around(sheet, mapped, _remembered(namer), faults, _separator(document))
            found, silent = _rows(document, around, reader)
            facts += found
            cautions += _silent(sheet, silent)
    left_out = sum(fault.left_out for fault in faults)
    cells = "one cell or row was" if left_out == 1 else f"{left_out} cells or rows were"
    limits = (f"{cells} left out of the facts",) if left_out else ()
    return Table(tuple(facts), limits, (*cautions, *_told(faults)))


def _told(faults: Sequence[Fault]) -> Iterator[str]:
    yield from map(str, faults[:_TOLD])
    if len(faults) > _TOLD:
        yield f"and {len(faults) - _TOLD} more cells like these"


def _silent(sheet: Sheet, rows: Sequence[int]) -> Iterator[str]:
    if rows:
        some = ", ".join(map(str, rows[:10])) + (" …" if len(rows) > 10 else "")
        told = "row" if len(rows) == 1 else "rows"
        yield f"{sheet.title}{told} {some}: no fact was found in the words: kept as text ({len(rows)} in all)"


def _saved(document: Document) -> tuple[Saved, ...]:
    if document.mapping is None:
        return ()
    try:
        return load(document.mapping.text, document.mapping.name)
    except DataFileError as error:
        raise Refused(f"mapping: {error}") from None


def _mapped(sheet: Sheet, saved: Sequence[Saved], document: Document) -> tuple[Mapped | None, list[str]]:
    """How a sheet is read, and what a person should know of that."""
    if document.mapping:
        name = document.mapping.name
        fitting = next((table for table in saved if table.fits(sheet)), None)
        if fitting is None:
            return None, [f"{sheet.title}the mapping {name} has no table for this sheet: kept as text"]
        mapped, absent = fitting.mapped(sheet)
        told = [f"{sheet.title}no column is headed «{key}», as {name} has it" for key in absent]
        return (mapped if mapped.columns else None), [f"{sheet.title}columns as {name} tells", *told]
    guessed = guess(sheet)
    if guessed is None:
        return None, [f"{sheet.title}no table of facts was recognised: kept as text (give a mapping)"]
    return guessed.mapped, [] if guessed.mapped.own else [_guessed(sheet, guessed.mapped)]


def _guessed(sheet: Sheet, mapped: Mapped) -> str:
    columns = ", ".join(f"{column.told} = {column.meaning}" for column in mapped.columns if column.meaning != "skip")
    kind = f"; each row is of kind {mapped.kind}" if mapped.kind else ""
    return f"{sheet.title}the columns were guessed: {columns}{kind} (`qatynas mapping` saves them, to be corrected)"


def _separator(document: Document) -> Separator:
    """What stands between the cells of a table that we wrote ourselves."""
    known: tuple[Separator, ...] = (",", ";", "\t")
    found = delimiter(document.original) if document.media_type == TABLES["CSV"] else "\t"
    return next((each for each in known if each == found), ",")


def _remembered(namer: Namer) -> Namer:
    """The same names come again and again: each is looked up once."""
    known: dict[str, Actor] = {}

    def actor(name: str) -> Actor:
        if name not in known:
            known[name] = namer(name)
        return known[name]

    return actor


def _rows(document: Document, around: Around, reader: Reader) -> tuple[list[Fact], list[int]]:
    """The facts of a sheet, and the rows whose words tell none."""
    facts: list[Fact] = []
    silent: list[int] = []
    mapped, sheet = around.mapped, around.sheet
    year = _year(sheet.name)
    for line in sheet.lines():
        if line.number <= mapped.heading or line.blank or is_total(line) or is_heading(line, mapped):
            continue
        if (section := _section(line, mapped)) is not None:
            year = section or year
            continue
        before = len(around.faults)
        found = list(_row(document, Cells(line, around, year), reader))
        facts += found
        if not found and len(around.faults) == before:
            silent.append(line.number)
    return facts, silent


def _year(text: str) -> int | None:
    """The year that a title over rows tells, alone or with the word for a year."""
    date = cell_dates.read(text).date if len(text) < 20 else None
    told = str(date) if date else ""
    return int(told) if told.isdecimal() and _YEARS[0] <= int(told) <= _YEARS[1] else None


def _section(line: Line, mapped: Mapped) -> int | None:
    """The year of a row that is but a title over others, 0 for another title; null for a row of the table."""
    filled = [(at, cell) for at, cell in enumerate(line.cells) if cell.text]
    if len(filled) > 1 or len(mapped.columns) < 2:
        return None
    at, cell = filled[0]
    telling = {column.at for column in mapped.of("description", "title", "text")}
    if at in telling and _year(cell.text) is None:
        return None
    return _year(cell.text) or 0


def _row(document: Document, cells: Cells, reader: Reader) -> Iterator[Fact]:
    evidence = _evidence(document, cells.line)
    if cells.mapped.own:
        found = own.fact(cells, evidence)
        yield from [found] if found else []
        return
    parties = cells.actors("parties")
    if cells.mapped.side and all(party.code != cells.mapped.side for party in parties):
        side = cell_names.actor(cells.mapped.side)
        parties = (structs.replace(side, name=cell_names.usual(cells.mapped.side)), *parties)
    made = Making(cells, evidence, making.when(cells), parties)
    kind = _kind(cells)
    if kind == "described":
        yield from _described(document, made, reader)
    elif kind in making.MADE:
        yield from making.facts(made, kind)
    else:
        cells.lacks(f"facts of kind {kind} are not made of rows")


def _evidence(document: Document, line: Line) -> Evidence:
    return Evidence(document.name, line.start, line.end, document.original[line.start : line.end])


def _kind(cells: Cells) -> str:
    """What kind of fact a row is: told by a column, by the mapping, by the words of its cells."""
    if cells.has("kind"):
        told = cells.choice("kind", lambda cell: cell if cell in KINDS else cell_values.value(cell, "kind"))
        if told:
            return told
    by_type = _kind_of_type(cells)
    if cells.mapped.kind and (by_type is None or _person_said(cells.mapped)):
        return cells.mapped.kind
    if by_type:
        return by_type
    if any(cell_values.value(cell.text, "act") for _, cell in cells.columns("act")):
        return "event"
    if any(cell_values.noun(cell.text, "instrument") for _, cell in cells.columns("title")):
        return "instrument"
    return "described" if cells.has("description", "title") else "event"


def _person_said(mapped: Mapped) -> bool:
    return all(column.sure == GIVEN for column in mapped.columns)


def _kind_of_type(cells: Cells) -> str | None:
    for _, cell in cells.columns("type"):
        if cell.text.strip().upper() in TYPES:
            return "event"
        for field, kind in _TYPES:
            if cell_values.value(cell.text, field):
                return kind
    return None


_TYPES = (("instrument", "instrument"), ("act", "event"), ("project", "project"))


def _described(document: Document, made: Making, reader: Reader) -> Iterator[Fact]:
    """What the words of a row tell: the facts that the reader finds, else the act that they begin or end with."""
    any_found = False
    for column, cell in made.cells.columns("description", "title"):
        for fact in _read(document, cell, made, reader):
            any_found = True
            step = Step("evidence", fact.kind, "", f"column {column.told}, read by the reader")
            yield _why(making.filled(fact, made), step)
    if not any_found and made.cells.has("actor", "recipient", "parties") and making.act_of(made.cells):
        yield from making.facts(made, "event")


def _read(document: Document, cell: Cell, made: Making, reader: Reader) -> Iterator[Fact]:
    """The reader's facts of one cell, their evidence at its place in the document."""
    words = document.original[cell.start : cell.end]
    for fact in reader(words, made.date):
        pieces = tuple(
            Evidence(document.name, piece.start + cell.start, piece.end + cell.start, piece.quote)
            for piece in fact.evidence
        )
        yield structs.replace(fact, evidence=pieces, id="")


def _why(fact: Fact, step: Step) -> Fact:
    if fact.why is None:
        return fact
    return structs.replace(fact, why=structs.replace(fact.why, steps=(*fact.why.steps, step)))
