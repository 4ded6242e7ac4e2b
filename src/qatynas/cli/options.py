"""Options and arguments that several commands share."""

from collections.abc import Callable
from typing import TypeVar

import click

from qatynas.settings import setting

F = TypeVar("F", bound=Callable[..., object])

record = click.option(
    "--record",
    metavar="FILE",
    default=lambda: str(setting("record")),
    show_default="qatynas.db, or QATYNAS_RECORD",
    help="The record to use.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def example(*lines: str) -> str:
    """The end of a command's help: what a person would type."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def paths(required: bool, metavar: str = "PATH...") -> Callable[[F], F]:
    """Files and folders. Whether each is there is told when it is opened, like any other refusal."""
    return click.argument("paths", nargs=-1, required=required, metavar=metavar, type=click.UNPROCESSED)
