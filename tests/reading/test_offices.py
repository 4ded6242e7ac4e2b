"""Offices: who holds which office of which state or organisation."""

import pytest

from qatynas.facts.kinds import Office
from qatynas.reading.reader import read_text


def offices(text: str) -> list[Office]:
    return [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Office)]


@pytest.mark.parametrize(
    ("text", "person", "code"),
    [
        ("Венгрия Президенті Янош Адер Қазақстанның бастамасын қолдады.", "Янош Адер", "HUN"),
        ("Германия канцлері Ангела Меркельдің Қазақстанға сапары басталды.", "Ангела Меркель", "DEU"),
        ("Словакия Премьер-министрі Роберт Фицомен Қазақстан елшісі кездесті.", "Роберт Фицо", "SVK"),
        ("БҰҰ Бас хатшысы Антониу Гутерриш Қазақстанға келді.", "Антониу Гутерриш", "UN"),
    ],
    ids=["nominative", "genitive", "instrumental", "organisation"],
)
def test_a_person_behind_an_office_holds_it_for_its_state(text: str, person: str, code: str):
    found = offices(text)[0]
    assert found.person == person
    assert [actor.code for actor in found.holder_of] == [code]
    assert found.title
    assert found.date is None


def test_the_holder_is_the_state_and_not_the_person():
    (found,) = offices("Венгрия Президенті Янош Адер Қазақстанның бастамасын қолдады.")
    assert [(actor.name, actor.code) for actor in found.holder_of] == [("Венгрия", "HUN")]


def test_a_title_may_stand_behind_its_person():
    (found,) = offices("Қазақ хандығын Тәуке хан биледі.")
    assert (found.person, found.title) == ("Тәуке", "хан")
    assert found.evidence[0].quote == "Тәуке хан"


def test_an_office_may_have_been_served_by_the_person_behind_a_participle():
    (found,) = offices("Қазақстанның елшісі болып қызмет еткен Бауыржан Мұхамеджанов кітап жазды.")
    assert (found.person, found.title) == ("Бауыржан Мұхамеджанов", "елші")
    assert [actor.code for actor in found.holder_of] == ["KAZ"]


def test_a_state_known_of_the_person_elsewhere_is_taken_where_the_office_tells_none():
    text = "Литва Президенті Валдас Адамкус келді. Қонақ болған мырза – депутат Валдас Адамкус."
    assert [actor.code for found in offices(text) for actor in found.holder_of] == ["LTU", "LTU"]


def test_an_office_without_any_state_has_no_holder_and_is_less_sure():
    (found,) = offices("Дипломат Ерлан Смайловтың пікірінше, Қазақстан мен Армения байланысы әлсіз.")
    assert (found.person, found.holder_of) == ("Ерлан Смайлов", ())
    assert found.confidence is not None
    assert found.confidence < 0.9


@pytest.mark.parametrize(
    "text",
    [
        "Президент Қазақстанға келді.",
        "Президент сайлауы өтті.",
        "Елші келді, ал кешке Ерлан Смайлов ән айтты.",
        "Министр болу оңай емес.",
    ],
)
def test_an_office_without_a_person_beside_it_is_none(text: str):
    assert offices(text) == []


@pytest.mark.parametrize(
    ("text", "person", "title", "code"),
    [
        ("Қайрат Омаров Қазақстанның Непалдағы елшісі болып тағайындалды.", "Қайрат Омаров", "елші", "KAZ"),
        ("Ян Новак 2003 жылы Чехия президенті болып сайланды.", "Ян Новак", "президент", "CZE"),
    ],
    ids=["appointed", "elected"],
)
def test_who_is_named_to_an_office_holds_it(text: str, person: str, title: str, code: str):
    (found,) = offices(text)
    assert (found.person, found.title, [a.code for a in found.holder_of]) == (person, title, [code])


@pytest.mark.parametrize(
    "text", ["Тарихшы Қайрат Омаров Чехияға барды.", "Чехия сарапшысы Ян Новак Непалға келді."], ids=["trade", "expert"]
)
def test_what_somebody_is_by_trade_is_no_office(text: str):
    assert offices(text) == []


def test_a_pronoun_tells_no_office_again():
    assert len(offices("Чехия Президенті Ян Новак Непалға келді. Ол Катмандуда болды.")) == 1
