import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from qatynas.errors import QatynasError
from qatynas.export.file import write


def test_what_is_written_is_there(tmp_path: Path):
    write(tmp_path / "a.csv", [b"x", b"y"])
    assert (tmp_path / "a.csv").read_bytes() == b"xy"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_an_error_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path):
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"half"
        assert target.read_bytes() == b"old"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(target, pieces())
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_link_is_followed_and_kept(tmp_path: Path):
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write(tmp_path / "link.csv", [b"new"])
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_told_on_one_line(tmp_path: Path):
    with pytest.raises(QatynasError, match=r"no/a\.csv: No such file or directory"):
        write(tmp_path / "no" / "a.csv", [b"x"])


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path):
    with pytest.raises(QatynasError, match="Is a directory"):
        write(tmp_path, [b"x"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_device_is_written_to_and_not_replaced_and_a_full_disk_is_told():
    with pytest.raises(QatynasError, match="/dev/full: No space left on device"):
        write(Path("/dev/full"), [b"x"])
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
