"""Words in CoNLL-U, the table of Universal Dependencies (https://universaldependencies.org/format.html)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qatynas.languages.language import Analysis, Sentence, Word

_COLUMNS = 10
_OURS = frozenset(("Attr",))
"""Features of ours that Universal Dependencies does not know: they stand in the column MISC."""
_NO_FEATURE = "_"


def blocks(sentences: Iterable[Sentence]) -> Iterator[str]:
    """One block a sentence: its text, a line a word with lemma, UPOS and features, an empty line.

    A word that no list knows says `Known=No` in the column MISC, and how it was taken apart.
    """
    for sentence in sentences:
        lines = [f"# text = {' '.join(sentence.text.split())}"]
        following = [*(word.start for word in sentence.words[1:]), sentence.end]
        for number, (word, start) in enumerate(zip(sentence.words, following, strict=True), start=1):
            glued = word.end == start and number < len(sentence.words)
            lines.append(_line(str(number), word.form, word.best, ["SpaceAfter=No"] if glued else []))
        yield "\n".join(lines) + "\n\n"


def filled(blank: str, analysed: Sequence[Analysis]) -> str:
    """A block of blank CoNLL-U with the analyses of its words, in order; comments and ranges stay as they are."""
    rest = iter(analysed)
    rows = [line.split("\t") for line in blank.split("\n")]
    lines = [_line(row[0], row[1], next(rest), []) if row[0].isdigit() else "\t".join(row) for row in rows]
    return "\n".join(lines) + "\n\n"


def is_word(line: str) -> bool:
    """Whether a line of CoNLL-U is a word, not a comment, a range of words or an empty node."""
    return line.split("\t", 1)[0].isdigit()


def _line(number: str, form: str, told: Analysis, misc: list[str]) -> str:
    features = {name: value for name, value in told.features.items() if name not in _OURS}
    ours = [f"{name}={value}" for name, value in told.features.items() if name in _OURS]
    how = [] if told.known else ["Known=No"]
    if told.how:
        how.append(f"How={told.how}")
    cells = [number, form, told.lemma, told.upos, "_", _joined(features), "_", "_", "_"]
    return "\t".join([*cells, "|".join([*misc, *ours, *how]) or "_"])


def _joined(features: Mapping[str, str]) -> str:
    """Features as UD writes them: by name, capitals and small letters alike."""
    return "|".join(f"{name}={features[name]}" for name in sorted(features, key=str.lower)) or _NO_FEATURE


__all__ = ["Word", "blocks", "filled", "is_word"]
