"""Reads documents about relations between states into a record that can be checked.

    >>> import qatynas
    >>> reading = qatynas.read_text("…")
    >>> reading.facts

Everything public is in `__all__`: `read_text`, `read_file`, `read_many`, `Text`, `Reading`, `Record`, the kinds
of fact, and the values that they are made of. Each is imported when it is first asked for (PEP 562), so that
`import qatynas` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qatynas.documents.text import Text
    from qatynas.facts.actor import Actor
    from qatynas.facts.edtf import Edtf
    from qatynas.facts.evidence import Evidence
    from qatynas.facts.kinds import (
        Claim,
        Event,
        Figure,
        Instrument,
        Mention,
        Milestone,
        Office,
        Period,
        Programme,
        Project,
        Reference,
        Statement,
    )
    from qatynas.reading.reader import read_file, read_many, read_text
    from qatynas.reading.reading import Reading
    from qatynas.record.store import Record

    __version__: str

__all__ = [
    "Actor",
    "Claim",
    "Edtf",
    "Event",
    "Evidence",
    "Figure",
    "Instrument",
    "Mention",
    "Milestone",
    "Office",
    "Period",
    "Programme",
    "Project",
    "Reading",
    "Record",
    "Reference",
    "Statement",
    "Text",
    "read_file",
    "read_many",
    "read_text",
]

_ELSEWHERE = {
    "Actor": "qatynas.facts.actor",
    "Edtf": "qatynas.facts.edtf",
    "Evidence": "qatynas.facts.evidence",
    "Reading": "qatynas.reading.reading",
    "Record": "qatynas.record.store",
    "Text": "qatynas.documents.text",
    "read_file": "qatynas.reading.reader",
    "read_many": "qatynas.reading.reader",
    "read_text": "qatynas.reading.reader",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        value: Any = import_module("importlib.metadata").version("qatynas")
    elif name in __all__:
        value = getattr(import_module(_ELSEWHERE.get(name, "qatynas.facts.kinds")), name)
    else:
        raise AttributeError(f"module 'qatynas' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
