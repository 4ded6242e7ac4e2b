"""Offices, bodies and persons put together with whom they are for."""

import pytest

from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.reading.party import Party
from qatynas.reading.story import scenes

KAZAKH = language("kk")


def parties(text: str) -> list[Party]:
    assert KAZAKH is not None
    told = scenes("t", Text(text), KAZAKH, list(KAZAKH.sentences(text)), None)
    return [party for scene in told for party in scene.parties]


def told(party: Party) -> tuple[str | None, str | None, set[str]]:
    return party.title, party.person, set(party.codes)


@pytest.mark.parametrize(
    ("text", "title", "person", "code"),
    [
        ("АҚШ Мемлекеттік хатшысының көмекшісі келді.", "Мемлекеттік хатшысының көмекшісі", None, "USA"),
        (
            "АҚШ Мемлекеттік хатшысының Еуропа және Еуразия істері жөніндегі орынбасары Карен Донфрид келді.",
            "Мемлекеттік хатшысының Еуропа және Еуразия істері жөніндегі орынбасары", "Карен Донфрид", "USA",
        ),
        ("БҰҰ Бас хатшысының орынбасары келді.", "БҰҰ Бас хатшысының орынбасары", None, "UN"),
        ("Қаржы министрінің бірінші орынбасары келді.", "Қаржы министрінің бірінші орынбасары", None, "KAZ"),
        (
            "Өзбекстан Премьер-министрінің орынбасары – Сыртқы істер министрі Абдулазиз Камилов келді.",
            "Премьер-министрінің орынбасары – Сыртқы істер министрі", "Абдулазиз Камилов", "UZB",
        ),
        ("Литва Қорғаныс министрлігінің өкілі келді.", "Қорғаныс министрлігінің өкілі", None, "LTU"),
        ("Норвегияның БҰҰ жанындағы Тұрақты өкілі Мона Юль сөйледі.", "тұрақты өкіл", "Мона Юль", "NOR"),
        ("Еуропалық одақтың Орталық Азия жөніндегі арнайы өкілі Питер Буриан", "арнайы өкілі", "Питер Буриан", "EU"),
    ],
)  # fmt: skip
def test_a_chain_of_offices_is_one_holder_s_and_its_whole_title_is_told(
    text: str, title: str, person: str | None, code: str
) -> None:
    assert told(parties(text)[0]) == (title, person, {code})


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ресей Президенті Назарбаевты қабылдады.", [{"RUS"}, {"KAZ"}]),
        ("Орыс патшасы Әбілқайыр ханға жазды.", [{"RUS"}, {"kazakh-khanate"}]),
        ("Ресей Президенті Путинге жазды.", [{"RUS"}]),
        ("Тәжікстан Президенті Эмомали Рахмонды қабылдады.", [{"TJK"}]),
        ("КСРО Президенті Горбачевке жазды.", [{"soviet-union"}]),
    ],
)
def test_another_state_s_leader_does_not_hold_the_office_before_him(text: str, codes: list[set[str]]) -> None:
    assert [set(party.codes) for party in parties(text)] == codes


def test_a_body_with_a_state_of_its_own_is_not_the_office_s_before_it() -> None:
    assert [set(party.codes) for party in parties("Литва президенті Бундестагта сөйледі.")] == [{"LTU"}, {"DEU"}]


def test_a_person_whose_name_a_thing_bears_does_not_act() -> None:
    (party, *others) = parties("Президент Барак Обама атындағы қорға барды.")
    assert told(party) == ("президент", None, {"KAZ"})
    assert [other.person for other in others] == [None] * len(others)
