import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings

from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import KINDS, AnyFact, Event, Fact, Figure, Mention, Office, Statement
from strategies import FACTS, facts_of

FORMAT = Path(__file__).parents[3] / "shared" / "FORMAT.md"
EVIDENCE = (Evidence("a.txt", 0, 1, "x"),)
KAZ, USA = Actor("Қазақстан", "KAZ"), Actor("АҚШ", "USA")


def test_every_kind_is_known_by_its_name():
    assert tuple(KINDS.values()) == get_args(AnyFact)
    assert list(KINDS) == [kind.__name__.lower() for kind in KINDS.values()]


@pytest.mark.skipif(not FORMAT.exists(), reason="../shared is absent")
def test_the_kinds_are_those_of_the_format_in_its_order():
    table = FORMAT.read_text(encoding="utf-8").split("## Fields by kind")[1].split("###")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == list(KINDS)


@pytest.mark.skipif(not FORMAT.exists(), reason="../shared is absent")
def test_every_kind_has_the_fields_of_the_format():
    table = FORMAT.read_text(encoding="utf-8").split("## Fields by kind")[1].split("###")[0]
    for name, cell in re.findall(r"^\| `(\w+)` \|[^|]*\|(.*)\|$", table, re.M):
        # Names stand at the head of a clause or before a colon; what follows the colon are values.
        clauses = [re.sub(r" ?\([^)]*\)", "", clause).strip() for clause in cell.split(";")]
        told = [group for clause in clauses for group in re.findall(r"^(?:`\w+`(?:, )?)+|, `\w+`(?=:)", clause)]
        fields = {field for group in told for field in re.findall(r"`(\w+)`", group)}
        assert fields, name
        assert fields <= set(KINDS[name].__struct_fields__), name


def test_the_actors_of_an_event_are_both_sides():
    event = Event(evidence=EVIDENCE, type="AID", actor=(USA,), recipient=(KAZ,))
    assert event.actors == (USA, KAZ)


def test_the_actors_of_other_kinds_are_who_the_kind_names():
    assert Statement(evidence=EVIDENCE, form="direct", text="x", speaker=(USA,), about=(KAZ,)).actors == (USA,)
    assert Office(evidence=EVIDENCE, person="x", title="y", holder_of=(KAZ,)).actors == (KAZ,)
    assert Figure(evidence=EVIDENCE, value=1, about=(KAZ,)).actors == ()
    assert Mention(evidence=EVIDENCE, label="GPE", name="x").actors == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FACTS)
def test_actors_are_found_among_the_fields(fact: Fact):
    fields = [
        getattr(fact, name) for name in ("actor", "recipient", "parties", "speaker", "holder_of") if hasattr(fact, name)
    ]
    assert fact.actors == tuple(actor for field in fields for actor in field)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_fact_is_immutable(kind: type[Fact]):
    @settings(max_examples=1, suppress_health_check=[HealthCheck.too_slow])
    @given(facts_of(kind))
    def check(fact: Fact) -> None:
        with pytest.raises(AttributeError):
            fact.id = "other"

    check()
