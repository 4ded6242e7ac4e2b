"""Titles of texts of instruments: lines that end with an instrument's noun, before a preamble or a first article."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qatynas.reading.drafts import nouns
from qatynas.reading.formulas import Formulas
from qatynas.reading.party import Party
from qatynas.reading.scene import Scene, Story
from qatynas.reading.signatures import Line
from qatynas.reading.story import glimpse

_TITLE_LINES = 8
_TITLE_WORDS = 70
_PREAMBLE = 40  # lines in which a preamble ends


class Page(NamedTuple):
    """A document as lines, with what recognises their form."""

    story: Story
    lines: Sequence[Line]
    words: Formulas

    def text(self, line: Line) -> str:
        """The words of a line."""
        return self.story.text.restored[line.start : line.end]


def article_heads(words: Formulas) -> re.Pattern[str]:
    """A pattern for the head of an article, whose group is its number."""
    return re.compile(rf"^[ \t#*_]*(\d{{1,3}})\s?[-–.]?\s?(?:{words.phrases['article']})", re.MULTILINE | re.IGNORECASE)


class Title(NamedTuple):
    """A title with an instrument's noun at its end, and the line behind it."""

    place: Line
    scene: Scene
    noun: tuple[int, int]
    next: int


def titles(page: Page) -> Iterator[Title]:
    """Titles behind which a preamble or a first article follows."""
    at = 0
    while at < len(page.lines):
        found = _title(page, at) if _opens(page, at) else None
        if found is None:
            at += 1
            continue
        yield found
        at = found.next


def _opens(page: Page, at: int) -> bool:
    """Whether a line may end a title: short, no sentence, and a preamble or a first article follows soon."""
    text = page.text(page.lines[at])
    if len(text.split()) > _TITLE_WORDS or text.rstrip('»”"*) ')[-1:] in tuple(".;:,!?"):
        return False
    end = page.lines[min(at + _PREAMBLE, len(page.lines) - 1)].end
    restored = page.story.text.restored
    first = article_heads(page.words).search(restored, page.lines[at].end, end)
    return bool(first and first[1] == "1") or page.words.find("agrees", restored, page.lines[at].end, end) is not None


def _title(page: Page, at: int) -> Title | None:
    """The title that ends with line `at`, where an instrument's noun does."""
    last = glimpse(page.story, [page.lines[at]])
    if last is None or _noun(last) is None or _sentence(last):
        return None
    first = _top(page, at)
    whole = glimpse(page.story, page.lines[first : at + 1])
    noun = _noun(whole) if whole else None
    if whole is None or noun is None:
        return None
    return Title(Line(page.lines[first].start, page.lines[at].end), whole, noun, at + 1)


def _top(page: Page, at: int) -> int:
    """The first line of the title that ends with line `at`.

    It goes up to the two sides; where it names none, as far as its lines stand together, one blank line above a noun
    that stands alone left out.
    """
    together = first = at
    while first and at - first < _TITLE_LINES and not names_two_sides(glimpse(page.story, page.lines[first : at + 1])):
        line, above = page.lines[first], page.lines[first - 1]
        scene, text = glimpse(page.story, [above]), page.text(above)
        if text.rstrip()[-1:] in tuple(".;:!?»)") or scene is None or _sentence(scene) or stands_above(page, text):
            return together
        blank = page.story.text.restored.count("\n", above.end, line.start) > 1
        first -= 1
        if together == first + 1 and (not blank or (first + 1 == at and len(page.text(line).split()) == 1)):
            together = first
    return first if names_two_sides(glimpse(page.story, page.lines[first : at + 1])) else together


def stands_above(page: Page, text: str) -> bool:
    """Whether a line stands above a title: «Жоба», «2-қосымша»."""
    return bool(page.words.find("draft", text) or page.words.find("annex", text))


def _noun(scene: Scene) -> tuple[int, int] | None:
    """The words of the instrument's noun that ends a title."""
    words = scene.words
    last = next((k for k in range(len(words) - 1, -1, -1) if words[k].upos != "PUNCT"), -1)
    found = nouns(scene.story.language).ending(words, last) if last >= 0 else None
    whole = any(a.upos == "NOUN" and a.get("Case") == "Nom" and not a.get("Number") for a in words[last].analyses)
    return (found.first, found.last) if found and whole else None


def names_two_sides(scene: Scene | None) -> bool:
    """Whether a title names two sides."""
    return scene is not None and len({code for party in scene.parties for code in _codes(party)}) > 1


def _codes(party: Party) -> frozenset[str]:
    return frozenset() if party.implied else party.codes


def _sentence(scene: Scene) -> bool:
    """Whether words hold a finite verb and close with a full stop or such a verb: prose, no title."""
    told = [word for word in scene.words if word.upos != "PUNCT"]
    return bool(told) and told[-1].upos == "VERB" and told[-1].get("VerbForm") == "Fin"
