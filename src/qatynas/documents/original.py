"""The checks that every original text passes before it becomes a `Document`."""

import re
from typing import Any, NamedTuple

from qatynas.documents.document import Document, State
from qatynas.errors import Refused
from qatynas.settings import limit

SURROGATE = re.compile("[\ud800-\udfff]")


class Original(NamedTuple):
    """A text that may be stored, and how much of the document it is."""

    text: str
    state: State = "read"
    reason: str | None = None
    warnings: tuple[str, ...] = ()


def checked(text: str) -> Original:
    """The text without what no store can hold, cut at the setting `max_characters`.

    Raises `Refused`: `empty` where there is nothing but white space, `binary` where there are NUL characters.
    """
    if "\0" in text:
        raise Refused("binary: the text has NUL characters")
    if not text or text.isspace():
        raise Refused("empty: there is no text")
    text, halves = SURROGATE.subn("\ufffd", text)
    kept, reason = cut(text)
    return Original(kept, "partly" if reason else "read", reason, _lost(text, halves))


def cut(text: str) -> tuple[str, str | None]:
    """At most `max_characters` of a text, and where some were left out, the reason for which it is partly read."""
    most = limit("max_characters")
    if len(text) <= most:
        return text, None
    return text[:most], f"size: only the first {most:,} of {len(text):,} characters were read"


def _lost(text: str, halves: int) -> tuple[str, ...]:
    """Replacement characters are counted, whoever made them: they are never silent."""
    lost = text.count("\ufffd")
    if not lost:
        return ()
    which = f", {halves} of them halves of surrogate pairs" if halves else ""
    return (f"characters lost: {lost} (U+FFFD stands in their place{which})",)


def refusal(refused: Refused, **fields: Any) -> Document:
    """The document that stands for one that was refused; `fields` are those of `Document`."""
    return Document(state="refused", reason=refused.reason, **fields)
