"""What reaches a person's screen, and JSON for programs."""

import sys
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import click

from qatynas.errors import QatynasError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

NO_SHARES: Mapping[str, int] = MappingProxyType({})
_PICTURES = {c: 0x2400 + c for c in range(0x20)} | {0x7F: 0x2421}
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # general categories that draw nothing, or change how others are drawn


def visible(text: str) -> str:
    """Put the text on one line with nothing in it that could steer a terminal.

    A document may hold escape sequences or marks that turn the direction of writing: each is drawn as a sign
    of its own. White space becomes a space.
    """
    return "".join(_sign(c) for c in text)


def _sign(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) not in _HIDDEN or character in "\u200c\u200d":
        return character
    return chr(_PICTURES.get(ord(character), 0xFFFD))


def complain(message: str) -> None:
    """Write one line on standard error."""
    click.echo(f"qatynas: {visible(message)}", err=True)


def write(data: bytes) -> None:
    """Write bytes to standard output, at once: whoever reads the other end need not wait.

    Raises `QatynasError` where they cannot be written (a full disk).
    """
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise QatynasError(f"standard output: {error.strerror or error}") from None


def write_json(value: Any) -> None:
    """Write one value as a line of JSON, UTF-8."""
    import msgspec

    write(msgspec.json.encode(value, enc_hook=str) + b"\n")


def console() -> "Console":
    """Open standard output for Rich to draw on: colours only on a terminal, and none where NO_COLOR is set."""
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False)


def text(words: str, style: str = "") -> "Text":
    """Style words of a document or a name, safe to draw."""
    from rich.text import Text

    return Text(visible(words), style=style)


def cut(words: str, most: int) -> str:
    """Give at most so many characters, ended by … behind a whole word where something was left out."""
    if len(words) <= most:
        return words
    return (words[:most].rpartition(" ")[0] or words[: most - 1]).rstrip("( ,") + "…"


def clipped(words: str, width: int, lines: int, style: str = "") -> "Text":
    """Style words that fill at most so many lines of a cell so wide, ended by … where some were left out."""
    from rich.console import Console
    from rich.text import Text

    whole = text(words, style)
    folded = whole.wrap(Console(width=width), width, overflow="fold")
    if len(folded) <= lines:
        return whole
    last = folded[lines - 1]
    last.rstrip()
    last.truncate(width - 1)
    return Text("\n").join([*folded[: lines - 1], last.append("…", style)])


def table(
    headings: Iterable[str], title: str, numbers: Iterable[str] = (), shares: Mapping[str, int] = NO_SHARES
) -> "Table":
    """Make an empty table that fits the terminal's width: long cells are folded, none is cut.

    Columns of `numbers` stand right. With `shares` the table takes the whole width, and the columns named there
    divide among them what the others leave.
    """
    from rich import box
    from rich.table import Table

    drawn = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    drawn.expand = bool(shares)
    for heading in headings:
        justify: Literal["left", "right"] = "right" if heading in numbers else "left"
        drawn.add_column(heading, overflow="fold", justify=justify, ratio=shares.get(heading))
    return drawn


def grid() -> "Table":
    """Make an empty list of labels and values."""
    from rich.table import Table

    drawn = Table.grid(padding=(0, 2))
    drawn.add_column(no_wrap=True)
    drawn.add_column(overflow="fold")
    return drawn
