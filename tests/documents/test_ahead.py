import threading
from pathlib import Path

import pytest

from qatynas.documents import ahead
from qatynas.documents.ahead import open_many
from qatynas.documents.opening import open_path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Pages, texts, lines and files that are none."""
    made = []
    for number in range(40):
        path = tmp_path / f"{number}.{('txt', 'html', 'jsonl', 'pdf')[number % 4]}"
        lines = "".join(f'{{"id": "{number}-{line}", "text": "line {line}"}}\n' for line in range(5))
        text = (f"text {number}", f"<html><body>page {number}", lines, "%PDF-1.7 broken")[number % 4]
        path.write_text(text, encoding="utf-8")
        made.append(path)
    return [*made, tmp_path / "gone.txt"]


@pytest.mark.parametrize("threads", [1, 4])
def test_documents_come_in_the_order_of_their_files(files: list[Path], threads: int):
    one_by_one = [document for file in files for document in open_path(file)]
    assert list(open_many(files, threads)) == one_by_one


def test_files_are_opened_a_few_ahead_and_never_all(files: list[Path], monkeypatch: pytest.MonkeyPatch):
    begun = []
    monkeypatch.setattr(ahead, "open_path", lambda file, stored: begun.append(file) or open_path(file, stored))
    documents = open_many(files, 2)
    next(documents)
    documents.close()
    assert 1 <= len(begun) <= 6


def test_an_error_comes_out_where_the_documents_are_taken(files: list[Path], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ahead, "open_path", lambda file, stored: iter([1 // (file.name != "8.txt")]))
    documents = open_many(files, 2)
    assert [next(documents) for _ in range(8)] == [1] * 8
    with pytest.raises(ZeroDivisionError):
        next(documents)


def test_no_thread_stays_behind(files: list[Path]):
    before = threading.active_count()
    list(open_many(files, 4))
    for thread in threading.enumerate():
        if thread.name.startswith("ThreadPoolExecutor"):
            thread.join(5)
    assert threading.active_count() == before
