from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.document import Document
from qatynas.documents.flow import RULES, flows
from qatynas.documents.part import Part, PartKind
from qatynas.documents.text import Text
from qatynas.languages.registry import in_words

HEAD = "ХАБАРШЫ № 2"


def document(*pieces: str | tuple[PartKind, str]) -> Document:
    """A document of pieces; a paragraph is told by `paragraph(...)`."""
    original, parts = "", []
    for piece in pieces:
        kind, words = piece if isinstance(piece, tuple) else (None, piece)
        if kind:
            parts.append(Part(kind, len(original), len(original) + len(words)))
        original += words
    return Document(id="a", name="a", original=original, parts=tuple(parts))


def paragraph(*pieces: str | tuple[PartKind, str]) -> Document:
    """A document that is one paragraph from end to end."""
    whole = document(*pieces)
    parts = (Part("paragraph", 0, len(whole.original)), *whole.parts)
    return Document(id="a", name="a", original=whole.original, parts=parts)


def main(document: Document) -> str:
    return flows(document)[0].restored


def test_a_line_end_inside_a_paragraph_is_a_space():
    assert main(paragraph("Қазақстан мен \nРесей шартқа\r\nқол қойды.\n")) == "Қазақстан мен Ресей шартқа қол қойды.\n"


def test_a_line_end_that_no_paragraph_holds_stays():
    assert main(document("бір\nекі\n", ("paragraph", "үш\nтөрт"), "\nбес")) == "бір\nекі\nүш төрт\nбес"


def test_a_sentence_over_a_pages_end_is_one_without_running_heads_and_notes():
    whole = paragraph(
        "Қазақстан мен\n", ("note", "1 Ескерту.\n"), ("running", "5"), "\n\f", ("running", HEAD), "\nРесей"
    )
    one, notes = flows(whole)
    assert (one.restored, notes.restored) == ("Қазақстан мен Ресей", "1 Ескерту.\n")
    start = one.restored.index("мен Ресей")
    span = one.span(start, len(one.restored))
    assert span.quote == whole.original[span.start : span.end]
    assert (span.quote[:4], span.quote[-6:]) == ("мен\n", "\nРесей")


def test_what_stands_amid_a_line_goes_without_a_trace():
    assert main(paragraph("сөз", ("mark", "¹"), " бен", ("note", "1 Ескерту"), "ен")) == "сөз бенен"


def test_notes_flow_by_themselves_each_in_a_paragraph_of_its_own_and_without_its_mark():
    notes = flows(document("Мәтін.\n", ("mark", "1"), " Бір\nекі.", "\n\f"))
    assert len(notes) == 1
    whole = document("Мәтін.\n", ("note", "Бір\nекі."), "\n\fТағы.\n", ("note", "Үш."))
    assert flows(whole)[1].restored == "Бір екі.\n\nҮш."


def test_a_word_that_stands_elsewhere_in_the_text_is_put_together_as_it_stands_there():
    assert main(paragraph("ынтымақтастық пен ынтымақ-\nтастығын")) == "ынтымақтастық пен ынтымақтастығын"
    assert main(paragraph("сауда-экономикалық және сауда-\nэкономикалық")).endswith("және сауда-экономикалық")


def test_where_the_text_does_not_tell_the_hyphen_is_left_for_the_language_to_judge():
    assert main(paragraph("ынтымақ-\n", ("running", "5\f"), "тастық")) == "ынтымақ-\nтастық"


def test_a_hyphen_before_a_capital_or_a_number_or_behind_an_abbreviation_stays():
    for one, two in (("АҚШ", "тың"), ("Қазақстан", "Ресей"), ("2007", "2008"), ("1992", "ші")):
        assert main(paragraph(f"{one}-\n{two}")) == f"{one}-{two}"
    assert main(paragraph("1991–\n2014 сөз –\nсөз")) == "1991–2014 сөз – сөз"


def test_a_soft_hyphen_goes_with_its_line_end():
    assert main(paragraph("ынтымақ\u00ad\nтастық")) == "ынтымақтастық"


def test_every_rule_is_told_in_words():
    whole = paragraph("сөз", ("mark", "¹"), " ынтымақ\u00ad\nтастық\n", ("running", "5"), " ", ("note", "1"), "сөз")
    rules = {rule for text in flows(whole) for *_, joined in text.repairs for rule in joined.split("+")}
    assert rules | {"running", "note"} == set(RULES)
    assert in_words("paper-line+running") == f"{RULES['paper-line']}; {RULES['running']}"


KINDS: tuple[PartKind, ...] = ("paragraph", "note", "mark", "running", "heading", "page")
WORDS = st.text("аБ-1–\u00ad \n\f\t", max_size=60)


@st.composite
def made_up(draw: st.DrawFn) -> Document:
    """Parts of one kind do not overlap; those of different kinds may, in whatever way."""
    original = draw(WORDS)
    parts = []
    for kind in KINDS:
        ends = sorted(draw(st.lists(st.integers(0, len(original)), max_size=6, unique=True)))
        parts += [Part(kind, start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    return Document(id="a", name="a", original=original, parts=tuple(parts))


def check_map(text: Text, end: int) -> None:
    """Whatever stands between two edits is the same on both sides, and every span lies in the original."""
    at = new_at = 0
    for one in text.map.replacements:
        assert text.original[at : one.start] == text.restored[new_at : one.new_start]
        at, new_at = one.end, one.new_end
    assert text.original[at:] == text.restored[new_at:]
    for start in range(len(text.restored)):
        span = text.span(start, start + 1)
        assert 0 <= span.start <= span.end <= end
        assert span.quote == text.original[span.start : span.end]


@given(made_up())
def test_every_quote_of_a_flow_stands_in_the_original_whatever_the_parts(document: Document):
    for text in flows(document):
        check_map(text, len(document.original))


@given(made_up())
def test_a_flow_adds_no_letter_and_the_main_flow_loses_only_what_is_outside(document: Document):
    outside = [part for part in document.parts if part.kind in ("running", "note", "mark")]
    kept = "".join(
        letter
        for at, letter in enumerate(document.original)
        if letter in "аБ1" and not any(part.start <= at < part.end for part in outside)
    )
    assert "".join(letter for letter in main(document) if letter in "аБ1") == kept
