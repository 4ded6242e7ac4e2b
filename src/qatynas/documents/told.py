"""What a document tells of itself: title, date, language, each in the form that `Document` keeps."""

import re
from datetime import date
from typing import NamedTuple

_ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ][\d:.,]+ ?(?:Z|[+-]\d{2}:?\d{2})?)?")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]+)?")
_LONGEST_TITLE = 500
# Control characters and halves of surrogate pairs, which no store or terminal should meet.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Told(NamedTuple):
    """Title on one line, ISO date of publication, ISO 639-1 code; each null where the document is silent.

    `authors` as they are written; `container` is the journal, newspaper, site or book that the document stands in.
    """

    title: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    container: str | None = None
    publisher: str | None = None


def one_line(words: str) -> str | None:
    """`words` with every run of white space made one space, cut at 500 characters; null where nothing is left."""
    return " ".join(_UNPRINTABLE.sub(" ", words[: 4 * _LONGEST_TITLE]).split())[:_LONGEST_TITLE] or None


def iso_date(words: str) -> str | None:
    """The day of an ISO 8601 date or timestamp (`2014-05-29T10:00:00+06:00` → `2014-05-29`), else null.

    The day stays as it is written: a date of publication has no time zone.
    """
    match = _ISO_DATE.fullmatch(words.strip())
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1]).isoformat()
    except ValueError:
        return None


def language_code(tag: str) -> str | None:
    """ISO 639-1 code of a BCP 47 tag (`kk-KZ` → `kk`), else null."""
    match = _LANGUAGE.fullmatch(tag.strip())
    return match[1].lower() if match else None
