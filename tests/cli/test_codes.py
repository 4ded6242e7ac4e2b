from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qatynas.cli.codes import name, pair
from qatynas.errors import NotFound
from qatynas.ontology.polities import polities
from qatynas.record.store import Record

Call = Callable[..., Any]


@pytest.fixture
def record(put: Call) -> Iterator[Record]:
    with Record.open(put(), create=False) as opened:
        yield opened


def test_every_polity_is_found_by_its_code_in_any_case(record: Record):
    codes = sorted(polities())
    for one, two in zip(codes[::2], [*codes[1::2], codes[1]], strict=False):
        assert pair(record, one.swapcase(), two.swapcase()) == (one, two)


@pytest.mark.parametrize(
    ("given", "code"), [("türkiye", "TUR"), ("Kazakh Khanate", "kazakh-khanate"), ("nato", "NATO"), ("cis", "CIS")]
)
def test_names_and_organisations_are_found_too(record: Record, given: str, code: str):
    assert pair(record, "KAZ", given) == ("KAZ", code)


def test_a_code_of_the_record_that_the_ontology_lacks_is_known(tmp_path: Path, put: Call, made: Call):
    from qatynas.facts.actor import Actor
    from qatynas.facts.evidence import Evidence
    from qatynas.facts.kinds import Event

    sides = (Actor("Атлантида", "atlantis"), Actor("Қазақстан", "KAZ"))
    event = Event(evidence=(Evidence("a.txt", 0, 4, "шарт"),), type="SUPPORT", actor=sides)
    with Record.open(put(made("/t/a.txt", "шарт", [event])), create=False) as record:
        assert pair(record, "Atlantis", "kaz") == ("atlantis", "KAZ")
    assert name("atlantis") == "atlantis"


def test_codes_of_the_record_are_named_before_others(record: Record):
    with pytest.raises(NotFound, match=r"^KAX: no such code; near it: KAZ \(Kazakhstan\), "):
        pair(record, "KAX", "CHN")


def test_nothing_near_is_told_without_a_hint(record: Record):
    with pytest.raises(NotFound, match=r"^77777777: no such code$"):
        pair(record, "77777777", "CHN")
