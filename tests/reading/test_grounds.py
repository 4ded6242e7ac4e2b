"""The steps of `why`: on which words each thing of a fact stands."""

from qatynas.facts.kinds import Fact, Step
from qatynas.reading.grounds import DOCUMENT_PAIR, HOME, LISTED
from qatynas.reading.reader import read_text


def steps(text: str, kind: str = "event", number: int = 0, date: str | None = None) -> list[Step]:
    facts: list[Fact] = [f for f in read_text(text, language="kk", date=date, mentions=False).facts if f.kind == kind]
    why = facts[number].why
    assert why is not None
    return list(why.steps)


def step(told: list[Step], field: str, number: int = 0) -> Step:
    return [one for one in told if one.field == field][number]


def test_each_side_tells_its_words_and_its_case():
    told = steps("Қазақстан Президенті 2015 жылы Қытайға ресми сапармен барды.")
    assert step(told, "actor") == Step("actor", "Қазақстан Президенті (KAZ)", "Қазақстан Президенті", "Nom")
    assert step(told, "recipient") == Step("recipient", "Қытай (CHN)", "Қытайға", "Dat")


def test_who_owns_a_noun_tells_which():
    told = steps("Қытай Қазақстанның тәуелсіздігін 1991 жылы мойындады.")
    assert step(told, "recipient").by == "Of+Acc (тәуелсіздік)"


def test_a_date_tells_its_words_and_where_they_stand():
    told = steps("Қазақстан Президенті 2015 жылы Қытайға барды.")
    assert step(told, "date") == Step("date", "2015", "2015 жылы", "in the words of the fact")


def test_a_date_that_is_counted_from_another_says_so():
    told = steps("Қазақстан Президенті былтыр Қытайға барды.", date="2016-05-05")
    assert (step(told, "date").words, step(told, "date").resolved) == ("былтыр", "counted from another date")


def test_a_pronoun_tells_whom_it_stands_for():
    told = steps("Қазақстан Президенті Пекинге келді. Ол Жапонияға барды.", number=1)
    assert step(told, "actor").words == "Ол"
    assert step(told, "actor").resolved == "«Қазақстан Президенті» of the sentence before"


def test_both_sides_told_as_two_states_come_from_the_sentence_before():
    text = "Қазақстан мен Қытай көрші. Қазақстан Қытаймен достасты. Екі ел 2001 жылы келіссөз жүргізді."
    told = steps(text, number=-1)
    before = "«Қазақстан Қытаймен» of the sentence before"
    assert step(told, "actor") == Step("actor", "Қазақстан (KAZ), Қытай (CHN)", "Екі ел", "Nom", before)


def test_both_sides_that_were_named_just_before_are_quoted():
    text = "Қазақстан мен Қытай көрші. Қырғызстан мен Өзбекстан кездесті. Екі ел 2001 жылы келіссөз жүргізді."
    told = steps(text, number=-1)
    assert step(told, "actor").gives == "Қырғызстан (KGZ), Өзбекстан (UZB)"
    resolved = step(told, "actor").resolved
    assert "«Қырғызстан" in resolved and "Өзбекстан»" in resolved


def test_parties_whom_no_word_of_the_sentence_names_are_told_together():
    text = "Қазақстан мен Қытай көрші. Қазақстан Қытаймен достасты. Достық туралы шартқа 1993 жылы қол қойылды."
    assert step(steps(text, "instrument"), "parties") == Step(
        "parties", "Қазақстан (KAZ), Қытай (CHN)", resolved=DOCUMENT_PAIR
    )


def test_a_title_without_a_state_is_the_home_states():
    told = steps("Президент 2015 жылы Қытайға барды.")
    assert step(told, "actor").resolved == HOME


def test_a_listed_leader_tells_that_the_list_names_the_state():
    told = steps("Си Цзиньпин 2015 жылы Қазақстанға барды.")
    assert (step(told, "actor").words, step(told, "actor").resolved) == ("Си Цзиньпин", LISTED)


def test_what_is_to_come_tells_the_feature_and_the_type_that_it_was():
    told = steps("Қазақстан Президенті келесі аптада Қытайға барады.")
    assert step(told, "auxiliary") == Step("auxiliary", "future", "барады", "Tense=Aor")
    assert step(told, "type") == Step("type", "AGREE", "", "CONSULT", "what is still to come")


def test_a_refusal_tells_the_negation():
    told = steps("Ресей Грузияның тәуелсіздігін мойындамады.")
    assert step(told, "auxiliary") == Step("auxiliary", "negation", "мойындамады", "Polarity=Neg")


def test_history_tells_that_its_date_made_it_so():
    told = steps("Ресей империясы 1731 жылы Қазақ хандығына елші жіберді, Қазақ хандығы Ресей империясымен келісті.")
    assert step(told, "auxiliary") == Step("auxiliary", "historical", by="date before 1990")


def test_of_every_kind_the_words_that_name_an_actor_are_told():
    told = steps("Қазақстан Президенті Н. Ә. Назарбаев Қытайға барды.", "office")
    assert step(told, "holder_of").gives == "Қазақстан (KAZ)"
    assert step(told, "holder_of").words == "Қазақстан Президенті Н. Ә. Назарбаев"


def test_an_office_without_a_state_is_not_told_by_other_words_of_the_sentence():
    told = steps("Министр М. Тілеуберді Қазақстанға оралды.", "office")
    assert step(told, "holder_of") == Step("holder_of", "Қазақстан (KAZ)", "Министр М. Тілеуберді", "Nom", HOME)
