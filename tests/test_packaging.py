"""The wheel and the sdist: what is inside, and that the wheel works in an environment that holds nothing else."""

import json
import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = re.compile(r"src/qatynas/.*(?<!\.py)(?<!\.pyc)$")
UNREACHABLE = ("NewConnectionError", "Failed to establish", "Temporary failure in name resolution", "timed out")


def run(*command: str | Path, cwd: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built without the network by the locked hatchling."""
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an empty environment into which the locked dependencies and the wheel were installed."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True, symlinks=True)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-input", "--retries", "1"]
    done = run(*pip, "--require-hashes", "-r", "requirements.lock")
    if done.returncode and any(sign in done.stderr for sign in UNREACHABLE) and not os.environ.get("CI"):
        pytest.skip("pip cannot reach its index")
    assert done.returncode == 0, done.stderr
    done = run(*pip, "--no-deps", "--no-index", wheel)
    assert done.returncode == 0, done.stderr
    return folder / "bin"


def data_files() -> set[str]:
    """Everything in the package that is not Python, as the wheel names it."""
    paths = (path.relative_to(ROOT) for path in (ROOT / "src" / "qatynas").rglob("*") if path.is_file())
    return {str(path.relative_to("src")) for path in paths if DATA.match(str(path)) and "__pycache__" not in path.parts}


@pytest.mark.slow
def test_the_wheel_holds_every_data_file_and_its_licence(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert data_files() - names == set()
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}
    assert not [name for name in names if name.startswith(("tests", "benchmarks"))]


@pytest.mark.slow
def test_the_sdist_holds_what_a_newcomer_needs(built: Path):
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "requirements.lock"}
    assert wanted - names == set()
    assert {f"src/{file}" for file in data_files()} - names == set()
    assert {"tests/test_packaging.py", "docs/format.md", "benchmarks/score.py"} <= names


@pytest.mark.slow
def test_the_wheel_reads_an_example_in_an_empty_environment(installed: Path, tmp_path: Path):
    example = min((ROOT / "examples").glob("*.txt"))
    done = run(installed / "qatynas", "facts", example, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    facts = [json.loads(line) for line in done.stdout.splitlines()]
    original = example.read_bytes().decode("utf-8-sig")
    assert facts
    assert all(original[e["start"] : e["end"]] == e["quote"] for fact in facts for e in fact["evidence"])


@pytest.mark.slow
def test_the_wheel_keeps_and_shows_a_record_in_an_empty_environment(installed: Path, tmp_path: Path):
    example = min((ROOT / "examples").glob("*.txt"))
    for arguments in (("read", example), ("show",)):
        done = run(installed / "qatynas", *arguments, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert example.name in done.stdout


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_pins_every_package_by_hash_and_names_no_registry(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    packages = re.findall(r"^(\S+)==\S+((?:.*\\\n)(?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", text, re.MULTILINE)
    assert len(packages) == len(re.findall(r"^[A-Za-z0-9]", text, re.MULTILINE)) > 10
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links", text)


def test_the_lock_files_agree_with_each_other():
    pins = [
        dict(re.findall(r"^(\S+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0].items() <= pins[1].items()
