import pytest

from editions import SEEDS, same_facts, saved, seed
from office import odt
from qatynas.documents.odt import extract
from qatynas.documents.opening import open_bytes
from qatynas.errors import Refused
from qatynas.reading.reader import read_document, read_file

COUNT = '<meta:document-statistic meta:page-count="{}"/>'


def parts(found, kind):
    return [(found.text[part.start : part.end], part.number, part.label) for part in found.parts if part.kind == kind]


def test_paragraphs_headings_lists_and_spaces_come_as_they_are_shown():
    body = (
        '<text:h text:outline-level="2">Екінші <text:span>бөлім</text:span></text:h>'
        '<text:list><text:list-item><text:p>бір<text:s text:c="3"/>екі<text:tab/>үш<text:line-break/>төрт</text:p>'
        "</text:list-item></text:list><text:p>бес\n  алты</text:p>"
    )
    found = extract(odt(body))
    assert found.text == "Екінші бөлім\nбір   екі\tүш\nтөрт\nбес   алты\n"
    assert parts(found, "heading") == [("Екінші бөлім\n", 2, "Екінші бөлім")]


def test_pages_are_told_where_the_file_remembers_all_of_them():
    body = "<text:p>Екі ел 1992 жылғы <text:soft-page-break/>25 мамырда кездесті.</text:p>"
    found = extract(odt(body, meta=COUNT.format(2)))
    assert found.text == "Екі ел 1992 жылғы \f25 мамырда кездесті.\n"
    assert [number for _, number, _ in parts(found, "page")] == [1, 2]
    assert len(parts(found, "paragraph")) == 1
    assert parts(extract(odt(body, meta=COUNT.format(4))), "page") == []
    assert parts(extract(odt(body)), "page") == []


def test_a_style_that_asks_for_a_new_page_begins_one():
    style = '<style:style style:name="P1"><style:paragraph-properties fo:break-before="page"/></style:style>'
    body = '<text:p>Бір.</text:p><text:p text:style-name="P1">Екі.</text:p>'
    found = extract(odt(body, styles=style, meta=COUNT.format(2)))
    assert found.text == "Бір.\n\fЕкі.\n"


def test_notes_stand_at_the_end_of_their_page_or_of_the_text():
    note = (
        "<text:note><text:note-citation>3</text:note-citation>"
        "<text:note-body><text:p>Дереккөз.</text:p></text:note-body></text:note>"
    )
    found = extract(odt(f"<text:p>Екі ел{note} келісті.</text:p><text:p>Соңы.</text:p>"))
    assert found.text == "Екі ел3 келісті.\nСоңы.\n3 Дереккөз.\n"
    assert parts(found, "note") == [("3 Дереккөз.\n", None, "3")]


def test_tables_stand_row_by_row():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{cell.format(a)}{cell.format(b)}</table:table-row>"
        for a, b in (("Күні", "Құжат"), ("1992", "Шарт"))
    )
    found = extract(odt(f"<table:table><table:table-header-rows>{rows}</table:table-header-rows></table:table>"))
    assert found.text == "Күні\tҚұжат\n1992\tШарт\n"
    assert len(parts(found, "table")) == 1


def test_what_was_deleted_hidden_or_noted_in_the_margin_is_left_out_and_a_frame_comes_behind():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>жойылған</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Екі<office:annotation><text:p>пікір</text:p>"
        "</office:annotation><text:hidden-text>жасырын</text:hidden-text><draw:frame><draw:text-box><text:p>Қорап</text:p>"
        "</draw:text-box></draw:frame> ел.</text:p>"
        "<text:table-of-content><text:index-body><text:p>Кіріспе 3</text:p></text:index-body></text:table-of-content>"
    )
    found = extract(odt(body))
    assert found.text == "Екі ел.\nҚорап\nКіріспе 3\n"
    assert parts(found, "running") == [("Кіріспе 3\n", None, "")]
    assert found.warnings == ("comments left out: 1",)


def test_properties_tell_title_and_author():
    told = extract(
        odt("<text:p>а</text:p>", meta="<dc:title>Шарт</dc:title><meta:initial-creator>А. А.</meta:initial-creator>")
    ).told
    assert (told.title, told.authors, told.date) == ("Шарт", ("А. А.",), None)


def test_an_encrypted_file_is_told():
    manifest = '<manifest xmlns="urn:m"><file-entry><encryption-data/></file-entry></manifest>'
    document = open_bytes(odt("<text:p>а</text:p>", manifest=manifest), id="a", name="a.odt")
    assert document.reason == "encrypted: a password is wanted"


def test_a_number_of_spaces_that_nobody_types_is_cut():
    assert len(extract(odt('<text:p>а<text:s text:c="999999999"/>б</text:p>')).text) < 200


def test_xml_that_is_nested_too_deeply_is_refused():
    with pytest.raises(Refused, match=r"damaged: part “content.xml” of the ODT cannot be read \(Excessive depth"):
        extract(odt("<text:span>" * 3000 + "</text:span>" * 3000))


@pytest.mark.parametrize("name", SEEDS)
def test_a_source_saved_by_libreoffice_gives_the_facts_of_its_text(name, tmp_path):
    same = same_facts(read_file(seed(name)), read_file(saved(seed(name), "odt", tmp_path)))
    assert same.share >= 0.98, str(same)


def test_a_fact_knows_its_page_and_section():
    body = (
        '<text:h text:outline-level="1">Шарттар</text:h><text:p>Кіріспе.</text:p><text:p><text:soft-page-break/>'
        "Қазақстан мен Ресей 1992 жылғы 25 мамырда достық туралы шартқа қол қойды.</text:p>"
    )
    document = open_bytes(odt(body, meta=COUNT.format(2)), id="a", name="a.odt")
    pieces = [fact.evidence[0] for fact in read_document(document).facts]
    assert {(piece.page, piece.section) for piece in pieces} == {(2, "Шарттар")}
