"""Signatures: who signed the text of an instrument, and for whom.

They stand in one column or in several side by side: columns are told by the wide gaps of the original, which repairs
of spaces have closed in the restored text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from qatynas.facts.actor import Actor
from qatynas.facts.treaty import Signatory
from qatynas.reading.formulas import formulas
from qatynas.reading.party import Party
from qatynas.reading.scene import Scene, Story
from qatynas.reading.story import glimpse

_GAP = re.compile(r"[ \u00a0]{3,}|\t")
_NAME = re.compile(
    r"(?:(?:[^\W\d_a-zа-я]\.[\s-]?){1,3}\s?(?:[\w’'-]+\s?){1,3}|(?:[^\W\d_][\w’'-]+\s){1,3}(?:[^\W\d_]\.\s?){1,3})\Z"
)
_NAME_WORDS = (2, 5)

Cell = tuple[int, int]


class Line(NamedTuple):
    """A line that is not blank, in restored offsets."""

    start: int
    end: int


class _Side(NamedTuple):
    """For whom somebody signs, where that begins, and the cells behind that tell name and title."""

    start: int
    actor: Actor
    title: str | None
    behind: list[Cell]


def signatories(lines: Sequence[Line], story: Story) -> tuple[Signatory, ...]:
    """Who signed, in the order of the lines; nobody where the lines tell no side."""
    words = formulas(story.language)
    closes = any(words.find("for", story.text.restored, *line) for line in lines)
    tell = _signs_for if closes else _office
    sides = [side for column in _columns(lines, story) for side in _sides(column, story, tell)]
    return tuple(_signed(side, story) for side in sorted(sides, key=lambda side: side.start))


def _columns(lines: Sequence[Line], story: Story) -> list[list[Cell]]:
    """The cells of each column, from its top; lines of another number of cells begin new columns."""
    out: list[list[Cell]] = []
    block: list[list[Cell]] = []
    for line in lines:
        cells = list(_cells(line, story))
        if block and len(cells) != len(block):
            out += block
            block = []
        if not block:
            block = [[] for _ in cells]
        for column, cell in zip(block, cells, strict=True):
            column.append(cell)
    return [*out, *block]


def _cells(line: Line, story: Story) -> Iterator[Cell]:
    """The pieces of a line that wide gaps of the original keep apart."""
    restored = story.text.restored
    found = ((m.start(), m.end()) for m in re.compile(r"\S+").finditer(restored, *line))
    words = [(start, end) for start, end in found if restored[start:end].strip("_/|")]
    first = 0
    for k in range(1, len(words) + 1):
        gap = k == len(words) or _GAP.search(_original(story, words[k - 1][1], words[k][0]))
        if gap and words:
            yield words[first][0], words[k - 1][1]
            first = k


def _original(story: Story, start: int, end: int) -> str:
    """What stands in the original between two words."""
    return story.text.original[story.text.span(start - 1, start).end : story.text.span(end, end + 1).start]


_Tell = Callable[[Sequence[Cell], Story], _Side | None]


def _sides(column: Sequence[Cell], story: Story, tell: _Tell) -> Iterator[_Side]:
    """The sides that sign in a column, each with what stands below it up to the next."""
    told: list[Cell] = []
    side: _Side | None = None
    for cell in column:
        told.append(cell)
        tails = (told[k:] for k in range(len(told) - 1, -1, -1))  # the shortest that tells a side
        found = next(((tell(tail, story), tail) for tail in tails if tell(tail, story)), None)
        if found:
            if side:
                yield side._replace(behind=[*side.behind, *told[: len(told) - len(found[1])]])
            side, told = found[0], []
    if side:
        yield side._replace(behind=[*side.behind, *told])


def _signs_for(cells: Sequence[Cell], story: Story) -> _Side | None:
    """The side that the cells tell, where a word for it closes them («… Үкіметі үшін»)."""
    whole = " ".join(_text(story, cell) for cell in cells)
    closing = formulas(story.language).last("for", whole)
    scene = glimpse(story, cells) if closing else None
    party = _acting(scene) if scene else None
    if closing is None or party is None:
        return None
    rest = whole[closing.end() :].strip(" :_,/")
    return _Side(cells[0][0], party.actors[0], None, _tail(cells, story, closing.group(), bool(rest)))


def _office(cells: Sequence[Cell], story: Story) -> _Side | None:
    """The side that the cells tell by the office of who signs («… Республикасының Президенті»)."""
    scene = glimpse(story, cells)
    office = next((p for p in scene.parties if p.rank and p.codes and not p.implied), None) if scene else None
    if scene is None or office is None or len(scene.words) - office.last > _NAME_WORDS[1]:
        return None
    code = next(iter(office.codes))
    actor = Actor(story.language.name_of(code), code, "GOV")
    if office.person:
        first = next(k for k in range(office.first, office.last) if office.person.startswith(scene.words[k].form))
        return _Side(cells[0][0], actor, office.title, [(scene.words[first].start, cells[-1][1])])
    name = [(scene.words[office.last].start, cells[-1][1])] if office.last < len(scene.words) else []
    return _Side(cells[0][0], actor, office.title, name)


def _tail(cells: Sequence[Cell], story: Story, word: str, rest: bool) -> list[Cell]:
    """What stands behind the closing word in its own cell: the name on one line with it."""
    start, end = cells[-1]
    text = story.text.restored[start:end]
    at = text.rfind(word) + len(word)
    return [(start + at, end)] if rest and 0 < at < len(text) else []


def _acting(scene: Scene) -> Party | None:
    """For whom the words say that somebody signs; nobody where they name two sides, whose columns were lost."""
    found = [p for p in scene.parties if p.actors and not p.implied and (p.codes or p.kind == "organisation")]
    return found[-1] if len({code for p in found for code in p.codes}) < 2 and found else None


def _signed(side: _Side, story: Story) -> Signatory:
    """The side with the name and the office behind it."""
    name = title = None
    for part in (part for cell in side.behind for part in _parts(_text(story, cell))):
        if name is None and _is_name(part):
            name = part
        elif title is None and not _is_name(part):
            title = part
    return Signatory(side.actor, name, side.title or title)


def _parts(told: str) -> list[str]:
    """The words of a cell; of «name, office» each apart."""
    head, comma, rest = told.partition(",")
    parts = [head, rest] if comma and _is_name(head) else [told]
    return [bare for part in parts if (bare := part.strip(" :_,/"))]


def _text(story: Story, cell: Cell) -> str:
    return " ".join(story.text.restored[cell[0] : cell[1]].split())


def _is_name(text: str) -> bool:
    """Whether words are a person's name: initials and a surname, or a few words with capitals."""
    bare = text.strip(" :_,/.").replace("  ", " ")
    if _NAME.match(text.strip(" :_,/")):
        return True
    words = bare.split()
    capital = sum(word[:1].isupper() for word in words)
    return _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1] and capital == len(words)
