"""A sentence on trial, drawn for people."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qatynas.cli import phrases
from qatynas.cli.screen import console, grid, table, text
from qatynas.cli.section import ID_SHOWN

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from qatynas.facts.kinds import Fact
    from qatynas.languages.language import DateExpression, Name
    from qatynas.reading.party import Party
    from qatynas.reading.scene import Scene
    from qatynas.reading.trial import Trial, Tried

NONE = "none"
FLAGS = {"impossible": "no such day", "relative": "counted from a date that is not known here"}


def draw(trial: "Trial", heading: str) -> None:
    """Print all that was found in one sentence."""
    screen, scene = console(), trial.scene
    screen.print(text(heading, "bold"))
    screen.print(text(scene.sentence.text))
    screen.print(_words(scene))
    _section(screen, "Names", ((_quoted(scene, n.first, n.last), [_name(n)]) for n in scene.names))
    _section(screen, "Parties", ((_quoted(scene, p.first, p.last), _party(p, scene)) for p in scene.parties))
    _section(screen, "Dates", ((f"«{_restored(scene, d)}»", [_date(d)]) for d in scene.dates))
    clauses = enumerate(scene.clauses, start=1)
    _section(screen, "Clauses", ((str(k), [_quoted(scene, *clause)]) for k, clause in clauses))
    _section(screen, "Frames that fired", (_tried(scene, one) for one in trial.fired))
    _section(screen, "Frames that nearly fired", (_tried(scene, one) for one in trial.nearly))
    _section(screen, "Facts", ((fact.id[:ID_SHOWN], _fact(fact)) for fact in trial.facts))


def _section(screen: "Console", title: str, told: Iterable[tuple[str, list[str]]]) -> None:
    """Print a heading and below it labels with their lines, or that there are none."""
    rows = list(told)
    if not rows:
        screen.print(text(f"{title}: {NONE}", "bold"))
        screen.print()
        return
    screen.print(text(title, "bold"))
    drawn = grid()
    drawn.columns[0].no_wrap, drawn.columns[0].overflow = False, "fold"
    drawn.columns[0].max_width = screen.width * 2 // 5
    for label, lines in rows:
        for number, line in enumerate(lines):
            drawn.add_row(text("" if number else label, "dim"), text(line))
    screen.print(drawn)
    screen.print()


def _words(scene: "Scene") -> "Table":
    drawn = table(("word", "lemma", "part", "case", "features"), "")
    for word in scene.words:
        if word.upos != "PUNCT":
            others = (f"{name}={value}" for name, value in word.best.features.items() if name != "Case")
            told = " ".join([*others, *(["guessed"] if not word.best.known else [])])
            case = word.get("Case") or ""
            drawn.add_row(*map(text, (word.form, word.lemma, word.upos, case, told)))
    return drawn


def _restored(scene: "Scene", date: "DateExpression") -> str:
    return scene.story.text.restored[date.start : date.end]


def _quoted(scene: "Scene", first: int, last: int) -> str:
    return f"«{scene.story.text.restored[scene.words[first].start : scene.words[last - 1].end]}»"


def _name(name: "Name") -> str:
    return ", ".join(filter(None, (f"{name.kind}: {name.name}", name.code, name.case, name.rank)))


def _party(party: "Party", scene: "Scene") -> list[str]:
    """Who is meant, and how the words stand."""
    who = phrases.actors(scene.pair if party.pair else party.actors)
    marks = (
        party.case,
        party.after and f"postposition {party.after}",
        party.owned and f"owns «{scene.words[party.owned.word].form}» ({party.owned.case})",
        party.attributive and "only modifies what follows",
        party.relative is not None and f"subject of «{scene.words[party.relative or 0].form}»",
        party.implied and "state not named: the home state",
        party.antecedent and f"stands for «{party.antecedent}»",
        party.pair and "the two sides of the relation at hand",
    )
    return [f"{who or 'nobody by name'} · {', '.join(str(mark) for mark in marks if mark)}"]


def _date(date: "DateExpression") -> str:
    return str(date.date) if date.date else FLAGS.get(date.flag, "no date")


def _tried(scene: "Scene", one: "Tried") -> tuple[str, list[str]]:
    """The rule, and below each other: what it means and where it stands, its words, its roles, what came of it."""
    hit = one.hit
    sense = " ".join(filter(None, (hit.sense.type, hit.sense.mode)))
    lines = [f"{sense}, {hit.realisation.place}", "words " + ", ".join(f"«{scene.words[k].form}»" for k in hit.words)]
    for role, parties in one.roles.items():
        filled = ", ".join(_quoted(scene, p.first, p.last) for p in parties)
        lines.append(f"{role} {filled or 'nobody'} ({' '.join(hit.realisation.roles[role])})")
    return hit.realisation.rule, [
        *lines,
        *([f"no fact: {one.reason}"] if one.roles else [one.reason]) * bool(one.reason),
    ]


def _fact(fact: "Fact") -> list[str]:
    date = f" · {fact.date}" if fact.date else ""
    return [
        f"{fact.kind}: {phrases.what(fact)}",
        f"{phrases.who(fact) or 'nobody'}{date}",
        f"confidence {fact.confidence}",
    ]
