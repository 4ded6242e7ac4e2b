from pathlib import Path

import pytest

from pdfs import HEIGHT, Page, Run, bottom, column, pdf, text_string
from qatynas.documents.document import Document
from qatynas.documents.extracted import HELP, Extracted
from qatynas.documents.flow import flows
from qatynas.documents.opening import open_bytes
from qatynas.documents.pdf import extract
from qatynas.errors import Refused
from qatynas.reading.reader import read_file

LETTERS = "Қазақстан әғқңөұүһі ӘҒҚҢӨҰҮҺІ ынтымақтастығы"
LONG = (
    "Қазақстан Республикасы мен Ресей Федерациясы арасындағы достық ынтымақтастық және тату көршілік туралы шартқа "
    "екі елдің президенттері қол қойды да оны парламенттер бекітті. Бұл құжат екі мемлекеттің қарым-қатынасын "
    "реттейтін негізгі құжат болып табылады және оның мерзімі он жылға белгіленді."
)
HEAD = "ХАБАРШЫ. Халықаралық қатынастар"
OTHER = (
    "Америка Құрама Штаттары Орталық Азия мемлекеттерімен ынтымақтастықты дамытуға мүдделі екенін мәлімдеді. "
    "Тараптар энергетика көлік және сауда салаларында бірлескен жобаларды жүзеге асыруға келісті және оларды "
    "қаржыландыру тетіктерін талқылады."
)


def document(extracted: Extracted) -> Document:
    return Document(id="a", name="a", original=extracted.text, parts=extracted.parts)


def flow(extracted: Extracted) -> str:
    return flows(document(extracted))[0].restored.strip()


def of(extracted: Extracted, kind: str) -> list[str]:
    return [extracted.text[part.start : part.end] for part in extracted.parts if part.kind == kind]


def test_the_letters_of_kazakh_are_right():
    assert extract(pdf([[Run(60, 100, LETTERS)]])).text == LETTERS


def test_the_text_keeps_its_lines_and_the_flow_is_the_text_as_it_was_written():
    lines = column(LONG, 60, 100, 300)
    made = extract(pdf([lines]))
    assert made.text == "\n".join(run.words for run in lines)
    assert flow(made) == LONG


def test_two_columns_are_read_one_after_another():
    left, right = column(LONG, 60, 100, 220), column(OTHER, 310, 104, 220)
    mixed = [run for pair in zip(left, right, strict=False) for run in pair]
    rest = [run for run in (*left, *right) if run not in mixed]
    made = extract(pdf([[*mixed, *rest]]))
    assert flow(made) == f"{LONG}\n{OTHER}"


def test_a_title_above_two_columns_is_read_first():
    title = Run(60, 70, "Екі жақты қатынастар және олардың келешегі туралы баяндама", 16, bold=True)
    left, right = column(LONG, 60, 100, 220), column(OTHER, 310, 100, 220)
    made = extract(pdf([[*left, *right, title]]))
    assert flow(made) == f"{title.words}\n{LONG}\n{OTHER}"
    assert [(part.number, part.label) for part in made.parts if part.kind == "heading"] == [(1, title.words)]


def test_a_paragraph_begins_at_an_indent_after_a_gap_and_after_a_short_line():
    one = column(LONG, 60, 100, 400, indent=20)
    two = column(OTHER, 60, bottom(one), 400, indent=20)
    three = column(LONG, 60, bottom(two) + 10, 400)
    made = extract(pdf([[*one, *two, *three]]))
    assert flow(made) == f"{LONG}\n{OTHER}\n{LONG}"
    assert len(of(made, "paragraph")) == 3


def numbered(words: list[Run], page: int) -> list[Run]:
    return [Run(200, 40, HEAD, 8), *words, Run(290, HEIGHT - 40, str(page), 8)]


def test_a_paragraph_goes_over_the_pages_end_past_running_heads_and_numbers():
    lines = column(f"{LONG} {OTHER}", 60, 100, 300)
    half = [run._replace(y=100 + at * 12) for at, run in enumerate(lines[5:])]
    made = extract(
        pdf([numbered(lines[:5], 17), numbered(half, 18), numbered(column(LONG, 60, 100, 300, indent=20), 19)])
    )
    assert of(made, "running") == [
        one for page in (17, 18, 19) for one in ("ХАБАРШЫ. Халықаралық қатынастар", str(page))
    ]
    assert flow(made).split("\f")[0].split("\n")[0] == f"{LONG} {OTHER}"
    assert made.text.count("\f") == 2
    assert [part.number for part in made.parts if part.kind == "page"] == [1, 2, 3]


def test_footnotes_leave_the_flow_with_their_marks():
    lines = column(LONG, 60, 100, 300)
    mark = Run(60 + len(lines[0].words) * 5, 96, "1", 6)
    note = column("1 Қараңыз: Тоқаев Қ. Беласу. Алматы: Атамұра баспасы, 2008 жылы шыққан кітап.", 60, 700, 300, 8)
    made = extract(pdf([[*lines, mark, *note]]))
    assert made.text.startswith(f"{lines[0].words}¹\n")
    main, notes = flows(document(made))
    assert main.restored.strip() == LONG
    assert notes.restored.startswith("Қараңыз: Тоқаев Қ. Беласу. Алматы: Атамұра баспасы, 2008 жылы шыққан")
    assert [part.label for part in made.parts if part.kind == "note"] == ["1"]


def test_a_raised_figure_that_is_no_notes_mark_stays():
    lines = column(LONG, 60, 100, 300)
    square = Run(60 + len(lines[0].words) * 5, 96, "2", 6)
    assert flow(extract(pdf([[*lines, square]]))).startswith(f"{lines[0].words}² ")


def test_a_word_broken_at_a_lines_end_is_whole_in_the_flow():
    lines = [
        Run(60, 100, "Екі елдің ынтымақтастығы туралы сөз болды, ынтымақ-"),
        Run(60, 112, "тастығын олар бағалады."),
    ]
    assert flow(extract(pdf([lines]))).endswith("сөз болды, ынтымақтастығын олар бағалады.")


def test_a_table_keeps_its_rows_and_cells():
    rows = [("Жыл", "Көлемі", "Үлесі"), ("2010", "3 425,7", "2,1"), ("2011", "2 600,1", "1,9")]
    cells = [Run(60 + 150 * c, 300 + 14 * r, word) for r, row in enumerate(rows) for c, word in enumerate(row)]
    made = extract(pdf([[*column(LONG, 60, 100, 400), *cells]]))
    assert of(made, "table") == ["\n".join("\t".join(row) for row in rows)]


@pytest.mark.parametrize("rotate", [0, 90])
def test_a_page_on_its_side_is_read_upright(rotate: int):
    words = LONG.replace(" ", ", ")
    lines = [
        run._replace(x=100 + at * 12, y=HEIGHT - 60, angle=True) for at, run in enumerate(column(words, 0, 0, 300))
    ]
    assert flow(extract(pdf([Page(lines, rotate=rotate)]))) == words


def test_words_that_stand_across_the_others_are_no_part_of_the_text():
    across = Run(30, 700, "Мұрағат, 5 данасы", angle=True)
    made = extract(pdf([[*column(LONG, 60, 100, 300), across]]))
    assert flow(made) == LONG
    assert of(made, "running") == [across.words]


def test_what_the_file_tells_of_itself_is_kept_and_what_its_program_left_is_not():
    told = extract(
        pdf([[Run(60, 100, LETTERS)]], f"/Title {text_string('Достық шарты')} /Author (N. Nazarov; user)")
    ).told
    assert (told.title, told.authors, told.date) == ("Достық шарты", ("N. Nazarov",), None)
    junk = "/Title (Microsoft Word - doc1.doc) /Author (Admin) /CreationDate (D:20140529100000Z)"
    told = extract(pdf([[Run(60, 100, LETTERS)]], junk)).told
    assert (told.title, told.authors, told.date) == (None, (), None)


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        extract(data)
    return caught.value.reason


def test_a_scan_needs_ocr_and_a_mixed_file_names_its_scans():
    scan = Page(picture=True)
    assert refused(pdf([scan, scan])) == f"needs OCR: 2 of 2 pages hold pictures only; {HELP}"
    made = extract(pdf([[Run(60, 100, LONG[:90])], scan, scan, [Run(60, 100, LETTERS)], Page([Run(9, 9, "5")], True)]))
    assert made.partly == f"needs OCR: 3 of 5 pages hold pictures only (2–3, 5); {HELP}"
    assert [part.number for part in made.parts if part.kind == "page"] == [1, 2, 3, 4]  # nothing stands on the fifth


def test_a_scan_with_a_layer_of_text_is_read():
    assert extract(pdf([Page([Run(60, 100, LETTERS)], picture=True)])).partly is None


def test_an_empty_page_is_no_scan_and_a_file_of_them_is_empty():
    made = extract(pdf([[Run(60, 100, LETTERS)], []]))
    assert (made.partly, made.text) == (None, f"{LETTERS}\f")
    assert refused(pdf([[]])) == "empty: there is no text"


def test_letters_without_a_meaning_are_never_silent():
    some = extract(pdf([[Run(60, 100, LETTERS)]], unmapped="ы"))
    assert some.text.count("\ufffd") == LETTERS.count("ы")
    assert some.warnings == ("letters without a meaning in the PDF's fonts (1): U+FFFD stands in their place",)
    assert refused(pdf([[Run(60, 100, LETTERS)]], unmapped=LETTERS)).startswith(
        "needs OCR: 1 of 1 pages are set in a font"
    )


@pytest.mark.parametrize("words", ["¤аза›стан Республикасы", "ќазаќстан мен елдіѓ", "Ðåñåé Ôåäåðàöèÿñû"])
def test_letters_of_old_fonts_are_never_silent(words: str):
    (warning,) = extract(pdf([column(f"{LONG} {words}", 60, 100, 300)])).warnings
    assert warning.startswith("letters may be wrong: ")


def test_letters_that_are_right_are_not_doubted():
    words = "Сұлтан-Ғали 1,5 млн° км² «Ақорда» O’Brien 25% №5 5±1 €5 Ö. Gül café [4] б.з. т.б."
    assert extract(pdf([column(f"{LONG} {words}", 60, 100, 300)])).warnings == ()


def test_letters_that_stand_beyond_every_page_are_left_out():
    beyond = [Run(x, y, "Алыс, 1") for x, y in ((1e12, 100), (60, -1e12), (-3e38, 3e38))]
    assert extract(pdf([[*column(LONG, 60, 100, 300), *beyond]])).text == "\n".join(
        run.words for run in column(LONG, 60, 100, 300)
    )


def test_what_is_locked_damaged_or_cut_off_says_so():
    whole = pdf([[Run(60, 100, LETTERS)]] * 3)
    assert refused(pdf([[Run(60, 100, LETTERS)]], encrypted=True)) == "encrypted: the PDF opens only with a password"
    assert refused(b"%PDF-1.7\n" + bytes(range(256)) * 9).startswith("damaged: ")
    assert refused(pdf([])).startswith("damaged: ")
    for end in range(0, len(whole) - 200, 400):
        try:
            assert (extract(whole[:end]).partly or "").startswith("damaged: the end of the file is missing")
        except Refused as error:
            assert error.reason.split(":")[0] in ("damaged", "empty")


def test_pages_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_MAX_PAGES", "2")
    made = extract(pdf([[Run(60, 100, LETTERS)]] * 3))
    assert made.partly == "size: only the first 2 of 3 pages were read"
    assert made.text == f"{LETTERS}\f{LETTERS}"


def test_a_page_that_takes_too_long_costs_only_itself(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("qatynas.documents.pdf._PAGE_SECONDS", 0.02)
    slow = [Run(60, 100 + at * 2, f"{at} {LETTERS * 9}", 1) for at in range(350)]
    made = extract(pdf([[Run(60, 100, LETTERS)], slow, [Run(60, 100, LETTERS)]]))
    assert made.partly == "timeout: 1 of 3 pages took too long and were not read (2)"
    assert made.text == f"{LETTERS}\f\f{LETTERS}"


def test_a_document_of_many_drawings_is_read(tmp_path: Path):
    drawn = b"0 0 m 9 9 l S\n" * 200_000
    opened = open_bytes(pdf([Page([Run(60, 100, LETTERS)], content=drawn)], compressed=True), id="a", name="a.pdf")
    assert (opened.state, opened.original, opened.media_type) == ("read", LETTERS, "application/pdf")
    assert opened.extractor and opened.extractor.startswith("qatynas-pdf/1 pypdfium2/")


def test_facts_of_a_pdf_tell_their_page_and_section_even_over_a_pages_end(tmp_path: Path):
    signed = "1992 жылы 25 мамырда Қазақстан мен Ресей достық туралы шартқа қол қойды."
    visit = "Қазақстан Президенті 1997 жылғы қарашада АҚШ-қа ресми сапармен барды."
    lines = column(f"{LONG} {signed}", 60, 100, 300)
    rest = [run._replace(y=100 + at * 12) for at, run in enumerate(lines[-1:])]
    second = [Run(60, 200, "Сапарлар", 14, bold=True), *column(visit, 60, 240, 300)]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([numbered(lines[:-1], 1), numbered([*rest, *second], 2)]))
    reading = read_file(path)
    found = {(fact.kind, str(fact.date)): fact.evidence[0] for fact in reading.facts}
    over, visited = found["event", "1992-05-25"], found["event", "1997-11"]
    assert (over.page, over.section, visited.page, visited.section) == (1, None, 2, "Сапарлар")
    assert "\f" in over.quote
    for piece in (over, visited):
        piece.check(reading.document.original)
