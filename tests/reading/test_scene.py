"""Scenes and stories: what a document is about, whose «our country» is, and how words point back to the original."""

from qatynas.documents.text import Text
from qatynas.facts.edtf import Edtf
from qatynas.languages.registry import language
from qatynas.reading.scene import Scene
from qatynas.reading.story import glimpse, glimpses, scenes

KAZAKH = language("kk")


def told(text: str, date: str | None = None) -> list[Scene]:
    restored = KAZAKH.restore(Text(text))
    sentences = list(KAZAKH.sentences(restored.restored))
    return scenes("t", restored, KAZAKH, sentences, Edtf.parse(date) if date else None)


def codes(scene: Scene) -> list[str | None]:
    return [actor.code for actor in scene.pair]


def test_every_sentence_is_a_scene():
    found = told("Сауда өсті. Жол ашылды.\n\nИран мен Оман достасты.")
    assert [scene.sentence.text for scene in found] == ["Сауда өсті.", "Жол ашылды.", "Иран мен Оман достасты."]


def test_lines_and_columns_are_seen_as_one_sentence_or_as_several():
    (scene, *_) = told("Қазақстан мен\nОман келісімі. Сауда\nөсті.")
    spans = [(0, 13), (14, 34), (35, 40)]
    whole = glimpse(scene.story, spans)
    assert whole is not None
    assert (len(whole.words), {code for party in whole.parties for code in party.codes}) == (8, {"KAZ", "OMN"})
    assert [one.sentence.text for one in glimpses(scene.story, spans)] == [
        "Қазақстан мен Оман келісімі.",
        "Сауда өсті.",
    ]
    assert glimpse(scene.story, [(13, 14)]) is None


def test_words_in_capitals_are_known_as_in_a_sentence():
    (scene, *_) = told("ҚАЗАҚСТАН МЕН ОМАН СҰЛТАНДЫҒЫ")
    found = glimpse(scene.story, [(0, 29)])
    assert found is not None
    assert {code for party in found.parties for code in party.codes} == {"KAZ", "OMN"}
    assert found.evidence(0, 4).quote == "ҚАЗАҚСТАН МЕН ОМАН СҰЛТАНДЫҒЫ"


def test_two_states_that_most_sentences_name_are_the_relation_of_the_document():
    found = told("Оман мен Қазақстан достасты. Қазақстан Оманға барды. Жапония келді.")
    assert {tuple(codes(scene)) for scene in found} == {("KAZ", "OMN")}


def test_of_states_that_equally_many_sentences_name_the_first_named_are_the_relation():
    first, second = "Оман, Иран, Жапония, Грузия, Қытай, Сербия", "Сербия, Қытай, Грузия, Жапония, Иран, Оман"
    found = told(f"{first} достасты. {second} кездесті.")
    assert {tuple(codes(scene)) for scene in found} == {("OMN", "IRN")}


def test_our_country_counts_as_the_home_state():
    (first, *_) = told("Еліміз Оманмен достасты. Оман елімізге келді.")
    assert codes(first) == ["KAZ", "OMN"]
    assert first.story.home.code == "KAZ"


def test_the_home_state_is_told_by_the_name_that_the_text_gives_it():
    (scene,) = told("Қазақстан Оманға барды.")
    assert scene.story.home.name == "Қазақстан"


def test_without_one_relation_the_sentences_before_tell_the_pair():
    found = told(
        "Оман мен Иран достасты. Екі ел кездесті. Жапония мен Перу кездесті. Куба, Чили және Перу кездесті. "
        "Ауа жылы. Күн ашық. Жел соқты."
    )
    assert codes(found[1]) == ["OMN", "IRN"]
    assert codes(found[2]) == ["JPN", "PER"]
    assert codes(found[-1]) == []


def test_persons_are_known_by_the_state_of_their_office():
    (scene, _) = told("Венгрия Президенті Янош Адер келді. Адер барды.")
    assert scene.story.persons["Адер"].code == "HUN"


def test_a_person_without_a_state_is_not_known():
    (scene,) = told("Ерлан Смайлов келді.")
    assert dict(scene.story.persons) == {}


def test_evidence_points_into_the_original_without_space_or_punctuation_at_its_ends():
    text = "Оман , Иран  келді ."
    (scene,) = told(text)
    evidence = scene.evidence(0, len(scene.words))
    assert evidence.quote == text[evidence.start : evidence.end]
    assert evidence.quote.startswith("Оман")
    assert evidence.quote.endswith("келді")
    assert scene.evidence(1, 3).quote.startswith("Иран")


def test_evidence_keeps_marks_that_enclose_it():
    (scene,) = told("Ол «Достық жолы» кітабын оқыды.")
    assert scene.evidence(1, 5).quote == "«Достық жолы»"


def test_white_space_at_the_ends_is_no_evidence():
    (scene,) = told("Оман Иранға барды.")
    assert scene.story.evidence(4, 11).quote == "Иранға"
    assert scene.story.evidence(4, 12).quote == "Иранға" or scene.story.evidence(5, 12).quote == "Иранға"


def test_states_are_named_each_once_and_implied_ones_not_at_all():
    (scene,) = told("Президент Оман мен Иранда болды, Оман жақын.")
    assert [actor.code for actor in scene.states] == ["OMN", "IRN"]


def test_lemmas_are_dictionary_forms_and_lowered_forms():
    (scene,) = told("Оман жолдарды ашты.")
    assert {"жол", "жолдарды"} <= scene.lemmas()
    assert "жол" not in scene.lemmas(2)


def test_words_of_a_list_may_be_asked_for_by_their_role():
    (scene,) = told("Оман келді.")
    assert "және" in scene.story.words("links", "and")
    assert "туралы" not in scene.story.words("links", "and")
    assert {"және", "туралы"} <= scene.story.words("links")


def test_a_span_of_characters_is_one_of_words():
    (scene,) = told("Оман Иранға барды.")
    assert scene.span(5, 11) == (1, 2)
    assert scene.clause_of(1).first == 0


def test_titles_in_quotes_fire_no_trigger():
    (scene,) = told("Ол «Түркияның Иранға сапары» кітабын оқыды.")
    assert scene.titles
    assert [hit for hit in scene.hits if hit.sense.id == "visit"] == []


def test_relative_dates_are_read_from_the_date_of_the_document():
    (scene,) = told("Оман министрі бүгін келді.", "2018-05-04")
    assert [str(date.date) for date in scene.dates] == ["2018-05-04"]
