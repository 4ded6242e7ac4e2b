"""HTML: the text of a page in reading order, and what the page tells of itself.

The text is extracted once and stored (FORMAT.md, "The original text"): a change of these rules raises the
version in `EXTRACTOR`. Nothing that a page points to is fetched.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from lxml import etree

from qatynas.documents.extracted import Extracted
from qatynas.documents.told import Told, iso_date, language_code, one_line
from qatynas.errors import Refused

EXTRACTOR = f"qatynas-html/1 lxml/{etree.__version__}"

_LEFT_OUT = re.compile(
    "audio|button|canvas|embed|head|iframe|nav|noscript|object|script|select|style|svg|template|textarea|video"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|"
    "form|h[1-6]|header|hr|html|legend|li|main|menu|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_CELLS = frozenset(("td", "th"))
_WHITE = re.compile(r"[ \t\n\r\f]+")  # HTML's white space; a no-break space is none
_CHARSET = re.compile(rb"<meta\b[^<>]*\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# All tags but those whose content is left out or that tell something; `[^<>]` keeps the search linear.
_FLATTENED = re.compile(r"</?(?!(?:html|head|title|meta|time|script|style|nav)\b)[a-z][^<>]*>", re.IGNORECASE)
_DATES = (
    ("property", "article:published_time"),
    ("name", "article:published_time"),
    ("itemprop", "datepublished"),
    ("name", "date"),
    ("name", "dc.date"),
)


class Page(NamedTuple):
    """Text of a page, what it tells of itself, and warnings."""

    text: str
    told: Told
    warnings: tuple[str, ...] = ()


def declared_charset(data: bytes) -> str | None:
    """Encoding that a page names in a `<meta>` of its first 4096 bytes."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def extract(data: bytes) -> Extracted:
    """A page that is UTF-8: whoever asks has found out its encoding. Raises `Refused` as `read` does."""
    page = read(data.decode("utf-8", "replace"))
    return Extracted(text=page.text, extractor=EXTRACTOR, told=page.told, warnings=page.warnings)


def read(source: str) -> Page:
    """Text in reading order, blocks on lines of their own, cells apart by tabs; title, date and language.

    Scripts, styles, navigation and form controls are left out. A page nested deeper than the parser goes
    (2048) is read without its tags. Raises `Refused` where there is nothing to read.
    """
    root, too_deep = _parse(source)
    warnings: tuple[str, ...] = ()
    if too_deep:
        root, too_deep = _parse(_FLATTENED.sub("<br>", source))
        warnings = ("nested too deeply: read without its tags",)
    if too_deep:
        raise Refused("damaged: the HTML is nested too deeply")
    if root is None:
        raise Refused("empty: there is no text")
    return Page(_text(root), _told(root), warnings)


def _parse(source: str) -> tuple[Any, bool]:
    """Root of the page, and whether the parser gave up at its limit of depth."""
    # Bytes and a named encoding: what the page says of its encoding has been heeded before.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


class _Lines:
    """Lines of a text that grows piece by piece, with white space collapsed as a browser does."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._line: list[str] = []

    def add(self, words: str | None, verbatim: bool) -> None:
        if not words:
            return
        if verbatim:
            first, *others = words.splitlines() or [""]
            self._line.append(first)
            for line in others:
                self.end()
                self._line.append(line)
            return
        words = _WHITE.sub(" ", words)
        if not self._line or self._line[-1].endswith((" ", "\t")):
            words = words.removeprefix(" ")
        if words:
            self._line.append(words)

    def cell(self) -> None:
        if self._line:
            self._line = [*self._line[:-1], self._line[-1].rstrip(" "), "\t"]

    def end(self) -> None:
        line = "".join(self._line).rstrip(" \t")
        self._line.clear()
        if line:
            self._done.append(line)

    def text(self) -> str:
        self.end()
        return "\n".join(self._done)


def _text(root: Any) -> str:
    lines = _Lines()
    verbatim = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        verbatim += (tag == "pre") * (1 if event == "start" else -1)
        if event == "start" and _LEFT_OUT.fullmatch(tag):
            walk.skip_subtree()
        elif event == "start":
            _begin(lines, tag)
            lines.add(element.text, verbatim > 0)
        else:
            if _BLOCK.fullmatch(tag):
                lines.end()
            lines.add(element.tail, verbatim > 0)
    return lines.text()


def _begin(lines: _Lines, tag: str) -> None:
    if tag == "br" or _BLOCK.fullmatch(tag):
        lines.end()
    elif tag in _CELLS:
        lines.cell()


def _told(root: Any) -> Told:
    title = next(filter(None, (_words(root.iter("title")), _words(root.iter("h1")))), None)
    language = language_code(root.get("lang") or root.get("xml:lang") or "")
    return Told(title=title, date=_date(root), language=language)


def _words(elements: Iterable[Any]) -> str | None:
    """Words of the first of the elements."""
    element = next(iter(elements), None)
    return None if element is None else one_line("".join(element.itertext()))


def _date(root: Any) -> str | None:
    metas = list(root.iter("meta"))
    given = [
        meta.get("content") or "" for key, name in _DATES for meta in metas if (meta.get(key) or "").lower() == name
    ]
    given += [time.get("datetime") or "" for time in root.iter("time")]
    return next(filter(None, map(iso_date, given)), None)
