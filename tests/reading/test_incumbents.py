"""Whom titles and surnames mean at a date, as `why` tells it."""

from datetime import date as day

import pytest

from qatynas.facts.edtf import Edtf
from qatynas.languages.registry import language
from qatynas.ontology.leaders import Day, registry
from qatynas.reading.incumbents import persons_of, warning
from qatynas.reading.reader import read_text


def leaders(text: str, date: str | None) -> set[str]:
    reading = read_text(text, date=date, language="kk")
    return {fact.why.roles["leader"] for fact in reading.facts if fact.why and "leader" in fact.why.roles}


@pytest.mark.parametrize(
    ("text", "date", "meant"),
    [
        ("Президент АҚШ-тың көмегіне ризашылығын білдірді.", "2001-05-03", {"Нұрсұлтан Назарбаев"}),
        ("Президент АҚШ-тың көмегіне ризашылығын білдірді.", "2021-05-03", {"Қасым-Жомарт Тоқаев"}),
        ("Қытай Төрағасы Қазақстанға сапармен келді.", "2003-06-03", {"Ху Цзиньтао"}),
        ("2010 жылы Ресей Президенті Қазақстанға келді.", "2021-01-01", {"Дмитрий Медведев"}),
        ("2008 жылы Ресей Президенті Қазақстанға келді.", "2021-01-01", set()),
        ("АҚШ Мемлекеттік хатшысы Қазақстанға келді.", "2005-10-13", {"Кондолиза Райс"}),
        ("АҚШ Мемлекеттік хатшысы Қазақстанға келді.", None, set()),
        ("АҚШ Мемлекеттік хатшысы Қазақстанға келді.", "Y12345", set()),
        ("Клинтон «Біз келістік» деп мәлімдеді.", "2010-12-01", {"Хиллари Клинтон"}),
    ],
)
def test_why_tells_the_leader_whom_a_title_or_surname_means(text: str, date: str | None, meant: set[str]) -> None:
    assert leaders(text, date) == meant


def test_the_fact_itself_cites_the_words_of_the_text() -> None:
    reading = read_text("Ресей Президенті Қазақстанға сапармен келді.", date="2010-05-03", language="kk")
    assert [actor.name for actor in reading.facts[0].actors if actor.code == "RUS"] == ["Ресей Президенті"]


@pytest.mark.parametrize(
    ("name", "date", "office"),
    [
        ("Тоқаев", "1996", ["foreign_minister"]),
        ("Тоқаев", "2000-05-01", ["head_of_government"]),
        ("Тоқаев", "2016", []),
        ("Тоқаев", "2020", ["head_of_state"]),
        ("Медведев", "2010", ["head_of_state"]),
        ("Медведев", "2015", ["head_of_government"]),
        ("Атамбаев", "2011-05", ["head_of_government"]),
        ("Атамбаев", "2014", ["head_of_state"]),
    ],
)
def test_a_surname_means_its_holder_in_the_office_of_the_time(name: str, date: str, office: list[str]) -> None:
    told = Edtf(date)
    assert told.earliest is not None and told.latest is not None
    days = Day(day.fromordinal(told.earliest), day.fromordinal(told.latest))
    assert [term.office for term in persons_of(language("kk"), name, days)] == office


def test_a_document_much_younger_than_the_registry_is_warned_of() -> None:
    late = registry().as_of.year + 3
    assert "last checked" in read_text("Президент келді.", date=f"{late}-01-01", language="kk").warnings[0]
    assert read_text("Президент келді.", date=f"{late - 2}-01-01", language="kk").warnings == ()
    assert warning(None) == ()
