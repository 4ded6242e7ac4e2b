"""Weights of the features of confidence, by logistic regression on the gold that may be looked at.

    python benchmarks/train_confidence.py [--write]      (with it: `make confidence`)

Prints how well confidence tells right facts from wrong ones where it was not trained on their text (ten folds; a
whole document stands in one), and with --write puts the weights, trained on all, into
src/qatynas/reading/data/confidence.tsv.

A fact is *right* where its kind, type, date, sides and key fields agree with the gold. Each file of gold has a term
of its own, so that how well the reader knows that file is not laid to the features that are frequent in it; for a new
text the mean of these terms is taken. The length of the sentence and the number of its clauses are no features: they
only told the two long documents from the rest. One weight for each realisation lowered the held-out loss from 0.522
to 0.519 on 1,182 facts.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from math import exp, log
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from annotated import Item, all_matches
from qatynas.reading.confidence import EVERY, chance

TABLE = Path(__file__).resolve().parent.parent / "src" / "qatynas" / "reading" / "data" / "confidence.tsv"
FOLDS = 10
LEAST = 4  # facts that must have a feature before it gets a weight
STEPS = 10  # of Newton's method: it has come to rest long before
PENALTY, OWN = 2.0, 0.1  # of a weight's square; of a file's own term
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
GOLD = "gold "
HEAD = """# How sure a fact is: weights of its features in log odds. Made by `make confidence`: do not edit.
#
# Columns: feature, weight, facts, right
#   feature  what is seen of a fact (src/qatynas/reading/confidence.py); its kind and type are features too
#   weight   what it adds to the sum that the logistic function turns into a chance: below 0 it makes less sure
#   facts    facts of the gold that have it; a feature of fewer than four has no weight
#   right    how many of them agree with the gold in all fields
# Source: the gold that may be looked at (tests/reading/gold and the shared one), trained on {facts} facts.
"""


class Example(NamedTuple):
    """A fact told on annotated text: its features, whether all of it is right, and whether it is found at all."""

    gold: str
    text: str
    kind: str
    features: tuple[str, ...]
    right: bool
    found: bool


Rated = Sequence[tuple[float, Example]]


def examples(gold: Iterable[tuple[str, Sequence[Item]]], by: ModuleType) -> list[Example]:
    """Every fact told of the gold's texts."""
    return [
        Example(name, m.item, m.told.fact.kind, m.told.features, bool(m.gold and not m.wrong), m.gold is not None)
        for name, texts in gold
        for m in all_matches(texts, by)
        if m.told
    ]


def trained(given: Sequence[Example]) -> dict[str, float]:
    """Weights of the features; that of every fact is for a text of the usual kind: the files' own terms in the mean."""
    counts = Counter(name for one in given for name in one.features)
    files = Counter(one.gold for one in given)
    names = [EVERY, *sorted(n for n, count in counts.items() if count >= LEAST), *(GOLD + f for f in sorted(files))]
    at = {name: k for k, name in enumerate(names)}
    told = [([0, at[GOLD + one.gold], *(at[f] for f in one.features if f in at)], one.right) for one in given]
    penalty = [0.0, *(OWN if name.startswith(GOLD) else PENALTY for name in names[1:])]
    values = [0.0] * len(names)
    for _ in range(STEPS):
        values = [v - s for v, s in zip(values, _step(told, values, penalty), strict=True)]
    table = dict(zip(names, values, strict=True))
    terms = {file: table.pop(GOLD + file) for file in files}
    table[EVERY] += sum(terms[file] * count for file, count in files.items()) / max(1, len(given))
    return table


def _step(told: Sequence[tuple[list[int], bool]], values: list[float], penalty: list[float]) -> list[float]:
    """Newton's step: the slope of the penalised loss divided by its curvature."""
    size = len(values)
    slope = [p * v for p, v in zip(penalty, values, strict=True)]
    curve = [[0.0] * size for _ in range(size)]
    for k in range(size):
        curve[k][k] = penalty[k] + 1e-6
    for where, right in told:
        p = 1 / (1 + exp(-sum(values[k] for k in where)))
        for j in where:
            slope[j] += p - right
            for k in where:
                curve[j][k] += p * (1 - p)
    return solved(curve, slope)


def solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """x of matrix·x = right, for a symmetric positive matrix (Gauss, no exchange of rows is needed)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for k in range(size):
        for row in rows[k + 1 :]:
            if row[k]:
                factor = row[k] / rows[k][k]
                row[k:] = [a - factor * b for a, b in zip(row[k:], rows[k][k:], strict=True)]
    out = [0.0] * size
    for k in reversed(range(size)):
        out[k] = (rows[k][-1] - sum(rows[k][j] * out[j] for j in range(k + 1, size))) / rows[k][k]
    return out


def held_out(given: Sequence[Example]) -> list[tuple[float, Example]]:
    """Each fact with the confidence that it has where its text was not trained on."""
    folds: dict[int, list[Example]] = defaultdict(list)
    for one in given:
        folds[int(sha256(one.text.encode()).hexdigest(), 16) % FOLDS].append(one)
    out: list[tuple[float, Example]] = []
    for fold, tested in sorted(folds.items()):
        table = trained([one for other, part in folds.items() if other != fold for one in part])
        out += [(chance(one.features, table), one) for one in tested]
    return out


def halves(rated: Rated, found: bool = False) -> tuple[float, float]:
    """Share of right facts (with `found`: of found ones) in the less and in the more confident half.

    Facts of equal confidence at the border count as their mean, in whichever half they come to stand.
    """
    pools: dict[float, list[float]] = defaultdict(list)
    for sure, one in rated:
        pools[sure].append(float(one.found if found else one.right))
    ordered = [sum(pools[s]) / len(pools[s]) for s in sorted(pools) for _ in pools[s]]
    half = len(ordered) // 2
    return _mean(ordered[:half]), _mean(ordered[half:])


def bins(rated: Rated) -> list[tuple[float, float, int, float, float]]:
    """Reliability: lowest and highest confidence of a bin, its facts, their mean confidence, the share right."""
    out = []
    for low, high in pairwise(BINS):
        part = [(sure, one.right) for sure, one in rated if low <= sure < high]
        out.append((low, high, len(part), _mean([s for s, _ in part]), _mean([float(r) for _, r in part])))
    return out


def reliability(measured: Mapping[str, Rated]) -> str:
    """The reliability tables of several measurements side by side, as Markdown."""
    names = " | ".join(f"{name}: facts | mean confidence | share right" for name in measured)
    out = [f"| confidence | {names} |", "|---|" + "---|---|---|" * len(measured)]
    for rows in zip(*(bins(rated) for rated in measured.values()), strict=True):
        cells = " | ".join(f"{n} | {mean:.2f} | {right:.2f}" if n else "0 | |" for _, _, n, mean, right in rows)
        out.append(f"| {rows[0][0]:.1f} to {rows[0][1]:.1f} | {cells} |")
    return "\n".join(out)


def loss(rated: Rated) -> float:
    """Mean log loss: what is lost by trusting the confidence; less is better."""
    return -_mean([log(sure if one.right else 1 - sure) for sure, one in rated])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def tsv(given: Sequence[Example]) -> str:
    """The table of weights, trained on all."""
    counts = Counter(name for one in given for name in (EVERY, *one.features))
    right = Counter(name for one in given if one.right for name in (EVERY, *one.features))
    table = sorted(trained(given).items(), key=lambda row: (row[0] != EVERY, row[1], row[0]))
    rows = [f"{name}\t{weight:.2f}\t{counts[name]}\t{right[name]}" for name, weight in table]
    return HEAD.format(facts=len(given)) + "\n".join(rows) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Print how far confidence can be trusted, held out; with `--write` the weights go into the package."""
    from score import error_gold, judged

    given = examples(error_gold(), judged())
    rated = held_out(given)
    print(f"{len(given)} facts, {sum(e.right for e in given)} right; held-out loss {loss(rated):.3f}")
    for what, found in (("right", False), ("found", True)):
        print("share {}: less confident half {:.3f}, more confident half {:.3f}".format(what, *halves(rated, found)))
    print(reliability({"held out": rated}))
    if "--write" in arguments:
        TABLE.write_text(tsv(given), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
