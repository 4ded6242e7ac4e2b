"""Options and arguments that several commands share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from qatynas.cli.screen import complain
from qatynas.errors import QatynasError
from qatynas.settings import choosing, setting

if TYPE_CHECKING:
    from qatynas.documents.document import Beside, Document

F = TypeVar("F", bound=Callable[..., object])

record = click.option(
    "--record",
    metavar="FILE",
    default=lambda: str(setting("record")),
    show_default="qatynas.db, or QATYNAS_RECORD",
    help="The record to use.",
)


def _use(ctx: click.Context, _: click.Parameter, folder: str | None) -> None:
    """Put the lexicon in force for as long as the command runs."""
    if ctx.resilient_parsing or (folder is None and not setting("lexicon")):
        return
    from qatynas.ontology.folder import chosen
    from qatynas.ontology.lexicon import using

    own = chosen(folder)
    if own and not own.files:
        complain(f"{own.folder}: warning: the lexicon holds no entry")
    ctx.with_resource(using(own))


lexicon = click.option(
    "--lexicon",
    metavar="FOLDER",
    expose_value=False,
    callback=_use,
    show_default="none, or QATYNAS_LEXICON",
    help="A folder of your own names and words.",
)


def _mapping(ctx: click.Context, _: click.Parameter, file: str | None) -> "Beside | None":
    """Read the file at once: a mistake in it is told before anything is read."""
    if ctx.resilient_parsing or file is None:
        return None
    from pathlib import Path

    from qatynas.documents.beside import mapping as read
    from qatynas.reading.mapping import load

    found = read(Path(file))
    if found is None:
        raise QatynasError(f"{file}: no such file")
    load(found.text, file)
    return found


def with_mapping(document: "Document", mapping: "Beside | None") -> "Document":
    """Give the document; a table with this mapping in place of the one beside it, where there is one."""
    from qatynas.documents.table import is_table

    if mapping is None or not is_table(document) or document.state == "refused":
        return document
    from msgspec.structs import replace

    return replace(document, mapping=mapping)


mapping = click.option(
    "--mapping",
    metavar="FILE",
    callback=_mapping,
    show_default="NAME.mapping.yaml beside NAME.xlsx, else guessed",
    help="What the columns of tables (CSV, XLSX, ODS) tell: a file that `qatynas mapping` wrote.",
)


def _recognise(ctx: click.Context, _: click.Parameter, wished: bool) -> None:
    """Let scans be recognised for as long as the command runs."""
    if wished and not ctx.resilient_parsing:
        ctx.with_resource(choosing("ocr", "yes"))


ocr = click.option(
    "--ocr",
    is_flag=True,
    expose_value=False,
    callback=_recognise,
    help="Recognise the text of scans and pictures (with OCRmyPDF and Tesseract, which must be installed).",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def example(*lines: str) -> str:
    """The end of a command's help: what a person would type."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def paths(required: bool, metavar: str = "PATH...") -> Callable[[F], F]:
    """Files and folders. Whether each is there is told when it is opened, like any other refusal."""
    return click.argument("paths", nargs=-1, required=required, metavar=metavar, type=click.UNPROCESSED)
