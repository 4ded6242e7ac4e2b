"""The documentation that is made from the program is what it would be if it were made now."""

from pathlib import Path

import click
import pytest

from qatynas.cli import reference
from qatynas.cli.main import cli
from qatynas.settings import SETTINGS

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("page", sorted(reference.PAGES))
def test_a_page_made_from_the_program_is_current(page: str):
    assert (DOCS / f"{page}.md").read_text(encoding="utf-8") == reference.PAGES[page](), "run `make docs`"


def test_every_command_is_documented():
    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    names = cli.list_commands(click.Context(cli))
    missing = [name for name in names if f"## qatynas {name}\n" not in text]
    assert missing == []


def test_every_setting_stands_in_the_table_with_its_help():
    text = reference.settings()
    assert [s.name for s in SETTINGS if f"| `{s.name}` |" not in text or s.help not in text] == []


def test_the_page_that_is_asked_for_is_printed(capsys: pytest.CaptureFixture[str]):
    reference.main(["settings"])
    assert capsys.readouterr().out == reference.settings()
    reference.main([])
    assert capsys.readouterr().out == reference.commands()
