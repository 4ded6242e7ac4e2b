"""`qatynas mapping`: what the columns of people's own tables tell."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qatynas.cli.options import example, lexicon
from qatynas.cli.screen import complain, console, cut, grid, table, text
from qatynas.errors import QatynasError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qatynas.documents.document import Document
    from qatynas.documents.table import Sheet
    from qatynas.reading.mapping import Mapped

    Shown = tuple[Sheet, Mapped, Mapping[int, str]]

EXAMPLE = 40  # characters of a cell that are shown
SURE = ((1.0, "set down"), (0.95, "sure"), (0.8, "likely"), (0.7, "by its cells"), (0.0, "a guess"))


@click.command(
    epilog=example("qatynas mapping chronology.xlsx", "qatynas mapping chronology.xlsx -o chronology.mapping.yaml")
)
@click.argument("file", required=False, type=click.UNPROCESSED)
@click.option("-o", "--output", metavar="FILE", help="Save the mapping, to be corrected by hand.")
@click.option("--meanings", is_flag=True, help="List what a column can tell.")
@lexicon
def command(file: str | None, output: str | None, meanings: bool) -> int:
    """Show and save what the columns of a table tell.

    FILE is a table of one's own: CSV, XLSX or ODS. What each column tells is guessed from its heading and its cells.
    Saved as NAME.mapping.yaml beside the table it is used whenever the table is read; else give it with --mapping.
    """
    if (file is None) == (not meanings):
        raise click.UsageError("Give either a FILE or --meanings.")
    if file is None:
        _meanings()
        return 0
    document = _opened(Path(file))
    found = list(_mapped(document))
    for shown in found:
        _show(*shown)
    if not found:
        raise QatynasError(f"{document.name}: nothing stands in it")
    if output is not None:
        _save(Path(output), document.name, found)
    return 0


def _meanings() -> None:
    from qatynas.languages.headings import MEANINGS

    listed = grid()
    for meaning, told in MEANINGS.items():
        listed.add_row(text(meaning, "bold"), text(told))
    console().print(listed)


def _opened(path: Path) -> "Document":
    from qatynas.documents.opening import open_path
    from qatynas.documents.table import is_table

    document = next(iter(open_path(path)))
    if document.state == "refused":
        raise QatynasError(f"{document.name}: refused: {document.reason}")
    if not is_table(document):
        raise QatynasError(f"{document.name}: this is no table: CSV, XLSX and ODS are")
    for warning in document.warnings:
        complain(f"{document.name}: warning: {warning}")
    return document


def _mapped(document: "Document") -> "Iterator[Shown]":
    from qatynas.documents.table import sheets
    from qatynas.reading.guessing import guess, outline
    from qatynas.reading.mapping import load

    saved = load(document.mapping.text, document.mapping.name) if document.mapping else ()
    for sheet in sheets(document):
        guessed = guess(sheet)
        given = next((each for each in saved if each.fits(sheet)), None)
        seen = guessed or outline(sheet)
        if given:
            yield sheet, given.mapped(sheet)[0], seen.examples
        elif not saved:
            if guessed is None:
                complain(f"{document.name}: {sheet.title}no table of facts was recognised: kept as text until set down")
            yield sheet, seen.mapped, seen.examples


def _show(sheet: "Sheet", mapped: "Mapped", examples: "Mapping[int, str]") -> None:
    from qatynas.documents.table import letters

    kind = f"; each row is of kind {mapped.kind}" if mapped.kind else ""
    where = f"headings in row {mapped.heading}" if mapped.heading else "no row of headings"
    days = f"; dates in digits are {mapped.days}" if mapped.days else ""
    drawn = table(("Column", "Heading", "Tells", "Example", "How sure"), f"{sheet.title}{where}{kind}{days}")
    for column in mapped.columns:
        told = next(words for least, words in SURE if column.sure >= least)
        seen = cut(" ".join(examples.get(column.at, "").split()), EXAMPLE)
        drawn.add_row(*map(text, (letters(column.at), column.heading, column.meaning, seen, told)))
    console().print(drawn)


def _save(path: Path, name: str, found: "list[Shown]") -> None:
    from qatynas.export.file import write
    from qatynas.reading.mapping import written

    write(path, [written(name, found).encode()])
    console().print(text(f"saved in {path}"))
