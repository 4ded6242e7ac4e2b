"""Contexts and spheres: what an act is about, by the words of its clause."""

import pytest

from qatynas.documents.text import Text
from qatynas.languages.registry import language
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
        ("Оман мен Иран кездесті.", ("diplomatic",), ()),
    ],
    ids=["energy", "space", "culture", "border", "none told"],
)
def test_words_tell_contexts_and_spheres(text: str, contexts: tuple[str, ...], sphere: tuple[str, ...]):
    scene = scene_of(text)
    assert context(scene, 0, len(scene.words)) == contexts
    assert spheres(scene, 0, len(scene.words)) == sphere


def test_several_contexts_are_told_once_each_in_their_order():
    scene = scene_of("Оман мен Иран әскери, сауда, әскери салада келісті.")
    assert context(scene, 0, len(scene.words)) == ("military", "economic")


def test_only_the_words_of_the_span_count():
    scene = scene_of("Оман мұнай сатып, Иран көлік алды.")
    assert context(scene, 0, 3) == ("natural_resource",)
    assert context(scene, 0, 1) == ("diplomatic",)
