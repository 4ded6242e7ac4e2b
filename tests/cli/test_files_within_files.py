"""Zipped folders and letters from the command line: what they are called, how they are counted, what stays."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qatynas.cli.read import _documents_in

Call = Callable[..., Any]
TEXT = "Қазақстан мен Қытай 2010 жылы шекара туралы келісімге қол қойды."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two zipped folders that hold files of the same names."""
    for name, more in (("a.zip", ""), ("b.zip", " Келісім Пекинде жасалды.")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("хаттар/бір.txt", TEXT + more)
            archive.writestr("екі.txt", f"{TEXT} Министр {name[0]} келді.")
            archive.writestr("../үш.txt", TEXT)
    return tmp_path


def test_facts_names_a_file_of_a_zipped_folder_by_the_folder_and_its_path(qatynas: Call, folder: Path):
    done = qatynas("facts", "b.zip", "a.zip")
    names = [fact["evidence"][0]["document"] for fact in done.lines]
    assert list(dict.fromkeys(names)) == [
        "a.zip!/екі.txt",
        "a.zip!/хаттар/бір.txt",
        "b.zip!/екі.txt",
        "b.zip!/хаттар/бір.txt",
    ]
    assert "a.zip!/../үш.txt: refused: unsafe: the name leads out of the folder" in done.err
    assert done.status == 1


def test_a_zipped_folder_that_was_read_is_passed_over(qatynas: Call, folder: Path):
    first = qatynas("read", folder, "--json").json
    assert (first["new"], first["refused"]) == (4, 2)
    (folder / "qatynas.db").rename(folder / ".kept.db")
    again = qatynas("read", folder, "--json", "--record", ".kept.db").json
    assert (again["new"], again["same"], again["refused"]) == (0, 4, 2)


def test_the_record_tells_files_of_equal_names_apart_by_their_zipped_folder(qatynas: Call, folder: Path):
    qatynas("read", folder)
    shown = qatynas("show").out
    assert "a.zip!/екі.txt" in shown and "b.zip!/екі.txt" in shown


def test_the_files_of_a_zipped_folder_are_counted_for_progress_without_unpacking(folder: Path):
    assert _documents_in(folder / "a.zip") == 3
