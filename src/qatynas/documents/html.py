"""HTML: the text of a whole page in reading order, its parts, and what the page tells of itself.

The text is extracted once and stored (FORMAT.md, "The original text"): a change of these rules raises the
version in `EXTRACTOR`. Nothing that a page points to is fetched.
"""

import re
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HTMLParser

from qatynas.documents.blocks import Block, Layout, Lines, Piece
from qatynas.documents.part import Part, PartKind
from qatynas.documents.told import Told
from qatynas.errors import Refused

EXTRACTOR = f"qatynas-html/2 lxml/{etree.__version__}"

_LEFT_OUT = re.compile(
    "audio|button|canvas|embed|head|iframe|nav|noframes|noscript|object|script|select|style|svg|template|textarea|video"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|"
    "form|h[1-6]|header|hr|html|legend|li|main|menu|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("caption", "table", "tbody", "tfoot", "thead", "tr"))
_WIDEST_CELL = 500  # characters; where a cell holds more, the table only sets out a page
_CHARSET = re.compile(rb"<meta\b[^<>]*\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# All tags but those whose content is left out or that tell something; `[^<>]` keeps the search linear.
_FLATTENED = re.compile(r"</?(?!(?:html|head|title|meta|time|script|style|nav)\b)[a-z][^<>]*>", re.IGNORECASE)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The parser compares each attribute of a tag with all before it: of a tag with thousands only the name is kept.
_LONG_TAG = re.compile(r"<([a-z][a-z0-9]*)(?=[\s/])([^<>]{10000,})>?", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 1_000
# How LibreOffice, Word, MediaWiki, Pandoc and e-books mark the text of a note.
_NOTE_ID = re.compile(r"(?:sdfootnote|sdendnote|_?ftn|_?edn|cite_note\D*|fn:?|footnote-?)(\d+)", re.IGNORECASE)
_NOTE_KIND = re.compile(r"\b(?:doc-)?(?:footnote|endnote|rearnote)\b")
_NOTED = frozenset(("aside", "div", "dd", "li", "p", "section"))


class Page(NamedTuple):
    """Text of a page, what it tells of itself, warnings and parts."""

    text: str
    told: Told
    warnings: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


class Parsed(NamedTuple):
    """Root of a page, and warnings."""

    root: Any
    warnings: tuple[str, ...]


def declared_charset(data: bytes) -> str | None:
    """Encoding that a page names in a `<meta>` of its first 4096 bytes."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def read(source: str) -> Page:
    """Text in reading order, blocks on lines of their own, cells apart by tabs; title, date and language.

    Scripts, styles, navigation and form controls are left out. A page nested deeper than the parser goes
    (2048) is read without its tags. Raises `Refused` where there is nothing to read.
    """
    from qatynas.documents.pagehead import told

    root, warnings = parse(source)
    text, parts = layout(root).text()
    return Page(text, told(root), warnings, parts)


def parse(source: str) -> Parsed:
    """Root of a page. Raises `Refused` where it has none, or is nested too deeply even without its tags."""
    source = _LONG_TAG.sub(_trimmed, source)
    root, too_deep = _parsed(source)
    warnings: tuple[str, ...] = ()
    if too_deep:
        root, too_deep = _parsed(_FLATTENED.sub("<br>", source))
        warnings = ("nested too deeply: read without its tags",)
    if too_deep:
        raise Refused("damaged: the HTML is nested too deeply")
    if root is None:
        raise Refused("empty: there is no text")
    return Parsed(root, warnings)


def _trimmed(tag: re.Match[str]) -> str:
    attributes = len(_QUOTED.sub("", tag[2]).split())
    return f"<{tag[1]}>" if attributes > _MOST_ATTRIBUTES else tag[0]


def fit(words: str) -> str:
    """Words as an element of a page may hold them: the parser lets signs pass that it does not take back."""
    return _UNFIT.sub(" ", words)


def _parsed(source: str) -> tuple[Any, bool]:
    """Root of the page, and whether the parser gave up at its limit of depth."""
    # Bytes and a named encoding: what the page says of its encoding has been heeded before.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def layout(root: Any) -> Layout:
    """Lines and blocks of a page or of an element."""
    return _Walk(root).layout()


class _Walk:
    """One way through a page, from its first element to its last."""

    def __init__(self, root: Any) -> None:
        self._walk = etree.iterwalk(root, events=("start", "end"))
        self._lines = Lines()
        self._blocks: list[Block] = []
        self._open: list[tuple[Any, PartKind, int, int | None, str]] = []
        self._verbatim = self._links = 0
        self._table: Any = None

    def layout(self) -> Layout:
        for event, element in self._walk:
            tag = element.tag
            if event == "end":
                self._end(element, tag)
            elif _LEFT_OUT.fullmatch(tag):
                self._walk.skip_subtree()
            else:
                self._start(element, tag)
        self._lines.end()
        return Layout(tuple(self._lines.done), tuple(self._blocks))

    def _start(self, element: Any, tag: str) -> None:
        if tag == "table" and self._table is None and _is_data(element):
            self._table = element
        self._break(tag)
        if tag in _CELLS:
            self._lines.gap("\t")
        if kind := _kind(element, tag, self._table):
            self._lines.end()
            number = int(tag[1]) if kind == "heading" else None
            self._open.append((element, kind, len(self._lines.done), number, _mark(element) if kind == "note" else ""))
        self._verbatim += tag == "pre"
        self._links += tag == "a" and element.get("href") is not None
        self._add(element, element.text, tail=False)

    def _end(self, element: Any, tag: str) -> None:
        if tag != "br":
            self._break(tag)
        if self._open and self._open[-1][0] is element:
            self._close()
        if element is self._table:
            self._table = None
        if not _LEFT_OUT.fullmatch(tag):
            self._verbatim -= tag == "pre"
            self._links -= tag == "a" and element.get("href") is not None
        self._add(element, element.tail, tail=True)

    def _close(self) -> None:
        self._lines.end()
        _, kind, first, number, label = self._open.pop()
        if first < len(self._lines.done) and not self._overlaps(kind, first):
            self._blocks.append(Block(kind, first, len(self._lines.done), number, label))

    def _overlaps(self, kind: PartKind, first: int) -> bool:
        """Whether a part of the kind stands within: parts of one kind do not overlap, the inner one counts."""
        last = next((block for block in reversed(self._blocks) if block.kind == kind), None)
        return last is not None and last.end > first

    def _break(self, tag: str) -> None:
        if self._table is not None and tag not in _ROWS:
            if tag == "br" or _BLOCK.fullmatch(tag):
                self._lines.gap(" ")
        elif tag == "br" or _BLOCK.fullmatch(tag):
            self._lines.end()

    def _add(self, element: Any, words: str | None, tail: bool) -> None:
        verbatim = self._verbatim > 0 and self._table is None
        self._lines.add(words, Piece(element, tail, 0, self._links > 0), verbatim)


def _is_data(table: Any) -> bool:
    """Whether a table holds rows of data, and does not only set out a page."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in _CELLS] for row in table.iter("tr")]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    return all(sum(map(len, cell.itertext())) <= _WIDEST_CELL for row in rows for cell in row)


def _kind(element: Any, tag: str, table: Any) -> PartKind | None:
    """Which part of the text an element is."""
    if element is table:
        return "table"
    if table is not None:
        return None
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return "heading"
    if tag == "div" and element.get("title") in ("header", "footer"):  # as LibreOffice writes them
        return "running"
    return "note" if tag in _NOTED and _is_note(element) else None


def _is_note(element: Any) -> bool:
    kind = f"{element.get('epub:type') or element.get('type') or ''} {element.get('role') or ''}"
    return bool(_NOTE_KIND.search(kind) or _NOTE_ID.fullmatch(element.get("id") or ""))


def _mark(note: Any) -> str:
    """The mark of a note: as it stands at its head, else the number in its id."""
    head = next((one for one in note.iterdescendants("a", "sup") if "".join(one.itertext()).strip()), None)
    words = "".join(head.itertext()).strip(" \n.[]()\u00a0") if head is not None else ""
    if words and len(words) <= 4 and words[0] not in "↑^↩":
        return words
    match = _NOTE_ID.fullmatch(note.get("id") or "")
    return match[1] if match else ""
