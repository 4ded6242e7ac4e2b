"""Facts as JSON lines: FORMAT's fields, and what people have decided of each."""

from collections.abc import Iterable, Iterator

from qatynas.facts.json import encode
from qatynas.facts.kinds import Fact, Instrument

UNREVIEWED = "unreviewed"


def lines(facts: Iterable[Fact]) -> Iterator[bytes]:
    """One line of the format a fact, newline included, with what was decided of it as last field.

    The field is `status`, as the format says. Instruments have a `status` of their own (`signed`, …), whose
    meaning the format forbids to change: what was decided of one stands in `review`, which every line has.
    """
    for fact in facts:
        yield with_fields(encode(fact), _decided(fact)) + b"\n"


def with_fields(line: bytes, fields: bytes) -> bytes:
    """Put more fields at the end of the JSON object `line`; `fields` are written as in an object."""
    return line[:-1] + b"," + fields + b"}"


def _decided(fact: Fact) -> bytes:
    review = f'"review":"{UNREVIEWED}"'
    return (review if isinstance(fact, Instrument) else f'"status":"{UNREVIEWED}",{review}').encode()
