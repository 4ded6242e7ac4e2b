"""What the text of an instrument says of itself: its final clauses and who signed it."""

from msgspec import Struct

from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf


class Provision(Struct, frozen=True):
    """What an instrument lays down of its own life, in its own words.

    `text` is the sentence (restored), `article` the number of the article that holds it. `date` is the day that the
    words themselves fix. `period` is a length of time in ISO 8601 (`P5Y`, `P6M`), or `unlimited`; null where the
    words name none plainly. What it measures depends on the field: of `duration` how long the instrument is in force,
    of `extension` for how long it goes on by itself each time, of `termination` how long before one gives notice.
    """

    text: str
    article: str | None = None
    date: Edtf | None = None
    period: str | None = None

    def __str__(self) -> str:
        """The words, for tables."""
        return self.text


class Signatory(Struct, frozen=True):
    """Who signed, and for whom; `name` and `title` (an office) are null where the text does not print them."""

    signs_for: Actor
    name: str | None = None
    title: str | None = None

    def __str__(self) -> str:
        """«Name (side)», for tables."""
        return f"{self.name} ({self.signs_for.name})" if self.name else self.signs_for.name
