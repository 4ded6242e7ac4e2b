r"""RTF, as Microsoft's Rich Text Format Specification 1.9.1 describes it.

Read by a small parser of our own: striprtf (0.0.35, BSD) was tried; it leaves footnotes out, tells neither pages nor
headings, and takes hidden and deleted words for text. Pages are told only where the breaks that the file holds are as
many as the pages that it says it had (`\nofpages`): most programs do not write where a page ended by itself.
"""

import re
from collections import Counter
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass

from qatynas.documents.extracted import Extracted
from qatynas.documents.manuscript import Manuscript, Note
from qatynas.documents.rtf_letters import Letters
from qatynas.documents.rtf_tokens import Token, tokens
from qatynas.documents.told import Told, one_line

EXTRACTOR = "qatynas-rtf/1"

_PAGES = re.compile(rb"\\nofpages(\d{1,6})")
_SIGNS: Mapping[str, str] = {
    "tab": "\t", "line": "\n", "lbr": "\n", "~": "\u00a0", "_": "\u2011", "-": "\u00ad", "emdash": "\u2014",
    "endash": "\u2013", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d",
    "bullet": "\u2022", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d",
    "zwnj": "\u200c", "nestcell": " ", "nestrow": " ",
}  # fmt: skip
# Destinations without the mark `\*` whose words are no part of the text.
_LEFT_OUT = frozenset(
    ("colortbl", "filetbl", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
     "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pict", "object", "listtext", "pntext", "xe",
     "tc", "tcn", "rxe", "txe", "nonshppict", "nonesttables", "shp", "upr", "do", "info", "private", "template")
)  # fmt: skip
_TEXT_AGAIN = frozenset(("shptxt", "dptxbxtext", "result", "ud"))
_NAMED = frozenset(("fonttbl", "stylesheet", "title", "author"))  # what is no text and yet read
_NOTES = frozenset(("footnote", "annotation"))
_NOT_ACTUAL = frozenset(("v", "deleted"))  # properties of characters that are not to be seen
_BREAKS = frozenset(("par", "sect", "page", "softpage", "cell", "row", "chftn", "ftnalt"))
_LONGEST_MARK = 3  # characters
_MOST_LEVEL = 8  # of a heading, from 0; a higher one is that of the running text


def extract(data: bytes) -> Extracted:
    """The text of an RTF with headings, notes, tables and, where it holds them all, pages; title and author.

    A file that breaks off is read so far, and says so.
    """
    counts = [int(number) for number in _PAGES.findall(data)]
    walk = _Walk(data, paged=bool(counts) and counts[-1] > 1)
    if walk.pages and walk.pages != counts[-1]:
        walk = _Walk(data, paged=False)
    left = ((walk.comments, f"comments left out: {walk.comments}"), (walk.hidden, "hidden words left out"))
    return Extracted(
        text=walk.text,
        extractor=EXTRACTOR,
        parts=walk.parts,
        told=Told(title=one_line(walk.named["title"]), authors=tuple(filter(None, [one_line(walk.named["author"])]))),
        warnings=tuple(words for number, words in left if number),
        partly="damaged: the end of the RTF is missing" if walk.cut else None,
    )


@dataclass
class _State:
    """What holds until a group ends. `goes`: empty for the text, `-` for what is left out, else a name."""

    goes: str = ""
    starred: bool = False
    unseen: frozenset[str] = frozenset()
    table: bool = False
    style: int = 0
    level: int | None = None
    overleaf: bool = False  # the paragraph begins a page
    font: int | None = None
    skip: int = 1  # characters that stand in for one of Unicode


@dataclass
class _Flow:
    """What is being written: the text, or a note, whose group is `depth` deep."""

    out: Manuscript
    depth: int = 0
    table: bool = False
    row: bool = False
    cell: bool = False
    numbered: bool = False
    end: bool = False


class _Walk:
    """The way through a document, and what was found on it."""

    def __init__(self, data: bytes, *, paged: bool) -> None:
        self.named: dict[str, str] = {"title": "", "author": "", "stylesheet": "", "fonttbl": ""}
        self.comments = self.hidden = 0
        self._letters = Letters()
        self._flows = [_Flow(Manuscript(paged=paged))]
        self._states = [_State()]
        self._levels: dict[int, int] = {}
        self._numbers: Counter[bool] = Counter()
        self._section = self._going_on = False
        for token in tokens(data):
            self._take(token)
        self._flush()
        self.cut = len(self._states) > 1
        while len(self._flows) > 1:
            self._end_note()
        self.text, self.parts = self._flows[0].out.text()
        self.pages = sum(part.kind == "page" for part in self.parts)

    @property
    def _state(self) -> _State:
        return self._states[-1]

    def _take(self, token: Token) -> None:
        word, number = token.word, token.number
        if word in ("", "'"):
            self._letters.add(token.text, self._state.font)
        elif word == "u":
            self._letters.code(number or 0, self._state.skip)
        elif word not in "{}" and self._letters.skips():
            return
        else:
            self._flush()
            match word:
                case "{":
                    self._states.append(copy(self._state))
                    self._state.starred = False
                case "}":
                    self._close()
                case "*":
                    self._state.starred = True
                case _:
                    self._word(word, number)

    def _close(self) -> None:
        if len(self._flows) > 1 and self._flows[-1].depth == len(self._states):
            self._end_note()
        if len(self._states) > 1:
            self._states.pop()

    def _flush(self) -> None:
        self._write(self._letters.taken())

    def _write(self, words: str) -> None:
        state = self._state
        if not words or state.goes == "-":
            return
        if state.goes:
            self.named[state.goes] += words
        elif state.unseen:
            self.hidden += 1
        else:
            self._begin().write(words)

    def _begin(self) -> Manuscript:
        """The manuscript, ready for words: within the cell or on the page where they stand."""
        flow, state = self._flows[-1], self._state
        if state.table:
            if not flow.row:
                flow.out.row()
            if not flow.cell:
                flow.out.cell()
            flow.table = flow.row = flow.cell = True
            return flow.out
        if flow.table:
            flow.out.table()
            flow.table = flow.row = flow.cell = False
        if len(self._flows) == 1:
            if state.overleaf or (self._section and not self._going_on):
                flow.out.page()
            self._section = state.overleaf = False
        return flow.out

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if state.goes in ("", "fonttbl", "stylesheet"):
            self._letters.define(word, number, fonts=state.goes == "fonttbl")
        if word in _SIGNS:
            self._write(_SIGNS[word])
        elif self._is_destination(word):
            return
        elif state.goes == "" and not state.unseen and word in _BREAKS:
            self._break(word)
        else:
            self._property(word, number)

    def _is_destination(self, word: str) -> bool:
        """Whether the word tells where the words of its group go."""
        state = self._state
        if word in _NOTES and state.goes == "":
            self._note(word)
        elif word in _TEXT_AGAIN and state.goes == "-":
            state.goes = ""
        elif word in _NAMED:
            state.goes = word
        elif state.starred or word in _LEFT_OUT:
            state.goes = "-"
        else:
            return False
        state.starred = False
        return True

    def _note(self, word: str) -> None:
        state = self._state
        self.comments += word == "annotation"
        if word == "annotation" or state.unseen:
            state.goes = "-"
            return
        state.table = False
        numbered, self._flows[-1].numbered = self._flows[-1].numbered, False
        self._flows.append(_Flow(Manuscript(paged=False), len(self._states), numbered=numbered))

    def _end_note(self) -> None:
        flow = self._flows.pop()
        lines = [line.strip() for line in flow.out.text()[0].splitlines() if line.strip()]
        out = self._begin()
        label, _, first = lines[0].partition(" ") if lines else ("", "", "")
        # A mark that the writer chose stands in the text and begins the note.
        if not flow.numbered and 0 < len(label) <= _LONGEST_MARK and out.ends_with(label):
            out.mark(Note(label, [first, *lines[1:]]), written=True)
        else:
            self._numbers[flow.end] += 1
            out.mark(Note(str(self._numbers[flow.end]), lines))

    def _break(self, word: str) -> None:
        flow = self._flows[-1]
        match word:
            case "par" | "sect":
                out = self._begin() if word == "par" and self._state.table else flow.out
                out.end(self._level())
                self._section |= word == "sect" and len(self._flows) == 1
            case "page" | "softpage":
                flow.out.page()
            case "cell":
                self._state.table = True
                self._begin()
                flow.cell = False
            case "row":
                flow.row = flow.cell = False
            case "chftn":
                flow.numbered = True
            case "ftnalt":
                flow.end = True

    def _level(self) -> int | None:
        state = self._state
        level = state.level if state.level is not None else self._levels.get(state.style)
        return None if level is None or not 0 <= level <= _MOST_LEVEL else level + 1

    def _property(self, word: str, number: int | None) -> None:
        state = self._state
        match word:
            case "pard":
                state.table, state.style, state.level, state.overleaf = False, 0, None, False
            case "plain":
                state.unseen, state.font = frozenset(), None
            case "intbl":
                state.table = number != 0
            case "s":
                state.style = number or 0
            case "outlinelevel" if state.goes == "stylesheet":
                self._levels[state.style] = number or 0
            case "outlinelevel":
                state.level = number
            case "pagebb":
                state.overleaf = number != 0
            case "sectd" | "sbkpage" | "sbkodd" | "sbkeven" | "sbknone" | "sbkcol":
                self._going_on = word in ("sbknone", "sbkcol")
            case "f":
                state.font = number
            case "uc":
                state.skip = max(number if number is not None else 1, 0)
            case _ if word in _NOT_ACTUAL:
                state.unseen = state.unseen - {word} if number == 0 else state.unseen | {word}
