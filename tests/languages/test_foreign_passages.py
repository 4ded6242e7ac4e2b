from itertools import pairwise

import pytest

from qatynas.languages.passages import Passage, foreign, language_of

KAZAKH = "Қазақстан мен Ресей 1992 жылғы 25 мамырда достық туралы шартқа қол қойды."
RUSSIAN = "Стороны подписали договор о дружбе, сотрудничестве и взаимной помощи."
ENGLISH = "The two sides signed a treaty of friendship and cooperation."


def test_a_paragraph_in_another_language_is_told_with_its_place():
    text = "\n".join((KAZAKH, RUSSIAN, KAZAKH, ENGLISH))
    found = foreign(text, "kk")
    assert [(text[p.start : p.end], p.language, p.whole) for p in found] == [
        (RUSSIAN, "ru", True),
        (ENGLISH, "en", True),
    ]


def test_words_quoted_in_another_language_are_told_without_the_sentence_around_them():
    quote = "«Мы готовы подписать соглашение о границе между нашими странами»"
    text = f"Президент {quote} деп мәлімдеді, ал Қазақстан басшысы бұл ұсынысты қолдады."
    assert foreign(text, "kk") == (Passage(10, 10 + len(quote), "ru", False),)


def test_kazakh_passages_stand_out_of_a_russian_text():
    assert foreign(f"{RUSSIAN}\n{KAZAKH}", "ru") == (
        Passage(len(RUSSIAN) + 1, len(RUSSIAN) + 1 + len(KAZAKH), "kk", True),
    )


@pytest.mark.parametrize(
    "words",
    [
        "Сондай-ақ «Болашак» багдарламасы бойынша жуздеген студент окып журди.",
        "Казакстан мен Ресей арасындагы шекараны делимитациялау туралы келиссоздер басталды.",
        "Бала барды да, келди, сонан сон кетип калды, онын айтканы дурыс болды",
        "Сингапур, Дания, Оңтүстік Корея, Испания, Франция, Германия, Польша",
        "«Қазақстан – Ресей: ғасырлар тоғысында» конференциясы",
        "NATO, OSCE, CASA-1000, IMET, FMF бағдарламалары",
        "1992 ж. 25.05. – 1998 ж. 6.07. (№ 12-ІІ)",
        "Н. Назарбаев – Б. Ельцин – В. Черномырдин",
    ],
)  # fmt: skip
def test_kazakh_that_lost_its_letters_and_lists_of_names_are_not_taken_for_another_language(words: str):
    assert language_of(words) in ("kk", None)


@pytest.mark.parametrize(
    "words",
    [
        "Отношения стратегического партнёрства развиваются успешно.",
        "Министерство иностранных дел Российской Федерации",
        "Назарбаев Н.А. На пороге XXI века. Алматы: Онер, 1996. 288 с.",
        "Республика Казахстан и Российская Федерация, именуемые в дальнейшем Сторонами,",
    ],
)  # fmt: skip
def test_russian_is_told_by_its_small_words_and_endings(words: str):
    assert language_of(words) == "ru"


@pytest.mark.parametrize("words", ["", "2003", "Он", "Ия, солай.", "— «…» —", "Ресей Федерациясы"])
def test_what_is_too_short_tells_nothing(words: str):
    assert language_of(words) is None


def test_passages_do_not_overlap_and_stand_in_order():
    text = "\n".join([RUSSIAN, f"Ол «{RUSSIAN}» және «{ENGLISH}» деді, бұл туралы газет жазды."] * 20)
    found = foreign(text, "kk")
    assert len(found) == 60
    assert all(one.end <= two.start for one, two in pairwise(found))
