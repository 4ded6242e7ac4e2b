"""Sentences on trial: which frames fired, which nearly did, and why."""

import pytest

from qatynas.errors import QatynasError
from qatynas.reading.trial import Trial, tried


def one(text: str) -> Trial:
    (trial,) = tried(text)
    return trial


def reasons(trial: Trial) -> dict[str, str]:
    return {each.hit.realisation.rule: each.reason for each in (*trial.fired, *trial.nearly)}


def test_a_frame_that_fires_tells_who_fills_its_roles_and_makes_a_fact():
    trial = one("Қазақстан Президенті Қытайға ресми сапармен барды.")
    (fired,) = trial.fired
    assert (fired.hit.realisation.rule, fired.reason) == ("consult:visit:сапар бар", "")
    assert {role: [p.first for p in parties] for role, parties in fired.roles.items()} == {
        "actor": [0],
        "recipient": [2],
    }
    assert [fact.kind for fact in trial.facts] == ["event"]
    assert reasons(trial)["consult:visit:бар"] == "fired on the same words: consult:visit:сапар бар"


@pytest.mark.parametrize(
    ("text", "rule", "reason"),
    [
        (
            "Қазақстан Президенті Қытай Төрағасымен кездеспеді.",
            "consult:meet:кездес",
            "«кездеспеді» is negated, and forms does not name `negative`",
        ),
        (
            "Қазақстан құрамасы Қытай құрамасымен кездесті.",
            "consult:meet:кездес",
            "without: «құрамасы, құрамасымен» stands in the clause",
        ),
        (
            "Қазақстан мен Германия делегацияларының кеңесі ұзақ.",
            "consult:discuss:кеңес",
            "near: none of these stands in the clause: өт, өткіз, бол",
        ),
        (
            "Қазақстан Президенті «Қытайға бару» туралы мақала жазды.",
            "consult:visit:бар",
            "its words stand within a title, a date or a name",
        ),
        (
            "Қазақстан Президенті Алматыда оқушылармен кездесті.",
            "consult:meet:кездес",
            "no state or organisation beyond one's own fills a role",
        ),
        (
            "Қазақстан Президенті Қытай Төрағасымен кездессе, достық нығаяр еді.",
            "consult:meet:кездес",
            "it is told as unreal or supposed",
        ),
    ],
)
def test_what_stops_a_frame_is_told(text: str, rule: str, reason: str):
    assert reasons(one(text))[rule] == reason


def test_a_trigger_in_a_form_that_is_not_asked_for_tells_its_own_form():
    told = reasons(one("Қазақстан ТМД-ны құру идеясын Қытайға айтты."))
    assert told["milestone:founded:құр"] == "forms: «құру» (VERB Case=Nom VerbForm=Vnoun) is none of: past"


def test_sentences_are_read_as_one_document():
    first, second = tried("Қазақстан Президенті Пекинге келді. Ол Жапонияға барды.")
    assert [fact.actors[0].code for fact in (*first.facts, *second.facts)] == ["KAZ", "KAZ"]


def test_a_word_alone_is_taken_as_kazakh():
    assert one("Кездесті.").scene.story.language.code == "kk"


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "this text cannot be read: empty"), ("The two ministers met in Astana on 5 May 2010.", "not yet read")],
)
def test_what_cannot_be_read_is_an_error(text: str, reason: str):
    with pytest.raises(QatynasError, match=reason):
        tried(text)
