"""What adding one document costs does not grow with the documents that the record holds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from papers import TREATY, VISIT, reading
from sqlalchemy import Engine, event

from qatynas.record.store import Record


def test_no_table_is_gone_through_to_add_a_document_or_to_see_that_it_is_held(record: Record, where: Path):
    said: list[tuple[str, object]] = []

    def note(_connection, _cursor, statement, parameters, _context, many):  # type: ignore[no-untyped-def]
        said.append((statement, parameters[0] if many else parameters))

    for number in range(3):
        record.add(reading(f"/{number}.txt", f"{number}. {TREATY}"))
    event.listen(Engine, "before_cursor_execute", note)
    try:
        record.add(reading("/new.txt", f"new. {TREATY} {VISIT}"))
        record.add(reading("/0.txt", f"another edition. {TREATY}"))
        record.add(reading("/copy.txt", f"1. {TREATY}"))
        record.holds(reading("/1.txt", f"1. {TREATY}").document, "0.1.0", "d1")
        record.extracted("0" * 64)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    with closing(sqlite3.connect(where)) as connection:
        steps = {
            step[3]
            for statement, parameters in said
            if statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT"))
            for step in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        }
    assert any(step.startswith("SEARCH") for step in steps)
    assert [step for step in steps if step.startswith("SCAN") and "VIRTUAL TABLE" not in step] == []
