"""Sides of an act where no case shows them at once: hidden by a noun, an adjective, a passive, a clause."""

import pytest

from qatynas.facts.kinds import Event
from qatynas.reading.reader import read_text


def told(text: str) -> list[tuple[str, list[str | None], list[str | None]]]:
    facts = read_text(text, language="kk", mentions=False).facts
    events = [fact for fact in facts if isinstance(fact, Event)]
    return [(e.type, [a.code for a in e.actor], [a.code for a in e.recipient]) for e in events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Тунис ауыл шаруашылығы саласында Малиге көмек көрсетті.", ("AID", ["TUN"], ["MLI"])),
        ("Эфиопиялық әскерилер Сомалиге шабуыл жасады.", ("ASSAULT", ["ETH"], ["SOM"])),
        ("Кипр грек тауарларына тыйым салды.", ("SANCTION", ["CYP"], ["GRC"])),
        ("Гана тарапынан Малиге көмек көрсетілді.", ("AID", ["GHA"], ["MLI"])),
        ("Перу Чилидегі елшісін кері шақырды.", ("SANCTION", ["PER"], ["CHL"])),
        ("Норвегия Данияны айыптап, елшісін шақыртып алды.", ("SANCTION", ["NOR"], ["DNK"])),
    ],
    ids=["a noun", "an adjective", "an adjective of the object", "a passive", "an envoy abroad", "the clause before"],
)
def test_a_side_is_found_where_no_case_shows_it(text: str, event: tuple[str, list[str], list[str]]):
    assert event in told(text)


def test_acts_that_share_a_verb_are_told_apart_by_their_dates():
    text = "Африка одағына Марокко 2017 жылғы 30 қаңтарда, Оңтүстік Судан 2011 жылғы 27 шілдеде қосылды."
    facts = read_text(text, language="kk", mentions=False).facts
    found = {(str(e.date), *(a.code for a in e.actor)) for e in facts if isinstance(e, Event)}
    assert found == {("2017-01-30", "MAR"), ("2011-07-27", "SSD")}


@pytest.mark.parametrize(
    "text",
    [
        "Гана Малиді қолдау үшін жиналыс өткізді.",
        "Чехия құрамасы Непалға шабуыл жасады.",
        "Мексикада мұғалімдер шеруге шықты.",
    ],
    ids=["a purpose", "a team", "a protest at home"],
)
def test_what_was_not_done_between_states_is_no_event(text: str):
    assert told(text) == []


def test_an_act_that_is_only_asked_for_is_not_told_as_done():
    assert [kind for kind, _, _ in told("Гана Малиді шабуыл жасауды доғаруға шақырды.")] == ["REQUEST"]


def test_years_for_which_a_plan_is_made_are_not_its_date():
    facts = read_text("2020 жылы Чехия мен Непал 2021–2025 жылдарға арналған хаттамаға қол қойды.", language="kk").facts
    assert {str(fact.date) for fact in facts if isinstance(fact, Event)} == {"2020"}
