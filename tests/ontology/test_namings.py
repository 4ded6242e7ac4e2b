"""Names of polities and organisations in Russian and English."""

import pytest

from qatynas.errors import DataFileError
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.ontology.names import COLUMNS, english_names, load, russian_names
from qatynas.ontology.organisations import organisations
from qatynas.ontology.polities import polities
from qatynas.ontology.tables import parse, rows


@pytest.mark.parametrize("names", [russian_names(), english_names()], ids=["ru", "en"])
def test_every_state_has_a_short_name_in_the_language(names) -> None:
    named = {name.code for name in names if name.kind in ("short", "abbreviation")}
    assert {code for code, polity in polities().items() if polity.kind != "gone"} - named == set()


def test_150_organisations_and_more_have_names_in_kazakh_russian_and_english() -> None:
    kazakh = {row["code"] for row in rows(PACKAGE, "data/organisations.tsv", ("code", "kind", "name"))}
    told = kazakh & {name.code for name in russian_names()} & {name.code for name in english_names()}
    assert set(organisations()) - told == set()
    assert len(told) >= 200


def test_most_organisations_have_abbreviations_in_all_three() -> None:
    told = [{n.code for n in names if n.kind == "abbreviation"} for names in (russian_names(), english_names())]
    table = rows(PACKAGE, "data/organisations.tsv", ("code", "kind", "name"))
    kazakh = {row["code"] for row in table if row["kind"] == "abbreviation"}
    assert len(told[0] & told[1] & kazakh & set(organisations())) >= 110


@pytest.mark.parametrize("names", [russian_names(), english_names()], ids=["ru", "en"])
def test_no_name_means_two_things_in_a_language(names) -> None:
    codes: dict[str, set[str]] = {}
    for name in names:
        codes.setdefault(name.name if name.kind == "abbreviation" else name.name.lower(), set()).add(name.code)
    assert {name: told for name, told in codes.items() if len(told) > 1} == {}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("XYZ\tshort\tСтрана", "neither of polities.tsv nor of organisations.tsv"),
        ("KAZ\tlong\tКазахстан", "kind is “long”"),
        ("KAZ\tshort\tКазахстан\nKAZ\tother\tКазахстан", "stands already in line 1"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_line(line: str, reason: str) -> None:
    with pytest.raises(DataFileError, match=reason):
        load(parse(line.encode(), "names_ru.tsv", COLUMNS))
