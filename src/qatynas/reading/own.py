"""Rows of a table that `qatynas export --format csv` wrote: each is the fact that it was made of, field by field.

Such a table is a flat view: `why` and all evidence but the first piece are not in it. The evidence of what comes in
is the row itself.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

from qatynas.errors import EdtfError
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import KINDS, Fact, Mention, Money, Why
from qatynas.reading.cells import Cells

_JOINER = " | "
_OURS = frozenset(("format", "id", "evidence", "why", "confidence"))
RULE = "row:own"


def fact(cells: Cells, evidence: Evidence) -> Fact | None:
    """The fact of a row, null where it is none, which is noted."""
    kind = cells.choice("kind", lambda cell: cell if cell in KINDS else None)
    if kind is None or KINDS[kind] is Mention:
        return None
    told = {column.meaning: cell.text for column, cell in cells.columns(*(c.meaning for c in cells.mapped.columns))}
    fields = {name: value for name, of in _fields(KINDS[kind]).items() if (value := _value(name, of, told)) is not None}
    given = {**fields, "evidence": msgspec.to_builtins([evidence]), "kind": kind, "confidence": 1.0}
    try:
        made: Fact = msgspec.convert(given, KINDS[kind], dec_hook=_date, strict=False)
    except (msgspec.ValidationError, EdtfError) as error:
        cells.lacks(f"it is no fact of kind {kind} ({error})")
        return None
    return msgspec.structs.replace(made, why=Why(RULE))


@cache
def _fields(kind: type[Fact]) -> Mapping[str, Any]:
    return {name: hint for name, hint in get_type_hints(kind).items() if name not in _OURS}


def _value(name: str, hint: Any, told: Mapping[str, str]) -> Any:
    kinds = {hint, *get_args(hint)}
    if Actor in kinds:
        return _actors(told.get(name, ""), told.get(f"{name}_codes", ""))
    if Money in kinds:
        amount = told.get(f"{name}_amount")
        return {"amount": amount, "currency": told.get(f"{name}_currency")} if amount else None
    text = told.get(name)
    if text and Ellipsis in kinds:
        return text.split(_JOINER)
    return text


def _actors(names: str, codes: str) -> list[dict[str, str | None]]:
    told = names.split(_JOINER) if names else []
    known = codes.split(_JOINER.strip()) if codes else []  # the spaces of an empty code at an end are cut off
    known += [""] * (len(told) - len(known))
    return [{"name": name, "code": code.strip() or None} for name, code in zip(told, known, strict=False)]


def _date(kind: type, value: Any) -> Any:
    return Edtf.parse(value) if kind is Edtf else value
