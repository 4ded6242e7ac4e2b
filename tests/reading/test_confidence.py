"""How sure a fact is: features of what was read, weights from a table, a chance that is never certain."""

from importlib.resources import files

import pytest

from qatynas.documents.text import Text
from qatynas.facts.kinds import Event, Fact, Office
from qatynas.languages.registry import language
from qatynas.ontology.row import parse
from qatynas.reading.confidence import EVERY, HIGHEST, LOWEST, chance, featured, weights
from qatynas.reading.reader import read_text
from qatynas.reading.story import scenes


def told(text: str) -> list[tuple[Fact, tuple[str, ...]]]:
    """The facts of a text with their features."""
    known = language("kk")
    assert known is not None
    restored = known.restore(Text(text))
    seen = scenes("text", restored, known, list(known.sentences(restored.restored)), None)
    return list(featured(read_text(text, language="kk").facts, seen))


def of_event(text: str) -> frozenset[str]:
    """Features of the only event of a text."""
    (found,) = [features for fact, features in told(text) if isinstance(fact, Event)]
    return frozenset(found)


def test_weights_are_summed_and_turned_into_a_chance():
    table = {EVERY: 0.5, "dull": -1.0, "bright": 2.0}
    assert chance((), table) == 0.62
    assert chance(("dull",), table) == 0.38
    assert chance(("dull", "bright", "unheard of"), table) == 0.82


def test_no_fact_is_certain_or_impossible():
    assert chance(("a",), {"a": 50.0}) == HIGHEST
    assert chance(("a",), {"a": -50.0}) == LOWEST


def test_the_built_in_weights_are_those_of_facts_that_were_counted():
    data = files("qatynas.reading").joinpath("data/confidence.tsv").read_bytes()
    table = parse(data, "confidence.tsv", ("feature", "weight", "facts", "right"))
    assert {row["feature"] for row in table} == set(weights())
    assert all(0 <= int(row["right"]) <= int(row["facts"]) for row in table)
    assert EVERY in weights()


def test_every_weight_is_of_a_feature_that_a_fact_can_have():
    source = files("qatynas.reading").joinpath("confidence.py").read_text(encoding="utf-8")
    # These have a value of the fact behind.
    made = ("kind ", "rule ", "event ", "instrument ", "milestone ", "claim ", "figure ", "statement ", "office ")
    assert [n for n in weights() if f'"{n}"' not in source and not n.startswith((*made, "speaker "))] == []


def test_a_party_that_is_not_named_is_told():
    assert "party implied" in of_event("Премьер-министр Литва Президентімен кездесті.")
    assert "party implied" not in of_event("Литва Президенті Қазақстан Президентімен кездесті.")


def test_a_state_that_stands_by_is_told():
    beside = of_event("Литва Президенті Қазақстан Президентімен Варшавада, Польшада кездесті.")
    assert "a state beside them takes no part" in beside
    alone = of_event("Литва Президенті Қазақстан Президентімен кездесті.")
    assert "a state beside them takes no part" not in alone


def test_an_act_told_by_a_noun_is_told():
    assert "told by a noun" in of_event("Литва Президентінің 2003 жылғы Қазақстанға сапары кезінде қар жауды.")
    assert "told by a noun" not in of_event("Литва мен Қазақстан президенттері 2003 жылы кездесті.")


def test_the_second_fact_of_a_kind_in_a_sentence_is_told_and_less_sure():
    text = "Литва Президенті Қазақстан Президентімен кездесті. Эстония Президенті Қазақстан Президентімен кездесті."
    assert all("another of its type in the sentence" not in features for _, features in told(text))
    joined = "Иран 2004 жылы Қазақстанға, ал Қытай 2005 жылы Өзбекстанға несие берді, Жапония Өзбекстанға несие берді."
    events = [features for fact, features in told(joined) if isinstance(fact, Event)]
    assert len(events) > 1
    assert ["another of its type in the sentence" in features for features in events] == [False, True, True][
        : len(events)
    ]


def test_repaired_letters_are_told():
    assert "repaired letters" in of_event("Литва Президентi Қазақстан Президентiмен кездестi.")
    assert "repaired letters" not in of_event("Литва Президенті Қазақстан Президентімен кездесті.")


def test_who_is_nobodys_officer_is_less_sure_than_who_is_a_states():
    lone = "Төраға Ерлан Смайлов Қазақстан мен Армения байланысын әлсіз деді."
    (one,) = [features for fact, features in told(lone) if isinstance(fact, Office)]
    assert "office of nobody known" in one
    (two,) = [f for fact, f in told("Литва Президенті Валдас Адамкус келді.") if isinstance(fact, Office)]
    assert "office of a state or organisation" in two
    assert chance(one, weights()) < chance(two, weights())


@pytest.mark.parametrize(
    "text", ["Литва Президенті Қазақстан Президентімен кездесті.", "Канада Молдоваға 20 миллион доллар бөлді [4]."]
)
def test_the_reader_gives_each_fact_the_chance_of_its_features(text: str):
    rated = told(text)
    assert rated
    assert all(fact.confidence == chance(features, weights()) for fact, features in rated)
