"""`qatynas search`: words in the documents of the record."""

from typing import TYPE_CHECKING

import click

from qatynas.cli.options import as_json, example, record
from qatynas.cli.screen import console, text, visible, write_json

if TYPE_CHECKING:
    from rich.text import Text

    from qatynas.record.search import Hit


@click.command(epilog=example("qatynas search шекара келісім"))
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Documents to show at most.")
@record
@as_json
def command(words: tuple[str, ...], limit: int, record: str, as_json: bool) -> int:
    """Find words in the documents of the record.

    Shows the documents in which all the words stand, or words that begin so, with the place where they stand.
    Documents in languages that are not read yet are searched too.
    """
    from qatynas.record.store import Record

    with Record.open(record, create=False) as opened:
        hits, kept = opened.search(" ".join(words), limit), opened.restricted()
        nothing_read = not hits and not any(document.edition for document in opened.documents())
    if as_json:
        write_json([_told(hit, hit.document in kept) for hit in hits])
    elif hits:
        _draw(hits, kept)
    else:
        click.echo("nothing was read: the record holds no text" if nothing_read else "no document has these words")
    return 0


def _told(hit: "Hit", restricted: bool) -> dict[str, object]:
    return {
        "document": hit.document,
        "name": hit.name,
        "title": hit.title,
        "restricted": restricted,
        "pieces": [{"text": words, "found": found} for words, found in hit.pieces],
    }


def _draw(hits: list["Hit"], kept: frozenset[str]) -> None:
    screen = console()
    for hit in hits:
        mark = " restricted" if hit.document in kept else ""
        screen.print(text(hit.name, "bold"), text(f"{hit.title or ''}{mark}", "dim"))
        screen.print(_snippet(hit), "\n", sep="")


def _snippet(hit: "Hit") -> "Text":
    out = text("  ")
    for words, found in hit.pieces:
        out.append(visible(words), style="bold yellow" if found else "")
    return out
