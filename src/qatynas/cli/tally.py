"""How a run of `qatynas read` went: counts, and what a person must be told."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qatynas.documents.document import State
    from qatynas.reading.reading import Reading
    from qatynas.record.outcome import Outcome
    from qatynas.record.stored import StoredDocument

TOLD = {"new": "new", "same": "unchanged", "edition": "new edition", "reread": "read anew", "refused": "refused"}


class Tally:
    """Counts by outcome, and the complaints of the documents that were not wholly read."""

    def __init__(self) -> None:
        self._outcomes: Counter[str] = Counter()
        self._partly = 0
        self._states: list[str] = []
        self._warnings: dict[str, list[str]] = {}

    def add(self, reading: "Reading", outcome: "Outcome") -> None:
        """Count one document that the record has taken or refused."""
        self._outcomes[outcome.value] += 1
        self._tell(reading.document.id, reading.state, reading.reason, reading.warnings)

    def hold(self, document: "StoredDocument") -> None:
        """Count one document that the record holds already and that was not read again."""
        self._outcomes["same"] += 1
        self._tell(document.id, document.state, document.reason, document.warnings)

    def _tell(self, name: str, state: "State", reason: str | None, warnings: tuple[str, ...]) -> None:
        if state != "read":
            self._states.append(f"{name}: {state}: {reason}")
        self._partly += state == "partly"
        for warning in warnings:
            self._warnings.setdefault(warning, []).append(name)

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
        yield from self._states
        for warning, names in self._warnings.items():
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            yield f"{names[0]}{more}: warning: {warning}"

    def __str__(self) -> str:
        """One line of counts."""
        told = [f"{self._outcomes[outcome]} {words}" for outcome, words in TOLD.items() if outcome != "refused"]
        return ", ".join([*told, f"{self._partly} partly", f"{self.refused} refused"])
