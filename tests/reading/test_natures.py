"""What a claim is about a relation, and whether it binds or divides."""

import pytest

from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.reading.natures import Nature, nature
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes

KAZAKH = language("kk")


def scene(text: str) -> Scene:
    return scenes("t", Text(text), KAZAKH, list(KAZAKH.sentences(text)), None)[0]


def told(text: str, type: str = "factor") -> Nature:
    one = scene(text)
    return nature(one, 0, len(one.words), type)


@pytest.mark.parametrize(
    ("text", "subtype", "words"),
    [
        ("Чехия мен Непал қатынасы стратегиялық серіктестікке айналды.", "status", "стратегиялық серіктестікке"),
        ("Екі ел қатынасы одақтастыққа жетті.", "status", "одақтастыққа"),
        ("Чехия мен Непал арасында айрықша қатынас орнады.", "status", "айрықша қатынас"),
        ("Теңдік – екі ел саясатының қағидаты.", "principle", "қағидаты"),
        ("Екі елдің мақсаты – тең сауда.", "goal", "мақсаты"),
        ("Жолдың Чехия үшін зор маңызы бар.", "assessment", "маңызы"),
        ("Чехия бұл саудада маңызды рөл атқарады.", "role", "маңызды рөл"),
    ],
)
def test_words_tell_what_a_claim_is_about_and_are_kept_as_they_stand(text: str, subtype: str, words: str):
    found = told(text)
    assert found.subtype == subtype
    assert [(step.field, step.words) for step in found.steps] == [("subtype", words)]


def test_the_name_of_a_relation_goes_before_other_subtypes():
    assert told("Стратегиялық серіктестік – екі елдің мақсаты.").subtype == "status"


def test_a_bare_noun_that_is_only_spoken_of_names_no_relation():
    assert told("Чехия әріптестікті дамытты.").subtype is None
    assert told("Әріптестік дамыды.").subtype == "status"


@pytest.mark.parametrize(
    ("text", "type", "effect"),
    [
        ("Ортақ мүдде екі елді байланыстырды.", "interest", "binds"),
        ("Баға екі елді алшақтатты.", "factor", "divides"),
        ("Баға екі елді алшақтатпады.", "factor", None),
        ("Жол бағасы өсті.", "problem", "divides"),
        ("Жол бағасы өсті.", "factor", None),
        ("Қайшылыққа қарамастан, ортақ тіл сақталды.", "factor", None),
        ("Қайшылыққа қарамастан, ортақ тіл сақталды.", "problem", "divides"),
    ],
    ids=["binds", "divides", "negated", "a problem", "nothing told", "both told", "a problem beside what binds"],
)
def test_what_binds_or_divides_is_told_by_words_or_by_a_problem(text: str, type: str, effect: str | None):
    assert told(text, type).effect == effect
