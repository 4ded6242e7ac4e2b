"""An instrument as it stands in a sentence, with what was done to it, before facts are made of it."""

from dataclasses import dataclass

from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import InstrumentType
from qatynas.languages.language import DateExpression
from qatynas.reading.frames import Hit
from qatynas.reading.scene import Scene
from qatynas.reading.signatories import unnamed

SPAN = 12  # words that an act's evidence may take in besides the act


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An instrument as it stands in a sentence, before its facts are made of it."""

    scene: Scene
    type: InstrumentType
    head: int
    first: int
    title: str | None
    parties: tuple[Actor, ...]
    act: Hit | None
    dates: tuple[DateExpression, ...]
    items: tuple[tuple[int, int], ...] = ()
    strong: bool = False
    noun: int = 0  # the first word of its noun
    named: tuple[int, int] = (0, 0)  # the words of its title, which tell no acts of their own
    again: "Draft | None" = None  # the instrument named before that it is («құжат күшіне енді»)
    doers: tuple[Actor, ...] = ()  # who did what was done to it, where they are not its parties
    one_of: "Draft | None" = None  # the instruments of the sentence before of which it is one («олардың бастысы»)
    before: tuple[Evidence, ...] = ()


def with_unnamed(draft: Draft) -> set[str | None]:
    """A sign that states without a name take part («он сегіз елмен») or act («бес ел»)."""
    clause = draft.scene.clause_of(draft.head)
    with_others = any(
        p.unnamed and p.case == "Ins" and clause.first <= p.first < clause.last for p in draft.scene.parties
    )
    return {None} if with_others or (draft.act and unnamed(draft.scene, draft.act)) else set()


def proposed(draft: Draft) -> bool:
    """Whether the act is only what somebody proposes to do: «келісім жасасуды ұсынды»."""
    act = draft.act
    if act is None or act.analysis.get("VerbForm") != "Vnoun" or act.analysis.get("Case") != "Acc":
        return False
    return any(h.sense.act == "propose" and act.last <= h.last - 1 <= act.last + 1 for h in draft.scene.hits)
