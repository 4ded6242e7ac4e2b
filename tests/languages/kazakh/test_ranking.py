import pytest

from qatynas.languages.kazakh.ranking import in_context
from qatynas.languages.kazakh.words import split, tokens


@pytest.mark.parametrize(
    ("text", "at", "verb"),
    [
        ("Екі ел келісті.", 2, True), ("Келісті түрде шешілді.", 0, False), ("Оған қатысты мәселе көп.", 1, False),
        ("Ол саммитке қатысты.", 2, True), ("Ол саммитке қатысты, кейін кетті.", 2, True),
        ("Ауыр салмақ түсті.", 1, False),
    ],
)  # fmt: skip
def test_a_word_that_could_be_a_finite_verb_is_one_only_where_a_clause_closes(text: str, at: int, verb: bool) -> None:
    assert any(a.get("VerbForm") == "Fin" for a in list(tokens(text))[at].analyses) is verb


@pytest.mark.parametrize(
    ("text", "at", "lemma", "upos"),
    [
        ("Бұл құжат маңызды.", 0, "бұл", "DET"), ("Бұл – маңызды құжат.", 0, "бұл", "PRON"),
        ("Осы елге келді.", 0, "осы", "DET"), ("Ол Қазақстанға келді.", 0, "ол", "PRON"),
        ("Қазақстан мен Ресей келісті.", 1, "мен", "CCONJ"), ("Мен елге келдім.", 0, "мен", "PRON"),
        ("Ол келген жылы шарт жасалды.", 2, "жыл", "NOUN"), ("Жылы сөз айтты.", 0, "жылы", "ADJ"),
        ("Құжатты алып келді.", 1, "ал", "VERB"), ("Алып кеме жүзді.", 0, "алып", "ADJ"),
        ("Сауданы дамытуға арналған шарт.", 2, "арна", "VERB"), ("Шарт жасалды.", 1, "жаса", "VERB"),
    ],
)  # fmt: skip
def test_the_words_beside_it_tell_which_word_is_meant(text: str, at: int, lemma: str, upos: str) -> None:
    best = list(tokens(text))[at].best
    assert (best.lemma, best.upos) == (lemma, upos)


def test_no_analysis_is_lost_by_ordering_them() -> None:
    alone = {(one.lemma, one.upos) for one in in_context(["алып", ","])[0]}
    assert {(one.lemma, one.upos) for one in in_context(["алып", "кеме"])[0]} == alone


def test_a_sentence_without_words_has_no_analyses() -> None:
    assert in_context(split("")) == []
