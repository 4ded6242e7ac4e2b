"""A group of commands, each imported only when it is called."""

import os
import sys
from importlib import import_module
from typing import Any

import click

BROKEN_PIPE = 128 + 13  # what a shell reports for a program that SIGPIPE ended


class LazyGroup(click.Group):
    """Commands by name; the short help is known without the command's module.

    The command `name` is `command` in the module `qatynas.cli.name`. A command's own help begins with the
    same sentence (a test holds it to that).
    """

    def __init__(self, *args: Any, summaries: dict[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which a person meets them."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module and give the command; null for an unknown name."""
        if cmd_name not in self.summaries:
            return None
        command: click.Command = import_module(f"qatynas.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the short helps alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that went away (`| head`) ends it quietly."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _discard_output()
            return BROKEN_PIPE
        return status


def _discard_output() -> None:
    """Send what is still unwritten nowhere, so that Python's own flush at the end does not complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
