"""Lost capitals: names, and the beginnings of sentences."""

import pytest

from qatynas.documents.offsets import apply
from qatynas.languages.kazakh import capitals


def restored(text: str) -> str:
    lost = capitals.capitals_lost(text)
    text = apply(text, capitals.lost_names(text, lost))[0]
    return apply(text, capitals.lost_starts(text, lost))[0]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Бүгін қазақстан мен Ресей келісті", "Бүгін Қазақстан мен Ресей келісті"),
        ("Ол қазақстанның, қазақстанға, қазақстандағы", "Ол Қазақстанның, Қазақстанға, Қазақстандағы"),
        ("Ресей қазақстансыз және қазақстанымыз", "Ресей Қазақстансыз және Қазақстанымыз"),
        ("Тәуелсіз қазақстан республикасының жері", "Тәуелсіз Қазақстан Республикасының жері"),
        ("Онда қырғызстан мен ресейде", "Онда Қырғызстан мен Ресейде"),
    ],
)
def test_a_name_of_a_state_gets_its_capital_back_in_every_case(damaged: str, whole: str) -> None:
    assert restored(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "Қазақ халқы, қазақ тілі, қытай тілі, қазақстандық азамат",
        "Таза судан алды, бір қатар тұрды, палау жеді, қазанда болды",
        "Ол Қостанайдан шығып, орал жаққа, семей жаққа кетті",
        "Ол #қазақстан деп белгіледі, мекенжайы /қазақстан",
        "Қазақстан республикасы деп жазды",
    ],
)
def test_words_that_may_be_small_by_right_stay(text: str) -> None:
    assert restored(text) == text


def test_words_for_peoples_and_months_stay_even_where_the_initial_is_lost() -> None:
    text = "Сонда қазақстан мен қытай тілі, қазақ халқы, 25 қазанда, қатар"
    assert restored(text) == text.replace("қазақстан", "Қазақстан")


def test_places_and_polities_follow_once_the_document_has_shown_the_lost_initial() -> None:
    damaged = "Онда қазақстан, қостанайда, қазақ хандығының, қытай халық республикасы"
    assert restored(damaged) == "Онда Қазақстан, Қостанайда, Қазақ хандығының, Қытай Халық Республикасы"
    assert restored("Онда қостанайда, қазақ хандығының") == "Онда қостанайда, қазақ хандығының"


@pytest.mark.parametrize(
    "text",
    [
        "Онда қазақстан-қытай шекарасы, қазақстан–ресей жолы",
        "Ресей-қазақстан шекарасы",
        "Қазақстан-өзбекстан шекарасы, Өзбекстан",
        "Екі елдің түркия-қазақстан-қырғызстан одағы",
        "Онда гвинея-бисау бар",
    ],
)
def test_a_compound_shows_no_lost_initial(text: str) -> None:
    assert restored(text) == text


def test_a_compound_is_repaired_where_the_initial_is_lost_and_another_part_has_its_capital() -> None:
    damaged = "Онда қазақстан, қазақстан-Қытай, Ресей-қазақстан, АҚШ-қытай-қырғызстан, қазақстан-АҚШ-тың"
    assert restored(damaged) == (
        "Онда Қазақстан, Қазақстан-Қытай, Ресей-Қазақстан, АҚШ-қытай-Қырғызстан, Қазақстан-АҚШ-тың"
    )
    small = "Онда қазақстан, қазақстан-қытай, ресей-қазақстанның, қазақстан–қытай"
    assert restored(small) == small.replace("қазақстан,", "Қазақстан,")


def test_names_on_either_side_of_a_spaced_dash_are_no_compound() -> None:
    assert restored("Онда қазақстан – Ресей, Қытай — қазақстан") == "Онда Қазақстан – Ресей, Қытай — Қазақстан"


def test_a_lowercased_text_is_left_alone() -> None:
    text = "бүгін қазақстан мен ресей келісті. олар қол қойды. қытай да келді."
    assert restored(text) == text


def test_a_sentence_begins_with_a_capital() -> None:
    damaged = "Ол келді. бұл жаңалық еді. Біз күттік. Енді жоқ."
    assert restored(damaged) == "Ол келді. Бұл жаңалық еді. Біз күттік. Енді жоқ."


@pytest.mark.parametrize(
    "text",
    [
        "Ол 5 млн. теңге алды, т.б. істер бар, 1991 ж. бастап. Енді жоқ. Ол кетті.",
        "Б. з. б. заманда, археол. ғылым, беймәлім. сөз. Бұл бар. Ол бар.",
        "Неге? қайда? Сонда! деді. Ол… үндеген жоқ. Бірақ... бәлкім. Бұл бар.",
        "Мақсаты бар. а) бірінші; ә) екінші. Бұл бар.",
        "«Ол келді.» деді ол. Бұл бар. Ол бар.",
        "Нота – хат екі елге.\nнота – екінші жолы\n\nшарт – келісім. Бұл бар.",
        "қалайсың? мен келді. ол келді. сен кетті. Бұл солай.",
    ],
)
def test_a_small_letter_stays_where_no_sentence_surely_ends(text: str) -> None:
    assert restored(text) == text


def test_where_an_initial_is_lost_it_is_wanted_at_every_beginning() -> None:
    damaged = "қазақстан зор. Ресей де сондай. Не дейді? қорыта айтсақ, солай. Бұл бар.\nқайта қарайық."
    assert (
        restored(damaged) == "Қазақстан зор. Ресей де сондай. Не дейді? Қорыта айтсақ, солай. Бұл бар.\nҚайта қарайық."
    )


def test_names_of_states_that_are_also_words_are_never_sure() -> None:
    known = capitals.names()
    assert "қазақстан" in known.sure
    assert known.sure.isdisjoint({"судан", "қытай", "палау", "панама"})


def test_surnames_follow_once_the_document_has_shown_the_lost_initial() -> None:
    damaged = "Сонда қазақстан, Президент Қ. қасымовпен, жазушы Ә. құнанбаевтың, Ә. қазір"
    assert restored(damaged) == "Сонда Қазақстан, Президент Қ. Қасымовпен, жазушы Ә. Құнанбаевтың, Ә. қазір"
    assert restored("Президент Қ. қасымов, Ә. құнанбаев") == "Президент Қ. қасымов, Ә. құнанбаев"


def test_a_letter_at_the_head_of_a_line_numbers_a_heading_and_is_no_initial() -> None:
    text = "Сонда Қазақстан\nА. қысқаша\nБ. құрамы"
    assert restored(text + ", қазақстан") == text + ", Қазақстан"
