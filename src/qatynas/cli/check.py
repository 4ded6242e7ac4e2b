"""`qatynas check`: whether the record is whole."""

import click

from qatynas.cli.options import as_json, example, record
from qatynas.cli.screen import write_json
from qatynas.errors import RecordError


@click.command(epilog=example("qatynas check --record usa.db"))
@record
@as_json
def command(record: str, as_json: bool) -> int:
    """Check that the record is whole.

    Every quote is compared with its place in the original, every original with its hash, and the file is
    checked by the database itself. Exit status 3 where something does not hold.
    """
    from qatynas.record.store import Record

    with Record.open(record, create=False) as opened:
        faults = opened.check()
    if as_json:
        write_json({"record": record, "ok": not faults, "faults": faults})
    else:
        click.echo("\n".join(faults) or f"{record}: ok")
    return RecordError.exit_code if faults else 0
