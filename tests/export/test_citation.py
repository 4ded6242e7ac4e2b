"""Citations as GOST R 7.0.5-2008, the APA manual and the Chicago manual want them, in Kazakh, Russian and English."""

from pathlib import Path

import citeproc
import pytest

from qatynas.errors import QatynasError
from qatynas.export.citation import Citation, Form, Language, Place, cite, language_of, place
from qatynas.facts.edtf import Edtf
from qatynas.facts.source import Name, Source


def source(author: str = "", issued: str = "", **fields: object) -> Source:
    names = tuple(map(Name.parse, filter(None, author.split("; "))))
    return Source(author=names, issued=Edtf.parse(issued) if issued else None, **fields)


SOURCES = {
    "kk-book": source(
        "Сейіт, Айбек Нұрланұлы", "2012", kind="scholarship", title="Көршілік дипломатиясы", publisher="Атамұра",
        publisher_place="Алматы", edition="2",
    ),
    "ru-book": source(
        "Орлов, П. И.", "2006", kind="scholarship", title="Внешняя политика", publisher="Проспект",
        publisher_place="М.",
    ),
    "en-book": source(
        "Hill, Ann; Stone, Mark", "2001", kind="scholarship", title="The Steppe Border", publisher="Lane",
        publisher_place="London",
    ),
    "kk-article": source(
        "Ким, Анна; Орыс, Болат", "2003", kind="scholarship", title="Шекара және сауда", container_title="Саясат",
        volume="4", issue="2", page="45-60",
    ),
    "ru-article": source(
        "Ефимов, Т. Н.", "2007", kind="scholarship", title="Граница и торговля", container_title="Проблемы региона",
        issue="1", page="80-86",
    ),
    "en-article": source(
        "Hill, Ann", "2010", kind="scholarship", title="Trade and Transit", container_title="Steppe Studies",
        volume="7", issue="3", page="101-119", doi="10.1000/ss.7",
    ),
    "ru-newspaper": source("Ким, А.", "2012-10-05", kind="press", title="Визит", container_title="Известия", page="3"),
    "kk-newspaper": source("", "2014-05-29", kind="press", title="Шарт жасалды", container_title="Егемен Қазақстан"),
    "kk-web": source(
        "ҚР Сыртқы істер министрлігі", "2014-05-29", type="webpage", title="Мәлімдеме", container_title="СІМ сайты",
        url="https://example.kz/1", accessed=Edtf.parse("2024-01-12"),
    ),
    "ru-web": source(
        "", "2007", type="webpage", title="Право военных", container_title="Право", url="http://example.ru/n",
        accessed=Edtf.parse("2007-09-19"),
    ),
    "en-web": source(
        "", "2014-05-29", type="webpage", title="Joint Statement", container_title="Ministry Site",
        url="https://example.org/s", accessed=Edtf.parse("2024-01-12"),
    ),
    "kk-treaty": source(
        "", "1992-05-25", kind="treaty", title="Достық туралы шарт", event_place="Мәскеу",
        container_title="Шарттар жинағы", volume="3",
    ),
    "ru-treaty": source("", "1998-07-06", kind="treaty", title="Декларация о дружбе", event_place="Алматы"),
    "en-treaty": source("", "1994-04-26", kind="treaty", title="Border Agreement", event_place="Beijing"),
    "kk-archive": source(
        "", "1992-03-12", kind="archive", title="Баянхат", archive="ҚР ПМ", call_number="5-қор, 1-тізбе, 7-іс",
    ),
    "ru-archive": source(
        "Гребнев, Я. П.", "1924", kind="archive", title="Записка", archive="ГАРФ", call_number="Ф. 41. Оп. 5. Д. 45",
    ),
    "kk-speech": source("Сейіт, А. Н.", "2019-09-02", kind="speech", title="Жолдау", event_place="Астана"),
    "en-speech": source("Hill, Ann", "2011-03-04", kind="speech", title="On Transit", event_place="Geneva"),
    "ru-thesis": source(
        "Орлов, П. И.", "2010", type="thesis", title="Граница", genre="дис. ... канд. ист. наук", publisher_place="М.",
    ),
    "en-thesis": source(
        "Hill, Ann", "1999", type="thesis", title="Borders", genre="PhD diss.", publisher="University of Leeds",
    ),
    "kk-many": source("Ким, А.; Ли, Б.; Пак, В.; Цой, Г.", "2001", kind="scholarship", title="Шекара"),
    "ru-many": source("Ким, А.; Ли, Б.; Пак, В.; Цой, Г.", "2001", kind="scholarship", title="Граница"),
    "en-many": source("Hill, A.; Stone, B.; Reed, C.; Wood, D.", "2001", kind="scholarship", title="Border"),
    "undated": source("Ким, А.", "", kind="scholarship", title="Шекара"),
    "en-undated": source("Hill, A.", "", kind="scholarship", title="Border"),
    "chapter": source(
        "Ли, Б.", "2005", type="chapter", title="Өзен", container_title="Шекара", publisher="Фолиант",
        publisher_place="Астана", editor=(Name.parse("Пак, В."),), page="10-20",
    ),
    "decade": source("Ким, А.", "199X", kind="scholarship", title="Шекара"),
    "spring": source("Ким, А.", "2003-21", kind="press", title="Шекара", container_title="Саясат"),
}  # fmt: skip

# Style, language, source, printed page (or the file's), and the whole of what stands in a note, or in the text.
NOTES = [
    ("gost", "kk", "kk-book", "12", "Сейіт А. Н. Көршілік дипломатиясы. – 2-бас. – Алматы : Атамұра, 2012. – Б. 12."),
    ("gost", "ru", "ru-book", "305", "Орлов П. И. Внешняя политика. – М. : Проспект, 2006. – С. 305."),
    ("gost", "en", "en-book", "7", "Hill A., Stone M. The Steppe Border. – London : Lane, 2001. – P. 7."),
    ("gost", "kk", "kk-article", "47", "Ким А., Орыс Б. Шекара және сауда // Саясат. – 2003. – Т. 4, № 2. – Б. 47."),
    ("gost", "ru", "ru-article", None,
     "Ефимов Т. Н. Граница и торговля // Проблемы региона. – 2007. – № 1. – С. 80–86."),
    ("gost", "ru", "ru-newspaper", None, "Ким А. Визит // Известия. – 2012. – 5 окт. – С. 3."),
    ("gost", "kk", "kk-newspaper", None, "Шарт жасалды // Егемен Қазақстан. – 2014. – 29 мамыр."),
    (
        "gost", "kk", "kk-web", None,
        "ҚР Сыртқы істер министрлігі. Мәлімдеме [Электронды ресурс] // СІМ сайты. – 2014. – 29 мамыр. – "
        "URL: https://example.kz/1 (қаралған күні: 12.01.2024).",
    ),
    (
        "gost", "ru", "ru-web", None,
        "Право военных [Электронный ресурс] // Право. – 2007. – URL: http://example.ru/n (дата обращения: 19.09.2007).",
    ),
    ("gost", "kk", "kk-treaty", "8", "Достық туралы шарт : Мәскеу, 25.05.1992 // Шарттар жинағы. – Т. 3. – Б. 8."),
    ("gost", "ru", "ru-treaty", None, "Декларация о дружбе : Алматы, 06.07.1998."),
    ("gost", "kk", "kk-archive", "12", "Баянхат : 12.03.1992 // ҚР ПМ. 5-қор, 1-тізбе, 7-іс. П. 12."),
    ("gost", "ru", "ru-archive", "3", "Гребнев Я. П. Записка : 1924 // ГАРФ. Ф. 41. Оп. 5. Д. 45. Л. 3."),
    ("gost", "kk", "kk-speech", None, "Сейіт А. Н. Жолдау : Астана, 02.09.2019."),
    ("gost", "ru", "ru-thesis", "12", "Орлов П. И. Граница : дис. ... канд. ист. наук. – М., 2010. – С. 12."),
    ("gost", "kk", "kk-many", "5", "Шекара / А. Ким [және т.б.]. – 2001. – Б. 5."),
    ("gost", "ru", "ru-many", "5", "Граница / А. Ким [и др.]. – 2001. – С. 5."),
    ("gost", "en", "en-many", "5", "Border / A. Hill [et al.]. – 2001. – P. 5."),
    ("gost", "kk", "undated", "5", "Ким А. Шекара. – Б. 5."),
    ("gost", "kk", "chapter", None, "Ли Б. Өзен // Шекара / ред. В. Пак. – Астана : Фолиант, 2005. – Б. 10–20."),
    ("gost", "kk", "decade", None, "Ким А. Шекара. – 1990–1999."),
    ("gost", "kk", "kk-article", 3,
     "Ким А., Орыс Б. Шекара және сауда // Саясат. – 2003. – Т. 4, № 2. – Б. 45–60. – Файлдың 3-беті."),
    ("apa", "kk", "kk-book", "12", "(Сейіт, 2012, б. 12)"),
    ("apa", "ru", "ru-book", "305", "(Орлов, 2006, с. 305)"),
    ("apa", "en", "en-book", "7", "(Hill & Stone, 2001, p. 7)"),
    ("apa", "en", "en-book", "7-9", "(Hill & Stone, 2001, pp. 7–9)"),
    ("apa", "kk", "kk-article", "47", "(Ким және Орыс, 2003, б. 47)"),
    ("apa", "en", "en-many", "5", "(Hill et al., 2001, p. 5)"),
    ("apa", "ru", "ru-many", "5", "(Ким и др., 2001, с. 5)"),
    ("apa", "en", "en-web", 3, "(Joint Statement, 2014, page 3 of the file)"),
    ("apa", "en", "en-undated", "5", "(Hill, n.d., p. 5)"),
    ("apa", "kk", "undated", "5", "(Ким, жылы көрсетілмеген, б. 5)"),
    ("apa", "ru", "undated", "5", "(Ким, б. г., с. 5)"),
    ("chicago", "en", "en-book", "7", "Ann Hill and Mark Stone, The Steppe Border (London: Lane, 2001), 7."),
    (
        "chicago", "en", "en-article", "105",
        "Ann Hill, “Trade and Transit,” Steppe Studies 7, no. 3 (2010): 105, https://doi.org/10.1000/ss.7.",
    ),
    (
        "chicago", "en", "en-web", None,
        "“Joint Statement,” Ministry Site, May 29, 2014, accessed January 12, 2024, https://example.org/s.",
    ),
    ("chicago", "en", "en-treaty", None, "Border Agreement, Beijing, April 26, 1994."),
    ("chicago", "en", "en-thesis", "12", "Ann Hill, “Borders” (PhD diss., University of Leeds, 1999), 12."),
    ("chicago", "en", "en-many", "5", "A. Hill et al., Border (2001), 5."),
    ("chicago", "en", "en-undated", "5", "A. Hill, Border (n.d.), 5."),
    ("chicago", "en", "en-speech", None, "Ann Hill, “On Transit,” Geneva, March 4, 2011."),
    (
        "chicago", "kk", "kk-book", "12",
        "Айбек Нұрланұлы Сейіт, Көршілік дипломатиясы, 2-бас. (Алматы: Атамұра, 2012), 12.",
    ),
    ("chicago", "kk", "kk-article", "47", "Анна Ким және Болат Орыс, «Шекара және сауда», Саясат 4, № 2 (2003): 47."),
    ("chicago", "ru", "ru-newspaper", None, "А. Ким, «Визит», Известия, 5 октября 2012."),
    ("chicago", "ru", "ru-archive", "3", "Я. П. Гребнев, «Записка», 1924, л. 3, Ф. 41. Оп. 5. Д. 45, ГАРФ."),
]  # fmt: skip

LISTED = [
    ("apa", "kk", "kk-book", "Сейіт, А. Н. (2012). Көршілік дипломатиясы (2-бас.). Атамұра."),
    ("apa", "en", "en-book", "Hill, A., & Stone, M. (2001). The Steppe Border. Lane."),
    ("apa", "kk", "kk-article", "Ким, А. және Орыс, Б. (2003). Шекара және сауда. Саясат, 4(2), 45–60."),
    (
        "apa", "en", "en-article",
        "Hill, A. (2010). Trade and Transit. Steppe Studies, 7(3), 101–119. https://doi.org/10.1000/ss.7",
    ),
    ("apa", "ru", "ru-newspaper", "Ким, А. (2012, 5 октября). Визит. Известия, 3."),
    ("apa", "kk", "kk-newspaper", "Шарт жасалды. (2014, 29 мамыр). Егемен Қазақстан."),
    ("apa", "en", "en-web", "Joint Statement. (2014, May 29). Ministry Site. https://example.org/s"),
    (
        "apa", "kk", "kk-web",
        "ҚР Сыртқы істер министрлігі. (2014, 29 мамыр). Мәлімдеме. СІМ сайты. https://example.kz/1",
    ),
    ("apa", "en", "en-thesis", "Hill, A. (1999). Borders [PhD diss., University of Leeds]."),
    ("apa", "en", "en-speech", "Hill, A. (2011, March 4). On Transit [Speech]. Geneva."),
    ("apa", "en", "en-undated", "Hill, A. (n.d.). Border."),
    ("apa", "kk", "kk-archive", "Баянхат (5-қор, 1-тізбе, 7-іс). (1992, 12 наурыз). ҚР ПМ."),
    ("chicago", "en", "en-book", "Hill, Ann, and Mark Stone. The Steppe Border. London: Lane, 2001."),
    ("chicago", "kk", "kk-book", "Сейіт, Айбек Нұрланұлы. Көршілік дипломатиясы. 2-бас. Алматы: Атамұра, 2012."),
    ("chicago", "ru", "ru-article", "Ефимов, Т. Н. «Граница и торговля». Проблемы региона № 1 (2007): 80–86."),
    ("gost", "ru", "ru-book", "Орлов П. И. Внешняя политика. – М. : Проспект, 2006."),
    ("gost", "kk", "spring", "Ким А. Шекара // Саясат. – 2003. – көктем."),
]  # fmt: skip


def made(name: str, page: str | int | None, style: str, language: Language, form: Form = "text") -> Citation:
    where = Place(of_file=page) if isinstance(page, int) else Place(page)
    return cite(SOURCES[name], where, style=style, language=language, form=form)


@pytest.mark.parametrize(("style", "language", "name", "page", "expected"), NOTES)
def test_a_note_is_what_the_standard_wants(
    style: str, language: Language, name: str, page: str | int | None, expected: str
):
    assert made(name, page, style, language).note == expected


@pytest.mark.parametrize(("style", "language", "name", "expected"), LISTED)
def test_an_entry_of_the_list_is_what_the_standard_wants(style: str, language: Language, name: str, expected: str):
    # The page that a fact stands on is of the note alone.
    assert made(name, "7", style, language).reference == expected


def test_words_are_set_and_made_safe_in_html_and_markdown():
    hostile = source("Ким, А.", "2001", kind="scholarship", title="<script>*Шекара* & [су]</script>")
    html = cite(hostile, Place(), style="apa", language="kk", form="html").reference
    assert html == "Ким, А. (2001). <i>&lt;script&gt;*Шекара* &amp; [су]&lt;/script&gt;</i>."
    markdown = cite(hostile, Place(), style="apa", language="kk", form="markdown").reference
    assert markdown == r"Ким, А. (2001). *\<script\>\*Шекара\* & \[су\]\</script\>*."


def test_any_style_of_csl_may_be_named_by_its_path(tmp_path: Path):
    harvard = Path(citeproc.STYLES_PATH) / "harvard-cite-them-right.csl"
    made = cite(SOURCES["en-book"], Place("7"), style=str(harvard), language="en", form="text")
    assert made.in_text
    assert made.note == "(Hill and Stone, 2001, p. 7)"
    kazakh = cite(SOURCES["kk-article"], Place("47"), style=str(harvard), language="kk", form="text")
    assert kazakh.note == "(Ким және Орыс, 2003, б. 47)"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csl", b"<!DOCTYPE a [<!ENTITY b 'c'>]><style/>", "DOCTYPE"),
        ("a.csl", b"not XML", "not a style of CSL"),
        ("a.csl", b'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info/></style>', "leans on another"),
        ("a.csl", b"x" * 1_000_001, "larger than"),
        ("a.xml", b"<style/>", "no such style; there are gost, apa, chicago"),
    ],
)
def test_what_is_no_style_is_an_error_on_one_line(tmp_path: Path, name: str, data: bytes, reason: str):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(QatynasError, match=reason) as error:
        cite(SOURCES["undated"], Place(), style=str(tmp_path / name), language="kk", form="text")
    assert "\n" not in str(error.value)


def test_a_style_that_is_not_there_is_an_error():
    with pytest.raises(QatynasError, match="No such file"):
        cite(SOURCES["undated"], Place(), style="/none.csl", language="kk", form="text")


@pytest.mark.parametrize(
    ("fields", "page", "pages", "expected"),
    [
        ({}, None, 0, Place()),
        ({"kind": "scholarship"}, 12, 200, Place("12")),
        ({"kind": "scholarship", "first_page": -3}, 12, 200, Place("8")),
        ({"kind": "scholarship", "first_page": -3}, 2, 200, Place(of_file=2)),
        ({"kind": "scholarship", "container_title": "Саясат", "page": "45-60"}, 3, 16, Place("47")),
        ({"kind": "scholarship", "container_title": "Саясат", "page": "45–60"}, 3, 17, Place(of_file=3)),
        ({"kind": "scholarship", "container_title": "Саясат", "page": "45-60", "first_page": 44}, 3, 17, Place("46")),
        ({"kind": "press", "container_title": "Егемен", "page": "3"}, 1, 1, Place("3")),
        ({"kind": "press", "container_title": "Егемен"}, 1, 1, Place(of_file=1)),
        ({"kind": "scholarship", "page": "i-xii"}, 3, 12, Place(of_file=3)),
        ({"type": "webpage"}, 3, 9, Place(of_file=3)),
        ({"kind": "archive"}, 3, 9, Place(of_file=3)),
    ],
)
def test_a_page_is_printed_only_where_it_is_known(fields: dict[str, object], page: int, pages: int, expected: Place):
    assert place(Source(**fields), page, pages) == expected


@pytest.mark.parametrize(("told", "language"), [("kk-KZ", "kk"), ("ru", "ru"), ("de", "en"), (None, "en")])
def test_a_source_is_cited_in_its_own_language(told: str | None, language: str):
    assert language_of(Source(language=told)) == language
