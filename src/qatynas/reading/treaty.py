"""The text of an instrument: recognised by its form, and divided into its parts.

A title that names an instrument between sides is not enough, as a chapter may have it too: a preamble that closes
with what is agreed, numbered articles, a closing formula and signatures must stand behind it, two of them at least.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import NamedTuple

from qatynas.languages.language import Sentence
from qatynas.reading.formulas import Formulas, formulas
from qatynas.reading.paragraphs import paragraphs
from qatynas.reading.scene import Scene, Story
from qatynas.reading.signatures import Line, signatories
from qatynas.reading.story import glimpse
from qatynas.reading.treaty_titles import Page, Title, article_heads, names_two_sides, titles

_LINE = re.compile(r"[^\s#*_>](?:[^\n\f]*[^\s*_])?")  # without what Markdown sets around it
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
    formula that tells where and when it was made, `signed` the lines behind it; `scenes` are the sentences behind the
    title, those too that are broken into lines.
    """

    start: int
    end: int
    title: Scene
    noun: tuple[int, int]
    body: int
    articles: tuple[Article, ...]
    closing: tuple[int, int] | None
    signed: tuple[Line, ...]
    scenes: tuple[Scene, ...]

    def holds(self, sentence: Sentence) -> bool:
        """Whether a sentence is part of the text."""
        return self.start <= sentence.start < self.end

    def article(self, offset: int) -> str | None:
        """The number of the article in which a place lies."""
        return next((article.number for article in self.articles if article.start <= offset < article.end), None)


def find(told: Sequence[Scene]) -> list[Treaty]:
    """The texts of instruments that a document holds, in order; most hold none."""
    return _texts(told[0].story) if told else []


def _texts(story: Story) -> list[Treaty]:
    restored, words = story.text.restored, formulas(story.language)
    if not _may_hold(restored, words):
        return []
    lines = [Line(m.start(), m.end()) for m in _LINE.finditer(restored)]
    page = Page(story, lines, words)
    begins = list(titles(page))
    out: list[Treaty] = []
    for k, title in enumerate(begins):
        stop = begins[k + 1].place.start if k + 1 < len(begins) else len(restored)
        if found := _treaty(page, title, stop):
            out.append(found)
    return out


def _may_hold(restored: str, words: Formulas) -> bool:
    """Whether it is worth a closer look: it has articles, or words that close a preamble."""
    return bool(article_heads(words).search(restored) or words.find("agrees", restored))


def _treaty(page: Page, title: Title, stop: int) -> Treaty | None:
    """The text behind a title, up to `stop`; null where too little of its form stands there."""
    articles = tuple(_articles(page, title, stop))
    agrees = _preamble(page, title, articles, stop)
    scenes = _scenes(page, title.place.end, stop)
    closing = _closing(page, [s for s in scenes if not articles or s.sentence.start >= articles[-1].start])
    signed = _signed(page, closing, articles[-1].start if articles else agrees or stop, stop)
    kinds = (agrees is not None, len(articles) > 1, closing is not None, bool(signed))
    own = page.words.count("this", page.story.text.restored, title.place.end, stop)
    if sum(kinds) < _KINDS or not (kinds[1] or kinds[3] or own > 1) or not _of_states(page, title, scenes, signed):
        return None
    end = _end(page, articles, closing, signed, stop)
    start = _above(page, title)
    if articles and (closing or signed):
        edge = closing[0] if closing else signed[0].start
        articles = tuple(a._replace(end=min(a.end, edge)) for a in articles if a.start < edge)
    return Treaty(
        start=start,
        end=end,
        title=title.scene,
        noun=title.noun,
        body=title.place.end,
        articles=articles,
        closing=closing,
        signed=signed,
        scenes=tuple(scene for scene in scenes if scene.sentence.start < end),
    )


def _of_states(page: Page, title: Title, scenes: Sequence[Scene], signed: Sequence[Line]) -> bool:
    """Whether the sides are states or organisations, as they are not in a contract under private law."""
    if (
        names_two_sides(title.scene)
        or len({one.signs_for.code for one in signatories(signed, page.story)} - {None}) > 1
    ):
        return True
    before = list(takewhile(lambda scene: not article_heads(page.words).match(scene.sentence.text), scenes))
    named = any(page.words.find("states", scene.sentence.text) for scene in before)
    return named or any(names_two_sides(scene) for scene in before)


def _scenes(page: Page, start: int, stop: int) -> list[Scene]:
    """The sentences of the text, whole where lines break them."""
    article, lines = article_heads(page.words), [line for line in page.lines if start <= line.start < stop]
    return paragraphs(lines, page.story, lambda text: bool(article.match(text) or _PARAGRAPH.match(text)))


def _above(page: Page, title: Title) -> int:
    """Where the text begins: with its title, or the word above it that says that it is a draft."""
    before = [line for line in page.lines if line.end <= title.place.start][-2:]
    drafts = [line for line in before if len(page.text(line).split()) < 4 and page.words.find("draft", page.text(line))]
    return drafts[0].start if drafts else title.place.start


def _articles(page: Page, title: Title, stop: int) -> Iterator[Article]:
    """Articles in their order; numbered paragraphs where it has no articles."""
    restored = page.story.text.restored
    for pattern in (article_heads(page.words), _PARAGRAPH):
        found: list[re.Match[str]] = []
        for match in pattern.finditer(restored, title.place.end, stop):
            if int(match[1]) == len(found) + 1:
                found.append(match)
        if len(found) > 1:
            ends = [match.start() for match in found[1:]] + [stop]
            yield from (Article(m[1], m.start(), end) for m, end in zip(found, ends, strict=True))
            return


_PARAGRAPH = re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]+(?=\S)", re.MULTILINE)


def _preamble(page: Page, title: Title, articles: Sequence[Article], stop: int) -> int | None:
    """Where the preamble's closing words end: «төмендегілер туралы келісті:»; they close a line."""
    restored = page.story.text.restored
    edge = articles[0].start if articles else stop
    for line in page.lines:
        if title.place.end <= line.start < edge:
            found = page.words.last("agrees", restored, line.start, line.end)
            behind = restored[found.end() : line.end] if found else ""
            if found and not behind.strip(" :.,;–-"):
                return found.end()
    return None


def _closing(page: Page, scenes: Sequence[Scene]) -> tuple[int, int] | None:
    """The closing formula: the sentence that tells how many originals were made and in which languages.

    One in several sentences goes on as long as it speaks of its texts.
    """
    words = page.words
    for k, scene in enumerate(scenes):
        text = scene.sentence.text
        if not words.find("made", text) or not (words.find("copies", text) or _tongues(scene)):
            continue
        if not (scene.dates or words.find("city", text) or _blank(text)):
            continue
        end = scene.sentence.end
        for following in scenes[k + 1 : k + 3]:
            if not words.find("text", following.sentence.text):
                break
            end = following.sentence.end
        return scene.sentence.start, end
    return None


def _tongues(scene: Scene) -> bool:
    """Whether a sentence names a language."""
    named = {row[0] for row in scene.story.language.lexicon("tongues")}
    return any(word.form.lower() in named for word in scene.words)


def _blank(text: str) -> bool:
    """Whether a day or place was left blank: «20__ жылғы «__» ______»."""
    return re.search(r"_{2,}|…{2,}|\.{4,}", text) is not None


def _signed(page: Page, closing: tuple[int, int] | None, start: int, stop: int) -> tuple[Line, ...]:
    """The lines of signatures: the first short lines behind the closing formula, else the last that tell who signs."""
    lines = [line for line in page.lines if (closing[1] if closing else start) <= line.start < stop]
    runs = [list(run) for bare, run in groupby(lines, lambda line: _bare(page, line)) if bare]
    run = next(iter(runs[:1] if closing else runs[-1:]), [])
    # Where columns were lost nobody can say who signed for whom, but signed it is.
    closes = sum(page.words.count("for", page.story.text.restored, *line) for line in run)
    return tuple(run) if closes > 1 or signatories(run, page.story) else ()


def _bare(page: Page, line: Line) -> bool:
    """Whether a line is short and holds no sentence."""
    text = page.text(line)
    if len(text.split()) > _LONGEST or text.rstrip()[-1:] in (";", "!", "?"):
        return False
    if page.words.find("annex", text):
        return False
    scene = glimpse(page.story, [line])
    return scene is not None and not any(w.upos == "VERB" and w.get("VerbForm") == "Fin" for w in scene.words)


def _end(
    page: Page, articles: Sequence[Article], closing: tuple[int, int] | None, signed: Sequence[Line], stop: int
) -> int:
    """Where the text ends: behind its signatures and what is annexed, else behind its closing formula."""
    if not signed and not closing:
        return stop
    end = signed[-1].end if signed else closing[1] if closing else stop
    following = next((line for line in page.lines if line.start >= end), None)
    if following and following.start < stop and page.words.find("annex", page.text(following)):
        return stop
    return end
