"""Statements: who said what, in whose words."""

import pytest

from qatynas.facts.kinds import Statement
from qatynas.reading.reader import read_text


def statements(text: str) -> list[Statement]:
    return [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Statement)]


def statement(text: str) -> Statement:
    (found,) = statements(text)
    return found


def test_words_in_quotes_are_direct_and_restored_without_their_marks():
    found = statement("Қазақстан Президенті «біз Ресеймен мәңгі көршіміз, достықты бағалаймыз» деп айтты.")
    assert (found.form, found.text) == ("direct", "біз Ресеймен мәңгі көршіміз, достықты бағалаймыз")
    assert [actor.code for actor in found.speaker] == ["KAZ"]
    assert found.speaker_class == "official"
    assert {actor.code for actor in found.about} == {"KAZ", "RUS"}


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("Қырғызстан министрінің айтуынша, Қазақстанмен сауда артады.", "KGZ", "Қазақстанмен сауда артады"),
        ("Қазақстан елшісі айтқандай, Моңғолиямен байланыс нығаюда.", "KAZ", "Моңғолиямен байланыс нығаюда"),
        ("Венгрия Президенті Қазақстанның дос екенін атап өтті.", "HUN", "Қазақстанның дос екенін"),
        ("Иран Президенті Қазақстанмен жол салынатынын мәлімдеді.", "IRN", "Қазақстанмен жол салынатынын"),
    ],
    ids=["according to", "as said", "noted", "declared"],
)
def test_reported_words_are_indirect(text: str, code: str, told: str):
    found = statement(text)
    assert (found.form, found.text.rstrip(".")) == ("indirect", told)
    assert [actor.code for actor in found.speaker] == [code]


def test_experts_are_never_counted_as_the_state():
    # FORMAT.md, "Further fields": `speaker_class`.
    foreign = statement("Түркиялық сарапшылардың пікірінше, Қазақстан мен Түркия саудасы арта түседі.")
    own = statement("Саясаттанушы Ерлан Смайловтың пікірінше, сауда байланысы әлсіз.")
    assert (foreign.speaker_class, own.speaker_class) == ("expert", "expert")


def test_a_speaker_before_a_colon_says_what_stands_behind_it():
    found = statement("Венгрия Президенті Янош Адер: Қазақстанмен достық біз үшін маңызды.")
    assert (found.form, found.text.rstrip(".")) == ("direct", "Қазақстанмен достық біз үшін маңызды")
    assert [actor.name for actor in found.speaker] == ["Янош Адер"]


def test_the_state_of_a_person_told_elsewhere_is_known():
    text = "Венгрия Президенті Янош Адер келді. Кездесу жылы өтті. Адер Қазақстанның сенімді әріптес екенін мәлімдеді."
    assert [actor.code for found in statements(text) for actor in found.speaker] == ["HUN"]


def test_the_date_of_a_statement_stands_before_its_words():
    found = statement(
        "2014 жылғы 6 мамырда Қазақстан Президенті «біз 1991 жылдан бері Ресеймен мәңгі көршіміз» деп айтты."
    )
    assert str(found.date) == "2014-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "Ол «ертең келемін» деді.",
        "Анасы баласына ертегі айтты.",
        "Қазақстан мен Оман пікір алмасты.",
        "Күн тәртібі: Қазақстан мен Оман саудасы.",
        "Тізім: Қазақстан, Оман, Катар.",
    ],
)
def test_words_without_a_speaker_who_counts_are_no_statement(text: str):
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("«Біздің сауда жылдан жылға өседі», – деді Словакия Президенті.", "SVK", "Біздің сауда жылдан жылға өседі"),
        ("«Достық мәңгі болады», деп атап өтті Италия министрі.", "ITA", "Достық мәңгі болады"),
        (
            "«Біз Қазақстанмен достықты сақтаймыз, бұл – біздің таңдауымыз», – деді Словакия Президенті.",
            "SVK",
            "Біз Қазақстанмен достықты сақтаймыз, бұл – біздің таңдауымыз",
        ),
    ],
    ids=["said", "noted", "a comma within"],
)
def test_a_speaker_may_stand_behind_the_words(text: str, code: str, words: str):
    found = statement(text)
    assert (found.form, found.text) == ("direct", words)
    assert [actor.code for actor in found.speaker] == [code]


def test_a_name_in_quotes_is_no_speech():
    found = statement("Непал елшісі «Достық» жобасының аяқталғанын хабарлады, Чехия қуанды.")
    assert found.form == "indirect"
    assert "Достық" in found.text


@pytest.mark.parametrize(
    ("text", "code", "form"),
    [
        ("Непал министрі Чехиядан жүктің жеткенін растады.", "NPL", "indirect"),
        ("Чехия Президенті Непалды «таулардың тәжі» деп атады.", "CZE", "direct"),
        ("Чех тарихшысы алғашқы елшіліктің Непалда ашылғанын жазады.", "CZE", "indirect"),
    ],
    ids=["confirmed", "called", "wrote"],
)
def test_a_verb_that_reports_a_clause_or_quoted_words_tells_a_statement(text: str, code: str, form: str):
    found = statement(text)
    assert ([a.code for a in found.speaker], found.form) == ([code], form)


@pytest.mark.parametrize(
    "text",
    [
        "Непал министрі Чехиямен келісімді растады.",
        "Непал министрі Чехияға хат жазды.",
        "Чехия мен Непалда Наурыз мерекесі атап өтілді.",
    ],
    ids=["a thing", "a letter", "marked a feast"],
)
def test_such_a_verb_with_a_mere_thing_reports_nothing(text: str):
    assert statements(text) == []


def test_experts_without_a_name_keep_whose_they_are():
    found = statement("Шетелдік сарапшылар Непал мен Чехия саудасын пайдалы деп бағалайды.")
    assert [a.name for a in found.speaker] == ["шетелдік сарапшылар"]
    assert found.speaker_class == "expert"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ресей министрінің айтуынша, Чехия мен Непал саудасы артады.", ["CZE", "NPL"]),
        ("Чехия мен Непал көрші. Непал мен Чехия дос. Чехиялық сарапшылардың пікірінше, сауда артады.", ["CZE", "NPL"]),
        ("Чехиялық сарапшылардың пікірінше, сауда артады.", ["CZE"]),
    ],
    ids=["of those that the words name", "of the relation at hand", "of the speaker's state alone"],
)
def test_a_statement_is_told_of_the_relation_that_its_words_name_or_stand_in(text: str, codes: list[str]):
    # FORMAT.md, "Further fields": `about`.
    found = [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Statement)]
    assert [sorted(str(actor.code) for actor in one.about) for one in found] == [codes]


def test_experts_told_together_speak_for_neither_side():
    text = "Тарихшылар ұзақ жол Чехия мен Непал саудасына бөгет болды деп есептейді."
    (found,) = [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Statement)]
    assert [actor.code for actor in found.speaker] == [None]
    assert found.speaker_class == "expert"
