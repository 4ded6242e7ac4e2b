import os

from qatynas.documents.folders import discover
from qatynas.documents.opening import open_path


def names(root, paths):
    return [path.relative_to(root).as_posix() for path in paths]


def make(root, *files):
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Мәтін {file}", encoding="utf-8")


def test_a_folder_is_walked_at_any_depth_in_sorted_order(tmp_path):
    make(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "a/deep/er/x.txt", "c.md")
    assert names(tmp_path, discover([tmp_path])) == ["a/1.txt", "a/2.txt", "a/deep/er/x.txt", "b.txt", "c.md"]


def test_hidden_files_of_a_folder_are_left_out_unless_they_are_named(tmp_path):
    make(tmp_path, ".hidden.txt", ".git/config", "a.txt")
    assert names(tmp_path, discover([tmp_path])) == ["a.txt"]
    assert names(tmp_path, discover([tmp_path / ".hidden.txt"])) == [".hidden.txt"]


def test_files_come_in_the_order_in_which_they_were_named_and_once(tmp_path):
    make(tmp_path, "a.txt", "b.txt")
    (tmp_path / "c.txt").symlink_to("a.txt")
    found = discover([tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path])
    assert names(tmp_path, found) == ["b.txt", "a.txt"]


def test_a_loop_of_links_between_folders_ends(tmp_path):
    make(tmp_path, "a/1.txt", "b/2.txt")
    (tmp_path / "a" / "up").symlink_to("..")
    (tmp_path / "b" / "across").symlink_to("../a")
    assert names(tmp_path, discover([tmp_path])) == ["a/1.txt", "b/2.txt"]


def test_what_cannot_be_opened_comes_out_and_is_refused_at_opening(tmp_path):
    make(tmp_path, "a.txt")
    (tmp_path / "dangling.txt").symlink_to("gone.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    paths = list(discover([tmp_path, tmp_path / "missing.txt", tmp_path / "a.txt" / "inside.txt"]))
    reasons = [document.reason for path in paths for document in open_path(path)]
    assert reasons == [
        None,
        "missing: no such file",
        "unreadable: too many levels of symbolic links",
        "unreadable: neither a file nor a folder",
        "missing: no such file",
        "unreadable: not a directory",
    ]
