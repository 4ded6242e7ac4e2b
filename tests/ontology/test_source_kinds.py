"""The list of kinds of source."""

import pytest

from qatynas.errors import DataFileError
from qatynas.ontology.row import parse
from qatynas.ontology.source_kinds import COLUMNS, kind_of_type, load, source_kinds, type_of


def test_every_kind_that_sources_have_is_there_with_three_labels():
    kinds = source_kinds()
    assert set(kinds) == {"treaty", "statement", "speech", "press", "scholarship", "reference", "archive"}
    assert kinds["treaty"].label("kk") == "шарт мәтіні"
    assert kinds["archive"].label("de") == "archive document"


def test_a_type_of_csl_means_one_kind_at_most():
    means = [type for kind in source_kinds().values() for type in kind.means]
    assert len(means) == len(set(means))
    assert (kind_of_type("thesis"), kind_of_type("treaty"), kind_of_type("map")) == ("scholarship", "treaty", None)


@pytest.mark.parametrize(
    ("kind", "contained", "online", "type"),
    [
        ("scholarship", False, False, "book"),
        ("scholarship", True, True, "article-journal"),
        ("archive", False, False, "manuscript"),
        (None, True, False, "article-journal"),
        (None, True, True, "webpage"),
        (None, False, False, "document"),
    ],
)
def test_the_type_follows_the_kind_and_where_the_source_stands(kind: str, contained: bool, online: bool, type: str):
    assert type_of(kind, contained=contained, online=online) == type


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("a\tbook\t\t\t\tа\tб\tв\na\tbook\t\t\t\tа\tб\tв\n", "t.tsv:2: the kind “a” stands twice"),
        ("a\tbook\t\tthird\t\tа\tб\tв\n", "t.tsv:1: rank is “third”"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(rows: str, reason: str):
    with pytest.raises(DataFileError, match=reason):
        load(parse(rows.encode(), "t.tsv", COLUMNS))
