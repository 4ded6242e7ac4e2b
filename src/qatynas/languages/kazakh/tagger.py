"""The tagger of names: a linear-chain CRF. On what benchmarks/train_tagger.py trained it, data/tagger/model.json tells.

Loaded when the first sentence is tagged, not before: what asks for no mentions never pays for it.
"""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args

from qatynas.errors import DataFileError
from qatynas.facts.kinds import Label
from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.features import features
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.language import DateExpression, Name, Sentence, Tagged, Word
from qatynas.settings import setting

if TYPE_CHECKING:
    from pycrfsuite import Tagger

MODEL, RECORD = "data/tagger/model.crf", "data/tagger/model.json"
BUILT_IN = "built-in"
_MAGIC = b"lCRF"
LABELS = frozenset(get_args(Label))
_EXPRESSIONS = frozenset(("DATE", "MONEY", "QUANTITY", "PERCENTAGE"))


def tagged(sentence: Sentence, names: Sequence[Name], dates: Sequence[DateExpression]) -> list[Tagged]:
    """Names and expressions of a sentence, in order; none overlap. `names` and `dates` are those that rules find.

    Raises `DataFileError` where the model is missing or damaged.
    """
    if not sentence.words:
        return []
    tags = _model(str(setting("tagger"))).tagger.tag(features(sentence, names, dates))
    return [
        Tagged(cast(Label, label), first, last, _cited(sentence, label, first, last))
        for first, last, label in _spans(tags)
        if label in LABELS
    ]


def _spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Spans of IOB2 tags, as (first word, word behind the last, label)."""
    first, label = 0, ""
    for k, tag in enumerate((*tags, "O")):
        if label and tag != f"I-{label}":
            yield first, k, label
            label = ""
        if not label and tag != "O":
            first, label = k, tag[2:]


def _cited(sentence: Sentence, label: str, first: int, last: int) -> str:
    """The words as one would cite them: without the case of the last, save in dates and amounts."""
    words = sentence.words
    final = words[last - 1]
    start = words[first].start - sentence.start
    if label in _EXPRESSIONS:
        return sentence.text[start : final.end - sentence.start]
    return sentence.text[start : final.start - sentence.start] + nominative(final)


def nominative(word: Word) -> str:
    """The form of a word without its case, with its possessive: «министрлігінің», «министрлігі»."""
    best = word.best
    if best.get("Case") in (None, "Nom"):
        return word.form
    rest = {name: value for name, value in best.features.items() if name != "Case"}
    for end in range(len(word.form) - 1, 0, -1):
        for one in analyse(word.form[:end]):
            told = {name: value for name, value in one.features.items() if name != "Case"}
            if one.get("Case") == "Nom" and told == rest and one.lemma.lower() == best.lemma.lower():
                return word.form[:end]
    return word.form


class _Model(NamedTuple):
    tagger: "Tagger"
    data: bytes  # the tagger reads in these bytes and does not hold them itself


@lru_cache(maxsize=2)
def _model(path: str) -> _Model:
    """The tagger of a model's file; `built-in` is the one that comes along."""
    from pycrfsuite import Tagger

    data = _built_in() if path == BUILT_IN else _read(path)
    # CRFsuite looks for the end of its file where the head says: a cut file would end the process.
    if data[: len(_MAGIC)] != _MAGIC or int.from_bytes(data[4:8], "little") != len(data):
        raise DataFileError(path, 0, "is no model of the tagger, or a damaged one")
    tagger = Tagger()
    tagger.open_inmemory(data)
    return _Model(tagger, data)


def record() -> dict[str, Any]:
    """What data/tagger/model.json tells of the model: training text, its licence, parameters, checksums."""
    told: dict[str, Any] = json.loads(files(PACKAGE).joinpath(RECORD).read_text(encoding="utf-8"))
    return told


def _built_in() -> bytes:
    try:
        data = files(PACKAGE).joinpath(MODEL).read_bytes()
        wanted = record()["model"]["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise DataFileError(MODEL, 0, f"the tagger's model or its record cannot be read: {error}") from None
    if sha256(data).hexdigest() != wanted:
        raise DataFileError(MODEL, 0, f"is damaged: its SHA-256 is not the one of {RECORD}; install qatynas again")
    return data


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise DataFileError(path, 0, f"cannot be read: {error.strerror}") from None
