"""Forms that the grammar makes: as school teaches them, and each analysed back to its stem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.inflection import Possessor, inflected
from qatynas.languages.kazakh.roots import roots
from qatynas.languages.language import Case

CASES: tuple[Case, ...] = ("Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins")
TOLD: dict[Possessor | None, dict[str, str]] = {
    None: {},
    "my": {"Person[psor]": "1", "Number[psor]": "Sing"},
    "thy": {"Person[psor]": "2", "Number[psor]": "Sing"},
    "its": {"Person[psor]": "3"},
    "our": {"Person[psor]": "1", "Number[psor]": "Plur"},
    "your": {"Person[psor]": "2", "Number[psor]": "Plur"},
}
LISTED = sorted({root.lemma for found in roots().nominal.values() for root in found if root.upos == "NOUN"})
NAMED = sorted({root.lemma for found in roots().proper.values() for root in found})


@pytest.mark.parametrize(
    ("lemma", "case", "plural", "possessor", "form"),
    [
        ("халық", "Dat", False, "its", "халқына"), ("серіктестік", "Abl", False, "our", "серіктестігімізден"),
        ("объект", "Dat", False, None, "объектіге"), ("ел", "Ins", True, "our", "елдерімізбен"),
        ("кітап", "Dat", False, "my", "кітабыма"), ("орын", "Loc", False, "its", "орнында"),
        ("Ресей", "Gen", False, None, "Ресейдің"), ("Беларусь", "Ins", False, None, "Беларусьпен"),
        ("Қазақстан", "Abl", False, None, "Қазақстаннан"), ("су", "Gen", False, None, "судың"),
        ("Қвазимодо", "Loc", False, None, "Қвазимодода"), ("Нұр-Сұлтан", "Gen", False, None, "Нұр-Сұлтанның"),
        ("Қазақстан Республикасы", "Dat", False, None, "Қазақстан Республикасына"),
        ("Америка Құрама Штаттары", "Abl", False, None, "Америка Құрама Штаттарынан"),
        ("сыртқы істер министрі", "Loc", False, None, "сыртқы істер министрінде"),
        ("Біріккен Араб Әмірліктері", "Nom", False, None, "Біріккен Араб Әмірліктері"),
        ("НАТО", "Gen", False, None, "НАТО-ның"), ("АҚШ", "Abl", False, None, "АҚШ-тан"),
        ("АҚШ", "Nom", False, None, "АҚШ"), ("БАҚ", "Nom", False, "its", "БАҚ-ы"),
    ],
)  # fmt: skip
def test_a_form_is_that_of_school(lemma: str, case: Case, plural: bool, possessor: Possessor | None, form: str) -> None:
    assert inflected(lemma, case, plural=plural, possessor=possessor) == form


@given(st.sampled_from(LISTED), st.booleans(), st.sampled_from([*TOLD]), st.sampled_from(CASES))
def test_every_form_of_a_noun_leads_back_to_its_stem(
    lemma: str, plural: bool, possessor: Possessor | None, case: Case
) -> None:
    form = inflected(lemma, case, plural=plural, possessor=possessor)
    wanted = {"Case": case, **TOLD[possessor], **({"Number": "Plur"} if plural else {})}
    assert (lemma, wanted) in [(one.lemma, dict(one.features)) for one in analyse(form)]


@given(st.sampled_from(NAMED), st.sampled_from(CASES))
def test_every_case_of_a_name_leads_back_to_the_name(name: str, case: Case) -> None:
    told = [(one.lemma, one.get("Case")) for one in analyse(inflected(name, case))]
    assert (name, case) in told
