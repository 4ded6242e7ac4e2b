"""What issue 2 asks of the reader, measured by the scorers of ../shared/score on the real sources and gold files.

Figures may rise; these are floors. Each is skipped, with the reason, where ../shared is not there.
"""

import importlib.util
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

import score as scoring


def told(measure: Callable[[], scoring.Score]) -> dict[str, float]:
    """A scorer's figures; the test is skipped where the scorer does not apply here."""
    try:
        return measure().figures
    except scoring.Skipped as reason:
        pytest.skip(str(reason))


@pytest.mark.parametrize("source", [scoring.russia, scoring.usa], ids=["kazakhstan-russia", "kazakhstan-usa"])
def test_facts_of_a_source_are_found_and_right(source: Callable[[], scoring.Score]):
    figures = told(source)
    assert figures["f1"] >= 0.45
    assert figures["strict_f1"] >= 0.30


def test_events_of_the_news_are_found_and_right():
    figures = told(scoring.news)
    assert figures["type_f1"] >= 0.40
    assert figures["full_f1"] >= 0.30


def test_every_quote_stands_at_its_span_of_the_original():
    figures = told(scoring.originals)
    assert figures["wrong"] == 0
    assert figures["quotes"] > 0


def test_damaged_text_is_restored():
    """The damage must be real: as it is, the text scores at most 0.75."""
    assert told(scoring.unrepaired)["restore_f1"] <= 0.75
    assert told(scoring.restore)["restore_f1"] >= 0.985


def test_fewer_than_one_good_word_in_five_thousand_is_parted():
    figures = told(scoring.splits)
    assert figures["words"] >= 100_000
    assert figures["parted"] * 5_000 < figures["words"]


@pytest.mark.slow
def test_names_are_found_in_sentences_that_the_tagger_has_not_seen_and_in_damaged_ones():
    """One fold of the five that `make score` takes: a model is trained, which takes some minutes."""
    whole = told(lambda: scoring.mentions(folds=(0,)))
    damaged = told(lambda: scoring.damaged_mentions(folds=(0,)))
    assert whole["mention_f1"] >= 0.86
    assert damaged["mention_f1"] >= whole["mention_f1"] - 0.03


@pytest.fixture(scope="module")
def judge() -> ModuleType:
    """The scorer itself, as a module."""
    path = scoring.SHARED / "score" / "score.py"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_kind_of_the_gold_has_a_right_fact(judge: ModuleType):
    gold = [fact for file in sorted(scoring.GOLD.glob("kazakhstan-*.jsonl")) for fact in judge.load(file)]
    printed = scoring.qatynas("facts", *sorted(scoring.SEEDS.glob("*.txt")))
    facts: list[dict[str, Any]] = [json.loads(line) for line in printed.splitlines()]
    right = {gold[j]["kind"] for _, j in judge.pair(facts, gold)}
    assert {fact["kind"] for fact in gold} - right == set()
