"""How the reader stands on our own gold (tests/reading/gold): floors, so that a change that reads worse is seen.

All but `unseen` and the document of that name, and `prose_closed`, may be looked at while rules are written; of those
only the figures may be.
"""

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from qatynas.facts.json import encode
from qatynas.reading.reader import read_file, read_text

GOLD = Path(__file__).parent / "gold"
SCORER = Path(__file__).resolve().parents[3] / "shared" / "score" / "score.py"
FLOORS = {
    "dev": (0.86, 0.76),
    "opened": (0.70, 0.62),
    "press": (0.63, 0.50),
    "passages": (0.68, 0.58),
    "prose": (0.89, 0.79),
    "prose_closed": (0.80, 0.73),
    "unseen": (0.62, 0.42),
}
"""F1 of the types of events, and of types with who takes part."""
DOCUMENTS = {"devdoc": (0.82, 0.72), "unseenB-doc": (0.78, 0.60)}
"""F1 of all facts of a whole document, and of those right in date, sides and key fields."""


@cache
def scorer() -> ModuleType:
    if not SCORER.exists():
        pytest.skip(f"no scorer at {SCORER}")
    spec = importlib.util.spec_from_file_location("shared_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(name: str) -> list[dict[str, Any]]:
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [{**(row := json.loads(line)), "sentence_id": row["id"]} for line in lines]


@pytest.mark.parametrize("name", FLOORS)
def test_events_of_our_own_gold_are_read_at_least_so_well(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    gold = rows(name)
    told = [
        json.loads(encode(fact)) for row in gold for fact in read_text(row["text"], id=row["id"], language="kk").facts
    ]
    scorer().score_news(told, gold)
    last = capsys.readouterr().out.splitlines()[-1].split()
    figures = (float(last[1]), float(last[3]))
    assert figures[0] >= FLOORS[name][0], last
    assert figures[1] >= FLOORS[name][1], last


@pytest.mark.parametrize("name", DOCUMENTS)
def test_facts_of_our_own_documents_are_read_at_least_so_well(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    gold = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    told = [json.loads(encode(fact)) for fact in read_file(GOLD / f"{name}.txt").facts]
    scorer().score_facts(told, gold, {})
    last = capsys.readouterr().out.splitlines()[-1].split()
    assert (float(last[1]), float(last[3])) >= DOCUMENTS[name], last
    assert float(last[3]) >= DOCUMENTS[name][1], last


def test_every_text_of_our_own_gold_stands_once() -> None:
    texts = [row["text"] for name in FLOORS for row in rows(name)]
    assert len(texts) == len(set(texts)) == 120 + 200 + 206 + 61 + 55 + 55 + 200
