"""`qatynas show`: the record, one relation, or one fact."""

import click

from qatynas.cli.options import as_json, example, record


@click.command(epilog=example("qatynas show", "qatynas show KAZ CHN", "qatynas show fact 2c5eee9a"))
@click.argument("what", nargs=-1, metavar="[A B | fact ID]")
@record
@as_json
def command(what: tuple[str, ...], record: str, as_json: bool) -> int:
    """Show the record, one relation, or one fact.

    Alone: the documents, the relations, and how many facts of each kind. With two codes: that relation, its
    chronology first; each line ends with its source and the beginning of the fact's id. With `fact` and the
    beginning of an id: that fact, its words in the original, and the rule that found it.
    """
    from qatynas.record.store import Record

    match what:
        case ():
            from qatynas.cli.overview import show
        case ("fact", _):
            from qatynas.cli.fact import show
        case (_, _):
            from qatynas.cli.relation import show
        case _:
            raise click.UsageError("Give nothing, two codes (KAZ CHN), or fact ID.")
    with Record.open(record, create=False) as opened:
        show(opened, what, as_json)
    return 0
