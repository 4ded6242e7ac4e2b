"""Spaces, full stops, quotation marks, hyphens and line breaks."""

import pytest

from qatynas.documents.offsets import apply
from qatynas.languages.kazakh import punctuation


def spaced_marks(text: str) -> str:
    return apply(text, punctuation.spaced_marks(text))[0]


def hyphens(text: str) -> str:
    return apply(text, punctuation.hyphens(text))[0]


def stops(text: str) -> str:
    return apply(text, punctuation.stops(text))[0]


def breaks(text: str) -> str:
    return apply(text, punctuation.breaks(text))[0]


def quotes(text: str) -> str:
    text = apply(text, punctuation.quotes(text))[0]
    return apply(text, punctuation.straight_quotes(text))[0]


@pytest.mark.parametrize(
    ("spaced", "tight"),
    [
        ("сөз , сөз .", "сөз, сөз."),
        ("не ? міне ! бар : бір ; екі", "не? міне! бар: бір; екі"),
        ("келді .Бірақ", "келді.Бірақ"),
        ("келді . .", "келді.."),
        ("жатқан,демократия", "жатқан, демократия"),
        ("елдер ,ол", "елдер, ол"),
        ("(бір),екі", "(бір), екі"),
    ],
)
def test_a_mark_stands_at_the_word_before_it(spaced: str, tight: str) -> None:
    assert spaced_marks(spaced) == tight


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан – Ресей",
        "сөз ... сөз",
        "масштаб 1 : 500",
        "жақсы :) иә ;)",
        ".NET пен .kz",
        "1,5 а,б,в",
        "\n, сөз",
        "x,y",
    ],
)
def test_dashes_ratios_smiles_and_figures_keep_their_spaces(text: str) -> None:
    assert spaced_marks(text) == text


def test_runs_of_spaces_inside_a_line_become_one() -> None:
    text = "  шегініс   бар  \n  екінші  жол "
    assert apply(text, punctuation.spaces(text))[0] == "  шегініс бар  \n  екінші жол "


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("ынтымақ-\nтастық", "ынтымақтастық"),
        ("ынтымақ-\r\n   тастық", "ынтымақтастық"),
        ("қарым-\nқатынастың", "қарым-қатынастың"),
        ("сауда-\nэкономикалық", "сауда-экономикалық"),
        ("көре-\nкөре", "көре-көре"),
        ("нан-\nпан", "нан-пан"),
        ("АҚШ-\nтың", "АҚШ-тың"),
        ("11-\nші", "11-ші"),
        ("болды-\nау", "болды-ау"),
        ("кешен-  ді", "кешенді"),
        ("АҚШ- тың", "АҚШ-тың"),
        ("қаты-\nнас", "қатынас"),
        ("қарым-\nқатынас", "қарым-қатынас"),
        ("көз-\nқарас", "көзқарас"),
        ("сөздік-\nграмматика", "сөздік-грамматика"),
        ("вице-\nконсул", "вице-консул"),
        ("Қазақстан-\nҚытай", "Қазақстан-Қытай"),
    ],
)
def test_a_word_cut_at_a_hyphen_comes_together(cut: str, whole: str) -> None:
    assert hyphens(cut) == whole


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("елдердің қаты\nнасы", "елдердің қатынасы"),
        ("халықа\r\n  ралық", "халықаралық"),
        ("Мемле\nкеттердің саны", "Мемлекеттердің саны"),
    ],
)
def test_a_word_cut_without_a_hyphen_comes_together(cut: str, whole: str) -> None:
    assert apply(cut, punctuation.broken_lines(cut))[0] == whole


@pytest.mark.parametrize(
    "text",
    [
        "екі ел\nбасшысы", "Назарбаев\nпен Путин", "қаты\n\nнас", "қаты\nНас", "қаты,\nнас", "e-қаты\nнас", "өсу\nде",
        "қаты\nнас.kz",
    ],
)  # fmt: skip
def test_whole_words_on_two_lines_stay_apart(text: str) -> None:
    assert apply(text, punctuation.broken_lines(text))[0] == text


@pytest.mark.parametrize(
    "text", ["келді-\nБіз", "Қытай-\nБіз", "e-\nmail", "сөз -\nсөз", "мәдени- және", "сөз-\n\nсөз", "- ді"]
)
def test_other_hyphens_at_a_line_end_stay(text: str) -> None:
    assert hyphens(text) == text


@pytest.mark.parametrize(
    ("doubled", "single"),
    [
        ("сөз..Келесі", "сөз.\nКелесі"),
        ("қажет [1]..Бұл", "қажет [1].\nБұл"),
        ("болды..2001 жылы", "болды.\n2001 жылы"),
        ("болды..«Жоспар»", "болды.\n«Жоспар»"),
        ("етуде.....Әдебиет..", "етуде.\nӘдебиет."),
        ("сөз.. Келесі", "сөз. Келесі"),
        ("ол.. келмеді", "ол... келмеді"),
        ("бірі..Екі..Үш...Төрт", "бірі.\nЕкі.\nҮш.\nТөрт"),
        ("Кіріспе.Қазіргі", "Кіріспе. Қазіргі"),
        ("айтады [2].Бұл", "айтады [2]. Бұл"),
        ("келді ме?Жоқ", "келді ме? Жоқ"),
        ("достыққа.«Жаңа жол»", "достыққа. «Жаңа жол»"),
        ("қойды.(Ол кезде)", "қойды. (Ол кезде)"),
        ("қойды [3].2002 жылы", "қойды [3]. 2002 жылы"),
    ],
)
def test_doubled_and_glued_stops_are_repaired(doubled: str, single: str) -> None:
    assert stops(doubled) == single


@pytest.mark.parametrize(
    "text",
    [
        "Ол... үндемеді",
        "білмеймін...Мүмкін",
        "Неге?.. Кім білсін!..",
        "А.Б.Жүнісов, Қ.К.Тоқаев",
        "проф.Ахметов, т.б.Сол, млн.Теңге",
        "сурет.12, қос.2002, келді.«жоқ»",
        "Есеп_1.Қорытынды, www.example.Kz, тіл@пошта.Қаз",
        "../файл, 1..5, ........, Мазмұны........Кіріспе",
    ],
)
def test_ellipses_initials_abbreviations_and_addresses_keep_their_stops(text: str) -> None:
    assert stops(text) == text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Президенті Б.\nОбаманың", "Президенті Б. Обаманың"),
        ("саясаттанушы Ф. \r\n Старр", "саясаттанушы Ф. Старр"),
        ("академик Қ.И.\nСәтбаев", "академик Қ.И. Сәтбаев"),
        ("академик Қ.\nИ.\nСәтбаев", "академик Қ. И. Сәтбаев"),
        ("Сол кезде 9 млн.\nтеңге", "Сол кезде 9 млн. теңге"),
    ],
)
def test_a_line_break_inside_a_name_or_a_sum_goes(broken: str, whole: str) -> None:
    assert breaks(broken) == whole


@pytest.mark.parametrize("text", ["А.\nБірінші бөлім", "Ол келді.\nСен кет", "Жоба т.б.\nКелесі", "өсті 9 млн.\nтеңге"])
def test_the_end_of_a_sentence_or_heading_keeps_its_line_and_so_does_a_lowercased_text(text: str) -> None:
    assert breaks(text) == text


@pytest.mark.parametrize(
    ("spaced", "tight"),
    [
        ("деді : “ сөз ” .", "деді : “сөз” ."),
        ("« сөз » деді", "«сөз» деді"),
        ("( 1991 жыл )", "(1991 жыл)"),
        ("[ 3 ] және „ сөз “", "[3] және „сөз“"),
        ("“ ол “ айрықша ” дейді ”", "“ол “айрықша” дейді”"),
        ('айтты " бір сөз " деп " екі сөз "', 'айтты "бір сөз" деп "екі сөз"'),
        ("« бір\nекі »", "«бір\nекі»"),
    ],
)
def test_spaces_inside_quotation_marks_and_brackets_go(spaced: str, tight: str) -> None:
    assert quotes(spaced) == tight


@pytest.mark.parametrize(
    "text",
    ["жақсы )", "1 ) бірінші", "- [ ] іс", "»сөз« деді", '5 " құбыр', 'деді "сөз" деп', "деді ”сөз” ол", "а) сөз"],
)
def test_marks_without_a_partner_stay(text: str) -> None:
    assert quotes(text) == text


@pytest.mark.parametrize("text", ["млн", "5 млн", "т.б", "т. б", "(проф", "Қ.К", "Сол жылы А"])
def test_a_stop_behind_an_abbreviation_or_initial_ends_no_sentence(text: str) -> None:
    assert punctuation.abbreviated(text + ".", len(text))


@pytest.mark.parametrize("text", ["келді", "АҚШ", "1991", "[1]"])
def test_a_stop_behind_a_word_ends_a_sentence(text: str) -> None:
    assert not punctuation.abbreviated(text + ".", len(text))


def test_every_abbreviation_is_in_small_letters() -> None:
    assert all(word == word.lower() for word in punctuation.abbreviations())
