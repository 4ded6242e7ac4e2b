import math
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.languages.kazakh.endings import PACKAGE, Ending, ending
from qatynas.languages.kazakh.numbers import MOST, Number, numbers
from qatynas.languages.kazakh.numerals import compose, numeral
from qatynas.ontology.tables import Row, parse, rows
from spelling import spell
from timing import fastest

EXPRESSIONS = Path(__file__).with_name("number_table.tsv")
MARKS = re.compile(r"[{}]")
SIGNS = {"~": "about", ">": "over", "<": "under"}


def table() -> list[Row]:
    return parse(EXPRESSIONS.read_bytes(), EXPRESSIONS.name, ("text", "expected?"))


def wanted(cell: str) -> Number:
    """A number as a cell of the table tells it, without its place."""
    value, *signs = cell.split()
    low, _, high = value.partition("..")
    above, _, below = low.partition("/")
    bound = next((SIGNS[sign] for sign in signs if sign in SIGNS), "about" if high else "exact")
    told = float(above) / float(below or 1)
    upto = float(high) if high else None
    return Number(0, 0, told, bound, "#" in signs, "%" in signs, upto, "?" in signs)


@pytest.mark.parametrize("row", table(), ids=lambda row: f"{row.line}")
def test_an_expression_of_the_table_is_read_with_its_bounds(row: Row) -> None:
    text = MARKS.sub("", row["text"])
    found = numbers(text)
    assert [text[one.start : one.end] for one in found] == re.findall(r"\{([^}]*)\}", row["text"])
    cells = [wanted(cell) for cell in row["expected"].split(";") if cell]
    assert [one._replace(start=0, end=0) for one in found] == cells


def test_the_table_has_at_least_200_numbers() -> None:
    assert sum(row["text"].count("{") for row in table()) >= 200


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("40 ел", 40, 40),
        ("5-6 мың адам", 5000, 6000),
        ("5-тен 10-ға дейін", 5, 10),
        ("40-тан астам ел", 40, None),
        ("40-қа дейін ел", None, 40),
        ("40-қа жуық ел", None, None),
        ("−12 градус", -12, -12),
    ],
)
def test_a_number_tells_the_least_and_the_most_that_it_can_be(text: str, low: float | None, high: float | None) -> None:
    (one,) = numbers(text)
    assert (one.low, one.high) == (low, high)


# Text, and each number as (words, value).
TABLE = [
    ("ұзындығы 7591 шақырым", [("7591", 7591)]),
    ("1 500 000 теңге", [("1 500 000", 1_500_000)]),
    ("1 500 000 теңге", [("1 500 000", 1_500_000)]),
    ("1.500.000 теңге", [("1.500.000", 1_500_000)]),
    ("1,5 млрд доллар", [("1,5 млрд", 1.5e9)]),
    ("2.5 млн", [("2.5 млн", 2.5e6)]),
    ("12 500,75 теңге", [("12 500,75", 12_500.75)]),
    ("9 млн-нан астам адам", [("9 млн-нан", 9e6)]),
    ("3 триллион", [("3 триллион", 3e12)]),
    ("25 мың тонна", [("25 мың", 25_000)]),
    ("25 мыңнан аса", [("25 мыңнан", 25_000)]),
    ("370-ке жуық", [("370-ке", 370)]),
    ("екі мың он үшінші жылы", [("екі мың он үшінші", 2013)]),
    ("бір мың тоғыз жүз тоқсан бірінші", [("бір мың тоғыз жүз тоқсан бірінші", 1991)]),
    ("мың тоғыз жүз", [("мың тоғыз жүз", 1900)]),
    ("он жеті миллион адам", [("он жеті миллион", 17e6)]),
    ("жүз жиырма ел", [("жүз жиырма", 120)]),
    ("үш жүз мың", [("үш жүз мың", 300_000)]),
    ("екі миллион бес жүз мың жеті", [("екі миллион бес жүз мың жеті", 2_500_007)]),
    ("отыз бестен астам", [("отыз бестен", 35)]),
    ("бір жарым жыл", [("бір жарым", 1.5)]),
    ("екі жарым миллион", [("екі жарым миллион", 2.5e6)]),
    ("екі миллион жарым", [("екі миллион жарым", 2.5e6)]),
    ("он екі бүтін оннан тоғыз", [("он екі бүтін оннан тоғыз", 12.9)]),
    ("жарты тонна", [("жарты", 0.5)]),
    ("айдың 11-інде", [("11-інде", 11)]),
    ("1992-ші", [("1992-ші", 1992)]),
    ("80-ші", [("80-ші", 80)]),
    ("2020-сыншы", [("2020-сыншы", 2020)]),
    ("1990-жылдардың", [("1990", 1990)]),
    ("бес алты күн", [("бес алты", 5)]),
    ("бес-алты күн", [("бес-алты", 5)]),
    ("бес жеті күн", [("бес", 5), ("жеті", 7)]),
    ("6-7 жыл", [("6-7", 6)]),
    ("7-6 есебімен", [("7", 7), ("6", 6)]),
    ("он-он бес ел", [("он-он бес", 10)]),
    ("2003, 2008 және 2012", [("2003", 2003), ("2008", 2008), ("2012", 2012)]),
    ("елу екі де, қырық та", [("елу екі", 52), ("қырық", 40)]),
    ("қырқыншы", [("қырқыншы", 40)]),
    ("екіншісі жүзінші", [("екіншісі", 2), ("жүзінші", 100)]),
    ("ЖИЫРМА БІР", [("ЖИЫРМА БІР", 21)]),
    # Powers.
    ("1,5 мың млрд теңге", [("1,5 мың млрд", 1.5e12)]),
    ("5 млрд мың", [("5 млрд", 5e9), ("мың", 1000)]),
    ("5 трлн трлн доллар", [("5 трлн", 5e12), ("трлн", 1e12)]),
    ("5 " + "трлн " * 40 + "доллар", [("5 трлн", 5e12), *[("трлн", 1e12)] * 39]),
    ("1000000000000 мың млрд трлн", []),
    # Fractions that break off, and those in digits.
    ("екі бүтін", [("екі", 2)]),
    ("екі бүтін оннан", [("екі", 2), ("оннан", 10)]),
    ("екі бүтін 10-нан бес", [("екі бүтін 10-нан бес", 2.5)]),
    ("екі бүтін 10 бес", [("екі", 2), ("10", 10), ("бес", 5)]),
    # A hyphenated word is a number as a whole or not at all.
    ("қабат-жүз-пайыз", []),
    ("бес-жылдық жоспар", []),
    ("жүз-пайыз", [("жүз-пайыз", 100)]),
    ("бір-екі-үш", [("екі", 2), ("үш", 3)]),
    ("5-жарты бүтін оннан бес", [("5", 5), ("оннан", 10), ("бес", 5)]),
    ("CASA-100 желісі, КАЗ-2 және Б12", []),
    ("20-мың адам, 20млн адам, 12-пайыз", [("20-мың", 20_000), ("20млн", 2e7), ("12-пайыз", 12)]),
    ("5ы, 5ші, 7-і", [("5ы", 5), ("5ші", 5), ("7-і", 7)]),
    ("5ъъ, 3а4-5, Б-5, б5", []),
    # No numbers.
    ("XVIII ғасыр, ХІХ ғасыр", []),
    ("деген [4] және [10, 12]", []),
    ("25.05.1992 күні", []),
    ("бір күні біреу келді", []),
    ("іс жүзінде", []),
    ("сен үшін, оның онда", []),
    ("алтын, бесік, отызбай", []),
    ("мыңғырған мал емес, онымен", []),
    ("1" * 400, []),
    ("", []),
]


def read(text: str) -> list[tuple[str, float]]:
    return [(text[one.start : one.end], one.value) for one in numbers(text)]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_a_number_is_read_with_all_its_words(text: str, expected: list[tuple[str, float]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("40 ел", "exact"),
        ("шамамен 40 ел", "about"),
        ("40-қа жуық ел", "about"),
        ("қырыққа таяу ел", "about"),
        ("40-тай ел", "about"),
        ("қырықтай ел", "about"),
        ("он шақты ел", "about"),
        ("9 млн-нан астам", "over"),
        ("жиырмадан астам", "over"),
        ("500-ден аса", "over"),
        ("екі мыңнан артық", "over"),
        ("1 500 000-нан көп", "over"),
        ("жүзден кем емес, елуден аз", "under"),
        ("елуден аз, жүзден кем емес", "over"),
        ("2 көп балалы", "exact"),
        ("алты аз халық", "exact"),
        ("12,5 пайыздан астам", "over"),
    ],
)
def test_the_words_beside_a_number_bound_it(text: str, bound: str) -> None:
    assert numbers(text)[-1].bound == bound


@pytest.mark.parametrize(
    "text", ["12,5%", "12,5 пайыз", "12,5 пайызға", "он екі бүтін оннан бес пайызы", "12,5 процент"]
)
def test_a_percentage_says_so(text: str) -> None:
    assert numbers(text) == (Number(0, len(text), 12.5, percent=True),)


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("үшінші", True),
        ("3-ші", True),
        ("1992-ші", True),
        ("он үшінші", True),
        ("үш", False),
        ("3-ке", False),
        ("3", False),
    ],
)
def test_an_ordinal_says_so(text: str, ordinal: bool) -> None:
    assert numbers(text)[0].ordinal is ordinal


@pytest.mark.parametrize(
    "row", rows(PACKAGE, "data/numerals.tsv", ("word", "value", "kind", "ordinal?")), ids=lambda r: r["word"]
)
def test_every_word_of_the_table_is_known(row) -> None:
    known = numeral(row["word"])
    if row["kind"] in ("not", "other"):
        assert known is None
    else:
        assert known is not None
        assert (known.value, known.kind) == (float(row["value"]), row["kind"])
    for word in row.parts("ordinal"):
        assert compose([numeral(word)])[0] == float(row["value"])


@given(st.integers(2, 10**12 - 1))
def test_every_whole_number_in_words_is_read(number: int) -> None:
    assert read(spell(number)) == [(spell(number), number)]


@given(st.integers(0, 10**12))
def test_every_whole_number_in_digits_is_read_with_spaces_too(number: int) -> None:
    assert [value for _, value in read(str(number))] == [number]
    assert [value for _, value in read(f"{number:,}".replace(",", " "))] == [number]


@given(st.integers(1, 900), st.integers(1, 99), st.sampled_from(("-", "–", " – ")), st.sampled_from((1, 1000, 10**6)))
def test_every_range_in_digits_and_in_words_has_its_two_ends(low: int, more: int, dash: str, power: int) -> None:
    word = {1: "", 1000: " мың", 10**6: " миллион"}[power]
    for text in (f"{low}{dash}{low + more}{word}", f"{spell(low)}{dash}{spell(low + more)}{word}"):
        (one,) = numbers(text)
        assert (one.low, one.high) == (low * power, (low + more) * power), text


@given(st.text(max_size=80))
def test_any_text_is_read_and_spans_stand_in_order(text: str) -> None:
    found = numbers(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


NUMERALS = rows(PACKAGE, "data/numerals.tsv", ("word", "value", "kind", "ordinal?"))
BOUNDS = rows(PACKAGE, "data/number_bounds.tsv", ("words", "place", "bound", "case?"))
POSTPOSITIONS = rows(PACKAGE, "data/lexicon/postpositions.tsv", ("word", "marker", "role"))
ANY_WORDS = sorted(
    {word for row in NUMERALS for word in (row["word"], *row.parts("ordinal"))}
    | {row["word"] for row in POSTPOSITIONS}
    | {row["words"] for row in BOUNDS}
    | {
        "оннан",
        "жүзден",
        "млнға",
        "бестей",
        "5",
        "12,5",
        "1 500 000",
        "1992",
        "10-нан",
        "9" * 20,
        "1.500",
        "1/3",
        "бірі",
        *",.!()«»%-–−/",
    }
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ANY_WORDS), st.sampled_from((" ", "-", ""))), max_size=16))
def test_whatever_the_words_numbers_are_finite_and_stand_at_the_edges_of_words(words: list[tuple[str, str]]) -> None:
    text = "".join(word + between for word, between in words)
    for one in numbers(text):
        assert math.isfinite(one.value)
        assert abs(one.value) <= MOST
        assert one.upto is None or one.value < one.upto <= MOST
        assert not any(text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in (one.start, one.end))


@pytest.mark.parametrize(
    "piece",
    [
        "мың ",
        "бес ",
        "12 ",
        "1 500",
        "9",
        "бүтін ",
        "бес-",
        "5-бес-",
        "трлн ",
        "а5",
        "м",
        "бір",
        "5-6 ",
        "1/",
        "-",
        "оннан ",
    ],
)
def test_time_grows_with_the_length_and_not_faster(piece: str) -> None:
    numbers(piece * 10)
    short, long = (fastest(numbers, piece * count) for count in (500, 4_000))
    # Eight times the text; what grows with the square would take sixty-four times as long.
    assert long < 24 * short + 0.02


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("", Ending()),
        ("ы", Ending(possessive=True)),
        ("ның", Ending(case="Gen")),
        ("ында", Ending(possessive=True, case="Loc")),
        ("ын", Ending(possessive=True, case="Acc")),
        ("дағы", Ending(case="Loc", attribute=True)),
        ("ғы", Ending(attribute=True)),
        ("лар", Ending(plural=True)),
        ("ларындағы", Ending(plural=True, possessive=True, case="Loc", attribute=True)),
        ("дан", Ending(case="Abl")),
        ("мен", Ending(case="Ins")),
        ("сінен", Ending(possessive=True, case="Abl")),
        ("н", None),
        ("ғы", Ending(attribute=True)),
        ("ғыдан", Ending(attribute=True)),
        ("дағы", Ending(case="Loc", attribute=True)),
        ("дық", None),
        ("ымыз", None),
        ("мын", None),
        ("данды", None),
        ("xyz", None),
    ],
)
def test_an_ending_is_taken_apart(letters: str, expected: Ending | None) -> None:
    assert ending(letters) == expected
