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
    assert done.err == "qatynas: ru.txt: warning: language Russian: its words are not analysed yet\n"


def test_a_text_whose_language_its_letters_do_not_tell_is_analysed_with_a_warning(qatynas: Call, tmp_path: Path):
    (tmp_path / "ky.txt").write_text(
        "Президенттер Астанада кездешип, маанилүү келишимге кол коюшту.\n", encoding="utf-8"
    )
    done = qatynas("words", "ky.txt")
    assert (done.status, done.err) == (
        0,
        "qatynas: ky.txt: warning: language unknown: its words are analysed as Kazakh\n",
    )
    assert "\tАстана\tPROPN\t" in done.out


def test_a_text_in_letters_that_are_not_read_is_named_and_not_analysed(qatynas: Call, tmp_path: Path):
    told = {
        "Cumhurbaşkanı Ankara'ya geldi ve görüştü.": "unknown",
        "قازاقستان رەسپۋبليكاسى": "Kazakh in Arabic letters",
    }
    for text, language in told.items():
        (tmp_path / "text.txt").write_text(text, encoding="utf-8")
        done = qatynas("words", "text.txt")
        assert (done.status, done.out) == (0, "")
        assert done.err == f"qatynas: text.txt: warning: language {language}: its words are not analysed yet\n"


def test_a_sentence_that_is_too_long_is_left_out_with_a_warning(qatynas: Call, tmp_path: Path):
    (tmp_path / "long.txt").write_text(
        "Екі ел келісті.\n" + "қазақстан " * 1000 + "\nҮш ел келісті.\n", encoding="utf-8"
    )
    done = qatynas("words", "long.txt")
    assert done.status == 0
    assert [line for line in done.out.splitlines() if line[:1] == "#"] == [
        "# text = Екі ел келісті.",
        "# text = Үш ел келісті.",
    ]
    assert done.err == "qatynas: long.txt: warning: 1 sentences longer than 4000 characters were not analysed\n"


def test_a_line_that_cannot_stand_in_conllu_is_refused(qatynas: Call, tmp_path: Path):
    for line in ("1 Ел _", "Ел келді.", "1\t\t_", "1\t \t_", "x\tЕл\t_", "0\tЕл\t_", "1-2"):
        (tmp_path / "bad.conllu").write_text(f"# text = Ел\n1\tЕл\t_\n{line}\n", encoding="utf-8")
        done = qatynas("words", "--conllu", "bad.conllu")
        assert (done.status, done.out) == (1, ""), line
        assert done.err == "qatynas: bad.conllu:3: a word's line has a number, a tab and the word\n"


def test_lines_of_spaces_part_sentences_of_conllu_too(qatynas: Call, tmp_path: Path):
    (tmp_path / "wide.conllu").write_text("\n1\tЕл\t_\n \n\n1\tИә\t_", encoding="utf-8")
    done = qatynas("words", "--conllu", "wide.conllu")
    assert (done.status, done.out.count("\n\n"), done.out.count("\n1\t")) == (0, 2, 1)
