"""The documentation of the commands and of the settings, made from the program itself.

    python -m qatynas.cli.reference commands > docs/commands.md
    python -m qatynas.cli.reference settings > docs/settings.md

`make docs` runs both, and a test holds the files to what they would be.
"""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

from qatynas.settings import SETTINGS, Setting

WIDTH = 100  # characters: what a page of documentation shows without scrolling
_MADE = "<!-- Made by `make docs` from the program itself: do not edit. -->"
_COMMANDS = "Each command as `--help` tells it. Settings that hold for all of them: [settings](settings.md)."
_SETTINGS = (
    "Every limit and option. A setting is changed by an environment variable: `QATYNAS_` and its name in capitals, "
    "as in `QATYNAS_RECORD=usa.db qatynas show`."
)


def commands() -> str:
    """`docs/commands.md`: the help of every command, with those below it."""
    from qatynas.cli.main import cli

    sections = [f"{'#' * depth} {path}\n\n```\n{text}\n```\n" for path, depth, text in _helps(cli, "qatynas")]
    return "\n".join([_MADE, "# Commands\n", f"{_COMMANDS}\n", *sections])


def _helps(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, int, str]]:
    """Yield a command and those below it as (path, depth of the heading, help), in the order of the help."""
    settings: dict[str, Any] = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    depth = 2 if parent is None else context.command_path.count(" ") + 1
    yield context.command_path, depth, _plain(command.get_help(context))
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None and not found.hidden:
                yield from _helps(found, below, context)


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in click.unstyle(text).strip().splitlines())


def settings() -> str:
    """`docs/settings.md`: the table of `SETTINGS`."""
    lines = ["| setting | environment | default | unit | what it does |", "|---|---|---|---|---|"]
    return "\n".join([_MADE, "# Settings\n", f"{_SETTINGS}\n", *lines, *map(_row, SETTINGS), ""])


def _row(setting: Setting) -> str:
    words = f"`{setting.default}`" if setting.default else "none"
    default = f"{setting.default:,}" if isinstance(setting.default, int) else words
    variable = f"`QATYNAS_{setting.name.upper()}`"
    return f"| `{setting.name}` | {variable} | {default} | {setting.unit} | {setting.help} |"


PAGES: dict[str, Callable[[], str]] = {"commands": commands, "settings": settings}
"""What can be made: `docs/<name>.md`."""


def main(arguments: list[str]) -> None:
    """Print one page: `commands` (where nothing is named) or `settings`."""
    print(PAGES[arguments[0] if arguments else "commands"](), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
