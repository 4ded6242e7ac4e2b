"""ODT: text documents of OpenDocument 1.3, part 3, sections 5 to 7 and 9.

Read from the XML itself: the libraries for it (odfpy, odfdo) make documents, and give their text without notes apart
and without pages. Pages begin where the file says that they did when it was last laid out (`text:soft-page-break`), and
where a style asks for it; where these are not as many as it says that it has, none is told. Deleted words, hidden ones,
annotations, headers and footers are left out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from qatynas.documents.extracted import Extracted
from qatynas.documents.manuscript import Manuscript, Note
from qatynas.documents.package import Package, opened
from qatynas.documents.part import Part
from qatynas.documents.told import Told, iso_date, one_line
from qatynas.errors import Refused

EXTRACTOR = f"qatynas-odt/1 lxml/{etree.__version__}"

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_LEFT_OUT = frozenset(
    (_TEXT + "tracked-changes", _TEXT + "hidden-text", _TEXT + "hidden-paragraph", _OFFICE + "annotation",
     _TEXT + "sequence-decls", _TEXT + "ruby-text", _OFFICE + "forms")
)  # fmt: skip
_INDEXES = frozenset(_TEXT + name for name in ("table-of-content", "alphabetical-index", "user-index"))
_MOST_SPACES = 100  # of one `text:s`, which may claim any number


def extract(data: bytes) -> Extracted:
    """The text of an ODT with headings, notes, tables and, where it remembers them, pages; title and authors.

    Raises `Refused` as `package.opened`; `encrypted` where a password is wanted.
    """
    package = opened(data, "ODT")
    _expect_open(package)
    root = package.xml("content.xml")
    breaking = _breaking(package, root)
    text, parts = _walked(root, breaking, paged=True)
    # LibreOffice forgets the breaks of pages that it did not show: then no page is known.
    if sum(part.kind == "page" for part in parts) != _pages(package):
        text, parts = _walked(root, breaking, paged=False)
    comments = sum(1 for _ in root.iter(_OFFICE + "annotation"))
    warnings = (f"comments left out: {comments}",) if comments else ()
    return Extracted(text=text, extractor=EXTRACTOR, parts=parts, told=_told(package), warnings=warnings)


def _walked(root: Any, breaking: frozenset[str], *, paged: bool) -> tuple[str, tuple[Part, ...]]:
    walk = _Walk(breaking, Manuscript(paged=paged))
    for body in root.iter(_OFFICE + "text"):
        walk.blocks(body)
    return walk.out.text()


class _Walk:
    """The way through a document's body; `breaking` are the styles that begin a page."""

    def __init__(self, breaking: frozenset[str], out: Manuscript) -> None:
        self._breaking = breaking
        self.out = out

    def blocks(self, parent: Any, *, running: bool = False) -> None:
        """Paragraphs, headings, tables and lists below an element, in their order."""
        for element in parent.iterchildren(etree.Element):
            if element.tag in (_TEXT + "p", _TEXT + "h"):
                self._paragraph(element, running)
            elif element.tag == _TABLE + "table":
                self._table(element)
            elif element.tag == _TEXT + "soft-page-break":
                self.out.page()
            elif element.tag not in _LEFT_OUT:
                self.blocks(element, running=running or element.tag in _INDEXES)

    def _paragraph(self, element: Any, running: bool) -> None:
        if element.get(_TEXT + "style-name") in self._breaking:
            self.out.page()
        boxes: list[Any] = []
        self._words(element, boxes)
        level = element.get(_TEXT + "outline-level", "1") if element.tag == _TEXT + "h" else ""
        self.out.end(int(level) if level.isdecimal() else None, running=running)
        for box in boxes:
            self.blocks(box)

    def _words(self, element: Any, boxes: list[Any]) -> None:
        """The words of an element, and of those in it; white space as section 6.1.2 has it."""
        self.out.write(_collapsed(element.text))
        for inner in element:
            if isinstance(inner.tag, str) and inner.tag not in _LEFT_OUT:
                self._inner(inner, boxes)
            self.out.write(_collapsed(inner.tail))

    def _inner(self, element: Any, boxes: list[Any]) -> None:
        match element.tag.removeprefix(_TEXT):
            case "s":
                number = element.get(_TEXT + "c", "1")
                self.out.write(" " * min(int(number) if number.isdecimal() else 1, _MOST_SPACES))
            case "tab":
                self.out.write("\t")
            case "line-break":
                self.out.write("\n")
            case "soft-page-break":
                self.out.page()
            case "note":
                self.out.mark(_note(element))
            case _ if element.tag == _DRAW + "frame":
                boxes += element.iter(_DRAW + "text-box")
            case _:
                self._words(element, boxes)

    def _table(self, table: Any) -> None:
        """Rows on lines, cells apart by tabs; a table within a cell is told as words of the cell."""
        for row in table.iter(_TABLE + "table-row"):
            if next(row.iterancestors(_TABLE + "table")) is not table:
                continue
            self.out.row()
            for cell in row.iterchildren(_TABLE + "table-cell"):
                self.out.cell()
                for paragraph in cell.iter(_TEXT + "p", _TEXT + "h"):
                    self._words(paragraph, [])
                    self.out.end()
        self.out.table()


def _note(element: Any) -> Note:
    label = " ".join("".join(citation.itertext()) for citation in element.iterchildren(_TEXT + "note-citation"))
    walk = _Walk(frozenset(), Manuscript(paged=False))
    for body in element.iterchildren(_TEXT + "note-body"):
        walk.blocks(body)
    lines: Sequence[str] = walk.out.text()[0].splitlines()
    return Note(one_line(label) or "*", [line.strip() for line in lines if line.strip()])


def _collapsed(words: str | None) -> str:
    if not words:
        return ""
    return words.replace("\n", " ").replace("\t", " ").replace("\r", "")


def _breaking(package: Package, root: Any) -> frozenset[str]:
    """Styles whose paragraphs begin a page."""
    roots = [root, *([package.xml("styles.xml")] if "styles.xml" in package.names else [])]
    return frozenset(
        style.get(_STYLE + "name", "")
        for one in roots
        for style in one.iter(_STYLE + "style")
        if any(each.get(_FO + "break-before") == "page" for each in style.iter(_STYLE + "paragraph-properties"))
    )


def _expect_open(package: Package) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest not in package.names:
        return
    if next(package.xml(manifest).iter("{*}encryption-data"), None) is not None:
        raise Refused("encrypted: a password is wanted")


def _pages(package: Package) -> int | None:
    """How many pages the document had when it was last laid out."""
    if "meta.xml" not in package.names:
        return None
    counts = (each.get(_META + "page-count", "") for each in package.xml("meta.xml").iter(_META + "document-statistic"))
    return next((int(count) for count in counts if count.isdecimal()), None)


def _told(package: Package) -> Told:
    """What meta.xml tells.

    The day on which the file was made is no date of publication, and the language is that of the program as often as
    that of the text.
    """
    if "meta.xml" not in package.names:
        return Told()
    fields: Mapping[str, str] = {
        etree.QName(element).localname: element.text or "" for element in package.xml("meta.xml").iter(etree.Element)
    }
    author = one_line(fields.get("initial-creator", "") or fields.get("creator", ""))
    return Told(
        title=one_line(fields.get("title", "")),
        date=iso_date(fields.get("publication-date", "")),
        authors=(author,) if author else (),
    )
