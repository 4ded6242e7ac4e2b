"""Lists of sources and notes: where they stand, their items, and where prose begins again."""

import pytest

from qatynas.documents.document import Document
from qatynas.documents.part import Part
from qatynas.documents.text import Text
from qatynas.languages.registry import language
from qatynas.reading.apparatus import Apparatus, Known, Note, apparatus, citing, known

KAZAKH = language("kk")
PROSE = "Қазақстан мен Оман саудасы артты."
ONE = "Ертаев Н.Ә. Дала жолдары. – Алматы: Қайнар, 1996. – 272 б."
TWO = "Байғали А. Сауда жолдары // Дала айнасы. – 2001. – № 3. – Б. 12-14."


def read(original: str, notes: tuple[Note, ...] = ()) -> tuple[Apparatus, Text]:
    assert KAZAKH is not None
    text = KAZAKH.restore(Text(original))
    return apparatus("t", text, list(KAZAKH.sentences(text.restored)), KAZAKH, Known(notes)), text


def items(original: str) -> list[tuple[str | None, str]]:
    return [(item.mark, item.words) for item in read(original)[0].items]


def prose(original: str) -> list[str]:
    assert KAZAKH is not None
    found, text = read(original)
    return [sentence.text for sentence in found.prose(list(KAZAKH.sentences(text.restored)))]


@pytest.mark.parametrize(
    "heading",
    [
        "Әдебиеттер",
        "ӘДЕБИЕТТЕР ТІЗІМІ:",
        "## Пайдаланылған әдебиеттер тізімі",
        "Дереккөздер",
        "Литература",
        "Список использованной литературы",
        "References",
        "5. Әдебиеттер",
    ],
)
def test_a_list_begins_behind_its_heading(heading: str):
    assert items(f"{PROSE}\n\n{heading}\n1. {ONE}\n2. {TWO}\n") == [("1", ONE), ("2", TWO)]


@pytest.mark.parametrize(("one", "two"), [("1. ", "2. "), ("1) ", "2) "), ("[1] ", "[2] "), ("1 ", "2 "), ("1.", "2.")])
def test_items_are_numbered_in_several_ways(one: str, two: str):
    assert items(f"{PROSE}\nӘдебиеттер\n{one}{ONE}\n{two}{TWO}") == [("1", ONE), ("2", TWO)]


def test_an_item_goes_on_over_lines_and_its_evidence_is_all_of_it():
    found, text = read(f"{PROSE}\nӘдебиеттер\n1. Ертаев Н.Ә. Дала\nжолдары. – Алматы,\n1996.\n2. {TWO}")
    assert found.items[0].words == "Ертаев Н.Ә. Дала жолдары. – Алматы, 1996."
    piece = found.items[0].evidence
    assert text.original[piece.start : piece.end] == piece.quote == "1. Ертаев Н.Ә. Дала\nжолдары. – Алматы,\n1996."


def test_a_year_at_the_head_of_a_line_is_no_number_of_an_item():
    assert [mark for mark, _ in items(f"{PROSE}\nӘдебиеттер\n1. Ертаев Н. Дала. –\n1996. – 12 б.\n2. {TWO}")] == [
        "1",
        "2",
    ]


def test_a_list_on_one_line_is_divided_at_its_numbers():
    assert items(f"{PROSE}\nӘдебиеттер: 1. {ONE} 2. {TWO}") == [("1", ONE), ("2", TWO)]


def test_a_list_without_numbers_has_an_item_a_line():
    assert items(f"{PROSE}\nӘдебиеттер\n{ONE}\n\n{TWO}\n") == [(None, ONE), (None, TWO)]


def test_a_heading_with_nothing_behind_it_is_an_empty_list():
    assert items(f"{PROSE}....Әдебиеттер..") == []
    assert prose(f"{PROSE}\nӘдебиеттер.") == [PROSE]


def test_prose_behind_a_list_is_prose_again():
    text = f"{PROSE}\nӘдебиеттер\n1. {ONE}\n2. {TWO}\n\nФранция Президенті Қазақстанға келді."
    assert prose(text) == [PROSE, "Франция Президенті Қазақстанға келді."]


def test_a_title_that_tells_an_act_is_no_prose():
    text = f"{PROSE}\nӘдебиеттер\n1. Ертаев Н. Ресей Президенті Қазақстанға келді // Дала айнасы. – 2001.\n2. {TWO}"
    assert prose(text) == [PROSE]


def test_the_word_for_a_list_inside_a_sentence_is_no_heading():
    text = "Бұл тақырыпта әдебиеттер көп. Әдебиеттер тізімі кітаптың соңында берілді."
    assert len(prose(text)) == 2


def test_notes_under_a_heading_are_notes():
    found, _ = read(f"{PROSE}\nЕскертпелер\n1. {ONE}")
    assert [(item.mark, item.note) for item in found.items] == [("1", True)]
    assert (found.listed, len(found.notes)) == ((), 1)


def test_lines_that_begin_with_a_raised_number_are_notes_where_they_stand():
    text = f"{PROSE[:-1]}¹.\n¹ {ONE}\nФранция Президенті Қазақстанға келді.\n[^2]: {TWO}"
    assert items(text) == [("1", ONE), ("2", TWO)]
    assert len(prose(text)) == 2


def test_notes_that_the_format_knows_stand_beside_those_found():
    original = f"{PROSE}\n1 {ONE}"
    start = original.index("1 Ертаев")
    found, _ = read(original, (Note("1", start, len(original)),))
    assert [(item.mark, item.words, item.note) for item in found.items] == [("1", ONE, True)]
    assert found.items[0].evidence.quote == f"1 {ONE}"


def test_a_format_tells_notes_and_the_marks_that_stand_outside_them():
    original = "Сауда артты1.\n1 Дереккөз.\n"
    parts = (Part("mark", 11, 12), Part("note", 14, 26, label="1"), Part("mark", 14, 15, label="1"))
    found = known(Document(id="t", name="t", original=original, parts=parts))
    assert found == Known((Note("1", 14, 26),), (Note("1", 11, 12),))


def test_of_a_flow_of_notes_those_that_only_name_a_work_are_no_prose():
    assert KAZAKH is not None
    text = Text(f"1 {ONE}\n\n2 Бұл шарт кейін өзгертілді.\n\n³ Цит. по: {TWO}")
    spans = citing(text, KAZAKH).spans
    assert [text.restored[slice(*span)] for span in spans] == [f"1 {ONE}", f"³ Цит. по: {TWO}"]


@pytest.mark.parametrize("leaders", ["........ ", "........", "…… ", "____"])
def test_a_line_of_a_table_of_contents_is_no_prose(leaders: str):
    told = f"1. Қазақстан мен Индия келісімге қол қойды {leaders}3\nИндия Президенті 2001 жылы Алматыға келді.\n"
    assert prose(told) == ["Индия Президенті 2001 жылы Алматыға келді."]


def test_an_ellipsis_before_a_year_leads_to_no_page():
    told = "Екі ел келісімге қол қойды... 2001"
    assert " ".join(prose(told)) == told
