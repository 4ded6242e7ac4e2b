"""Processes that are killed or interrupted in the middle of adding many documents."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from papers import TREATY, VISIT, reading

from qatynas.record.outcome import Outcome
from qatynas.record.store import Record

MANY = 60
# Adds documents for ever. Prints the number of each document that is in the
# record for certain.
ADD = f"""
import itertools, sys
sys.path[:0] = [{str(Path(__file__).parent)!r}]
from papers import TREATY, VISIT, reading
from qatynas.record.store import Record

with Record.open(sys.argv[1]) as record:
    for number in itertools.count():
        outcome = record.add(reading(f"{{number}}.txt", f"{{number}}. {{TREATY}} {{VISIT}}"))
        print(number, outcome, flush=True)
"""


def run_until(where: Path, documents: int, by: signal.Signals) -> list[str]:
    """Start the command, send it the signal after so many documents; what it had told until it ended."""
    with subprocess.Popen(
        [sys.executable, "-c", ADD, where], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(documents)]
        process.send_signal(by)
        lines += process.stdout.readlines()
    assert process.returncode == -by
    return [line for line in lines if line.endswith("\n")]


def told_and_whole(where: Path, lines: list[str]) -> None:
    """Every document that was told of is there with all its facts, and nothing is half written."""
    with Record.open(where, create=False) as record:
        assert record.check() == []
        documents = record.documents()
        assert {document.facts for document in documents} <= {4}
        assert {line.split()[0] + ".txt" for line in lines} <= {document.name for document in documents}


@pytest.mark.parametrize(("by", "times"), [(signal.SIGKILL, 2), (signal.SIGINT, 1)], ids=["killed", "interrupted"])
def test_nothing_is_lost_or_half_written_and_the_same_command_completes(where: Path, by: signal.Signals, times: int):
    chance = random.Random(7)
    for _ in range(times):
        lines = run_until(where, chance.randint(1, 25), by)
        told_and_whole(where, lines)
    with Record.open(where) as record:
        outcomes = [record.add(reading(f"{number}.txt", f"{number}. {TREATY} {VISIT}")) for number in range(MANY)]
    assert set(outcomes) == {Outcome.new, Outcome.same}
    told_and_whole(where, [f"{number} added\n" for number in range(MANY)])


def test_a_process_that_is_killed_while_it_makes_the_record_leaves_none_that_is_half_made(where: Path):
    for delay in (0.4, 0.5):
        process = subprocess.Popen(
            [sys.executable, "-c", ADD, where], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        with Record.open(where) as record:
            assert record.check() == []
        for file in where.parent.iterdir():
            file.unlink()
