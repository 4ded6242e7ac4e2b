import re
from functools import lru_cache

import pytest

from qatynas.errors import DataFileError
from qatynas.languages.kazakh.language import Kazakh
from qatynas.languages.language import Realisation
from qatynas.languages.realisations import FORMS, MARKERS, ROLES, Words, parse
from qatynas.ontology.senses import senses
from qatynas.reading.examples import silent

WORDS = Words(frozenset(("арасында", "тарапынан")), {"talks": ("келіссөз", "екі жақты әңгіме")})
GOOD = '- {sense: meet, trigger: кездес, roles: {actor: [Nom, арасында]}, example: "Екі ел кездесті."}\n'


@lru_cache(maxsize=1)
def kazakh() -> Kazakh:
    return Kazakh()


def read(text: str) -> list[Realisation]:
    return list(parse(text.encode(), "meet.yaml", WORDS))


def test_the_example_of_every_realisation_fires_it() -> None:
    told = list(map(str, silent(kazakh())))
    assert not told, "\n".join(told)


def test_every_realisation_is_of_a_sense_of_the_ontology_and_can_be_named() -> None:
    for one in kazakh().realisations():
        assert one.sense in senses()
        assert one.rule.split(":")[1] == one.sense
        assert set(one.roles) <= ROLES[senses()[one.sense].kind]


def test_no_two_realisations_are_the_same() -> None:
    first: dict[tuple[object, ...], Realisation] = {}
    twice = []
    for one in kazakh().realisations():
        said = (
            one.sense,
            one.trigger,
            one.near,
            one.without,
            one.forms,
            one.who,
            one.drawn,
            *sorted(one.roles.items()),
        )
        if first.setdefault(said, one) is not one:
            twice.append(f"{first[said].rule} and {one.rule}: {' '.join(one.trigger)}")
    assert twice == []


def test_realisations_come_in_the_order_of_files() -> None:
    told = list(kazakh().realisations())
    names = [one.rule.split(":")[0] for one in told]
    assert names == sorted(names)


def test_a_realisation_is_read_with_all_its_keys() -> None:
    (one,) = read(
        "- sense: meet\n  trigger: кездесу өткіз\n  roles: {actor: [Nom, Of+Ins, арасында]}\n  forms: [verb, noun]\n"
        "  near: [саммит]\n  without: [ойын]\n  who: [state]\n  example: Екі ел кездесу өткізді.\n"
    )
    assert one == Realisation(
        sense="meet",
        trigger=("кездесу", "өткіз"),
        roles={"actor": ("Nom", "Of+Ins", "арасында")},
        example="Екі ел кездесу өткізді.",
        rule="meet:meet:кездесу өткіз",
        near=("саммит",),
        without=("ойын",),
        forms=("verb", "noun"),
        who=("state",),
    )


@pytest.mark.parametrize("text", ["", "# only words for people\n"])
def test_a_file_without_realisations_is_no_mistake(text: str) -> None:
    assert read(text) == []


def test_a_claim_has_no_roles() -> None:
    (one,) = read("- {sense: problem, trigger: қиындық, roles: {}, example: Қиындық бар.}")
    assert one.roles == {}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("example", "exmaple", "unknown key 'exmaple'"), ("sense: meet", "sense: met", "no sense 'met'"),
        ("sense: meet, ", "", "sense is missing"), (', example: "Екі ел кездесті."', "", "example is missing"),
        ("actor", "speaker", "no role 'speaker' in a sense of kind event"), ("Nom", "Nmo", "unknown marker 'Nmo'"),
        ("арасында", "астында", "unknown marker 'астында'"), ("Nom", "Of+арасында", "unknown marker 'Of+арасында'"),
        ("roles", "forms: [verbs], roles", "unknown value 'verbs' of 'forms'"),
        ("roles", "who: [king], roles", "unknown value 'king' of 'who'"),
        ("roles", "forms: verb, roles", "a list is wanted"), ("roles", "near: саммит, roles", "a list is wanted"),
        ("roles", "near: [], roles", "a list is wanted"),
        ("roles", "without: [[a]], roles", "a word or words are wanted"),
        ("[Nom, арасында]", "Nom", "a list is wanted"), ("[Nom, арасында]", "[]", "a list is wanted"),
        ("[Nom, арасында]", "[[Nom]]", "a word or words are wanted"),
        ("{actor: [Nom, арасында]}", "[actor]", "keys and values"),
        ("{actor: [Nom, арасында]}", "Nom", "keys and values"), ("{actor: [Nom, арасында]}", "", "keys and values"),
        ("meet", "[meet]", "a word or words are wanted"), ("кездес,", "'',", "a word or words are wanted"),
        ("кездес,", "{a: b},", "a word or words are wanted"),
        ('"Екі ел кездесті."', '" "', "a word or words are wanted"),
        ("sense: meet", "sense: meet, sense: visit", "'sense' stands twice"), ("sense", "[sense]", "a word or words"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_realisation_is_told_by_file_and_line(old: str, new: str, reason: str) -> None:
    with pytest.raises(DataFileError, match=re.escape(reason)) as caught:
        read("# head\n" + GOOD + GOOD.replace(old, new, 1))
    assert (caught.value.file, caught.value.line, caught.value.exit_code) == ("meet.yaml", 3, 2)
    assert "\n" not in str(caught.value)


def test_a_mistake_in_a_long_realisation_is_told_by_its_own_line() -> None:
    with pytest.raises(DataFileError) as caught:
        read("- sense: meet\n  trigger: кездес\n  example: Кездесті.\n  roles:\n    actor:\n    - Nom\n    - Xyz\n")
    assert str(caught.value) == "meet.yaml:7: unknown marker 'Xyz'"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("sense: meet\n", 1, "a list of realisations is wanted"), ("word", 1, "a list of realisations is wanted"),
        ("- word\n", 1, "keys and values are wanted"), (GOOD + "- [a, b]\n", 2, "keys and values are wanted"),
        (GOOD + "- {sense: [\n", 3, "not YAML"), (GOOD + "\t- x\n", 2, "not YAML"), (GOOD + "- *x\n", 2, "not YAML"),
        (GOOD + "---\n" + GOOD, 2, "not YAML"), ("- &a [*a]\n", 1, "keys and values are wanted"),
        ("\0", 1, "not YAML"),
        ("- !!python/object/apply:os.getcwd []\n", 1, "keys and values are wanted"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_realisations_is_refused_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(DataFileError, match=reason) as caught:
        read(text)
    assert caught.value.line == line
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "data", [GOOD.encode() + b"# \xff\n", GOOD.encode()[:-4] + b"\xd1", GOOD.encode("cp1251", "ignore")]
)
def test_bytes_that_are_not_utf_8_are_refused_with_their_line(data: bytes) -> None:
    with pytest.raises(DataFileError, match="not YAML") as caught:
        list(parse(data, "meet.yaml", WORDS))
    assert caught.value.line in (1, 2)
    assert "\n" not in str(caught.value)


def test_all_that_a_mistake_may_name_is_known() -> None:
    used = {form for one in kazakh().realisations() for form in one.forms}
    assert used <= FORMS
    assert {"Nom", "Of+Dat"} <= MARKERS
