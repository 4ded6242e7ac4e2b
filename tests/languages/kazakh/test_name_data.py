import re
from collections import Counter, defaultdict
from typing import get_args

import pytest
from babel import Locale

from qatynas.facts.actor import Sector
from qatynas.ontology.organisations import organisations
from qatynas.ontology.polities import polities
from qatynas.ontology.tables import Row, rows

PACKAGE = "qatynas.languages.kazakh"
COLUMNS = {
    "states": ("code", "kind", "name"),
    "organisations": ("code", "kind", "name"),
    "demonyms": ("code", "kind", "word"),
    "bodies": ("sector", "name"),
    "state_bodies": ("code", "sector", "name"),
    "offices": ("title", "sector", "rank", "of?"),
    "persons": ("code", "name", "office", "from?", "to?"),
    "places": ("code", "name"),
    "given_names": ("name",),
}
LEAST = {
    "states": 900, "organisations": 300, "demonyms": 160, "bodies": 120, "state_bodies": 50, "offices": 100,
    "persons": 300, "places": 250, "given_names": 500,
}  # fmt: skip
KINDS = {
    "states": {"short", "official", "abbreviation", "capital", "seat", "other"},
    "organisations": {"full", "short", "abbreviation"},
    "demonyms": {"adjective", "people"},
}
RANKS = {"head_of_state", "head_of_government", "minister", "parliament", "expert", "official", "modifier"}
SECTORS = set(get_args(Sector))
# What a Kazakh name is written with: its letters, and those of other scripts that its press keeps (G20).
WRITTEN = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІіA-Za-z0-9 .,()+«»’'–—-]+")


def table(name: str) -> list[Row]:
    return rows(PACKAGE, f"data/{name}.tsv", COLUMNS[name])


def names_of(name: str) -> dict[str, set[str]]:
    """Codes of every name of states or organisations, apart from the cities and palaces that stand for a state."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table(name):
        if row["kind"] not in ("capital", "seat"):
            key = row["name"] if row["kind"] == "abbreviation" else row["name"].casefold()
            found[key].add(row["code"])
    return found


def codes() -> set[str]:
    return {*polities(), *organisations()}


@pytest.mark.parametrize("name", COLUMNS)
def test_a_file_of_names_loads_and_is_long_enough(name: str):
    assert len(table(name)) >= LEAST[name]


@pytest.mark.parametrize("name", COLUMNS)
def test_no_row_stands_twice(name: str):
    times = Counter(tuple(row.cells.values()) for row in table(name))
    assert [row for row, count in times.items() if count > 1] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_names_are_written_in_letters_without_stray_spaces_or_look_alikes(name: str):
    for row in table(name):
        text = row[COLUMNS[name][-1] if name in KINDS else "name" if "name" in row.cells else "title"]
        assert WRITTEN.fullmatch(text), (row.line, text)
        assert "  " not in text
        assert not re.search("[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі][A-Za-z]|[A-Za-z][А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі]", text), text


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_known(name: str):
    assert {row["kind"] for row in table(name)} == KINDS[name]


@pytest.mark.parametrize("name", ["states", "demonyms", "state_bodies", "persons", "organisations"])
def test_every_code_is_of_the_ontology(name: str):
    assert {row["code"] for row in table(name)} - codes() == set()


def test_the_name_of_every_state_in_cldr_is_there_with_its_code_and_no_other():
    cldr = Locale("kk").territories
    short = {row["name"]: row["code"] for row in table("states") if row["kind"] == "short"}
    iso = {polity.code: cldr[polity.alpha2] for polity in polities().values() if polity.kind == "iso"}
    assert {code: name for code, name in iso.items() if short.get(name) != code} == {}
    assert [name for name in iso.values() if len(names_of("states")[name.casefold()]) != 1] == []


@pytest.mark.parametrize("name", ["states", "organisations"])
def test_no_name_has_two_codes(name: str):
    assert {text: found for text, found in names_of(name).items() if len(found) > 1} == {}


def test_no_name_is_a_state_and_an_organisation():
    assert set(names_of("states")) & {name for name in names_of("organisations") if not name.isupper()} <= {"гуам"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Оңтүстік Корея", "KOR"), ("Корея Республикасы", "KOR"), ("Солтүстік Корея", "PRK"),
        ("Корея Халық Демократиялық Республикасы", "PRK"), ("Нигер", "NER"), ("Нигерия", "NGA"), ("Гвинея", "GIN"),
        ("Гвинея-Бисау", "GNB"), ("Экваторлық Гвинея", "GNQ"), ("Папуа-Жаңа Гвинея", "PNG"), ("Доминика", "DMA"),
        ("Доминикан Республикасы", "DOM"), ("Конго Республикасы", "COG"), ("Судан", "SDN"), ("Оңтүстік Судан", "SSD"),
        ("Конго Демократиялық Республикасы", "COD"), ("Америка", "USA"), ("Англия", "GBR"), ("Белоруссия", "BLR"),
        ("Мажарстан", "HUN"), ("Венгрия", "HUN"), ("Голландия", "NLD"), ("Қырғыз Республикасы", "KGZ"),
        ("Кеңес Одағы", "soviet-union"), ("Қазақ хандығы", "kazakh-khanate"), ("Ресей империясы", "russian-empire"),
    ],
)  # fmt: skip
def test_a_name_that_could_be_mistaken_has_the_right_code(name: str, code: str):
    assert names_of("states")[name.casefold()] == {code}


@pytest.mark.parametrize("abbreviation", ["АҚШ", "ҚХР", "ҚР", "РФ", "КХДР", "БАӘ", "ГФР", "КСРО", "РСФСР"])
def test_the_usual_abbreviations_of_states_are_there(abbreviation: str):
    assert len(names_of("states")[abbreviation]) == 1


@pytest.mark.parametrize(
    "abbreviation", ["БҰҰ", "НАТО", "ТМД", "ЕАЭО", "ЕурАзЭҚ", "ШЫҰ", "ҰҚШҰ", "ЕҚЫҰ", "ЕО", "ИЫҰ", "АӨСШК", "ДСҰ", "ХВҚ"]
)
def test_the_usual_abbreviations_of_organisations_are_there(abbreviation: str):
    assert len(names_of("organisations")[abbreviation]) == 1


def test_every_organisation_of_states_has_a_name():
    named = {row["code"] for row in table("organisations")}
    assert {code for code, body in organisations().items() if body.kind == "IGO"} - named == set()


def test_enough_states_have_an_official_name_a_capital_and_a_demonym():
    kinds = {kind: {row["code"] for row in table("states") if row["kind"] == kind} for kind in KINDS["states"]}
    assert len(kinds["official"]) >= 120
    assert len(kinds["capital"] | kinds["seat"]) >= 60
    assert len({row["code"] for row in table("demonyms")}) >= 80


def test_a_capital_is_of_one_state_and_not_a_place_too():
    capitals = defaultdict(set)
    for row in table("states"):
        if row["kind"] in ("capital", "seat"):
            capitals[row["name"]].add(row["code"])
    assert {name: found for name, found in capitals.items() if len(found) > 1} == {}
    assert set(capitals) & {row["name"] for row in table("places")} == set()


def test_a_demonym_is_of_one_state_and_in_small_letters():
    words = [row["word"] for row in table("demonyms")]
    assert len(words) == len(set(words))
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize("name", ["bodies", "state_bodies", "offices"])
def test_every_sector_is_of_plover(name: str):
    assert {row["sector"] for row in table(name)} - SECTORS - {"-"} == set()


def test_a_title_has_one_rank_and_only_a_modifier_has_no_sector():
    titles = [row["title"].casefold() for row in table("offices")]
    assert len(titles) == len(set(titles))
    assert {row["rank"] for row in table("offices")} == RANKS
    assert all((row["sector"] == "-") == (row["rank"] == "modifier") for row in table("offices"))
    assert {row["of"] for row in table("offices")} - codes() == {""}


def test_a_body_is_named_once():
    generic = [row["name"].casefold() for row in table("bodies")]
    owned = [row["name"].casefold() for row in table("state_bodies")]
    assert len(generic + owned) == len({*generic, *owned})


def test_a_person_holds_an_office_that_we_know_and_in_order_of_time():
    titles = {row["title"] for row in table("offices")}
    for row in table("persons"):
        assert row["office"] in titles, row
        assert all(re.fullmatch(r"(\d{4}(-\d\d-\d\d)?)?", row[end]) for end in ("from", "to")), row
        assert not (row["from"] and row["to"]) or row["from"][:4] <= row["to"][:4], row


def test_a_place_lies_in_a_state_or_in_none():
    states = {polity.code for polity in polities().values() if polity.kind == "iso"}
    assert {row["code"] for row in table("places")} - states == {"-"}
    names = [row["name"].casefold() for row in table("places")]
    assert len(names) == len(set(names))


def test_given_names_begin_with_a_capital_and_stand_in_order():
    names = [row["name"] for row in table("given_names")]
    assert [name for name in names if not name[0].isupper()] == []
    assert names == sorted(names)
