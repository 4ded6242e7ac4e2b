"""`qatynas sources`: what the documents of the record are as sources."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qatynas.cli.options import as_json, example, lexicon, record
from qatynas.cli.screen import complain, console, grid, table, text, visible, write_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qatynas.record.sources import Taken
    from qatynas.record.stored import StoredSource

MOST_SHOWN = 20  # complaints and entries without a document on the screen; --json has all
# Options of `set` by the field that each fills, with their help; those that may be repeated are lists of names.
NAMES = {"author": "Who wrote or spoke: “Family, Given”, or a body; may be repeated.", "editor": "The same."}
TEXTS = {
    "title": "Title.",
    "container-title": "Journal, newspaper, book or site that it stands in.",
    "publisher": "Publisher.",
    "publisher-place": "Place of publication.",
    "issued": "Date of publication, in EDTF: 2014-05-29, 2014-05, 2014.",
    "accessed": "Day on which the URL was looked up.",
    "event-place": "Place of the speech or signing.",
    "genre": "Sort of thesis or text.",
    "language": "Language, as a code: kk, ru, en.",
    "edition": "Edition.",
    "volume": "Volume.",
    "issue": "Issue.",
    "number": "Number of a report or treaty series.",
    "page": "Printed pages: 45-60.",
    "URL": "Address.",
    "DOI": "DOI.",
    "ISBN": "ISBN.",
    "archive": "Archive that holds it.",
    "archive-place": "Place of the archive.",
    "call-number": "Call mark: “Ф. 5, Оп. 1, Д. 7”.",
    "annote": "A note of your own.",
    "type": "Type of CSL, where the kind's own is not the right one.",
}


@click.group(
    invoke_without_command=True,
    epilog=example(
        "qatynas sources",
        "qatynas sources import library.bib",
        "qatynas sources set speech.pdf --author 'Тоқаев, Қ.' --kind speech",
        "qatynas sources show speech.pdf",
    ),
)
@lexicon
@record
@as_json
@click.pass_context
def command(ctx: click.Context, record: str, as_json: bool) -> int:
    """List, show, describe or import what the documents of the record are as sources.

    Alone: every document with its author, title, date and kind. Each field comes from the file, from an imported
    library, or from you; what you say stands over the library, and the library over the file, also when the document
    is read again or changes.
    """
    ctx.default_map = {below: {"record": record} for below in command.commands}
    if ctx.invoked_subcommand is None:
        _list(record, as_json)
    return 0


def _list(record: str, as_json: bool) -> None:
    from qatynas.record.store import Record

    with Record.open(record, create=False) as opened:
        known, restricted = opened.sources(), opened.restricted()
    if as_json:
        write_json([_told(each, restricted) for each in known])
        return
    here = [each for each in known if each.document]
    if not here:
        click.echo("nothing was read: the record holds no document")
    else:
        _draw(here, restricted)
    alone = len(known) - len(here)
    if alone:
        click.echo(f"and {alone} imported entries that are no document of the record; --json lists them")


def _told(stored: "StoredSource", restricted: frozenset[str]) -> dict[str, Any]:
    from qatynas.facts.source import layer

    kept = stored.document in restricted
    return {
        "document": stored.document,
        "name": stored.name,
        "library": stored.library,
        "entry": stored.entry,
        "rank": _rank(stored),
        "restricted": kept,
        "source": layer(stored.source),
        "whence": stored.whence,
    }


def _rank(stored: "StoredSource") -> str | None:
    """What a person said, else what sources of the kind are."""
    from qatynas.facts.source import rank

    return None if stored.source.rank is None and "rank" in stored.whence else rank(stored.source)


def _draw(known: "Sequence[StoredSource]", restricted: frozenset[str]) -> None:
    drawn = table(("document", "author", "title", "date", "kind"), "Sources", shares={"author": 2, "title": 3})
    for each in known:
        told = each.source
        kind = "; ".join(filter(None, (told.kind, _rank(each), "restricted" if each.document in restricted else "")))
        drawn.add_row(
            text(each.name or ""),
            text("; ".join(map(str, told.author))),
            text(told.title or ""),
            text(str(told.issued or "")),
            text(kind),
        )
    console().print(drawn)


@command.command(epilog=example("qatynas sources show speech.pdf"))
@click.argument("document", metavar="DOC", type=click.UNPROCESSED)
@lexicon
@record
@as_json
def show(document: str, record: str, as_json: bool) -> int:
    """Show what is known of one document as a source, and where each field comes from."""
    from qatynas.record.store import Record

    with Record.open(record, create=False) as opened:
        stored, restricted = opened.source(document), opened.restricted()
    if as_json:
        write_json(_told(stored, restricted))
        return 0
    drawn = grid()
    drawn.add_column(overflow="fold")
    drawn.add_row(text("document", "dim"), text(stored.document or ""), "")
    for label, value, whence in _rows(stored):
        drawn.add_row(text(label, "dim"), text(value), text(whence, "dim"))
    console().print(drawn)
    if stored.document in restricted:
        click.echo("restricted: its text leaves the record only when it is asked for by name")
    return 0


def _rows(stored: "StoredSource") -> list[tuple[str, str, str]]:
    from qatynas.facts.source import FIELDS

    out = []
    for name, field in FIELDS.items():
        value = getattr(stored.source, name)
        library = Path(stored.library or "").name
        whence = {"file": "from the file", "import": f"from {library}, {stored.entry}", "hand": "by hand"}
        if name == "other":
            out += [(variable, words, whence["import"]) for variable, words in value]
        elif field in stored.whence and field != "restricted":
            words = "; ".join(map(str, value)) if isinstance(value, tuple) else "none" if value is None else str(value)
            out.append((field, words, whence[stored.whence[field]]))
    if stored.source.rank is None and "rank" not in stored.whence and _rank(stored):
        out.append(("rank", str(_rank(stored)), "by its kind"))
    return out


@command.command("import", epilog=example("qatynas sources import library.bib", "qatynas sources import zotero.ris"))
@click.argument("file", type=click.UNPROCESSED)
@lexicon
@record
@as_json
def take_in(file: str, record: str, as_json: bool) -> int:
    """Take in a library of sources: BibTeX, RIS or CSL-JSON, as Zotero, Mendeley and EndNote write them.

    An entry is a document of the record if it names its file, its URL, its DOI or its exact title. The others are
    kept and listed; read the documents and import again. Entries with mistakes are named, and the exit status is
    then 1; the rest come in. To import the same file twice changes nothing.
    """
    from qatynas.documents.bibliography import library
    from qatynas.documents.names import path_id
    from qatynas.record.store import Record

    with Record.open(record, create=False) as opened:
        found = library(Path(file))
        taken = opened.take_in(found.entries, path_id(Path(file)))
    for fault in found.faults:
        complain(f"{file}: {fault}")
    if as_json:
        faults = [fault._asdict() for fault in found.faults]
        write_json({"entries": [each._asdict() for each in taken], "faults": faults})
    else:
        _report(taken, len(found.faults))
    return int(bool(found.faults))


def _report(taken: "Sequence[Taken]", faults: int) -> None:
    alone = [each for each in taken if each.document is None]
    changed = sum(each.changed for each in taken)
    click.echo(
        f"{len(taken)} entries: {len(taken) - len(alone)} are documents of the record, {len(alone)} are not;"
        f" {changed} new or changed, {faults} mistakes"
    )
    for each in alone[:MOST_SHOWN]:
        click.echo(visible(f"no document: {each.entry}" + (f" ({each.problem})" if each.problem else "")))
    if len(alone) > MOST_SHOWN:
        click.echo(f"… {len(alone) - MOST_SHOWN} more (--json lists them)")


def _by_field(given: dict[str, Any]) -> dict[str, Any]:
    """Options that were given, as a layer by hand."""
    from qatynas.facts.source import Name, layer_of_name

    out: dict[str, Any] = {}
    for field in (*TEXTS, "kind", "origin", "rank", "first-page", "restricted"):
        value = given[field.replace("-", "_").lower()]
        if value is not None:
            out[field] = value
    for field in NAMES:
        if given[field]:
            out[field] = [layer_of_name(Name.parse(name)) for name in given[field]]
    return out


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    """Raise `QatynasError` for what no source has; the code of an origin as it is written."""
    from qatynas.cli.codes import code
    from qatynas.errors import QatynasError
    from qatynas.facts.source import of_layer
    from qatynas.ontology.source_kinds import source_kinds

    if fields.get("kind") and fields["kind"] not in source_kinds():
        raise QatynasError(f"{fields['kind']}: no kind of source; there are {', '.join(source_kinds())}")
    if fields.get("origin"):
        fields["origin"] = code(fields["origin"])
    of_layer({field: value for field, value in fields.items() if value is not None})
    return fields


def _options(function: Any) -> Any:
    """The options of `set`: one for each field."""
    for field, words in reversed(TEXTS.items()):
        function = click.option(f"--{field.lower()}", field.replace("-", "_").lower(), metavar="TEXT", help=words)(
            function
        )
    for field, words in reversed(NAMES.items()):
        function = click.option(f"--{field}", multiple=True, metavar="NAME", help=words)(function)
    return function


@command.command("set", epilog=example("qatynas sources set speech.pdf --kind speech --origin KAZ"))
@click.argument("document", metavar="DOC", type=click.UNPROCESSED)
@_options
@click.option("--kind", metavar="KIND", help="treaty, statement, speech, press, scholarship, reference, archive.")
@click.option("--origin", metavar="CODE", help="Whose it is: the code of a state or organisation.")
@click.option("--rank", type=click.Choice(["primary", "secondary"]), help="Where it is not what its kind mostly is.")
@click.option("--first-page", type=int, help="The number printed on the file's first page.")
@click.option("--restricted/--free", default=None, help="Keep its text out of exports, or not.")
@click.option("--none", "none", multiple=True, metavar="FIELD", help="There is no such thing, whatever the file says.")
@click.option("--forget", multiple=True, metavar="FIELD", help="Take back what you said of it.")
@lexicon
@record
def describe(document: str, none: tuple[str, ...], forget: tuple[str, ...], record: str, **given: Any) -> int:
    """Say what a document is as a source. What you do not name stays as it is.

    It stands over what the file or a library says, also when these change.
    """
    from qatynas.record.store import Record

    fields = _checked(_by_field(given) | dict.fromkeys(_fields(none)))
    forgotten = _fields(forget)
    if not fields and not forgotten:
        raise click.UsageError("Say at least one thing of the document.")
    with Record.open(record, create=False) as opened:
        opened.describe(document, fields, forgotten)
    return 0


def _fields(names: tuple[str, ...]) -> list[str]:
    from qatynas.facts.source import FIELDS

    known = {field.lower(): field for field in FIELDS.values() if field != "other"}
    for name in names:
        if name.lower() not in known:
            raise click.BadParameter(f"{name!r} is none of {', '.join(known.values())}")
    return [known[name.lower()] for name in names]
