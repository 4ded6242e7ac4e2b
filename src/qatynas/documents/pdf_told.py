"""What a PDF tells of itself, where its metadata are no leavings of the program that made it."""

import re
from collections.abc import Mapping

from qatynas.documents.layout import Paper
from qatynas.documents.told import Told, iso_date, one_line

_PROGRAM = re.compile(
    r"(?:microsoft (?:word|excel|powerpoint|office)\b|untitled|document ?\d*$|документ ?\d*$|без имени|слайд ?\d+"
    r"|layout ?\d*$|print|scan|[\w.-]+\.(?:docx?|odt|rtf|pdf|xlsx?|pptx?|indd|qxd|cdr|p65|html?|txt)$|[\W\d_]+$)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:[\w.-]*\s?(?:user|admin|administrator|owner|пользователь|администратор|home|acer|asus|lenovo|hp|dell|windows|office)"
    r"(?:\s.*)?|[\W\d_]+)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(rb"prism:publicationDate\s*(?:>|=\s*[\"'])\s*([0-9T:.+Z-]{10,35})")
_FIRST_HEADING = 300  # characters in which the heading stands that is a title


def told(meta: Mapping[str, str], data: bytes, made: Paper) -> Told:
    """Title, authors and date of publication.

    The day on which a file was made is none of publication: only the field of PRISM, the standard of publishers,
    is taken for one. Where the metadata have no title, the first heading is one, if it stands at the top of the
    first page.
    """
    published = _PUBLISHED.search(data)
    return Told(
        title=_title(meta.get("Title", "")) or _heading(made),
        date=iso_date(published[1].decode("ascii")) if published else None,
        authors=tuple(filter(None, map(_author, re.split(r";|,(?=\s*[^\W\d_]{2,}\s)", meta.get("Author", ""))))),
    )


def _title(words: str) -> str | None:
    title = one_line(words)
    return None if title is None or _PROGRAM.match(title) else title


def _author(words: str) -> str | None:
    """A person's name has two words at least; what has one is the name of an account."""
    name = one_line(words)
    if name is None or _NOBODY.fullmatch(name) or len(re.findall(r"[^\W\d_]+", name)) < 2:
        return None
    return name


def _heading(made: Paper) -> str | None:
    first = next((part for part in made.parts if part.kind == "heading"), None)
    if first is None or first.number != 1 or "\f" in made.text[: first.start] or first.start > _FIRST_HEADING:
        return None
    return one_line(first.label)
