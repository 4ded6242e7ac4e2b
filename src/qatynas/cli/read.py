"""`qatynas read`: files and folders into the record."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, BinaryIO

import click

from qatynas.cli.interrupt import INTERRUPTED, held
from qatynas.cli.options import as_json, example, lexicon, mapping, ocr, paths, record, with_mapping
from qatynas.cli.screen import complain, write_json
from qatynas.cli.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from qatynas.documents.document import Beside, Document
    from qatynas.record.store import Record

CHUNK = 1 << 20  # bytes that are looked at together when lines are counted


@click.command(epilog=example("qatynas read texts/ notes.md", "qatynas read news.jsonl --workers 2"))
@paths(required=True)
@record
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@mapping
@lexicon
@ocr
@as_json
def command(paths: tuple[str, ...], record: str, workers: int, mapping: "Beside | None", as_json: bool) -> int:
    """Read files and folders into the record.

    What is already there and has not changed is left as it is; a document that changed becomes a new edition
    beside the old one. Stopped with Ctrl-C, the same command goes on where it was.
    """
    from qatynas.documents.folders import discover

    files = list(discover([Path(path) for path in paths]))
    total = sum(_documents_in(file) for file in files)
    tally = Tally()
    try:
        with _progress(total) as step:
            _read(files, record, workers, mapping, tally, step)
    except KeyboardInterrupt:
        _report(tally, as_json)
        complain(f"stopped: {tally.kept} of {total} documents are in the record; the same command goes on")
        return INTERRUPTED
    _report(tally, as_json)
    return int(tally.refused > 0)


def _read(
    files: list[Path], where: str, workers: int, mapping: "Beside | None", tally: Tally, step: "Callable[[], None]"
) -> None:
    from qatynas.reading.reader import read_many
    from qatynas.record.store import Record

    with Record.open(Path(where), create=True) as record:
        documents = (with_mapping(document, mapping) for document in _open(files))
        unread = _unread(documents, record, tally, step)
        for reading in read_many(unread, workers=workers, mentions=False):
            with held():
                tally.add(reading, record.add(reading))
            step()


def _unread(
    documents: Iterable["Document"], record: "Record", tally: Tally, step: "Callable[[], None]"
) -> Iterator["Document"]:
    """Give the documents that are still to be read; count those that the record holds."""
    from importlib.metadata import version

    from qatynas.documents.jsonl import distinct
    from qatynas.reading.reader import data_hash

    made_by = version("qatynas")
    for document in map(record.admitted, distinct(documents)):
        if record.holds(document, made_by, data_hash()):
            with held():
                tally.hold(record.document(document.id))
            step()
        else:
            yield document


def _open(files: Iterable[Path]) -> Iterator["Document"]:
    from qatynas.documents.opening import open_path

    for file in files:
        yield from open_path(file)


def _documents_in(file: Path) -> int:
    """Count the documents of a file, as far as one can without reading them."""
    from qatynas.documents.media import HEAD, is_jsonl

    try:
        # To open a pipe would wait for whoever writes into it.
        if not S_ISREG(file.stat().st_mode):
            return 1
        with file.open("rb") as lines:
            if not is_jsonl(lines.read(HEAD), file.name):
                return 1
            lines.seek(0)
            return _lines(lines)
    except (OSError, ValueError):
        return 1


def _lines(file: BinaryIO) -> int:
    """Count the lines that are not blank, in memory that does not grow with the longest."""
    count, filled = 0, False
    while chunk := file.read(CHUNK):
        first, *others = chunk.split(b"\n")
        filled |= bool(first.strip())
        for line in others:
            count, filled = count + filled, bool(line.strip())
    return count + filled


def _report(tally: Tally, as_json: bool) -> None:
    for line in tally.complaints():
        complain(line)
    if as_json:
        write_json(tally.counts())
    else:
        click.echo(str(tally))


@contextmanager
def _progress(total: int) -> Iterator["Callable[[], None]"]:
    """Show a bar with rate on standard error where that is a terminal; gives what to call after each document."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    shown = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, rate="")

        def step() -> None:
            speed = progress.tasks[0].speed
            progress.update(task, advance=1, rate=f"{speed:.1f} documents/s" if speed else "")

        yield step
