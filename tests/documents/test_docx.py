import pytest

from editions import SEEDS, same_facts, saved, seed
from office import docx, p, packed
from qatynas.documents.docx import extract
from qatynas.documents.opening import open_bytes
from qatynas.errors import Refused
from qatynas.reading.reader import read_document, read_file

TREATY = "Қазақстан мен Ресей 1992 жылғы 25 мамырда достық туралы шартқа қол қойды."
HEADING = '<w:style w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
DERIVED = '<w:style w:styleId="Bas"><w:basedOn w:val="a1"/></w:style>'


def parts(found, kind):
    return [(found.text[part.start : part.end], part.number, part.label) for part in found.parts if part.kind == kind]


def test_paragraphs_and_headings_come_with_the_level_that_their_style_has_or_inherits():
    found = extract(docx(p("Кіріспе", "a1") + p("Мәтін.") + p("Бөлім", "Bas"), styles=HEADING + DERIVED))
    assert found.text == "Кіріспе\nМәтін.\nБөлім\n"
    assert parts(found, "heading") == [("Кіріспе\n", 1, "Кіріспе"), ("Бөлім\n", 1, "Бөлім")]
    assert parts(found, "page") == []


def test_a_style_that_word_calls_a_heading_is_one_without_a_level_of_its_own():
    style = '<w:style w:styleId="Zag2"><w:name w:val="heading 2"/></w:style>'
    assert parts(extract(docx(p("Бөлім", "Zag2"), styles=style)), "heading") == [("Бөлім\n", 2, "Бөлім")]


def test_pages_are_told_where_word_remembers_them_and_a_sentence_goes_on_overleaf():
    before, after = TREATY[:42], TREATY[42:]
    document = open_bytes(docx(p("Бірінші бет.") + p(f"{before}|{after}")), id="a", name="a.docx")
    assert [part.number for part in document.parts if part.kind == "page"] == [1, 2]
    treaty = next(fact for fact in read_document(document).facts if fact.kind == "instrument")
    assert str(treaty.date) == "1992-05-25"
    assert treaty.evidence[0].page == 1
    assert "\f" in treaty.evidence[0].quote


def test_an_explicit_break_alone_tells_no_page():
    found = extract(docx('<w:p><w:r><w:t>Бір</w:t><w:br w:type="page"/><w:t>екі</w:t></w:r></w:p>'))
    assert (found.text, parts(found, "page")) == ("Бірекі\n", [])


def test_footnotes_stand_at_the_end_with_their_marks():
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>Екі ел</w:t></w:r>{mark}<w:r><w:t> келісті.</w:t></w:r></w:p>"
    notes = f'<w:footnote w:id="0" w:type="separator">{p("—")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{p("Дереккөз.")}</w:footnote>'
    found = extract(docx(body + p("Соңы."), footnotes=notes))
    assert found.text == "Екі ел1 келісті.\nСоңы.\n1 Дереккөз.\n"
    assert parts(found, "note") == [("1 Дереккөз.\n", None, "1")]
    assert parts(found, "mark") == [("1", None, "1")]


def test_rows_of_a_table_stand_on_lines_and_a_table_within_is_told_in_its_cell():
    inner = f"<w:tbl><w:tr><w:tc>{p('ішкі')}</w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:tc>{p('1992')}{p('мамыр')}</w:tc><w:tc>{p('Шарт')}{inner}</w:tc></w:tr>"
    found = extract(docx(f"<w:tbl>{row}</w:tbl>{p('Кейін.')}"))
    assert found.text == "1992 мамыр\tШарт ішкі\nКейін.\n"
    assert parts(found, "table") == [("1992 мамыр\tШарт ішкі\n", None, "")]


def test_what_was_deleted_or_hidden_or_is_a_fields_code_is_left_out():
    body = (
        "<w:p><w:ins><w:r><w:t>Екі </w:t></w:r></w:ins><w:del><w:r><w:delText>үш </w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>жасырын </w:t></w:r>"
        '<w:r><w:instrText>HYPERLINK "http://127.0.0.1"</w:instrText></w:r>'
        "<w:hyperlink><w:r><w:t>ел</w:t></w:r></w:hyperlink>"
        '<w:fldSimple w:instr="PAGE"><w:r><w:t> 5</w:t></w:r></w:fldSimple>'
        "<w:sdt><w:sdtContent><w:r><w:noBreakHyphen/><w:tab/><w:softHyphen/><w:br/></w:r></w:sdtContent></w:sdt></w:p>"
    )
    found = extract(docx(body, comments="<w:comment/><w:comment/>"))
    assert found.text == "Екі ел 5\u2011\t\u00ad\n\n"
    assert found.warnings == ("comments left out: 2", "hidden words left out")


def test_a_text_box_that_stands_twice_is_told_once_behind_its_paragraph():
    box = f"<w:txbxContent>{p('Қорап')}</w:txbxContent>"
    new, old = (
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>",
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>",
    )
    body = f"<w:p><w:r><w:t>Бұрын.</w:t><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r></w:p>{p('Кейін.')}"
    assert extract(docx(body)).text == "Бұрын.\nҚорап\nКейін.\n"


def test_a_table_of_contents_is_no_part_of_any_sentence():
    found = extract(docx(p("Кіріспе 3", "TOC1") + p("Мәтін.")))
    assert parts(found, "running") == [("Кіріспе 3\n", None, "")]


def test_title_and_author_come_from_the_properties_and_junk_does_not():
    core = "<dc:title>Шарт туралы</dc:title><dc:creator>А. Ахметов</dc:creator><dc:language>en-US</dc:language>"
    told = extract(docx(p("Мәтін."), core=core)).told
    assert (told.title, told.authors, told.language, told.date) == ("Шарт туралы", ("А. Ахметов",), None, None)
    assert extract(docx(p("Мәтін."), core="<dc:title>Microsoft Word</dc:title>")).told.title is None


BODY = "word/document.xml"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx(p(TREATY))[:400], "damaged: the DOCX cannot be unpacked ("),
        (packed(("word/styles.xml", "<a/>")), "damaged: the DOCX has no text in it"),
        (packed((BODY, "<w:document")), f"damaged: part “{BODY}” of the DOCX cannot be read ("),
        (packed((BODY, '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')), f"unsafe: part “{BODY}”"),
    ],
)
def test_a_damaged_or_hostile_file_is_refused(data, reason):
    with pytest.raises(Refused) as refused:
        extract(data)
    assert refused.value.reason.startswith(reason)


def test_a_page_named_docx_is_read_as_what_it_is():
    document = open_bytes(f"<html><body><p>{TREATY}</p></body></html>".encode(), id="a", name="a.docx")
    assert (document.media_type, document.state) == ("text/html", "read")
    assert "named .docx, but the content is HTML" in document.warnings


@pytest.mark.parametrize("name", SEEDS)
def test_a_source_saved_by_libreoffice_gives_the_facts_of_its_text(name, tmp_path):
    same = same_facts(read_file(seed(name)), read_file(saved(seed(name), "docx", tmp_path)))
    assert same.share >= 0.98, str(same)
