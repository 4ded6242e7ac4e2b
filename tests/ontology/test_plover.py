import csv
from pathlib import Path
from typing import get_args

import pytest

from qatynas.errors import DataFileError
from qatynas.facts import kinds
from qatynas.ontology import plover
from qatynas.ontology.tables import parse

COLUMNS = ("type", "mode?", "score?", "quad?", "definition?")
MANUAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "plover.csv"


def load(text: str) -> dict[str, plover.EventType]:
    return plover.load_types(parse(text.encode(), "plover.tsv", COLUMNS))


def refusal(text: str) -> str:
    with pytest.raises(DataFileError) as caught:
        load(text)
    return str(caught.value)


@pytest.fixture(scope="module")
def manual() -> list[dict[str, str]]:
    if not MANUAL.exists():
        pytest.skip(f"{MANUAL} is not here")
    with MANUAL.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_types_of_a_fact_are_those_of_plover():
    assert set(get_args(kinds.EventType)) == set(plover.EVENT_TYPES)
    assert len(plover.EVENT_TYPES) == 16


def test_every_type_says_what_it_means():
    assert all(kind.definition.endswith(".") for kind in plover.TYPES.values())


def test_cooperation_scores_at_least_nought_and_conflict_at_most():
    assert all(kind.score > 0 for kind in plover.TYPES.values() if kind.quad in (1, 2))
    assert all(kind.score <= 0 for kind in plover.TYPES.values() if kind.quad in (3, 4))


def test_a_mode_has_a_score_of_its_own():
    assert plover.score("CONSULT") == 2.5
    assert plover.score("CONSULT", "visit") == 4
    assert plover.score("ASSAULT", "unconventional") == -10


def test_a_mode_that_the_manual_does_not_score_has_the_score_of_its_type():
    assert plover.score("PROTEST", "vandalize") == plover.score("PROTEST")


def test_a_type_without_modes_has_none():
    assert plover.modes("AGREE") == ()
    assert plover.modes("CONSULT") == ("visit", "third-party", "multilateral", "phone")


def test_a_mode_of_another_type_is_not_known():
    with pytest.raises(KeyError):
        plover.score("AGREE", "visit")


def test_the_types_cannot_be_changed():
    with pytest.raises(TypeError):
        plover.TYPES["AGREE"].modes["visit"] = 1.0  # type: ignore[index]


def test_the_contexts_are_those_of_plover_and_three_more():
    assert plover.CONTEXTS[-3:] == ("transport", "culture", "space")
    assert {"military", "natural_resource", "illegal_drugs"} < set(plover.CONTEXTS)


def test_types_scores_and_modes_are_those_of_the_manual(manual: list[dict[str, str]]):
    for row in manual:
        assert plover.TYPES[row["type"]].quad == int(row["quad_code"])
        assert plover.score(row["type"]) == float(row["plover_score"])
        assert plover.modes(row["type"]) == tuple(row["modes"].split("|") if row["modes"] else ())
        for mode, score in zip(plover.modes(row["type"]), row["mode_scores"].split("|"), strict=False):
            assert plover.TYPES[row["type"]].modes[mode] == (float(score) if score else None)


def test_contexts_are_those_of_the_manual(manual: list[dict[str, str]]):
    assert all(set(row["contexts"].split("|")) == set(plover.CONTEXTS[:-3]) for row in manual)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("AGREE\t\t2.5\t5\tPromises.", "plover.tsv:1: quad is “5”"),
        ("AGREE\t\tmuch\t1\tPromises.", "score is “much”, not a number"),
        ("AGREE\t\tnan\t1\tPromises.", "score nan is not from"),
        ("AGREE\t\t11\t1\tPromises.", "score 11.0 is not from"),
        ("AGREE\t\t2.5\t1", "has no definition"),
        ("CONSULT\tvisit\t4", "before its type"),
        ("AGREE\t\t1\t1\tPromises.\nAGREE\t\t1\t1\tPromises.", "plover.tsv:2: the type “AGREE” stands twice"),
        ("AGREE\t\t1\t1\tPromises.\nAGREE\ta\t1\nAGREE\ta\t1", "plover.tsv:3: the mode “a” of AGREE stands twice"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_reason(text: str, reason: str):
    assert reason in refusal(text)
