import csv
from pathlib import Path
from typing import get_args

import pytest

from qatynas.errors import DataFileError
from qatynas.facts.actor import Sector
from qatynas.ontology.organisations import COLUMNS, KINDS, load, organisations
from qatynas.ontology.polities import polities
from qatynas.ontology.tables import parse

CODES = Path(__file__).resolve().parents[3] / "shared" / "data" / "codes.csv"


def refusal(text: str) -> str:
    with pytest.raises(DataFileError) as caught:
        load(parse(text.encode(), "organisations.tsv", COLUMNS))
    return str(caught.value)


def test_the_usual_organisations_are_there():
    assert len(organisations()) >= 90
    nato = organisations()["NATO"]
    assert (nato.name, nato.kind, nato.first, nato.last) == ("North Atlantic Treaty Organization", "IGO", 1949, None)


def test_every_organisation_of_the_shared_codes_is_there():
    if not CODES.exists():
        pytest.skip(f"{CODES} is not here")
    with CODES.open(encoding="utf-8", newline="") as lines:
        shared = {row["code"] for row in csv.DictReader(lines) if row["kind"] == "organisation"}
    assert shared - set(organisations()) == set()


def test_no_code_is_a_polity_and_an_organisation():
    assert set(organisations()) & set(polities()) == set()


def test_the_kinds_are_sectors_of_plover():
    assert set(KINDS) <= set(get_args(Sector))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("UN\tUnited Nations\t1945\t\tclub", "organisations.tsv:1: kind is “club”"),
        ("UN\tUnited Nations\tthen\t\tIGO", "“then” in the column “first” is not a year"),
        ("UN\tUnited Nations\t1945\t1900\tIGO", "1900 comes before the first 1945"),
        ("UN\tA\t1945\t\tIGO\nUN\tB\t1945\t\tIGO", "organisations.tsv:2: the code “UN” stands twice"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_reason(text: str, reason: str):
    assert reason in refusal(text)
