"""`qatynas read`: files and folders into the record."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import click

from qatynas.cli.interrupt import INTERRUPTED, held
from qatynas.cli.options import as_json, example, lexicon, mapping, ocr, paths, record, with_mapping
from qatynas.cli.progress import progress
from qatynas.cli.screen import complain, write_json
from qatynas.cli.tally import Tally
from qatynas.errors import QatynasError

if TYPE_CHECKING:
    from qatynas.documents.document import Beside, Document
    from qatynas.record.store import Record

CHUNK = 1 << 20  # bytes that are looked at together when lines are counted


class _Run(NamedTuple):
    """What a run reads, where to, with how many processes, where it tells of it, and how tables are taken."""

    paths: tuple[str, ...]
    record: str
    workers: int
    report: str | None
    mapping: "Beside | None"

    def files(self) -> Iterator[Path]:
        """The files, without those that the run itself writes: walked anew each time rather than remembered."""
        from qatynas.documents.folders import discover
        from qatynas.documents.names import path_id

        own = {path_id(Path(f"{self.record}{end}")) for end in ("", "-wal", "-shm", "-journal")}
        if self.report is not None:
            own.add(path_id(Path(self.report)))
        named = {path_id(Path(path)) for path in self.paths}
        for file in discover([Path(path) for path in self.paths]):
            if (identity := path_id(file)) not in own or identity in named:
                yield file


@click.command(
    epilog=example(
        "qatynas read texts/ notes.md", "qatynas read news.jsonl --workers 2", "qatynas read archive/ --report all.csv"
    )
)
@paths(required=True)
@record
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@click.option("--report", metavar="FILE", help="Write what became of each document: .json, .csv, else text.")
@mapping
@lexicon
@ocr
@as_json
def command(
    paths: tuple[str, ...], record: str, workers: int, report: str | None, mapping: "Beside | None", as_json: bool
) -> int:
    """Read files and folders into the record.

    What is already there and has not changed is left as it is; a document that changed becomes a new edition
    beside the old one. Stopped with Ctrl-C, the same command goes on where it was.
    """
    run, tally = _Run(paths, record, workers, report, mapping), Tally()
    if report is not None:
        from qatynas.cli.report import expect_place

        expect_place(Path(report))
    total = sum(_documents_in(file) for file in run.files())
    finished = False
    try:
        with progress(total) as step:
            _read(run, tally, step)
        finished = True
    except KeyboardInterrupt:
        _report(tally, as_json)
        complain(f"stopped: {tally.kept} of {total} documents are in the record; the same command goes on")
        return INTERRUPTED
    finally:
        _write_report(run, tally, finished)
    _report(tally, as_json)
    return int(tally.refused > 0)


def _read(run: _Run, tally: Tally, step: Callable[[], None]) -> None:
    from qatynas.documents.ahead import open_many, stop
    from qatynas.reading.reader import read_many
    from qatynas.record.store import Record

    with (
        Record.open(Path(run.record), create=True) as record,
        closing(open_many(run.files(), run.workers, record.extracted)) as opened,
    ):
        mapped = (with_mapping(document, run.mapping) for document in opened)
        try:
            for reading in read_many(_unread(mapped, record, tally, step), workers=run.workers, mentions=False):
                with held():
                    tally.add(reading, record.add(reading))
                step()
        except BaseException:
            stop()
            raise
        finally:
            with suppress(QatynasError):
                tally.ledger.link(record.copies() if run.report else ())


def _write_report(run: _Run, tally: Tally, finished: bool) -> None:
    if run.report is not None:
        from qatynas.cli.report import write

        write(Path(run.report), tally, run.record, finished=finished)


def _unread(
    documents: Iterable["Document"], record: "Record", tally: Tally, step: Callable[[], None]
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


def _documents_in(file: Path) -> int:
    """Count the documents of a file, as far as one can without reading them."""
    from qatynas.documents.archive import count
    from qatynas.documents.media import HEAD, is_folder, is_jsonl

    try:
        # To open a pipe would wait for whoever writes into it.
        if not S_ISREG(file.stat().st_mode):
            return 1
        with file.open("rb") as lines:
            if is_jsonl(lines.read(HEAD), file.name):
                lines.seek(0)
                return _lines(lines)
            return count(lines) if is_folder(lines) else 1
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
