"""Wall time of whole processes, from start to end, in pairs with a rival.

    python benchmarks/startup.py [RUNS]

The rival is what any program of this kind must pay: the interpreter, click and rich, and nothing else. Both are
run in turn, so that a busy machine slows both; the median of each is told, and the median of the differences.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("QATYNAS_SHARED") or ROOT.parent / "shared")
SOURCE = SHARED / "seeds" / "kazakhstan-russia.txt"
RUNS = 15
COMMAND = (str(Path(sys.executable).with_name("qatynas")),)
RIVAL = (sys.executable, "-c", "import click, rich.console")
LIMITS = {"qatynas --help": 0.3, "qatynas facts, one source": 1.5}  # seconds, issue 2


def seconds(command: tuple[str, ...]) -> float:
    """Wall time of one run; a command that fails is not measured."""
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return perf_counter() - start


def pairs(command: tuple[str, ...], runs: int) -> list[tuple[float, float]]:
    """Times of the command and of the rival in turn; a first run of each warms the disk and is not counted."""
    seconds(command), seconds(RIVAL)
    return [(seconds(command), seconds(RIVAL)) for _ in range(runs)]


def source() -> Path:
    """A whole source where it is here, else the largest example."""
    examples = sorted((ROOT / "examples").glob("*.txt"), key=lambda path: path.stat().st_size)
    return SOURCE if SOURCE.exists() else examples[-1]


def main(runs: int) -> None:
    """Print a Markdown table."""
    measured = {
        "qatynas --help": (*COMMAND, "--help"),
        "qatynas facts, one source": (*COMMAND, "facts", str(source())),
    }
    print(f"{runs} pairs, seconds; facts on {source().name}; rival: python -c '{RIVAL[-1]}'\n")
    print("| command | median | slowest | rival, median | more than the rival | limit |\n|---|---|---|---|---|---|")
    for name, command in measured.items():
        times = pairs(command, runs)
        ours, rivals = zip(*times, strict=True)
        more = median(one - two for one, two in times)
        print(f"| {name} | {median(ours):.3f} | {max(ours):.3f} | {median(rivals):.3f} | {more:.3f} | {LIMITS[name]} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
