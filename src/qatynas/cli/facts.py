"""`qatynas facts`: what FORMAT.md says, streaming."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from qatynas.cli.options import example, lexicon, mapping, ocr, paths, with_mapping
from qatynas.cli.screen import complain, write
from qatynas.errors import QatynasError

if TYPE_CHECKING:
    from qatynas.documents.document import Beside, Document
    from qatynas.reading.reading import Reading


@click.command(
    epilog=example(
        "qatynas facts examples/kazakhstan-china.txt", "qatynas facts --jsonl news.jsonl --mentions > facts.jsonl"
    )
)
@paths(required=False, metavar="[FILE]...")
@click.option("--jsonl", metavar="FILE", help="Read many documents from a file of JSON lines; - is standard input.")
@click.option("--mentions", is_flag=True, help="Print the facts of kind `mention` too.")
@mapping
@lexicon
@ocr
def command(paths: tuple[str, ...], jsonl: str | None, mentions: bool, mapping: "Beside | None") -> int:
    """Print the facts of files as JSON lines, without a record.

    One line a fact, as soon as its document is read. A document that cannot be read is named on standard
    error with the reason; the others are still printed, and the exit status is 1.
    """
    if bool(paths) == (jsonl is not None):
        raise click.UsageError("Give either files or --jsonl FILE.")
    if jsonl is None:
        return _print((with_mapping(document, mapping) for document in _from_files(paths)), mentions)
    with _stream(jsonl) as stream:
        from qatynas.documents.opening import open_jsonl

        return _print(open_jsonl(stream, jsonl), mentions)


def _from_files(given: tuple[str, ...]) -> Iterator["Document"]:
    """Documents of the files, in the order of the names that are printed, as the format wants it."""
    from qatynas.documents.folders import discover
    from qatynas.documents.jsonl import distinct
    from qatynas.documents.names import display_names, path_id
    from qatynas.documents.opening import open_path

    files = {path_id(file): file for file in discover([Path(path) for path in given])}
    names = display_names(files)
    ordered = sorted(files, key=names.__getitem__)
    yield from distinct(_named(document, id, names[id]) for id in ordered for document in open_path(files[id]))


def _named(document: "Document", id: str, name: str) -> "Document":
    """A document of the file `id` under the file's shown name; what stands within it is `file!/name`."""
    from msgspec.structs import replace

    within = document.id.startswith(f"{id}!/")
    return replace(document, name=name + document.id[len(id) :]) if within or document.id == id else document


def _print(documents: Iterable["Document"], mentions: bool) -> int:
    """Print each document's facts as it is read; 1 where any was refused."""
    from qatynas.reading.reader import read_many

    refused = False
    for reading in read_many(documents, mentions=mentions):
        refused |= reading.state == "refused"
        write(b"".join(_lines(reading, mentions)))
        _tell(reading)
    return int(refused)


def _lines(reading: "Reading", mentions: bool) -> Iterator[bytes]:
    from qatynas.facts.identity import order
    from qatynas.facts.json import encode

    facts = sorted((*reading.facts, *reading.mentions), key=order) if mentions else reading.facts
    for fact in facts:
        yield encode(fact) + b"\n"


def _tell(reading: "Reading") -> None:
    """Say what went wrong, or not wholly right, with one document."""
    name = reading.document.name
    if reading.state != "read":
        complain(f"{name}: {reading.state}: {reading.reason}")
    for warning in reading.warnings:
        complain(f"{name}: warning: {warning}")


def _stream(jsonl: str) -> AbstractContextManager[BinaryIO]:
    if jsonl == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(jsonl).open("rb")
    except OSError as error:
        kind = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
        raise QatynasError(f"{jsonl}: refused: {kind}: {error.strerror}") from None
