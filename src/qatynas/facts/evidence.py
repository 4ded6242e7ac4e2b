"""The exact words that a fact stands on."""

from msgspec import Struct

from qatynas.errors import EvidenceError


class Evidence(Struct, frozen=True, omit_defaults=True):
    """A span of a document's original text, in code points; `quote` is exactly `original[start:end]`.

    `page` is the page's place in the file, from 1, and `section` the heading that the words stand under, where the
    document has such.
    """

    document: str
    start: int
    end: int
    quote: str
    page: int | None = None
    section: str | None = None

    def check(self, original: str) -> None:
        """Raise `EvidenceError` unless the quote stands at its span of `original` and is not empty."""
        if not 0 <= self.start < self.end <= len(original) or original[self.start : self.end] != self.quote:
            raise EvidenceError(f"{self.document}: no «{self.quote[:60]}» at {self.start}:{self.end}")
