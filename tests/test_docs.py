"""The pages of documentation that show sessions are current: what they print is what is printed now."""

import re
import runpy
from pathlib import Path

import pytest

from qatynas.errors import REASONS

ROOT = Path(__file__).resolve().parent.parent
SESSION = runpy.run_path(str(ROOT / "docs" / "session.py"))
MARKED = re.compile(r"<!-- session:begin -->\n(.*?)<!-- session:end -->", re.DOTALL)
REFUSAL = re.compile(r'Refused\(f?["\']([a-z]+):')


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", [pytest.param(page, marks=[] if page == "README.md" else pytest.mark.slow) for page in SESSION["PAGES"]]
)
def test_a_page_shows_what_its_commands_print_now(page: str):
    assert read(page) == SESSION["renewed"](read(page)), "run `make docs`, and see whether the words beside still hold"


def test_the_session_of_the_readme_is_short():
    (part,) = MARKED.findall(read("README.md"))
    (block,) = re.findall(r"```console\n(.*?)```", part, re.DOTALL)
    assert 10 <= len(block.splitlines()) <= 25


def test_a_command_that_ends_badly_is_no_session():
    with pytest.raises(SESSION["Failed"], match="no such fact"):
        SESSION["renewed"]("```console\n$ qatynas read examples/kazakhstan-eu.txt\n$ qatynas show fact ffffffff\n```\n")


def test_an_error_is_seen_behind_a_pipe():
    with pytest.raises(SESSION["Failed"], match="no such record"):
        SESSION["renewed"]("```console\n$ qatynas show | head -n 1\n```\n")


def test_a_named_block_is_a_file_and_other_blocks_stay_as_they_are():
    page = "```text note.txt\nshort\n```\n\n```sh\nfalse\n```\n\n```console\n$ cat note.txt\nold\n```\n"
    assert SESSION["renewed"](page) == page.replace("old", "short")


def test_every_reason_to_refuse_has_its_remedy():
    sources = (ROOT / "src").rglob("*.py")
    words = {word for source in sources for word in REFUSAL.findall(source.read_text(encoding="utf-8"))}
    assert words <= set(REASONS)
    assert {word for word in REASONS if f"| `{word}` |" not in read("docs/howto.md")} == set()


def test_every_page_of_documentation_stands_in_the_index():
    index = read("docs/index.md")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if f"({page.name})" not in f"{index}(index.md)"] == []
