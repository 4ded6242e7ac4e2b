"""Saved web pages: what is kept of them, measured on the small pages of `pages/`, where the main text is marked.

An element with `data-main` holds words that belong to the text; the attribute is taken away before the page is read.
"""

import re
import shutil
import socket
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from qatynas.documents import maintext
from qatynas.documents.opening import open_bytes
from qatynas.documents.webpage import extract_text
from qatynas.errors import Refused

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
WORD = re.compile(r"\w+")


def words(text):
    return Counter(WORD.findall(text))


def source(name):
    return (Path(__file__).parent / "pages" / f"{name}.html").read_text(encoding="utf-8")


def wanted(markup):
    root = etree.fromstring(markup.encode(), etree.HTMLParser(encoding="utf-8"))
    marked = root.iterfind(".//*[@data-main]")
    return words(" ".join(" ".join(one.itertext()) for one in marked if one.find("..[@data-main]") is None))


def page(name):
    return extract_text(source(name).replace(" data-main", ""))


def kept(name):
    """Recall and precision of the words of a page."""
    found, gold = words(page(name).text), wanted(source(name))
    same = (found & gold).total()
    return same / gold.total(), same / found.total()


DATA = '<script type="application/ld+json">'
TEXTS = [path.stem for path in PAGES if path.stem != "frames"]


def test_of_every_kind_of_page_nearly_all_words_of_the_main_text_are_kept():
    recall = {name: kept(name)[0] for name in TEXTS}
    assert len(recall) >= 14
    assert min(recall.values()) >= 0.93, recall
    assert sum(recall.values()) / len(recall) >= 0.99, recall


def test_few_words_of_what_stands_around_are_kept():
    precision = {name: kept(name)[1] for name in TEXTS}
    assert min(precision.values()) >= 0.75, precision
    assert sum(precision.values()) / len(precision) >= 0.93, precision


def test_the_whole_page_would_bring_in_much_more():
    from qatynas.documents.html import read

    whole = [words(read(source(name)).text) for name in TEXTS]
    golden = [wanted(source(name)) for name in TEXTS]
    precision = [(one & gold).total() / one.total() for one, gold in zip(whole, golden, strict=True)]
    assert sum(precision) / len(precision) < 0.75


@pytest.mark.parametrize(
    ("name", "noise"),
    [
        ("agency", "Ұқсас жаңалықтар|Пікірлер|cookie|бөлісу|Басты бет|Тегтер|Қырғызстан|Тәжікстан"),
        ("blog", "пікір|Соңғы жазбалар|Қытайдың рөлі|Мұрағат|Бөлісу"),
        ("ministry", "Басшылық|Үндістан|Facebook|Мекенжай"),
        ("president", "Танымал|Жарлықтар|Сайт картасы"),
        ("portal", "санкции|Подписывайтесь|Давно пора|Реклама"),
        ("wiki", "Навигация|Тіркелу|Creative|өңдеу|Мазмұны"),
        ("forum", "Тіркелу|Powered|Cookie"),
        ("interview", "индексі|Құрық|Редакция"),
    ],
)
def test_menus_notices_comments_and_other_news_are_left_out(name, noise):
    assert re.findall(noise, page(name).text) == []


def test_a_page_tells_title_author_day_site_and_address():
    told = page("agency").told
    assert told.title == "Қазақстан мен Өзбекстан көлік туралы келісімге қол қойды"
    assert (told.authors, told.date) == (("Айгүл Серікова",), "2023-03-17")
    assert (told.container, told.publisher) == ("Хабаршы ақпарат агенттігі",) * 2
    assert told.url == "https://khabarshy.example/kaz/2023/03/17/kelisim-15432"


def test_the_parts_of_a_page_are_known():
    found = page("wiki")
    shown = [(part.kind, part.number, part.label) for part in found.parts if part.kind != "table"]
    assert shown == [
        ("heading", 1, "Қазақстан – Моңғолия қатынастары"),
        ("heading", 2, "Тарихы"),
        ("heading", 2, "Сапарлар"),
        ("heading", 2, "Дереккөздер"),
        ("note", None, "1"),
        ("note", None, "2"),
    ]
    table = [part for part in found.parts if part.kind == "table"][-1]
    assert found.text[table.start : table.end].splitlines() == [
        "Жыл\tКім\tҚайда",
        "1998\tМоңғолия премьер-министрі\tАстана",
        "2007\tҚазақстан Президенті\tҰлан-Батыр",
    ]
    notes = [found.text[part.start : part.end] for part in found.parts if part.kind == "note"]
    assert notes[1].strip() == "Егемен Қазақстан, 1993 жылғы 23 қазан."


def test_what_a_word_processor_saved_is_kept_whole_with_its_notes_and_running_heads():
    found = page("office")
    assert "trafilatura" not in found.extractor
    kinds = {part.kind: (found.text[part.start : part.end], part.label) for part in found.parts}
    assert kinds["running"][0] == "Конференция материалдары"
    assert kinds["table"][0] == "Жыл\tҚұжат\n1994\tШекара туралы келісім"
    assert kinds["note"] == ("1Токаев Қ. Беласу. 2001 жыл. 54 б.", "1")


def test_a_page_in_which_no_main_text_is_found_is_read_whole_and_that_is_told():
    links = "".join(f"<li><a href='/{number}'>{number} жылғы шарт</a></li>" for number in range(1992, 2022))
    found = extract_text(f"<html><body><ul>{links}</ul><p>Барлығы отыз шарт.</p></body></html>")
    assert found.text.count("жылғы шарт") == 30
    assert found.warnings == ("no main text was found: the page was read whole, with what stands around it",)


def test_a_page_without_links_is_all_text():
    assert "Қысқа тоқтам." in page("essay").text
    assert page("essay").warnings == ()


def test_a_page_of_frames_says_where_its_text_stands():
    with pytest.raises(Refused, match=r"^empty: the text of this page stands in other files \(frames\)"):
        page("frames")


def test_a_page_too_long_for_the_library_is_read_whole_and_that_is_told(monkeypatch):
    monkeypatch.setattr(maintext, "LONGEST", 100)
    found = page("agency")
    assert "Ұқсас жаңалықтар" in found.text
    assert found.warnings == ("too long for its main text to be looked for: read whole",)


def test_whatever_the_library_stumbles_over_the_page_is_read(monkeypatch):
    def stumble(*_, **__):
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", stumble)
    found = page("agency")
    assert "Шымкентте" in found.text
    assert found.warnings[0].startswith("no main text was found")


def test_signs_that_the_search_uses_itself_do_not_disturb_it():
    marked = (
        source("agency")
        .replace(" data-main", "")
        .replace("ынтымақтастықты да", "ынтымақтастықты \u2800\u2801\u2803 да")
    )
    assert "ынтымақтастықты \u2800\u2801\u2803 да талқылады" in extract_text(marked).text
    assert "Ұқсас" not in extract_text(marked).text


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta name="citation_publication_date" content="2011/03/05">', "date", "2011-03-05"),
        (DATA + '{"@graph":[{"@type":"NewsArticle","datePublished":"2011-03-05T00:00"}]}</script>',
         "date", "2011-03-05"),
        (DATA + '{"@type":"Article","author":[{"name":"А. Б."},{"name":"В. Г."}]}</script>',
         "authors", ("А. Б.", "В. Г.")),
        (DATA + '{"@type":"Article", broken</script>', "date", None),
        (DATA + "[" * 50_000 + "</script>", "date", None),
        ('<meta name="author" content="https://facebook.example/x">', "authors", ()),
        ('<link rel="canonical" href="javascript:alert(1)">', "url", None),
        ('<meta property="og:site_name" content="Егемен">', "container", "Егемен"),
    ],
)  # fmt: skip
def test_what_a_head_declares_is_taken_where_it_is_sound(head, field, value):
    assert getattr(extract_text(f"<html lang=kz><head>{head}</head><p>Мәтін</p></html>").told, field) == value


def test_the_code_of_the_country_stands_for_the_language():
    assert extract_text("<html lang=kz><p>Мәтін</p></html>").told.language == "kk"


def test_a_day_that_is_shown_is_taken_only_where_it_is_one():
    shown = '<span class="date">04.03.2015</span>'
    assert extract_text(f"<html>{shown}<p>Мәтін</p>").told.date == "2015-03-04"
    assert extract_text(f"<html>{shown}<i class=date>x</i><p>Мәтін</p><p class=date>05.03.2015</p>").told.date is None


def test_the_title_is_that_of_the_text_and_not_of_the_site():
    assert page("ministry").told.title == "Сыртқы істер министрі Пекинге сапармен барды"
    assert page("forum").told.title == "Каспий туралы конвенция"


def test_signs_that_no_element_may_hold_do_not_cost_the_page():
    odd = source("wiki").replace(" data-main", "").replace("Тарихы</span>", "Тарихы&#1;\x02</span>\x03")
    assert "Достық қатынастар" in extract_text(odd.replace("ресми сапармен", "ресми\x0b\ufffe сапармен")).text


@pytest.fixture
def listener():
    """A server on this machine that counts who calls."""
    calls = []
    server = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            calls.append(1)
            connection.close()

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}", calls
    server.close()


def test_nothing_that_a_page_points_to_is_fetched(listener):
    place, calls = listener
    hostile = (
        f'<!DOCTYPE html SYSTEM "{place}/x.dtd" [<!ENTITY % p SYSTEM "{place}/p"> %p; <!ENTITY x SYSTEM "{place}/x">]>'
        f'<html><head><base href="{place}/"><link rel=canonical href="{place}/c"><link rel=stylesheet href="{place}/s">'
        f'<meta http-equiv=refresh content="0;url={place}/r"><script src="{place}/j">fetch("{place}/f")</script></head>'
        f'<body><img src="{place}/i"><iframe src="{place}/f"></iframe><object data="{place}/o"></object>&x;'
    )
    document = open_bytes((hostile + source("agency")).encode(), id="a.html", name="a.html")
    time.sleep(0.2)
    assert document.state == "read"
    assert calls == []


LAUGH = '<!ENTITY a{0} "&a{1};&a{1};">'


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div class='a'><a href=x>" * 3_000 + "мәтін",
        "<html><body><p " + "a" * 5_000_000 + "='x'>мәтін</p>",
        "<html><body><p title='" + "a" * 5_000_000 + "'>мәтін</p>",
        "<html><body><p " + " ".join(f"a{number}=1" for number in range(200_000)) + ">мәтін</p>",
        "<html><body>" + "<table><tr><td>" * 1_500 + "мәтін",
        '<!DOCTYPE a [<!ENTITY a0 "ха">' + "".join(LAUGH.format(n, n - 1) for n in range(1, 40)) + "]><p>&a39;мәтін",
    ],
    ids=["depth", "name", "value", "attributes", "tables", "laughs"],
)  # fmt: skip
def test_hostile_markup_is_read_or_refused_in_time(markup):
    began = time.perf_counter()
    document = open_bytes(markup.encode(), id="a.html", name="a.html")
    assert time.perf_counter() - began < 20
    assert "мәтін" in document.original or document.state == "refused"


@pytest.mark.slow
def test_a_page_of_60_mb_is_read_or_refused_plainly():
    paragraph = "<p>Қазақстан мен Қытай шекара туралы <a href='x'>келісімге</a> қол қойды.</p>\n"
    data = ("<html><body>" + paragraph * (60_000_000 // len(paragraph.encode()))).encode()
    document = open_bytes(data, id="a.html", name="a.html")
    assert document.state in ("read", "partly") or (document.reason or "").startswith(("oom", "size"))
    assert open_bytes("<html><p>Мәтін</p>".encode(), id="b.html", name="b.html").original == "Мәтін"


@pytest.mark.slow
@pytest.mark.skipif(not SEEDS.exists(), reason="../shared is not here")
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["kazakhstan-usa", "kazakhstan-russia"])
def test_what_libreoffice_saves_as_a_page_or_an_e_book_gives_the_same_facts(tmp_path, name):
    from qatynas.reading.reader import read_file

    def convert(kind, file):
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/home", "--convert-to", kind]
        subprocess.run([*command, "--outdir", tmp_path, file], check=True, capture_output=True)

    def facts(file):
        found = read_file(file, mentions=False).facts
        return Counter((type(fact).__name__, str(fact.date), fact.evidence[0].quote) for fact in found)

    before = facts(SEEDS / f"{name}.txt")
    convert("odt:writer8", SEEDS / f"{name}.txt")
    for kind in ("html", "epub"):
        convert(kind, tmp_path / f"{name}.odt")
        assert (before & facts(tmp_path / f"{name}.{kind}")).total() >= 0.98 * before.total()
