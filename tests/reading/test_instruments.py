"""Instruments through real sentences: type, title, parties, status, dates, and what is none."""

from collections.abc import Sequence
from functools import cache

import pytest

from qatynas.facts.kinds import Event, Fact, Instrument
from qatynas.reading.reader import read_text


@cache
def facts(text: str) -> Sequence[Fact]:
    return read_text(text, language="kk").facts


def instruments(text: str) -> list[Instrument]:
    return [fact for fact in facts(text) if isinstance(fact, Instrument)]


def instrument(text: str) -> Instrument:
    (found,) = instruments(text)
    return found


def acts(text: str) -> list[Event]:
    return [fact for fact in facts(text) if isinstance(fact, Event)]


def sides(found: Instrument) -> list[str | None]:
    return [actor.code for actor in found.parties]


def test_a_signed_treaty_has_title_parties_date_and_status():
    found = instrument("1995 жылғы 4 сәуірде Қазақстан мен Иран достық туралы шартқа қол қойды.")
    assert (found.type, found.title, found.status) == ("treaty", "достық туралы шарт", "signed")
    assert (sides(found), str(found.date), found.form) == (["KAZ", "IRN"], "1995-04-04", "bilateral")
    assert found.reported_status == "signed"


def test_a_signing_is_one_event_beside_its_instrument():
    # FORMAT.md, "How events are coded": one event for each instrument; the instrument is a fact of its own too.
    text = "1995 жылғы 4 сәуірде Қазақстан мен Иран достық туралы шартқа қол қойды."
    (event,) = acts(text)
    assert (event.type, event.act, [a.code for a in event.actor]) == ("SUPPORT", "sign", ["KAZ", "IRN"])
    assert event.date == instrument(text).date


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Қазақстан мен Латвия 2003 жылы декларация қабылдады.", "declaration"),
        ("Қазақстан мен Латвия 2003 жылы меморандумға қол қойды.", "memorandum"),
        ("Қазақстан мен Латвия 2003 жылы хартияға қол қойды.", "charter"),
        ("Қазақстан мен Латвия 2003 жылы хаттамаға қол қойды.", "protocol"),
        ("Қазақстан мен Латвия 2003 жылы іс-қимыл жоспарын бекітті.", "plan"),
        ("Қазақстан мен Латвия 2003 жылы бірлескен мәлімдеме қабылдады.", "statement"),
        ("Қазақстан мен Латвия 2003 жылы коммюникеге қол қойды.", "communique"),
        ("Қазақстан мен Латвия 2003 жылы конвенцияға қол қойды.", "treaty"),
        ("Қазақстан мен Латвия 2003 жылы келісімге қол қойды.", "agreement"),
        ("Қазақстан мен Латвия 2003 жылы маңызды құжатқа қол қойды.", "other"),
    ],
)
def test_the_noun_tells_the_type(text: str, type: str):
    found = instrument(text)
    assert (found.type, sides(found), str(found.date)) == (type, ["KAZ", "LVA"], "2003")


@pytest.mark.parametrize(
    ("text", "status", "act"),
    [
        ("Қазақстан мен Катар 2007 жылы сауда туралы келісімге қол қойды.", "signed", "sign"),
        ("Қазақстан мен Катар 2007 жылы бірлескен декларация қабылдады.", "adopted", "adopt"),
        ("Қазақстан Катармен сауда туралы келісім жасады.", "signed", "conclude"),
        ("Қазақстан 2009 жылы Катармен сауда туралы келісімді ратификациялады.", "ratified", "ratify"),
        ("Катармен сауда туралы келісім 2009 жылы күшіне енді.", "in_force", "enter_into_force"),
        ("Қазақстан мен Катар арасындағы келісім 2011 жылы күшін жойды.", "ended", None),
        ("Қазақстан мен Катар сауда туралы келісім әзірледі.", "in_preparation", None),
    ],
    ids=["signed", "adopted", "concluded", "ratified", "in force", "ended", "prepared"],
)
def test_what_was_done_to_it_tells_the_status(text: str, status: str, act: str | None):
    found = instrument(text)
    assert found.status == status
    assert "QAT" in sides(found)
    (event,) = acts(text)
    assert act is None or event.act == act


def test_an_instrument_that_is_only_there_has_no_status():
    found = instrument(
        "Қазақстан мен Словенияның 2005 жылғы 3 мамырдағы қос салық салуды болдырмау туралы конвенциясы бар."
    )
    assert (found.type, found.status, sides(found), str(found.date)) == ("treaty", None, ["KAZ", "SVN"], "2005-05-03")
    assert found.title == "қос салық салуды болдырмау туралы конвенция"


def test_three_parties_make_it_multilateral():
    found = instrument("2000 жылы Қазақстан, Армения және Тәжікстан сауда туралы шартқа қол қойды.")
    assert (found.form, sides(found)) == ("multilateral", ["KAZ", "ARM", "TJK"])


def test_several_years_told_together_are_one_instrument_and_one_event_a_year():
    # FORMAT.md, "How events are coded": several years told together are one fact a year.
    text = "2011, 2014 және 2017 жылдары Қазақстан мен Эстония әріптестік туралы меморандумдарға қол қойды."
    assert sorted(str(found.date) for found in instruments(text)) == ["2011", "2014", "2017"]
    assert sorted(str(event.date) for event in acts(text)) == ["2011", "2014", "2017"]


def test_an_instrument_of_one_side_takes_the_other_from_the_relation():
    text = (
        "Қазақстан мен Непал көршілес емес. Непал Қазақстаннан алыс жатыр. "
        "2013 жылы Непалмен сауда туралы келісімге қол қойылды."
    )
    assert sorted(filter(None, sides(instrument(text)))) == ["KAZ", "NPL"]


def test_a_plan_of_the_relation_needs_no_names():
    text = (
        "Қазақстан мен Непал көршілес емес. Непал Қазақстаннан алыс жатыр. 2013 жылы екі ел іс-қимыл жоспарын бекітті."
    )
    found = instrument(text)
    assert (found.type, found.status, sides(found)) == ("plan", "adopted", ["KAZ", "NPL"])


def test_an_instrument_of_a_past_era_is_historical():
    found = instrument("1847 жылы Ұлыбритания мен Франция сауда туралы шартқа қол қойды.")
    assert found.auxiliary == ("historical",)


def test_a_title_makes_it_surer():
    poor = instrument("2004 жылы Қазақстан мен Кипр келісімге қол қойды.").confidence
    rich = instrument("2004 жылы Қазақстан мен Кипр «Әуе қатынасы туралы» келісімге қол қойды.").confidence
    assert poor is not None
    assert rich is not None
    assert poor < rich <= 1


def test_what_was_not_signed_has_no_event():
    assert acts("Қазақстан Бельгиямен келісімге қол қоймады.") == []


def test_an_instrument_of_the_home_state_alone_has_no_event():
    assert acts("1995 жылы Қазақстан халқы жаңа конституцияны қабылдады.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан мен Иран 1995 жылғы 4 сәуірде және 1996 жылғы 7 мамырда екі келісімге қол қойды.",
        "Қазақстан мен Иран 1995 жылғы 4 сәуірдегі және 1996 жылғы 7 мамырдағы келісімдерге қол қойды.",
    ],
    ids=["when they signed", "which they signed"],
)
def test_two_dates_of_two_instruments_told_with_one_noun_are_both_read(text: str):
    assert sorted(str(found.date) for found in instruments(text)) == ["1995-04-04", "1996-05-07"]
    assert sorted(str(event.date) for event in acts(text)) == ["1995-04-04", "1996-05-07"]


@pytest.mark.parametrize(
    ("text", "status", "reported"),
    [
        ("Чехия мен Непал 2024 жылы виза туралы келісімді парафтады.", "in_preparation", "initialled"),
        ("Чехия мен Непал 2024 жылы виза туралы келісімге өзгерістер енгізді.", "in_force", "amended"),
        ("Чехия мен Непал 2024 жылы виза туралы келісімнің мерзімін ұзартты.", "in_force", "extended"),
        ("Чехия 2024 жылы Непалмен виза туралы келісімнің күшін тоқтата тұрды.", None, "suspended"),
        ("Чехия 2024 жылы Непалмен виза туралы келісімді денонсациялады.", "ended", "denounced"),
        ("Чехия мен Непал арасындағы виза туралы келісім 2024 жылы күшін жойды.", "ended", "ended"),
        ("Чехия мен Непал виза туралы келісімді дайындап жатыр.", "in_preparation", "negotiated"),
        ("Чехия Непалға 2024 жылы виза туралы келісім жасасуды ұсынды.", "in_preparation", "proposed"),
        ("Чехия мен Непал келесі жылы виза туралы келісімге қол қояды.", "in_preparation", None),
    ],
    ids=["initial", "amend", "extend", "suspend", "denounce", "end", "prepare", "propose", "to come"],
)
def test_what_a_passage_tells_of_an_instrument_is_finer_than_its_status(
    text: str, status: str | None, reported: str | None
):
    # FORMAT.md, "Further fields": `reported_status`.
    found = instrument(text)
    assert (found.title, found.status, found.reported_status) == ("виза туралы келісім", status, reported)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2019 жылы Чехия мен Непал бірлескен декларация қабылдады.", "joint"),
        ("2019 жылы Чехия мен Непал бірлескен өндіріс туралы келісімге қол қойды.", "bilateral"),
        ("2019 жылы Чехия, Непал және Оман виза туралы келісімге қол қойды.", "multilateral"),
        ("Чехия 2019 жылы сыртқы саясат тұжырымдамасын қабылдады.", "unilateral"),
    ],
)
def test_the_form_tells_how_many_made_an_instrument(text: str, form: str):
    assert instrument(text).form == form


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан мен Қытай құжаттар пакетіне қол қойды.",
        "Қазақстан мен Қытай құжаттар топтамасына қол қойды.",
        "Тиісті құжатқа екі елдің президенттері Си Цзиньпин мен Нұрсұлтан Назарбаев қол қойды.",
    ],
)
def test_a_signing_of_documents_without_a_title_is_told_with_its_sides(text: str):
    assert sides(instrument(text)) in (["KAZ", "CHN"], ["CHN", "KAZ"])
    assert [act.type for act in acts(text)] == ["SUPPORT"]
