"""Thousands of files of every kind, some of them bad: time for each, memory of all processes, reasons.

    python benchmarks/folder.py [FILES] [BAD] [--workers N]      2,000 files, 100 of them bad

The files are made in a temporary folder from the sentences of `examples/`, whole ones by `samples`, bad ones by
`spoiled`, and read by `qatynas read`. The exit status is 1 where a limit of issue 5 is not kept.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import samples
import spoiled

ROOT = Path(__file__).resolve().parent.parent
MOST = 600_000_000  # bytes of all processes together, issue 5
PARAGRAPHS = 4  # of a file
EVERY = 0.02  # seconds between two looks at the memory


class Measured(NamedTuple):
    """How a run ended: seconds, most bytes of all processes together and of each kind, and the report."""

    seconds: float
    together: int
    parent: int
    children: int
    report: dict[str, Any]


def make(folder: Path, files: int, bad: int) -> dict[str, tuple[str, ...]]:
    """Fill a folder; gives the bad files by name, with the first words of the reasons that may be told of each."""
    kinds = [kind for kind in samples.KINDS if _opens(kind)]
    sentences = cycle(_sentences())
    for number, kind in zip(range(files - bad), cycle(kinds), strict=False):
        path = folder / f"{number % 20:02}" / f"{number:05}.{kind}"
        path.parent.mkdir(exist_ok=True)
        words = [f"{number}-{n}. {words}" for n, words in enumerate(islice(sentences, PARAGRAPHS))]
        path.write_bytes(samples.KINDS[kind](*words))
    wrong: dict[str, tuple[str, ...]] = {}
    made = {way: each.make() for way, each in spoiled.WAYS.items()}
    for number, (way, each) in zip(range(bad), cycle(spoiled.WAYS.items()), strict=False):
        name = f"bad/{number:05} {way}.{each.extension}"
        (folder / "bad").mkdir(exist_ok=True)
        (folder / name).write_bytes(made[way])
        wrong[name] = each.reasons
    return wrong


def _sentences() -> list[str]:
    from qatynas.documents.encoding import decode

    texts = [decode(path.read_bytes()).text for path in sorted((ROOT / "examples").glob("*.txt"))]
    return [line.strip() for text in texts for line in text.splitlines() if len(line) > 80]


def _opens(kind: str) -> bool:
    """Whether files of a kind are read: those of a kind that is not yet would all be bad."""
    from qatynas.documents.opening import open_path

    with TemporaryDirectory() as folder:
        path = Path(folder, f"a.{kind}")
        path.write_bytes(samples.KINDS[kind](samples.WORDS))
        return any(document.state == "read" for document in open_path(path))


def measure(folder: Path, workers: int) -> Measured:
    """Read the folder and watch what the processes hold."""
    report = folder.parent / "report.json"
    command = [sys.executable, "-m", "qatynas", "read", folder, "--record", folder.parent / "a.db", "--report", report]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    began = time.perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = subprocess.Popen([*map(str, command), "--workers", str(workers)], env=env, **quiet)
    most = [0, 0, 0]
    while running.poll() is None:
        held = _held(running.pid)
        now = [sum(held.values()), held.get(running.pid, 0), sum(held.values()) - held.get(running.pid, 0)]
        most = [max(pair) for pair in zip(most, now, strict=True)]
        time.sleep(EVERY)
    return Measured(time.perf_counter() - began, *most, json.loads(report.read_text("utf-8")))


def _held(parent: int) -> dict[int, int]:
    """Bytes of a process and of those that it started, by number (Linux)."""
    parents, held = {}, {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError):
            words = status.read_text().rpartition(")")[2].split()
            number = int(status.parent.name)
            parents[number], held[number] = int(words[1]), int(words[21]) * os.sysconf("SC_PAGE_SIZE")
    ours = {parent}
    for number in sorted(parents):
        if parents[number] in ours:
            ours.add(number)
    return {number: held[number] for number in ours if number in held}


def untold(folder: Path, wrong: dict[str, tuple[str, ...]], report: dict[str, Any]) -> list[str]:
    """Bad files that the report does not name with a right reason, and good ones that it says were not read."""
    told = {Path(each["document"]): each for each in report["each"] if each["state"] != "read"}
    out = []
    for name, reasons in wrong.items():
        each = told.pop((folder / name).resolve(), None)
        if each is None or (each["reason"] or "").partition(":")[0] not in reasons:
            out.append(f"{name}: {each and each['reason']}")
    return [*out, *(f"{each['document']}: {each['reason']}" for each in told.values())]


def main() -> int:
    """Print what was measured; 1 where more than `MOST` bytes were held or a bad file was not told of."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", type=int, nargs="?", default=2000)
    options.add_argument("bad", type=int, nargs="?", default=100)
    options.add_argument("--workers", type=int, default=1)
    given = options.parse_args()
    with TemporaryDirectory() as place:
        folder = Path(place, "files")
        folder.mkdir()
        wrong = make(folder, given.files, given.bad)
        found = measure(folder, given.workers)
        faults = untold(folder, wrong, found.report)
    kinds = Counter(Path(each["document"]).suffix for each in found.report["each"] if each["state"] == "read")
    print(f"{given.files:,} files, {given.bad} bad of {len(spoiled.WAYS)} kinds, workers: {given.workers}")
    print(f"{found.seconds:.0f} s, {1000 * found.seconds / given.files:.0f} ms a file")
    print(f"memory: {found.together / 1e6:.0f} MB together, {found.parent / 1e6:.0f} MB the parent, "
          f"{found.children / 1e6:.0f} MB the others; at most {MOST / 1e6:.0f} MB")  # fmt: skip
    print(f"read: {dict(sorted(kinds.items()))}; facts: {found.report['facts']:,}")
    print(f"refused: {found.report['reasons']}")
    print("\n".join(["not as they should be:", *faults]) if faults else "every bad file was told of with its reason")
    return int(bool(faults) or found.together > MOST)


if __name__ == "__main__":
    sys.exit(main())
