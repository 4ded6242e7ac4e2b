"""The main text of a web page: which of its lines are left when menus, notices, comments and the like are taken away.

The library trafilatura finds it. It gives words of its own making back; so that ours stay as they stand in the page,
each piece of text goes to it with a mark, and the marks that come back tell which lines were kept.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from qatynas.documents.blocks import Layout, Line
from qatynas.documents.html import fit

LONGEST = 3_000_000
"""Characters of a page beyond which the library is not asked: it would take minutes, and no site has such menus."""

_BASE = 0x2800  # Braille patterns: printable, no letters, and in no page that we read
_MARK = re.compile("[\u2800-\u28ff]{3}")
_FEWEST = 20  # words of a main text; fewer must be a good part of all words of the page, its links counted
_FEW = 150  # words; fewer must be a good part of those outside of links
_SHARE = 0.3  # what is a good part
_SENTENCE = re.compile(r"[.!?:;…][»”\"')\]]*$")
_NOISE = re.compile(
    r"comment|share|social|related|similar|banner|cookie|promo|advert|subscri|sidebar|widget|popular|breadcrumb|footer|"
    r"(?:^|[\s_-])(?:ads?|tags?|menu|nav|meta|toc|info|views|date|soc)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SHORT_GAP = 3  # lines
_LABEL = 4  # words of the longest entry of a menu
_INLINE = re.compile("a|abbr|b|bdi|br|cite|em|font|i|q|s|small|span|strong|su[bp]|time|u")
_WHOLE = frozenset(("body", "html"))
_WORD = re.compile(r"\w+")
_OFFICE = re.compile(r"LibreOffice|OpenOffice|StarOffice|Microsoft Word|Word\.Document", re.IGNORECASE)


class Main(NamedTuple):
    """Numbers of the lines that are the main text, null where all are; and a warning where that was not looked for."""

    lines: frozenset[int] | None
    warning: str = ""


def main_lines(root: Any, layout: Layout, title: str | None) -> Main:
    """Choose the lines of the main text. `root` is left as it is."""
    if sum(len(line.text) for line in layout.lines) > LONGEST:
        return Main(None, "too long for its main text to be looked for: read whole")
    if _is_all_text(root, layout):
        return Main(None)
    found = _trimmed(layout, _quiet(layout, _found(root, layout)))
    if not found or _hardly(layout, found):
        return Main(None, "no main text was found: the page was read whole, with what stands around it")
    kept = _filled(layout, found) | _headed(layout, found, title) | _notes(layout)
    return Main(frozenset(kept | _headings(layout, kept)))


def _is_all_text(root: Any, layout: Layout) -> bool:
    """Whether nothing stands around the text: a word processor wrote the page, or it has no links to other pages."""
    named = (meta for meta in root.iter("meta") if (meta.get("name") or "").lower() == "generator")
    written = [meta.get("content") or "" for meta in named]
    if any(map(_OFFICE.match, written)) or root.get("xmlns:w"):
        return True
    return not any(piece.link for line in layout.lines for piece in line.pieces)


def _found(root: Any, layout: Layout) -> set[int]:
    """Lines at least half of which the library keeps."""
    from trafilatura import bare_extraction

    marked = deepcopy(root.getroottree()).getroot()
    owners = _mark(root, marked, layout)
    try:
        made = bare_extraction(marked, include_comments=False, include_tables=True)
    except Exception:  # whatever it stumbles over, the page can still be read whole
        return set()
    body = getattr(made, "body", None)
    if body is None:
        return set()
    lengths: dict[int, int] = {}
    for mark in set(_MARK.findall("\n".join(body.itertext()))):
        if (number := _number(mark)) < len(owners):
            line, length = owners[number]
            lengths[line] = lengths.get(line, 0) + length
    return {
        number for number, length in lengths.items() if 2 * length >= sum(p.length for p in layout.lines[number].pieces)
    }


def _mark(root: Any, marked: Any, layout: Layout) -> list[tuple[int, int]]:
    """Put a mark behind each piece of the copy; give the line and the length that each mark stands for."""
    copies = dict(zip(root.iter(), marked.iter(), strict=True))
    owners: list[tuple[int, int]] = []
    for number, line in enumerate(layout.lines):
        for piece in line.pieces:
            element, place = copies[piece.element], "tail" if piece.tail else "text"
            words = fit(_MARK.sub("", getattr(element, place)))
            end = len(words.rstrip())
            setattr(element, place, f"{words[:end]} {_sign(len(owners))}{words[end:]}")
            owners.append((number, piece.length))
    return owners


def _sign(number: int) -> str:
    return "".join(chr(_BASE + (number >> shift & 255)) for shift in (16, 8, 0))


def _number(mark: str) -> int:
    high, middle, low = (ord(sign) - _BASE for sign in mark)
    return high << 16 | middle << 8 | low


def _hardly(layout: Layout, found: set[int]) -> bool:
    """Whether so few words were found that the page must be something else than a text with something around it."""
    lengths = [len(_WORD.findall(line.text)) for line in layout.lines]
    words = sum(lengths[number] for number in found)
    prose = sum(length for length, line in zip(lengths, layout.lines, strict=True) if line.links < 0.5)
    if words < _FEWEST:
        return words < _SHARE * sum(lengths) or words < prose / 2
    return words < _FEW and words < _SHARE * prose


def _quiet(layout: Layout, found: set[int]) -> set[int]:
    """The lines without those in elements that the page calls comments or the like, unless most stand in such."""
    quiet = {number for number in found if not _is_noise(layout.lines[number])}
    lengths = [sum(len(layout.lines[number].text) for number in some) for some in (quiet, found)]
    return quiet if lengths[0] > 0.5 * lengths[1] else found


def _trimmed(layout: Layout, found: set[int]) -> set[int]:
    """The lines without the short links, of a menu, before the first and behind the last that is none."""
    inner = [number for number in found if not _is_label(layout.lines[number])]
    if not inner:
        return set()
    first, last = min(inner), max(inner)
    return {number for number in found if first <= number <= last}


def _is_label(line: Line) -> bool:
    return line.links > 0.5 and len(_WORD.findall(line.text)) <= _LABEL


def _filled(layout: Layout, found: set[int]) -> set[int]:
    """The lines with those that the library lost: sentences and short runs between them, some right beside."""
    kept, gap = set(found), list[int]()
    for number in range(min(found), max(found) + 1):
        if number not in found:
            gap.append(number)
        else:
            kept |= {lost for lost in gap if len(gap) <= _SHORT_GAP or _SENTENCE.search(layout.lines[lost].text)}
            gap.clear()
    kept |= {*_beside(layout, min(found), -1), *_beside(layout, max(found), 1)}
    return {number for number in kept if number in found or _is_prose(layout.lines[number])}


def _beside(layout: Layout, end: int, step: int) -> Iterator[int]:
    """Some lines before the first or behind the last that stand in the same element: a title, signatures, a place."""
    inside = _block(layout.lines[end]).getparent()
    if inside is None or inside.tag in ("body", "html", "table", "tbody", "tr"):
        return
    for number in range(end + step, end + step * (_SHORT_GAP + 1), step):
        if not 0 <= number < len(layout.lines) or inside not in _block(layout.lines[number]).iterancestors():
            return
        yield number


def _block(line: Line) -> Any:
    """The element that a line's first words stand in, inline ones passed over."""
    piece = line.pieces[0]
    element = piece.element.getparent() if piece.tail else piece.element
    while _INLINE.fullmatch(element.tag) and element.getparent() is not None:
        element = element.getparent()
    return element


def _is_prose(line: Line) -> bool:
    return line.links < 0.5 and not _is_noise(line)


def _headed(layout: Layout, found: set[int], title: str | None) -> set[int]:
    """The last line before the main text that is its title, and what is told between them in more than a few words."""
    named = [number for number in range(min(found)) if _is_title(layout.lines[number], title)]
    if not named:
        return set()
    between = (number for number in range(named[-1] + 1, min(found)) if _is_prose(layout.lines[number]))
    return {named[-1], *(number for number in between if len(_WORD.findall(layout.lines[number].text)) > _LABEL)}


def _notes(layout: Layout) -> set[int]:
    """The lines of notes."""
    return {number for block in layout.blocks if block.kind == "note" for number in range(block.first, block.end)}


def _headings(layout: Layout, kept: set[int]) -> set[int]:
    """The headings right above what is kept."""
    headings = {block.first for block in layout.blocks if block.kind == "heading"}
    return {number for number in headings - kept if number + 1 in kept and _is_prose(layout.lines[number])}


def _is_title(line: Line, title: str | None) -> bool:
    return title is not None and " ".join(line.text.split()).casefold() == title.casefold()


def _is_noise(line: Line) -> bool:
    """Whether a line stands in an element that its page calls a comment, a banner or the like."""
    block = _block(line)
    inside = [one for one in (block, *block.iterancestors()) if one.tag not in _WHOLE]
    names = (f"{one.get('class') or ''} {one.get('id') or ''}" for one in inside)
    return any(map(_NOISE.search, names))
