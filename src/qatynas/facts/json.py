"""Facts as JSON lines, in and out without loss, and the JSON Schema made from the types."""

from typing import Any

import msgspec

from qatynas.errors import QatynasError
from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import AnyFact, Fact


def _out(value: Any) -> Any:
    if isinstance(value, Edtf):
        return str(value)
    raise NotImplementedError(type(value))


def _in(kind: type, value: Any) -> Any:
    if kind is Edtf:
        return Edtf.parse(value)
    raise NotImplementedError(kind)


_ENCODER = msgspec.json.Encoder(enc_hook=_out)
_DECODER: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact, dec_hook=_in)


def encode(fact: Fact) -> bytes:
    """One line of JSON, UTF-8, without the newline."""
    return _ENCODER.encode(fact)


def decode(line: bytes | str) -> AnyFact:
    """The fact that a line tells. Raises `QatynasError` with the field and the reason."""
    try:
        return _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise QatynasError(f"not a fact of format 1: {error}") from None


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line."""

    def hook(kind: type) -> dict[str, Any]:
        if kind is Edtf:
            return {"type": "string", "description": Edtf.__doc__.splitlines()[0] if Edtf.__doc__ else ""}
        raise NotImplementedError(kind)

    (root,), components = msgspec.json.schema_components([AnyFact], schema_hook=hook)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Qatynas fact, format 1",
        **root,
        "$defs": components,
    } if "$defs" not in root else root
