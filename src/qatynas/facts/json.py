"""Facts as JSON lines, in and out without loss, and the JSON Schema made from the types.

`python -m qatynas.facts.json > docs/facts.schema.json` writes the schema anew.
"""

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
    if kind is not Edtf:
        raise NotImplementedError(kind)
    if not isinstance(value, str):
        raise ValueError("a date is a string in EDTF, or null")
    return Edtf.parse(value)


def _schema(kind: type) -> dict[str, Any]:
    if kind is Edtf:
        return {"type": "string", "description": "A date, interval or set of dates in EDTF (ISO 8601-2:2019)."}
    raise NotImplementedError(kind)


_ENCODER = msgspec.json.Encoder(enc_hook=_out)
_DECODER: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact, dec_hook=_in)


def encode(fact: Fact) -> bytes:
    """One line of JSON, UTF-8, without the newline."""
    return _ENCODER.encode(fact)


def decode(line: bytes | str) -> AnyFact:
    """Read the fact that a line tells. Raises `QatynasError` with the field and the reason."""
    try:
        return _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise QatynasError(f"not a fact of format 1: {error}") from None


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line."""
    made = msgspec.json.schema(AnyFact, schema_hook=_schema)
    del made["discriminator"]  # OpenAPI's keyword, which JSON Schema does not have
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Qatynas fact, format 1",
        **made,
    }


def schema_text() -> str:
    """Write the schema as docs/facts.schema.json holds it."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")
