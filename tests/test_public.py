"""The public surface: what DESIGN.md names, and nothing else."""

import importlib
import json
import subprocess
import sys

import pytest

import qatynas
from qatynas.facts.kinds import KINDS

READERS = {"read_text", "read_file", "read_many"}
PLACES = {
    "Text": "qatynas.documents.text",
    "Reading": "qatynas.reading.reading",
    "Record": "qatynas.record.store",
    "Actor": "qatynas.facts.actor",
    "Evidence": "qatynas.facts.evidence",
    "Edtf": "qatynas.facts.edtf",
    **dict.fromkeys(READERS, "qatynas.reading.reader"),
    **{kind.__name__: "qatynas.facts.kinds" for kind in KINDS.values()},
}


def fresh(code: str) -> str:
    """What a new interpreter prints for the code."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8").stdout


def test_public_are_the_readers_text_reading_record_and_the_kinds_of_fact():
    assert set(qatynas.__all__) == set(PLACES)
    assert [name for name in dir(qatynas) if not name.startswith("_")] == sorted(qatynas.__all__)


@pytest.mark.parametrize("name", sorted(PLACES))
def test_a_public_name_is_the_thing_itself(name: str):
    assert getattr(qatynas, name) is getattr(importlib.import_module(PLACES[name]), name)


def test_a_star_import_gives_what_is_public_and_nothing_else():
    given: dict[str, object] = {}
    exec("from qatynas import *", given)
    assert set(given) - {"__builtins__"} == set(qatynas.__all__)


def test_an_unknown_name_is_an_attribute_error_that_tells_it():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = qatynas.nothing


def test_the_version_is_that_of_the_installed_package():
    assert qatynas.__version__ == importlib.import_module("importlib.metadata").version("qatynas")


def test_importing_qatynas_imports_nothing_else():
    code = (
        "import sys; before = set(sys.modules); import qatynas, json; print(json.dumps([*set(sys.modules) - before]))"
    )
    loaded = {name for name in json.loads(fresh(code)) if name.partition(".")[0] not in sys.stdlib_module_names}
    assert loaded == {"qatynas"}


def test_reading_a_text_needs_neither_the_record_nor_the_screen():
    code = "import sys, qatynas; qatynas.read_text('Сәлем.'); print(*sys.modules)"
    assert {"sqlalchemy", "alembic", "click", "rich"} & set(fresh(code).split()) == set()
