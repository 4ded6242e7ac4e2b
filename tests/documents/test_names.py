import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.names import display_names, path_id


def test_a_file_is_shown_by_its_name():
    assert display_names(["/a/one.txt", "/b/two.txt"]) == {"/a/one.txt": "one.txt", "/b/two.txt": "two.txt"}


def test_two_files_of_one_name_are_shown_by_the_shortest_path_that_tells_them_apart():
    shown = display_names(["/news/2014/may.txt", "/old/2014/may.txt", "/news/2015/may.txt", "/x/note.txt"])
    assert list(shown.values()) == ["news/2014/may.txt", "old/2014/may.txt", "2015/may.txt", "note.txt"]


def test_a_path_that_is_the_end_of_another_is_shown_whole():
    assert display_names(["/a/x.txt", "/b/a/x.txt"]) == {"/a/x.txt": "/a/x.txt", "/b/a/x.txt": "b/a/x.txt"}


def test_an_id_that_is_no_path_is_shown_as_it_is():
    assert display_names(["x.txt", "/a/x.txt", "AID1"]) == {"x.txt": "x.txt", "/a/x.txt": "a/x.txt", "AID1": "AID1"}


PATHS = st.lists(st.sampled_from("ab"), min_size=1, max_size=5).map(lambda parts: "/" + "/".join(parts))


@given(st.lists(PATHS))
def test_shown_names_tell_all_files_apart_and_end_their_paths(ids):
    shown = display_names(ids)
    assert set(shown) == set(ids)
    assert len(set(shown.values())) == len(shown)
    assert all(id.endswith(name) for id, name in shown.items())


def test_a_file_is_the_same_by_whatever_path_it_is_reached(tmp_path, monkeypatch):
    (tmp_path / "a.txt").touch()
    (tmp_path / "link.txt").symlink_to("a.txt")
    monkeypatch.chdir(tmp_path)
    ids = {path_id(path) for path in (tmp_path / "a.txt", Path("a.txt"), Path("link.txt"), Path("./x/../a.txt"))}
    assert ids == {(tmp_path / "a.txt").resolve().as_posix()}


def test_a_name_that_is_not_utf8_is_written_so_that_it_can_be_stored(tmp_path):
    assert path_id(tmp_path / os.fsdecode(b"\xff.txt")).endswith("/\\xff.txt")
