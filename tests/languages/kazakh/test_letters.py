"""Single letters: look-alikes, Roman numerals, slips of code pages, characters without a width."""

import pytest

from qatynas.documents.offsets import apply
from qatynas.languages.kazakh import letters
from qatynas.ontology.tables import rows


def look_alikes(text: str) -> str:
    return apply(text, letters.look_alikes(text))[0]


def slips(text: str) -> str:
    return apply(text, letters.slips(text))[0]


def unseen(text: str) -> str:
    return apply(text, letters.unseen(text))[0]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("əлем", "әлем"),
        ("Əскери", "Әскери"),
        ("тәуелсiздiк", "тәуелсіздік"),
        ("Iшкi iстер", "Ішкі істер"),
        ("жаhандық", "жаһандық"),
        ("cаясат пeн эконoмика", "саясат пен экономика"),
        ("мeмлeкeт", "мемлекет"),
        ("МIНДЕТ", "МІНДЕТ"),
        ("80-шi жылдар", "80-ші жылдар"),
        ("КСРО-i, КСР-iнiң", "КСРО-і, КСР-інің"),
        ("қыркүйектің 11-i күні", "қыркүйектің 11-і күні"),
        ("ХVIII-i", "ХVIII-і"),
        ("СIМ мен IIМ", "СІМ мен ІІМ"),
    ],
)
def test_a_foreign_letter_inside_a_cyrillic_word_becomes_the_cyrillic_one(damaged: str, whole: str) -> None:
    assert look_alikes(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "XVIII, ХVIII, ХVI-ХVII, ХIХ, IV ғасыр, I тоқсан, ХХI ғ.",
        "XX ғасыр, ХХ ғасыр, ХІХ ғасыр",
        "ХХIғасыр",
        "CASA-100, FMF, IMET, Mil-to-Mil-дің, ТЕР бағдарламасы",
        "NATO-ның, IMETтің, IT-компания, Wi-Fi-ды, e-mail, iPhone-ға",
        "The model 6-i is new; Azərbaycan dili; Charter, co-operation",
        "А4, H1N1, COVID-19-дан, y = ax + b",
        "https://kk.example.org/wiki/Қазақстан",
        "Українська мова, Київ, історія",
    ],
)
def test_numerals_codes_and_foreign_words_stay(text: str) -> None:
    assert look_alikes(text) == text


def test_only_the_letter_itself_is_replaced_so_that_the_rest_of_the_word_maps_exactly() -> None:
    _, found = apply("тәуелсiздiк", letters.look_alikes("тәуелсiздiк"))
    assert [(r.start, r.end, r.rule) for r in found.replacements] == [(6, 7, "letter"), (9, 10, "letter")]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("жа¿андық", "жаһандық"),
        ("т¿рлі", "түрлі"),
        ("¿лкен", "үлкен"),
        ("±зақ жол", "ұзақ жол"),
        ("£скери", "Әскери"),
        ("ж±мыс", "жұмыс"),
        ("к¼сіп", "кәсіп"),
        ("же¾іс", "жеңіс"),
        ("баºа", "баға"),
        ("кºсіп", "кәсіп"),
    ],
)
def test_a_sign_that_a_code_page_put_into_a_word_becomes_its_letter(damaged: str, whole: str) -> None:
    assert slips(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "±0,5 мм",
        "2±0,1 кг",
        "бағасы ±х болды",
        "«¿Qué pasa?»",
        "¿ ± сөз",
        "36 м² және м²ден",
        "¼кесе ұн",
        "5 µмоль",
        "с£леме",
        "£5, ¥100 ақша",
    ],
)
def test_a_sign_with_a_meaning_of_its_own_stays(text: str) -> None:
    assert slips(text) == text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Президент Н.Ə. Назарбаев", "Президент Н.Ә. Назарбаев"),
        ("Н. Ə.\nНазарбаев", "Н. Ә.\nНазарбаев"),
        ("Н . Ə . Назарбаев", "Н . Ә . Назарбаев"),
        ("Ə.Қ. деп", "Ә.Қ. деп"),
        ("(Ə. Бөкейхан)", "(Ә. Бөкейхан)"),
        ("Ɵ.Ə. Жәнібеков", "Ө.Ә. Жәнібеков"),
    ],
)
def test_an_initial_of_another_alphabet_becomes_the_cyrillic_one(damaged: str, whole: str) -> None:
    assert apply(damaged, letters.initials(damaged))[0] == whole


@pytest.mark.parametrize(
    "text",
    [
        "Ə. Əliyev",
        "I. Кіріспе",
        "A. Мақсат. B. Міндет",
        "дәрумен C. Бұл",
        "J.A. Smith",
        "Ə дыбысы",
        "AƏ. Иә",
        "ə\u0301Ə.Иә",
    ],
)
def test_initials_of_a_latin_text_numerals_and_letters_of_lists_stay(text: str) -> None:
    assert apply(text, letters.initials(text))[0] == text


def test_spaces_of_any_width_become_plain_ones() -> None:
    assert unseen("9\u00a0млн\u202fтеңге\u2009бар") == "9 млн теңге бар"


def test_characters_without_a_width_go() -> None:
    assert unseen("\ufeffын\u00adты\u200bмақ\u200e \u202eсөз\u202c") == "ынтымақ сөз"


def test_a_soft_hyphen_at_the_end_of_a_line_joins_the_word() -> None:
    assert unseen("ынты\u00ad\n  мақ, ынты\u00ad\r\nмақ, Ал\u00ad\nАл") == "ынтымақ, ынтымақ, Ал\nАл"


def test_joiners_stay_in_emoji_and_in_scripts_that_use_them() -> None:
    for text in ("👩\u200d🔬", "می\u200cخواهم"):
        assert unseen(text) == text


@pytest.mark.parametrize(
    ("apart", "joined"),
    [("елшии\u0306", "елший"), ("е\u0308лка", "ёлка"), ("cafe\u0301", "café"), ("а\u0301лма", "а\u0301лма")],
)
def test_a_letter_and_its_mark_become_one_where_unicode_has_it(apart: str, joined: str) -> None:
    assert apply(apart, letters.marks(apart))[0] == joined


def test_every_look_alike_has_a_cyrillic_letter_and_every_slip_is_no_letter_of_a_word() -> None:
    for row in rows(letters.PACKAGE, "data/letters.tsv", ("kind", "from", "to?", "beside?")):
        assert row["kind"] == "lost" or "\u0400" <= row["to"] <= "\u052f", row
        assert not "\u0400" <= row["from"] <= "\u052f", row


def test_a_text_without_capitals_is_not_cased() -> None:
    assert not letters.is_cased("бүгін астанада жиын өтті")
    assert letters.is_cased("Бүгін Астанада жиын өтті")


def test_words_of_the_table_are_read_by_kind() -> None:
    assert "қарым-қатынас" in letters.words("hyphenated")
    assert "қытай" in letters.words("common")
