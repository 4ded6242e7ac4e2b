"""What becomes of a reading that is added to a record."""

from enum import StrEnum


class Outcome(StrEnum):
    """`new`: the first text of this document. `same`: nothing changed, not even a timestamp.

    `edition`: another text than the one that counted; the older stays beside it. `reread`: another reading of
    the same text, by other rules, words or circumstances. `refused`: the document could not be opened; that is
    recorded, and what an earlier text of it told stays.
    """

    new = "new"
    same = "same"
    edition = "edition"
    reread = "reread"
    refused = "refused"
