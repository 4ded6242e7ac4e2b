"""A reading: what one version of the reader found in one document. Immutable."""

from dataclasses import dataclass
from typing import Literal

from qatynas.documents.document import Document, State
from qatynas.documents.text import Text
from qatynas.facts.kinds import Fact, Mention
from qatynas.languages.registry import spoken


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What was found in `document`.

    It is keyed by the original's hash, the package's `version`, and `data`, one hash over all data files and
    user lexicons (DESIGN.md, "Reading"). `language` is that of the text (ISO 639-1, or `kk-Arab`) or null where it
    is not told; `facts` are in the order of the format, without mentions; `mentions` likewise.
    `cautions` are what the reader warns of.
    """

    document: Document
    text: Text
    language: str | None
    facts: tuple[Fact, ...] = ()
    mentions: tuple[Mention, ...] = ()
    version: str
    data: str
    limits: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    unread: Literal["", "language"] = ""

    @property
    def state(self) -> State:
        """`read`, `partly` (some of the text was not read: see `reason`) or `refused`."""
        return "partly" if self.limits and self.document.state == "read" else self.document.state

    @property
    def reason(self) -> str | None:
        """Why the state is not `read`, on one line."""
        return "; ".join(filter(None, (self.document.reason, *self.limits))) or None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know all the same, one line each."""
        if self.unread:
            language = spoken(self.language)
            told = f"facts are not yet read from texts in this language ({language}): kept whole, searchable"
            return (*self.document.warnings, told)
        return (*self.document.warnings, *self.cautions)
