import pytest

from qatynas.errors import DataFileError
from qatynas.languages.kazakh.gazetteer import Node, actor_code, ends, gazetteer, given_names, leaders_initials
from qatynas.languages.kazakh.grammar import hardened
from qatynas.ontology.tables import parse


def forms(*words: str) -> set[tuple[str, str | None, str]]:
    """Names whose last word is the last of `words`: kind, code and case."""
    node = gazetteer()
    for word in words[:-1]:
        node = node.next[word]
    return {(entry.kind, entry.code, features.get("Case", "Nom")) for entry, features, _ in ends(node, words[-1])}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("Ресейден",), ("state", "RUS", "Abl")), (("ресейге",), ("state", "RUS", "Dat")),
        (("АҚШ-тың",), ("state", "USA", "Gen")), (("АҚШтан",), ("state", "USA", "Abl")),
        (("сауд", "Арабиясынан"), ("state", "SAU", "Abl")),
        (("кокос", "(", "килинг", ")", "аралдарынан"), ("state", "CCK", "Abl")),
        (("мьянма", "(", "бирма", ")"), ("state", "MMR", "Nom")),
    ],
)  # fmt: skip
def test_a_name_ends_in_any_case(words: tuple[str, ...], name: tuple[str, str, str]) -> None:
    assert name in forms(*words)


def test_an_abbreviation_is_no_name_in_small_letters() -> None:
    assert ("state", "USA", "Nom") in forms("АҚШ")
    assert not [name for name in forms("ақш") if name[1] == "USA"]


def test_an_ending_that_stands_behind_a_possessive_only_is_no_ending_of_other_names() -> None:
    assert {code for _, code, _ in forms("Доминикана")} == {"DOM"}
    assert {case for _, code, case in forms("Таллинн") if code == "EST"} == {"Nom"}


def test_of_two_readings_of_an_ending_the_one_that_fits_the_name_is_told() -> None:
    node = gazetteer().next["халықаралық"].next["валюта"]
    assert {f.get("Person[psor]") for entry, f, _ in ends(node, "қорынан") if entry.code == "IMF"} == {"3"}


def test_the_plural_of_a_possessive_title_is_known_by_its_stem() -> None:
    node = gazetteer().next["сыртқы"].next["істер"]
    assert {f.get("Number") for entry, f, _ in ends(node, "министрлерінің") if entry.kind == "office"} == {"Plur"}
    assert not list(ends(node, "министр"))


def test_the_length_of_the_stem_is_told_with_a_name() -> None:
    assert {at for entry, _, at in ends(gazetteer(), "Ресейден") if entry.code == "RUS"} == {5}


@pytest.mark.parametrize(
    ("soft", "hard"), [("министрліг", "министрлік"), ("одағ", "одақ"), ("кітаб", "кітап"), ("ел", "ел")]
)
def test_a_stem_is_hardened_where_it_stands_alone(soft: str, hard: str) -> None:
    assert hardened(soft) == hard


def test_an_unknown_word_ends_no_name() -> None:
    assert list(ends(gazetteer(), "абракадабра")) == list(ends(Node(), "Ресей")) == []


def test_given_names_are_lowered_and_no_surnames() -> None:
    assert {"нұрсұлтан", "дания"} <= given_names()
    assert not [name for name in given_names() if name != name.lower()]


def test_initials_of_leaders_are_those_of_all_who_bear_the_surname() -> None:
    assert set(leaders_initials()["Назарбаев"]) >= {"Н"}
    assert set(leaders_initials()["Клинтон"]) >= {"Б", "Х"}
    assert "Болат"[0] not in leaders_initials()["Сұлтанов"]


def test_a_name_of_an_actor_that_the_ontology_does_not_know_is_refused_with_file_and_line() -> None:
    columns = ("code", "kind", "name")
    known, unnamed, unknown = parse(
        "KAZ\tshort\tҚазақстан\n-\tshort\tЕуразия\nQZQ\tshort\tҚазақстан\n".encode(), "states.tsv", columns
    )
    assert (actor_code(known), actor_code(unnamed)) == ("KAZ", None)
    with pytest.raises(DataFileError, match=r"states\.tsv.*3.*QZQ"):
        actor_code(unknown)
