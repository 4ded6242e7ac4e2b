import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

import pytest

from qatynas.errors import DataFileError
from qatynas.languages.kazakh import chains
from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.chains import nominal_endings
from qatynas.languages.kazakh.grammar import (
    COLUMNS,
    PACKAGE,
    harmony,
    realise,
    softened,
    sound_class,
    suffixes,
)
from qatynas.ontology.tables import Row, parse, rows

# One stem or more of every class of last sound in both harmonies; a bar marks the vowel that drops (хал|ы|қ).
NOUNS = """
бала қала дала апа шекара мұра бағдарлама басшы алушы жалпы мүдде мекеме әке кеме мәселе елші жолаушы кісі
сапар дәуір жер қор министр бұйрық ай сарай үй би тау су бу жау ту ел жол өкіл мақал жыл тіл
адам келісім ұйым күн заң тең заман жиын ор|ы|н мой|ы|н сөз қағаз ау|ы|з кез гараж
шарт хал|ы|қ кітап серіктестік бас аяқ тілек жүрек құжат одақ мемлекет кеңес соғыс достық ер|і|к қап топ көп
"""
POSSESSION = {
    None: {},
    "my": {"Person[psor]": "1", "Number[psor]": "Sing"},
    "thy": {"Person[psor]": "2", "Number[psor]": "Sing"},
    "its": {"Person[psor]": "3"},
    "our": {"Person[psor]": "1", "Number[psor]": "Plur"},
    "your": {"Person[psor]": "2", "Number[psor]": "Plur"},
}
CASES = {
    None: "Nom", "genitive": "Gen", "accusative": "Acc", "dative": "Dat", "locative": "Loc", "ablative": "Abl",
    "instrumental": "Ins",
}  # fmt: skip


@lru_cache(maxsize=1)
def table() -> list[Row]:
    return rows(PACKAGE, "data/grammar/nominal.tsv", COLUMNS)


def shape(name: str, last: str | None) -> str:
    """The form that an ending has after `last`: its own there, else the general one."""
    found: dict[str, str] = {}
    for row in table():
        if row["name"] == name:
            found.setdefault(row["after"], row["shape"])
    own = next((form for after, form in found.items() if last and last in after.split(",")), None)
    return own or found["-"]


def grown(form: str, piece: str) -> str:
    return form + realise(piece, sound_class(form), harmony(form))


def declined(stem: str, plural: bool, owner: str | None, case: str | None) -> str:
    form = grown(stem.replace("|", ""), shape("plural", None)) if plural else stem.replace("|", "")
    if owner:
        longer = grown(form, shape(owner, None))
        if longer[len(form)] in "ыі" and not plural:
            form = re.sub(r"\|.\|", "", stem) if "|" in stem else form
            longer = softened(form) + longer[len(stem.replace("|", "")) :]
        form = longer
    return grown(form, shape(case, owner)) if case else form


def forms(stem: str) -> Iterator[tuple[str, dict[str, str]]]:
    for plural, (owner, owned), (case, tag) in product((False, True), POSSESSION.items(), CASES.items()):
        number = {"Number": "Plur"} if plural else {}
        yield declined(stem, plural, owner, case), {"Case": tag, **number, **owned}


@pytest.mark.parametrize("stem", NOUNS.split())
def test_every_form_of_a_noun_leads_back_to_its_stem_and_case(stem: str) -> None:
    lost = [
        (form, features)
        for form, features in forms(stem)
        if (stem.replace("|", ""), features) not in [(a.lemma, dict(a.features)) for a in analyse(form)]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("stem", "plural", "owner", "case", "form"),
    [
        ("халық|", False, None, "dative", "халыққа"), ("хал|ы|қ", False, "its", "genitive", "халқының"),
        ("серіктестік", False, "our", "ablative", "серіктестігімізден"), ("кітап", False, "my", "dative", "кітабыма"),
        ("ел", True, "our", "instrumental", "елдерімізбен"), ("мүдде", False, "its", "accusative", "мүддесін"),
        ("қағаз", True, None, "ablative", "қағаздардан"), ("заң", False, None, "ablative", "заңнан"),
        ("сөз", False, None, "instrumental", "сөзбен"), ("үй", False, None, "accusative", "үйді"),
    ],
)  # fmt: skip
def test_the_forms_that_the_tests_make_are_those_of_school(
    stem: str, plural: bool, owner: str | None, case: str, form: str
) -> None:
    assert declined(stem.rstrip("|"), plural, owner, case) == form


@pytest.mark.parametrize(
    ("letters", "stems", "told"),
    [
        ("LAр", "бала жер ел адам сөз шарт", "балалар жерлер елдер адамдар сөздер шарттар"),
        ("NIң", "бала жер ел адам сөз шарт", "баланың жердің елдің адамның сөздің шарттың"),
        ("YI", "бала жер ел адам сөз шарт", "баланы жерді елді адамды сөзді шартты"),
        ("BAн", "бала жер ел адам сөз шарт", "баладан жерден елден адамнан сөзден шарттан"),
        ("DA", "бала жер ел адам сөз шарт", "балада жерде елде адамда сөзде шартта"),
        ("GA", "бала жер ел адам сөз шарт", "балаға жерге елге адамға сөзге шартқа"),
        ("Pен", "бала жер ел адам сөз шарт", "баламен жермен елмен адаммен сөзбен шартпен"),
        ("(I)мIз", "бала жер ел адам сөз шарт", "баламыз жеріміз еліміз адамымыз сөзіміз шартымыз"),
        ("(с)I", "бала жер ел адам сөз шарт", "баласы жері елі адамы сөзі шарты"),
        ("MAK", "сайла бар кел көн жаз айт", "сайламақ бармақ келмек көнбек жазбақ айтпақ"),
        ("MA", "сайла бар кел көн жаз айт", "сайлама барма келме көнбе жазба айтпа"),
        ("DIK", "сайла бар кел көн жаз айт", "сайладық бардық келдік көндік жаздық айттық"),
        ("EдI", "сайла бар кел көн жаз айт", "сайлайды барады келеді көнеді жазады айтады"),
        ("(A)р", "сайла бар кел көн жаз айт", "сайлар барар келер көнер жазар айтар"),
        ("(I)п", "сайла бар кел көн жаз айт", "сайлап барып келіп көніп жазып айтып"),
    ],
)  # fmt: skip
def test_a_letter_of_a_shape_changes_with_the_sound_before_it(letters: str, stems: str, told: str) -> None:
    assert " ".join(grown(stem, letters) for stem in stems.split()) == told


@pytest.mark.parametrize(
    ("word", "tone"), [("Қазақстан", "b"), ("Өзбекстан", "b"), ("Түркия", "b"), ("Ресей", "f"), ("шт", ""), ("ки", "f")]
)
def test_harmony_is_that_of_the_last_vowel_that_tells_it(word: str, tone: str) -> None:
    assert harmony(word) == tone


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Куба", "V"), ("Үнді", "V"), ("Мали", "R"), ("Баку", "R"), ("Қытай", "R"), ("Израиль", "L"), ("Иран", "N"),
     ("Кавказ", "Z"), ("Ирак", "T"), ("Ташкент", "T"), ("«Шарқ»", "T"), ("", "T")],
)  # fmt: skip
def test_the_class_of_a_word_is_that_of_its_last_sound(word: str, kind: str) -> None:
    assert sound_class(word) == kind


@pytest.mark.parametrize(
    ("word", "lemma", "features"),
    [
        ("елдеріміздегілерге", "ел",
         {"Case": "Dat", "Number": "Plur", "Person[psor]": "1", "Number[psor]": "Plur", "Attr": "Loc"}),
        ("қазақстандықтардың", "қазақстандық", {"Case": "Gen", "Number": "Plur"}),
        ("қарым-қатынастарымыздың", "қарым-қатынас",
         {"Case": "Gen", "Number": "Plur", "Person[psor]": "1", "Number[psor]": "Plur"}),
        ("министрліктеріндегі", "министрлік", {"Case": "Loc", "Number": "Plur", "Person[psor]": "3", "Attr": "Loc"}),
        ("мемлекетіміздікі", "мемлекет",
         {"Case": "Nom", "Person[psor]": "1", "Number[psor]": "Plur", "Attr": "Gen"}),
        ("елшіміз", "елші", {"Case": "Nom", "Person[psor]": "1", "Number[psor]": "Plur"}),
    ],
)  # fmt: skip
def test_a_long_chain_of_endings_is_taken_off(word: str, lemma: str, features: dict[str, str]) -> None:
    assert (lemma, features) in [(a.lemma, dict(a.features)) for a in analyse(word)]


def test_the_empty_ending_is_one_and_a_pronominal_one_always_stands_behind_a_vowel() -> None:
    assert nominal_endings()[""]
    letters = ("на", "не", "нда", "ндегі", "нан", "н", "нікі", "дан")
    assert {e.classes for found in map(nominal_endings().get, letters) for e in found if e.pronominal} == {"V"}


@pytest.mark.parametrize("rest", ["ды", "са", "ған", "у", "малы", "ып"])
def test_every_ending_of_a_verb_tells_a_form_or_a_mood(rest: str) -> None:
    found = [dict(features) for kind in "VRLNZT" for features in chains.parse(rest, chains.start("VERB", kind, "b"))]
    assert all({"VerbForm", "Mood"} & set(features) for features in found)


GOOD = "number\tplural\tLAр\t-\tNumber=Plur\n"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("case\tdative\tGA\t-", "the cell of column “features” is empty"),
        ("case\tdative\tGA\t-\tCase=Dat\tmore", "6 cells"),
        ("kase\tdative\tGA\t-\tCase=Dat", "no slot 'kase'"),
        ("case\tdative\tQA\t-\tCase=Dat", "'QA' is no shape"),
        ("case\tdative\t(Iм\t-\tCase=Dat", "is no shape"),
        ("case\tdative\tGA\tplurale\tCase=Dat", "no suffix 'plurale'"),
        ("case\tdative\tGA\t-\tCase", "name=value"),
        ("case\tdative\tGA\t-\tCase=", "name=value"),
    ],
)
def test_a_broken_row_is_told_by_file_and_line(row: str, reason: str) -> None:
    with pytest.raises(DataFileError, match=re.escape(reason)) as caught:
        suffixes(parse(f"# head\n{GOOD}{row}\n".encode(), "nominal.tsv", COLUMNS))
    assert (caught.value.file, caught.value.line) == ("nominal.tsv", 3)


def test_the_tables_that_stand_are_good() -> None:
    assert len(suffixes(parse(GOOD.encode(), "nominal.tsv", COLUMNS))) == 1
    both = [*table(), *rows(PACKAGE, "data/grammar/verbal.tsv", COLUMNS)]
    assert len(suffixes(both)) == len(both)
