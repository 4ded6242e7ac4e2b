"""Frames: where triggers fire, in which forms, and which of several wins."""

from collections.abc import Sequence

import pytest

from qatynas.languages.kazakh.language import Kazakh
from qatynas.languages.language import Realisation
from qatynas.languages.registry import language
from qatynas.ontology.senses import senses
from qatynas.reading.clauses import clauses
from qatynas.reading.frames import hits, is_predicate

KAZAKH = language("kk")


class Told(Kazakh):
    """Kazakh with realisations of a test's own."""

    def __init__(self, *realisations: Realisation) -> None:
        self._realisations = realisations

    def realisations(self) -> Sequence[Realisation]:
        return self._realisations


def realisation(trigger: str, sense: str = "meet", **more: tuple[str, ...]) -> Realisation:
    return Realisation(sense, tuple(trigger.split()), {}, "", f"{sense}:{trigger}", **more)


def fired(text: str, *realisations: Realisation) -> list[str]:
    (sentence,) = KAZAKH.sentences(text)
    parts = clauses(sentence.words, frozenset(("және",)), frozenset())
    return [hit.realisation.rule for hit in hits(sentence.words, parts, Told(*realisations))]


@pytest.mark.parametrize(
    ("text", "forms", "fires"),
    [
        ("Оман кездесті.", ("verb",), True),
        ("Оман кездесу өткізді.", ("verb",), True),
        ("Оман кездескен.", ("participle",), True),
        ("Оман кездесті.", ("participle",), False),
        ("Оман кездесті.", ("past",), True),
        ("Оман кездесіп, қайтты.", ("past",), True),
        ("Оман кездеседі.", ("past",), False),
        ("Оман кездеседі.", ("finite",), True),
        ("Оман кездеспек.", ("meaning",), True),
        ("Оман кездеспек.", ("intention",), True),
        ("Оман кездесті.", ("meaning",), False),
        ("Оман кездесті.", ("done",), True),
        ("Оман кездесіп, қайтты.", ("done",), False),
        ("Оман кездеспеді.", ("negative",), True),
        ("Оман кездесті.", ("negative",), False),
    ],
)
def test_a_trigger_fires_in_the_forms_that_are_meant(text: str, forms: tuple[str, ...], fires: bool):
    assert bool(fired(text, realisation("кездес", forms=forms))) == fires


@pytest.mark.parametrize(
    ("text", "form", "fires"),
    [
        ("Оманның сапары ұзақ.", "possessed", True),
        ("Оман сапар шекті.", "possessed", False),
        ("Оман сапар шекті.", "noun", True),
        ("Басты мәселе – сапар.", "predicate", True),
        ("Бұл ұзақ сапар еді.", "predicate", True),
        ("Оман сапар шекті.", "predicate", False),
    ],
)
def test_a_noun_fires_in_the_forms_that_are_meant(text: str, form: str, fires: bool):
    assert bool(fired(text, realisation("сапар", forms=(form,)))) == fires


def test_what_was_not_done_fires_only_what_asks_for_it():
    assert fired("Оман кездеспеді.", realisation("кездес")) == []


def test_a_word_near_may_be_asked_for_or_shut_out():
    near = realisation("кездес", near=("сапар",))
    without = realisation("кездес", without=("ойын",))
    assert fired("Оман сапарда кездесті.", near) == [near.rule]
    assert fired("Оман кездесті.", near) == []
    assert fired("Оман ойында кездесті.", without) == []
    assert fired("Оман кездесті.", without) == [without.rule]


def test_the_parts_of_a_trigger_may_stand_apart_but_not_far():
    parts = realisation("тәуелсіздік мойында", "recognise")
    assert fired("Оман тәуелсіздікті 1991 жылы желтоқсанда мойындады.", parts) == [parts.rule]
    assert fired("Оман тәуелсіздікті бір екі үш төрт бес алты жеті сегіз тоғыз он он бір рет мойындады.", parts) == []


def test_the_parts_of_a_trigger_stand_in_one_clause():
    parts = realisation("тәуелсіздік мойында", "recognise")
    assert fired("Оман тәуелсіздікті көздеп, Иран мойындады.", parts) == []


def test_of_triggers_that_share_a_word_the_longer_stays():
    short, long = realisation("мойында", "recognise"), realisation("тәуелсіздік мойында", "recognise")
    assert fired("Оман тәуелсіздікті мойындады.", short, long) == [long.rule]


def test_triggers_of_different_kinds_of_fact_do_not_vie():
    event, claim = realisation("назар аудар", "support"), realisation("назар аудар", "priority")
    assert len(fired("Оман саудаға назар аударды.", event, claim)) == 2


def test_any_verb_fires_the_star_unless_it_only_helps_another():
    star = realisation("*", "plan", forms=("meaning",))
    assert fired("Оман сауданы дамытпақ.", star) == [star.rule]
    assert fired("Оман сауданы дамытты.", star) == []
    assert fired("Оман саудасы жалғаса бермек.", star) == []


def test_a_trigger_of_its_own_goes_before_the_star():
    star, own = realisation("*", "plan", forms=("meaning",)), realisation("дамыт", "cooperate")
    assert fired("Оман сауданы дамытпақ.", star, own) == [own.rule]


def test_a_word_that_the_language_does_not_analyse_fires_by_its_form():
    plain = realisation("пікірінше", "opinion")
    assert fired("Сарапшының пікірінше, сауда өседі.", plain) == [plain.rule]


def test_the_second_predicate_of_a_noun_is_before_a_dash_or_a_copula():
    (sentence,) = KAZAKH.sentences("Басты мәселе – су.")
    assert is_predicate(sentence.words, len(sentence.words), 1)
    assert not is_predicate(sentence.words, len(sentence.words), 0)


def test_every_sense_of_a_realisation_is_known():
    assert all(one.sense in senses() for one in KAZAKH.realisations())
