"""Bibliography: what an item of a list of sources says of a work, in the style of GOST and its neighbours.

An item is taken apart at the signs that GOST R 7.0.5 and GOST 7.1 set between its areas: ` // ` before what the
work stands in, ` / ` before who is responsible for it, `. – ` between areas, ` : ` between place and publisher. Many
journals leave the dashes out; then the areas end at full stops. What these signs do not tell plainly stays null.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qatynas.facts.citation import Work
from qatynas.languages.language import Language
from qatynas.ontology.lexicon import kept
from qatynas.reading.phrases import listed

_UP = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_INITIALS = rf"(?:[{_UP}][a-zа-я]?\.[\s-]?){{1,3}}"
# A dash inside a title («Қазақстан – Түркия») ends no area: a stop stands before it, or place and publisher behind.
_AREA = re.compile(
    r"(?<=[.\])»?!…])\s+[–—-]\s+"
    rf"|\s+[–—-]\s+(?=[{_UP}][\w.-]*\s?:[^:]{{2,60}},\s?(?:1[5-9]|20)\d\d|[{_UP}№]\.?\s?\d)"
)
_STOP = re.compile(rf"(?<![{_UP}])(?<!\b[{_UP}][a-zа-я])\.\s+(?=[{_UP}«“\"\d№])")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>«»\"]+")
_DATED = re.compile(r"\(((?:1[5-9]|20)\d\d)[a-zа-я]?\)[.,]?\s*")  # behind the authors, where APA sets the year
_YEAR = re.compile(r"(?<![\d-])(1[5-9]\d\d|20\d\d)(?![\d/-])")
_PLACE = rf"(?P<place>[{_UP}][\w’-]*\.?(?:[\s-]+[{_UP}][\w’-]*\.?){{0,2}}(?:\s?;\s?[{_UP}][\w’.-]+)?)"
_PUBLISHED = re.compile(rf"{_PLACE}\s?:\s?(?P<publisher>[^:;]+?),\s?(?P<year>(?:1[5-9]|20)\d\d)\b")
_PRINTED = re.compile(rf"{_PLACE},\s?(?P<year>(?:1[5-9]|20)\d\d)\b")
_SPAN = r"\d+(?:\s?[-–—]\s?\d+)?"
_LEFT, _RIGHT = " \t\n.,;:–—-/", " \t\n,;:–—-/"


class _Words(NamedTuple):
    """Patterns made of the language's words for citing."""

    author: re.Pattern[str]
    between: re.Pattern[str]
    pages: re.Pattern[str]
    volume: re.Pattern[str]
    issue: re.Pattern[str]
    site: re.Pattern[str]
    ends: re.Pattern[str]
    form: re.Pattern[str]
    lead: re.Pattern[str]


def work(item: str, language: Language) -> Work | None:
    """The work that an item describes, null where not even a title and one thing more stand out.

    `item` is one item, restored, without its number.
    """
    words = _words(language)
    text = words.lead.sub("", " ".join(item.split()))
    url = _URL.search(text)
    told = words.site.split(text[: url.start()])[0] if url else text
    authors, rest = _authors(told, words)
    if dated := _DATED.match(rest):
        rest = rest[dated.end() :]
    title, container, areas = _divided(rest, words)
    published = next(_publications([*areas, container or ""]), None)
    places = [*areas, container or ""]
    found = Work(
        authors=authors,
        title=title,
        container=_container(container, words),
        place=published["place"].strip() if published else None,
        publisher=published.groupdict().get("publisher") if published else None,
        year=published["year"] if published else (dated[1] if dated else _year(places)),
        volume=_first(words.volume, areas),
        issue=_first(words.issue, areas),
        pages=_first(words.pages, areas),
        url=url.group().rstrip(".,;)") if url else None,
    )
    known = (found.authors, found.container, found.year, found.url, found.pages)
    return found if found.title and any(known) else None


def _authors(text: str, words: _Words) -> tuple[tuple[str, ...], str]:
    """Who stands at the head of an item, and what follows."""
    out: list[str] = []
    at = 0
    while found := words.author.match(text, at):
        out.append(found.group().strip())
        at = found.end()
        between = words.between.match(text, at)
        if between is None or not words.author.match(text, between.end()):
            break
        at = between.end()
    return tuple(out), text[at:].lstrip(_LEFT)


def _divided(text: str, words: _Words) -> tuple[str | None, str | None, list[str]]:
    """The title, what the work stands in, and the areas behind."""
    left, slashes, right = text.partition("//")
    if not slashes:
        areas = _areas(left)
        return _title(areas[0], words), None, areas[1:]
    within = _areas(right.strip())
    return _title(_AREA.split(left)[0], words), within[0].strip(_RIGHT + ".") or None, within[1:] or [within[0]]


def _areas(text: str) -> list[str]:
    """Areas of a description: apart by dashes; where there are none, by full stops."""
    areas = _AREA.split(text)
    if len(areas) > 1:
        return areas
    return _STOP.split(text)


def _title(area: str, words: _Words) -> str | None:
    """The title in the first area, without its form and those responsible."""
    bare = words.form.sub("", area.split(" / ")[0])
    return bare.strip(_RIGHT).removesuffix(".").strip() or None


def _publications(areas: Sequence[str]) -> Iterator[re.Match[str]]:
    """Areas that tell place, publisher and year."""
    for pattern in (_PUBLISHED, _PRINTED):
        for area in areas:
            if found := pattern.match(area.strip()):
                yield found


def _container(area: str | None, words: _Words) -> str | None:
    """What the work stands in, without what else its area tells."""
    if area is None:
        return None
    ends = words.ends.search(area)
    told = area[: ends.start()] if ends and ends.start() else area
    return told.split(" / ")[0].strip(_RIGHT + ".") or None


def _year(areas: Sequence[str]) -> str | None:
    """The one year that the areas tell; null where they tell several."""
    found = {match[1] for area in areas for match in _YEAR.finditer(area)}
    return found.pop() if len(found) == 1 else None


def _first(pattern: re.Pattern[str], areas: Sequence[str]) -> str | None:
    for area in areas:
        if found := pattern.search(area):
            return next(str(told) for told in found.groups() if told).strip()
    return None


@kept(4)
def _words(language: Language) -> _Words:
    def of(role: str) -> str:
        phrases = sorted((phrase for phrase, told in language.lexicon("citing") if told == role), key=len, reverse=True)
        return "|".join(re.escape(phrase).replace(r"\ ", r"\.?\s") for phrase in phrases)

    def before(role: str) -> re.Pattern[str]:
        return re.compile(rf"(?:^|(?<=[\s,(]))(?:{of(role)})\.?\s?(\d[\d/()]*(?:\s?[-–]\s?\d+)?)(?!\w)", re.IGNORECASE)

    page = of("page")
    surname = rf"(?:(?:{of('particle')})[\s-])?[{_UP}][\w’'ʼ]+(?:-[{_UP}][\w’']+)?"
    author = rf"(?:{surname},?\s{_INITIALS}|{_INITIALS}\s?{surname})(?=[\s,.;(&]|$)"
    joins = "|".join([of("and"), *map(re.escape, sorted(listed(language, "links", "and")))])
    return _Words(
        author=re.compile(author),
        between=re.compile(rf"\s*(?:,|;|&|\b(?:{joins})\b)\s*"),
        pages=re.compile(rf"(?:^|(?<=[\s,(]))(?:(?:{page})\.?\s?({_SPAN})|({_SPAN})\s?-?(?:{page})\b)", re.IGNORECASE),
        volume=before("volume"),
        issue=before("issue"),
        site=re.compile(rf"[\s(\[](?:{of('site')})\s?:?\s*$", re.IGNORECASE),
        ends=re.compile(
            rf"[,(]?\s*(?:(?:1[5-9]|20)\d\d\b|\b(?:{of('site')})\b|(?:{of('issue')})\.?\s?\d)", re.IGNORECASE
        ),
        lead=re.compile(rf"^\W*(?:{of('see')}|{of('second hand')})(?!\w)[.:]*\s*", re.IGNORECASE),
        form=re.compile(rf"\s?[\[(](?:{of('form')})[^\])]*[\])]", re.IGNORECASE),
    )
