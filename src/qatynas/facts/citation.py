"""What a citation mark points to: an item of the list of sources, and the work that the item describes."""

from msgspec import Struct


class Work(Struct, frozen=True):
    """A work as an item of a list of sources describes it; null or empty where the item does not tell it plainly.

    Every field holds the item's own words (restored); `container` is the journal, newspaper, book or site that the
    work stands in, `year` the year as it is printed, `pages` those of the work itself, or how many it has.
    """

    authors: tuple[str, ...] = ()
    title: str | None = None
    container: str | None = None
    place: str | None = None
    publisher: str | None = None
    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    url: str | None = None


class Cited(Struct, frozen=True):
    """One of the things that a mark cites.

    `number` is its number in the list of sources or its sign among the notes, null where the mark holds the item
    itself; `pages` the cited pages, null where the mark names none. `item` are the words of the list's item or of the
    note (restored), `work` what they describe; both null where the document has no such item.
    """

    number: str | None = None
    pages: str | None = None
    item: str | None = None
    work: Work | None = None

    def __str__(self) -> str:
        """The number and pages, and the item where it is known: for tables."""
        told = ", ".join(filter(None, (self.number, self.pages)))
        return f"{told}: {self.item}" if self.item else told
