"""What a record gives back: immutable values, none of which knows the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from qatynas.documents.document import State
from qatynas.facts.kinds import AnyFact
from qatynas.facts.source import Source, Whence


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredDocument:
    """A document as the record knows it.

    `state` and `reason` are those of the last attempt; `refused` with an `edition` means that an earlier text of
    it is here, whose facts still count. `copy_of` is the identity of another document of the same text, whose
    facts count in place of this one's. `edition` is the number (from 1) of the text that counts, of `editions`;
    both, `sha256` and the reader's `version` and `data` are null or 0 where no text was ever read. `facts` is
    how many the reading that counts has; `unread` says why it could have none ('language': facts are not yet read
    from it), and is empty otherwise. `file` is the JSONL file that the document is a line of. Times
    are UTC, ISO 8601.
    """

    id: str
    name: str
    file: str | None
    title: str | None
    date: str | None
    url: str | None
    language: str | None
    state: State
    reason: str | None
    warnings: tuple[str, ...]
    copy_of: str | None
    added_at: str
    read_at: str | None
    edition: int | None
    editions: int
    sha256: str | None
    media_type: str | None
    encoding: str | None
    version: str | None
    data: str | None
    unread: str
    facts: int

    @property
    def is_read(self) -> bool:
        """Whether facts could be read from its text: where there is none, the document tells of none."""
        return self.edition is not None and not self.unread


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredFact:
    """A fact and where it comes from: its document's identity, name and title, edition, and the reader."""

    fact: AnyFact
    document: str
    name: str
    title: str | None
    edition: int
    version: str
    data: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """What two codes, in alphabetical order, have together in the facts that count.

    `kinds` is how many facts of each kind; the years (astronomical) are the first and last that their dates
    name, null where none has a date; `documents` is how many documents tell of the two.
    """

    codes: tuple[str, str]
    kinds: dict[str, int]
    first_year: int | None
    last_year: int | None
    documents: int

    @property
    def facts(self) -> int:
        """How many facts of all kinds."""
        return sum(self.kinds.values())


class Context(NamedTuple):
    """Words of the original: before a quote, the quote, and behind it."""

    before: str
    quote: str
    after: str


class StoredSource(NamedTuple):
    """A document as a source, or (`document` null) an entry of a library that is no document of the record.

    `whence` says of each field, by its name in JSON, where it comes from; `library` is the imported file and `entry`
    the key there, both null where nothing was imported.
    """

    document: str | None
    name: str | None
    source: Source
    whence: Mapping[str, Whence]
    library: str | None
    entry: str | None
