"""Contexts and spheres: what an act is about, by the words of its clause."""

import pytest

from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.ontology.spheres import spheres as all_spheres
from qatynas.reading.context import context, spheres
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes

KAZAKH = language("kk")


def scene_of(text: str) -> Scene:
    (found,) = scenes("t", Text(text), KAZAKH, list(KAZAKH.sentences(text)), None)
    return found


@pytest.mark.parametrize(
    ("text", "contexts", "sphere"),
    [
        ("Оман Иранға мұнай сатты.", ("natural_resource",), ("energy",)),
        ("Оман мен Иран ғарыш саласында келісті.", ("space",), ("space",)),
        ("Оман мен Иран мәдени күндер өткізді.", ("culture",), ("culture",)),
        ("Оман мен Иран шекара туралы келісті.", ("territory",), ("border",)),
        ("Оман мен Иран бітімгершілік миссия жайлы сөйлесті.", ("peacekeeping",), ("security",)),
        ("Оман Иранға қару-жарақ берді.", ("military",), ("military_technical",)),
        ("Оман мен Иран киберқауіпсіздік орталығын ашты.", ("cyber",), ("security",)),
        ("Оман мен Иран көлік дәлізін салды.", ("transport",), ("transport",)),
        ("Оман Иранның су тасқынынан зардап шеккендеріне ақша берді.", ("disasters",), ("emergencies",)),
        ("Оман мен Иран ауыл шаруашылығы тауарларын айырбастады.", ("economic",), ("trade",)),
        ("Оман мен Иран телеарна ашты.", ("rights_freedoms",), ("information",)),
        ("Оман мен Иран университеттері кездесті.", ("culture",), ("education_science",)),
        ("Оман мен Иран заңнаманы жақындатты.", ("legal",), ("law",)),
        ("Оман мен Иран климаттың өзгеруін талқылады.", ("environment",), ("water_environment",)),
        ("Оман мен Иран кездесті.", ("diplomatic",), ()),
    ],
)
def test_words_tell_contexts_and_spheres(text: str, contexts: tuple[str, ...], sphere: tuple[str, ...]):
    scene = scene_of(text)
    assert context(scene, 0, len(scene.words)) == contexts
    assert spheres(scene, 0, len(scene.words)) == sphere


@pytest.mark.parametrize(
    ("phrase", "alone", "told", "of_word"),
    [
        (
            "Оман Иранға гуманитарлық көмек берді.",
            "Оман мен Иран гуманитарлық байланыс орнатты.",
            "emergencies",
            "culture",
        ),
        ("Оман мен Иран қауіпсіздік кеңесін өткізді.", "Оман мен Иран кеңес өткізді.", "security", None),
        ("Оман мен Иран жібек жолын ашты.", "Оман мен Иран достық жолын ашты.", "transport", None),
    ],
    ids=["aid", "council", "road"],
)
def test_a_phrase_tells_its_own_sphere_and_not_that_of_its_words(
    phrase: str, alone: str, told: str, of_word: str | None
):
    one, other = scene_of(phrase), scene_of(alone)
    assert spheres(one, 0, len(one.words)) == (told,)
    assert spheres(other, 0, len(other.words)) == ((of_word,) if of_word else ())


def test_the_list_has_a_word_for_every_sphere():
    assert {row[2] for row in KAZAKH.lexicon("contexts")} >= set(all_spheres())


def test_every_entry_is_written_in_dictionary_forms_that_the_analyser_gives():
    dead = [
        row[0]
        for row in KAZAKH.lexicon("contexts")
        if not all(
            any(a.lemma == part for w in s.words for a in w.analyses)
            for part in row[0].split()
            for s in KAZAKH.sentences(row[0])
        )
    ]
    assert dead == []


def test_several_contexts_are_told_once_each_in_their_order():
    scene = scene_of("Оман мен Иран әскери, сауда, әскери салада келісті.")
    assert context(scene, 0, len(scene.words)) == ("military", "economic")


def test_only_the_words_of_the_span_count():
    scene = scene_of("Оман мұнай сатып, Иран көлік алды.")
    assert context(scene, 0, 3) == ("natural_resource",)
    assert context(scene, 0, 1) == ("diplomatic",)
