"""A new folder: tables that hold nothing but what explains them."""

from importlib.resources import files
from pathlib import Path

import pytest

from qatynas.errors import QatynasError
from qatynas.ontology.extension import extensible
from qatynas.ontology.folder import opened
from qatynas.ontology.template import begun, head

NEW = [file for file, table in extensible().items() if table.new]


def test_a_new_folder_holds_the_likeliest_tables_and_is_a_lexicon_without_entries(tmp_path: Path):
    assert begun(tmp_path / "mine") == NEW
    assert [file for file in NEW if not (tmp_path / "mine" / file).is_file()] == []
    assert opened(tmp_path / "mine").files == ()


def test_what_stands_there_is_left_as_it_is(tmp_path: Path):
    (tmp_path / "polities.tsv").write_text("mine", encoding="utf-8")
    assert "polities.tsv" not in begun(tmp_path)
    assert (tmp_path / "polities.tsv").read_text(encoding="utf-8") == "mine"
    assert begun(tmp_path) == []


def test_no_name_and_the_name_of_a_file_are_refused(tmp_path: Path):
    (tmp_path / "file").write_text("words", encoding="utf-8")
    for name, reason in (
        ("", "the name of the folder is empty"),
        (tmp_path / "file", f"{tmp_path / 'file'}: not a folder"),
    ):
        with pytest.raises(QatynasError) as told:
            begun(name)
        assert str(told.value).startswith(reason)


@pytest.mark.parametrize("file", NEW)
def test_the_head_explains_the_columns_and_claims_no_source(file: str):
    text = head(extensible()[file])
    assert all(line.startswith("#") for line in text.splitlines())
    assert "Columns" in text and "Source" not in text
    assert f"the same {', '.join(extensible()[file].key)}; a line" in text


def test_each_table_that_is_begun_exists_and_has_a_head():
    source = files("qatynas")
    assert [file for file in NEW if not source.joinpath(extensible()[file].table).is_file()] == []


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path: Path):
    (tmp_path / "mine").write_text("a file", encoding="utf-8")
    with pytest.raises(QatynasError, match=r"^[^\n]*mine/deep/polities\.tsv: [^\n]+$"):
        begun(tmp_path / "mine" / "deep")
