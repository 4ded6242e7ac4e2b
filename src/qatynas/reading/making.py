"""Facts of one row of a table: each kind from the cells that tell its fields."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, cast, get_args

from msgspec import structs

from qatynas.errors import EdtfError
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import (
    Event,
    EventType,
    Fact,
    Figure,
    Instrument,
    InstrumentType,
    Milestone,
    Office,
    Period,
    Programme,
    Project,
    ProjectType,
    Statement,
    Status,
    Why,
)
from qatynas.languages import cell_values
from qatynas.ontology.plover import CONTEXTS, TYPES, modes
from qatynas.ontology.senses import Sense, senses
from qatynas.ontology.spheres import spheres
from qatynas.reading.cells import Cells

RULE = "row"
"""The rule that facts of rows tell under `why`."""
_STAGES: tuple[tuple[str, str, str], ...] = (
    ("signed", "sign", "signed"), ("adopted", "adopt", "adopted"), ("ratified", "ratify", "ratified"),
    ("in_force", "enter_into_force", "in_force"),
)  # fmt: skip
"""Dates of an instrument in the order in which they come: meaning, act, and the status from then on."""


class Making(NamedTuple):
    """A row on its way to facts: its cells, its words as evidence, its date, who took part in whatever role."""

    cells: Cells
    evidence: Evidence
    date: Edtf | None
    parties: tuple[Actor, ...]

    def common(self, date: Edtf | None = None) -> dict[str, Any]:
        """The fields of every fact; `date`: another than the row's."""
        cells = self.cells
        return {
            "evidence": (self.evidence,),
            "date": date or self.date,
            "context": tuple(word for word in cells.words("context").split(" | ") if word in CONTEXTS),
            "confidence": round(cells.sure, 2),
            "why": Why(RULE, steps=tuple(cells.steps)),
        }


def facts(made: Making, kind: str) -> Iterator[Fact]:
    """The facts of a kind that a row tells; what it lacks for that is noted."""
    yield from _MAKERS[kind](made)


def when(cells: Cells) -> Edtf | None:
    """The date of a row: of one column, from beginning to end, or of year, month and day apart."""
    first = cells.date("date") or cells.date("begin") or _of_parts(cells)
    last = cells.date("end")
    if first is None or last is None:
        return first or (Edtf.parse(f"../{last}") if last and not last.is_interval else None)
    try:
        return Edtf.parse(f"{str(first).split('/')[0]}/{str(last).split('/')[-1]}")
    except EdtfError:
        for column, cell in cells.columns("end"):
            cells.wrong(column, cell, "is before the beginning")
        return first


def _of_parts(cells: Cells) -> Edtf | None:
    year = cells.date("year")
    if year is None or not cells.has("month"):
        return year
    month = cells.choice("month", lambda cell: cell_values.value(cell, "month") or _number(cell, 12))
    if month is None:
        return year
    day = cells.choice("day", lambda cell: _number(cell, 31)) if cells.has("day") else None
    try:
        return Edtf.parse("-".join([str(year), month.zfill(2), *([day.zfill(2)] if day else [])]))
    except EdtfError:
        for column, cell in cells.columns("day"):
            cells.wrong(column, cell, "is no day of that month")
        return Edtf.parse(f"{year}-{month.zfill(2)}")


def _number(cell: str, most: int) -> str | None:
    plain = cell.strip(" .")
    return plain if plain.isascii() and plain.isdecimal() and 1 <= int(plain) <= most else None


def act_of(cells: Cells) -> str | None:
    """The act that a column of acts or types tells, else the one that a description begins with («Визит …»)."""
    for meaning in ("act", "type"):
        for column, cell in cells.columns(meaning):
            if cell.text in TYPES:  # CONSULT is a type, however like an act it looks
                continue
            if act := cell_values.value(cell.text, "act"):
                cells.note(column, cell, "act", act)
                return act
    for column, cell in cells.columns("act", "description", "title"):
        act = cell_values.beginning(cell.text, "act") or cell_values.ending(cell.text, "act")
        if act:
            cells.note(column, cell, "act", act)
            return act
    return None


def sense_of(act: str) -> Sense | None:
    """What an act is as an event: its type, mode and sides."""
    found = [sense for sense in senses().values() if sense.kind == "event" and sense.act == act]
    return next((sense for sense in found if sense.id == act), found[0] if found else None)


def _event(made: Making) -> Iterator[Fact]:
    cells = made.cells
    act = act_of(cells)
    sense = sense_of(act) if act else None
    type = _plover(cells) or (sense.type if sense else None)
    if type is None:
        _no_act(cells)
        return
    actor, recipient = _sides(made, sense)
    if not actor and not recipient:
        cells.lacks("nobody is named who takes part")
        return
    mode = cells.choice("mode", {mode: mode for mode in modes(type)}.get) if cells.has("mode") else None
    if sense and sense.object == "instrument" and cells.has("title"):
        yield from _of_act(made, sense)
    place, level, sphere = cells.words("place"), _level(cells), _spheres(cells)
    yield Event(
        **made.common(),
        type=cast(EventType, type),
        mode=mode or (sense.mode if sense and sense.type == type else None),
        actor=actor,
        recipient=recipient,
        place=place or None,
        act=act,
        level=cast(Any, level),
        sphere=sphere,
    )


def _no_act(cells: Cells) -> None:
    for column, cell in cells.columns("act", "type"):
        cells.wrong(column, cell, "is no act that is known")
        return
    cells.lacks("no act that is known stands in it")


def _plover(cells: Cells) -> str | None:
    for column, cell in cells.columns("type"):
        if cell.text.strip().upper() in TYPES:
            cells.note(column, cell, "type", cell.text.strip().upper())
            return cell.text.strip().upper()
    return None


def _sides(made: Making, sense: Sense | None) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who acts and towards whom; of a mutual act all stand in `actor` (FORMAT.md), and so do bare parties."""
    actor, recipient = made.cells.actors("actor"), made.cells.actors("recipient")
    if sense and sense.mutual:
        return _distinct(*actor, *recipient, *made.parties), ()
    known = {one.code for one in (*actor, *recipient) if one.code}
    others = tuple(one for one in made.parties if one.code is None or one.code not in known)
    if actor and not recipient:
        return actor, others
    return _distinct(*actor, *others), recipient


def _distinct(*actors: Actor) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for actor in actors:
        found.setdefault(actor.code or actor.name, actor)
    return tuple(found.values())


def _level(cells: Cells) -> str | None:
    if cells.has("level"):
        return cells.choice("level", lambda cell: cell_values.value(cell, "level"))
    for _, cell in cells.columns("act", "type", "description", "title"):
        found = cell_values.value(cell.text, "level") or cell_values.beginning(cell.text, "level")
        if found and cell_values.beginning(cell.text, "act"):
            return found
    return None


def _spheres(cells: Cells) -> tuple[str, ...]:
    found: list[str] = []
    for column, cell in cells.columns("sphere"):
        for piece in cell.text.replace("|", ";").replace(",", ";").split(";"):
            word = piece.strip()
            known = word if word in spheres() else cell_values.value(word, "sphere")
            if known:
                found.append(known)
            elif word:
                cells.wrong(column, cell, f"has a sphere that is not known («{word}»)")
    return tuple(dict.fromkeys(found))


def _of_act(made: Making, sense: Sense) -> Iterator[Fact]:
    """The instrument that an act was done to, where the row tells its title."""
    title = made.cells.words("title")
    if cell_values.noun(title, "instrument"):
        yield _instrument_of(made, made.date, title, sense.status)


def _instrument(made: Making) -> Iterator[Fact]:
    cells = made.cells
    title = cells.words("title", "name", "description")
    if not title and not cells.has("type"):
        cells.lacks("no title stands in it")
        return
    dates = [(act, status, date) for meaning, act, status in _STAGES if (date := cells.date(meaning))]
    ended = cells.date("ended")
    told = cells.choice("status", lambda cell: cell_values.value(cell, "status")) if cells.has("status") else None
    act = act_of_status(cells, told) if not dates else None
    last = "ended" if ended else dates[-1][1] if dates else None
    date = made.date or (dates[0][2] if dates else None)
    # A word for a status that is not known may mean that what the dates tell holds no longer.
    yield _instrument_of(made, date, title, told if cells.has("status") else last)
    stages = (dates or ([(act, "", date)] if act and date else [])) if made.parties else []
    for name, _, day in stages:
        sense = sense_of(name)
        if sense:
            yield Event(
                **made.common(day), type=cast(EventType, sense.type), actor=made.parties, act=name,
                place=(cells.words("place") or None) if name == "sign" else None, sphere=_known_spheres(cells),
            )  # fmt: skip


def act_of_status(cells: Cells, status: str | None) -> str | None:
    """The act that a bare date is of: what the act's column tells, else the signing or adoption that is the status."""
    for _, cell in cells.columns("act"):
        return cell_values.value(cell.text, "act")
    return {"signed": "sign", "adopted": "adopt"}.get(status or "")


def _known_spheres(cells: Cells) -> tuple[str, ...]:
    words = [piece.strip() for _, cell in cells.columns("sphere") for piece in cell.text.split(";")]
    return tuple(found for word in words if (found := cell_values.value(word, "sphere")))


def _instrument_of(made: Making, date: Edtf | None, title: str, status: str | None) -> Instrument:
    cells = made.cells
    type = next((found for _, cell in cells.columns("type") if (found := _instrument_type(cell.text))), None)
    sides = len(made.parties)
    sphere = _spheres(cells)
    return Instrument(
        **made.common(date),
        type=cast(InstrumentType, type or cell_values.noun(title, "instrument") or "other"),
        title=title or None,
        parties=made.parties,
        status=cast("Status | None", status),
        form="bilateral" if sides == 2 else "multilateral" if sides > 2 else None,
        sphere=sphere,
    )


def _instrument_type(cell: str) -> str | None:
    if cell in get_args(InstrumentType):
        return cell
    return cell_values.value(cell, "instrument") or cell_values.noun(cell, "instrument")


def _programme(made: Making) -> Iterator[Fact]:
    cells = made.cells
    name = _name(cells)
    if not name:
        return
    money, sum = cells.money()
    people = cells.amount("people")
    yield Programme(
        name=name,
        abbreviation=cells.words("abbreviation") or None,
        parties=_distinct(*cells.actors("actor"), *made.parties, *cells.actors("recipient")),
        money=money,
        money_bound=sum.bound if sum else None,
        people=int(people.value) if people and people.value is not None else None,
        people_bound=people.bound if people else None,
        sphere=_spheres(cells),
        **made.common(),
    )


def _project(made: Making) -> Iterator[Fact]:
    cells = made.cells
    if name := _name(cells):
        told = {type: type for type in get_args(ProjectType)}
        type = cells.choice("type", lambda cell: told.get(cell) or cell_values.value(cell, "project"))
        found = type or cell_values.noun(name, "project") or "other"
        parties, sphere = _distinct(*made.parties, *cells.actors("actor")), _spheres(cells)
        yield Project(name=name, type=cast(ProjectType, found), parties=parties, sphere=sphere, **made.common())


def _name(cells: Cells) -> str:
    name = cells.words("name", "title", "description")
    if not name:
        cells.lacks("no name stands in it")
    return name


def _office(made: Making) -> Iterator[Fact]:
    cells = made.cells
    person, title = cells.words("person"), cells.words("office", "title")
    if not person or not title:
        cells.lacks("no person stands in it" if not person else "no office stands in it")
        return
    holder = cells.actors("holder_of") or made.parties or cells.actors("actor")
    yield Office(person=person, title=title, holder_of=holder, **made.common())


def _statement(made: Making) -> Iterator[Fact]:
    cells = made.cells
    text = cells.words("text", "description")
    if not text:
        cells.lacks("no words stand in it")
        return
    speaker = cells.actors("speaker") or cells.actors("actor")
    yield Statement(speaker=speaker, form="direct", text=text, about=made.parties, **made.common())


def _period(made: Making) -> Iterator[Fact]:
    cells = made.cells
    label = cells.words("label", "title", "description")
    if not label:
        cells.lacks("no name of a period stands in it")
        return
    yield Period(label=label, parties=made.parties, by=cells.words("by") or None, **made.common())


def _figure(made: Making) -> Iterator[Fact]:
    cells = made.cells
    found = cells.amount("value")
    if found is None or found.value is None:
        if not cells.has("value"):
            cells.lacks("no number stands in it")
        return
    unit = cells.words("unit") or " ".join(filter(None, (found.rest, found.currency or "")))
    of, about = cells.words("of", "title", "description"), made.parties
    bound, high, about = found.bound, found.high, made.parties
    yield Figure(value=found.value, unit=unit, of=of, bound=bound, high=high, about=about, **made.common())


_MAKERS: Mapping[str, Callable[[Making], Iterator[Fact]]] = {
    "event": _event,
    "instrument": _instrument,
    "programme": _programme,
    "project": _project,
    "office": _office,
    "statement": _statement,
    "period": _period,
    "figure": _figure,
}
MADE = frozenset(_MAKERS)
"""The kinds of fact that rows of people's own tables make; the others come out of tables of our own alone."""


def filled(fact: Fact, made: Making) -> Fact:
    """A fact that the reader found in a row's words, with the row's date and parties where it has none.

    The date is when something was done, made or said: an office named in passing was not held that day alone.
    """
    changes: dict[str, Any] = {}
    if fact.date is None and made.date is not None and isinstance(fact, Event | Instrument | Milestone | Statement):
        changes["date"] = made.date
    if isinstance(fact, Event) and not fact.actor and not fact.recipient and made.parties:
        changes["actor"] = made.parties
    if isinstance(fact, Instrument) and not fact.parties and made.parties:
        changes["parties"] = made.parties
    return structs.replace(fact, **changes) if changes else fact


__all__ = ["MADE", "RULE", "Making", "act_of", "facts", "filled", "sense_of", "when"]
