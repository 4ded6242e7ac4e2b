"""The checks that every original text passes before it becomes a `Document`."""

import re
from typing import Any, NamedTuple

from qatynas.documents.document import Document, State
from qatynas.errors import Refused
from qatynas.settings import limit

_SURROGATE = re.compile("[\ud800-\udfff]")


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
    text, halves = _SURROGATE.subn("\ufffd", text)
    most = limit("max_characters")
    state: State = "read" if len(text) <= most else "partly"
    reason = None if state == "read" else f"size: only the first {most:,} of {len(text):,} characters were read"
    return Original(text[:most], state, reason, _lost(text, halves))


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
