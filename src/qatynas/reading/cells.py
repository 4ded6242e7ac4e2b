"""The cells of one row, asked by what their columns tell: each value read, each fault noted with its place."""

from collections.abc import Callable, Iterator
from sys import intern
from typing import NamedTuple

from qatynas.documents.shielding import Separator, original
from qatynas.documents.table import Cell, Line, Sheet
from qatynas.errors import EdtfError
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import Money, Step
from qatynas.languages import cell_dates, cell_names, cell_numbers, cell_values
from qatynas.languages.cell_numbers import Amount
from qatynas.reading.mapping import Column, Mapped

_LONGEST = 200  # characters of a cell that a step tells
_SHIELDED = ("'=", "'+", "'-", "'@", "'＝", "'＋", "'－", "'＠", "'\t", "'\r", "'\n", "''")
"""How a table that `qatynas export` wrote keeps a cell from being run as a formula (ASVS 1.2.10)."""


class Fault(NamedTuple):
    """Something that is wrong in a cell; `left_out`: what it tells is in no fact."""

    place: str
    told: str
    left_out: bool = True

    def __str__(self) -> str:
        return f"{self.place}: {self.told}" + (": left out" if self.left_out else "")


class Around(NamedTuple):
    """What holds for all rows of a sheet: its mapping, how names are found, where faults go."""

    sheet: Sheet
    mapped: Mapped
    actor: Callable[[str], Actor]
    faults: list[Fault]
    separator: Separator = ","


class Cells:
    """One row. What is asked of it is remembered: `steps` tells which column gave which field."""

    def __init__(self, line: Line, around: Around, year: int | None = None) -> None:
        self.line = line
        self.mapped = around.mapped
        self._around = around
        self._year = year
        self.steps: list[Step] = []
        self.sure = 1.0

    def columns(self, *meanings: str) -> Iterator[tuple[Column, Cell]]:
        """The columns that tell one of these in this row, and their cells; a cell that says «unknown» tells nothing."""
        for column in self.mapped.of(*meanings):
            if column.at < len(self.line.cells):
                cell = self.line.cells[column.at]
                if cell.text and (self.mapped.own or not cell_values.value(cell.text, "nothing")):
                    yield column, cell._replace(text=self._unshielded(cell.text))

    def _unshielded(self, text: str) -> str:
        if self.mapped.own:
            return original(text, self._around.separator)
        return text[1:] if text.startswith(_SHIELDED) else text

    def has(self, *meanings: str) -> bool:
        """Whether a cell tells one of these."""
        return next(self.columns(*meanings), None) is not None

    def words(self, *meanings: str) -> str:
        """What the first cell says that tells one of these; empty where none does."""
        for column, cell in self.columns(*meanings):
            self.note(column, cell, meanings[0], cell.text)
            return " ".join(cell.text.split())
        return ""

    def choice(self, meaning: str, known: Callable[[str], str | None]) -> str | None:
        """What the word of a cell stands for; a word that is not known is a fault."""
        for column, cell in self.columns(meaning):
            found = known(cell.text)
            if found is not None:
                self.note(column, cell, meaning, found)
                return found
            self.wrong(column, cell, f"is no {meaning} that is known")
        return None

    def actors(self, *meanings: str) -> tuple[Actor, ...]:
        """All names that the cells tell, each state once."""
        found: dict[tuple[str | None, str], Actor] = {}
        for column, cell in self.columns(*meanings):
            told = [self._around.actor(name) for name in cell_names.names(cell.text)]
            for actor in told:
                found.setdefault((actor.code, "" if actor.code else actor.name), actor)
            self.note(column, cell, meanings[0], ", ".join(actor.code or actor.name for actor in told))
        return tuple(found.values())

    def date(self, meaning: str) -> Edtf | None:
        """The date of a column."""
        for column, cell in self.columns(meaning):
            found = self._date(cell.text)
            if found.date is None:
                self.wrong(column, cell, found.fault)
                continue
            if found.fault:
                self.wrong(column, cell, f"{found.fault}: kept as {found.date} (a mapping may say `days`)", False)
            self.note(column, cell, "date", str(found.date))
            return found.date
        return None

    def _date(self, text: str) -> cell_dates.CellDate:
        if self.mapped.own:  # what was written as EDTF is read as nothing else
            try:
                return cell_dates.CellDate(Edtf.parse(text))
            except EdtfError:
                return cell_dates.CellDate(None, cell_dates.NO_DATE)
        return cell_dates.read(text, self.mapped.days, self._year)

    def amount(self, meaning: str) -> Amount | None:
        """The number of a column; a scale or currency that its heading tells is every cell's."""
        for column, cell in self.columns(meaning):
            found = cell_numbers.read(cell.text)
            if found.value is None:
                self.wrong(column, cell, found.fault)
                continue
            self.note(column, cell, meaning, f"{found.value:g}")
            return _headed(found, cell.text, column.heading)
        return None

    def money(self) -> tuple[Money | None, Amount | None]:
        """The sum of money, and what else its cell tells."""
        found = self.amount("money")
        if found is None or found.value is None:
            return None, None
        currency = self.choice("currency", lambda cell: cell_values.value(cell, "currency")) or found.currency
        if found.rest:
            for column, cell in self.columns("money"):
                self.wrong(column, cell, f"has words that are not known («{found.rest}»)")
            return None, None
        if currency is None:
            for column, cell in self.columns("money"):
                self.wrong(column, cell, "has no currency", False)
        return Money(found.value, currency), found

    def note(self, column: Column, cell: Cell, field: str, gives: str) -> None:
        """Remember that a column gave a field."""
        self.sure = min(self.sure, column.sure)
        step = Step(field, gives[:_LONGEST], cell.text[:_LONGEST], intern(f"column {column.told}"))
        if step not in self.steps:
            self.steps.append(step)

    def wrong(self, column: Column, cell: Cell, reason: str, left_out: bool = True) -> None:
        """Note that a cell does not tell what its column should."""
        shown = cell.text if len(cell.text) <= 60 else f"{cell.text[:59]}…"
        place = self._around.sheet.place(self.line.number, column.at)
        self._around.faults.append(Fault(place, f"«{' '.join(shown.split())}» {reason}", left_out))

    def lacks(self, reason: str) -> None:
        """Note that the row tells no fact."""
        place = f"{self._around.sheet.title}row {self.line.number}"
        self._around.faults.append(Fault(place, reason))


def _headed(found: Amount, cell: str, heading: str) -> Amount:
    told = cell_numbers.beside(heading)
    if cell_numbers.beside(cell).scale is None and told.scale and found.value is not None:
        high = found.high and found.high * told.scale
        found = found._replace(value=found.value * told.scale, high=high)
    return found._replace(currency=found.currency or told.currency)
