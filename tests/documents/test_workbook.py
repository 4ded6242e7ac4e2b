import datetime
import re

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from qatynas.documents.opening import open_bytes
from workbooks import CONTENTS, MAIN, book, by_hand, opened, packed, worksheet, xlsx

DAY = datetime.date(1992, 5, 25)


def text(data):
    return opened(data, "x.xlsx").original


def test_a_row_is_a_line_and_a_sheet_a_part():
    made = book(("Күні", "Ел"), (DAY, "Ресей"), name="Бірінші")
    made.create_sheet("Бос")
    made.create_sheet("Екінші").append(("x", None, "y\nz\tw"))
    document = opened(xlsx(made), "x.xlsx")
    assert document.original == "Күні\tЕл\n1992-05-25\tРесей\fx\t\ty z w\f"
    assert [(part.kind, part.label, document.original[part.start : part.end]) for part in document.parts] == [
        ("sheet", "Бірінші", "Күні\tЕл\n1992-05-25\tРесей\f"),
        ("sheet", "Екінші", "x\t\ty z w\f"),
    ]
    assert document.media_type.endswith("spreadsheetml.sheet")
    assert re.match(r"qatynas-xlsx/1 lxml/", document.extractor or "")


def test_the_number_of_a_line_is_that_of_its_row():
    made = book()
    made.active["B3"] = "a"
    made.active["A5"] = "b"
    assert text(xlsx(made)) == "\n\n\ta\n\nb\f"


@pytest.mark.parametrize(
    ("code", "expected"),
    [("mmm yyyy", "1992-05"), ("yyyy", "1992"), ("d mmm", "XXXX-05-25"), ("dd.mm.yy", "1992-05-25")],
)
def test_a_date_is_as_precise_as_it_is_shown(code, expected):
    made = book((DAY,))
    made.active["A1"].number_format = code
    assert text(xlsx(made)) == f"{expected}\f"


def test_both_systems_of_dates_are_read():
    made = book((DAY, datetime.datetime(2000, 10, 9, 10, 30)))
    made.epoch = CALENDAR_MAC_1904
    assert text(xlsx(made)) == "1992-05-25\t2000-10-09 10:30\f"


def test_what_looks_like_a_formula_is_data_and_a_formula_is_its_stored_value():
    rows = (
        '<row><c t="inlineStr"><is><t>=HYPERLINK("http://x")</t></is></c><c t="str"><f>A1</f><v>бар</v></c>'
        "<c><f>1+1</f></c><c><f>1+2</f><v>3</v></c></row>"
    )
    document = opened(by_hand(worksheet(rows)), "x.xlsx")
    assert document.original == '=HYPERLINK("http://x")\tбар\t\t3\f'
    assert document.warnings == (
        "sheet «Sheet1»: a formula has no stored value: save the file once in a spreadsheet program",
    )


def test_strings_are_whole_whatever_runs_they_are_divided_into():
    strings = "<si><r><t>Дос</t></r><r><rPr/><t>тық</t></r><rPh><t>xx</t></rPh></si><si><t>a_x000D_b_x0041_</t></si>"
    rows = (
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c><c t="b"><v>1</v></c></row>'
    )
    assert text(by_hand(worksheet(rows), strings=strings)) == "\n\tДостық\ta bA\t\tTRUE\f"


def test_cells_merged_over_rows_say_the_same_of_each_and_a_merged_title_is_told_once():
    made = book(("Тақырып",), (DAY, "a"), (None, "b"), (None, None), ("x", "c"))
    made.active.merge_cells("A1:B1")
    made.active.merge_cells("A2:A4")
    assert text(xlsx(made)) == "Тақырып\n1992-05-25\ta\n1992-05-25\tb\n\nx\tc\f"


def test_a_hidden_sheet_is_read_and_told():
    made = book(("a", "b"))
    made.create_sheet("Жасырын").append(("c", "d"))
    made["Жасырын"].sheet_state = "veryHidden"
    document = opened(xlsx(made), "x.xlsx")
    assert document.original == "a\tb\fc\td\f"
    assert document.warnings == ("sheet «Жасырын» is hidden: read all the same",)


def test_numbers_and_errors_are_as_people_see_them():
    made = book((0.1 + 0.2, 7591, 1e-7, "№ 5"))
    made.active["E1"] = 0.5
    made.active["E1"].number_format = "0%"
    assert text(xlsx(made)) == "0.3\t7591\t1e-07\t№ 5\t50%\f"
    assert text(by_hand(worksheet("<row><c><v>0.30000000000000004</v></c></row>"))) == "0.3\f"
    assert text(by_hand(worksheet('<row><c t="e"><v>#REF!</v></c></row>'))) == "#REF!\f"


def test_a_chart_and_a_link_to_another_file_are_left_alone():
    relations = (
        '<Relationships><Relationship Id="r1" Type="x/externalLink" TargetMode="External" Target="file:///etc/passwd"/>'
        "</Relationships>"
    )
    data = packed(
        CONTENTS, ("xl/workbook.xml", f'<workbook xmlns="{MAIN}"/>'), ("xl/_rels/workbook.xml.rels", relations)
    )
    assert opened(data, "x.xlsx").reason == "empty: there is no cell with anything in it"


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + worksheet('<row><c t="str"><v>&e;</v></c></row>'),
        '<!DOCTYPE lolz [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + worksheet("<row><c><v>&b;</v></c></row>"),
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + worksheet("<row><c><v>1</v></c></row>"),
    ],
)
def test_a_doctype_is_refused(sheet):
    assert "DOCTYPE" in (opened(by_hand(sheet), "x.xlsx").reason or "")


@pytest.mark.parametrize("name", ["../x.xml", "/etc/x", "C:\\x", "xl/worksheets/sheet1.xml"])
def test_a_directory_that_is_not_to_be_trusted_is_refused(name):
    with pytest.warns(UserWarning) if name.startswith("xl/") else _nothing():
        data = by_hand(worksheet("<row><c><v>1</v></c></row>"), (name, "x"))
    assert (opened(data, "x.xlsx").reason or "").startswith("unsafe:")


def test_a_bomb_is_refused_before_it_is_inflated(monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_INFLATED_BYTES", "100000")
    data = by_hand(worksheet(f'<row><c t="str"><v>{"a" * 200_000}</v></c></row>'))
    assert (opened(data, "x.xlsx").reason or "").startswith("size: 2")


def test_a_sheet_that_would_swell_is_read_in_part(monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_CHARACTERS", "50000")
    rows = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 100))
    document = opened(by_hand(worksheet(rows)), "x.xlsx")
    assert document.state == "partly"
    assert len(document.original) <= 50_000


def test_a_value_in_a_merge_of_a_million_rows_does_not_swell():
    rows = '<row r="1"><c r="A1" t="str"><v>x</v></c></row><row r="9"><c r="B9"><v>1</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="oops"/></mergeCells>'
    assert text(by_hand(worksheet(rows, merged))) == "x" + "\n" * 8 + "x\t1\f"


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_torn_file_is_refused_as_damaged(cut):
    data = xlsx(book(("a", "b")))
    assert (opened(data[: int(len(data) * cut)], "x.xlsx").reason or "").startswith(("damaged:", "format:"))


def test_bytes_that_are_flipped_cost_only_this_file():
    data = xlsx(book(("Күні", "Ел"), (DAY, "Ресей")))
    for at in range(0, len(data), 97):
        flipped = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        assert open_bytes(flipped, id="x", name="x.xlsx").state in ("read", "partly", "refused")


def _nothing():
    from contextlib import nullcontext

    return nullcontext()


def test_a_workbook_that_openpyxl_reads_has_the_same_cells():
    made = book(*((f"{row}/{column}" for column in range(5)) for row in range(30)))
    data = xlsx(made)
    rows = [line.split("\t") for line in text(data).rstrip("\f").split("\n")]
    assert rows == [list(row) for row in openpyxl.load_workbook(__import__("io").BytesIO(data)).active.values]
