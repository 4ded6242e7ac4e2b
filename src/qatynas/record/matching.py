"""Which document of a record an entry of a library is."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from qatynas.documents.bibliography import Entry, file_name

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(www\.)?|^www\.")
_DOI = re.compile(r"\b10\.\d{4,9}/\S+")
_EDGES = " .,;:«»“”„\"'…"


class Candidate(NamedTuple):
    """A document by what an entry may name; `text` is one for all documents of the same text."""

    id: str
    name: str
    text: str
    url: str | None
    doi: str | None
    title: str | None


class Match(NamedTuple):
    """The document, and what it was known by; `problem` where several fit."""

    document: str | None
    by: str | None = None
    problem: str | None = None


class Matching:
    """Documents asked for by entries. A name, address or title that several texts share decides nothing."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._known: dict[str, dict[str, list[Candidate]]] = {"file name": {}, "URL": {}, "DOI": {}, "title": {}}
        for each in candidates:
            self._note("file name", each, _folded(file_name(each.name)))
            self._note("URL", each, _url(each.url))
            self._note("DOI", each, _doi(each.doi) or _doi(each.url))
            self._note("title", each, _title(each.title))

    def find(self, entry: Entry) -> Match:
        """The document that an entry is: by the name of its file, then URL, DOI and exact title."""
        told = entry.source
        problem = None
        for by, keys in (
            ("file name", [_folded(name) for name in entry.files]),
            ("URL", [_url(told.url)]),
            ("DOI", [_doi(told.doi) or _doi(told.url)]),
            ("title", [_title(told.title)]),
        ):
            found = [each for key in keys if key for each in self._known[by].get(key, ())]
            texts = {each.text: each for each in reversed(found)}
            if len(texts) == 1:
                return Match(min(each.id for each in found), by)
            if texts and problem is None:
                problem = f"several documents have this {by}: {', '.join(sorted(each.id for each in found)[:4])}"
        return Match(None, None, problem)

    def _note(self, by: str, each: Candidate, key: str) -> None:
        if key:
            self._known[by].setdefault(key, []).append(each)


def _folded(text: str | None) -> str:
    return " ".join(normalize("NFC", text or "").casefold().split())


def _url(text: str | None) -> str:
    return _SCHEME.sub("", _folded(text)).partition("#")[0].rstrip("/")


def _doi(text: str | None) -> str:
    found = _DOI.search(_folded(text))
    return found[0].rstrip(".") if found else ""


def _title(text: str | None) -> str:
    return _folded(text).strip(_EDGES)
