import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.delimited import DELIMITERS, delimiter, lines

CELLS = st.text(st.sampled_from('аб1 ",;|\t\n\r='), max_size=6)


def cells(text, mark=","):
    return [[cell.text for cell in line.cells] for line in lines(text, mark)]


@pytest.mark.parametrize("mark", DELIMITERS)
def test_the_delimiter_is_known_by_rows_of_one_width(mark):
    text = "\n".join(mark.join(row) for row in (["Күні", "Оқиға", "Ел"], ["1992", "a, b", "Ресей"], ["1993", "c", "x"]))
    assert delimiter(text) == mark


@pytest.mark.parametrize(
    "text", ["бір ғана баған\nекінші жол\n", "", "\n\n", "Сөйлем, үтірімен.\nЕкінші сөйлем.\nҮш.\n"]
)
def test_a_text_of_one_column_is_no_table(text):
    assert delimiter(text) is None


def test_excels_own_line_tells_the_delimiter_and_is_a_row():
    text = "sep=!\r\na!b\r\n"
    assert delimiter(text) == "!"
    assert [(line.number, [cell.text for cell in line.cells]) for line in lines(text, "!")] == [(2, ["a", "b"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n", [["a", "b"]]),
        ("a,b", [["a", "b"]]),
        ("a,\r\n,b\r\n", [["a", ""], ["", "b"]]),
        ('"a ""x"" b",c\n', [['a "x" b', "c"]]),
        ('"екі\nжол",c\n', [["екі\nжол", "c"]]),
        ('"Дружба" и мир,c\n', [['"Дружба" и мир', "c"]]),
        ('"ашық,c\nd,e\n', [['"ашық', "c"], ["d", "e"]]),
        ('12",5" screen\n', [['12"', '5" screen']]),
        ('  " a " , b \n', [["a", "b"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ],
)
def test_cells_are_what_people_meant(text, expected):
    assert cells(text) == expected


def test_an_empty_row_keeps_its_number():
    assert [(line.number, line.blank) for line in lines("a,b\n\n,\nc,d\n", ",")] == [
        (1, False),
        (2, True),
        (3, True),
        (4, False),
    ]


def test_a_row_stands_from_its_first_filled_cell_to_its_last_with_their_quotation_marks():
    text = ',"Достық, шарт", ,Ресей,,\n'
    line = next(lines(text, ","))
    assert text[line.start : line.end] == '"Достық, шарт", ,Ресей'
    assert text[line.cells[1].start : line.cells[1].end] == "Достық, шарт"


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(DELIMITERS))
def test_what_a_program_writes_comes_back(rows, mark):
    text = "\r\n".join(mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    assert cells(text, mark) == [[cell.strip() for cell in row] for row in rows]


@given(st.text(st.sampled_from('a",;\n '), max_size=60))
def test_every_cell_stands_in_the_text(text):
    for line in lines(text, ","):
        for cell in line.cells:
            assert text[cell.start : cell.end].replace('""', '"') == cell.text or '"' in cell.text


@pytest.mark.parametrize("row", ['"x,""y,', '"', '"",', '"a"b,', '""""x,', "a,"])
def test_quotation_marks_that_are_never_closed_cost_no_more_than_their_length(row):
    times = []
    for size in (20_000, 80_000):
        started = time.process_time()
        sum(1 for _ in lines(row * size, ","))
        times.append(time.process_time() - started)
    assert times[1] < 16 * times[0] + 1
