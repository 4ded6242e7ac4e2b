"""A user's rows beside the built-in ones: what is added, overridden, taken out, and what is refused."""

from importlib.resources import files

import pytest

from qatynas.errors import DataFileError
from qatynas.ontology.extension import Changes, Extensible, extensible, merged
from qatynas.ontology.row import Row, parse

COLUMNS = ("code", "kind", "name", "from?")
TABLE = Extensible("t.tsv", "t.tsv", ("name",), ("kind",), ("from",), new=False, stays=False)
BUILT_IN = "A\tshort\tАлма\nB\tother\tБау\nC\tshort\tШие\n"
# Their rows rest on each other's order, or stand in the format of the facts.
CLOSED = {
    "languages/kazakh/data/tagger/classes.tsv",
    "ontology/data/plover.tsv",
    "ontology/data/contexts.tsv",
    "ontology/data/spheres.tsv",
    "ontology/data/extension.tsv",
    "documents/data/letters.tsv",
    "languages/data/function_words.tsv",
    "documents/data/bibliography.tsv",
    "reading/data/confidence.tsv",
    "languages/kazakh/data/grammar/nominal.tsv",
    "languages/kazakh/data/grammar/verbal.tsv",
    "languages/kazakh/data/grammar/derivation.tsv",
    "languages/kazakh/data/endings.tsv",
    "languages/kazakh/data/months.tsv",
    "languages/kazakh/data/date_grammar.tsv",
    "languages/kazakh/data/latin.tsv",
    "languages/kazakh/data/repairs.tsv",
}


def merge(own: str, table: Extensible = TABLE) -> tuple[list[Row], Changes]:
    return merged(parse(BUILT_IN.encode(), "t.tsv", COLUMNS), own.encode(), "mine/t.tsv", COLUMNS, table)


def names(own: str) -> list[tuple[str, str]]:
    return [(row["code"], row["name"]) for row in merge(own)[0]]


def test_a_row_of_ones_own_stands_before_the_built_in_ones():
    assert names("D\tshort\tӨрік\n") == [("D", "Өрік"), ("A", "Алма"), ("B", "Бау"), ("C", "Шие")]


def test_a_row_with_the_same_key_takes_the_place_of_the_built_in_one():
    assert names("D\tother\tБау\n") == [("D", "Бау"), ("A", "Алма"), ("C", "Шие")]


def test_a_line_that_begins_with_a_hyphen_and_a_space_takes_the_built_in_row_out():
    assert names("- B\tother\tБау\n") == [("A", "Алма"), ("C", "Шие")]


def test_a_hyphen_for_no_code_is_a_cell():
    assert names("-\tother\tҚия\n")[0] == ("-", "Қия")


def test_the_changes_are_counted():
    _, changes = merge("D\tshort\tӨрік\nE\tshort\tЖүзім\nD\tother\tБау\n- A\tshort\tАлма\n")
    assert changes == Changes(added=2, overridden=1, taken_out=1)


def test_rows_tell_the_users_own_file():
    rows, _ = merge("# мен\n\nD\tshort\tӨрік\n")
    assert (rows[0].file, rows[0].line, rows[1].file) == ("mine/t.tsv", 3, "t.tsv")


@pytest.mark.parametrize(
    ("own", "line", "reason"),
    [
        ("D\tshort\tӨрік\n\nE\tother\tӨрік\n", 3, "“Өрік” stands in line 1 already"),
        ("B\tother\tБау\n- B\tother\tБау\n", 2, "“Бау” stands in line 1 already"),
        ("- D\tshort\tӨрік\n", 1, "no built-in entry “Өрік” to take out"),
        ("D\tshrot\tӨрік\n", 1, "kind is “shrot”, not one of other, short"),
        ("D\tshort\tӨрік\t1991-13\n", 1, "from is “1991-13”, neither a year (1991) nor a date (1991-12-16)"),
        ("D\tshort\tӨрік\t1991-02-30\n", 1, "from is “1991-02-30”, neither a year (1991) nor a date (1991-12-16)"),
        ("D\tshort\tӨрік\tбүгін\n", 1, "from is “бүгін”, neither a year (1991) nor a date (1991-12-16)"),
        ("D\tshort\n", 1, "the cell of column “name” is empty"),
        ("D short Өрік\n", 1, "no tab stands in the line: one divides the cells of code, kind, name, from"),
    ],
)
def test_a_mistake_tells_the_file_the_line_and_the_reason(own: str, line: int, reason: str):
    with pytest.raises(DataFileError) as told:
        merge(own)
    assert str(told.value) == f"mine/t.tsv:{line}: {reason}"


@pytest.mark.parametrize("date", ["1991", "1991-12", "1991-12-16", ""])
def test_a_year_a_month_and_a_day_are_dates(date: str):
    assert merge(f"D\tshort\tӨрік\t{date}\n")[1] == Changes(added=1)


def test_nothing_is_taken_out_of_a_table_on_which_others_rest():
    with pytest.raises(DataFileError, match="as others rest on it"):
        merge("- B\tother\tБау\n", TABLE._replace(stays=True))
    assert merge("D\tother\tБау\n", TABLE._replace(stays=True))[1] == Changes(overridden=1)


def test_every_built_in_table_can_be_extended_or_is_known_to_be_closed():
    source = files("qatynas")
    tables = {str(path.relative_to(source)) for path in source.glob("**/data/**/*.tsv")}  # type: ignore[attr-defined]
    named = {one.table for one in extensible().values()}
    assert {table for table in named if not table.endswith("/")} | CLOSED == tables
    assert all(source.joinpath(table).is_dir() for table in named if table.endswith("/"))


def test_the_path_in_a_users_folder_is_that_of_the_built_in_table():
    for file, one in extensible().items():
        bare = one.table.removeprefix("ontology/data/").removeprefix("languages/data/")
        assert bare.replace("languages/kazakh/data/", "kk/") == file
