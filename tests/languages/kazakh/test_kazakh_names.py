from itertools import pairwise

import pytest

from declension import declined, found
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.ontology.tables import Row, rows
from timing import fastest


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(name.kind, name.name, name.code) for name in found(text)]


def listed() -> list[Row]:
    return rows(PACKAGE, "data/states.tsv", ("code", "kind", "name"))


@pytest.mark.parametrize("kind", ["short", "official", "other", "abbreviation", "capital", "seat"])
def test_every_state_is_known_in_every_case(kind: str) -> None:
    lost = []
    for row in listed():
        for case, form in declined(row["name"]) if row["kind"] == kind else ():
            first = next(iter(found(f"Кеше {form} жаңа заң туралы айтылды.")), None)
            if first is None or (first.kind, first.code, first.case) != ("state", row["code"], case):
                lost.append((row["code"], form, case, first))
    assert lost == []


@pytest.mark.parametrize("kind", ["short", "official"])
def test_a_state_is_known_at_the_beginning_of_a_sentence_and_in_a_text_without_capitals(kind: str) -> None:
    lost = []
    for row in listed():
        name = row["name"]
        if (
            row["kind"] == kind
            and len(name) > 4
            and "(" not in name
            and not any(word.isupper() for word in name.split())
        ):
            small = found(f"кеше {name.lower()} жаңа заң қабылдады.")
            if {n.code for n in (*found(f"{name} жаңа заң қабылдады."), *small[:1])} != {row["code"]} or not small:
                lost.append(name)
    assert lost == []


@pytest.mark.parametrize(
    ("text", "code", "case"),
    [
        ("Президент Ташкент қаласына барды.", "UZB", "Dat"), ("Елшілер Баку шаһарынан қайтты.", "AZE", "Abl"),
        ("Кездесу Алматы қаласында өтті.", "KAZ", "Loc"), ("Астана қаласындағы кездесу.", "KAZ", "Loc"),
    ],
)  # fmt: skip
def test_a_city_has_the_case_of_the_word_for_it_behind(text: str, code: str, case: str) -> None:
    (city,) = (name for name in found(text) if name.code == code)
    assert (city.case, city.last - city.first, city.name.count(" ")) == (case, 1, 0)


def test_the_word_for_a_city_is_no_part_of_another_name() -> None:
    city, state = found("Ташкентте қаласы бар. Қытай қаласына барды.")
    assert (city.case, city.last - city.first) == ("Loc", 1)
    assert (state.case, state.last - state.first) == ("Nom", 1)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Солтүстік Корея мен Оңтүстік Кореяның шекарасы.", ["PRK", "KOR"]),
        ("Конго Демократиялық Республикасынан Конго Республикасына барды.", ["COD", "COG"]),
        ("Гвинея, Гвинея-Бисау және Экваторлық Гвинея.", ["GIN", "GNB", "GNQ"]),
        ("Нигер мен Нигерияның, Доминика мен Доминикананың астаналары.", ["NER", "NGA", "DMA", "DOM"]),
        ("Судан мен Оңтүстік Суданға көмек берілді.", ["SDN", "SSD"]),
        ("АҚШ-пен, АҚШпен, АҚШ пен Қытайдың арасында.", ["USA", "USA", "USA", "CHN"]),
        ("Кот-д'Ивуардың, Кот-д’Ивуардың елшісі.", ["CIV", "CIV"]),
        ("Америка Құрама Штаттарынан Қытай Халық Республикасына.", ["USA", "CHN"]),
        ("Таллиннен, Таллиннге, Таллинннен.", ["EST", "EST", "EST"]),
        ("Қазақ хандығы мен Ресей империясының елшілері.", ["kazakh-khanate", "russian-empire"]),
    ],
)
def test_states_with_like_names_are_told_apart(text: str, names: list[str]) -> None:
    assert [name.code for name in found(text) if name.kind == "state"] == names


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Қазақстан-Ресей шекарасы.", ["KAZ", "RUS"]), ("АҚШ-Қытай саудасынан.", ["USA", "CHN"]),
        ("Қазақстан-Қырғызстанның достығы.", ["KAZ", "KGZ"]), ("Гвинея-Бисаудың елшісі.", ["GNB"]),
        ("Папуа-Жаңа Гвинеяның елшісі.", ["PNG"]), ("Қазақстан–Қытай жолы.", ["KAZ", "CHN"]),
        ("Қазақстан – Қытай жолы.", ["KAZ", "CHN"]), ("АҚШ-тың ұсынысы.", ["USA"]),
    ],
)  # fmt: skip
def test_two_states_may_be_joined_by_a_hyphen(text: str, codes: list[str]) -> None:
    assert [name.code for name in found(text) if name.kind == "state"] == codes


@pytest.mark.parametrize(
    ("text", "case"),
    [("Мәскеу келіссөзге дайын.", "Nom"), ("Вашингтонның ұстанымы.", "Gen"), ("Ақ үймен байланыс.", "Ins"),
     ("Кремльге хат.", "Dat"), ("Ақордада кездесу өтті.", "Loc")],
)  # fmt: skip
def test_a_city_or_a_palace_may_stand_for_its_government(text: str, case: str) -> None:
    (name, *_) = found(text)
    assert (name.kind, name.capital, name.case) == ("state", True, case)


@pytest.mark.parametrize(
    "text",
    [
        "Ол базарда нан сатып алып, үйге қайтты.", "Бүгін қатарға тұрды, тоғайды көрді, малын бақты.",
        "Бүгін чиптер мен кубалар сатылды.", "Жас жігіт иранбақтан гүл терді.", "Ол чадырын жауып шықты.",
    ],
)  # fmt: skip
def test_no_state_stands_within_a_common_word(text: str) -> None:
    assert [name for name in found(text) if name.kind in ("state", "place", "organisation")] == []


@pytest.mark.parametrize(
    ("text", "name", "code", "case"),
    [
        ("НАТО-ға мүше болды.", "НАТО", "NATO", "Dat"), ("ЕҚЫҰның саммиті өтті.", "ЕҚЫҰ", "OSCE", "Gen"),
        ("ШЫҰ-да талқыланды.", "ШЫҰ", "SCO", "Loc"), ("ТМД-дан шықты.", "ТМД", "CIS", "Abl"),
        ("БҰҰ-на мүше болды.", "БҰҰ", "UN", "Dat"), ("Еуропалық Одақпен келісім.", "Еуропалық одақ", "EU", "Ins"),
        ("Шанхай ынтымақтастық ұйымына кірді.", "Шанхай ынтымақтастық ұйымы", "SCO", "Dat"),
        ("Тәуелсіз Мемлекеттер Достастығының саммиті.", "Тәуелсіз Мемлекеттер Достастығы", "CIS", "Gen"),
        ("Дүниежүзілік сауда ұйымын құрды.", "Дүниежүзілік сауда ұйымы", "WTO", "Acc"),
        ("Халықаралық валюта қорынан қарыз алды.", "Халықаралық валюта қоры", "IMF", "Abl"),
        ("Еуразиялық экономикалық одақта талқыланды.", "Еуразиялық экономикалық одақ", "EAEU", "Loc"),
    ],
)  # fmt: skip
def test_an_organisation_is_known_by_name_and_abbreviation(text: str, name: str, code: str, case: str) -> None:
    first = found(text)[0]
    assert (first.kind, first.name, first.code, first.case) == ("organisation", name, code, case)


@pytest.mark.parametrize(
    ("text", "name", "code", "case"),
    [
        ("Н. Назарбаевтың сөзі.", "Н. Назарбаев", "KAZ", "Gen"),
        ("Кеше Н.Ә.Назарбаевқа хат келді.", "Н.Ә. Назарбаев", "KAZ", "Dat"),
        ("Кеше Б. Обаманы көрді.", "Б. Обама", "USA", "Acc"), ("Кеше Б.Обама келді.", "Б. Обама", "USA", "Nom"),
        ("Қасым-Жомарт Тоқаевты қарсы алды.", "Қасым-Жомарт Тоқаев", "KAZ", "Acc"),
        ("Владимир Путинмен сөйлесті.", "Владимир Путин", "RUS", "Ins"),
        ("Кеше Мирзиёевтен хат келді.", "Мирзиёев", "UZB", "Abl"),
        ("Қанат Бозымбаевпен сөйлесті.", "Қанат Бозымбаев", None, "Ins"),
        ("Дания Еспаева сөз сөйледі.", "Дания Еспаева", None, "Nom"),
        ("Асқар Жұмабаевтың өлеңі.", "Асқар Жұмабаев", None, "Gen"),
        ("Болат Сұлтановтың пікірі.", "Болат Сұлтанов", None, "Gen"),
        ("Нұрлан Клинтонның үйі.", "Нұрлан Клинтон", None, "Gen"),
        ("Хиллари Клинтонның үйі.", "Хиллари Клинтон", "USA", "Gen"),
    ],
)  # fmt: skip
def test_a_person_is_known_by_initials_given_name_or_surname(text: str, name: str, code: str | None, case: str) -> None:
    person = next(n for n in found(text) if n.kind == "person")
    assert (person.name, person.code, person.case) == (name, code, case)


@pytest.mark.parametrize(
    ("text", "office", "person"),
    [
        ("Министр Серік Бекболатовтың айтуынша.", "министр", "Серік Бекболатов"),
        ("Сыртқы істер министрі Мұрат Нұртілеу Анкараға барды.", "сыртқы істер министрі", "Мұрат Нұртілеу"),
        ("Премьер-Министр Әлихан Смайыловтың сапары.", "премьер-министр", "Әлихан Смайылов"),
        ("Генерал-лейтенант Дэвид Петреустың сапары.", "генерал-лейтенант", "Дэвид Петреус"),
        ("Ғалым Болат Сұлтанов мырзаның пікірі.", "ғалым", "Болат Сұлтанов"),
        ("НАТО-ның Бас хатшысы Йенс Столтенбергке хат.", "НАТО-ның Бас хатшысы", "Йенс Столтенберг"),
    ],
)
def test_a_title_stands_before_a_person(text: str, office: str, person: str) -> None:
    assert [(n.kind, n.name) for n in found(text)][:2] == [("office", office), ("person", person)]


def test_a_title_that_ends_a_listed_name_is_an_office_of_its_own() -> None:
    assert [(n.kind, n.name, n.case) for n in found("Тәуке ханға елшілер келді.")][:2] == [
        ("person", "Тәуке", "Nom"),
        ("office", "хан", "Dat"),
    ]


@pytest.mark.parametrize(
    ("form", "kind", "name", "plural", "possessed"),
    [
        ("сыртқы істер министрлері", "office", "сыртқы істер министрі", True, "3"),
        ("сыртқы істер министріміз", "office", "сыртқы істер министрі", False, "1"),
        ("қорғаныс министрліктерінің", "body", "қорғаныс министрлігі", True, "3"),
        ("қорғаныс министрлігіміздің", "body", "қорғаныс министрлігі", False, "1"),
        ("президенттері", "office", "президент", True, "3"), ("президентіміз", "office", "президент", False, "1"),
        ("елшілеріміз", "office", "елші", True, "1"), ("парламентіміз", "body", "парламент", False, "1"),
        ("президенттің", "office", "президент", False, None),
    ],
)  # fmt: skip
def test_an_office_or_a_body_tells_number_and_possessor(
    form: str, kind: str, name: str, plural: bool, possessed: str | None
) -> None:
    (first, *_) = found(f"Кеше {form} келді.")
    assert (first.kind, first.name, first.plural, first.possessed) == (kind, name, plural, possessed)


@pytest.mark.parametrize(
    ("text", "kind", "name", "case"),
    [
        ("Біздің ел мүдделі.", "self", "біздің ел", "Nom"), ("Біздің елдің мүддесі.", "self", "біздің ел", "Gen"),
        ("Еліміз мүдделі.", "self", "еліміз", "Nom"), ("Елімізге қонақ келді.", "self", "еліміз", "Dat"),
        ("Мемлекетіміздің мүддесі.", "self", "мемлекетіміз", "Gen"), ("Екі ел келісті.", "pair", "екі ел", "Nom"),
        ("Екі елдің достығы.", "pair", "екі ел", "Gen"), ("Екі мемлекет арасында.", "pair", "екі мемлекет", "Nom"),
        ("Елдеріміздің достығы.", "pair", "елдеріміз", "Gen"), ("Тараптар келісті.", "pair", "тараптар", "Nom"),
        ("Көрші елдермен сауда.", "country", "көрші ел", "Ins"), ("Шет елдерге шықты.", "country", "шет ел", "Dat"),
    ],
)  # fmt: skip
def test_words_that_stand_for_states_are_told_with_their_case(text: str, kind: str, name: str, case: str) -> None:
    first = found(text)[0]
    assert (first.kind, first.name, first.case) == (kind, name, case)


def test_the_name_of_a_people_is_no_state() -> None:
    assert told("Бүгін қытай тілі сабағы болды.") == [("people", "қытай", "CHN")]
    assert told("Ресейліктер мен америкалықтардың пікірі бөлек.") == [
        ("adjective", "ресейлік", "RUS"),
        ("adjective", "америкалық", "USA"),
    ]


def test_names_stand_in_order_and_do_not_overlap() -> None:
    text = (
        "Өзбекстан Республикасының Президенті Шавкат Мирзиёев пен БҰҰ Бас хатшысы Астанада Шанхай ынтымақтастық "
        "ұйымына мүше мемлекеттердің сыртқы істер министрлерімен кездесті."
    )
    all_names = found(text)
    assert all(one.last <= two.first for one, two in pairwise(all_names))
    assert [n.kind for n in all_names[:3]] == ["state", "office", "person"]


def test_a_sentence_without_names_or_words_has_none() -> None:
    assert found("Жаңбыр жауды.") == found("") == found("...") == []


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Кремлі жауап берді.", "Кремль", "RUS"),
        ("Ол Минскіге барды.", "Минск", "BLR"),
        ("АҚШ-тың Конгресі жиналды.", "конгресс", None),
        ("Данияның королі келді.", "король", None),
        ("Кубалық дәрігер келді.", "кубалық", "CUB"),
        ("Перулік дәрігер келді.", "перулік", "PER"),
        ("Гондурастықтар келді.", "гондурастық", "HND"),
    ],
)
def test_stems_change_before_endings_and_every_state_has_an_adjective(text: str, name: str, code: str | None) -> None:
    assert (name, code) in [(n.name, n.code) for n in found(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Дж. Буштың сөзі", ("Дж. Буш", "USA", "Gen")),
        ("Дж. Н. Буштың сөзі", ("Дж. Н. Буш", "USA", "Gen")),
        ("И. Каримовтан хат келді", ("И. Каримов", "UZB", "Abl")),
        ("Дж. Каримовқа хат келді", ("Дж. Каримов", "TJK", "Dat")),
        ("Каримовқа хат келді", ("Каримов", "UZB", "Dat")),
        ("А. Гүлдің сөзі", ("А. Гүл", "TUR", "Gen")),
        ("Рахмон Сейітов келді", ("Рахмон Сейітов", None, "Nom")),
        ("Рахмонның сөзі", ("Рахмон", "TJK", "Gen")),
        ("Б. Обаманың сөзі", ("Б. Обама", "USA", "Gen")),
        ("Роберт Блэйктің сөзі", ("Роберт Блэйк", None, "Gen")),
        ("Си Цзиньпинмен кездесті", ("Си Цзиньпин", "CHN", "Ins")),
        ("Қасым-Жомарт Тоқаевқа хат келді", ("Қасым-Жомарт Тоқаев", "KAZ", "Dat")),
        ("Имран Ханды қабылдады", ("Имран Хан", "PAK", "Acc")),
        ("Қ.-Ж. Тоқаевқа хат келді", ("Қ.-Ж. Тоқаев", "KAZ", "Dat")),
        ("Қ.-Ж.Тоқаевтың сөзі", ("Қ.-Ж. Тоқаев", "KAZ", "Gen")),
        ("Иван Иванович Сидоровтың сөзі", ("Иван Иванович Сидоров", None, "Gen")),
        ("Айгүл Ерланқызы Сейітованың сөзі", ("Айгүл Ерланқызы Сейітова", None, "Gen")),
    ],
)
def test_initials_tell_which_leader_of_a_surname_is_meant(text: str, told: tuple[str, str | None, str]) -> None:
    assert [(n.name, n.code, n.case) for n in found(text)] == [told]


def test_a_row_of_initials_is_gone_through_in_time_that_grows_with_it_alone() -> None:
    found("Н.Ә. Назарбаев Мәскеуге барды.")
    assert fastest(found, "А." * 1600) < 3 * fastest(found, "А." * 800) + 0.01
