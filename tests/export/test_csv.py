import csv
import io
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.shielding import Separator, original, safe
from qatynas.export.csv import BOM, columns, line, row, table
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import KINDS, Event, Fact, Figure, Instrument, Money, Programme, Why
from strategies import FACTS

DANGEROUS = "=+-@＝＋－＠\t\r\n\0"
SEPARATORS = st.sampled_from(get_args(Separator))
# Signs that matter to spreadsheets, far more often than chance would give them.
CELLS = st.text(st.sampled_from(DANGEROUS + "'\",; \taқ1") | st.characters(codec="utf-8"), max_size=12)
EVIDENCE = (Evidence("a.txt", 3, 9, "шарт қ"), Evidence("a.txt", 20, 21, "б"))
KAZ, CHN = Actor("Қазақстан", "KAZ", "GOV"), Actor("Қытай", "CHN", "GOV")


def parsed(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@given(st.lists(CELLS, min_size=1, max_size=4), SEPARATORS)
def test_no_cell_begins_a_formula_whatever_it_holds(cells: list[str], separator: Separator):
    (read,) = parsed(line(cells, separator), separator)
    assert [cell for cell in read if cell[:1] and cell[0] in DANGEROUS] == []


@given(st.lists(CELLS, min_size=1, max_size=4), SEPARATORS, SEPARATORS)
def test_no_cell_begins_a_formula_where_a_program_splits_on_another_separator(
    cells: list[str], separator: Separator, other: str
):
    # The first cell of a row of ours is the fact's id. A line's own end and the table's own separator may come to
    # stand in a cell, nothing else: what the text itself has behind them is still made safe.
    for read in parsed(line(["2c5eee9a03983336", *cells], separator), other):
        told = [cell.lstrip(separator) for cell in read if cell != "\r\n"]
        assert [cell for cell in told if cell[:1] and cell[0] in DANGEROUS] == []


def test_a_table_cut_at_another_separator_keeps_its_text_safe_behind_its_own():
    assert parsed(line(["id", "\n", "=1"], "\t"), ",")[-1] == ["\t'=1\""]


@given(CELLS, SEPARATORS)
def test_what_was_made_safe_comes_back_as_it_was(cell: str, separator: Separator):
    assert original(safe(cell, separator), separator) == cell


@pytest.mark.parametrize("cell", ["Қазақстан", "1992-05-25", "a=b", "x - y", "«Достық», - деді", "7591", ""])
def test_a_harmless_cell_is_left_as_it_is(cell: str):
    assert safe(cell) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-5", "@a", "\tx", "\rx", "＝1", "'x", '=HYPERLINK("x")'])
def test_a_dangerous_cell_gets_one_apostrophe(cell: str):
    assert safe(cell) == "'" + cell


@given(st.lists(FACTS, max_size=3), SEPARATORS, st.booleans())
def test_a_table_of_any_facts_has_one_row_a_fact_and_as_many_cells_as_columns(
    facts: list[Fact], separator: Separator, bom: bool
):
    rows = parsed("".join(table(facts, separator, bom)), separator)
    assert len(rows) == 1 + len(facts)
    assert {len(read) for read in rows} == {len(columns())}
    for fact, read in zip(facts, rows[1:], strict=True):
        cells = dict(zip(columns(), (original(cell, separator) for cell in read), strict=True))
        assert cells["quote"] == fact.evidence[0].quote
        assert cells["kind"] == fact.kind
        assert {name: cell for name, cell in cells.items() if cell} == row(fact)


def test_every_field_of_every_kind_has_a_column_or_stands_only_in_jsonl():
    fields = {field for kind in KINDS.values() for field in kind.__struct_fields__}
    assert fields - set(columns()) == {"format", "evidence", "why", "money"}


def test_actors_are_told_as_names_and_as_codes():
    event = Event(id="1", evidence=EVIDENCE, type="SUPPORT", actor=(KAZ, CHN), date=Edtf.parse("1992-01-03"))
    cells = row(event)
    assert cells["actor"] == "Қазақстан | Қытай"
    assert cells["actor_codes"] == "KAZ | CHN"
    assert cells["date"] == "1992-01-03"
    assert (cells["start"], cells["end"], cells["quote"]) == ("3", "9", "шарт қ")


def test_numbers_and_money_are_plain():
    assert row(Figure(evidence=EVIDENCE, value=7591.0))["value"] == "7591"
    assert row(Figure(evidence=EVIDENCE, value=0.5))["value"] == "0.5"
    cells = row(Programme(evidence=EVIDENCE, name="TEP", money=Money(2e6, "USD"), money_bound="about"))
    assert (cells["money_amount"], cells["money_currency"], cells["money_bound"]) == ("2000000", "USD", "about")


def test_the_review_stands_beside_an_instruments_own_status():
    cells = row(Instrument(evidence=EVIDENCE, type="treaty", status="signed", why=Why("instrument.treaty")))
    assert (cells["status"], cells["review"], cells["rule"]) == ("signed", "unreviewed", "instrument.treaty")


def test_the_byte_order_mark_is_there_unless_told_otherwise():
    assert next(table([])).startswith(BOM + '"id"')
    assert next(table([], bom=False)).startswith('"id"')


def test_lines_end_as_rfc_4180_says_and_every_cell_is_quoted():
    assert line(["a", "б;", 'в"'], ",") == '"a","б;","в"""\r\n'
