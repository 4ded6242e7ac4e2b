import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from papers import TREATY, reading
from sqlalchemy import create_engine

from qatynas.errors import RecordTooNew
from qatynas.record import sqlite
from qatynas.record.migration import CURRENT, Lineage, prepare
from qatynas.record.schema import METADATA
from qatynas.record.store import Record

NEXT = '''"""One column more."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("document", sa.Column("shelf", sa.Text))
    {then}
'''


def later(tmp_path: Path, then: str = "pass") -> Lineage:
    """The package's scripts and one more, as a later version would bring."""
    scripts = tmp_path / "later"
    shutil.copytree(CURRENT.scripts, scripts)
    text = NEXT.format(revision="9000", before=CURRENT.revision, then=then)
    (scripts / "versions" / "9000_shelf.py").write_text(text)
    return Lineage(scripts, "9000", CURRENT.number + 1)


def columns(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [row[1] for row in connection.execute("PRAGMA table_info(document)")]
    finally:
        connection.close()


def bring(where: Path, lineage: Lineage) -> None:
    engine = sqlite.engine(where, busy_seconds=1)
    try:
        prepare(engine, where, create=False, lineage=lineage)
    finally:
        engine.dispose()


def test_the_scripts_lead_to_the_revision_and_number_that_the_package_names():
    script = ScriptDirectory(str(CURRENT.scripts))
    assert script.get_current_head() == CURRENT.revision
    assert len(list(script.walk_revisions())) == CURRENT.number


def test_the_scripts_make_the_tables_that_the_queries_know(where: Path):
    Record.open(where).close()
    engine = create_engine(f"sqlite:///{where}")
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith("search")}
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), METADATA)
    engine.dispose()
    assert differences == []


def test_names_of_constraints_are_those_of_the_tables_that_the_queries_know(where: Path):
    Record.open(where).close()
    connection = sqlite3.connect(where)
    made = " ".join(sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
    connection.close()
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with engine.connect() as connection_2:
        known = connection_2.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars().all()
    engine.dispose()
    names = {word for sql in known for word in sql.split() if word[:3] in ("fk_", "uq_", "ck_", "pk_", "ix_")}
    assert len(names) > 20
    assert {name for name in names if name not in made} == set()


def test_an_older_record_migrates_after_a_copy_beside_it(where: Path, tmp_path: Path):
    with Record.open(where) as record:
        record.add(reading())
    bring(where, later(tmp_path))
    assert "shelf" in columns(where)
    copy = where.with_name(f"qatynas.db.schema-{CURRENT.number}")
    assert "shelf" not in columns(copy)
    with Record.open(copy) as record:
        assert record.check() == []
        assert record.original("shart.txt") == TREATY
    with pytest.raises(
        RecordTooNew,
        match=rf"schema {CURRENT.number + 1}, 9000; this version knows {CURRENT.number}, {CURRENT.revision}",
    ):
        Record.open(where)


def test_a_migration_that_fails_leaves_the_record_as_it_was(where: Path, tmp_path: Path):
    with Record.open(where) as record:
        record.add(reading())
    with pytest.raises(ZeroDivisionError):
        bring(where, later(tmp_path, then="1 / 0"))
    assert "shelf" not in columns(where)
    with Record.open(where) as record:
        assert record.check() == []
        assert len(list(record.facts())) == 2


def test_a_record_that_is_migrated_already_is_not_copied_again(where: Path, tmp_path: Path):
    Record.open(where).close()
    lineage = later(tmp_path)
    bring(where, lineage)
    copy = where.with_name(f"qatynas.db.schema-{CURRENT.number}")
    copy.unlink()
    bring(where, lineage)
    assert not copy.exists()


def test_processes_that_make_one_record_at_once_do_not_get_in_each_others_way(where: Path):
    code = "import sys; from qatynas.record.store import Record; Record.open(sys.argv[1]).close()"
    several = [subprocess.Popen([sys.executable, "-c", code, where], stderr=subprocess.PIPE) for _ in range(3)]
    assert [(one.communicate()[1], one.returncode) for one in several] == [(b"", 0)] * 3
    with Record.open(where, create=False) as record:
        assert record.check() == []


def test_a_record_whose_path_has_signs_of_every_kind_is_made(tmp_path: Path):
    folder = tmp_path / "Қазақ %20 ?x=1 #құжат"
    folder.mkdir()
    with Record.open(folder / "qatynas.db") as record:
        record.add(reading())
    assert (folder / "qatynas.db").stat().st_size > 0
