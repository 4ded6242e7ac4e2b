from collections.abc import Callable
from pathlib import Path

import pytest
from papers import TREATY, VIEW, VISIT, reading, refused

from qatynas.record.store import Record

Sql = Callable[[str], list[tuple[object, ...]]]


@pytest.fixture
def library(record: Record) -> Record:
    record.add(reading("shart.txt", TREATY))
    record.add(reading("shart.txt", f"{TREATY} {VISIT}"))
    record.add(reading("mudde.txt", VIEW))
    record.add(refused("bos.txt"))
    return record


def test_a_sound_record_has_no_faults(library: Record):
    assert library.check() == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE edition SET original = 'Өзге мәтін.' WHERE number = 2", "the text of edition 2 is not the one"),
        ("UPDATE evidence SET start = start + 1", "no «"),
        ("UPDATE evidence SET quote = 'шарт'", "no «шарт» at"),
        ("UPDATE fact SET date = '1999'", "its columns differ from its JSON"),
        ("UPDATE fact SET json = '{}'", "not a fact of format 1"),
        ("DELETE FROM evidence", "its evidence differs from its JSON"),
        ("UPDATE reading SET counts = 0", "no reading of it counts"),
        ("INSERT INTO search (search) VALUES ('delete-all')", "/papers/mudde.txt: its text is not in the index"),
        ("DELETE FROM document WHERE name = 'bos.txt'", "refusal row 1: no such document"),
    ],
)
def test_every_kind_of_damage_is_found(library: Record, sql: Sql, damage: str, told: str):
    sql(damage)
    faults = library.check()
    assert faults
    assert any(told in fault for fault in faults), faults
    assert all("\n" not in fault for fault in faults)


def test_older_editions_are_checked_too(library: Record, sql: Sql):
    sql("UPDATE edition SET original = 'Өзге мәтін.' WHERE number = 1 AND document = '/papers/shart.txt'")
    assert any("the text of edition 1" in fault for fault in library.check())


def test_a_file_with_overwritten_pages_is_told_as_damaged(where: Path):
    with Record.open(where) as record:
        for number in range(30):
            record.add(reading(f"{number}.txt", f"{number}. {TREATY} {VISIT}"))
    size = where.stat().st_size
    with where.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size // 3))
    with Record.open(where) as record:
        faults = record.check()
    assert faults
    assert all("\n" not in fault for fault in faults)
