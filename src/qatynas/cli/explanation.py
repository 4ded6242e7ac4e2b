"""Why a fact was read, in plain words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from qatynas.cli import phrases
from qatynas.cli.naming import place
from qatynas.cli.screen import console, grid, text, visible
from qatynas.facts.kinds import Event, Fact, Step
from qatynas.ontology.plover import TYPES

if TYPE_CHECKING:
    from rich.console import Console

    from qatynas.languages.language import Realisation

AROUND = 120  # characters of the original before and behind the fact's own words
Rows = list[tuple[str, str]]

CASES = {
    "Nom": "nominative",
    "Gen": "genitive",
    "Dat": "dative",
    "Acc": "accusative",
    "Loc": "locative",
    "Abl": "ablative",
    "Ins": "instrumental",
}
SIGNS = {
    "Tense=Aor": "the tense of what is usual or to come",
    "Mood=Int": "the mood of intention",
    "Mood=Cnd": "the conditional mood",
    "Polarity=Neg": "the negative form",
    "VerbForm=Part|Tense=Pres": "the participle of the present",
    "VerbForm=Part|Tense=Fut": "the participle of what is to come",
    "aspect": "a word of the list `aspect`",
}
RULES = {
    "instrument:text": "the form of a text of an instrument: title, preamble, articles, closing formula, signatures",
    "instrument:signing": "the formula that closes the text of an instrument",
    "instrument": "a noun that names a kind of document, told with a title, with parties, or with what was done to it",
    "programme": "a standing programme of cooperation that is named",
    "project": "a thing to be built or linked, by a word for its type",
    "office": "a title and a person who stand together",
    "reference": "a mark of citation",
    "figure": "a number with what it counts, in a text about a relation",
    "period": "a stretch of years that the author sets apart",
    "statement": "words that somebody is told to have said or written",
    "row": "a row of a table, read by what its columns tell (`qatynas mapping`)",
    "mention": "a name or expression, by lists, rules or the tagger of names",
}
"""What a rule that is no realisation looks for, by its name or the first part of that."""


class Explained(NamedTuple):
    """A fact, its document, the original before and behind its words, and who read it."""

    fact: Fact
    source: str
    around: tuple[str, str]
    reader: str


def draw(told: Explained) -> None:
    """Print what was read, its words in their place, and why."""
    from rich.text import Text

    fact, screen = told.fact, console()
    screen.print(text(f"{fact.kind}: {phrases.what(fact)}", "bold"))
    screen.print(text(phrases.who(fact)), "\n", sep="")
    first = fact.evidence[0]
    words = Text.assemble(text(f"…{told.around[0]}", "dim"), text(first.quote, "bold reverse"))
    screen.print(words.append_text(text(f"{told.around[1]}…", "dim")))
    screen.print()
    _section(screen, "Frame" if frames(fact) else "Rule", _rule(fact))
    _section(screen, "Who", _filled(fact))
    _section(screen, "When", _when(fact))
    _section(screen, "How it is told", _how(fact))
    _section(screen, "Columns", _columns(fact))
    _section(screen, "Resolved from", [(f"{p.start}–{p.end}", f"«{p.quote}»") for p in fact.evidence[1:]])
    _section(screen, "Besides", _besides(fact))
    _section(screen, "Reading", _reading(told))


def _section(screen: "Console", title: str, rows: Rows) -> None:
    if not rows:
        return
    drawn = grid()
    for label, value in rows:
        drawn.add_row(text(f"  {label}", "dim"), text(value))
    screen.print(text(title, "bold"))
    screen.print(drawn)
    screen.print()


def frames(fact: Fact) -> "list[Realisation]":
    """The realisations of the lists in force that have the name of the fact's rule: several may share one."""
    from qatynas.languages.registry import READ, language

    rule = fact.why.rule.removesuffix(":item") if fact.why else ""
    known = [each for each in map(language, READ) if each]
    return [one for each in known for one in each.realisations() if one.rule == rule]


def _rule(fact: Fact) -> Rows:
    if fact.why is None:
        return [("", "nothing was noted when this fact was read")]
    rule, found = fact.why.rule, frames(fact)
    rows: Rows = [("rule", rule)]
    if found:
        rows += _frame(found)
    elif general := RULES.get(rule) or RULES.get(rule.split(":")[0]):
        rows.append(("looks for", general))
    else:
        rows.append(("", "no list in force has a frame of this name any more"))
    rows += [(step.gives, f"«{step.words}»") for step in _steps(fact, "text_here")]
    if rule.endswith(":item"):
        rows.append(("", "one thing of a list that the frame's word announces"))
    return [*rows, *([("fired by", ", ".join(f"«{word}»" for word in fact.why.words))] if fact.why.words else [])]


def _frame(found: "list[Realisation]") -> Rows:
    """Where the frame stands, what it means, and what it asks for."""
    from qatynas.ontology.senses import senses
    from qatynas.reading.frames import ANY

    one, sense = found[0], senses()[found[0].sense]
    rows: Rows = [("stands in", ", ".join(frame.place for frame in found))]
    rows.append(("sense", f"{sense.id}: {' '.join(filter(None, (sense.kind, sense.type, sense.mode)))}"))
    if sense.type in TYPES:
        rows.append(("definition", TYPES[sense.type].definition))
    rows.append(("trigger", "any verb" if one.trigger == (ANY,) else " … ".join(one.trigger)))
    for name in ("forms", "near", "without", "who"):
        if value := getattr(one, name):
            rows.append((name, ", ".join(value)))
    rows += [(f"{role} by", ", ".join(map(_marker, markers))) for role, markers in one.roles.items()]
    return [*rows, ("example", one.example)]


def _steps(fact: Fact, *fields: str) -> Iterator[Step]:
    return (step for step in (fact.why.steps if fact.why else ()) if step.field in fields)


def _filled(fact: Fact) -> Rows:
    """Who was found for each field, by which words; where the steps are not known, the roles as they were noted."""
    if fact.why and fact.why.rule == "row":
        return []
    fields = [name for name in fact.__struct_fields__ if isinstance(getattr(fact, name), tuple)]
    rows = [(step.field, _step(step)) for field in fields for step in _steps(fact, field) if field != "auxiliary"]
    if rows or fact.why is None:
        return rows
    return [(role, f"«{words}»") for role, words in fact.why.roles.items() if role in fields]


def _columns(fact: Fact) -> Rows:
    """Of a row of a table, what each column told but the date, which is told apart."""
    if fact.why is None or fact.why.rule != "row":
        return []
    return [(step.field, _step(step)) for step in fact.why.steps if step.field != "date"]


def _step(step: Step) -> str:
    """One step: its words and how they stand, what they mean, and who that is."""
    words = f"«{step.words}»" if step.words else ""
    by = f"({_by(step.by)})" if step.by else ""
    told = " ".join(filter(None, (words, by, f"[{step.resolved}]" if step.resolved else "")))
    return f"{told or 'not told by which words'} → {step.gives}"


def _by(told: str) -> str:
    """How words stand, with the names of cases spelt out."""
    marker, comma, where = told.partition(", ")
    name, _, owned = marker.partition(" ")
    return f"{_marker(name)}{f' {owned}' if owned else ''}{comma}{where}"


def _marker(marker: str) -> str:
    if marker.startswith("Of+"):
        return f"owner of a noun in the {CASES.get(marker[3:], marker[3:])}"
    return CASES.get(marker, marker)


def _when(fact: Fact) -> Rows:
    rows = []
    for step in _steps(fact, "date"):
        where = ", ".join(filter(None, (step.by, step.resolved)))
        rows.append(
            ("date", f"{f'«{step.words}» ' if step.words else ''}{f'({where}) ' if where else ''}→ {step.gives}")
        )
    if not rows and fact.why and (told := fact.why.roles.get("date")):
        rows.append(("date", f"none: {told}"))
    if not rows:
        rows.append(("date", str(fact.date) if fact.date else "none: the text gives this fact no date of its own"))
    return rows


def _how(fact: Fact) -> Rows:
    """What made the act future, unreal, denied or history, and what its type became by that."""
    rows: Rows = []
    for step in _steps(fact, "auxiliary"):
        by = SIGNS.get(step.by, step.by)
        rows.append((step.gives, f"«{step.words}»: {by}" if step.words else by))
    for step in _steps(fact, "type"):
        rows.append(("type", f"{step.gives}, and not {step.by}: {step.resolved}"))
    if isinstance(fact, Event) and not rows:
        rows.append(("", "as done: nothing tells that it is to come, unreal, denied or history"))
    return rows


def _besides(fact: Fact) -> Rows:
    """What else the reader noted: whom a title means, a number that can be read in two ways."""
    roles = fact.why.roles if fact.why else {}
    shown = {"date", *(step.field for step in (fact.why.steps if fact.why else ()))}
    return [(role, words) for role, words in roles.items() if role not in shown and not hasattr(fact, role)] + [
        (role, words) for role, words in roles.items() if role == "value"
    ]


def _reading(told: Explained) -> Rows:
    fact, first = told.fact, told.fact.evidence[0]
    sure = "not told" if fact.confidence is None else f"{fact.confidence} of 1: what is lowest is to be checked first"
    return [
        ("confidence", sure),
        ("source", f"{told.source}, characters {first.start}–{first.end}{place(first)}"),
        ("read by", told.reader),
        ("id", visible(fact.id)),
    ]
