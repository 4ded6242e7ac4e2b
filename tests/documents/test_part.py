import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.opening import open_bytes
from qatynas.documents.part import Part, Parts, pages_of


def test_an_offset_stands_on_the_page_and_under_the_heading_before_it():
    parts = Parts([Part("page", 0, 10, 1), Part("heading", 2, 5, 1, "Бір"), Part("page", 10, 20, 2)])
    assert [getattr(parts.page(offset), "number", None) for offset in (0, 9, 10, 19)] == [1, 1, 2, 2]
    assert [getattr(parts.heading(offset), "label", None) for offset in (1, 2, 19)] == [None, "Бір", "Бір"]
    assert parts.sheet(3) is None
    assert not parts.bare
    assert Parts(()).bare


@pytest.mark.parametrize(
    ("text", "pages"), [("", []), ("a", []), ("a\fb", ["a\f", "b"]), ("a\f", ["a\f"]), ("\f\f", ["\f", "\f"])]
)
def test_pages_end_in_a_form_feed(text: str, pages: list[str]):
    assert [text[part.start : part.end] for part in pages_of(text)] == pages


@given(st.text(alphabet="аб\f\n", max_size=40))
def test_pages_are_the_whole_text_and_numbered_from_one(text: str):
    pages = pages_of(text)
    if "\f" in text:
        assert "".join(text[part.start : part.end] for part in pages) == text
    assert [part.number for part in pages] == list(range(1, len(pages) + 1))


def test_a_plain_text_with_form_feeds_has_pages():
    document = open_bytes("Бірінші бет.\n\fЕкінші бет.\n".encode(), id="a", name="a.txt")
    assert [part.number for part in document.parts] == [1, 2]
