"""Names in Latin letters inside Kazakh text."""

import pytest

from declension import found
from qatynas.ontology.names import english_names, russian_names


@pytest.mark.parametrize("names", [russian_names(), english_names()], ids=["ru", "en"])
def test_every_name_of_the_ontology_is_known_inside_a_kazakh_sentence(names) -> None:
    lost = []
    for name in names:
        told = [n.code for n in found(f"Елші кеше {name.name} туралы айтты.") if n.kind != "office"]
        if told != [name.code]:
            lost.append((name.name, name.code, told))
    assert lost == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("OSCE-нің өкілі мен WTO-ға барған топ келді.", [("OSCE", "Gen"), ("WTO", "Dat")]),
        ("Ол Germany-ге, одан France-қа барды.", [("DEU", "Dat"), ("FRA", "Dat")]),
        ("Georgia мен Armenia келісті.", [("GEO", "Nom"), ("ARM", "Nom")]),
        ("Kazakhstan and Russia деп жазылған.", [("KAZ", "Nom"), ("RUS", "Nom")]),
        ("People's Republic of China деп аталады.", [("CHN", "Nom")]),
        ("GUAM мен Guam бөлек.", [("GUAM", "Nom"), ("GUM", "Nom")]),
        ("«Human Rights Watch» баяндамасы шықты.", [("HRW", "Nom")]),
    ],
)
def test_a_quoted_name_is_known_with_an_ending_too(text: str, told: list[tuple[str, str]]) -> None:
    assert [(n.code, n.case) for n in found(text) if n.kind in ("state", "organisation")] == told


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan келді.", "University of Georgia ашылды.", "Georgia Tech түлегі сөйледі.",
        "Bank of China несие берді.", "Air France ұшағы қонды.", "oman, chad, mali деген сөздер.",
        "Bank of the Philippines ашылды.", "Жұмысты who деген сұрақтан бастады.",
    ],
)  # fmt: skip
def test_a_state_inside_another_name_is_not_one(text: str) -> None:
    assert [n for n in found(text) if n.kind in ("state", "organisation")] == []
