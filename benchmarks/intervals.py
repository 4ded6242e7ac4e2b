"""Intervals of what is measured on texts: bootstrap over texts, with a fixed seed, so that a figure has its doubt.

The counts are those of `../shared/score/score.py news`, text by text.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from types import ModuleType

from annotated import JSON, Item, all_matches, told

ROUNDS, SEED = 2_000, 1991
Counts = tuple[int, int, int]  # right, told, in the gold
Range = tuple[float, float]


def f1(counts: Sequence[Counts]) -> float:
    """F1 over texts: twice the right ones over those told and those in the gold."""
    right, said, gold = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return 2 * right / (said + gold) if said + gold else 0.0


def interval(counts: Sequence[Counts], measure: Callable[[Sequence[Counts]], float] = f1) -> Range:
    """The middle 95% of a measure over texts drawn again with replacement (percentile bootstrap)."""
    draw = Random(SEED)
    found = sorted(measure(draw.choices(counts, k=len(counts))) for _ in range(ROUNDS))
    return found[round(0.025 * ROUNDS)], found[round(0.975 * ROUNDS) - 1]


def events(item: Item, full: bool, by: ModuleType) -> Counts:
    """Events of a text that are told with the right type, and with `full` the right sides; optional ones aside."""
    left: list[JSON] = [t.line for t in told(item.id, item.text)[0] if t.fact.kind == "event"]
    wanted = [g for g in item.gold if g["kind"] == "event"]
    count: Counter[str] = Counter()
    for gold in sorted(wanted, key=lambda g: bool(g.get("optional"))):
        types = by.accepted(gold, "type")
        hit = next((p for p in left if p["type"] in types and (not full or by.who_agrees(p, gold))), None)
        if hit:
            left.remove(hit)
        if not gold.get("optional"):
            count.update({"gold": 1, "right": hit is not None})
    return count["right"], count["right"] + len(left), count["gold"]


def silent(gold: Sequence[Item]) -> tuple[int, int]:
    """Texts without an event in the gold in which none was read, and all such texts."""
    bare = [item for item in gold if not any(g["kind"] == "event" for g in item.gold)]
    kept = [i for i in bare if not any(t.fact.kind == "event" for t in told(i.id, i.text)[0])]
    return len(kept), len(bare)


def others(gold: Sequence[Item], by: ModuleType) -> tuple[float, float]:
    """F1 and strict F1 of the kinds that are neither events nor instruments."""
    every = [m for m in all_matches(gold, by) if m.counts]
    every = [m for m in every if (m.told.fact.kind if m.told else m.gold["kind"]) not in ("event", "instrument")]  # type: ignore[index]
    found = [m for m in every if m.told and m.gold]
    size = sum(m.told is not None for m in every) + sum(m.gold is not None for m in every)
    right = sum(not m.wrong for m in found)
    return (2 * len(found) / size, 2 * right / size) if size else (0.0, 0.0)
