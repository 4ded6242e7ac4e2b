"""Strategies that several test modules share: EDTF strings, actors, evidence, facts of every kind."""

from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from qatynas.facts import kinds
from qatynas.facts.actor import Actor, Sector
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence

QUALIFIER = st.sampled_from(["", "", "", "~", "?", "%"])
YEARS = st.integers(1000, 2100).map(str)
DAYS = st.dates(date(1000, 1, 1), date(2100, 12, 31)).map(date.isoformat)
MONTHS = DAYS.map(lambda day: day[:7])
SEASONS = st.builds(lambda year, code: f"{year}-{code}", YEARS, st.integers(21, 41))
MASKS = st.one_of(
    YEARS.map(lambda year: year[:2] + "XX"),
    YEARS.map(lambda year: year[:3] + "X"),
    YEARS.map(lambda year: year + "-XX"),
    MONTHS.map(lambda month: month + "-XX"),
)
WHOLE = st.one_of(YEARS, MONTHS, DAYS)
PLAIN = WHOLE | MASKS


def _in_order(dates: tuple[str, str]) -> tuple[str, str]:
    one, two = sorted(dates, key=lambda text: Edtf.parse(text).sort_key)
    return one, two


def intervals(ends: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Intervals between such dates, and from or to one of them."""
    opened = ends.flatmap(lambda text: st.sampled_from([f"{text}/..", f"../{text}", f"{text}/", f"/{text}"]))
    return st.tuples(ends, ends).map(_in_order).map("/".join) | opened


PAIRS = st.tuples(PLAIN, PLAIN).map(_in_order)
SETS = st.one_of(
    PAIRS.map(lambda pair: f"[{pair[0]},{pair[1]}]"),
    PAIRS.map(lambda pair: f"{{{pair[0]},{pair[1]}}}"),
    st.tuples(YEARS, YEARS).map(_in_order).map(lambda pair: f"{{{pair[0]}..{pair[1]}}}"),
)
QUALIFIED = st.builds(str.__add__, WHOLE, QUALIFIER)
EDTF_TEXTS = st.one_of(PLAIN, QUALIFIED, SEASONS, intervals(PLAIN), SETS)
EDTF_DATES = EDTF_TEXTS.map(Edtf.parse)

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
ACTORS = st.builds(Actor, TEXTS, st.none() | TEXTS, st.none() | st.sampled_from(get_args(Sector)))
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
EVIDENCE = st.builds(
    lambda document, start, quote, page: Evidence(document, start, start + len(quote), quote, page),
    TEXTS,
    st.integers(0, 10_000),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
    st.none() | st.integers(1, 500),
)
WHY = st.builds(
    kinds.Why,
    rule=TEXTS,
    words=st.lists(TEXTS, max_size=2).map(tuple),
    roles=st.dictionaries(TEXTS, TEXTS, max_size=2),
)
st.register_type_strategy(Edtf, EDTF_DATES)
st.register_type_strategy(Actor, ACTORS)
st.register_type_strategy(Evidence, EVIDENCE)
st.register_type_strategy(kinds.Why, WHY)


def _field(name: str, annotation: Any) -> st.SearchStrategy[Any]:
    """What a field may hold; lists stay short, and numbers are those that JSON has."""
    if name == "evidence":
        return st.lists(EVIDENCE, min_size=1, max_size=2).map(tuple)
    if annotation in (float, float | None):
        return NUMBERS if annotation is float else st.none() | NUMBERS
    if annotation == kinds.Money | None:
        return st.none() | st.builds(kinds.Money, NUMBERS, st.none() | TEXTS)
    if getattr(annotation, "__origin__", None) is tuple:
        return st.lists(st.from_type(annotation.__args__[0]), max_size=2).map(tuple)
    if annotation is str or annotation == str | None:
        return TEXTS if annotation is str else st.none() | TEXTS
    return st.from_type(annotation)


def facts_of(kind: type[kinds.Fact]) -> st.SearchStrategy[kinds.Fact]:
    """Facts of one kind with every field filled, those with a default too."""
    annotations: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        annotations |= {k: v for k, v in getattr(base, "__annotations__", {}).items() if k in kind.__struct_fields__}
    return st.builds(kind, **{name: _field(name, annotation) for name, annotation in annotations.items()})


FACTS = st.sampled_from(list(kinds.KINDS.values())).flatmap(facts_of)
