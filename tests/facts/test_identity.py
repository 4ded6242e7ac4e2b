import re
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.identity import ID_LENGTH, identify, order
from qatynas.facts.kinds import Event, Fact, Reference
from strategies import FACTS

TEXT = "ab" * 32
few_facts = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def event(start: int = 0, end: int = 5, document: str = "a.txt") -> Event:
    return Event(evidence=(Evidence(document, start, end, "x" * (end - start)),), type="AID")


def mark(start: int, end: int) -> Reference:
    return Reference(evidence=(Evidence("a.txt", start, end, "x" * (end - start)),), marker="4")


def test_an_id_never_changes_between_versions():
    # Written down once: records of users hold these ids.
    assert [fact.id for fact in identify([event(), event()], TEXT)] == ["282fc561dd0bd383", "6f76efd912c693a6"]


def test_an_id_does_not_depend_on_date_actors_or_further_evidence():
    (plain,) = identify([event()], TEXT)
    richer = msgspec.structs.replace(
        event(),
        date=Edtf.parse("1992"),
        actor=(Actor("Қазақстан", "KAZ"),),
        evidence=(*event().evidence, Evidence("a.txt", 90, 92, "xx")),
        type="AGREE",
        id="old",
    )
    assert identify([richer], TEXT)[0].id == plain.id


def test_an_id_depends_on_text_kind_span_and_rank_but_not_on_the_name_of_the_file():
    facts = [event(), event(), event(0, 6), event(1, 5), mark(0, 5)]
    ids = [fact.id for fact in identify(facts, TEXT)] + [fact.id for fact in identify([event()], "cd" * 32)]
    assert len(set(ids)) == len(ids)
    assert identify([event(document="b.txt")], TEXT)[0].id == identify([event()], TEXT)[0].id


def test_equals_are_ranked_in_the_order_in_which_they_are_given():
    one, two = event(), msgspec.structs.replace(event(), type="AGREE")
    ranked = {fact.id: fact.type for fact in identify([one, two], TEXT)}
    turned = {fact.id: fact.type for fact in identify([two, one], TEXT)}
    assert list(ranked) == list(turned)
    assert set(ranked.items()).isdisjoint(turned.items())


def test_facts_come_in_the_order_of_the_format():
    facts: Sequence[Fact] = [mark(7, 9), mark(0, 5), event(0, 5), event(0, 4), event(3, 4, "B.txt")]
    told = [(f.evidence[0].document, f.evidence[0].start, f.evidence[0].end, f.kind) for f in identify(facts, TEXT)]
    assert told == [
        ("B.txt", 3, 4, "event"),
        ("a.txt", 0, 4, "event"),
        ("a.txt", 0, 5, "event"),
        ("a.txt", 0, 5, "reference"),
        ("a.txt", 7, 9, "reference"),
    ]


@few_facts
@given(st.lists(FACTS, max_size=4, unique_by=lambda fact: order(fact)[:4]))
def test_to_identify_again_changes_nothing(facts: list[Fact]):
    once = identify(facts, TEXT)
    assert identify(once, TEXT) == once
    assert list(once) == sorted(once, key=order)
    assert all(re.fullmatch(rf"[0-9a-f]{{{ID_LENGTH}}}", fact.id) for fact in once)


@few_facts
@given(st.lists(FACTS, max_size=4, unique_by=lambda fact: order(fact)[:4]), st.randoms(use_true_random=False))
def test_ids_of_unequal_facts_do_not_depend_on_the_order_in_which_they_are_given(facts: list[Fact], random: object):
    turned = list(facts)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert identify(turned, TEXT) == identify(facts, TEXT)


def test_a_fact_without_evidence_cannot_be_identified():
    with pytest.raises(IndexError):
        identify([msgspec.structs.replace(event(), evidence=())], TEXT)
