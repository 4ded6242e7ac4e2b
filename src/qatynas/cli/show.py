"""`qatynas show`: the record, one relation, or one fact."""

from functools import partial
from typing import TYPE_CHECKING

import click

from qatynas.cli.options import as_json, example, lexicon, record

if TYPE_CHECKING:
    from collections.abc import Callable

    from qatynas.record.store import Record


@click.command(epilog=example("qatynas show", "qatynas show KAZ CHN", "qatynas show fact 2c5eee9a"))
@click.argument("what", nargs=-1, metavar="[A B | fact ID]")
@click.option("--all", "everything", is_flag=True, help="Alone: list every document and relation.")
@lexicon
@record
@as_json
def command(what: tuple[str, ...], everything: bool, record: str, as_json: bool) -> int:
    """Show the record, one relation, or one fact.

    Alone: the documents, the relations, and how many facts of each kind. With two codes: that relation, its
    chronology first; each line ends with its source and the beginning of the fact's id. With `fact` and the
    beginning of an id: that fact, its words in the original, and the rule that found it.
    """
    page = _page(what, everything)
    from qatynas.record.store import Record

    with Record.open(record, create=False) as opened:
        page(opened, as_json)
    return 0


def _page(what: tuple[str, ...], everything: bool) -> "Callable[[Record, bool], None]":
    match what:
        case ():
            from qatynas.cli import overview

            return partial(overview.show, everything=everything)
        case ("fact", id):
            from qatynas.cli import fact

            return partial(fact.show, id=id)
        case (one, two):
            from qatynas.cli import relation

            return partial(relation.show, sides=(one, two))
    raise click.UsageError("Give nothing, two codes (KAZ CHN), or fact ID.")
