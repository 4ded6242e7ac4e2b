import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.errors import DataFileError
from qatynas.ontology.tables import cells, parse, rows

COLUMNS = ("word", "value", "note?")


def read(text: str, columns: tuple[str, ...] = COLUMNS) -> list[dict[str, str]]:
    return [row.cells for row in parse(text.encode(), "t.tsv", columns)]


def test_a_line_is_a_row_with_a_cell_for_every_column():
    assert read("бір\t1\tone\n") == [{"word": "бір", "value": "1", "note": "one"}]


def test_blank_lines_and_comments_are_skipped_and_lines_are_counted_with_them():
    (row,) = parse("# word, value\n\n  \t \nекі\t2\n".encode(), "t.tsv", COLUMNS)
    assert (row.file, row.line, row["word"], row["value"], row["note"]) == ("t.tsv", 4, "екі", "2", "")


def test_a_byte_order_mark_and_carriage_returns_are_no_part_of_a_cell():
    assert read("\ufeffүш\t3\tx\r\n") == [{"word": "үш", "value": "3", "note": "x"}]


def test_a_sign_for_a_comment_inside_a_line_is_data():
    assert read("үш\t#3\n")[0]["value"] == "#3"


def test_a_cell_that_holds_a_list_gives_its_parts():
    (row,) = parse("жыл|жылы | \t1\n".encode(), "t.tsv", COLUMNS)
    assert row.parts("word") == ("жыл", "жылы")
    assert row.parts("note") == ()


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a\t1\nb\n", 2, "the cell of column “value” is empty"),
        ("# c\n\t1\n", 2, "the cell of column “word” is empty"),
        ('a\t"x ""y"""\n', 1, 'quotation marks stand around "x ""y""", as a spreadsheet sets them: leave them out'),
        ("a\t1\t\t4\n", 1, "4 cells, but only 3 columns: word, value, note"),
    ],
)
def test_a_mistake_names_file_line_and_reason(text: str, line: int, reason: str):
    with pytest.raises(DataFileError) as told:
        parse(text.encode(), "t.tsv", COLUMNS)
    assert str(told.value) == f"t.tsv:{line}: {reason}"


def test_empty_cells_beyond_the_columns_are_those_of_a_spreadsheet():
    assert read("үш\t3\t\t\t\n") == [{"word": "үш", "value": "3", "note": ""}]


def test_quotation_marks_inside_a_cell_are_data():
    assert [row["value"] for row in read('a\tx "y"\nb\t"\nc\t"x" y\n')] == ['x "y"', '"', '"x" y']


def test_utf16_is_called_so():
    with pytest.raises(DataFileError, match=r"^t\.tsv:1: not UTF-8: it is UTF-16, save it as UTF-8$"):
        parse("бір\t1\n".encode("utf-16"), "t.tsv", COLUMNS)


def test_bytes_that_are_not_utf8_are_refused_with_their_line():
    with pytest.raises(DataFileError, match=r"^t\.tsv:2: not UTF-8$"):
        parse(b"a\t1\n" + "бір\t1".encode("cp1251"), "t.tsv", COLUMNS)


def test_a_loader_can_refuse_a_row_by_name():
    (row,) = parse(b"\n\na\tx\n", "t.tsv", COLUMNS)
    assert str(row.wrong("not a number: x")) == "t.tsv:3: not a number: x"


def test_a_table_is_found_in_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "tabled" / "data").mkdir(parents=True)
    (tmp_path / "tabled" / "__init__.py").touch()
    (tmp_path / "tabled" / "data" / "t.tsv").write_text("бір\t1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert rows("tabled", "data/t.tsv", COLUMNS)[0]["word"] == "бір"
    with pytest.raises(DataFileError, match=r"^data/none\.tsv:0: cannot be read: No such file or directory$"):
        rows("tabled", "data/none.tsv", COLUMNS)
    sys.modules.pop("tabled")


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\t\n\r#"), min_size=1).map(str.strip).filter(bool)


@given(st.lists(st.tuples(CELL, CELL, CELL)))
def test_what_is_written_is_what_is_read(table: list[tuple[str, str, str]]):
    text = "".join("\t".join(row) + "\n" for row in table)
    assert [tuple(row.values()) for row in read(text)] == table


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_line_of_a_byte_that_is_not_utf8_is_right_beside_its_end(mark: bytes):
    for text, line in ((b"a\t1\nb\xff\nc\t1\n", 2), (b"\xff\n\n", 1), (b"a\t1\n\xff", 2)):
        with pytest.raises(DataFileError) as told:
            parse(mark + text, "t.tsv", COLUMNS)
        assert told.value.line == line


@pytest.mark.parametrize("name", ["nouns", "adjectives", "adverbs", "verbs"])
def test_the_cells_of_a_long_table_are_those_of_its_rows(name: str):
    columns = ("word", "notes?")
    told = [tuple(row.cells.values()) for row in rows("qatynas.languages.kazakh", f"data/roots/{name}.tsv", columns)]
    assert cells("qatynas.languages.kazakh", f"data/roots/{name}.tsv", columns) == told


def test_what_is_wrong_in_a_long_table_is_named_as_in_any_other():
    with pytest.raises(DataFileError, match=r"nouns\.tsv:\d+: .*only 1 columns"):
        cells("qatynas.languages.kazakh", "data/roots/nouns.tsv", ("word",))
