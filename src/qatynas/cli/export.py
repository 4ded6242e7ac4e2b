"""`qatynas export`: the facts of the record in a format for other programs."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qatynas.cli.codes import pair
from qatynas.cli.naming import named, shown
from qatynas.cli.options import example, record
from qatynas.cli.screen import complain, write
from qatynas.facts.kinds import KINDS

if TYPE_CHECKING:
    from qatynas.documents.shielding import Separator
    from qatynas.facts.kinds import Fact
    from qatynas.record.store import Record

SEPARATORS: dict[str, "Separator"] = {"comma": ",", "semicolon": ";", "tab": "\t"}
TOGETHER = 200  # documents whose facts are fetched and put in order at once: memory does not grow with the record


@click.command(
    epilog=example(
        "qatynas export --format csv -o facts.csv --relation KAZ CHN",
        "qatynas export --kind event --kind instrument > facts.jsonl",
    )
)
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", help="[default: jsonl]")
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")
@click.option("--relation", "codes", nargs=2, metavar="A B", help="Only facts in which both take part.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice([*KINDS]), help="Only this kind; may be repeated.")
@click.option("--separator", type=click.Choice([*SEPARATORS]), default="comma", show_default=True, help="For csv.")
@click.option("--bom/--no-bom", default=True, show_default=True, help="For csv: begin with a byte order mark.")
@click.option(
    "--with-restricted",
    "asked",
    multiple=True,
    metavar="DOC",
    type=click.UNPROCESSED,
    help="Also the facts of this restricted document; may be repeated.",
)
@record
def command(
    form: str,
    output: str | None,
    codes: tuple[str, str] | None,
    kinds: tuple[str, ...],
    separator: str,
    bom: bool,
    asked: tuple[str, ...],
    record: str,
) -> int:
    """Write the facts of the record as JSON lines or as a table.

    jsonl is the format of `qatynas facts`, without loss. csv has one row a fact: its first words, actors as
    names and as codes. A cell that a spreadsheet would take for a formula begins with an apostrophe.

    Facts of documents that are restricted (`qatynas sources set DOC --restricted`) are left out, as each quotes its
    document; how many is told on standard error.

    Excel needs the byte order mark to show Kazakh letters; where Windows is set to Kazakh or Russian, also
    --separator semicolon. For R and pandas: --no-bom.
    """
    from qatynas.record.store import Record

    with Record.open(record, create=False) as opened, opened.snapshot() as now:
        wanted = pair(now, *codes) if codes else ()
        kept = _kept(now, asked)
        facts = _facts(now, wanted, kinds, kept)
        pieces = _table(facts, separator, bom) if form == "csv" else _lines(facts)
        _deliver(pieces, output)
        _tell(now, wanted, kinds, kept)
    return 0


def _kept(record: "Record", asked: tuple[str, ...]) -> frozenset[str]:
    """Restricted documents, but for those that were asked for by name, and the others of their text."""
    documents = [record.document(each) for each in asked]
    texts = {each.sha256 for each in documents if each.sha256}
    free = {each.id for each in record.documents() if each.sha256 in texts} if texts else set()
    return record.restricted() - free


def _tell(record: "Record", codes: tuple[str, ...], kinds: tuple[str, ...], kept: frozenset[str]) -> None:
    """Say how many facts were left out, and of which documents: a zero is not a blank."""
    names = {each.id: each.name for each in record.documents() if each.id in kept and each.copy_of is None}
    found = [
        stored.document
        for stored in (record.facts(codes=codes, documents=list(names)) if names else ())
        if not kinds or stored.fact.kind in kinds
    ]
    if found:
        of = ", ".join(sorted(names[each] for each in set(found)))
        complain(f"{of}: warning: {len(found)} facts left out: restricted (--with-restricted DOC writes them)")


def _facts(record: "Record", codes: tuple[str, ...], kinds: tuple[str, ...], kept: frozenset[str]) -> Iterator["Fact"]:
    """Facts in the order of the format, each with the name that its document is shown under.

    Left out are the documents in `kept`, and a copy of another document: its facts are that one's.
    """
    from qatynas.facts.identity import order

    documents = record.documents()
    names = shown(documents)
    own = sorted(
        (document.id for document in documents if document.copy_of is None and document.id not in kept),
        key=names.__getitem__,
    )
    for first in range(0, len(own), TOGETHER):
        stored = record.facts(codes=codes, documents=own[first : first + TOGETHER])
        found = [named(each.fact, names[each.document]) for each in stored if not kinds or each.fact.kind in kinds]
        yield from sorted(found, key=order)


def _table(facts: Iterable["Fact"], separator: str, bom: bool) -> Iterator[bytes]:
    from qatynas.export.csv import table

    return (line.encode() for line in table(facts, SEPARATORS[separator], bom))


def _lines(facts: Iterable["Fact"]) -> Iterator[bytes]:
    from qatynas.export.jsonl import lines

    return lines(facts)


def _deliver(pieces: Iterable[bytes], output: str | None) -> None:
    if output is not None:
        from qatynas.export.file import write as write_file

        write_file(Path(output), pieces)
        return
    for piece in pieces:
        write(piece)
