"""Features of the words of a sentence for the tagger of names: short strings, those of each word in its own list.

What a form tells by itself is made once (`forms`); here stands what only the sentence tells: neighbours, listed
names and dates, quotations, numbers in several words, and the noun that a chain of nouns ends in.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from qatynas.languages.kazakh.forms import Form, edge, form
from qatynas.languages.language import DateExpression, Name, Sentence

_OPEN, _SHUT = frozenset('«“"„'), frozenset('»”"')
_WITHIN = frozenset(".,–-/")  # signs that stand within a number: 2,5; 80–82
_LIMIT = ("before", "after", "percent")  # words beside a number that are no part of it
_FIRST, _LAST, _NONE = edge("^"), edge("$"), edge("")
_Told = list[list[str]]


def features(sentence: Sentence, names: Sequence[Name], dates: Sequence[DateExpression]) -> _Told:
    """Features of each word of a sentence, given the names and dates that lists and rules find in it."""
    forms = [form(word.form) for word in sentence.words]
    out = _neighbours(forms)
    _chains(forms, out)
    _numbers(forms, out)
    _quotations(forms, out)
    _listed(out, "g", ((name.first, name.last, f"{name.kind}{'c' * (name.code is not None)}") for name in names))
    _listed(out, "d", (_dated(sentence, date) for date in dates))
    return out


def _neighbours(forms: Sequence[Form]) -> _Told:
    """Features of each word by itself, with those of the three words on either side, and pairs."""
    around = [_NONE, _NONE, _FIRST, *forms, _LAST, _NONE, _NONE]
    pairs = [f"{one.low}|{two.low}" for one, two in pairwise(around[2:-2])]
    shapes = [f"{one.shape}|{two.shape}" for one, two in pairwise(around[2:-2])]
    return [
        [
            *around[k + 3].own,
            *around[k + 2].before[0],
            *around[k + 1].before[1],
            *around[k].before[2],
            *around[k + 4].behind[0],
            *around[k + 5].behind[1],
            *around[k + 6].behind[2],
            f"b{pairs[k]}",
            f"B{pairs[k + 1]}",
            f"sh{shapes[k]}",
            f"SH{shapes[k + 1]}",
        ]
        for k in range(len(forms))
    ]


def _dated(sentence: Sentence, date: DateExpression) -> tuple[int, int, str]:
    first, last = (bisect_left(sentence.starts, at) for at in (date.start, date.end))
    return first, last, "when" if date.relative else "date"


def _listed(out: _Told, mark: str, spans: Iterable[tuple[int, int, str]]) -> None:
    """Tell what lists or rules find to its words and to those beside them."""
    for first, last, name in spans:
        for k in range(first, last):
            told = f"{'B' if k == first else 'I'}{name}"
            out[k].append(f"{mark}:{told}")
            if k:
                out[k - 1].append(f"{mark}+{told}")
            if k + 1 < len(out):
                out[k + 1].append(f"{mark}-{told}")


def _chains(forms: Sequence[Form], out: _Told) -> None:
    """Tell each word of a chain of nouns («Ішкі істер министрлігінің өкілі») the class of what it leads to.

    Once of the next noun that is owned, once of the last one.
    """
    near = last = ""
    for k in range(len(forms) - 1, -1, -1):
        one = forms[k]
        if near:
            out[k].append(f"h{near}{one.shape[:1]}")
        if last:
            out[k].append(f"H{last}{one.shape[:1]}")
        if one.chain == "-":
            near = last = ""
        elif one.chain == "n":
            last = last or one.kind or "?"
        elif one.chain == "p":
            near = one.kind or "?"
            last = last or near
        else:
            near = last = one.kind or "?"


def _numbers(forms: Sequence[Form], out: _Told) -> None:
    """Tell the words of a number what it counts, and the words beside it that a number stands there."""
    for first, last in _runs(forms):
        unit = forms[last].word if last < len(forms) else "$"
        second = forms[last + 1].word if last + 1 < len(forms) else "$"
        before = forms[first - 1].low if first else "^"
        told = (f"n>{unit}", f"n>>{second}", f"n<{before}")
        for k in range(first, last):
            out[k].extend(told)
        out[first].append("nB")
        ordinal = "o" if forms[last - 1].counts.endswith("o") else ""
        if first:
            out[first - 1].append(f"+n{ordinal}{unit}")
        if last < len(forms):
            out[last] += (f"-n{ordinal}", f"-n{ordinal}{before}")


def _runs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Numbers of the sentence, as (first word, word behind the last)."""
    counts = [bool(one.counts) and not one.counts.startswith(_LIMIT) for one in forms] + [False]
    k = 0
    while k < len(forms):
        if not counts[k]:
            k += 1
            continue
        first = k
        while counts[k] or (k < len(forms) and forms[k].low in _WITHIN and counts[k + 1]):
            k += 1
        yield first, k


def _quotations(forms: Sequence[Form], out: _Told) -> None:
    """Tell quoted words what the words behind the quotation say that it is («Нұрлы жол» бағдарламасы)."""
    start = -1
    for k, one in enumerate(forms):
        if start < 0 and one.low in _OPEN:
            start = k
        elif start >= 0 and one.low in _SHUT:
            _quoted(forms, out, start + 1, k)
            start = -1


def _quoted(forms: Sequence[Form], out: _Told, first: int, last: int) -> None:
    behind = [*forms[last + 1 : last + 3], _LAST, _LAST]
    told = (f"q>{behind[0].lemma}", f"qc{behind[0].kind}|{behind[1].kind}", *[f"q{x}" for x in _heads(forms, last)])
    for k in range(first, last):
        out[k].extend(told)
        out[k].append(f"q{'f' * (k == first)}{'l' * (k == last - 1)}")


def _heads(forms: Sequence[Form], at: int) -> Iterator[str]:
    """Class of the first and of the last owned noun of the chain of nouns behind a word."""
    k, first, last = at + 1, "", ""
    while k < len(forms) and forms[k].chain != "-":
        if forms[k].chain in "po":
            last = forms[k].kind or "?"
            first = first or last
        if forms[k].chain in "oe":
            break
        k += 1
    yield f"h{first}"
    yield f"H{last}"
