import zipfile

import pytest

from workbooks import ods, opened, packed


def cell(text, **attributes):
    told = "".join(f' {name.replace("__", ":").replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-cell{told}><text:p>{text}</text:p></table:table-cell>"


def sheet(*rows, name="Парақ"):
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def row(*cells, times=""):
    return f"<table:table-row{times}>{''.join(cells)}</table:table-row>"


EMPTY = "<table:table-cell/>"


def text(*tables):
    return opened(ods("".join(tables)), "x.ods").original


def test_rows_and_sheets_come_out():
    document = opened(ods(sheet(row(cell("a"), EMPTY, cell("b"))) + sheet(row(cell("c")), name="2")), "x.ods")
    assert document.original == "a\t\tb\fc\f"
    assert [part.label for part in document.parts] == ["Парақ", "2"]
    assert document.media_type.endswith("opendocument.spreadsheet")


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("25.05.92", "1992-05-25"),
        ("25 мая 1992 г.", "1992-05-25"),
        ("май 1992", "1992-05"),
        ("май.92", "1992-05"),
        ("05.1992", "1992-05"),
        ("1992", "1992"),
        ("25 мая", "XXXX-05-25"),
        ("25.05", "XXXX-05-25"),
        ("25.05.1992 10:30", "1992-05-25"),
    ],
)
def test_a_date_is_as_precise_as_it_is_shown(seen, expected):
    day = cell(seen, office__value_type="date", office__date_value="1992-05-25T10:30:00")
    assert text(sheet(row(day))) == f"{expected}\f"


def test_numbers_are_whole_and_sums_of_money_as_shown():
    number = cell("0,33", office__value_type="float", office__value="0.3333")
    money = cell("200 000 ₸", office__value_type="currency", office__value="200000")
    assert text(sheet(row(number, money))) == "0.3333\t200 000 ₸\f"


def test_empty_rows_are_counted_and_those_at_the_end_left_out():
    million = ' table:number-rows-repeated="1048570"'
    rows = [
        row(cell("a")),
        row(EMPTY, times=' table:number-rows-repeated="2"'),
        row(cell("b")),
        row(EMPTY, times=million),
    ]
    assert text(sheet(*rows)) == "a\n\n\nb\f"


def test_repeated_and_merged_cells_say_the_same_of_each():
    twice = cell("x", table__number_columns_repeated="2")
    merged = cell("1992", table__number_rows_spanned="2")
    covered = "<table:covered-table-cell/>"
    assert text(sheet(row(twice), row(merged, cell("a")), row(covered, cell("b")))) == "x\tx\n1992\ta\n1992\tb\f"


def test_notes_to_a_cell_are_no_part_of_it():
    note = "<office:annotation><text:p>n</text:p></office:annotation>"
    noted = f"<table:table-cell><text:p>a<text:s/>b</text:p>{note}</table:table-cell>"
    assert text(sheet(row(noted))) == "a b\f"


def test_a_doctype_is_refused():
    kind = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    content = ("content.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    assert "DOCTYPE" in (opened(packed(kind, content, method=zipfile.ZIP_STORED), "x.ods").reason or "")


def test_a_file_without_cells_is_empty():
    assert opened(ods(sheet(row(EMPTY))), "x.ods").reason == "empty: there is no cell with anything in it"
