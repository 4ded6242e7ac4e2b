"""`qatynas cite`: a fact or a document, as a footnote or a list of sources names it."""

from typing import TYPE_CHECKING, Any

import click

from qatynas.cli.options import as_json, example, lexicon, record
from qatynas.cli.screen import visible, write_json
from qatynas.errors import NotFound

if TYPE_CHECKING:
    from qatynas.export.citation import Citation, Form, Language, Place
    from qatynas.facts.source import Source
    from qatynas.record.store import Record
    from qatynas.record.stored import StoredFact

QUOTED = {"text": "«{}»", "html": "<blockquote>{}</blockquote>", "markdown": "> {}"}


@click.command(
    epilog=example("qatynas cite 2c5eee9a", "qatynas cite speech.pdf --style apa --language en --format markdown")
)
@click.argument("what", metavar="FACT|DOC", type=click.UNPROCESSED)
@click.option(
    "--style",
    metavar="STYLE",
    default="gost",
    show_default=True,
    type=click.UNPROCESSED,
    help="gost, apa, chicago, or the path of a .csl file.",
)
@click.option("--language", type=click.Choice(["kk", "ru", "en"]), help="Of the terms; else the source's own.")
@click.option("--format", "form", type=click.Choice(list(QUOTED)), default="text", show_default=True, help="Markup.")
@click.option("--quote", is_flag=True, help="Also print the words that the fact stands on.")
@lexicon
@record
@as_json
def command(
    what: str, style: str, language: "Language | None", form: "Form", quote: bool, record: str, as_json: bool
) -> int:
    """Cite a fact or a document of the record.

    A fact, named by the beginning of its id, is cited with its page. Where a style cites in the text (apa), the second
    line is the entry for the list of sources. What a document is as a source: `qatynas sources show DOC`.

    The printed page is known where you said the number of the file's first page (`qatynas sources set DOC
    --first-page 45`), or where the source's pages are as many as the file's. Otherwise the page is told as one of the
    file, but for books, reports and treaties whose pages nobody told.
    """
    from qatynas.export import citation
    from qatynas.export.markup import formatter
    from qatynas.record.store import Record

    with Record.open(record, create=False) as opened:
        fact, source, where = _found(opened, what)
        kept = fact is not None and fact.document in opened.restricted()
    made = citation.cite(source, where, style=style, language=language or citation.language_of(source), form=form)
    words = fact.fact.evidence[0].quote if quote and fact else None
    if as_json:
        write_json(_told(made, where, words, kept))
        return 0
    for line in _lines(made, alone=fact is None):
        click.echo(visible(line))
    if words:
        click.echo(QUOTED[form].format(visible(formatter(form).preformat(" ".join(words.split())))))
    return 0


def _found(record: "Record", what: str) -> "tuple[StoredFact | None, Source, Place]":
    """The fact, if it is one; the source; where in it."""
    from qatynas.export.citation import Place, place

    try:
        document = record.document(what)
    except NotFound as no_document:
        try:
            fact = record.fact(what.lower())
        except NotFound as no_fact:
            raise (no_document if "no such fact" in str(no_fact) and not _hex(what) else no_fact) from None
        source = _titled(record, fact.document)
        return fact, source, place(source, fact.fact.evidence[0].page, record.pages(fact.document))
    return None, _titled(record, document.id), Place()


def _hex(what: str) -> bool:
    return set(what.lower()) <= set("0123456789abcdef")


def _titled(record: "Record", document: str) -> "Source":
    """A document as a source; without a title of its own it is called by the name of its file."""
    from msgspec.structs import replace

    stored = record.source(document)
    return stored.source if stored.source.title else replace(stored.source, title=stored.name)


def _lines(made: "Citation", *, alone: bool) -> list[str]:
    """What is printed: of a document its entry in the list; of a fact the note, and the entry that it leans on."""
    if alone:
        return [made.reference or made.note]
    return [line for line in (made.note, made.reference if made.in_text else "") if line]


def _told(made: "Citation", where: "Place", quote: str | None, restricted: bool) -> dict[str, Any]:
    return {**made._asdict(), "place": where._asdict(), "quote": quote, "restricted": restricted}
