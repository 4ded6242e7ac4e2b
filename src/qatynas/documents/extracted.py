"""What an extractor gives: the text of a file that is no plain text, its parts, and what it tells of itself."""

from msgspec import Struct

from qatynas.documents.part import Part
from qatynas.documents.told import Told

NEEDS_OCR = "needs OCR"
"""The first words of the reason why a scan is refused."""
HELP = "run the command again with --ocr"
"""What to do about it."""


class Extracted(Struct, frozen=True, kw_only=True):
    """Text as first extracted (FORMAT.md), from then on the original; pages end in U+000C.

    `extractor` names what made it, with versions (`qatynas-html/1 lxml/5.3`). `partly`: why only a part was read,
    null where all was; `warnings`: one line each.
    `pictures`: the numbers of pages that hold pictures and no text, which would have to be recognised.
    """

    text: str
    extractor: str
    parts: tuple[Part, ...] = ()
    told: Told = Told()
    warnings: tuple[str, ...] = ()
    partly: str | None = None
    pictures: tuple[int, ...] = ()
