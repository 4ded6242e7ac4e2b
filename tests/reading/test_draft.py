"""An instrument as it stands in a sentence: what is only proposed is not done."""

from collections.abc import Sequence
from functools import cache

from qatynas.facts.kinds import Event, Fact, Instrument
from qatynas.reading.reader import read_text


@cache
def facts(text: str) -> Sequence[Fact]:
    return read_text(text, language="kk").facts


def instruments(text: str) -> list[Instrument]:
    return [fact for fact in facts(text) if isinstance(fact, Instrument)]


def instrument(text: str) -> Instrument:
    (found,) = instruments(text)
    return found


def acts(text: str) -> list[Event]:
    return [fact for fact in facts(text) if isinstance(fact, Event)]


def test_what_is_only_proposed_is_not_done():
    assert [act.type for act in acts("Чехия Непалға виза туралы келісім жасасуды ұсынды.")] == ["REQUEST"]
