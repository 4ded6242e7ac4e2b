"""A text on trial: what each step of the reader makes of it, up to its facts, for whoever adds words or frames."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from qatynas.documents.document import Document
from qatynas.documents.original import checked
from qatynas.documents.text import Text
from qatynas.errors import QatynasError, Refused
from qatynas.facts.kinds import Fact
from qatynas.languages.registry import code_of, language, spoken
from qatynas.reading import drafts, events, programmes
from qatynas.reading.examples import unfired
from qatynas.reading.frames import Hit
from qatynas.reading.obstacles import told as obstacle_told
from qatynas.reading.party import Party
from qatynas.reading.reader import read_document
from qatynas.reading.roles import fill
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes

NO_FACT = "no fact was made of it"


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A frame that fired or nearly did: who fills its roles, and why no fact came of it (empty where one did)."""

    hit: Hit
    reason: str
    roles: Mapping[str, Sequence[Party]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One sentence: what was found in it, the frames that fired, those that nearly did, and its facts."""

    scene: Scene
    fired: Sequence[Tried]
    nearly: Sequence[Tried]
    facts: Sequence[Fact]


def tried(text: str) -> list[Trial]:
    """Read a text with every step kept, one trial a sentence. Raises `QatynasError` where it cannot be read.

    A text whose language its letters do not tell is taken as Kazakh: it may be of one word.
    """
    try:
        whole = Document(id="text", name="text", original=checked(text).text)
    except Refused as refused:
        raise QatynasError(f"this text cannot be read: {refused.reason}") from None
    code = code_of(whole.original, None) or "kk"
    known = language(code)
    if known is None:
        raise QatynasError(f"facts are not yet read from texts in this language ({spoken(code)})")
    restored = known.restore(Text(whole.original))
    told = scenes("text", restored, known, [s for s in known.sentences(restored.restored) if s.words], None)
    facts = read_document(structs.replace(whole, language=code), mentions=False).facts
    standing = programmes.find(told)
    instruments = drafts.find(told)
    return [
        _trial(scene, facts, drafts.words_of(found), standing.sides.get(scene.sentence.start))
        for scene, found in zip(told, instruments, strict=True)
    ]


def _trial(scene: Scene, facts: Sequence[Fact], taken: frozenset[int], programme: events.Sides | None) -> Trial:
    span = scene.story.text.span(scene.sentence.start, scene.sentence.end)
    here = [fact for fact in facts if span.start <= fact.evidence[0].start < span.end]
    return Trial(
        scene=scene,
        fired=[_fired(scene, hit, here, taken, programme) for hit in scene.hits],
        nearly=[Tried(hit=hit, reason=obstacle_told(scene, hit, kept)) for hit, kept in unfired(scene)],
        facts=here,
    )


def _fired(
    scene: Scene, hit: Hit, facts: Sequence[Fact], taken: frozenset[int], programme: events.Sides | None
) -> Tried:
    made = any(fact.why and _of(hit, fact.why.rule) for fact in facts)
    reason = events.stopped(scene, hit, taken, programme) if hit.sense.kind == "event" else ""
    instrument = hit.sense.object == "instrument"
    if instrument or not reason:
        # What is done to an instrument counts with it; of other kinds nothing tells why.
        reason = "" if made else "no instrument is told of that it is done to" if instrument else NO_FACT
    return Tried(hit=hit, reason=reason, roles=fill(scene, hit))


def _of(hit: Hit, rule: str) -> bool:
    return rule in (hit.realisation.rule, f"{hit.realisation.rule}:item")
