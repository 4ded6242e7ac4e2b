"""The apparatus of a document: its lists of sources and its notes, item by item, and where they stand.

What stands there is no prose: a title in a list tells no event. A list begins behind a heading of the language's list
`headings` and ends where prose begins again, so that the chapters behind that of a book are read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import NamedTuple

from qatynas.documents.document import Document
from qatynas.documents.text import Text
from qatynas.facts.evidence import Evidence
from qatynas.languages.language import Language, Sentence
from qatynas.ontology.lexicon import kept
from qatynas.reading.bibliography import work

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_EDGES = " \t.:;#*_–—-0123456789"
_NUMBER = r"(?:\[(?P<boxed>\d{1,3})\]|(?P<dotted>\d{1,3})\.(?!\d)|(?P<closed>\d{1,3})\)|(?P<bare>\d{1,3})(?=[ \t]))"
_ITEM = re.compile(rf"[ \t]*{_NUMBER}[ \t]*(?=\S)")
_NOTE = re.compile(r"[ \t]*(?:(?P<raised>[⁰¹²³⁴-⁹]+)\)?|\[\^(?P<marked>[^\]\s]{1,20})\]:)[ \t]*(?=\S)")
_STYLES = {"boxed": r"\[{}\]", "dotted": r"{}\.(?!\d)", "closed": r"{}\)", "bare": r"{}(?=[ \t])"}
_LEADERS = ". \t·_…"
_LED = 4  # dots or the like that lead to a number of a page; fewer leave words out
_PAGE = re.compile(r"[ \t]*\d{1,4}$")
_VERBS = ("VERB", "AUX")
_PROSE = 4  # words that a sentence has at least


class Item(NamedTuple):
    """One item of a list or one note: its number or sign, its words (restored, on one line), and where it stands."""

    mark: str | None
    words: str
    evidence: Evidence
    note: bool = False


class Note(NamedTuple):
    """A footnote or endnote that the document's format knows, `original[start:end]`, or a mark of one in the text."""

    mark: str
    start: int
    end: int


class Known(NamedTuple):
    """What a document's format knows of its notes, and of their marks in the text, which are no words of it."""

    notes: tuple[Note, ...] = ()
    marks: tuple[Note, ...] = ()


def known(document: Document) -> Known:
    """The notes and marks among the parts of a document."""
    notes, marks = (
        tuple(
            Note((part.label or document.original[part.start : part.end].strip()), part.start, part.end)
            for part in document.parts
            if part.kind == kind
        )
        for kind in ("note", "mark")
    )
    return Known(notes, tuple(m for m in marks if not any(note.start <= m.start < note.end for note in notes)))


@dataclass(frozen=True)
class Apparatus:
    """Lists and notes of one text. `spans` are restored offsets that hold no prose, in order.

    `marks` are those of notes that were taken out of the text, by their place in the original.
    """

    items: tuple[Item, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    marks: tuple[Note, ...] = ()

    def prose(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        """The sentences that stand outside lists and notes."""
        starts = [start for start, _ in self.spans]
        out: list[Sentence] = []
        for sentence in sentences:
            at = bisect_right(starts, sentence.start)
            if not at or sentence.start >= self.spans[at - 1][1]:
                out.append(sentence)
        return out

    @property
    def listed(self) -> tuple[Item, ...]:
        """Items of lists of sources, in their order."""
        return tuple(item for item in self.items if not item.note)

    @property
    def notes(self) -> tuple[Item, ...]:
        """The notes, in their order."""
        return tuple(item for item in self.items if item.note)


_NOTHING = Known()


class _Block(NamedTuple):
    """Where a list stands in the restored text: its heading's beginning, its items' beginning, its end."""

    start: int
    body: int
    end: int
    note: bool


def apparatus(
    name: str, text: Text, sentences: Sequence[Sentence], language: Language, format: Known = _NOTHING
) -> Apparatus:
    """What the restored text holds of lists and notes, and what its `format` knows of such outside it."""
    blocks = list(_blocks(text.restored, sentences, language))
    items = [item for block in blocks for item in _items(name, text, block)]
    spans = [(block.start, block.end) for block in blocks]
    for start, end, item in _footnotes(name, text, spans):
        items.append(item)
        spans.append((start, end))
    spans += [(s, e) for s, e in _lines(text.restored) if _led(text.restored[s:e]) and not _within(s, spans)]
    items += [_known(name, text.original, note, language) for note in format.notes]
    return Apparatus(tuple(items), tuple(sorted(spans)), format.marks)


def _led(line: str) -> bool:
    """Whether a line is one of a table of contents: a title, leaders, the number of its page."""
    line = line.rstrip()
    page = _PAGE.search(line[-8:])
    front = line[: len(line) - len(page.group())] if page else ""
    title = front.rstrip(_LEADERS)
    leaders = front[len(title) :].replace("…", "...")
    return bool(title) and sum(sign in "._·" for sign in leaders) >= _LED


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def citing(text: Text, language: Language) -> Apparatus:
    """Of a flow that holds nothing but notes: those that name a work and tell nothing else, which are no prose."""
    spans = tuple(
        (start, end) for start, end in _lines(text.restored) if _names_work(text.restored[start:end], language)
    )
    return Apparatus(spans=spans)


def _names_work(line: str, language: Language) -> bool:
    sign = _NOTE.match(line) or _ITEM.match(line)
    found = work(line[sign.end() :] if sign else line, language)
    return found is not None and bool(found.year or found.url) and bool(found.authors or found.container or found.place)


def _blocks(restored: str, sentences: Sequence[Sentence], language: Language) -> Iterator[_Block]:
    headings = _headings(language)
    k = 0
    while k < len(sentences):
        told = _heading(sentences[k], headings)
        k += 1
        if told is None:
            continue
        begins, note = told
        start = sentences[k - 1].start
        k, end = _end(restored, sentences, k, sentences[k - 1].paragraph, language)
        yield _Block(start, begins, end, note)


@kept(4)
def _headings(language: Language) -> dict[str, bool]:
    """Headings in small letters, and whether notes follow."""
    return {row[0]: row[1] == "notes" for row in language.lexicon("headings")}


def _heading(sentence: Sentence, headings: dict[str, bool]) -> tuple[int, bool] | None:
    """Where the items begin behind a heading, and whether they are notes; one may share its line with the first."""
    bare = sentence.text.strip(_EDGES).lower()
    if bare in headings and not _ITEM.fullmatch(sentence.text):
        glued = re.search(r"(?<=\D)1\.?$", sentence.text)
        return sentence.start + glued.start() if glued else sentence.end, headings[bare]
    told, colon, behind = sentence.text.partition(":")
    if colon and told.strip(_EDGES).lower() in headings and (not behind.strip() or _ITEM.match(behind)):
        return sentence.start + len(told) + 1, headings[told.strip(_EDGES).lower()]
    return None


def _end(restored: str, sentences: Sequence[Sentence], k: int, heading: int, language: Language) -> tuple[int, int]:
    """The first sentence behind the list that begins at sentence `k`, and where the list ends.

    Once it has an item, it ends before a line of prose: one without an item's number that holds a whole sentence.
    """
    begun = False
    while k < len(sentences):
        line = _line(sentences, k)
        numbered = _ITEM.match(line[0].text) is not None
        if begun and line[0].paragraph != heading and not numbered and any(map(_is_prose, line)):
            return k, line[0].start
        begun = begun or numbered or _names_work(restored[line[0].start : line[-1].end], language)
        k += len(line)
    return k, len(restored)


def _line(sentences: Sequence[Sentence], k: int) -> list[Sentence]:
    """The sentences from `k` on that share its line."""
    number = sentences[k].paragraph
    return list(takewhile(lambda s: s.paragraph == number, islice(sentences, k, None)))


def _is_prose(sentence: Sentence) -> bool:
    """Whether a sentence ends with a finite verb, as no item of a list does."""
    words = [word for word in sentence.words if word.upos != "PUNCT"]
    closed = sentence.text[-1:] in ".!?…"
    last = words[-1] if words else None
    finite = last is not None and any(a.get("VerbForm") == "Fin" and a.upos in _VERBS for a in last.analyses[:1])
    return closed and finite and len(words) >= _PROSE and "//" not in sentence.text


def _items(name: str, text: Text, block: _Block) -> Iterator[Item]:
    restored = text.restored
    starts = list(_numbered(restored, block.body, block.end))
    if not starts:
        for start, end in _paragraphs(restored, block.body, block.end):
            yield _item(name, text, (None, start, start, end), block.note)
        return
    ends = [start for _, start, _ in starts[1:]] + [block.end]
    for (mark, start, words), end in zip(starts, ends, strict=True):
        yield _item(name, text, (mark, start, words, end), block.note)


def _item(name: str, text: Text, place: tuple[str | None, int, int, int], note: bool) -> Item:
    """`place`: number, where the item begins, where its words begin and end, in restored offsets."""
    mark, start, words, end = place
    end = words + len(text.restored[words:end].rstrip())
    span = text.span(start, end)
    told = " ".join(text.restored[words:end].split())
    return Item(mark, told, Evidence(name, span.start, span.end, span.quote), note)


def _numbered(restored: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Number, beginning and first word of each item of a numbered list; nothing where the list has no numbers."""
    first = next((m for s, e in _lines(restored, start, end) if (m := _ITEM.match(restored, s, e))), None)
    if first is None or first.lastgroup is None:
        return
    style, number = _STYLES[first.lastgroup], int(first[first.lastgroup])
    at: re.Match[str] | None = first
    line = "^" if "\n" in restored[start:end].strip() else r"(?<=\s)"  # all on one line: among the words
    while at is not None:
        yield str(number), at.start() + len(at.group()) - len(at.group().lstrip()), at.end()
        number += 1
        following = re.compile(rf"{line}[ \t]*{style.format(number)}[ \t]*(?=\S)", re.MULTILINE)
        found = following.finditer(restored, at.end(), end)
        at = next((m for m in found if line == "^" or restored[m.end()].isupper() or restored[m.end()] in "«“"), None)


def _lines(restored: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Lines that are not blank, without the spaces around them."""
    for line in re.finditer(r"[^\n\f]*\S[^\n\f]*", restored[start:end]):
        yield start + line.start(), start + line.end()


def _paragraphs(restored: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items of a list without numbers: lines, with those that only go on with the one before."""
    open_at: tuple[int, int] | None = None
    for s, e in _lines(restored, start, end):
        line = restored[s:e].strip(_EDGES)
        if not line:
            continue
        goes_on = open_at is not None and (line[0].islower() or restored[open_at[1] - 1] in ",:-–—")
        if goes_on and open_at and "\n\n" not in restored[open_at[1] : s]:
            open_at = (open_at[0], e)
            continue
        if open_at:
            yield open_at
        open_at = (s, e)
    if open_at:
        yield open_at


def _footnotes(name: str, text: Text, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Item]]:
    """Notes on lines of their own that begin with a raised number, or as Markdown writes them (`[^1]: …`)."""
    restored = text.restored
    if not re.search(r"[¹²³⁴-⁹]|\[\^", restored):
        return
    for start, end in _lines(restored):
        found = _NOTE.match(restored, start, end)
        if found and found.lastgroup and not any(a <= start < b for a, b in taken):
            mark = found[found.lastgroup].translate(SUPERSCRIPTS)
            yield start, end, _item(name, text, (mark, start, found.end(), end), True)


def _known(name: str, original: str, note: Note, language: Language) -> Item:
    """A note that the document's format knows, without the sign that it may begin with."""
    quote = original[note.start : note.end]
    bare = quote.strip()
    start = note.start + len(quote) - len(quote.lstrip())
    end = start + len(bare)
    mark = note.mark.translate(SUPERSCRIPTS)
    sign = re.match(rf"\[?\^?{re.escape(mark)}(?!\d)[\].)]*\s*", bare.translate(SUPERSCRIPTS)) if mark else None
    words = language.restore(Text(bare[sign.end() :] if sign else bare)).restored
    return Item(mark or None, " ".join(words.split()), Evidence(name, start, end, original[start:end]), True)
