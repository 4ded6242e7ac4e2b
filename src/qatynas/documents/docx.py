"""DOCX: WordprocessingML as ECMA-376-1:2016, part 1, section 17, describes it.

Read from the XML itself: python-docx and its like know neither footnotes nor where a page began when Word last laid
the text out. Pages are told only where the file remembers them (`lastRenderedPageBreak`: Word writes it, LibreOffice
7.4 does not): nothing is guessed. Deleted words, hidden ones, comments, headers and footers are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from qatynas.documents.extracted import Extracted
from qatynas.documents.manuscript import Manuscript, Note
from qatynas.documents.package import Package, opened
from qatynas.documents.told import Told, one_line
from qatynas.errors import Refused

EXTRACTOR = f"qatynas-docx/1 lxml/{etree.__version__}"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
# What holds paragraphs or runs and says nothing itself; all else that is not named here is passed over.
_AROUND = frozenset(("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml", "body"))
_HEADING = re.compile(r"[Hh]eading ([1-9])")  # Word calls it so in every language (17.7.4.9)
_JUNK = frozenset(("microsoft word", "word document", "document", "untitled", "безымянный"))


def extract(data: bytes) -> Extracted:
    """The text of a DOCX with headings, notes, tables and, where it remembers them, pages; title and authors.

    Raises `Refused` as `package.opened`.
    """
    package = opened(data, "DOCX")
    root = package.xml(_main(package))
    styles = _levels(package)
    paged = next(root.iter(_W + "lastRenderedPageBreak"), None) is not None
    walk = _Walk(styles, _notes(package), Manuscript(paged=paged))
    walk.blocks(root)
    text, parts = walk.out.text()
    return Extracted(
        text=text, extractor=EXTRACTOR, parts=parts, told=_told(package), warnings=_warnings(package, walk)
    )


class _Walk:
    """The way through a document's body."""

    def __init__(self, levels: Mapping[str, int], notes: Mapping[tuple[str, str], Note], out: Manuscript) -> None:
        self._levels = levels
        self._notes = notes
        self.out = out
        self.hidden = 0

    def blocks(self, parent: Any) -> None:
        """Paragraphs and tables below an element, in their order."""
        for element in parent.iterchildren(etree.Element):
            match _name(element):
                case "p":
                    self._paragraph(element)
                case "tbl":
                    self._table(element)
                case name if name in _AROUND:
                    self.blocks(element)

    def _paragraph(self, element: Any) -> None:
        properties = element.find(_W + "pPr")
        boxes: list[Any] = []
        self._runs(element, boxes)
        self.out.end(self._level(properties), running=_style(properties).casefold().startswith("toc"))
        for box in boxes:
            self.blocks(box)

    def _level(self, properties: Any) -> int | None:
        own = None if properties is None else properties.find(_W + "outlineLvl")
        level = int(own.get(_W + "val", "9")) if own is not None else self._levels.get(_style(properties), 9)
        return level + 1 if level < 9 else None

    def _runs(self, parent: Any, boxes: list[Any]) -> None:
        for element in parent.iterchildren(etree.Element):
            name = _name(element)
            if name == "r":
                self._run(element, boxes)
            elif name in _AROUND:
                self._runs(element, boxes)

    def _run(self, run: Any, boxes: list[Any]) -> None:
        if _is_hidden(run):
            self.hidden += 1
            return
        for element in run.iterchildren(etree.Element):
            match _name(element):
                case "t":
                    self.out.write(element.text or "")
                case "br":
                    self.out.write("" if element.get(_W + "type") == "page" else "\n")
                case "lastRenderedPageBreak":
                    self.out.page()
                case "footnoteReference" | "endnoteReference" as kind:
                    if note := self._notes.get((kind.removesuffix("Reference"), element.get(_W + "id", ""))):
                        self.out.mark(note)
                case name if name in _SIGNS:
                    self.out.write(_SIGNS[name])
                case "drawing" | "pict" | "AlternateContent" | "object":
                    boxes += _boxes(element)

    def _table(self, table: Any) -> None:
        """Rows on lines, cells apart by tabs; a table within a cell is told as words of the cell."""
        for row in table.iterchildren(_W + "tr"):
            self.out.row()
            for cell in _cells(row):
                self.out.cell()
                for paragraph in cell.iter(_W + "p"):
                    self._runs(paragraph, [])
                    self.out.end()
        self.out.table()


def _cells(row: Any) -> Iterator[Any]:
    for element in row.iterchildren(etree.Element):
        if _name(element) == "tc":
            yield element
        elif _name(element) in _AROUND:
            yield from _cells(element)


def _boxes(drawing: Any) -> Iterator[Any]:
    """Text boxes; of those that stand twice, for new and old programs, the first (`mc:Choice`)."""
    seen = set[str]()
    for box in drawing.iter(_W + "txbxContent"):
        words = "".join(box.itertext())
        if words not in seen:
            seen.add(words)
            yield box


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(_W + "val", "1") not in ("0", "false", "off")


def _style(properties: Any) -> str:
    style = None if properties is None else properties.find(_W + "pStyle")
    return "" if style is None else str(style.get(_W + "val", ""))


def _levels(package: Package) -> Mapping[str, int]:
    """Outline level of every style that has one, from 0, its own or that of the style it is based on."""
    if "word/styles.xml" not in package.names:
        return {}
    own: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in package.xml("word/styles.xml").iter(_W + "style"):
        id = style.get(_W + "styleId", "")
        named = style.find(_W + "name")
        called = _HEADING.fullmatch(named.get(_W + "val", "") if named is not None else "")
        if (level := style.find(f"{_W}pPr/{_W}outlineLvl")) is not None:
            own[id] = int(level.get(_W + "val", "9"))
        elif called:
            own[id] = int(called[1]) - 1
        if (parent := style.find(_W + "basedOn")) is not None:
            based[id] = parent.get(_W + "val", "")
    return {id: level for id in {*own, *based} if (level := _inherited(id, own, based)) is not None}


def _inherited(id: str, own: Mapping[str, int], based: Mapping[str, str]) -> int | None:
    seen = set[str]()
    while id not in own and id in based and id not in seen:
        seen.add(id)
        id = based[id]
    return own.get(id)


def _notes(package: Package) -> Mapping[tuple[str, str], Note]:
    """Footnotes and endnotes by kind and id; their marks are their numbers in the order of the file."""
    found: dict[tuple[str, str], Note] = {}
    for kind in ("footnote", "endnote"):
        name, number = f"word/{kind}s.xml", 0
        for note in package.xml(name).iter(_W + kind) if name in package.names else ():
            if note.get(_W + "type") in (None, "normal"):
                number += 1
                found[kind, note.get(_W + "id", "")] = Note(str(number), _paragraphs(note))
    return found


def _paragraphs(parent: Any) -> Sequence[str]:
    walk = _Walk({}, {}, Manuscript(paged=False))
    walk.blocks(parent)
    return [line.strip() for line in walk.out.text()[0].splitlines() if line.strip()]


def _warnings(package: Package, walk: _Walk) -> tuple[str, ...]:
    comments = "word/comments.xml"
    number = sum(1 for _ in package.xml(comments).iter(_W + "comment")) if comments in package.names else 0
    return tuple(
        told
        for count, told in ((number, f"comments left out: {number}"), (walk.hidden, "hidden words left out"))
        if count
    )


def _told(package: Package) -> Told:
    """Title and authors that the properties of an Office document tell (ECMA-376-2, section 11).

    The day on which the file was made is no date of publication, and the language is that of the program as often as
    that of the text.
    """
    if "docProps/core.xml" not in package.names:
        return Told()
    fields: dict[str, str] = {}
    for element in package.xml("docProps/core.xml").iterchildren(etree.Element):
        fields.setdefault(_name(element), element.text or "")
    title, author = one_line(fields.get("title", "")), one_line(fields.get("creator", ""))
    return Told(
        title=None if title is None or title.casefold() in _JUNK else title,
        authors=(author,) if author else (),
    )


def _main(package: Package) -> str:
    """The part that holds the text: where the package's relations say, for not every program calls it the same."""
    if "_rels/.rels" in package.names:
        for relation in package.xml("_rels/.rels").iterchildren(etree.Element):
            target = str(relation.get("Target", "")).lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in package.names:
                return target
    if _BODY in package.names:
        return _BODY
    raise Refused("damaged: the DOCX has no text in it")


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)
