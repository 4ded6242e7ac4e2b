"""Sources as CSL-JSON, out and in (schema 1.0.2, https://github.com/citation-style-language/schema).

What is ours alone stands under `custom.qatynas`, where CSL leaves room for it.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from qatynas.errors import EdtfError, QatynasError
from qatynas.facts.edtf import Edtf
from qatynas.facts.source import FIELDS, Name, Source, layer, of_layer

OWN = ("kind", "origin", "rank", "restricted", "first-page")
_DATES = ("issued", "accessed")
_NAMES = ("author", "editor", "translator")
_PLAIN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_SEASONS = range(21, 25)  # EDTF's codes; CSL counts seasons from 1
_PARTS = frozenset(field.encode_name for field in msgspec.structs.fields(Name))


class Item(NamedTuple):
    """A source read from CSL-JSON, and what of it could not be taken, one line each."""

    source: Source
    faults: tuple[str, ...] = ()


def to_csl(source: Source, id: str, default_type: str) -> dict[str, Any]:
    """Write a source as an item of CSL-JSON; `default_type` is told where the source states no type of its own."""
    told = layer(source)
    own = {name: told.pop(name) for name in OWN if name in told}
    other = {name: msgspec.json.decode(value) for name, value in told.pop("other", ())}
    for name in _DATES:
        if name in told:
            told[name] = _date_out(told[name])
    if source.type is None:
        own["type"] = None
    custom = other.pop("custom", {}) | ({"qatynas": own} if own else {})
    return {"id": id, "type": default_type} | told | other | ({"custom": custom} if custom else {})


def of_csl(item: Mapping[str, Any]) -> Item:
    """Read an item of CSL-JSON. A field that cannot be taken is left out and named; so is no other."""
    rest = {name: value for name, value in item.items() if name != "id" and value not in (None, "", [], {})}
    custom = rest.pop("custom", None)
    own: Any = None
    if isinstance(custom, dict):
        own = custom.get("qatynas")
        if others := {name: value for name, value in custom.items() if name != "qatynas"}:
            rest["custom"] = others
    stated = {name: own[name] for name in (*OWN, "type") if name in own} if isinstance(own, dict) else {}
    told, faults = _fields(rest | stated)
    return Item(of_layer(told), tuple(faults))


def _fields(item: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    told: dict[str, Any] = {}
    faults: list[str] = []
    known = set(FIELDS.values()) - {"other"}
    for name, value in item.items():
        if name not in known or value is None:
            continue
        try:
            told[name] = _value(name, value)
            of_layer({name: told[name]})
        except (QatynasError, ValueError, TypeError) as error:
            told.pop(name, None)
            faults.append(f"{name} left out: {_reason(error)}")
    other = {name: value for name, value in item.items() if name not in known}
    if other:
        told["other"] = [[name, msgspec.json.encode(value).decode()] for name, value in sorted(other.items())]
    return told, faults


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()).removeprefix("not a source: ")


def _value(name: str, value: Any) -> Any:
    if name in _DATES:
        return _date_in(value)
    if name in _NAMES:
        return [_name(each) for each in value]
    if isinstance(value, int | float) and name not in OWN:
        return str(value)
    return value


def _name(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("a name is an object with family and given, or literal")
    told = {part: str(words) for part, words in value.items() if part in _PARTS and words}
    if not told:
        raise ValueError("a name without words")
    return told


def _date_out(text: str) -> dict[str, Any]:
    """CSL's form of an EDTF date: parts where it has them, else the EDTF itself as a literal."""
    circa = text.endswith("~") and "/" not in text
    sides = [_PLAIN.fullmatch(side) for side in (text.removesuffix("~") if circa else text).split("/")]
    parts = [[int(part) for part in side.groups() if part] for side in sides if side]
    if len(parts) != len(sides) or len(parts) > 2:
        return {"literal": text}
    seasons = [side[1] for side in parts if len(side) > 1 and side[1] > 12]
    if seasons and (len(parts) > 1 or seasons[0] not in _SEASONS):
        return {"literal": text}
    marks: dict[str, Any] = {"circa": True} if circa else {}
    if seasons:
        return {"date-parts": [[parts[0][0]]], "season": seasons[0] - _SEASONS[0] + 1, **marks}
    return {"date-parts": parts, **marks}


def _date_in(value: Any) -> str:
    if isinstance(value, str):
        return str(Edtf.parse(value))
    if not isinstance(value, dict):
        raise ValueError("a date is an object with date-parts, or EDTF")
    for form in ("literal", "raw", "edtf"):
        if isinstance(value.get(form), str):
            return str(Edtf.parse(value[form]))
    sides = [_side(side) for side in value.get("date-parts") or () if side and side[0] not in (None, "", 0)]
    if not 1 <= len(sides) <= 2:
        raise ValueError("a date without parts")
    season = value.get("season")
    if season and len(sides) == 1 and len(sides[0]) == 4:
        sides = [f"{sides[0]}-{_SEASONS[0] + int(season) - 1}"]
    # An approximate interval is approximate at both ends.
    mark = "~" if value.get("circa") else ""
    return str(Edtf.parse("/".join(side + mark for side in sides)))


def _side(parts: Any) -> str:
    numbers = [int(part) for part in parts if part not in (None, "")]
    if not 1 <= len(numbers) <= 3 or numbers[0] < 0:
        raise EdtfError(f"«{parts}» is no date")
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
