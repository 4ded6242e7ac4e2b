"""Small whole files of every kind, made by hand: what the tests damage and the benchmarks pile up."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from html import escape

WORDS = "1992 жылы 25 мамырда Қазақстан мен Ресей достық және ынтымақтастық туралы шартқа қол қойды."
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts: Mapping[str, str | bytes], stored: Sequence[str] = ()) -> bytes:
    """A ZIP file of these parts; `stored` are not compressed. Its bytes are always the same."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF (ISO 32000-1) with a text layer, in a font that tells its letters; one line below another."""
    ranges = "".join(f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>\n" for high in (0, 4, 0x20))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange 3 beginbfrange\n{ranges}endbfrange endcmap end end"
    )
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 595 842]>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/Sans/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Sans/DW 500/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Sans/Flags 32/FontBBox[0 -200 1000 900]"
        b"/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>>>",
        stream(cmap.encode()),
    ]
    for number, words in enumerate(pages):
        lines = " 0 -14 Td ".join(f"<{line.encode('utf-16-be').hex()}> Tj" for line in words.split("\n"))
        content = f"BT /F 11 Tf 60 780 Td {lines} ET"
        page = f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents {7 + 2 * number} 0 R>>"
        objects += [page.encode(), stream(zlib.compress(content.encode()), "/Filter/FlateDecode")]
    return pdf_of(objects)


def pdf_of(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1, the first of which is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def stream(content: bytes, entries: str = "") -> bytes:
    """A stream object of a PDF."""
    return f"<</Length {len(content)}{entries}>>stream\n".encode() + content + b"\nendstream"


def docx(*paragraphs: str, prolog: str = "") -> bytes:
    """A Word document (ECMA-376)."""
    body = "".join(f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>" for words in paragraphs)
    main = f"{_OFFICE}/wordprocessingml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return packed(
        {
            "[Content_Types].xml": _content_types("/word/document.xml", kind),
            "_rels/.rels": _relations("officeDocument", "word/document.xml"),
            "word/document.xml": f'{_XML}{prolog}<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>',
        }
    )


def odt(*paragraphs: str, prolog: str = "") -> bytes:
    """A text of OpenDocument 1.3."""
    body = "".join(f"<text:p>{escape(words)}</text:p>" for words in paragraphs)
    spaces = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" office:version="1.3"'
    media = "application/vnd.oasis.opendocument.text"
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    entries = entry.format("/", media) + entry.format("content.xml", "text/xml")
    return packed(
        {
            "mimetype": media,
            "content.xml": f"{_XML}{prolog}<office:document-content {spaces}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "META-INF/manifest.xml": f'{_XML}<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">{entries}'
            "</manifest:manifest>",
        },
        stored=["mimetype"],
    )


def epub(*chapters: str, prolog: str = "") -> bytes:
    """A book (EPUB 3.3)."""
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        f'{_XML}{prolog}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x</dc:identifier>'
        f"<dc:title>Кітап</dc:title><dc:language>kk</dc:language></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    rootfile = '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>'
    space = "urn:oasis:names:tc:opendocument:xmlns:container"
    head = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Тарау</title></head><body>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": f'{_XML}<container xmlns="{space}" version="1.0"><rootfiles>{rootfile}'
            "</rootfiles></container>",
            "book.opf": package,
            **{f"c{n}.xhtml": f"{_XML}{head}<p>{escape(words)}</p></body></html>" for n, words in enumerate(chapters)},
        },
        stored=["mimetype"],
    )


def xlsx(*rows: Sequence[str], prolog: str = "") -> bytes:
    """A workbook (ECMA-376) of one sheet of texts."""
    main = f"{_OFFICE}/spreadsheetml/2006/main"
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) + "</row>"
        for row in rows
    )
    relations = f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return packed(
        {
            "[Content_Types].xml": _content_types(
                "/xl/workbook.xml", f"{kind}.sheet.main+xml", ("/xl/worksheets/sheet1.xml", f"{kind}.worksheet+xml")
            ),
            "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'{_XML}<workbook xmlns="{main}" {relations}><sheets>'
            '<sheet name="Кесте" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f'{_XML}{prolog}<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>'
            "</worksheet>",
        }
    )


def rtf(*paragraphs: str) -> bytes:
    """A text of RTF 1.9."""
    body = "\\par\n".join("".join(_rtf(c) for c in words) for words in paragraphs)
    return f"{{\\rtf1\\ansi\\ansicpg1251\\uc1\\deff0{{\\fonttbl{{\\f0 Times New Roman;}}}}\n{body}\\par}}".encode()


def html(*paragraphs: str) -> bytes:
    """A page of HTML."""
    body = "".join(f"<p>{escape(words)}</p>\n" for words in paragraphs)
    head = '<!DOCTYPE html>\n<html lang="kk"><head><meta charset="utf-8"><title>Бет</title></head>'
    return f"{head}<body><main>{body}</main></body></html>".encode()


def eml(*paragraphs: str) -> bytes:
    """A message (RFC 5322) in two forms."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "Хат"
    message["Date"] = "Thu, 29 May 2014 10:00:00 +0600"
    message.set_content("\n\n".join(paragraphs))
    message.add_alternative("".join(f"<p>{escape(words)}</p>" for words in paragraphs), subtype="html")
    message.set_boundary("=-part")
    return message.as_bytes()


def txt(*paragraphs: str) -> bytes:
    """A plain text."""
    return "\n\n".join(paragraphs).encode()


def md(*paragraphs: str) -> bytes:
    """A text of Markdown with front matter."""
    return ("---\ntitle: Жазба\ndate: 2014-05-29\n---\n\n" + "\n\n".join(paragraphs)).encode()


def jsonl(*paragraphs: str) -> bytes:
    """Documents, one a line."""
    lines = (json.dumps({"id": f"{hash_of(words)}-{n}", "text": words}) for n, words in enumerate(paragraphs))
    return "\n".join(lines).encode()


def csv(*rows: str) -> bytes:
    """A table of two columns."""
    return ("күні,оқиға\r\n" + "".join(f'1992-05-25,"{words}"\r\n' for words in rows)).encode()


def folder(*paragraphs: str) -> bytes:
    """A ZIP file of two texts and a page."""
    parts = {"а.txt": txt(*paragraphs), "deep/b.html": html(*paragraphs), "deep/c.md": md(*paragraphs)}
    return packed(parts)


def hash_of(words: str) -> str:
    """A short name for words."""
    return f"{zlib.crc32(words.encode()):08x}"


def table(*paragraphs: str) -> bytes:
    """A workbook with a row a paragraph."""
    return xlsx(("күні", "оқиға"), *(("1992-05-25", words) for words in paragraphs))


KINDS: dict[str, Callable[..., bytes]] = {
    "txt": txt, "md": md, "html": html, "jsonl": jsonl, "pdf": pdf, "docx": docx, "odt": odt, "rtf": rtf,
    "epub": epub, "eml": eml, "zip": folder, "xlsx": table, "csv": csv,
}  # fmt: skip
"""What makes a file of each kind from words, by extension."""


def _rtf(character: str) -> str:
    return character if character < "\x80" else f"\\u{ord(character)}?"


def _content_types(part: str, kind: str, *others: tuple[str, str]) -> str:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{type}"/>' for name, type in ((part, kind), *others))
    return (
        f'{_XML}<Types xmlns="{_OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(kind: str, target: str) -> str:
    relation = f'Id="r1" Type="{_OFFICE}/officeDocument/2006/relationships/{kind}" Target="{target}"'
    return (
        f'{_XML}<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship {relation}/></Relationships>'
    )
