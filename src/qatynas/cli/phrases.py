"""Facts in a few words, as a cell of a table tells them."""

from collections.abc import Iterable

from qatynas.cli.codes import name
from qatynas.facts.actor import Actor
from qatynas.facts.kinds import (
    Bound,
    Claim,
    Event,
    Fact,
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
from qatynas.ontology.acts import acts
from qatynas.ontology.lexicon import kept

NOTHING_READ = "nothing was read: the record holds no text (begin with `qatynas read FILE...`)"
NO_FACT_READ = "nothing was read: facts are not yet read from the languages of these documents"
BOUNDS: dict[Bound, str] = {"exact": "", "about": "about ", "over": "over ", "under": "under "}


def what(fact: Fact) -> str:
    """Tell the fact, without who takes part and when."""
    match fact:
        case Event():
            return _event(fact)
        case Instrument():
            return _joined(fact.title or "", f"({_joined(fact.type, fact.reported_status or fact.status)})")
        case Programme():
            return _programme(fact)
        case Project():
            return f"{fact.name} ({fact.type})"
        case Statement():
            return f"“{fact.text}”" if fact.form == "direct" else fact.text
        case Period():
            return fact.label
        case Figure():
            return _joined(_number(fact.value, fact.bound), fact.unit, fact.of and f"({fact.of})")
        case Office():
            return f"{fact.person}, {fact.title}"
        case Reference():
            return f"[{fact.marker}]"
        case Claim():
            return f"{fact.type}: {fact.text}"
        case Milestone():
            return f"{fact.type}: {fact.name}"
        case Mention():
            return f"{fact.label}: {fact.name}"
    return fact.kind


def who(fact: Fact) -> str:
    """Name who takes part: `actor → recipient` where a fact has two sides."""
    match fact:
        case Event(recipient=[_, *_]):
            return f"{actors(fact.actor) or '?'} → {actors(fact.recipient)}"
        case Figure() | Reference():
            return actors(fact.about)
    return actors(fact.actors)


def years(first: int | None, last: int | None) -> str:
    """Give the years from first to last."""
    if first is None or last is None or first == last:
        return str(first if first is not None else last or "")
    return f"{first}–{last}"


def _event(event: Event) -> str:
    # The act comes before the PLOVER type and mode, which are for machines (FORMAT.md, "act").
    label = acts().get(event.act or "", {}).get("english")
    told = label or event.act or _joined(event.type, event.mode)
    auxiliary = event.auxiliary and f"[{', '.join(event.auxiliary)}]"
    return _joined(told, event.place and f"({event.place})", auxiliary)


def actors(several: Iterable[Actor]) -> str:
    """Name actors; whoever is not named as states usually are has the code behind the name."""
    return ", ".join(map(_actor, several))


def _actor(actor: Actor) -> str:
    if actor.code is None or actor.code == actor.name or actor.name in _usual_names(actor.code):
        return actor.name
    return f"{actor.name} ({actor.code})"


@kept(None)
def _usual_names(code: str) -> frozenset[str]:
    """Names of a state or organisation in English and in the languages that are read."""
    from qatynas.languages.registry import READ, language

    return frozenset([name(code), *(known.name_of(code) for known in map(language, READ) if known)])


def _programme(fact: Programme) -> str:
    people = None if fact.people is None else f"{_number(fact.people, fact.people_bound)} people"
    money = fact.money and _joined(_number(fact.money.amount, fact.money_bound), fact.money.currency)
    return _joined(fact.name, fact.abbreviation and f"({fact.abbreviation})", money, people)


def _number(value: float, bound: Bound | None) -> str:
    return BOUNDS[bound or "exact"] + (f"{value:,.0f}" if float(value).is_integer() else f"{value:,}")


def _joined(*words: object) -> str:
    return " ".join(str(word) for word in words if word)
