"""Workbooks that tests make: XLSX by openpyxl, which is no part of the product, ODS and hostile ones by hand."""

import io
import zipfile
from typing import Any

import openpyxl

from qatynas.documents.document import Beside, Document
from qatynas.documents.opening import open_bytes
from qatynas.reading.reader import read_document
from qatynas.reading.reading import Reading

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENTS = ("[Content_Types].xml", "<Types/>")
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def xlsx(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def book(*rows: tuple[Any, ...], name: str = "Sheet1") -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.active.title = name
    for row in rows:
        made.active.append(row)
    return made


def packed(*members: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def by_hand(sheet: str, *more: tuple[str, str | bytes], strings: str = "", styles: str = "") -> bytes:
    """An XLSX of one sheet whose XML is given as it is to stand there."""
    relations = (
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/>'
    )
    return packed(
        CONTENTS,
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                            f'<sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f"<Relationships>{relations}</Relationships>"),
        ("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>'),
        ("xl/styles.xml", f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'),
        ("xl/worksheets/sheet1.xml", sheet),
        *more,
    )  # fmt: skip


def worksheet(rows: str, behind: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{behind}</worksheet>'


def ods(tables: str) -> bytes:
    spaces = 'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"'
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", ODS_TYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def opened(data: bytes | str, name: str = "x.csv", mapping: str | None = None) -> Document:
    from msgspec.structs import replace

    document = open_bytes(data.encode() if isinstance(data, str) else data, id=name, name=name)
    return replace(document, mapping=Beside("x.mapping.yaml", mapping)) if mapping else document


def read(data: bytes | str, name: str = "x.csv", mapping: str | None = None) -> Reading:
    """A table read; every quote of its facts stands in it."""
    reading = read_document(opened(data, name, mapping))
    for fact in reading.facts:
        for piece in fact.evidence:
            piece.check(reading.document.original)
    return reading
