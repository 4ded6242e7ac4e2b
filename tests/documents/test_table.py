import pytest

from qatynas.documents.table import column_of, letters, sheets
from workbooks import opened


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_have_the_letters_of_spreadsheets(column, name):
    assert letters(column) == name
    assert column_of(name) == column_of(name.lower()) == column


@pytest.mark.parametrize("name", ["", "1", "A1", "ҚА", "ABCD"])
def test_what_is_no_letter_names_no_column(name):
    assert column_of(name) is None


def test_a_cell_is_told_as_people_find_it():
    (sheet,) = sheets(opened("Күні,Ел\n1992,Ресей\n"))
    assert sheet.place(14, 2) == "C14"
    assert sheet._replace(name="Sheet1").place(14, 2) == "Sheet1!C14"
    assert sheet._replace(name="Шарттар (1992)").place(14, 2) == "'Шарттар (1992)'!C14"


def test_the_rows_of_a_sheet_can_be_read_again():
    (sheet,) = sheets(opened("a;b\nc;d\n"))
    assert list(sheet.lines()) == list(sheet.lines())
    assert next(sheet.lines()).text(7) == ""
