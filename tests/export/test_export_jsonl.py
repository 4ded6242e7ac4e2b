import json

from hypothesis import given

from qatynas.export.jsonl import lines
from qatynas.facts.evidence import Evidence
from qatynas.facts.json import decode
from qatynas.facts.kinds import Event, Fact, Instrument
from strategies import FACTS

EVIDENCE = (Evidence("a.txt", 0, 4, "шарт"),)


@given(FACTS)
def test_a_line_holds_the_fact_without_loss(fact: Fact):
    (line,) = lines([fact])
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    assert decode(line) == fact


def test_every_line_tells_what_was_decided():
    (line,) = lines([Event(evidence=EVIDENCE, type="AID")])
    told = json.loads(line)
    assert (told["status"], told["review"]) == ("unreviewed", "unreviewed")


def test_the_status_of_an_instrument_keeps_its_meaning():
    (line,) = lines([Instrument(evidence=EVIDENCE, type="treaty", status="signed")])
    assert line.count(b'"status"') == 1
    told = json.loads(line)
    assert (told["status"], told["review"]) == ("signed", "unreviewed")


def test_no_fact_gives_no_line():
    assert list(lines([])) == []
