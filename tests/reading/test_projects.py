"""Projects: pipelines, lines, routes and facilities across states."""

import pytest

from qatynas.facts.kinds import Project
from qatynas.reading.reader import read_text


def projects(text: str) -> list[Project]:
    return [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Project)]


@pytest.mark.parametrize(
    ("text", "name", "type", "codes"),
    [
        ("Қазақстан мен Түрікменстан «Каспий» газ құбырын салуда.", "Каспий", "pipeline", "KAZ TKM"),
        ("Қазақстан мен Грузия КТК-2 мұнай құбырын салуда.", "КТК-2", "pipeline", "KAZ GEO"),
        ("Қазақстан, Түрікменстан және Иран теміржолы ашылды.", "теміржолы", "railway", "KAZ TKM IRN"),
        ("Тәжікстан мен Ауғанстан электр желісі іске қосылды.", "электр желісі", "power_line", "TJK AFG"),
        ("Қазақстан мен Грузия көлік дәлізі жұмыс істейді.", "көлік дәлізі", "trade_route", "KAZ GEO"),
    ],
    ids=["named", "code", "railway", "power line", "route"],
)
def test_a_thing_across_states_has_name_type_and_sides(text: str, name: str, type: str, codes: str):
    (found,) = projects(text)
    assert (found.name, found.type) == (name, type)
    assert {actor.code for actor in found.parties} == set(codes.split())


def test_what_is_built_under_a_programme_is_a_project_of_its_sides():
    text = (
        "Норвегия ашқан «Көпір» (NBR) бағдарламасы Қазақстанға арналды. Бағдарлама аясында Қазақстанда зауыт салынды."
    )
    (found,) = projects(text)
    assert (found.type, {actor.code for actor in found.parties}) == ("facility", {"KAZ", "NOR"})


@pytest.mark.parametrize(
    "text",
    [
        "Мектеп үшін көпір салынды.",
        "Шымкентте жаңа зауыт ашылды.",
        "Ауылға газ құбыры тартылды.",
        "Бұл – жақсы жоба.",
        "Қазақстанда теміржол ұзын.",
        "Қазақстан мен Грузия жақсы жоба жасады.",
    ],
)
def test_what_is_built_at_home_is_no_project(text: str):
    assert projects(text) == []


def test_a_route_is_named_by_its_ends():
    (found,) = projects("Орталық Азия – Қытай газ құбыры Түрікменстан мен Қазақстан арқылы өтеді.")
    assert (found.name, found.type) == ("Орталық Азия – Қытай газ құбыры", "pipeline")


def names(text: str) -> list[str]:
    return [f.name for f in read_text(text, language="kk").facts if f.kind == "project"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Чехия Непалға Покхара су электр стансысын салуға көмектесті.", "Покхара су электр стансы"),
        ("Чехия мен Непал «Қос арна» көпірін тұрғызып жатыр.", "Қос арна"),
        ("Лима – Куско – Пуно теміржолы Перу мен Боливияны байланыстырады.", "Лима – Куско – Пуно теміржолы"),
    ],
    ids=["a place", "in quotes", "a route of towns"],
)
def test_a_facility_that_is_built_between_two_states_is_told_by_its_name(text: str, name: str):
    assert names(text) == [name]


def test_what_only_stands_there_is_no_project():
    assert names("Чехия елшісі Непалда Покхара зауытын көрді.") == []
