"""Figures: quantities told of a relation, with unit, bound and what they measure."""

import pytest

from qatynas.facts.kinds import Figure
from qatynas.reading.reader import read_text


def figures(text: str) -> list[Figure]:
    return [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Figure)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("Қазақстан мен Түрікменстан шекарасының ұзындығы 413 шақырым.", 413, "шақырым", "exact"),
        ("Канада Молдоваға 20 миллион доллар бөлді.", 20_000_000, "доллар", "exact"),
        ("Қазақстан мен Оман саудасы 340 млн АҚШ долларына жетті.", 340_000_000, "доллар", "exact"),
        ("Польшада Қазақстанның 600-ден астам студенті оқиды.", 600, "студент", "over"),
        ("Қазақстан мен Грекия саудасы шамамен 90 миллион еуроға жетті.", 90_000_000, "еуро", "about"),
        ("Түркия Германиямен 120 келісім жасады.", 120, "келісім", "exact"),
    ],
    ids=["length", "money", "another state's money", "over", "about", "things"],
)
def test_a_number_with_its_unit_is_a_figure(text: str, value: float, unit: str, bound: str):
    (found,) = figures(text)
    assert (found.value, found.unit, found.bound) == (value, unit, bound)
    assert found.about


def test_a_figure_tells_what_it_is_of():
    (found,) = figures("Қазақстан мен Түрікменстан шекарасының ұзындығы 413 шақырым.")
    assert "шекарасының ұзындығы" in found.of
    assert found.evidence[0].quote == "413 шақырым"
    assert [actor.code for actor in found.about] == ["KAZ", "TKM"]


@pytest.mark.parametrize(
    "text",
    [
        "1995 жылы Қазақстан мен Оман достасты.",
        "Қазақстан мен Чехия арасында екі келісім бар.",
        "Қазақстан Чехиядан 5-ші орында тұр.",
        "Қазақстан мен Чехия 7, шақырым емес, пәтер сатты.",
        "Жетісу облысы Қытаймен шектеседі.",
        "Қазақстан мен Чехия 40 жақсы сөз айтты.",
    ],
    ids=["a date", "few things", "an ordinal", "a comma between", "a name", "no unit"],
)
def test_dates_ordinals_and_few_things_are_no_figures(text: str):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Чехия Молдоваға 14 трактор сыйлады.", 14, "трактор"),
        ("Мысыр Суданға 30-дан астам тәжірибелі мұғалім жіберді.", 30, "мұғалім"),
        ("Канада Непалға жетпіс су сорғысын берді.", 70, "сорғы"),
    ],
    ids=["a bare noun", "an attribute between", "a compound"],
)
def test_a_noun_of_no_list_is_counted_by_its_own_name(text: str, value: float, unit: str):
    (found,) = figures(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Чехия мен Молдова 12 рет кездесті.",
        "Чехия мен Молдова достығының отыз жылдығы тойланды.",
        "Чехияның 17-атқыштар полкі Молдоваға келді.",
        "Жиырма жыл өткен соң Чехия мен Молдова татуласты.",
        "Чехия мен Молдова үш адамды босатты.",
        "Чехия Молдоваға 40 Прага трамвайымен барды.",
    ],
    ids=["times", "an anniversary", "a unit's number", "how long after", "few people", "a place between"],
)
def test_numbers_that_name_or_date_things_are_no_figures(text: str):
    assert figures(text) == []


def test_a_sentence_that_names_no_state_goes_on_about_those_of_the_one_before():
    text = "Оман мен Грекия бірге кеме жасады. Оның ұзындығы 120 метрге жуық, құны 9 миллион доллар болды."
    assert [(f.value, {a.code for a in f.about}) for f in figures(text)][-1] == (9e6, {"OMN", "GRC"})
    assert figures("Қазақстанда қыс келді. Жолға 9 миллион доллар кетті.") == []


def test_a_span_of_time_may_be_told_of_a_relation():
    (found,) = figures("Қазақстан мен Түркия достығы 30 жыл бойы жалғасты.")
    assert (found.value, found.unit) == (30, "жыл")


def test_a_range_has_two_ends():
    (found,) = figures("Қазақстаннан Түркияға 5-6 мың студент барды.")
    assert (found.value, found.high, found.bound) == (5000, 6000, "about")
    assert found.evidence[0].quote == "5-6 мың студент"


def test_a_figure_of_one_value_has_no_upper_end():
    (found,) = figures("Польшада Қазақстанның 600-ден астам студенті оқиды.")
    assert found.high is None


def test_digits_that_can_be_read_in_two_ways_are_named():
    (found,) = figures("Қазақстаннан Түркияға 1.500 студент барды.")
    assert (found.value, found.why.roles) == (1500, {"value": "doubtful: 1.500"})
    (found,) = figures("Қазақстаннан Түркияға 1 500 студент барды.")
    assert found.why.roles == {}


@pytest.mark.parametrize(
    ("text", "value", "unit", "quote"),
    [
        ("Канада Молдоваға $20 млн бөлді.", 20e6, "$", "$20 млн"),
        ("Канада Молдоваға 20 млн $ бөлді.", 20e6, "$", "20 млн $"),
        ("Канада Молдоваға € 1,5 млрд бөлді.", 1.5e9, "€", "€ 1,5 млрд"),
        ("Жапония Молдоваға 3 млрд йена бөлді.", 3e9, "йена", "3 млрд йена"),
        ("Қазақстан мен Ресей саудасы 12,5% өсті.", 12.5, "%", "12,5%"),
        ("Қазақстан мен Ресей саудасы -3,2% болды.", -3.2, "%", "-3,2%"),
    ],
    ids=["sign before", "sign behind", "sign apart", "yen", "percent", "below nothing"],
)
def test_a_sign_of_money_or_percent_is_part_of_the_figure(text: str, value: float, unit: str, quote: str):
    (found,) = figures(text)
    assert (found.value, found.unit, found.evidence[0].quote) == (value, unit, quote)


def test_money_without_a_currency_is_no_figure():
    assert figures("Канада Молдоваға 20 миллион бөлді.") == []
