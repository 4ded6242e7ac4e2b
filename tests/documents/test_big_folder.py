"""A folder of every kind with bad files in it, as `benchmarks/folder.py` makes it, but small."""

import sys
from pathlib import Path

import pytest

import folder
import spoiled


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="what processes hold is told by /proc")
@pytest.mark.parametrize("workers", [1, 2])
def test_all_is_read_but_what_is_bad_which_is_named_with_its_reason(tmp_path: Path, workers: int):
    files = tmp_path / "files"
    files.mkdir()
    wrong = folder.make(files, 3 * len(spoiled.WAYS), len(spoiled.WAYS))
    found = folder.measure(files, workers)
    assert folder.untold(files, wrong, found.report) == []
    assert found.report["finished"]
    assert found.report["refused"] == len(wrong)
    assert {each["outcome"] for each in found.report["each"]} == {"new", "refused"}
    assert found.together < workers * folder.MOST


def test_there_are_twenty_ways_to_be_bad_each_with_a_known_reason():
    from qatynas.errors import REASONS

    assert len(spoiled.WAYS) >= 20
    assert {reason for way in spoiled.WAYS.values() for reason in way.reasons} <= set(REASONS)
