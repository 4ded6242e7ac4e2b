"""A restricted document: out of every export that is not asked for it by name, and marked on one's own screen."""

from collections.abc import Callable
from typing import Any

import pytest

Call = Callable[..., Any]


@pytest.fixture
def two(put: Call, made: Call, qatynas: Call) -> None:
    """A restricted document, and one that is free and tells of it only that a word stands there."""
    from qatynas.facts.evidence import Evidence
    from qatynas.facts.kinds import Reference

    free = Reference(evidence=(Evidence("free.txt", 0, 3, "[1]"),), marker="1")
    put(made(), made("/texts/free.txt", "[1] келісім", [free]))
    assert qatynas("sources", "set", "border.txt", "--restricted").status == 0


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_no_word_of_it_is_exported_and_that_is_said(qatynas: Call, form: str):
    done = qatynas("export", "--format", form)
    assert done.status == 0
    assert "free.txt" in done.out
    assert "border.txt" not in done.out and "көрші дос" not in done.out
    said = "qatynas: border.txt: warning: 8 facts left out: restricted (--with-restricted DOC writes them)\n"
    assert done.err == said


@pytest.mark.usefixtures("two")
def test_what_is_left_out_by_the_filters_is_not_counted(qatynas: Call):
    assert qatynas("export", "--kind", "event").err.startswith("qatynas: border.txt: warning: 2 facts left out")
    assert qatynas("export", "--kind", "reference").err == ""


@pytest.mark.usefixtures("two")
def test_asked_for_by_name_it_is_exported(qatynas: Call):
    done = qatynas("export", "--with-restricted", "border.txt")
    assert (len(done.lines), done.err) == (9, "")
    assert qatynas("export", "--with-restricted", "none.txt").status == 1


@pytest.mark.usefixtures("two")
def test_a_copy_of_its_text_is_kept_back_too_until_either_is_named(qatynas: Call, put: Call, made: Call):
    put(made("/a/copy.txt"))
    assert len(qatynas("export").lines) == 1
    assert len(qatynas("export", "--with-restricted", "border.txt").lines) == 9


@pytest.mark.usefixtures("two")
def test_ones_own_screen_shows_it_with_a_mark(qatynas: Call):
    fact = qatynas("export", "--with-restricted", "border.txt").lines[0]["id"]
    assert "restricted" in qatynas("show", "fact", fact).out
    assert qatynas("show", "fact", fact, "--json").json["source"]["restricted"] is True
    assert "restricted" in qatynas("show", "KAZ", "CHN").out
    assert {each["restricted"] for each in qatynas("show", "KAZ", "CHN", "--json").json["facts"]} == {True}
    assert "restricted" in qatynas("search", "Пекинге").out
    marks = {each["name"]: each["restricted"] for each in qatynas("search", "келісім", "--json").json}
    assert marks == {"border.txt": True, "free.txt": False}
