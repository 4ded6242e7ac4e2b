"""Opening a user's folder: what is taken, what is left to people, and what is refused by name."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qatynas.errors import DataFileError, QatynasError
from qatynas.ontology.folder import chosen, opened, searched
from qatynas.ontology.lexicon import Lexicon, using

Write = Callable[[str, bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of the folder."""

    def call(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return call


def test_tables_of_the_folder_and_of_its_languages_are_taken(write: Write, tmp_path: Path):
    write("organisations.tsv", b"A\tB\t1999\t\tIGO\n")
    write("kk/roots/nouns.tsv", b"x\n")
    write("kk/realisations/mine.yaml", b"- {}\n")
    names = [name for name, _ in opened(tmp_path).files]
    assert names == ["kk/realisations/mine.yaml", "kk/roots/nouns.tsv", "organisations.tsv"]


def test_a_file_without_any_entry_is_none(write: Write, tmp_path: Path):
    write("polities.tsv", b"# only\n\n   \n# comments\n")
    assert opened(tmp_path) == Lexicon(str(tmp_path), ())


def test_hidden_files_and_markdown_are_for_people(write: Write, tmp_path: Path):
    write("README.md", b"words")
    write(".git/config", b"words")
    write("kk/.states.tsv.swp", b"words")
    assert searched(tmp_path) == (Lexicon(str(tmp_path), ()), [])


@pytest.mark.parametrize(
    "name", ["kk/states.tsv~", "kk/#states.tsv#", "~$states.xlsx", "Thumbs.db", "kk/desktop.ini", "NOTES.MD"]
)
def test_what_editors_and_windows_leave_is_passed_over(write: Write, tmp_path: Path, name: str):
    write(name, b"x\ty\tz\n")
    assert searched(tmp_path) == (Lexicon(str(tmp_path), ()), [])


def test_a_folder_in_the_place_of_a_table_is_named_as_a_folder(tmp_path: Path):
    (tmp_path / "kk" / "states.tsv").mkdir(parents=True)
    _, mistakes = searched(tmp_path)
    assert [mistake.reason for mistake in mistakes] == ["no tables are read from a folder of this name"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("kk/stats.tsv", "no table of this name; near it: kk/states.tsv"),
        ("states.txt", "no table of this name"),
        ("kk/date_grammar.tsv", "no table of this name"),
        ("kk/mine.yaml", "no table of this name"),
        ("kk/realisations/mine.tsv", "no table of this name"),
    ],
)
def test_a_file_that_no_table_is_read_from_is_named(write: Write, tmp_path: Path, name: str, reason: str):
    path = write(name, b"x")
    with pytest.raises(DataFileError) as told:
        opened(tmp_path)
    assert str(told.value).startswith(f"{path}:1: {reason}")


def test_a_folder_that_holds_no_table_is_named_and_not_searched(write: Write, tmp_path: Path):
    write("kz/states.tsv", b"x")
    write("kz/places.tsv", b"x")
    _, mistakes = searched(tmp_path)
    assert [(mistake.file, mistake.reason) for mistake in mistakes] == [
        (str(tmp_path / "kz"), "no tables are read from a folder of this name")
    ]


def test_all_bad_files_are_found_and_the_others_kept(write: Write, tmp_path: Path):
    write("kk/places.tsv", b"KAZ\tx\n")
    write("a.tsv", b"x")
    write("b.tsv", b"x")
    lexicon, mistakes = searched(tmp_path)
    assert [name for name, _ in lexicon.files] == ["kk/places.tsv"]
    assert [Path(mistake.file).name for mistake in mistakes] == ["a.tsv", "b.tsv"]


def test_a_file_above_the_limit_is_refused(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write("polities.tsv", b"x" * 20)
    monkeypatch.setenv("QATYNAS_MAX_FILE_BYTES", "10")
    with pytest.raises(DataFileError, match=r"polities\.tsv:1: larger than 10 bytes"):
        opened(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_named(write: Write, tmp_path: Path):
    write("polities.tsv", b"x").chmod(0)
    with pytest.raises(DataFileError, match=r"polities\.tsv:1: cannot be read: Permission denied"):
        opened(tmp_path)


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path):
    (tmp_path / "polities.tsv").symlink_to(tmp_path / "gone.tsv")
    with pytest.raises(DataFileError, match=r"polities\.tsv:1: cannot be read: No such file"):
        opened(tmp_path)


def test_what_is_no_folder_is_told_in_one_line(write: Write, tmp_path: Path):
    with pytest.raises(QatynasError, match="none: no such folder: a lexicon is a folder of tables"):
        opened(tmp_path / "none")
    with pytest.raises(QatynasError, match="no such folder"):
        opened("")  # as from a shell's variable that is not set: not the folder where one is
    with pytest.raises(QatynasError, match=r"polities\.tsv: not a folder"):
        opened(write("polities.tsv", b"x"))


def test_the_folder_that_is_named_goes_before_the_one_in_force_and_that_before_the_setting(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write("set/kk/places.tsv", b"KAZ\tset\n")
    write("given/kk/places.tsv", b"KAZ\tgiven\n")
    assert chosen(None) is None
    monkeypatch.setenv("QATYNAS_LEXICON", str(tmp_path / "set"))
    assert chosen(None) == opened(tmp_path / "set")
    with using(Lexicon("in force", ())):
        assert chosen(None) == Lexicon("in force", ())
        assert chosen(tmp_path / "given") == opened(tmp_path / "given")
