"""What a web page declares of itself: title, day, authors, site, address, language.

Only what is declared is taken, in `<meta>`, `<link>`, `<time>`, JSON-LD and the heading that the title repeats: what
is guessed from classes or addresses names wrong authors and dates too often.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from qatynas.documents.told import Told, iso_date, language_code, one_line

_DATES = (
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "pubdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
)
_AUTHORS = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator")
_SITES = ("og:site_name", "application-name", "citation_journal_title")
_PUBLISHERS = ("dc.publisher", "dcterms.publisher", "citation_publisher")
_ADDRESSES = ("og:url",)
_ARTICLE = re.compile(r"article|posting|report|webpage|legislation|book", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})")
_DOTTED = re.compile(r"(?:\d\d:\d\d[ ,]+)?(\d{2})\.(\d{2})\.(\d{4})(?:[ ,]+\d\d:\d\d)?")
_DATED = re.compile(r"(?:^|[\s_-])(?:date|published|pubdate)(?:$|[\s_-])", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[-–—|•·:»/]+\s+")
_LONGEST_DATA = 1_000_000  # characters of JSON-LD that are looked at
_MOST_NODES = 1_000


def told(root: Any) -> Told:
    """What a page tells of itself; its elements are left as they are."""
    metas, data = _metas(root), _article(root)
    return Told(
        title=_title(root, metas, data),
        date=_date(root, metas, data),
        language=_language(root),
        url=_url(root, metas, data),
        authors=_authors(metas, data),
        container=_first([*_given(metas, _SITES), *_names(data.get("isPartOf")), *_names(data.get("publisher"))]),
        publisher=_first([*_given(metas, _PUBLISHERS), *_names(data.get("publisher"))]),
    )


def _metas(root: Any) -> list[tuple[str, str]]:
    """Names and contents of the `<meta>`s of a page, and of what else bears an `itemprop` and a content."""
    return [
        (name.strip().lower(), meta.get("content"))
        for meta in root.iter("meta")
        for key in ("property", "name", "itemprop")
        if (name := meta.get(key)) and meta.get("content")
    ]


def _given(metas: list[tuple[str, str]], names: Iterable[str]) -> list[str]:
    return [content for name in names for known, content in metas if known == name]


def _first(words: Iterable[str]) -> str | None:
    return next(filter(None, map(one_line, words)), None)


def _title(root: Any, metas: list[tuple[str, str]], data: dict[str, Any]) -> str | None:
    """The title of what is told, not of the site: a heading that the page's title repeats is the best sign."""
    whole = _first(_texts(root, "title"))
    given = _first([*_given(metas, ("og:title", "citation_title", "dc.title")), *_strings(data.get("headline"))])
    within = f"{whole or ''} {given or ''}".casefold()
    headings = [words for words in map(one_line, _texts(root, "h1", "h2")) if words and words.casefold() in within]
    first = _first(_texts(root, "h1"))
    repeated = max((one for one in headings if " " in one), key=len, default=None)
    return repeated or given or _part(root, whole) or whole or first


def _part(root: Any, whole: str | None) -> str | None:
    """The longest part of `site - title` or `title | site` that stands in the page by itself."""
    parts = [part for part in _BETWEEN.split(whole or "") if part.count(" ") >= 2]
    if len(parts) == 0 or parts == [whole]:
        return None
    stand = {" ".join(one.text.split()) for one in root.iter("div", "p", "b", "strong", "span", "td") if one.text}
    return max((part for part in parts if part in stand), key=len, default=None)


def _texts(root: Any, *tags: str) -> Iterator[str]:
    return ("".join(element.itertext()) for element in root.iter(*tags))


def _date(root: Any, metas: list[tuple[str, str]], data: dict[str, Any]) -> str | None:
    given = [*_given(metas, _DATES[:2]), *_strings(data.get("datePublished")), *_given(metas, _DATES[2:])]
    given += [time.get("datetime") or "" for time in root.iter("time")]
    return next(filter(None, map(_day, given)), None) or _shown(root)


def _day(words: str) -> str | None:
    match = _COMPACT.fullmatch(words.strip())
    return iso_date("-".join(match.groups()) if match else words)


def _shown(root: Any) -> str | None:
    """The day that is shown where the page marks a date, if it is one: day, month and year with full stops."""
    marked = (element for element in root.iter("span", "div", "p") if _DATED.search(element.get("class") or ""))
    words = [(element.text or "").strip() for element in marked if not len(element)]
    found = {match.groups() for one in words if (match := _DOTTED.fullmatch(one))}
    return iso_date("-".join(reversed(found.pop()))) if len(found) == 1 else None


def _language(root: Any) -> str | None:
    """The declared language; `kz`, the code of the country, stands for Kazakh on many a site.

    That of `<body>` is not asked: word processors write there what they were installed in.
    """
    found = language_code(root.get("lang") or root.get("xml:lang") or "")
    return "kk" if found == "kz" else found


def _url(root: Any, metas: list[tuple[str, str]], data: dict[str, Any]) -> str | None:
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    given = [*links, *_given(metas, _ADDRESSES), *_strings(data.get("url"))]
    return next((url for words in given if (url := one_line(words)) and url.startswith(("http://", "https://"))), None)


def _authors(metas: list[tuple[str, str]], data: dict[str, Any]) -> tuple[str, ...]:
    found = [*_given(metas, _AUTHORS), *_names(data.get("author"))]
    names = [name for words in found if (name := one_line(words)) and "://" not in name]
    return tuple(dict.fromkeys(names))


def _article(root: Any) -> dict[str, Any]:
    """The JSON-LD object that tells of the article; empty where there is none."""
    for script in root.iter("script"):
        words = script.text or ""
        if (script.get("type") or "").lower() != "application/ld+json" or len(words) > _LONGEST_DATA:
            continue
        try:
            nodes = _nodes(json.loads(words, strict=False))
        except (ValueError, RecursionError):
            continue
        if found := next((node for node in nodes if _ARTICLE.search(str(node.get("@type"))[:200])), None):
            return found
    return {}


def _nodes(data: object) -> list[dict[str, Any]]:
    """Objects of JSON-LD, the outer ones first."""
    waiting, out = [data], list[dict[str, Any]]()
    while waiting and len(out) < _MOST_NODES:
        node = waiting.pop(0)
        if isinstance(node, dict):
            out.append(node)
            waiting.append(node.get("@graph"))
        elif isinstance(node, list):
            waiting += node[:_MOST_NODES]
    return out


def _strings(value: object) -> list[str]:
    return [value] if isinstance(value, str) else []


def _names(value: object) -> list[str]:
    """Names of the persons or bodies of JSON-LD."""
    if isinstance(value, list):
        return [name for one in value[:20] if not isinstance(one, list) for name in _names(one)]
    return _strings(value.get("name")) if isinstance(value, dict) else _strings(value)
