"""Clauses: where a Kazakh sentence is cut, through words as the language analyses them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.languages.registry import language
from qatynas.reading.clauses import Clause, clauses

KAZAKH = language("kk")
JOINS = frozenset(("және", "мен", "әрі"))


def cut(text: str, quoted: frozenset[int] = frozenset()) -> list[str]:
    (sentence,) = KAZAKH.sentences(text)
    found = clauses(sentence.words, JOINS, quoted)
    return [" ".join(word.form for word in sentence.words[c.first : c.last]) for c in found]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Түркия көмек көрсетті.", 1),
        ("Министр Бакуге келіп, келісімге қол қойды.", 2),
        ("Түркия көмек көрсетті, Грузия алғыс айтты.", 2),
        ("Министр Бакуде кездесті және келісімге қол қойды.", 2),
        ("Шарт жасалғаннан, содан сауда өсті.", 2),
        ("Сауда өсті; жол ашылды; шекара бекітілді.", 3),
        ("Грузия, Армения, Иран келді.", 1),
        ("Бұл шарт маңызды болған еді, ол бекітілді.", 2),
    ],
    ids=["one", "converb", "finite", "joined", "participle in a case", "semicolons", "a list", "auxiliary"],
)
def test_a_clause_closes_with_its_verb(text: str, count: int):
    assert len(cut(text)) == count


def test_nothing_is_cut_within_a_title():
    text = "Грузия «Бардық, көрдік» кітабын шығарды."
    (sentence,) = KAZAKH.sentences(text)
    title = frozenset(range(1, 6))
    assert len(clauses(sentence.words, JOINS, title)) == 1


def test_a_semicolon_at_the_very_beginning_closes_nothing():
    (sentence,) = KAZAKH.sentences("Сауда өсті; ; жол ашылды.")
    found = clauses(sentence.words, JOINS, frozenset())
    assert all(clause.last > clause.first for clause in found)


def test_no_words_have_no_clauses():
    assert clauses((), JOINS, frozenset()) == []


WORDS = st.sampled_from(
    [
        "Түркия",
        "сауданы",
        "көрсетті",
        ",",
        "болды;",
        "және",
        "келіп,",
        "келгенде",
        "шарт",
        "Иран",
        "болды",
        ".",
        "«",
        "»",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_clauses_are_the_whole_sentence_without_gap_or_overlap(words: list[str]):
    for sentence in KAZAKH.sentences("Түркия " + " ".join(words)):
        found = clauses(sentence.words, JOINS, frozenset())
        ends = [0, *(clause.last for clause in found)]
        assert [clause.first for clause in found] == ends[:-1]
        assert ends[-1] == len(sentence.words)
        assert all(isinstance(clause, Clause) for clause in found)
