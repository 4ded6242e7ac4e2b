"""Kazakh alone: which words are known, words a second on one core, memory; beside hunspell's Kazakh dictionary.

    python benchmarks/language.py [--pairs N]

The texts are the two sources, restored, and all of KazNERD's validation split, from `../shared` or the folder that
QATYNAS_SHARED names; without it, the bundled examples. The rival is Debian's `hunspell` with `hunspell-kk`
(`hunspell -d kk_KZ -s`, which gives the stems of each word); without it, its column says so. Speed is the
median of pairs of whole runs over the same text, in CPU seconds of a process of its own; ours begins when the lists
are loaded, and the rival's is lowered by what it takes for one word.
"""

import argparse
import gc
import json
import os
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import process_time

from qatynas.cli.main import OBJECTS_BEFORE_COLLECTION
from qatynas.documents.opening import open_path
from qatynas.documents.text import Text
from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.restoration import restore
from qatynas.languages.kazakh.sentences import sentences
from qatynas.languages.kazakh.words import split

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("QATYNAS_SHARED") or ROOT.parent / "shared").resolve()
HUNSPELL = ("hunspell", "-d", "kk_KZ", "-i", "utf-8")
PAIRS = 5
_ID = re.compile(r"[A-Z]{2,4}\d+")  # a sentence of the corpus begins with its id


def texts() -> dict[str, str]:
    """The texts to measure on, by name."""
    seeds, corpus = sorted((SHARED / "seeds").glob("*.txt")), SHARED / "data" / "kaznerd" / "valid.iob2"
    files = seeds or sorted((ROOT / "examples").glob("*.txt"))
    out = {path.stem: restore(Text(next(iter(open_path(path))).original)).restored for path in files}
    if corpus.exists():
        out["KazNERD valid"] = "\n".join(_sentences(corpus))
    return out


def _sentences(corpus: Path) -> list[str]:
    blocks = corpus.read_text(encoding="utf-8").split("\n\n")
    words = [[line.rsplit(" ", 1)[0] for line in block.splitlines() if line.strip()] for block in blocks]
    return [" ".join(_ID.sub("", block[0]).split() + block[1:]) for block in words if block]


def known(text: str) -> tuple[int, float]:
    """Running words of letters, and the share of them that the analyser knows without guessing."""
    words = [word for word in split(text) if word[0].isalpha()]
    return len(words), sum(any(one.known for one in analyse(word)) for word in words) / len(words)


def known_to_hunspell(text: str) -> float:
    """The share of the same words that the rival's dictionary knows."""
    words = [word for word in split(text) if word[0].isalpha()]
    told = subprocess.run([*HUNSPELL, "-l"], input="\n".join(words), capture_output=True, encoding="utf-8", check=True)
    return 1 - len(told.stdout.split()) / len(words)


def ours(text: str) -> float:
    """CPU seconds of a process of its own for analysing the text, the lists loaded."""
    done = subprocess.run([sys.executable, __file__, "--child"], input=text, capture_output=True, encoding="utf-8")
    done.check_returncode()
    return float(json.loads(done.stdout)["seconds"])


def theirs(text: str) -> float:
    """CPU seconds of the rival for the stems of the text's words, without what it takes to begin."""
    return _hunspell("\n".join(split(text))) - _hunspell("ел")


def _hunspell(words: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*HUNSPELL, "-s"], input=words, stdout=subprocess.DEVNULL, encoding="utf-8", check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def child() -> None:
    """Analyse standard input; print the CPU seconds, and the peak memory in MiB, as JSON."""
    text = sys.stdin.read()
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)  # as the command does
    list(sentences("Қазақстан Республикасы келісімге қол қойды."))
    start = process_time()
    words = sum(len(sentence.words) for sentence in sentences(text))
    seconds = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"words": words, "seconds": seconds, "peak": peak}))


def main(pairs: int) -> None:
    """Print two Markdown tables."""
    rival = shutil.which("hunspell") is not None
    print("| words known | running words | Qatynas | hunspell-kk |\n|---|---|---|---|")
    for name, text in texts().items():
        count, share = known(text)
        print(f"| {name} | {count:,} | {share:.3f} | {f'{known_to_hunspell(text):.3f}' if rival else 'not here'} |")
    name, text = max(texts().items(), key=lambda one: len(one[1]))
    count = len(split(text))
    runs = [(ours(text), theirs(text) if rival else 0.0) for _ in range(pairs)]
    mine, other = median(run[0] for run in runs), median(run[1] for run in runs)
    print(f"\n| {name}, {pairs} pairs | words a second |\n|---|---|")
    print(f"| Qatynas: all analyses, in context | {count / mine:,.0f} |")
    print(f"| hunspell -s: stems | {f'{count / other:,.0f}' if rival else 'not here'} |")
    done = subprocess.run([sys.executable, __file__, "--child"], input=text, capture_output=True, encoding="utf-8")
    print(f"\npeak memory of the process that analysed it: {json.loads(done.stdout)['peak']:.0f} MiB")


if __name__ == "__main__":
    if sys.argv[1:] == ["--child"]:
        child()
    else:
        arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
        arguments.add_argument("--pairs", type=int, default=PAIRS)
        main(arguments.parse_args().pairs)
