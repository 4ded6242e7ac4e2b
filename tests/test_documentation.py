"""The documentation says what is true: fields are all told, links lead somewhere, commands of make exist."""

import re
from pathlib import Path

import msgspec
import pytest

from qatynas.facts.kinds import KINDS, Fact

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
SHARED_FIELDS = {field.name for field in msgspec.structs.fields(Fact)}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_somewhere(page: Path):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_field_of_a_kind_is_told_in_the_format(kind: str):
    row = next(line for line in read("docs/format.md").splitlines() if line.startswith(f"| `{kind}` |"))
    fields = {field.name for field in msgspec.structs.fields(KINDS[kind])} - SHARED_FIELDS
    assert {field for field in fields if f"`{field}`" not in row} == set()


def test_every_field_that_all_facts_have_is_told_in_the_format():
    text = read("docs/format.md")
    assert {field for field in SHARED_FIELDS if f"| `{field}` |" not in text} == set()


def test_every_target_of_make_that_a_page_names_exists():
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"^`?make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)}
    assert named and named <= targets


def test_the_changelog_tells_of_the_version_that_is_packaged():
    version = re.search(r'^version = "(.+)"$', read("pyproject.toml"), re.MULTILINE)
    assert version and re.search(rf"^## \[.*{re.escape(version[1])}", read("CHANGELOG.md"), re.MULTILINE)
