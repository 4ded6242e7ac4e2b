"""Claims: interests, factors, problems and priorities of a relation."""

from collections.abc import Sequence
from functools import cache

import pytest

from qatynas.facts.kinds import Claim, Fact
from qatynas.reading.reader import read_text


@cache
def facts(text: str) -> Sequence[Fact]:
    return read_text(text, language="kk").facts


def claims(text: str) -> list[Claim]:
    return [fact for fact in facts(text) if isinstance(fact, Claim)]


def claim(text: str) -> Claim:
    (found,) = claims(text)
    return found


@pytest.mark.parametrize(
    ("text", "type", "codes", "effect"),
    [
        ("Су тапшылығы Қазақстан мен Қырғызстан қатынасындағы түйіткіл болып қалды.", "problem", "KAZ KGZ", "divides"),
        ("Көлік Қазақстан мен Әзірбайжан ынтымақтастығының басым бағыты болып табылады.", "priority", "KAZ AZE", None),
        ("Ортақ тіл Қазақстан мен Түрікменстан жақындасуына ықпал етті.", "factor", "KAZ TKM", "binds"),
        ("Финляндия Қазақстанмен әріптестікті дамытуға мүдделі.", "interest", "KAZ FIN", None),
    ],
    ids=["problem", "priority", "factor", "interest"],
)
def test_the_words_of_a_claim_tell_its_type_and_its_relation(text: str, type: str, codes: str, effect: str | None):
    found = claim(text)
    assert (found.type, found.effect, found.by) == (type, effect, "author")
    assert {actor.code for actor in found.parties} == set(codes.split())
    assert found.text == text.rstrip(".")


def test_parts_of_a_sentence_are_claims_of_their_own():
    text = (
        "Қазақстан мен Вьетнам саудасына алыс жол кедергі болды; қымбат тасымал; "
        "Қазақстан мен Вьетнам жақындасуына ортақ нарық ықпал етті."
    )
    found = claims(text)
    assert [one.type for one in found] == ["problem", "problem", "factor"]
    assert found[1].text == "қымбат тасымал"
    assert found[1].date is None


def test_a_problem_goes_before_other_claims_of_its_part():
    assert claim("Шекара дауы Қазақстан мен Вьетнам саудасына кедергі болып, ықпал етті.").type == "problem"


def test_announced_factors_are_those_that_the_next_sentence_lists():
    text = (
        "Қазақстан мен Вьетнам арасында бірнеше факторлар бар. Бұл ортақ нарық, ұзақ жол, сондай-ақ тіл болып келеді."
    )
    found = claims(text)
    assert {one.type for one in found} == {"factor"}
    assert "ұзақ жол" in [one.text for one in found]
    assert not any("сондай-ақ" in one.text for one in found)


def test_what_is_announced_but_not_listed_next_is_no_claim():
    assert claims("Қазақстан мен Вьетнам арасында бірнеше факторлар бар. Күн ашық болды.") == []


def test_the_date_of_a_claim_is_that_of_its_words():
    found = claim("2014 жылы баж салығы Қазақстан мен Вьетнам саудасына кедергі болды.")
    assert str(found.date) == "2014"


def test_the_relation_of_the_document_is_meant_where_one_side_is_named():
    text = "Қазақстан мен Вьетнам алыс. Вьетнам Қазақстаннан қашық жатыр. Вьетнаммен сауда үшін баж кедергі болды."
    assert {actor.code for actor in claim(text).parties} == {"KAZ", "VNM"}


def test_two_foreign_states_have_claims_of_their_own():
    assert {actor.code for actor in claim("АҚШ пен Иран арасындағы шиеленіс күшейді.").parties} == {"USA", "IRN"}


def test_a_very_long_part_keeps_to_the_clause_of_its_trigger():
    long = "алыс " * 130
    found = claim(f"{long} жол ашылды, бұл Қазақстан мен Вьетнам саудасына кедергі болды.")
    assert len(found.evidence[0].quote) < 600


def test_what_a_speaker_says_is_no_claim_of_the_author():
    # FORMAT.md, "Further fields": `by` is the author, unless a clause says otherwise.
    text = "Қырғызстан министрінің айтуынша, Қазақстан мен Қырғызстан саудасында кедергі бар."
    assert {fact.kind for fact in facts(text)} == {"statement"}


@pytest.mark.parametrize(
    "text",
    [
        "Үйдің алдында кедергі тұр.",
        "Бұл ауылда су проблема болып отыр.",
        "Ол спортқа назар аударады.",
        "Қазақстанда жастарға ерекше мән беріледі.",
        "Бала оқуға ұмтылады.",
        "Ауылда кедергі жоқ; жол кең.",
    ],
)
def test_what_is_told_of_no_relation_is_no_claim(text: str):
    assert claims(text) == []


def test_a_noun_that_only_grounds_another_act_makes_no_claim():
    assert claims("Шарттың негізінде Непал мен Чехия саудасы ашық болды.") == []
    assert claim("Шарт Непал мен Чехия саудасына негіз болды.").type == "factor"


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Шекара Непал мен Чехия қатынасындағы ең өткір проблема болды.", "problem"),
        ("Сапар Непал мен Чехия қатынасын жаңа деңгейге шығарды.", "factor"),
    ],
    ids=["a sharp problem", "a new level"],
)
def test_problems_and_factors_go_by_more_than_one_name(text: str, type: str):
    assert claim(text).type == type


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Көпшіліктің айтуынша, алыс жол Қазақстан мен Непал саудасына кедергі болды.", "көпшілік"),
        ("Тәуелсіз бақылаушылар алыс жол Қазақстан мен Непал саудасына кедергі деп санайды.", "тәуелсіз бақылаушы"),
        ("Алыс жол Қазақстан мен Непал саудасына кедергі деп есептейді.", None),
        ("Алыс жол Қазақстан мен Непал саудасына кедергі деп есептейміз.", "author"),
        ("Алыс жол Қазақстан мен Непал саудасына кедергі деп саналады.", "author"),
    ],
    ids=["an owner of the opinion", "a subject of the opinion", "nobody named", "the author speaks", "passive"],
)
def test_a_claim_belongs_to_whom_a_clause_names_else_to_the_author(text: str, by: str | None):
    # FORMAT.md, "Further fields": `by` is the author, unless a clause says otherwise.
    assert claim(text).by == by


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Қытайдың мүддесі Қазақстан мен Ресей қатынасында көрінеді.", ["CHN"]),
        ("Чехия Қазақстанмен әріптестікті дамытуға мүдделі.", ["CZE"]),
        ("Қазақстан үшін Чехиямен ынтымақтастықты дамыту маңызды.", ["KAZ"]),
        ("Чехияға Қазақстанмен ынтымақтастықты дамыту қажет.", ["CZE"]),
        ("Алыс жол Қазақстан мен Непал саудасына кедергі болды.", []),
    ],
    ids=["owner", "subject", "for whom", "to whom", "no interest"],
)
def test_an_interest_has_a_holder(text: str, holder: list[str]):
    assert [actor.code for actor in claim(text).holder] == holder
