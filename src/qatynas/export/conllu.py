"""Words in CoNLL-U, the table of Universal Dependencies (https://universaldependencies.org/format.html)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from qatynas.languages.kazakh.light_verbs import Compound
from qatynas.languages.language import Analysis, Sentence, Word

_OURS = frozenset(("Attr",))
"""Features of ours that Universal Dependencies does not know: they stand in the column MISC."""
_NO_FEATURE = "_"


Compounds = Callable[[Sequence[Word]], Iterable[Compound]]


def blocks(sentences: Iterable[Sentence], compounds: Compounds) -> Iterator[str]:
    """One block a sentence: its text, a line a word with lemma, UPOS and features, an empty line.

    In the column MISC, a word that no list knows says `Known=No` and how it was taken apart, and both words of a
    compound that means one act say it (`Compound=қол қой`).
    """
    for sentence in sentences:
        lines = [f"# text = {' '.join(sentence.text.split())}"]
        parts = {at: one.lemma for one in compounds(sentence.words) for at in (one.first, one.verb)}
        following = [*(word.start for word in sentence.words[1:]), sentence.end]
        for number, (word, start) in enumerate(zip(sentence.words, following, strict=True), start=1):
            glued = word.end == start and number < len(sentence.words)
            compound = parts.get(number - 1)
            misc = [f"Compound={compound}"] if compound else []
            lines.append(_line(str(number), word.form, word.best, misc + ["SpaceAfter=No"] * glued))
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
    # A citation mark may hold a space, or a line break: «[1, 2]».
    form, lemma = (" ".join(cell.split()) for cell in (form, told.lemma))
    cells = [number, form, lemma, told.upos, "_", _joined(features), "_", "_", "_"]
    return "\t".join([*cells, "|".join([*misc, *ours, *how]) or "_"])


def _joined(features: Mapping[str, str]) -> str:
    """Features as UD writes them: by name, capitals and small letters alike."""
    return "|".join(f"{name}={features[name]}" for name in sorted(features, key=str.lower)) or _NO_FEATURE
