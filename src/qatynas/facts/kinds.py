"""The kinds of fact: FORMAT.md's fields, in its order, as immutable values.

Every field is printed, empty or not, so that a reader of the JSON sees what a kind can hold.
"""

from typing import Literal

from msgspec import Struct

from qatynas.facts.actor import Actor
from qatynas.facts.citation import Cited
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.treaty import Provision, Signatory

Auxiliary = Literal["historical", "future", "hypothetical", "negation"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
InstrumentType = Literal[
    "treaty", "agreement", "declaration", "memorandum", "charter", "protocol", "plan", "statement", "communique",
    "constitution", "other",
]  # fmt: skip
Status = Literal["signed", "adopted", "ratified", "in_force", "ended", "in_preparation"]
ReportedStatus = Literal[
    "proposed", "negotiated", "initialled", "signed", "adopted", "ratified", "in_force", "amended", "extended",
    "suspended", "denounced", "replaced", "ended",
]  # fmt: skip
ProjectType = Literal["pipeline", "power_line", "railway", "trade_route", "facility", "other"]
ClaimType = Literal["interest", "factor", "problem", "priority"]
MilestoneType = Literal["founded", "reorganised", "independence", "incorporated", "dissolved"]
Effect = Literal["binds", "divides"]
Subtype = Literal["status", "principle", "goal", "assessment", "role"]
Bound = Literal["exact", "about", "over", "under"]
Label = Literal[
    "GPE", "LOCATION", "PERSON", "ORGANISATION", "POSITION", "NORP", "DATE", "MONEY", "QUANTITY", "PERCENTAGE",
    "EVENT", "LAW", "PROJECT", "FACILITY",
]  # fmt: skip


class Money(Struct, frozen=True):
    """A sum of money; `currency` is an ISO 4217 code, never converted."""

    amount: float
    currency: str | None = None


class Step(Struct, frozen=True, omit_defaults=True):
    """How one thing of a fact was found: the `words` that tell it give the value `gives` to the field `field`.

    `by` says how they do: a case (`Nom`), the case of the noun that they own (`Of+Acc`), a postposition, a feature of
    the verb (`Tense=Aor`), a word that tells a mood. `resolved`: what the words mean and where that is told, where
    they do not name it themselves.
    """

    field: str
    gives: str
    words: str = ""
    by: str = ""
    resolved: str = ""


class Why(Struct, frozen=True):
    """Why a fact was read: the rule or frame, the words that fired it, how each role was filled, and step by step."""

    rule: str
    words: tuple[str, ...] = ()
    roles: dict[str, str] = {}
    steps: tuple[Step, ...] = ()


class Fact(Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What every fact has. `id` is set by `identity.identify` once a document's facts are all known."""

    format: Literal[1] = 1
    id: str = ""
    evidence: tuple[Evidence, ...]
    date: Edtf | None = None
    context: tuple[str, ...] = ()
    auxiliary: tuple[Auxiliary, ...] = ()
    confidence: float | None = None
    why: Why | None = None

    @property
    def kind(self) -> str:
        """The name of the fact's kind, as in FORMAT.md."""
        return str(self.__struct_config__.tag)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody who takes part, in the order of the kind's fields."""
        return ()


class Event(Fact, frozen=True, kw_only=True, tag="event"):
    """Something that states or those who act for them did, do or will do towards each other."""

    type: EventType
    mode: str | None = None
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    place: str | None = None
    act: str | None = None
    level: Literal["state", "official", "working", "private", "transit"] | None = None
    rank: Literal["head_of_state", "head_of_government", "minister", "parliament", "expert"] | None = None
    sphere: tuple[str, ...] = ()
    mechanism: bool = False

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Actor side first, then the recipient's."""
        return self.actor + self.recipient


class Instrument(Fact, frozen=True, kw_only=True, tag="instrument"):
    """A document agreed between, or declared by, parties.

    `text_here`: the document that was read is, or holds, its text, and the fields from `place` on are read from that.
    `languages` are those of the authentic texts (ISO 639-1), `prevails` the one that counts where they differ.
    """

    type: InstrumentType
    title: str | None = None
    parties: tuple[Actor, ...] = ()
    status: Status | None = None
    reported_status: ReportedStatus | None = None
    form: Literal["bilateral", "multilateral", "joint", "unilateral"] | None = None
    sphere: tuple[str, ...] = ()
    text_here: bool = False
    place: str | None = None
    languages: tuple[str, ...] = ()
    prevails: str | None = None
    enters_into_force: Provision | None = None
    duration: Provision | None = None
    extension: Provision | None = None
    termination: Provision | None = None
    signatories: tuple[Signatory, ...] = ()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The parties."""
        return self.parties


class Programme(Fact, frozen=True, kw_only=True, tag="programme"):
    """A standing programme of cooperation; who pays stands first among the parties."""

    name: str
    abbreviation: str | None = None
    parties: tuple[Actor, ...] = ()
    money: Money | None = None
    money_bound: Bound | None = None
    people: int | None = None
    people_bound: Bound | None = None
    sphere: tuple[str, ...] = ()
    mechanism: bool = False

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The parties."""
        return self.parties


class Project(Fact, frozen=True, kw_only=True, tag="project"):
    """A thing to be built or linked across states."""

    name: str
    type: ProjectType = "other"
    parties: tuple[Actor, ...] = ()
    sphere: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The parties."""
        return self.parties


class Statement(Fact, frozen=True, kw_only=True, tag="statement"):
    """Words or an opinion attributed to a named or described speaker; `text` is restored.

    `second_hand`: the author has the words from another work («цит. по»), not from where they were said.
    """

    speaker: tuple[Actor, ...] = ()
    form: Literal["direct", "indirect"]
    text: str
    about: tuple[Actor, ...] = ()
    speaker_class: Literal["official", "expert", "media", "author"] | None = None
    second_hand: bool = False

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The speakers."""
        return self.speaker


class Period(Fact, frozen=True, kw_only=True, tag="period"):
    """A stretch of a relation that an author sets apart; `date` is the interval."""

    label: str
    parties: tuple[Actor, ...] = ()
    by: str | None = None

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The parties."""
        return self.parties


class Figure(Fact, frozen=True, kw_only=True, tag="figure"):
    """A quantity told of the relation; of a range («5-6 мың») `value` is the lower end and `high` the upper one."""

    value: float
    unit: str = ""
    of: str = ""
    bound: Bound = "exact"
    high: float | None = None
    about: tuple[Actor, ...] = ()


class Office(Fact, frozen=True, kw_only=True, tag="office"):
    """A person holds an office of a state or organisation; `person` is in the nominative."""

    person: str
    title: str
    holder_of: tuple[Actor, ...] = ()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The state or organisation that the office belongs to."""
        return self.holder_of


class Reference(Fact, frozen=True, kw_only=True, tag="reference"):
    """A citation mark and what it supports; `cited` are the items that it points to, in its order.

    `second_hand`: the author cites these words through another work («цит. по»).
    """

    marker: str
    about: tuple[Actor, ...] = ()
    cited: tuple[Cited, ...] = ()
    second_hand: bool = False


class Claim(Fact, frozen=True, kw_only=True, tag="claim"):
    """An interest, factor, problem or priority that the text ascribes to a relation."""

    type: ClaimType
    parties: tuple[Actor, ...] = ()
    text: str
    by: str | None = None
    holder: tuple[Actor, ...] = ()
    effect: Effect | None = None
    subtype: Subtype | None = None
    sphere: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The parties."""
        return self.parties


class Milestone(Fact, frozen=True, kw_only=True, tag="milestone"):
    """A change in what a state or its organ is; `name` is what was founded or changed."""

    type: MilestoneType
    parties: tuple[Actor, ...] = ()
    name: str = ""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The polity itself; for an organ, the state it belongs to."""
        return self.parties


class Mention(Fact, frozen=True, kw_only=True, tag="mention"):
    """A name or expression in the text; `date` is that of a `DATE`."""

    label: Label
    name: str
    code: str | None = None


# fmt: off
AnyFact = (
    Event | Instrument | Programme | Project | Statement | Period | Figure | Office | Reference | Claim
    | Milestone | Mention
)
_ALL: tuple[type[Fact], ...] = (
    Event, Instrument, Programme, Project, Statement, Period, Figure, Office, Reference, Claim, Milestone, Mention,
)
# fmt: on
KINDS: dict[str, type[Fact]] = {str(kind.__struct_config__.tag): kind for kind in _ALL}
