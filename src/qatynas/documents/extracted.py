"""What an extractor gives: the text of a file that is no plain text, its parts, and what it tells of itself."""

from msgspec import Struct

from qatynas.documents.part import Part
from qatynas.documents.told import Told

NEEDS_OCR = "needs OCR"
"""The first words of the reason why a scan is refused."""
HELP = "run the command again with --ocr"
"""What to do about it."""


class Enclosed(Struct, frozen=True):
    """A file within a file, as an attachment of a letter: a document of its own."""

    name: str
    data: bytes


class Extracted(Struct, frozen=True, kw_only=True):
    """Text as first extracted (FORMAT.md), from then on the original; pages end in U+000C.

    `extractor` names what made it, with versions (`qatynas-html/2 lxml/5.3`). `partly`: why only a part was read,
    null where all was; `warnings`: one line each.
    `pictures`: the numbers of pages that hold pictures and no text, which would have to be recognised.
    `enclosed`: files within it; beside them `text` may be empty, or
    `refused` for the reason given.
    """

    text: str
    extractor: str
    parts: tuple[Part, ...] = ()
    told: Told = Told()
    warnings: tuple[str, ...] = ()
    partly: str | None = None
    pictures: tuple[int, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    refused: str | None = None
