"""Ids and order of a document's facts (FORMAT.md, field `id`)."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import TypeVar

import msgspec

from qatynas.facts.kinds import Fact

F = TypeVar("F", bound=Fact)
ID_LENGTH = 16  # hexadecimal digits: 64 bits, one chance in 37,000 of any clash among a million facts


def identify(facts: Iterable[F], text_sha256: str) -> tuple[F, ...]:
    """Give each fact its id, and put them in the order of the format.

    The id is a hash of the text, the kind, the first piece of evidence and the rank among equals. The rank
    follows the order in which the facts are given, so a reader must give equals in a steady order.
    """
    ranks: Counter[tuple[str, str, int, int]] = Counter()
    out: list[F] = []
    for fact in facts:
        first = fact.evidence[0]
        key = (first.document, fact.kind, first.start, first.end)
        seed = f"{text_sha256}|{fact.kind}|{first.start}|{first.end}|{ranks[key]}"
        ranks[key] += 1
        out.append(msgspec.structs.replace(fact, id=sha256(seed.encode()).hexdigest()[:ID_LENGTH]))
    return tuple(sorted(out, key=order))


def order(fact: Fact) -> tuple[str, int, int, str, str]:
    """Sort key of the format: document, start, end, kind, id."""
    first = fact.evidence[0]
    return first.document, first.start, first.end, fact.kind, fact.id
