import pytest

from editions import SEEDS, same_facts, saved, seed
from qatynas.documents.opening import open_bytes
from qatynas.documents.rtf import extract
from qatynas.reading.reader import read_document, read_file

FONTS = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times CYR;}{\f2\fcharset161 Times Greek;}}"


def rtf(body, head=FONTS):
    return (r"{\rtf1\ansi\ansicpg1251\deff1" + head + body + "}").encode("latin-1")


def parts(found, kind):
    return [(found.text[part.start : part.end], part.number, part.label) for part in found.parts if part.kind == kind]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\'ca\'e0\'e7\'e0\'f5\par", "Казах\n"),
        (r"{\f2\'e1}{\f0\'ca}", "αК\n"),
        (r"{\uc1\u1178 ?\u-3913\'3f\u1179\'3fa}", "Қ\uf0b7қa\n"),
        (r"{\uc0\u1178\u1179 a}{\uc2\u1178 ??b}", "ҚқaҚb\n"),
        (r"\u-10179?\u-8704?", "\U0001f600\n"),
        (r"{\upr{Kazak}{\*\ud{\u1178 ?azaq}}}", "Қazaq\n"),
        (r"\{a\}\\\~b\_c\-d\emdash e\tab f\line g", "{a}\\\u00a0b\u2011c\u00add—e\tf\ng\n"),
        ("a\r\nb\\\nc", "ab\nc\n"),
        (r"a\bin5 }}}}}b", "ab\n"),
    ],
)
def test_letters_come_from_code_pages_and_unicode(body, text):
    assert extract(rtf(body)).text == text


def test_the_code_page_of_the_document_holds_where_no_font_says_otherwise():
    assert extract(b"{\\rtf1\\ansi\\ansicpg1048 \\'8d}").text == b"\x8d".decode("kz1048") + "\n"
    assert extract(b"{\\rtf1\\ansi\\ansicpg99999 \\'e9}").text == "é\n"


def test_headings_come_with_the_level_of_their_style_or_their_own():
    body = r"{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1 One\par\pard Two\par\pard\outlinelevel1 Three\par"
    assert parts(extract(rtf(body)), "heading") == [("One\n", 1, "One"), ("Three\n", 2, "Three")]
    assert extract(rtf(body)).text == "One\nTwo\nThree\n"


def test_notes_stand_at_the_end_with_their_marks():
    note = r"{\super\chftn}{\*\footnote\pard{\super\chftn} Source.\par}"
    found = extract(rtf(rf"Two states{note} agreed.\par Then.\par"))
    assert found.text == "Two states1 agreed.\nThen.\n1 Source.\n"
    assert parts(found, "note") == [("1 Source.\n", None, "1")]
    assert parts(found, "mark") == [("1", None, "1")]


def test_a_mark_that_the_writer_chose_is_told_once():
    found = extract(rtf(r"Two states{\super *}{\footnote {\super *} Source.} agreed.\par"))
    assert found.text == "Two states* agreed.\n* Source.\n"
    assert parts(found, "mark") == [("*", None, "*")]


def test_rows_of_a_table_stand_on_lines():
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    found = extract(rtf(r"Before\par" + row.format("a", "b") + row.format("", "d") + r"\pard After.\par"))
    assert found.text == "Before\na\tb\n\td\nAfter.\n"
    assert parts(found, "table") == [("a\tb\n\td\n", None, "")]


def test_what_is_no_text_is_left_out():
    body = (
        r"{\header Head\par}{\v hidden}{\deleted gone}{\*\bkmkstart x}{\field{\*\fldinst HYPERLINK x}{\fldrslt Two}}"
        r" states{\*\annotation remark}{\pict 89504e47}{\*\unknown junk}{\shp{\*\shpinst{\sp{\sn a}{\sv b}}"
        r"{\shptxt Box\par}}{\shprslt old}}\par"
    )
    found = extract(rtf(body))
    assert found.text.replace("\n", "") == "Two statesBox"
    assert found.warnings == ("comments left out: 1", "hidden words left out")


def test_pages_are_told_where_the_file_holds_the_breaks_of_all_of_them():
    body = r"One\par\page Two\par\sect\sectd Three\par\pard\pagebb Four\par\pard\sect\sectd\sbknone Still four.\par"
    found = extract(rtf(r"{\info{\nofpages4}}" + body))
    assert [text.strip() for text, _, _ in parts(found, "page")] == ["One", "Two", "Three", "Four\nStill four."]
    for told in (r"{\info{\nofpages5}}", ""):
        assert parts(extract(rtf(told + body)), "page") == []
        assert "\f" not in extract(rtf(told + body)).text


def test_title_and_author_come_from_the_properties():
    told = extract(rtf(r"{\info{\title \'d8\'e0\'f0\'f2}{\author A. A.}{\comment x}}text")).told
    assert (told.title, told.authors, told.date) == ("Шарт", ("A. A.",), None)
    assert extract(rtf(r"{\info{\title x}}text")).text == "text\n"


def test_a_file_that_breaks_off_is_read_so_far_and_says_so():
    document = open_bytes(rtf(r"One sentence.\par{\b Two")[:-1], id="a", name="a.rtf")
    assert (document.state, document.original) == ("partly", "One sentence.\nTwo\n")
    assert document.reason == "damaged: the end of the RTF is missing"


def test_what_holds_no_text_or_is_nested_without_end_is_survived():
    assert open_bytes(b"{\\rtf1\\ansi{\\pict 00}}", id="a", name="a.rtf").reason == "empty: there is no text"
    assert open_bytes(b"{\\rtf1" + b"{" * 100_000 + b"x", id="a", name="a.rtf").original == "x\n"
    assert open_bytes(b"{\\rtf1 }}}}x{\\footnote y}", id="a", name="a.rtf").state == "read"


@pytest.mark.parametrize(
    "body", ["{" * 100_000, r"\bin99999999999 x", r"\u99999999999? x\par", "\\'zz x\\par", r"\u-1?x", r"\bin-5 x"]
)
def test_what_nobody_types_does_no_harm(body):
    assert open_bytes(rtf(body + "x"), id="a", name="a.rtf").state in ("read", "partly", "refused")


@pytest.mark.parametrize("name", SEEDS)
def test_a_source_saved_by_libreoffice_gives_the_facts_of_its_text(name, tmp_path):
    same = same_facts(read_file(seed(name)), read_file(saved(seed(name), "rtf", tmp_path)))
    assert same.share >= 0.98, str(same)


def test_facts_are_read_from_cyrillic_in_a_code_page():
    words = "Қазақстан мен Ресей 1992 жылғы 25 мамырда достық туралы шартқа қол қойды."
    body = "".join(rf"\u{ord(letter)}?" for letter in words)
    facts = read_document(open_bytes(rtf(body), id="a", name="a.rtf")).facts
    assert "1992-05-25" in {str(fact.date) for fact in facts}
