import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from qatynas.errors import QatynasError
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.json import decode, encode, schema, schema_text
from qatynas.facts.kinds import KINDS, Event, Fact, Reference
from strategies import FACTS, facts_of

SCHEMA = schema()
COMMITTED = Path(__file__).parents[2] / "docs" / "facts.schema.json"
TYPES = {"string": str, "array": list, "object": dict, "boolean": bool, "null": type(None)}


def fits(value: Any, rule: Any) -> bool:
    """Whether a value is valid by a JSON Schema of the few keywords that ours uses."""
    if isinstance(rule, bool):
        return rule
    checks = {
        "$ref": lambda ref: fits(value, SCHEMA["$defs"][ref.removeprefix("#/$defs/")]),
        "anyOf": lambda choices: any(fits(value, choice) for choice in choices),
        "enum": lambda members: value in members,
        "type": lambda name: is_a(value, name),
        "items": lambda item: all(fits(member, item) for member in value),
        "properties": lambda known: all(fits(value[name], known[name]) for name in value if name in known),
        "required": lambda names: all(name in value for name in names),
        "additionalProperties": lambda other: all(fits(member, other) for member in value.values()),
        "minItems": lambda least: len(value) >= least,
    }
    silent = {"title", "description", "default", "$schema", "$defs"}
    return all(check(rule[key]) for key, check in checks.items() if key in rule) and set(rule) <= {*checks, *silent}


def is_a(value: Any, name: str) -> bool:
    if name in ("number", "integer"):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole or (name == "number" and isinstance(value, float))
    return isinstance(value, TYPES[name])


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_comes_back_without_loss(kind: type[Fact]):
    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(facts_of(kind))
    def check(fact: Fact) -> None:
        line = encode(fact)
        assert b"\n" not in line
        assert decode(line) == fact
        assert decode(line.decode()) == fact
        assert json.loads(line)["kind"] == fact.kind

    check()


def test_every_field_is_printed_empty_or_not_and_a_date_as_its_string():
    evidence = (Evidence("a.txt", 0, 3, "[4]"),)
    told = json.loads(encode(Reference(evidence=evidence, marker="4", date=Edtf.parse("1992-05"))))
    assert told == {
        "kind": "reference",
        "format": 1,
        "id": "",
        "evidence": [{"document": "a.txt", "start": 0, "end": 3, "quote": "[4]"}],
        "date": "1992-05",
        "context": [],
        "auxiliary": [],
        "confidence": None,
        "why": None,
        "marker": "4",
        "about": [],
        "cited": [],
        "second_hand": False,
    }


def test_a_field_of_a_later_version_is_left_out():
    line = b'{"kind":"reference","format":1,"evidence":[{"document":"a","start":0,"end":1,"quote":"x"}],"marker":"4"'
    assert decode(line + b',"brand_new":[1]}') == decode(line + b"}")


GOOD = {
    "kind": "event",
    "evidence": [{"document": "a", "start": 0, "end": 1, "quote": "x"}],
    "type": "AID",
}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "poem"}, "Invalid value 'poem'"),
        ({"format": 2}, r"\$.format"),
        ({"type": "HUG"}, r"Invalid enum value 'HUG' - at `\$.type`"),
        ({"date": "1992-13"}, r"no such month or season - at `\$.date`"),
        ({"date": 1992}, r"a date is a string in EDTF, or null - at `\$.date`"),
        ({"evidence": [{"document": "a"}]}, "missing required field `start`"),
    ],
)
def test_a_line_that_is_no_fact_is_refused_with_field_and_reason(change: dict[str, Any], reason: str):
    assert isinstance(decode(json.dumps(GOOD)), Event)
    with pytest.raises(QatynasError, match=f"^not a fact of format 1: .*{reason}"):
        decode(json.dumps({**GOOD, **change}))


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"null", b"\xff\xfe"])
def test_a_line_that_is_not_json_is_refused(line: bytes):
    with pytest.raises(QatynasError, match=r"^not a fact of format 1: "):
        decode(line)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FACTS)
def test_every_fact_is_valid_by_the_schema(fact: Fact):
    assert fits(json.loads(encode(fact)), SCHEMA)


@pytest.mark.parametrize("change", [{"kind": "poem"}, {"type": "HUG"}, {"date": 1992}, {"evidence": "x"}])
def test_what_is_no_fact_is_not_valid_by_the_schema(change: dict[str, Any]):
    assert fits(GOOD, SCHEMA)
    assert not fits({**GOOD, **change}, SCHEMA)


def test_the_schema_describes_every_kind_with_a_sentence():
    defined = SCHEMA["$defs"]
    assert {kind.__name__ for kind in KINDS.values()} <= set(defined)
    assert all(definition["description"].endswith(".") for definition in defined.values())


def test_the_committed_schema_is_current():
    again = f"python -m qatynas.facts.json > docs/{COMMITTED.name}"
    assert COMMITTED.read_text(encoding="utf-8") == schema_text(), again
