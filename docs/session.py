"""Runs the sessions that the pages show, and writes what was printed into them: README.md and three pages of docs/.

    python docs/session.py        (or `make docs`)

A block marked `console` holds commands, lines that begin with `$ `, each with what it printed below it. A block
marked with a language and a name, as `python look.py`, is a file that the commands find. All blocks of a page are
run in their order, in a folder of their own that begins with a copy of examples/. A command may end badly only
where the page says so, with `; echo $?`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/tutorial.md", "docs/howto.md", "docs/kazakh.md")
_BLOCK = re.compile(r"^```(?P<kind>[a-z]+)(?: (?P<name>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
# How the program tells what went wrong: seen even where a pipe hides the status.
_COMPLAINT = re.compile(r"^qatynas: (?!.*: warning: )", re.MULTILINE)
# What differs from one machine or day to the next. The folder is as long as `/tmp/` and 8 characters, so that a
# table which names it has the same widths everywhere.
_FOLDER = "/home/aruzhan"
_CHANGING = ((re.compile(r"(data )[0-9a-f]{12}"), r"\1…"), (re.compile("\ufeff"), ""))


class Failed(Exception):
    """A command of a page ended badly."""


def renewed(page: str) -> str:
    """`page` with what its commands print now. Raises `Failed`."""
    folder = Path(tempfile.mkdtemp(prefix="", dir="/tmp"))
    try:
        shutil.copytree(ROOT / "examples", folder / "examples")
        return _BLOCK.sub(lambda block: _block(block, folder), page)
    finally:
        shutil.rmtree(folder)


def _block(block: re.Match[str], folder: Path) -> str:
    if block["name"]:
        (folder / block["name"]).write_text(block["body"], encoding="utf-8")
    if block["kind"] != "console":
        return block[0]
    return f"```console\n{''.join(_printed(block['body'], folder))}```"


def _printed(body: str, folder: Path) -> Iterator[str]:
    for command in re.findall(r"^\$ (.+)$", body, re.MULTILINE):
        yield f"$ {command}\n"
        yield from (f"{line}\n" for line in _run(command, folder).splitlines())


def _run(command: str, folder: Path) -> str:
    """What a terminal of 80 columns shows of a command."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QATYNAS_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", os.defpath)])
    terminal = {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=kept | terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    if done.returncode or (_COMPLAINT.search(done.stdout) and "echo $?" not in command):
        raise Failed(f"`{command}` ended with {done.returncode}: {done.stdout.strip()}")
    return _lasting(done.stdout.replace(str(folder), _FOLDER))


def _lasting(printed: str) -> str:
    for pattern, lasting in _CHANGING:
        printed = pattern.sub(lasting, printed)
    return "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n")


def main() -> None:
    """Write every page anew."""
    for name in PAGES:
        page = ROOT / name
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"docs/session.py: {failed}")
