"""E-books: chapters in the order of the spine, headings and notes, what the book tells; locked and hostile ones."""

import io
import zipfile

import pytest

from qatynas.documents.opening import open_bytes

TEXT = "Қазақстан мен Қытай шекара туралы келісімге қол қойды."
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
OPF = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Беласу</dc:title><dc:creator>Қ. Токаев</dc:creator>
<dc:creator>Екінші Автор</dc:creator><dc:date>2001-05-03</dc:date><dc:publisher>Дипломат</dc:publisher>
<dc:language>kk-KZ</dc:language></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="text/%D0%B1.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="s.css" media-type="text/css"/></manifest>
<spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="b"/><itemref idref="a"/></spine>
<guide><reference type="cover" href="cover.xhtml"/></guide></package>"""
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/>{head}</head>
<body>{body}</body></html>"""
FIRST = """<h1>Бірінші тарау</h1><p>1992 жылы елшілік ашылды.<a epub:type="noteref" href="#n1">1</a></p>
<aside id="n1" epub:type="footnote"><p><a href="#r1">1</a> Мұрағат, 5-қор.</p></aside>"""


def page(body, head=""):
    return PAGE.format(body=body, head=head)


def book(change=None, **names):
    """A book; `change` gives members new contents, or takes them away where it gives null."""
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": OPF,
        "OEBPS/nav.xhtml": page('<nav epub:type="toc"><ol><li>Мазмұны</li></ol></nav><p>Мазмұн беті</p>'),
        "OEBPS/cover.xhtml": page("<p>Мұқаба</p>"),
        "OEBPS/text/б.xhtml": page(FIRST),
        "OEBPS/text/a.xhtml": page(f"<h1>Екінші тарау</h1><h2>Шекара</h2><p>{TEXT}</p>", "<script src='x'/>"),
        "OEBPS/s.css": "p {}",
        **(change or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            if content is not None:
                archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def opened(data, name="a.epub"):
    return open_bytes(data, id="a", name=name)


def test_the_chapters_stand_in_the_order_of_the_spine_without_cover_and_contents():
    document = opened(book())
    assert document.original == (
        f"Бірінші тарау\n1992 жылы елшілік ашылды.1\n1 Мұрағат, 5-қор.\n\nЕкінші тарау\nШекара\n{TEXT}"
    )
    assert (document.state, document.media_type) == ("read", "application/epub+zip")
    assert (document.extractor or "").startswith("qatynas-epub/1 qatynas-html/")


def test_a_book_tells_what_it_is():
    document = opened(book())
    assert (document.title, document.authors) == ("Беласу", ("Қ. Токаев", "Екінші Автор"))
    assert (document.date, document.publisher, document.language) == ("2001-05-03", "Дипломат", "kk")


def test_headings_and_notes_are_parts_that_stand_where_they_say():
    document = opened(book())
    assert [(part.kind, part.number, document.original[part.start : part.end]) for part in document.parts] == [
        ("heading", 1, "Бірінші тарау"),
        ("note", None, "1 Мұрағат, 5-қор."),
        ("heading", 1, "Екінші тарау"),
        ("heading", 2, "Шекара"),
    ]
    assert document.parts[1].label == "1"


def test_a_book_is_known_by_its_content():
    assert opened(book(), "a.zip").warnings == ("named .zip, but the content is EPUB",)


ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
    'xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'
)


def test_a_locked_book_is_refused_and_one_with_disguised_fonts_is_read():
    locked = ENCRYPTION.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    assert opened(book({"META-INF/encryption.xml": locked})).reason == "encrypted: the book is locked (DRM)"
    fonts = ENCRYPTION.format("http://www.idpf.org/2008/embedding")
    assert opened(book({"META-INF/encryption.xml": fonts})).state == "read"


def test_a_missing_chapter_costs_only_itself():
    document = opened(book({"OEBPS/text/б.xhtml": None}))
    assert (document.state, document.reason) == ("partly", "damaged: 1 of the book's chapters cannot be read")
    assert TEXT in document.original


LAUGHS = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
ENTITIES = f'<!DOCTYPE x [<!ENTITY a0 "ха"><!ENTITY s SYSTEM "file:///etc/passwd">{LAUGHS}]>'


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("META-INF/container.xml", None, "damaged: "),
        ("META-INF/container.xml", "<container/>", "damaged: "),
        ("META-INF/container.xml", f"{ENTITIES}{CONTAINER}", "unsafe: "),
        ("OEBPS/book.opf", ENTITIES + OPF.partition("\n")[2].replace("Беласу", "&s;&a39;"), "unsafe: "),
        ("OEBPS/book.opf", "<package", "damaged: "),
        ("OEBPS/book.opf", "<a>" * 10_000, "damaged: "),
        ("../../x", "x", "unsafe: "),
        ("OEBPS/big", b"\0" * 5_000_000, "unsafe: "),
        ("OEBPS/book.opf", OPF.replace("text/", "../../../etc/"), "empty: "),
    ],
    ids=["no container", "bare", "doctype", "entities", "cut", "deep", "outside", "bomb", "links out"],
)
def test_hostile_and_broken_books_are_refused(name, content, reason):
    document = opened(book({name: content}))
    assert document.state == "refused"
    assert (document.reason or "").startswith(reason)


def test_entities_of_a_chapter_are_neither_followed_nor_multiplied():
    chapter = f"{ENTITIES}<html><body><p>&s;&a39; {TEXT}</p></body></html>"
    document = opened(book({"OEBPS/text/a.xhtml": chapter}))
    assert "root:" not in document.original
    assert len(document.original) < 1_000
    assert TEXT in document.original
