import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.table import sheets
from qatynas.errors import DataFileError
from qatynas.languages.headings import MEANINGS
from qatynas.reading.guessing import guess
from qatynas.reading.mapping import Column, Mapped, load, written
from workbooks import opened

SHEET = "Тақырып;;\nКүні;Ел;Ел\n1992;Ресей;Қытай\n"


def table(text=SHEET):
    return sheets(opened(text))[0]


def mapped(mapping, text=SHEET):
    return load(mapping, "m.yaml")[0].mapped(table(text))


def test_columns_are_named_by_heading_or_by_letter():
    found, absent = mapped("tables:\n- columns:\n    күні: date\n    C: parties\n    Орны: place\n")
    assert found == Mapped(2, (Column(0, "Күні", "date"), Column(2, "Ел", "parties")))
    assert absent == ("Орны",)


def test_the_row_of_the_headings_can_be_told():
    assert mapped("tables:\n- heading: 0\n  columns: {A: date}\n")[0].heading == 0
    assert mapped("tables:\n- heading: 1\n  columns: {Тақырып: date}\n")[0].columns == (Column(0, "Тақырып", "date"),)


def test_a_table_is_for_one_sheet_or_for_any():
    saved = load("tables:\n- sheet: Бір\n  columns: {A: date}\n- columns: {A: title}\n", "m.yaml")
    assert [each.fits(table()._replace(name="бір")) for each in saved] == [True, True]
    assert [each.fits(table()._replace(name="екі")) for each in saved] == [False, True]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "wanted: tables"),
        ("tables: []", 1, "wanted: tables"),
        ("- a", 1, "a colon and a value"),
        ("tables:\n- columns:\n    A: dat", 3, "“dat” is not known: date, "),
        ("tables:\n- columns: {A: date}\n  days: us", 3, "“us” is not known: day-first, month-first"),
        ("tables:\n- columns: {A: date}\n  kind: thing", 3, "“thing” is not known: event, "),
        ("tables:\n- columns: {A: date}\n  side: Kazakhstan", 3, "“Kazakhstan” is not known"),
        ("tables:\n- columns: {A: date}\n  heading: first", 3, "“first” is no number"),
        ("tables:\n- columns: {A: date}\n  colums: 1", 3, "“colums” is not known"),
        ("tables:\n- columns:\n    A: date\n    A: title", 4, "“A” stands twice"),
        ("tables:\n- heading: 2", 2, "has no columns"),
        ("tables:\n- columns:\n    A: [date]", 3, "one value is wanted"),
        ("tables: *x", 1, "undefined alias"),
        ("tables:\n- columns: {[a]: date}", 2, "a name is wanted"),
    ],
)
def test_a_mistake_names_file_and_line(text, line, reason):
    with pytest.raises(DataFileError, match=reason) as error:
        load(text, "m.yaml")
    assert (error.value.file, error.value.line) == ("m.yaml", line)


HEADING = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12).map(str.strip)


@given(st.lists(st.tuples(HEADING, st.sampled_from(sorted(MEANINGS))), min_size=1, max_size=6))
def test_what_is_written_is_read_as_the_same(columns):
    headings = [heading for heading, _ in columns]
    text = ";".join('"' + heading.replace('"', '""') + '"' for heading in [*headings, ""]) + "\n1;2;3\n"
    sheet = table("sep=;\n" + text)
    told = next(line for line in sheet.lines() if line.number == 2)
    given_mapping = Mapped(
        2,
        tuple(Column(at, told.text(at), meaning) for at, (_, meaning) in enumerate(columns)),
        "event",
        "day-first",
        "KAZ",
    )
    saved = written("а\nб.csv", [(sheet, given_mapping, {0: "мысал # бір: екі\n"})])
    assert load(saved, "m.yaml")[0].mapped(sheet) == (given_mapping, ())


def test_a_guess_is_written_with_examples():
    sheet = table("№;Күні;Оқиға;Тараптар\n1;1992 ж. 25 мамыр;Кездесу;Қазақстан, Ресей\n")
    guessed = guess(sheet)
    assert guessed is not None
    assert written("k.csv", [(sheet, *guessed)]).split("\n")[2:] == [
        "tables:",
        "- heading: 1",
        "  kind: event",
        "  columns:",
        '    "№": number  # 1',
        "    Күні: date  # 1992 ж. 25 мамыр",
        "    Оқиға: act  # Кездесу",
        "    Тараптар: parties  # Қазақстан, Ресей",
        "",
    ]
