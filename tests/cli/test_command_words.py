from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def test_the_words_of_a_damaged_text_are_those_of_the_repaired_one(qatynas: Call, tmp_path: Path):
    (tmp_path / "text.txt").write_text("Екi ел Қазақстанның шартына қол қойды .\n", encoding="utf-8")
    done = qatynas("words", "text.txt")
    assert done.status == 0
    told = [line.split("\t") for line in done.out.splitlines() if line[:1].isdigit()]
    assert [row[2] for row in told] == ["екі", "ел", "Қазақстан", "шарт", "қол", "қой", "."]
    assert done.out.startswith("# text = Екі ел Қазақстанның шартына қол қойды.\n")


def test_blank_conllu_is_filled_word_by_word(qatynas: Call, tmp_path: Path):
    blank = "# sent_id = s1\n1\tЕл\t_\n2\tкелді\t_\n\n# sent_id = s2\n1\tИә\t_\n"
    (tmp_path / "blank.conllu").write_bytes(blank.replace("\n", "\r\n").encode())
    done = qatynas("words", "--conllu", "blank.conllu")
    assert done.status == 0
    assert [line.split("\t")[2] for line in done.out.splitlines() if line[:1].isdigit()] == ["ел", "кел", "иә"]
    assert done.out.count("\n\n") == 2


@pytest.mark.parametrize("line", ["2", "2\t", "2\t\t_", "2\t \t_"])
def test_a_file_that_is_no_conllu_is_refused_with_its_line(line: str, qatynas: Call, tmp_path: Path):
    (tmp_path / "plain.conllu").write_text(f"1\tЕл\t_\n{line}\n", encoding="utf-8")
    done = qatynas("words", "--conllu", "plain.conllu")
    assert (done.status, done.out) == (1, "")
    assert done.err == "qatynas: plain.conllu:2: a word's line has a number, a tab and the word\n"


def test_a_missing_or_empty_file_is_refused_on_one_line(qatynas: Call, tmp_path: Path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    for name, reason in (("missing.txt", "missing"), ("empty.txt", "empty")):
        done = qatynas("words", name)
        assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
        assert f"{name}: refused: {reason}" in done.err


def test_a_text_in_another_language_is_named_and_not_taken_for_kazakh(qatynas: Call, tmp_path: Path):
    (tmp_path / "ru.txt").write_text("Президенты подписали договор о дружбе и сотрудничестве.\n", encoding="utf-8")
    done = qatynas("words", "ru.txt")
    assert (done.status, done.out) == (0, "")
    assert done.err == "qatynas: ru.txt: warning: language ru: its words are not analysed yet\n"
