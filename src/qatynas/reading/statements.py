"""Statements: words or an opinion attributed to a named or described speaker."""

from collections.abc import Iterator, Sequence
from typing import Literal

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Statement, Why
from qatynas.reading.context import context
from qatynas.reading.frames import Hit
from qatynas.reading.incumbents import meant
from qatynas.reading.party import Party
from qatynas.reading.quotes import quotations
from qatynas.reading.roles import candidates, earlier, fill
from qatynas.reading.scene import Scene
from qatynas.reading.time import date_before

_SPEAKERS = frozenset(("person", "office", "body", "state", "organisation"))
_CLASSES: dict[str, Literal["official", "expert", "media"]] = {"EDU": "expert", "JRN": "media", "GOV": "official"}


def find(scenes: Sequence[Scene]) -> Iterator[Statement]:
    """Statements of a document; quoted words may run on into the next sentences of the passage."""
    for k, scene in enumerate(scenes):
        told = [s for hit in scene.hits if hit.sense.kind == "statement" and (s := _framed(scenes, k, hit))]
        yield from told[:1] or _introduced(scenes, k)


def _framed(scenes: Sequence[Scene], k: int, hit: Hit) -> Statement | None:
    scene = scenes[k]
    if (hit.analysis.get("Voice") == "Pass" and not _speech(scene, hit)) or (
        hit.sense.object == "words" and not _reports(scene, hit)
    ):
        return None
    told = [p for p in fill(scene, hit).get("speaker", []) if _speaks(p)]
    if not told:
        near = [p for p in candidates(scene, hit) if p.rank == "expert" and not p.after]
        told = [p for p in (*earlier(scene, hit), *near) if _speaks(p) and p.case == "Nom"]
    if not told:
        return None
    speaker = max(told, key=lambda p: (p.kind != "state", bool(p.codes), p.first < hit.first, p.first))
    return _statement(scenes, k, speaker, hit.realisation.rule, tuple(scene.words[j].form for j in hit.words), hit)


def _reports(scene: Scene, hit: Hit) -> bool:
    """Whether what was said stands right before: a clause in the accusative («келгенін»), «деп», or quoted words."""
    if len(hit.words) > 1 and scene.words[hit.words[0]].form.lower() in scene.story.words("links", "said"):
        return True
    before = scene.words[hit.first - 1] if hit.first else None
    return before is not None and before.get("Case") == "Acc" and before.get("VerbForm") in ("Part", "Vnoun")


def _introduced(scenes: Sequence[Scene], k: int) -> Iterator[Statement]:
    """A speaker right before a colon: «Президент: ...»."""
    scene = scenes[k]
    for party in scene.parties:
        named = _speaks(party) and party.kind in ("person", "office") and party.case == "Nom"
        if named and party.last + 2 < len(scene.words) and scene.words[party.last].form == ":":
            yield _statement(scenes, k, party, "statement:colon", (":",), None)
            return


def _speaks(party: Party) -> bool:
    experts = party.rank == "expert"
    known = bool(party.codes or party.person or experts) or (party.kind == "body" and bool(party.actors))
    return bool(party.actors) and known and party.kind in _SPEAKERS and not party.attributive


def _statement(
    scenes: Sequence[Scene], k: int, speaker: Party, rule: str, words: tuple[str, ...], hit: Hit | None
) -> Statement:
    scene = scenes[k]
    start, end, direct = _content(scene, speaker, hit)
    start = min(start, len(scene.words) - 1)
    end = max(min(end, len(scene.words)), start + 1)
    first = min(speaker.first, start)
    date = date_before(scene, 0, start)
    actor = _known(_described(speaker, scene), scene)
    return Statement(
        evidence=(scene.evidence(first, max(end, speaker.last, hit.last if hit and not direct else end)),),
        date=date.date if date else None,
        context=context(scene, start, end),
        speaker=actor,
        form="direct" if direct else "indirect",
        text=_text(scene, start, end),
        about=_about(scene, start, end),
        speaker_class=_class(speaker, actor[0]),
        why=Why(rule, words, meant(scene, [speaker], date.date if date else None)),
    )


def _about(scene: Scene, first: int, last: int) -> tuple[Actor, ...]:
    """Of which relation the words `first:last` tell: of the states that they name, where these are several.

    Else of the two sides at hand, where the sentence names no third state; else of all that the sentence names.
    """
    inside = {a.code for p in scene.parties if first <= p.first < last and not p.implied for a in p.actors}
    named = tuple(a for a in scene.states if a.code in inside)
    if len(named) > 1:
        return named
    sides = tuple(Actor(a.name, a.code) for a in scene.pair)
    return sides if {a.code for a in scene.states} <= {a.code for a in sides} else scene.states


def _class(speaker: Party, actor: Actor) -> Literal["official", "expert", "media"]:
    """What the speaker speaks as; an expert or a journalist never speaks for the state that is told of them."""
    if speaker.rank == "expert":
        return "media" if actor.sector == "JRN" else "expert"
    return _CLASSES.get(actor.sector or "", "expert" if actor.code is None else "official")


def _described(speaker: Party, scene: Scene) -> tuple[Actor, ...]:
    """The speaker; experts without a name are told by their words («отандық тарихшылар»), never as states at hand."""
    if speaker.rank != "expert" or speaker.person or (speaker.codes and not speaker.pair):
        return speaker.actors
    last = scene.words[speaker.last - 1]
    named = [a for a in speaker.actors if a.code is None]
    name = named[0].name if named else last.form.lower() if last.get("Case") == "Nom" else speaker.title or last.lemma
    before = scene.words[speaker.first - 1] if speaker.first else None
    told = f"{before.form.lower()} {name}" if before is not None and before.upos == "ADJ" else name
    return (Actor(told, None, "EDU"),)


def _known(actors: tuple[Actor, ...], scene: Scene) -> tuple[Actor, ...]:
    return tuple(
        Actor(a.name, scene.story.persons[s].code, a.sector or "GOV")
        if a.code is None and (s := a.name.split()[-1]) in scene.story.persons
        else a
        for a in actors
    )


def _content(scene: Scene, speaker: Party, hit: Hit | None) -> tuple[int, int, bool]:
    """What was said, as words `first:last`, and whether in the speaker's own words."""
    words = scene.words
    quotes = _speech(scene, hit)
    if quotes:
        start, shut = max(quotes, key=lambda q: q[1] - q[0])
        return start, shut + 1, True
    if hit is None:
        return speaker.last + 1, len(words), True
    if not _reports(scene, hit) and (hit.last < len(words) // 2 or words[min(hit.last, len(words) - 1)].form == ","):
        return hit.last, len(words), False
    return speaker.last, max(hit.first, speaker.last + 1), False


def _speech(scene: Scene, hit: Hit | None) -> list[tuple[int, int]]:
    return [q for q in quotations(scene.words) if q[1] - q[0] > 1 and _spoken(scene, *q, hit)]


def _spoken(scene: Scene, start: int, shut: int, hit: Hit | None) -> bool:
    """Whether quoted words are somebody's speech: a sentence, or right before «деп» or the trigger; no title."""
    words = scene.words
    if hit is None or start not in scene.titles or (start > 0 and words[start - 1].form == ":"):
        return True
    marks = scene.story.words("links", "said") | scene.story.words("links", "titled")
    behind = next((k for k in range(shut + 1, len(words)) if words[k].upos != "PUNCT"), shut)
    return words[behind].form.lower() in marks or hit.first <= behind < hit.last


def _text(scene: Scene, start: int, end: int) -> str:
    words = scene.words
    return scene.story.text.restored[words[start].start : words[end - 1].end].strip(' ,;:.«»“”"–—-')
