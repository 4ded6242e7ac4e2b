"""Trains the tagger of names on KazNERD: the model that comes along, or one of a fold to measure it by.

    python benchmarks/train_tagger.py [CORPUS.iob2]          the model and its record, into the package
    python benchmarks/train_tagger.py --fold K OUT [CORPUS]  on all sentences but those of fold K (0 to 4), into OUT

The corpus is KazNERD's validation split (../shared/data/kaznerd/valid.iob2, or under what QATYNAS_SHARED names). Its
sentences go through the same restoration, analysis, lists and rules as any text that is read. Its classes that no
mention has are learned too, as two, so that a work of art is not taken for a project, nor any count for an amount of
something. Train again when words, lists of names or rules for dates have changed: the features lean on them. The same
corpus, code and version of python-crfsuite give the same bytes.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from qatynas.documents.text import Text
from qatynas.languages.kazakh.features import features
from qatynas.languages.kazakh.language import Kazakh
from qatynas.languages.kazakh.tagger import LABELS
from qatynas.languages.language import Sentence

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("QATYNAS_SHARED") or ROOT.parent / "shared").resolve()
CORPUS = SHARED / "data" / "kaznerd" / "valid.iob2"
FOLDER = ROOT / "src" / "qatynas" / "languages" / "kazakh" / "data" / "tagger"
FOLDS = 5
PARAMETERS = {"algorithm": "lbfgs", "c1": 0.3, "c2": 0.05, "max_iterations": 100}
COUNTS = frozenset(("CARDINAL", "ORDINAL", "TIME", "CONTACT"))  # learned as one class, COUNT
SOURCES = 2  # sentences, variants of one counted once, that a feature must stand in
ATTRIBUTION = {
    "name": "KazNERD: Kazakh Named Entity Recognition Dataset, validation split",
    "by": "Institute of Smart Systems and Artificial Intelligence (ISSAI), Nazarbayev University",
    "authors": "Rustem Yeshpanov, Yerbolat Khassanov, Huseyin Atakan Varol",
    "url": "https://github.com/IS2AI/KazNERD",
    "licence": "CC BY 4.0",
    "licence_url": "https://creativecommons.org/licenses/by/4.0/",
}


class Example(NamedTuple):
    """A sentence of the corpus: its number, its words joined by spaces, spans as (start, end, label)."""

    number: int
    text: str
    spans: tuple[tuple[int, int, str], ...]


class Learned(NamedTuple):
    """What the trainer is given of a sentence: features and tags of its words."""

    number: int
    features: list[list[str]]
    tags: list[str]


def read(path: Path) -> Iterator[Example]:
    """The sentences of an IOB2 file, each behind a line with its id: AID and BID of one number are variants."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        head, *lines = block.split("\n")
        words, tags = zip(*(line.rsplit(" ", 1) for line in lines), strict=True)
        yield Example(number_of(head), " ".join(words), tuple(_spans(words, tags)))


def number_of(name: str) -> int:
    """Number of a sentence's id, which its variants share: `AID308092 O`, `BID308092-17`."""
    found = re.match(r"[A-Z]+(\d+)", name)
    assert found, name
    return int(found[1])


def fold_of(number: int) -> int:
    """The fold in which the variants of a sentence are held out together."""
    return number % FOLDS


def _spans(words: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    at, current = 0, None
    for word, tag in zip(words, tags, strict=True):
        if current and not tag.startswith("I-"):
            yield current
            current = None
        if tag != "O":
            current = (current[0] if current else at, at + len(word), current[2] if current else tag[2:])
        at += len(word) + 1
    if current:
        yield current


def prepared(example: Example, language: Kazakh) -> Iterator[Learned]:
    """The sentences that the reader makes of an example, with the tags that its spans give their words."""
    text = language.restore(Text(example.text))
    for sentence in language.sentences(text.restored):
        if sentence.words:
            told = features(sentence, language.names(sentence), language.dates(sentence, None, None))
            yield Learned(example.number, told, _tags(text, sentence, example.spans))


def _tags(text: Text, sentence: Sentence, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    places = [text.span(word.start, word.end)[:2] for word in sentence.words]
    tags = ["O"] * len(places)
    for start, end, label in spans:
        inside = [k for k, (low, high) in enumerate(places) if low < end and high > start]
        for k in inside:
            tags[k] = f"{'B' if k == inside[0] else 'I'}-{_class(label)}"
    return tags


def _class(label: str) -> str:
    """The label of a mention as it stands; those that no mention has are counts or other names."""
    return label if label in LABELS else "COUNT" if label in COUNTS else "OTHER"


def train(examples: Iterable[Example], out: Path) -> int:
    """Train on the examples, write the model, give the number of features that stand in enough of them."""
    language = Kazakh()
    made = [sequence for example in examples for sequence in prepared(example, language)]
    kept = frequent(made)
    parameters = dict(PARAMETERS)
    trainer = pycrfsuite.Trainer(algorithm=parameters.pop("algorithm"), verbose=False)
    trainer.set_params(parameters)
    for one in made:
        items = [[name for name in word if name in kept] for word in one.features]
        trainer.append(pycrfsuite.ItemSequence(items), one.tags)
    made.clear()
    trainer.train(str(out))
    return len(kept)


def frequent(made: Iterable[Learned]) -> frozenset[str]:
    """Features of `SOURCES` sentences or more: what only one has, in however many variants, is learned by heart."""
    first: dict[str, int] = {}
    kept: set[str] = set()
    for one in made:
        for name in {name for word in one.features for name in word}:
            if first.setdefault(name, one.number) != one.number:
                kept.add(name)
    return frozenset(kept)


def record(corpus: Path, examples: Sequence[Example], count: int, model: Path) -> dict[str, object]:
    """What a reader of the model should know, for data/tagger/model.json."""
    data = model.read_bytes()
    return {
        "model": {"file": model.name, "bytes": len(data), "sha256": sha256(data).hexdigest()},
        "corpus": {
            **ATTRIBUTION,
            "file": corpus.name,
            "sha256": sha256(corpus.read_bytes()).hexdigest(),
            "sentences": len(examples),
        },
        "features": {"count": count, "least_sources": SOURCES},
        "parameters": PARAMETERS,
        "trainer": f"python-crfsuite {version('python-crfsuite')}",
        "script": "benchmarks/train_tagger.py",
    }


def main(arguments: list[str]) -> None:
    """Train as the arguments say."""
    if arguments[:1] == ["--fold"]:
        fold, out, *rest = arguments[1:]
        examples = read(Path(rest[0]) if rest else CORPUS)
        train((one for one in examples if fold_of(one.number) != int(fold)), Path(out))
        return
    corpus = Path(arguments[0]) if arguments else CORPUS
    examples = list(read(corpus))
    model = FOLDER / "model.crf"
    told = record(corpus, examples, train(examples, model), model)
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    (FOLDER / "model.json").write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main(sys.argv[1:])
