"""How a run of `qatynas read` went: counts, and what a person must be told."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qatynas.cli.ledger import Entry, Ledger

if TYPE_CHECKING:
    from qatynas.reading.reading import Reading
    from qatynas.record.outcome import Outcome
    from qatynas.record.stored import StoredDocument

TOLD = {"new": "new", "same": "unchanged", "edition": "new edition", "reread": "read anew", "refused": "refused"}


class Tally:
    """Counts by outcome, and the ledger of the documents."""

    def __init__(self) -> None:
        self._outcomes: Counter[str] = Counter()
        self._partly = 0
        self.ledger = Ledger()

    def add(self, reading: "Reading", outcome: "Outcome") -> None:
        """Count one document that the record has taken or refused."""
        told = reading.document.id, outcome.value, reading.state, reading.reason, len(reading.facts), reading.warnings
        self._note(Entry(*told))

    def hold(self, document: "StoredDocument") -> None:
        """Count one document that the record holds already and that was not read again."""
        told = document.id, "same", document.state, document.reason, document.facts, document.warnings
        self._note(Entry(*told))

    def _note(self, entry: Entry) -> None:
        self._outcomes[entry.outcome] += 1
        self._partly += entry.state == "partly"
        self.ledger.add(entry)

    @property
    def refused(self) -> int:
        """How many documents could not be read."""
        return self._outcomes["refused"]

    @property
    def kept(self) -> int:
        """How many documents of this run are in the record."""
        return self._outcomes.total() - self.refused

    def counts(self) -> dict[str, int]:
        """Documents by outcome; `partly` counts again those of which only a part was read."""
        return {**{outcome: self._outcomes[outcome] for outcome in TOLD}, "partly": self._partly}

    def complaints(self) -> Iterator[str]:
        """Each document that was refused or partly read; equal warnings of many documents told once."""
        for entry in self.ledger.entries():
            if entry.state != "read":
                yield f"{entry.id}: {entry.state}: {entry.reason}"
        for text, first, documents in self.ledger.warnings():
            more = f" and {documents - 1} more" if documents > 1 else ""
            yield f"{first}{more}: warning: {text}"

    def __str__(self) -> str:
        """One line of counts."""
        told = [f"{self._outcomes[outcome]} {words}" for outcome, words in TOLD.items() if outcome != "refused"]
        return ", ".join([*told, f"{self._partly} partly", f"{self.refused} refused"])
