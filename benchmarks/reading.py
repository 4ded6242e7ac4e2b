"""Speed and memory of `qatynas facts --jsonl`: words a second, and that memory does not grow with the documents.

    python benchmarks/reading.py [FEWER MORE]

The documents are the bundled examples, each marked by a number of its own, so that no two are the same text.
"""

import json
import resource
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from qatynas.documents.opening import open_path

ROOT = Path(__file__).resolve().parent.parent
FEWER, MORE = 1_000, 5_000


class Measure(NamedTuple):
    """One run: documents, words, facts, seconds of wall time, peak memory in MiB."""

    documents: int
    words: int
    facts: int
    seconds: float
    peak: float


def documents(count: int, path: Path) -> int:
    """Write so many documents of one paragraph each; gives the number of words."""
    paragraphs = [p for file in sorted((ROOT / "examples").glob("*.txt")) for p in _paragraphs(file)]
    words = 0
    with path.open("w", encoding="utf-8") as out:
        for number, paragraph in enumerate(islice(cycle(paragraphs), count)):
            text = f"{number}. {paragraph}"
            words += len(text.split())
            out.write(json.dumps({"id": f"d{number}", "text": text, "language": "kk"}, ensure_ascii=False) + "\n")
    return words


def _paragraphs(file: Path) -> list[str]:
    return [line for told in open_path(file) for line in told.original.splitlines() if len(line.split()) > 5]


def measure(count: int) -> Measure:
    """Read so many documents in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "documents.jsonl")
        words = documents(count, path)
        start = perf_counter()
        # A child of a child: the peak of the processes waited for is that of this run alone.
        told = subprocess.run(
            [sys.executable, __file__, "--child", str(path)], check=True, capture_output=True, encoding="utf-8"
        ).stdout.split()
        return Measure(count, words, int(told[0]), perf_counter() - start, int(told[1]) / 1024)


def child(path: str) -> None:
    """Run `facts`; print the number of facts and the peak resident memory in KiB (Linux's unit)."""
    command = [sys.executable, "-m", "qatynas", "facts", "--jsonl", path]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        facts = sum(1 for _ in process.stdout)
    if process.returncode:
        sys.exit(process.returncode)
    print(facts, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


def main(fewer: int, more: int) -> None:
    """Print a Markdown table; status 1 where memory grew by more than a tenth."""
    measures = [measure(fewer), measure(more)]
    print("| documents | words | facts | seconds | words a second | peak MiB |\n|---|---|---|---|---|---|")
    for m in measures:
        print(f"| {m.documents} | {m.words} | {m.facts} | {m.seconds:.1f} | {m.words / m.seconds:.0f} | {m.peak:.0f} |")
    if measures[1].peak > measures[0].peak * 1.1:
        sys.exit(f"memory grew with the number of documents: {measures[0].peak:.0f} → {measures[1].peak:.0f} MiB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2])
    else:
        main(*map(int, sys.argv[1:3] or (FEWER, MORE)))
