from pathlib import Path

from qatynas.documents.document import Document
from qatynas.documents.part import Part
from qatynas.reading.reader import foreseen, read_document, read_file, read_text
from qatynas.record.store import Record

KAZAKH = "Қазақстан мен Ресей 1992 жылғы 25 мамырда Достық, ынтымақтастық және өзара көмек туралы шартқа қол қойды."
RUSSIAN = "Казахстан и Россия подписали 25 мая 1992 года Договор о дружбе , сотрудничестве и взаимной помощи ."
VISIT = "Ресей Президенті Б. Ельцин 1998 жылғы қазанда Алматыға ресми сапармен келді."


def test_a_russian_paragraph_of_a_kazakh_text_is_left_as_it_is_and_named():
    reading = read_text(f"{KAZAKH}\n\n{RUSSIAN}\n\n{VISIT}")
    assert reading.language == "kk"
    assert RUSSIAN in reading.text.restored
    assert {fact.evidence[0].quote in RUSSIAN for fact in reading.facts} == {False}
    assert {fact.kind for fact in reading.facts} >= {"instrument", "event"}
    assert reading.warnings == (
        "paragraphs in other languages (1 in Russian) are kept whole, and no facts are read from them",
    )


def test_words_quoted_in_russian_are_not_repaired_while_those_around_them_are():
    text = f"{VISIT}\nОл : «Мы готовы подписать соглашение , о границе между нашими странами» деп мәлімдеді ."
    restored = read_text(text).text.restored
    assert "«Мы готовы подписать соглашение , о границе между нашими странами»" in restored
    assert restored.endswith("мәлімдеді.")


def test_a_kazakh_passage_of_a_russian_text_is_read():
    reading = read_text("\n".join([RUSSIAN] * 12 + [KAZAKH, VISIT, KAZAKH]))
    assert (reading.language, reading.unread) == ("ru", "")
    assert {fact.evidence[0].quote in RUSSIAN for fact in reading.facts} == {False}
    assert "visit" in {getattr(fact, "mode", None) for fact in reading.facts}
    assert reading.warnings == (
        "mostly in another language (Russian): facts are read from its passages in Kazakh alone",
    )


def test_a_russian_text_with_a_kazakh_title_is_not_read():
    reading = read_text("\n".join(["Достық туралы шарт", *[RUSSIAN] * 12]))
    assert (reading.unread, reading.facts) == ("language", ())


def test_a_text_with_strange_passages_need_not_be_read_twice(tmp_path: Path):
    (tmp_path / "a.txt").write_text(f"{KAZAKH}\n\n{RUSSIAN}\n", encoding="utf-8")
    reading = read_file(tmp_path / "a.txt", mentions=False)
    with Record.open(tmp_path / "a.db", create=True) as record:
        record.add(reading)
        assert record.holds(reading.document, reading.version, reading.data)


def test_what_is_foreseen_is_what_is_read_but_for_the_facts():
    document = Document(id="a", name="a", original=f"{KAZAKH}\n\n{RUSSIAN}\n", date="2031-01-01")
    done, told = read_document(document), foreseen(document)
    assert (done.language, done.warnings, done.unread, done.state) == (
        told.language, told.warnings, told.unread, told.state,
    )  # fmt: skip


def test_a_sentence_goes_on_below_a_running_head_and_its_fact_knows_page_and_section():
    head, foot = "Халықаралық қатынастар\n", "12\n\f"
    first, rest = "Қазақстан мен Ресей 1992 жылғы 25 мамырда ", "Мәскеуде достық туралы шартқа қол қойды.\n"
    text = head + first + foot + head + rest
    second = len(head + first + foot)
    parts = (
        Part("page", 0, second, 1),
        Part("page", second, len(text), 2),
        Part("heading", 0, len(head), 1, label="Халықаралық қатынастар"),
        Part("running", len(head + first), second, label=""),
        Part("running", second, second + len(head)),
    )
    reading = read_document(Document(id="a", name="a", original=text, parts=parts))
    treaty = next(fact for fact in reading.facts if fact.kind == "instrument")
    assert str(treaty.date) == "1992-05-25"
    piece = treaty.evidence[0]
    assert text[piece.start : piece.end] == piece.quote
    assert (piece.page, piece.section) == (1, "Халықаралық қатынастар")


def test_a_note_is_read_by_itself_and_breaks_no_sentence():
    note = "1 Ресей Президенті Б. Ельцин 1998 жылғы қазанда Алматыға ресми сапармен келді.\n"
    before, after = "Қазақстан мен Ресей 1992 жылғы 25 мамырда ", "достық туралы шартқа қол қойды."
    text = before + note + after
    parts = (Part("note", len(before), len(before + note), label="1"),)
    facts = read_document(Document(id="a", name="a", original=text, parts=parts)).facts
    assert {str(fact.date) for fact in facts} >= {"1992-05-25", "1998-10"}
    assert all(text[e.start : e.end] == e.quote for fact in facts for e in fact.evidence)


def test_a_page_that_was_hard_to_recognise_lowers_the_confidence_of_its_facts():
    clear = read_text(KAZAKH).facts[0]
    parts = (Part("page", 0, len(KAZAKH), 1, legibility=0.5),)
    dim = read_document(Document(id="a", name="a", original=KAZAKH, parts=parts)).facts[0]
    assert clear.confidence is not None
    assert dim.confidence == round(clear.confidence * 0.5, 2)
