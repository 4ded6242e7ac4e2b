"""References: which words a citation mark closes, what it names in the list, and what is cited at second hand."""

import pytest

from office import docx, p
from qatynas.documents.document import Document
from qatynas.documents.opening import open_bytes
from qatynas.documents.part import Part
from qatynas.facts.kinds import Reference, Statement
from qatynas.reading.reader import read_document, read_text
from qatynas.reading.reading import Reading

LIST = (
    "\n\nӘдебиеттер\n"
    "1. Ертаев Н.Ә. Дала жолдары. – Алматы: Қайнар, 1996. – 272 б.\n"
    "2. Байғали А. Қазақстан мен Қытай 2002 жылы достық туралы шартқа қол қойды // Дала айнасы. – 2001. – № 3.\n"
    "3. Цит. по: Сейтен Т. Көл мәселесі // Толқын. 2004. №7. 22–25 бб.\n"
)


def read(text: str) -> Reading:
    return read_text(text, language="kk")


def references(text: str) -> list[Reference]:
    return [fact for fact in read(text).facts if isinstance(fact, Reference)]


def items(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (one.number, one.pages, one.item and one.item.split(".")[0])
        for found in references(text)
        for one in found.cited
    ]


def test_a_mark_supports_its_sentence():
    (found,) = references("Қазақстан мен Оман саудасы артты [3].")
    assert (found.marker, [a.code for a in found.about]) == ("3", ["KAZ", "OMN"])
    assert found.evidence[0].quote.startswith("Қазақстан мен Оман саудасы артты")


def test_a_second_mark_supports_the_words_behind_the_first():
    one, two = references("Польша астық сатып алады [5], ал Қазақстан техника импорттайды [6, 7].")
    assert (one.marker, two.marker) == ("5", "6, 7")
    assert one.evidence[0].end <= two.evidence[0].start
    assert two.evidence[0].quote.startswith("ал Қазақстан")


@pytest.mark.parametrize("mark", ["12-15", "7, 31-б.", "3; 11", "2, 14–16-бб.", "2, с. 14", "4, 12 б."])
def test_a_mark_with_pages_is_kept_as_written(mark: str):
    (found,) = references(f"Қазақстан мен Оман саудасы артты [{mark}]. Сөйтіп жыл өтті.")
    assert found.marker == mark


@pytest.mark.parametrize("text", ["Саудасы артты [сурет].", "[4]", "Саудасы артты (3).", "Тізімде [] бар."])
def test_other_brackets_and_a_mark_without_words_are_no_references(text: str):
    assert references(text) == []


def test_a_mark_behind_the_full_stop_supports_the_sentence_before():
    (found,) = references("Қазақстан мен Оман саудасы артты. [3] Сөйтіп жыл өтті.")
    assert [piece.quote for piece in found.evidence] == ["Қазақстан мен Оман саудасы артты", "[3]"]


def test_two_marks_side_by_side_support_the_same_words():
    one, two = references("Қазақстан мен Оман саудасы артты [3], [4].")
    assert {found.evidence[0].start for found in (one, two)} == {0}


def test_a_mark_is_tied_to_its_item_with_the_cited_page_and_the_items_words_as_evidence():
    (found,) = references(f"Қазақстан мен Оман саудасы артты [1, 15 б.].{LIST}")
    (cited,) = found.cited
    assert (cited.number, cited.pages) == ("1", "15")
    assert cited.item == "Ертаев Н.Ә. Дала жолдары. – Алматы: Қайнар, 1996. – 272 б."
    assert cited.work is not None
    assert (cited.work.title, cited.work.year, cited.work.pages) == ("Дала жолдары", "1996", "272")
    assert found.evidence[-1].quote == f"1. {cited.item}"


def test_a_mark_may_name_several_items():
    assert items(f"Қазақстан мен Оман саудасы артты [1; 2, с. 4].{LIST}") == [
        ("1", None, "Ертаев Н"),
        ("2", "4", "Байғали А"),
    ]


def test_items_of_a_list_give_no_facts_of_their_own():
    facts = read(f"Қазақстан мен Оман саудасы артты [1].{LIST}").facts
    assert [fact.kind for fact in facts] == ["reference"]


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            "Сауда артты [1]. Астық сатылды [2]. Мұнай өтті [3].",
            "marks [1]–[3] refer to a list that is not in the document",
        ),
        ("Сауда артты [1]. Мұнай өтті [3].", "marks [1], [3] refer to a list that is not in the document"),
        ("Сауда артты [4].", "mark [4] refers to a list that is not in the document"),
        ("Сауда артты [4]. Әдебиеттер.", "mark [4] refers to a list that is not in the document"),
        (f"Сауда артты [1, 9].{LIST}", None),
        (f"Сауда артты [9].{LIST}", "mark [9] refers to items that were not found in the list of the document"),
    ],
)
def test_marks_whose_items_are_not_there_are_told_in_one_line(text: str, warning: str | None):
    assert read(text).warnings == ((warning,) if warning else ())


def test_a_list_whose_numbers_were_lost_is_counted():
    unnumbered = LIST.replace("1. ", "").replace("2. ", "").replace("3. ", "")
    assert items(f"Қазақстан мен Оман саудасы артты [2].{unnumbered}") == [("2", None, "Байғали А")]


def test_of_two_lists_the_nearest_behind_the_mark_counts():
    second = "\n\nФранция Президенті Қазақстанға келді [1].\n\nӘдебиеттер\n1. Тоқсан Қ. Көпір. – Астана, 2010.\n"
    assert [item for _, _, item in items(f"Қазақстан мен Оман саудасы артты [1].{LIST}{second}")] == [
        "Ертаев Н",
        "Тоқсан Қ",
    ]


def test_a_raised_mark_is_tied_to_its_note():
    (found,) = references("Қазақстан мен Оман саудасы артты¹.\n¹ Ертаев Н. Дала жолдары. – Алматы, 1996.")
    assert [(one.number, one.item) for one in found.cited] == [("1", "Ертаев Н. Дала жолдары. – Алматы, 1996.")]


def test_a_note_that_the_documents_format_knows_is_tied_to_its_mark_and_gives_no_facts():
    body = "Қазақстан мен Оман саудасы артты¹.\n"
    note = "1 Ертаев Н. Ресей Президенті Қазақстанға келді // Толқын. – 2001."
    original = body + note
    parts = (Part("note", len(body), len(original), label="1"),)
    facts = read_document(Document(id="t", name="t", original=original, language="kk", parts=parts)).facts
    (found,) = facts
    assert isinstance(found, Reference)
    assert found.cited[0].item == "Ертаев Н. Ресей Президенті Қазақстанға келді // Толқын. – 2001."
    assert found.evidence[1].quote == note


def test_a_mark_that_the_format_takes_out_of_the_text_supports_the_words_before_it():
    body = "Қазақстан мен Оман саудасы артты1. Польша2 астық сатып алады.\n"
    notes = ["1 Ертаев Н. Дала жолдары. – Алматы, 1996.\n", "2 Сейтен Т. Көпір. – Астана, 2010.\n"]
    original = body + "".join(notes)
    parts = [Part("mark", body.index("1."), body.index("1.") + 1, label="1")]
    parts += [Part("mark", body.index("2 "), body.index("2 ") + 1)]
    at = len(body)
    for label, note in zip("12", notes, strict=True):
        parts.append(Part("note", at, at + len(note), label=label))
        at += len(note)
    facts = read_document(Document(id="t", name="t", original=original, language="kk", parts=tuple(parts))).facts
    found = [fact for fact in facts if isinstance(fact, Reference)]
    assert [fact.evidence[0].quote for fact in found] == ["Қазақстан мен Оман саудасы артты", "Польша"]
    assert [fact.cited[0].work and fact.cited[0].work.year for fact in found] == ["1996", "2010"]


def test_the_footnotes_of_a_word_file_are_tied_to_their_marks():
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>Қазақстан мен Оман саудасы артты</w:t></w:r>{mark}<w:r><w:t>.</w:t></w:r></w:p>"
    item = "Цит. по: Сейтен Т. Ресей Президенті Қазақстанға келді. – Астана, 2010. – 12 б."
    data = docx(body, footnotes=f'<w:footnote w:id="2">{p(item)}</w:footnote>')
    (found,) = read_document(open_bytes(data, id="a", name="a.docx")).facts
    assert isinstance(found, Reference)
    assert (found.evidence[0].quote, found.second_hand) == ("Қазақстан мен Оман саудасы артты", True)
    assert [(one.number, one.item) for one in found.cited] == [("1", item)]


QUOTE = "«Біз Қазақстанмен достықты бағалаймыз», – деді Венгрия Президенті Янош Адер"


@pytest.mark.parametrize("mark", ["(цит. по: [1, 15 б.])", "[3]", "(цит. по: Петров А. Күнделік. – М., 2001.)"])
def test_words_quoted_through_another_work_are_marked_on_the_reference_and_on_the_statement(mark: str):
    facts = read(f"{QUOTE} {mark}.{LIST}").facts
    assert [fact.second_hand for fact in facts if isinstance(fact, Reference | Statement)] == [True, True]


def test_words_quoted_from_where_they_were_said_are_not():
    facts = read(f"{QUOTE} [1].{LIST}").facts
    assert [fact.second_hand for fact in facts if isinstance(fact, Reference | Statement)] == [False, False]


def test_a_mark_at_second_hand_tells_nothing_of_a_statement_that_it_does_not_close():
    text = f"{QUOTE} [1]. Қазақстан мен Оман саудасы артты (цит. по: [2]).{LIST}"
    assert [fact.second_hand for fact in read(text).facts if isinstance(fact, Statement)] == [False]


def test_a_sentence_that_only_says_where_words_were_taken_from_supports_the_one_before():
    found = references("Қазақстан мен Оман саудасы артты. Келтірілген: Петров [2].")
    assert [piece.quote for piece in found[0].evidence] == ["Қазақстан мен Оман саудасы артты", "[2]"]
    assert found[0].second_hand
