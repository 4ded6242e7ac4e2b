"""The walls of ../shared/DESIGN.md: which package may import which, and how modules are named."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "qatynas"
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "common", "misc", "manager"}


def test_a_package_imports_only_from_those_above_it_in_the_designs_table():
    # The contracts stand in pyproject.toml, [tool.importlinter].
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_has_a_name_that_says_nothing():
    names = {path: path.stem.strip("_") for path in [*SOURCE.rglob("*"), *(ROOT / "tests").rglob("*.py")]}
    assert [path for path, name in names.items() if name.removeprefix("test_") in EMPTY_WORDS] == []


def test_tests_of_two_folders_do_not_share_a_name():
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


def test_every_package_of_the_design_is_there_and_no_other():
    known = {"ontology", "facts", "documents", "languages", "reading", "record", "analysis", "export", "web", "cli"}
    here = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert here <= known
    assert known - here <= {"analysis", "web"}
