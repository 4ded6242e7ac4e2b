"""What was not read is no zero, and what is no file is not opened to be counted."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qatynas.cli.read import _documents_in
from qatynas.errors import QatynasError
from qatynas.export.file import write
from qatynas.settings import limit

Call = Callable[..., Any]


def test_a_record_of_one_russian_document_says_that_nothing_was_read(qatynas: Call, put: Call, made: Call):
    put(replace(made("/texts/ru.txt", "Текст.", []), language="ru", unread="language"))
    assert "nothing was read" in qatynas("show", "KAZ", "TUR").out
    assert "nothing was read" in qatynas("show").out
    told = qatynas("show", "KAZ", "TUR", "--json").json
    assert (told["told"], told["documents_read"], told["documents_unread"]) == ("nothing_read", 0, 1)


def test_a_pipe_is_not_opened_and_lines_are_counted_without_the_blank_ones(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert _documents_in(tmp_path / "pipe.jsonl") == 1
    (tmp_path / "a.jsonl").write_bytes(b'{"id": 1, "text": "a"}\n\n  \n{"id": 2, "text": "b"}')
    assert _documents_in(tmp_path / "a.jsonl") == 2


def test_a_file_that_is_written_anew_keeps_its_mode(tmp_path: Path):
    (tmp_path / "a.csv").touch()
    (tmp_path / "a.csv").chmod(0o640)
    write(tmp_path / "a.csv", [b"x"])
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o640


def test_a_limit_below_one_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_MAX_SENTENCE", "0")
    with pytest.raises(QatynasError, match="at least 1"):
        limit("max_sentence")
