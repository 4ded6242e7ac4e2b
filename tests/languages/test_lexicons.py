from importlib.resources import files

import pytest

from qatynas.errors import DataFileError
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.kazakh.language import Kazakh
from qatynas.languages.lexicons import LEXICONS, parse_lexicon
from qatynas.languages.realisations import MARKERS

LISTS = pytest.mark.parametrize("name", LEXICONS)
MAY_BE_EMPTY = frozenset(column for columns in LEXICONS.values() for column in columns if column.endswith("?"))


def lexicon(name: str) -> list[tuple[str, ...]]:
    return list(Kazakh().lexicon(name))


@LISTS
def test_a_lexicon_loads_with_a_cell_for_every_column(name: str) -> None:
    assert lexicon(name)
    assert {len(row) for row in lexicon(name)} == {len(LEXICONS[name])}


@LISTS
def test_only_a_column_that_may_be_empty_is(name: str) -> None:
    for row in lexicon(name):
        assert all(cell or column in MAY_BE_EMPTY for cell, column in zip(row, LEXICONS[name], strict=True)), row


@LISTS
def test_no_row_of_a_lexicon_stands_twice(name: str) -> None:
    assert len(lexicon(name)) == len(set(lexicon(name)))


def test_every_lexicon_file_is_one_that_reading_asks_for() -> None:
    names = {file.name for file in files(PACKAGE).joinpath("data/lexicon").iterdir()}
    assert names == {f"{name}.tsv" for name in LEXICONS}


def test_a_lexicon_is_read_once() -> None:
    assert Kazakh().lexicon("units") is Kazakh().lexicon("units")


def test_a_lexicon_that_no_language_has_is_refused() -> None:
    with pytest.raises(KeyError):
        Kazakh().lexicon("weather")


def test_the_marker_of_a_postposition_is_no_name_of_a_case() -> None:
    assert not MARKERS & {row[1] for row in lexicon("postpositions")}


@pytest.mark.parametrize(
    ("name", "line", "reason"),
    [
        ("aspect", "мүмкін\tfutur\tany", "auxiliary is “futur”"),
        ("aspect", "мүмкін\tfuture\tnear", "place is “near”"),
        ("claims", "одақ\trank\tbinds", "subtype is “rank”"),
        ("claims", "одақ\tstatus\tjoins", "effect is “joins”"),
        ("claims", "одақ", "a phrase tells a subtype, an effect or both"),
        ("contexts", "сауда\teconomy\ttrade", "context is “economy”"),
        ("contexts", "сауда\teconomic\tshops", "sphere is “shops”"),
        ("instruments", "шарт\ttreatise\tweak", "type is “treatise”"),
        ("links", "мен\tjoins", "role is “joins”"),
        ("postpositions", "үшін\tүшін\tpurpose", "role is “purpose”"),
        ("projects", "көпір\tbridge", "type is “bridge”"),
        ("signs", "ресми сапар\tlevel\tgrand", "“grand” is no value of the field “level”"),
        ("signs", "ресми сапар\tgrade\tofficial", "“official” is no value of the field “grade”"),
        ("units", "теңге\tmoney", "a unit of money has a currency's code"),
        ("units", "тонна\tmeasure\tTON", "a unit of money has a currency's code"),
        ("units", "теңге\tmoney\tтг", "code is “тг”"),
    ],
)
def test_a_word_that_a_column_does_not_know_is_named_with_file_and_line(name: str, line: str, reason: str) -> None:
    with pytest.raises(DataFileError, match=rf"{name}\.tsv.*2.*{reason}"):
        parse_lexicon(f"# comment\n{line}\n".encode(), name)
