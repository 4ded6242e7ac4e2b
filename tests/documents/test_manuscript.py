from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.manuscript import Manuscript, Note


def told(manuscript):
    text, parts = manuscript.text()
    return text, [(part.kind, text[part.start : part.end], part.number, part.label) for part in parts]


def test_paragraphs_stand_on_lines_of_their_own_and_headings_are_parts():
    out = Manuscript(paged=False)
    for words, level in (("Кіріспе", 1), ("Бірінші.", None), ("", None), ("Екінші.", None)):
        out.write(words)
        out.end(level)
    assert told(out) == ("Кіріспе\nБірінші.\nЕкінші.\n", [("heading", "Кіріспе\n", 1, "Кіріспе")])


def test_a_note_waits_for_the_end_of_its_page_and_a_paragraph_goes_on_overleaf():
    out = Manuscript(paged=True)
    out.write("Екі ел")
    out.mark(Note("1", ["Дереккөз.", "Тағы."]))
    out.write(" келісімге ")
    out.page()
    out.write("қол қойды.")
    out.end()
    text, parts = told(out)
    assert text == "Екі ел1 келісімге \n1 Дереккөз.\nТағы.\n\fқол қойды.\n"
    assert sorted(parts) == [
        ("mark", "1", None, "1"),
        ("note", "1 Дереккөз.\nТағы.\n", None, "1"),
        ("page", "Екі ел1 келісімге \n1 Дереккөз.\nТағы.\n\f", 1, ""),
        ("page", "қол қойды.\n", 2, ""),
        ("paragraph", text, None, ""),
    ]


def test_without_pages_notes_stand_at_the_end():
    out = Manuscript(paged=False)
    out.mark(Note("1", ["Ескерту."]))
    out.page()
    out.end()
    out.write("Соңы.")
    out.end()
    assert told(out)[0] == "1\nСоңы.\n1 Ескерту.\n"


def test_rows_stand_on_lines_and_cells_apart():
    out = Manuscript(paged=False)
    for row in (("Күні", "Құжат"), ("1992", "Шарт,\nкелісім"), ("", "")):
        out.row()
        for cell in row:
            out.cell()
            out.write(cell)
            out.end()
    out.table()
    out.write("Кейін.")
    text, parts = told(out)
    assert text == "Күні\tҚұжат\n1992\tШарт, келісім\nКейін.\n"
    assert parts == [("table", "Күні\tҚұжат\n1992\tШарт, келісім\n", None, "")]


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.text("аб \n", max_size=4)),
        st.tuples(st.just("mark"), st.text("12*", min_size=1, max_size=2)),
        st.tuples(st.just("end"), st.sampled_from([None, 1, 2])),
        st.tuples(st.sampled_from(["page", "row", "cell", "table"]), st.none()),
    ),
    max_size=25,
)


@given(_STEPS, st.booleans())
def test_parts_of_a_kind_stand_in_order_within_the_text_and_do_not_overlap(steps, paged):
    out = Manuscript(paged=paged)
    for step, value in steps:
        match step:
            case "write":
                out.write(value)
            case "mark":
                out.mark(Note(value, ["ескерту"]))
            case "end":
                out.end(value)
            case _:
                getattr(out, step)()
    text, parts = out.text()
    for kind in {part.kind for part in parts}:
        ends = [(part.start, part.end) for part in parts if part.kind == kind]
        assert all(0 <= start < end <= len(text) for start, end in ends)
        assert all(one[1] <= two[0] for one, two in pairwise(ends))
    if "\f" in text:
        assert "".join(text[p.start : p.end] for p in parts if p.kind == "page") == text


def test_a_table_goes_on_overleaf_between_its_rows():
    out = Manuscript(paged=True)
    for words, breaks in (("бір", False), ("екі", True), ("үш", False)):
        out.row()
        for _ in range(2):
            out.cell()
            out.write(words)
            if breaks:
                out.page()
            out.end()
    out.table()
    text, parts = told(out)
    assert text == "бір\tбір\nекі\tекі\n\fүш\tүш\n"
    assert [part for part in parts if part[0] != "page"] == [("table", text, None, "")]
    assert [number for kind, _, number, _ in parts if kind == "page"] == [1, 2]
