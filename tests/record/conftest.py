import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# For `papers` (which processes that a test starts import too) and `strategies`.
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from qatynas.record.store import Record  # noqa: E402


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "qatynas.db"


@pytest.fixture
def record(where: Path, blank: Path) -> Iterator[Record]:
    shutil.copyfile(blank, where)
    with Record.open(where) as opened:
        yield opened


@pytest.fixture
def sql(where: Path) -> Callable[[str], list[tuple[object, ...]]]:
    """Another program that looks into the file, or changes it behind the record's back."""

    def run(statement: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(where)
        try:
            with connection:
                return connection.execute(statement).fetchall()
        finally:
            connection.close()

    return run
