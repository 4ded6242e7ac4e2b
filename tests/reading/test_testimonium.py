"""The closing formula: where, when and in which languages."""

import pytest

from qatynas.facts.kinds import Instrument
from qatynas.reading.reader import read_text

TEXT = """Қазақстан Республикасының Үкіметі мен Кипр Республикасының Үкіметі арасындағы білім туралы келісім
{above}
Қазақстан Республикасының Үкіметі мен Кипр Республикасының Үкіметі
төмендегілер туралы келісті:

1-бап
Тараптар студенттермен алмасады.

2-бап
Осы Келісім соңғы хабарлама алынған күннен бастап күшіне енеді.

{closing}

Қазақстан Республикасының Үкіметі үшін
Кипр Республикасының Үкіметі үшін
"""


def read(closing: str, above: str = "") -> Instrument:
    facts = read_text(TEXT.format(closing=closing, above=above), language="kk").facts
    (found,) = (fact for fact in facts if isinstance(fact, Instrument) and fact.text_here)
    return found


@pytest.mark.parametrize(
    ("closing", "place", "languages"),
    [
        (
            "2005 жылғы 3 мамырда Никосия қаласында екі данада қазақ және грек тілдерінде жасалды.",
            "Никосия",
            "kk el",
        ),
        (
            "Никосияда 2005 жылғы «3» мамырда екі түпнұсқа данада қазақ және ағылшын тілдерінде жасалды.",
            "Никосия",
            "kk en",
        ),
        (
            "Осы Келісім Хиуа қаласында 2005 жылғы 3 мамырда орыс тілінде бір данада жасалды.",
            "Хиуа",
            "ru",
        ),
        ("2005 жылғы 3 мамырда екі данада қазақ тілінде жасалды.", None, "kk"),
        (
            "Ясные Поляны қаласында 2005 жылғы 3 мамырда екі данада орыс тілінде жасалды.",
            "Ясные Поляны",
            "ru",
        ),
    ],
)
def test_day_place_and_languages_are_told_in_any_order(closing: str, place: str | None, languages: str):
    found = read(closing)
    assert (str(found.date), found.place, found.languages) == ("2005-05-03", place, tuple(languages.split()))
    assert found.status == "signed"


@pytest.mark.parametrize("day", ["20__ жылғы «__» __________", "2005 жылғы ______", "_____ жылғы …… "])
def test_a_day_that_was_left_open_makes_it_a_draft(day: str):
    found = read(f"Никосия қаласында {day} екі данада қазақ және грек тілдерінде жасалды.")
    assert (found.status, found.languages) == ("in_preparation", ("kk", "el"))


def test_a_word_above_the_title_makes_it_a_draft():
    whole = TEXT.format(closing="Никосия қаласында 2005 жылғы 3 мамырда екі данада грек тілінде жасалды.", above="")
    facts = read_text(f"Жоба\n\n{whole}", language="kk").facts
    assert [(fact.status, fact.text_here) for fact in facts if isinstance(fact, Instrument)] == [
        ("in_preparation", True)
    ]
    assert not [fact for fact in facts if fact.kind == "event"]


def test_place_and_day_may_stand_on_a_line_below_the_title():
    found = read("Екі данада қазақ және грек тілдерінде жасалды.", "(Никосия, 2005 жылғы 3 мамыр)\n")
    assert (str(found.date), found.place, found.status) == ("2005-05-03", "Никосия", "signed")


def test_what_was_adopted_is_not_signed():
    found = read("Никосия қаласында 2005 жылғы 3 мамырда екі данада қазақ және грек тілдерінде қабылданды.")
    assert (found.status, found.reported_status) == ("adopted", "adopted")


@pytest.mark.parametrize(
    "words",
    [
        "Түсіндіруде алшақтық туса, ағылшын тіліндегі мәтін басым болады.",
        "Келіспеушілік болған жағдайда Тараптар ағылшын тіліндегі мәтінге жүгінеді.",
        "Даулы жағдайда ағылшын тіліндегі мәтінге басымдық беріледі.",
    ],
)
def test_the_text_that_counts_is_named_with_its_language(words: str):
    closing = "Никосия қаласында 2005 жылғы 3 мамырда екі данада қазақ, грек және ағылшын тілдерінде жасалды."
    found = read(f"{closing} {words}")
    assert (found.prevails, found.languages) == ("en", ("kk", "el", "en"))
