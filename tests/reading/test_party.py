"""Parties: names put together into those who act, with how the sentence uses them."""

import pytest

from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.reading.party import Party
from qatynas.reading.story import scenes

KAZAKH = language("kk")


def parties(text: str) -> list[Party]:
    told = scenes("t", Text(text), KAZAKH, list(KAZAKH.sentences(text)), None)
    return [party for scene in told for party in scene.parties]


def codes(party: Party) -> list[str | None]:
    return [actor.code for actor in party.actors]


def test_a_state_with_its_office_and_person_is_one_party():
    (party,) = parties("Венгрия Президенті Янош Адер келді.")
    assert (party.kind, party.person, party.rank, codes(party)) == ("person", "Янош Адер", "head_of_state", ["HUN"])
    assert party.title is not None


def test_an_office_of_two_states_acts_for_both():
    (party,) = parties("Оман мен Иран президенттері кездесті.")
    assert (party.kind, codes(party)) == ("office", ["OMN", "IRN"])
    assert party.codes == {"OMN", "IRN"}


def test_a_genitive_owns_its_office():
    (party,) = parties("Оманның министрі келді.")
    assert (party.kind, codes(party)) == ("office", ["OMN"])


def test_a_body_stands_for_its_state_and_tells_its_sector():
    (party,) = parties("Литва Парламенті жиналды.")
    assert (party.kind, codes(party), party.actors[0].sector) == ("body", ["LTU"], "LEG")


@pytest.mark.parametrize(
    "text", ["Оман мен Иранға барды.", "Оман, Иранға барды.", "Оман – Иранға барды."], ids=["and", "comma", "dash"]
)
def test_joined_parties_have_the_case_of_the_last(text: str):
    assert [(codes(party), party.case) for party in parties(text)] == [(["OMN"], "Dat"), (["IRN"], "Dat")]


def test_a_postposition_behind_the_last_holds_for_all_that_are_joined():
    assert [party.after for party in parties("Оман мен Иран арасында шарт бар.")] == ["арасында", "арасында"]


def test_a_genitive_owns_the_noun_behind_it_over_dates():
    (party,) = parties("Оманның 1995 жылы алған тәуелсіздігін құттықтады.")
    assert party.owned is not None
    assert (party.owned.lemma, party.owned.case) == ("тәуелсіздік", "Acc")


@pytest.mark.parametrize(
    "text", ["Оманның, әрине, екен.", "Оманның келіп тұрған кезі.", "Оманның"], ids=["comma", "verb", "end"]
)
def test_a_genitive_with_nothing_behind_it_owns_nothing_near(text: str):
    assert all(party.owned is None or party.owned.lemma == "кез" for party in parties(text))


def test_a_bare_name_that_only_modifies_a_noun_is_attributive():
    (party,) = parties("Оман кемесі келді.")
    assert party.attributive
    assert party.owned is not None
    assert party.owned.lemma == "кеме"


def test_a_subject_is_not_attributive():
    assert [party.attributive for party in parties("Оман Иранға көмек берді.")] == [False, False]


def test_our_country_is_the_home_state():
    (party,) = parties("Еліміз дамыды.")
    assert codes(party) == ["KAZ"]


def test_unnamed_countries_have_no_actors():
    (party,) = parties("Көрші елдер келді.")
    assert (party.unnamed, party.actors) == (True, ())


def test_two_countries_are_the_pair_at_hand():
    found = parties("Қазақстан мен Оман достасты. Оман Қазақстанға барды. Екі ел кездесті.")
    assert (found[-1].pair, codes(found[-1])) == (True, ["KAZ", "OMN"])


def test_an_office_without_a_state_speaks_for_the_home_state_by_implication():
    (president,) = parties("Президент келді.")
    assert (codes(president), president.implied) == (["KAZ"], True)
    (parliament,) = parties("Парламент жиналды.")
    assert (codes(parliament), parliament.implied) == (["KAZ"], True)


def test_an_expert_without_a_state_has_none():
    (party,) = parties("Сарапшы келді.")
    assert (codes(party), party.implied) == ([None], False)


def test_a_person_whose_state_the_text_told_keeps_it():
    found = parties("Венгрия Президенті Янош Адер келді. Адер кетті.")
    assert codes(found[-1]) == ["HUN"]


def test_a_head_of_state_who_is_named_without_a_state_is_the_home_states():
    (party,) = parties("Президент Ерлан Смайлов келді.")
    assert (codes(party), party.implied) == (["KAZ"], True)


def test_an_unknown_person_has_no_state():
    (party,) = parties("Ерлан Смайлов келді.")
    assert (party.kind, codes(party)) == ("person", [None])


def test_an_office_of_an_organisation_speaks_for_it():
    (party,) = parties("БҰҰ Бас хатшысы келді.")
    assert codes(party) == ["UN"]


def test_members_of_an_organisation_own_their_offices():
    found = parties("НАТО-ға мүше мемлекеттердің басшылары жиналды.")
    assert {"NATO"} <= {code for party in found for code in codes(party)}


def test_a_title_may_stand_behind_its_person():
    found = parties("Тәуке хан келді.")
    assert (found[0].person, found[0].title) == ("Тәуке", "хан")


def test_a_state_and_an_office_far_behind_it_are_two_parties():
    found = parties("Оман бұл жолы өте кеш келді, министр ренжіді.")
    assert [party.kind for party in found] == ["state", "office"]


def test_a_people_acts_for_its_state():
    found = parties("Қырғыздар жаңа жыл тойлады.")
    assert [codes(party) for party in found] == [["KGZ"]]


def test_an_office_of_both_sides_tells_what_those_named_behind_it_are():
    one, two = parties("Құжатқа екі елдің президенттері Владимир Путин мен Нұрсұлтан Назарбаев қол қойды.")
    assert (one.person, codes(one), one.pair) == ("Владимир Путин", ["RUS"], False)
    assert (two.person, codes(two)) == ("Нұрсұлтан Назарбаев", ["KAZ"])


def test_an_office_of_both_sides_without_names_stays_that_of_both():
    (party,) = parties("Құжатқа екі елдің президенттері қол қойды.")
    assert party.pair
