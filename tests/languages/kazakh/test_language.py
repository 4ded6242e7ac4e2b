from qatynas.documents.text import Text
from qatynas.facts.edtf import Edtf
from qatynas.languages.kazakh.language import Kazakh
from qatynas.languages.language import Language
from qatynas.settings import limit

TEXT = (
    "Қазақстан мен Түркия 2009 жылы 22 қазанда келісімге қол қойды.\n\n"
    "Біздің ел Анкараға 5 млн доллар бөлді. Екі ел министрлері кездесті."
)


def kazakh() -> Language:
    return Kazakh()


def test_kazakh_stands_behind_the_protocol() -> None:
    assert (kazakh().code, kazakh().home) == ("kk", "KAZ")
    assert hash(kazakh()) is not None


def test_sentences_and_words_stand_at_their_places() -> None:
    for sentence in kazakh().sentences(TEXT):
        assert TEXT[sentence.start : sentence.end] == sentence.text
        assert [TEXT[w.start : w.end] for w in sentence.words] == [w.form for w in sentence.words]
        assert sentence.starts == [w.start for w in sentence.words]


def test_names_and_numbers_of_a_sentence_are_told_in_offsets_of_the_text() -> None:
    second = list(kazakh().sentences(TEXT))[1]
    (number,) = kazakh().numbers(second)
    assert number.value == 5_000_000
    assert TEXT[number.start : number.end].startswith("5")
    assert [name.code or name.kind for name in kazakh().names(second)] == ["self", "TUR"]


def test_an_analysis_tells_its_features_and_a_word_those_of_the_likeliest() -> None:
    word = next(w for s in kazakh().sentences("Елдердің саны.") for w in s.words)
    assert (word.lemma, word.upos, word.get("Case"), word.get("Mood")) == ("ел", "NOUN", "Gen", None)
    assert word.best.get("Number") == "Plur"
    assert word.has("ел")
    assert not word.has("қала")


def test_a_sentence_that_is_too_long_has_no_words() -> None:
    (sentence,) = kazakh().sentences("ұзақ " * (limit("max_sentence") // 5 + 2))
    assert sentence.words == ()
    assert list(kazakh().names(sentence)) == []


def test_restoration_is_that_of_kazakh() -> None:
    assert kazakh().restore(Text("Екі ел , келісті")).restored == "Екі ел, келісті"


def test_dates_are_edtf() -> None:
    first = next(iter(kazakh().sentences(TEXT)))
    dates = kazakh().dates(first, Edtf.parse("2010-01-01"), None)
    assert [(TEXT[d.start : d.end], str(d.date)) for d in dates] == [("2009 жылы 22 қазанда", "2009-10-22")]


def test_nothing_is_found_in_nothing() -> None:
    assert list(kazakh().sentences("")) == list(kazakh().sentences(" \n\n ")) == []


def test_the_usual_name_of_a_state_is_the_short_one_and_of_an_unknown_code_the_code() -> None:
    assert [kazakh().name_of(code) for code in ("RUS", "USA", "XXX")] == ["Ресей", "Америка Құрама Штаттары", "XXX"]
