"""The layers of a source: what the file tells, what a library says, what a person says."""

import pytest

from qatynas.errors import QatynasError
from qatynas.facts.source import Name, Source, merged, of_layer, rank

FILE = {"title": "untitled.doc", "author": [{"literal": "User"}], "URL": "http://a.kz"}
LIBRARY = {"title": "Шекара туралы", "kind": "press"}


def test_the_layer_of_most_authority_that_speaks_counts_field_by_field():
    source, whence = merged([("file", FILE), ("import", LIBRARY), ("hand", {"title": "Шекара"})])
    assert (source.title, source.kind, source.url) == ("Шекара", "press", "http://a.kz")
    assert whence == {"title": "hand", "author": "file", "URL": "file", "kind": "import"}


def test_a_person_may_say_that_there_is_none():
    source, whence = merged([("file", FILE), ("hand", {"author": None})])
    assert (source.author, whence["author"]) == ((), "hand")


def test_rank_is_that_of_the_kind_unless_somebody_says_otherwise():
    assert rank(Source(kind="treaty")) == "primary"
    assert rank(Source(kind="treaty", rank="secondary")) == "secondary"
    assert (rank(Source(kind="press")), rank(Source())) == (None, None)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [("issued", "2020-13", "no such month"), ("first-page", "x", "Expected"), ("rank", "tertiary", "Invalid enum")],
)
def test_what_no_source_has_is_an_error_on_one_line(field: str, value: str, reason: str):
    with pytest.raises(QatynasError, match=reason) as error:
        of_layer({field: value})
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Тоқаев, Қасым-Жомарт", Name(family="Тоқаев", given="Қасым-Жомарт")),
        ("ҚР Сыртқы істер министрлігі", Name(literal="ҚР Сыртқы істер министрлігі")),
        ("Тоқаев,", Name(literal="Тоқаев,")),
    ],
)
def test_a_name_is_parted_at_its_comma(text: str, name: Name):
    assert Name.parse(text) == name
