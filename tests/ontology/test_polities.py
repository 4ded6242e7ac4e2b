import csv
from pathlib import Path

import pytest
from babel.core import get_global

from qatynas.errors import DataFileError
from qatynas.ontology import polities
from qatynas.ontology.polities import COLUMNS, load
from qatynas.ontology.tables import parse

CODES = Path(__file__).resolve().parents[3] / "shared" / "data" / "codes.csv"
KNOWN = polities.polities()


def refusal(text: str) -> str:
    with pytest.raises(DataFileError) as caught:
        load(parse(text.encode(), "polities.tsv", COLUMNS))
    return str(caught.value)


def test_every_state_of_iso_3166_1_is_there_once():
    states = [polity for polity in KNOWN.values() if polity.kind == "iso"]
    assert len(states) == len({polity.alpha2 for polity in states}) == 249


def test_alpha_3_and_alpha_2_are_of_one_state():
    aliases = get_global("territory_aliases")
    for polity in KNOWN.values():
        if polity.kind == "iso":
            assert aliases[polity.code] == [polity.alpha2]


def test_a_polity_that_is_gone_has_a_slug_and_its_years():
    khanate = KNOWN["kazakh-khanate"]
    assert (khanate.kind, khanate.first, khanate.last, khanate.successors) == ("gone", 1465, 1847, ("KAZ",))


def test_successors_are_states_of_today():
    assert {KNOWN[code].kind for polity in KNOWN.values() for code in polity.successors} == {"iso"}


def test_every_polity_of_the_shared_codes_is_there_with_its_years():
    if not CODES.exists():
        pytest.skip(f"{CODES} is not here")
    with CODES.open(encoding="utf-8", newline="") as lines:
        shared = [row for row in csv.DictReader(lines) if row["kind"] == "polity"]
    for row in shared:
        polity = KNOWN[row["code"]]
        assert (polity.name, f"{polity.first}-{polity.last}") == (row["name"], row["note"])


def test_what_was_read_cannot_be_changed():
    with pytest.raises(TypeError):
        polities.polities()["KAZ"] = KNOWN["RUS"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("KAZ\tstate\tKZ\tKazakhstan", "polities.tsv:1: kind is “state”"),
        ("KAZ\tiso\t\tKazakhstan", "a state has an alpha-2 code"),
        ("horde\tgone\tHO\tHorde\t1\t2", "a polity that is gone has none"),
        ("horde\tgone\t\tHorde\t1240", "needs its first and its last year"),
        ("horde\tgone\t\tHorde\t1502\t1240", "1240 comes before the first 1502"),
        ("horde\tgone\t\tHorde\tlong ago\t1240", "“long ago” in the column “first” is not a year"),
        ("horde\tgone\t\tHorde\t1240\t1502\tKAZ", "no polity has the code “KAZ”"),
        ("Golden Horde\tgone\t\tHorde\t1240\t1502", "code “Golden Horde” is neither three capitals"),
        ("kaz\tiso\tKZ\tKazakhstan", "code “kaz” is neither three capitals"),
        ("KAZ\tiso\tKZ\tA\nKAZ\tiso\tKZ\tB", "polities.tsv:2: the code “KAZ” stands twice"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_reason(text: str, reason: str):
    assert reason in refusal(text)
