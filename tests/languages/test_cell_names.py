import pytest

from qatynas.languages.cell_names import actor, code, names
from qatynas.ontology.names import english_names, russian_names


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ресей; Қазақстан", ["RUS", "KAZ"]),
        ("США", ["USA"]),
        ("Kazakhstan", ["KAZ"]),
        ("Казахстан и Россия", ["KAZ", "RUS"]),
        ("Қазақстан мен Ресей", ["KAZ", "RUS"]),
        ("Қазақстан, Ресей және Қытай", ["KAZ", "RUS", "CHN"]),
        ("Казахстан–Россия", ["KAZ", "RUS"]),
        ("Казахстан - Россия", ["KAZ", "RUS"]),
        ("Босния и Герцеговина", ["BIH"]),
        ("Тринидад и Тобаго, Куба", ["TTO", "CUB"]),
        ("Гвинея-Бисау", ["GNB"]),
        ("Кот-д'Ивуар", ["CIV"]),
        ("Южная Корея", ["KOR"]),
        ("Солтүстік Корея", ["PRK"]),
        ("Нигер / Нигерия", ["NER", "NGA"]),
        ("Грузия", ["GEO"]),
        ("Georgia", ["GEO"]),
        ("КСРО", ["soviet-union"]),
        ("KAZ | RUS", ["KAZ", "RUS"]),
        ("KZ, RU", ["KAZ", "RUS"]),
        ("сша", ["USA"]),
        ("Казaхстан", ["KAZ"]),  # a Latin a
        ("БҰҰ", ["UN"]),
        ("НАТО", ["NATO"]),
        ("Мәскеу", ["RUS"]),
        ("Запад", [None]),
        ("Казахстан и соседи", ["KAZ", None]),
        ("наука и техника", [None]),
    ],
)
def test_the_states_of_a_cell_are_told_apart(cell, expected):
    assert [code(name) for name in names(cell)] == expected


def test_names_stay_as_they_are_written():
    assert list(names("«Газпром»; РФ")) == ["«Газпром»", "РФ"]
    assert actor("РФ") == actor("РФ").__class__("РФ", "RUS", "GOV")
    assert actor("ООН").sector == "IGO"
    assert actor("Атлантида").code is None


def test_every_name_of_the_ontology_stands_for_its_state_or_for_none():
    for naming in (*english_names(), *russian_names()):
        assert code(naming.name) in (naming.code, None)
        assert naming.kind == "abbreviation" or code(naming.name) == naming.code


def test_an_abbreviation_of_two_stands_for_none():
    assert code("NAM") is None  # Namibia by ISO, and the Non-Aligned Movement
