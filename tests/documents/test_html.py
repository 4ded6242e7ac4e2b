import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.html import EXTRACTOR, declared_charset, read
from qatynas.errors import Refused


def body(markup):
    return read(f"<html><body>{markup}</body></html>").text


def test_blocks_stand_on_lines_of_their_own_in_reading_order():
    markup = "<h1>Тақырып</h1><p>Бірінші <b>бөлім</b>.</p>жалаң<div>екінші<ul><li>бір<li>екі</ul></div>соңы"
    assert body(markup).splitlines() == ["Тақырып", "Бірінші бөлім.", "жалаң", "екінші", "бір", "екі", "соңы"]


def test_words_within_a_line_keep_their_spaces_and_only_those():
    assert body("<p>  Қазақ<b>стан</b>\n және\t <i> Қытай </i> , ҚХР</p>") == "Қазақстан және Қытай , ҚХР"


def test_a_no_break_space_and_entities_are_kept_as_characters():
    assert body("<p>5&nbsp;млн &laquo;теңге&raquo; &#1179;</p>") == "5\u00a0млн «теңге» қ"


def test_a_line_break_ends_a_line_and_preformatted_lines_stay():
    assert body("бір<br>екі<br/><br>үш<pre>  төрт\n    бес</pre>алты") == "бір\nекі\nүш\n  төрт\n    бес\nалты"


def test_cells_of_a_table_stand_apart():
    assert body("<table><tr><th>Жыл<th>Сома<tr><td>2012</td> <td> 5 </td></table>") == "Жыл\tСома\n2012\t5"


def test_scripts_styles_navigation_and_comments_are_left_out_and_what_follows_them_is_not():
    markup = "a<script>var x='<p>no</p>'</script>b<style>p{}</style>c<nav>мәзір<p>no</p></nav>d<!-- no -->e<?no?>f"
    assert body(markup).replace("\n", "") == "abcdef"


def test_a_page_tells_its_title_date_and_language():
    page = read(
        '<!doctype html><html lang="kk-KZ"><head><title> Сапар\n туралы </title>'
        '<meta property="article:published_time" content="2014-05-29T10:00:00+06:00"></head><body><p>Мәтін</p>'
    )
    assert page.told[:3] == ("Сапар туралы", "2014-05-29", "kk")
    assert page.text == "Мәтін"


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        ('<meta name="date" content="2001-02-03">', "2001-02-03"),
        ('<meta name="DC.date" content="2001-02-03">', "2001-02-03"),
        ('<time datetime="кеше">x</time><time datetime="2001-02-03 10:20">x</time>', "2001-02-03"),
        ('<meta name="date" content="2001-02-31">', None),
        ("<p>2001-02-03</p>", None),
    ],
)
def test_a_date_is_taken_where_the_page_tells_it_in_iso_form(markup, date):
    assert read(f"<html>{markup}<p>Мәтін</p>").told.date == date


def test_a_page_without_a_title_is_called_by_its_heading():
    assert read("<html><h1>Бас <i>сөз</i></h1><p>Мәтін").told[:3] == ("Бас сөз", None, None)


@pytest.mark.parametrize("depth", [1_000, 10_000, 100_000])
def test_nesting_of_any_depth_is_read(depth):
    page = read("<html><body><p>басы</p>" + "<div>" * depth + "ішінде" + "</div>" * depth + "<p>соңы</p>")
    assert page.text.splitlines() == ["басы", "ішінде", "соңы"]
    assert bool(page.warnings) == (depth > 2_000)


def test_nesting_that_cannot_be_flattened_is_refused():
    with pytest.raises(Refused, match=r"^damaged: the HTML is nested too deeply"):
        read("<html><body>" + "<nav>" * 10_000 + "ішінде")


def test_a_tag_that_never_ends_costs_no_more_than_its_length():
    assert read("<html><body>мәтін" + "<div" * 200_000).text.startswith("мәтін")


def test_nothing_that_a_page_points_to_is_read(tmp_path):
    (tmp_path / "secret.txt").write_text("құпия", encoding="utf-8")
    place = (tmp_path / "secret.txt").as_uri()
    page = read(f'<!DOCTYPE html [<!ENTITY x SYSTEM "{place}">]><html><iframe src="{place}"></iframe><p>&x; мәтін')
    assert "құпия" not in page.text
    assert "мәтін" in page.text


@given(st.text(alphabet="<>/!-dipvas &;\"'=#x ", max_size=60))
def test_any_markup_is_read_or_refused(markup):
    try:
        assert "\n\n" not in read(markup).text
    except Refused as refused:
        assert refused.reason.startswith("empty")


def test_the_extractor_names_its_version_and_the_parser():
    assert EXTRACTOR.startswith("qatynas-html/2 lxml/")


def test_the_encoding_that_a_page_names_is_found():
    assert (
        declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')
        == "windows-1251"
    )
    assert declared_charset(b"<META CHARSET='utf-8'>") == "utf-8"
    assert declared_charset(b"<p>charset=utf-8</p>") is None
