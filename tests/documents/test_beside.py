import pytest

from qatynas.documents.beside import beside, mapping
from qatynas.documents.folders import discover
from qatynas.documents.opening import open_path
from qatynas.errors import Refused

TABLE = "Күні;Ел\n1992;Ресей\n"


def test_the_mapping_beside_a_table_goes_with_it(tmp_path):
    (tmp_path / "a.csv").write_text(TABLE)
    (tmp_path / "b.csv").write_text(TABLE)
    (tmp_path / "a.mapping.yaml").write_text("tables: []")
    (first,), (second,) = (list(open_path(tmp_path / name)) for name in ("a.csv", "b.csv"))
    assert first.mapping is not None
    assert (first.mapping.name, first.mapping.text, second.mapping) == ("a.mapping.yaml", "tables: []", None)


def test_a_text_has_no_mapping_whatever_lies_beside_it(tmp_path):
    (tmp_path / "a.txt").write_text("Бір сөйлем.")
    (tmp_path / "a.mapping.yaml").write_text("tables: []")
    assert next(open_path(tmp_path / "a.txt")).mapping is None


def test_a_mapping_is_no_document_of_a_folder(tmp_path):
    for name in ("a.csv", "a.mapping.yaml", "b.yaml"):
        (tmp_path / name).write_text(TABLE)
    assert [path.name for path in discover([tmp_path])] == ["a.csv", "b.yaml"]
    assert beside(tmp_path / "a.csv") == tmp_path / "a.mapping.yaml"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\xd8", b"\xc0\xc1\xf5" * 9, b"#" * 1_000_001])
def test_a_mapping_that_cannot_be_read_refuses_its_table(tmp_path, content):
    (tmp_path / "a.csv").write_text(TABLE)
    (tmp_path / "a.mapping.yaml").write_bytes(content)
    (document,) = open_path(tmp_path / "a.csv")
    assert document.state == "refused"
    assert (document.reason or "").startswith("mapping: a.mapping.yaml: ")


def test_a_folder_in_its_place_is_told(tmp_path):
    (tmp_path / "a.mapping.yaml").mkdir()
    with pytest.raises(Refused, match=r"mapping: a\.mapping\.yaml"):
        mapping(tmp_path / "a.mapping.yaml")
    assert mapping(tmp_path / "none.yaml") is None
