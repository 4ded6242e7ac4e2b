import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from qatynas.cli.main import SUMMARIES, cli

Call = Callable[..., Any]
HEAVY = ("rich", "sqlalchemy", "alembic", "lxml", "charset_normalizer", "qatynas.reading.reader")


def best_of(times: int, work: Callable[[], object]) -> float:
    """The shortest of several runs in seconds: a busy machine only ever makes one longer."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def test_help_takes_less_than_three_tenths_of_a_second(process: Call):
    assert best_of(3, lambda: process("--help")) < 0.3


@pytest.mark.parametrize("arguments", [("--help",), *((name, "--help") for name in SUMMARIES)])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]):
    code = (
        f"import sys\nfrom qatynas.cli.main import run\nrun({arguments!r})\n"
        f"print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=env)
    assert done.stdout.startswith("Usage: ")
    assert done.stderr == "\n"


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_help_of_a_command_begins_with_its_summary_and_shows_an_example(name: str):
    command: click.Command = import_module(f"qatynas.cli.{name}").command
    assert command.help is not None
    assert command.help.startswith(SUMMARIES[name] + "\n")
    # With the group above it: click keeps the help option of whichever context asks first.
    context = click.Context(command, parent=click.Context(cli, **cli.context_settings))
    assert command.get_help(context).partition("  Example:\n    ")[2].startswith(f"qatynas {name}")


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_option_has_its_help(name: str):
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", ["read", "show", "search", "check", "restore"])
def test_every_command_that_shows_something_has_json(name: str):
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert "as_json" in [each.name for each in command.params]


def test_the_version_is_told(qatynas: Call):
    done = qatynas("--version")
    assert done.status == 0
    assert done.out.startswith("qatynas 0.")


def test_an_unknown_command_and_an_unknown_option_are_wrong_use(qatynas: Call):
    assert qatynas("raed").status == 2
    assert qatynas("show", "--nosuch").status == 2
    assert "Traceback" not in qatynas("raed").err


def test_a_setting_that_is_no_number_is_one_line(qatynas: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_MAX_FILE_BYTES", "many")
    (tmp_path / "a.txt").write_text("Қазақстан.", encoding="utf-8")
    done = qatynas("facts", "a.txt")
    assert done.status == 1
    assert done.err == "qatynas: QATYNAS_MAX_FILE_BYTES: a whole number of bytes is wanted, not 'many'\n"


def on_terminal(*arguments: str, cwd: Path, env: dict[str, str]) -> str:
    """What a command writes when both its outputs are a terminal."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TERM": "xterm-256color"} | env
    running = subprocess.Popen(
        [sys.executable, "-m", "qatynas", *arguments], cwd=cwd, env=environment, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    told = b""
    try:
        while piece := os.read(ours, 65536):
            told += piece
    except OSError:  # Linux: the other side is closed
        pass
    os.close(ours)
    running.wait()
    return told.decode("utf-8", "replace")


def test_colour_is_only_on_a_terminal_and_not_where_no_color_is_set(put: Call, qatynas: Call, tmp_path: Path):
    put()
    assert "\x1b[" not in qatynas("show").out
    coloured = on_terminal("search", "шекара", cwd=tmp_path, env={})
    plain = on_terminal("search", "шекара", cwd=tmp_path, env={"NO_COLOR": "1"})
    assert "\x1b[1;33m" in coloured
    assert ";33m" not in plain
    assert "шекара" in plain


def test_progress_is_drawn_on_a_terminal_only(qatynas: Call, tmp_path: Path):
    lines = (json.dumps({"id": str(number), "text": f"{number} words in English."}) for number in range(10))
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    drawn = on_terminal("read", "a.jsonl", cwd=tmp_path, env={})
    assert "10/10" in drawn
    assert "documents/s" in drawn
    assert "10/10" not in qatynas("read", "a.jsonl").err
