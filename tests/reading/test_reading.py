"""Readings: their state, reason and warnings."""

from dataclasses import FrozenInstanceError

import pytest

from qatynas.documents.document import Document
from qatynas.documents.text import Text
from qatynas.reading.reading import Reading


def reading(document: Document, **more: object) -> Reading:
    return Reading(document=document, text=Text(document.original), language="kk", version="1", data="d", **more)  # type: ignore[arg-type]


WHOLE = Document(id="a", name="a", original="Оман.", warnings=("old",))


def test_a_reading_has_the_state_of_its_document():
    assert (reading(WHOLE).state, reading(WHOLE).reason) == ("read", None)
    refused = Document(id="a", name="a", state="refused", reason="too large")
    assert (reading(refused).state, reading(refused).reason) == ("refused", "too large")


def test_a_limit_makes_it_partly_read_and_is_its_reason():
    assert (reading(WHOLE, limits=("one", "two")).state, reading(WHOLE, limits=("one", "two")).reason) == (
        "partly",
        "one; two",
    )


def test_a_reason_of_the_document_goes_before_that_of_the_reading():
    partly = Document(id="a", name="a", state="partly", reason="cut")
    assert reading(partly, limits=("long",)).reason == "cut; long"


def test_an_unread_language_is_a_warning_beside_those_of_the_document():
    assert reading(WHOLE).warnings == ("old",)
    old, told = reading(WHOLE, unread="language").warnings
    assert old == "old"
    assert "Kazakh" in told
    assert "\n" not in told


def test_an_unknown_language_is_called_so():
    unknown = Reading(document=WHOLE, text=Text(""), language=None, version="1", data="d", unread="language")
    assert "unknown" in unknown.warnings[-1]


def test_a_reading_never_changes():
    with pytest.raises(FrozenInstanceError):
        reading(WHOLE).version = "2"  # type: ignore[misc]
