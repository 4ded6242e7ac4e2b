"""Who takes part in a fact."""

from typing import Literal

from msgspec import Struct

Sector = Literal[
    "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "LEG", "MED", "EDU", "BUS", "CRM", "CVL", "UAF", "PRE",
    "IGO", "NGO", "ELI", "LAB", "AGR", "JRN", "JEW", "MUS", "BUD", "CHR", "HIN", "REL", "REF", "CIV", "SOC", "JNK",
]  # fmt: skip
"""PLOVER's sector codes (manual of 2021, "Actors")."""


class Actor(Struct, frozen=True):
    """A state, polity, organisation, or somebody who acts for one.

    `name` is restored and in the nominative; `code` an ISO 3166-1 alpha-3 code, an organisation's usual
    abbreviation or a gone polity's slug, null where none is known; `sector` a PLOVER sector code or null.
    """

    name: str
    code: str | None = None
    sector: Sector | None = None
