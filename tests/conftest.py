"""What holds for all tests."""

import signal
from pathlib import Path

import pytest

# A shell starts background jobs with Ctrl-C ignored, and children inherit that: the tests that press Ctrl-C would
# wait for ever. Set back, every process that a test starts can be interrupted again.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that holds nothing yet. Alembic makes it once: a copy is ten times as quick."""
    from qatynas.record.store import Record

    made = tmp_path_factory.mktemp("blank") / "qatynas.db"
    Record.open(made).close()
    return made
