"""Draws docs/picture.svg: a real run of `qatynas show` on the bundled examples, as a terminal shows it.

    python docs/picture.py        (or `make docs`)

The drawing names no font of another site, so that a page that shows it asks nothing of the network.
"""

import os
import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "picture.svg"
RELATION = ("KAZ", "CHN")
WIDTH, LINES = 110, 34  # characters and lines of the terminal that is drawn


def qatynas(*arguments: str, record: Path) -> str:
    """What the command prints on a terminal with colours."""
    terminal = {"QATYNAS_RECORD": str(record), "FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "qatynas", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=os.environ | terminal)
    return done.stdout


def draw(printed: str, title: str) -> str:
    """The first lines as an SVG terminal, without fonts from elsewhere."""
    console = Console(record=True, width=WIDTH, file=StringIO())
    for line in printed.splitlines()[:LINES]:
        console.print(Text.from_ansi(line), overflow="crop", no_wrap=True)
    return re.sub(r"@font-face \{.*?\}\s*", "", console.export_svg(title=title, unique_id="q"), flags=re.DOTALL)


def main() -> None:
    """Read the examples into a record of this run's own and draw one relation."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "qatynas.db")
        qatynas("read", *sorted(map(str, (ROOT / "examples").glob("*.txt"))), record=record)
        printed = qatynas("show", *RELATION, record=record)
    PICTURE.write_text(draw(printed, f"qatynas show {' '.join(RELATION)}"), encoding="utf-8")


if __name__ == "__main__":
    main()
