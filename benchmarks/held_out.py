"""What the tagger finds in sentences that it was not trained on: five models, each on four fifths of the corpus.

Each model is handed to `qatynas facts --mentions` by the setting `tagger`, and reads the fifth that was held out.
Variants of one sentence (the same number in their ids) are held out together, or near-copies would leak.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from pathlib import Path

from train_tagger import FOLDS, fold_of, number_of

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "src" / "qatynas"
PROCESSES = min(2, os.cpu_count() or 1)
# The damage of the sources: letters of other alphabets, lost capitals. The corpus itself has its marks spaced.
DAMAGE = str.maketrans({"ә": "ə", "Ә": "Ə", "і": "i", "І": "I", "Қ": "қ"})


@cache
def _folder(corpus: Path) -> Path:
    """Where the models of this corpus and this code and data are kept: `make clean` removes them."""
    seed = sha256(corpus.read_bytes())
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.tsv"), HERE / "train_tagger.py"]):
        seed.update(f"{path.relative_to(HERE.parent)}\0".encode() + path.read_bytes())
    folder = Path(sys.prefix) / "tagger-folds" / seed.hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@cache
def model(corpus: Path, fold: int) -> Path:
    """The model that has not seen the sentences of a fold, trained once for the code and data as they stand."""
    out = _folder(corpus) / f"fold{fold}.crf"
    if not out.exists():
        part = out.with_suffix(f".{os.getpid()}")
        subprocess.run([sys.executable, HERE / "train_tagger.py", "--fold", str(fold), part, corpus], check=True)
        part.replace(out)
    return out


def held(documents: Iterable[str], folds: Iterable[int]) -> list[str]:
    """Ids of the documents (JSON lines, ids as `score.py mentions` expects) that stand in the folds."""
    chosen = frozenset(folds)
    names = (str(json.loads(line)["id"]) for line in documents)
    return [name for name in names if fold_of(number_of(name)) in chosen]


def mentions(
    documents: Iterable[str], corpus: Path, change: Callable[[str], str] = str, folds: Iterable[int] = range(FOLDS)
) -> str:
    """Mentions of the documents of the folds, each by the model that held it out; two models are made at a time.

    `change` is done to each text before; it must keep every character's place.
    """
    parts: dict[int, list[str]] = {fold: [] for fold in folds}
    for line in documents:
        told = json.loads(line)
        fold = fold_of(number_of(told["id"]))
        if fold in parts:
            told["text"] = change(told["text"])
            parts[fold].append(json.dumps(told, ensure_ascii=False) + "\n")
    with ThreadPoolExecutor(PROCESSES) as pool:
        return "".join(pool.map(lambda fold: _read(model(corpus, fold), parts[fold]), parts))


def damaged(text: str) -> str:
    """A text with the letters and capitals that the sources lack."""
    return text.translate(DAMAGE)


def _read(trained: Path, documents: list[str]) -> str:
    path = trained.with_suffix(f".{os.getpid()}.jsonl")
    path.write_text("".join(documents), encoding="utf-8")
    command = [sys.executable, "-m", "qatynas", "facts", "--jsonl", path, "--mentions"]
    environment = {**os.environ, "QATYNAS_TAGGER": str(trained)}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    path.unlink()
    return "".join(f"{line}\n" for line in done.stdout.splitlines() if '"kind":"mention"' in line)
