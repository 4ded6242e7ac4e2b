"""The text of an instrument: recognised by its form, and divided into its parts.

A title that names an instrument between sides is not enough, as a chapter may have it too: a preamble that closes
with what is agreed, numbered articles, a closing formula and signatures must stand behind it, two of them at least.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from qatynas.languages.language import Sentence
from qatynas.reading.drafts import nouns
from qatynas.reading.formulas import Formulas, formulas
from qatynas.reading.party import Party
from qatynas.reading.scene import Scene, Story
from qatynas.reading.signatures import Line, signatories
from qatynas.reading.story import glimpse

_LINE = re.compile(r"[^\s#*_>](?:[^\n\f]*[^\s*_])?")  # without what Markdown sets around it
_TITLE_LINES = 8
_TITLE_WORDS = 70
_PREAMBLE = 40  # lines in which a preamble ends
_LONGEST = 16  # words of a line of signatures
_KINDS = 2  # parts by which the text of an instrument is known


class Article(NamedTuple):
    """An article: its number, and where it stands, its heading too."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Treaty:
    """The text of an instrument; all places are restored offsets.

    `title` is that of the instrument with the scene of its words, `noun` those of its noun within them; `closing` the
    formula that tells where and when it was made, `signed` the lines behind it.
    """

    start: int
    end: int
    title: Scene
    noun: tuple[int, int]
    body: int
    articles: tuple[Article, ...]
    closing: tuple[int, int] | None
    signed: tuple[Line, ...]

    def holds(self, sentence: Sentence) -> bool:
        """Whether a sentence is part of the text."""
        return self.start <= sentence.start < self.end

    def article(self, offset: int) -> str | None:
        """The number of the article in which a place lies."""
        return next((article.number for article in self.articles if article.start <= offset < article.end), None)


class _Page(NamedTuple):
    """The document as lines, with what recognises their form."""

    story: Story
    told: Sequence[Scene]
    lines: Sequence[Line]
    words: Formulas

    def text(self, line: Line) -> str:
        return self.story.text.restored[line.start : line.end]


def find(told: Sequence[Scene]) -> list[Treaty]:
    """The texts of instruments that a document holds, in order; most hold none."""
    if not told:
        return []
    story = told[0].story
    restored, words = story.text.restored, formulas(story.language)
    if not _may_hold(restored, words):
        return []
    lines = [Line(m.start(), m.end()) for m in _LINE.finditer(restored)]
    page = _Page(story, told, lines, words)
    begins = list(_begins(page))
    out: list[Treaty] = []
    for k, begin in enumerate(begins):
        stop = begins[k + 1].title.start if k + 1 < len(begins) else len(restored)
        if found := _treaty(page, begin, stop):
            out.append(found)
    return out


def _may_hold(restored: str, words: Formulas) -> bool:
    """Whether it is worth a closer look: articles or a preamble's end, and the words of the text's end."""
    opens = _article(words).search(restored) or words.find("agrees", restored)
    return bool(opens) and bool(words.find("this", restored) or words.find("for", restored))


def _article(words: Formulas) -> re.Pattern[str]:
    return re.compile(rf"^[ \t#*_]*(\d{{1,3}})\s?[-–.]?\s?(?:{words.phrases['article']})", re.MULTILINE | re.IGNORECASE)


class _Begin(NamedTuple):
    """A title with an instrument's noun at its end, and the line behind it."""

    title: Line
    scene: Scene
    noun: tuple[int, int]
    next: int


def _begins(page: _Page) -> Iterator[_Begin]:
    """Titles behind which a preamble or a first article follows."""
    at = 0
    while at < len(page.lines):
        found = _title(page, at) if _opens(page, at) else None
        if found is None:
            at += 1
            continue
        yield found
        at = found.next


def _opens(page: _Page, at: int) -> bool:
    """Whether a line may end a title: short, no sentence, and a preamble or a first article follows soon."""
    text = page.text(page.lines[at])
    if len(text.split()) > _TITLE_WORDS or text.rstrip('»”"*) ')[-1:] in tuple(".;:,!?"):
        return False
    end = page.lines[min(at + _PREAMBLE, len(page.lines) - 1)].end
    restored = page.story.text.restored
    first = _article(page.words).search(restored, page.lines[at].end, end)
    return bool(first and first[1] == "1") or page.words.find("agrees", restored, page.lines[at].end, end) is not None


def _title(page: _Page, at: int) -> _Begin | None:
    """The title that ends with line `at`, where an instrument's noun does."""
    last = glimpse(page.story, [page.lines[at]])
    if last is None or _noun(last) is None or _sentence(last):
        return None
    first = _top(page, at)
    whole = glimpse(page.story, page.lines[first : at + 1])
    noun = _noun(whole) if whole else None
    if whole is None or noun is None:
        return None
    return _Begin(Line(page.lines[first].start, page.lines[at].end), whole, noun, at + 1)


def _top(page: _Page, at: int) -> int:
    """The first line of the title that ends with line `at`.

    It goes up to the two sides; where it names none, as far as its lines stand together, one blank line above a noun
    that stands alone left out.
    """
    together = first = at
    while first and at - first < _TITLE_LINES and not _between(glimpse(page.story, page.lines[first : at + 1])):
        line, above = page.lines[first], page.lines[first - 1]
        scene, text = glimpse(page.story, [above]), page.text(above)
        if text.rstrip()[-1:] in tuple(".;:!?»)") or scene is None or _sentence(scene) or _heading(page, text):
            return together
        blank = page.story.text.restored.count("\n", above.end, line.start) > 1
        first -= 1
        if together == first + 1 and (not blank or (first + 1 == at and len(page.text(line).split()) == 1)):
            together = first
    return first if _between(glimpse(page.story, page.lines[first : at + 1])) else together


def _heading(page: _Page, text: str) -> bool:
    """Whether a line stands above a title: «Жоба», «2-қосымша»."""
    return bool(page.words.find("draft", text) or page.words.find("annex", text))


def _noun(scene: Scene) -> tuple[int, int] | None:
    """The words of the instrument's noun that ends a title."""
    words = scene.words
    last = next((k for k in range(len(words) - 1, -1, -1) if words[k].upos != "PUNCT"), -1)
    found = nouns(scene.story.language).ending(words, last) if last >= 0 else None
    whole = any(a.upos == "NOUN" and a.get("Case") == "Nom" and not a.get("Number") for a in words[last].analyses)
    return (found.first, found.last) if found and whole else None


def _between(scene: Scene | None) -> bool:
    """Whether a title names two sides."""
    return scene is not None and len({code for party in scene.parties for code in _codes(party)}) > 1


def _codes(party: Party) -> frozenset[str]:
    return frozenset() if party.implied else party.codes


def _sentence(scene: Scene) -> bool:
    """Whether words hold a finite verb and close with a full stop or such a verb: prose, no title."""
    told = [word for word in scene.words if word.upos != "PUNCT"]
    return bool(told) and told[-1].upos == "VERB" and told[-1].get("VerbForm") == "Fin"


def _treaty(page: _Page, begin: _Begin, stop: int) -> Treaty | None:
    """The text behind a title, up to `stop`; null where too little of its form stands there."""
    articles = tuple(_articles(page, begin, stop))
    agrees = _preamble(page, begin, articles, stop)
    closing = _closing(page, articles[-1].start if articles else begin.title.end, stop)
    signed = _signed(page, closing, articles[-1].start if articles else agrees or stop, stop)
    kinds = (agrees is not None, len(articles) > 1, closing is not None, bool(signed))
    own = page.words.count("this", page.story.text.restored, begin.title.end, stop)
    if sum(kinds) < _KINDS or not (kinds[1] or kinds[3] or own > 1) or not _of_states(page, begin, articles, signed):
        return None
    end = _end(page, articles, closing, signed, stop)
    start = _above(page, begin)
    if articles and (closing or signed):
        edge = closing[0] if closing else signed[0].start
        articles = tuple(a._replace(end=min(a.end, edge)) for a in articles if a.start < edge)
    return Treaty(
        start=start,
        end=end,
        title=begin.scene,
        noun=begin.noun,
        body=begin.title.end,
        articles=articles,
        closing=closing,
        signed=signed,
    )


def _of_states(page: _Page, begin: _Begin, articles: Sequence[Article], signed: Sequence[Line]) -> bool:
    """Whether the sides are states or organisations, as they are not in a contract under private law."""
    if _between(begin.scene) or len({one.signs_for.code for one in signatories(signed, page.story)} - {None}) > 1:
        return True
    end = articles[0].start if articles else signed[0].start if signed else begin.title.end
    before = [scene for scene in page.told if begin.title.end <= scene.sentence.start < end]
    named = any(page.words.find("states", scene.sentence.text) for scene in before)
    return named or any(_between(scene) for scene in before)


def _above(page: _Page, begin: _Begin) -> int:
    """Where the text begins: with its title, or the word above it that says that it is a draft."""
    before = [line for line in page.lines if line.end <= begin.title.start][-2:]
    drafts = [line for line in before if len(page.text(line).split()) < 4 and page.words.find("draft", page.text(line))]
    return drafts[0].start if drafts else begin.title.start


def _articles(page: _Page, begin: _Begin, stop: int) -> Iterator[Article]:
    """Articles in their order; numbered paragraphs where it has no articles."""
    restored = page.story.text.restored
    for pattern in (_article(page.words), _PARAGRAPH):
        found: list[re.Match[str]] = []
        for match in pattern.finditer(restored, begin.title.end, stop):
            if int(match[1]) == len(found) + 1:
                found.append(match)
        if len(found) > 1:
            ends = [match.start() for match in found[1:]] + [stop]
            yield from (Article(m[1], m.start(), end) for m, end in zip(found, ends, strict=True))
            return


_PARAGRAPH = re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]+(?=\S)", re.MULTILINE)


def _preamble(page: _Page, begin: _Begin, articles: Sequence[Article], stop: int) -> int | None:
    """Where the preamble's closing words end: «төмендегілер туралы келісті:»; they close a line."""
    restored = page.story.text.restored
    edge = articles[0].start if articles else stop
    for line in page.lines:
        if begin.title.end <= line.start < edge:
            found = page.words.last("agrees", restored, line.start, line.end)
            behind = restored[found.end() : line.end] if found else ""
            if found and not behind.strip(" :.,;–-"):
                return found.end()
    return None


def _closing(page: _Page, start: int, stop: int) -> tuple[int, int] | None:
    """The closing formula: the sentence that tells how many originals were made and in which languages.

    One in several lines or sentences goes on as long as it speaks of its texts.
    """
    restored, words = page.story.text.restored, page.words
    scenes = [scene for scene in page.told if start <= scene.sentence.start < stop]
    for k, scene in enumerate(scenes):
        where = (scene.sentence.start, scene.sentence.end)
        made = words.find("made", restored, *where)
        if not made or not (words.find("copies", restored, *where) or _tongues(scene)):
            continue
        if not (scene.dates or words.find("city", restored, *where) or _blank(restored[slice(*where)])):
            continue
        end = where[1]
        for following in scenes[k + 1 : k + 3]:
            if not words.find("text", restored, following.sentence.start, following.sentence.end):
                break
            end = following.sentence.end
        return where[0], end
    return None


def _tongues(scene: Scene) -> bool:
    """Whether a sentence names a language."""
    named = {row[0] for row in scene.story.language.lexicon("tongues")}
    return any(word.form.lower() in named for word in scene.words)


def _blank(text: str) -> bool:
    """Whether a day or place was left blank: «20__ жылғы «__» ______»."""
    return re.search(r"_{2,}|…{2,}|\.{4,}", text) is not None


def _signed(page: _Page, closing: tuple[int, int] | None, start: int, stop: int) -> tuple[Line, ...]:
    """The lines of signatures: the first short lines behind the closing formula, else the last that tell who signs."""
    lines = [line for line in page.lines if (closing[1] if closing else start) <= line.start < stop]
    runs = [list(run) for bare, run in groupby(lines, lambda line: _bare(page, line)) if bare]
    run = next(iter(runs[:1] if closing else runs[-1:]), [])
    # Where columns were lost nobody can say who signed for whom, but signed it is.
    closes = sum(page.words.count("for", page.story.text.restored, *line) for line in run)
    return tuple(run) if closes > 1 or signatories(run, page.story) else ()


def _bare(page: _Page, line: Line) -> bool:
    """Whether a line is short and holds no sentence."""
    text = page.text(line)
    if len(text.split()) > _LONGEST or text.rstrip()[-1:] in (";", "!", "?"):
        return False
    if _heading(page, text) and page.words.find("annex", text):
        return False
    scene = glimpse(page.story, [line])
    return scene is not None and not any(w.upos == "VERB" and w.get("VerbForm") == "Fin" for w in scene.words)


def _end(
    page: _Page, articles: Sequence[Article], closing: tuple[int, int] | None, signed: Sequence[Line], stop: int
) -> int:
    """Where the text ends: behind its signatures and what is annexed, else behind its closing formula."""
    if not signed and not closing:
        return stop
    end = signed[-1].end if signed else closing[1] if closing else stop
    following = next((line for line in page.lines if line.start >= end), None)
    if following and following.start < stop and page.words.find("annex", page.text(following)):
        return stop
    return end
