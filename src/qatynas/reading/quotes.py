"""Quotation marks: where quoted words begin and end."""

from collections.abc import Sequence

from qatynas.languages.language import Word

OPEN, SHUT = '«“„"', '»”"'


def quoted_before(words: Sequence[Word], at: int, floor: int, between: frozenset[str]) -> tuple[int, int] | None:
    """The quotation marks of the quoted words right before word `at`; only `between` words may stand between."""
    k = at - 1
    while k >= floor and words[k].form.lower() in between:
        k -= 1
    if k < floor or words[k].form not in SHUT:
        return None
    depth = 1
    for start in range(k - 1, floor - 1, -1):
        form = words[start].form
        if form in OPEN:
            depth -= 1
            if depth == 0:
                return start, k
        elif form in SHUT:
            depth += 1
    return None


def titles(words: Sequence[Word]) -> frozenset[int]:
    """Words within quotation marks that hold no sentence of their own: a name or a title."""
    out: set[int] = set()
    for start, shut in quotations(words):
        if not any(w.get("VerbForm") == "Fin" and w.upos == "VERB" for w in words[start:shut]):
            out.update(range(start, shut + 1))
    return frozenset(out)


def quotations(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Outermost quoted stretches, as (opening mark, closing mark); an open one ends with the sentence."""
    out: list[tuple[int, int]] = []
    start, depth = 0, 0
    for k, word in enumerate(words):
        if word.form in OPEN and not (word.form == '"' and depth):
            if depth == 0:
                start = k
            depth += 1
        elif word.form in SHUT and depth:
            depth -= 1
            if depth == 0:
                out.append((start, k))
    if depth:
        out.append((start, len(words) - 1))
    return out
