"""Leaders of the registry in Kazakh."""

import pytest

from qatynas.languages.kazakh.leaders import persons, post, spellings
from qatynas.ontology.leaders import registry


def test_every_leader_of_the_registry_has_a_kazakh_name() -> None:
    assert {term.person for term in registry().terms} == set(spellings())


def test_no_spelling_means_two_leaders() -> None:
    told = [name for names in spellings().values() for name in names]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Назарбаев", {"Nursultan Nazarbayev"}),
        ("Н. Назарбаев", {"Nursultan Nazarbayev"}),
        ("Н.Ә. Назарбаев", {"Nursultan Nazarbayev"}),
        ("Қ. Тоқаев", {"Kassym-Jomart Tokayev"}),
        ("Клинтон", {"Bill Clinton", "Hillary Clinton"}),
        ("Б. Клинтон", {"Bill Clinton"}),
        ("Х. Клинтон", {"Hillary Clinton"}),
        ("Дж. Буш", {"George H. W. Bush", "George W. Bush"}),
        ("Си", {"Xi Jinping"}),
        ("Ли", {"Li Peng", "Li Keqiang", "Li Qiang", "Li Zhaoxing"}),
        ("Ахметов", {"Daniyal Akhmetov", "Serik Akhmetov"}),
        ("С. Ахметов", {"Serik Akhmetov"}),
        ("Д. Назарбаев", set()),
        ("Аға", set()),
    ],
)
def test_a_name_means_the_leaders_whose_it_may_be(name: str, meant: set[str]) -> None:
    assert set(persons(name)) == meant


@pytest.mark.parametrize(
    ("title", "code", "office"),
    [
        ("президент", "KAZ", "head_of_state"),
        ("мемлекеттік хатшы", "USA", "foreign_minister"),
        ("мемлекеттік хатшы", "KAZ", None),
        ("төраға", "CHN", "head_of_state"),
        ("төраға", "KAZ", None),
        ("үкімет басшысы", "RUS", "head_of_government"),
        ("әкім", "KAZ", None),
    ],
)
def test_a_title_means_an_office_of_the_registry(title: str, code: str, office: str | None) -> None:
    assert post(title, code) == office
