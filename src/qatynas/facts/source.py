"""What a document is as a source: whose words, published where and when, of what kind and worth.

Fields are those of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables), to
which `qatynas.facts.csl` leads, and a few of our own. What is known of a source comes in layers: what the file tells
of itself, what an imported library says, what a person said. In each field the last of these that speaks counts.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
from msgspec import Struct

from qatynas.errors import QatynasError
from qatynas.facts.edtf import Edtf
from qatynas.ontology.source_kinds import source_kinds

Rank = Literal["primary", "secondary"]
"""`primary` is a text of those who acted or of their time; `secondary` one about it."""
Whence = Literal["file", "import", "hand"]
"""Where a field comes from, in rising order of authority."""
Layer = Mapping[str, Any]
"""Fields by name as JSON holds them; null says that there is none, whatever a layer below tells."""


class Name(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """A person by `family` and `given` name, or whoever has no such parts (a ministry, a paper) as `literal`."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    suffix: str | None = None

    def __str__(self) -> str:
        given = " ".join(part for part in (self.given, self.dropping_particle, self.non_dropping_particle) if part)
        return self.literal or ", ".join(part for part in (self.family, given, self.suffix) if part)

    @classmethod
    def parse(cls, text: str) -> "Name":
        """Read «Family, Given»; without a comma it is taken as it stands."""
        family, comma, given = (part.strip() for part in text.partition(","))
        return cls(family=family, given=given) if comma and family and given else cls(literal=text.strip())


_CAPITALS = {name: name.upper() for name in ("url", "doi", "isbn", "issn")}


def _in_csl(name: str) -> str:
    return _CAPITALS.get(name) or name.replace("_", "-")


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True, rename=_in_csl):
    """A source. Every field may be unknown.

    Our own: `kind` (`ontology.source_kinds`), `origin` (the code of the state or organisation whose it is), `rank`,
    `restricted` (its text leaves the record only when it is asked for by name), `first_page` (the printed number of
    the file's first page). `type` is CSL's, where it is stated; `issued` and `accessed` are dates in EDTF; `other`
    holds what CSL knows beyond these, as pairs of variable and JSON, so that nothing of an imported entry is lost.
    """

    kind: str | None = None
    origin: str | None = None
    rank: Rank | None = None
    restricted: bool = False
    first_page: int | None = None
    type: str | None = None
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    title: str | None = None
    container_title: str | None = None
    collection_title: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    issued: Edtf | None = None
    accessed: Edtf | None = None
    event_title: str | None = None
    event_place: str | None = None
    genre: str | None = None
    language: str | None = None
    edition: str | None = None
    volume: str | None = None
    issue: str | None = None
    number: str | None = None
    page: str | None = None
    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    issn: str | None = None
    archive: str | None = None
    archive_place: str | None = None
    archive_location: str | None = None
    call_number: str | None = None
    annote: str | None = None
    other: tuple[tuple[str, str], ...] = ()


FIELDS: dict[str, str] = {field.name: field.encode_name for field in msgspec.structs.fields(Source)}
"""Name in JSON (CSL's) of every field."""


def rank(source: Source) -> Rank | None:
    """What a person said of its rank, else what sources of its kind are."""
    known = source_kinds().get(source.kind or "")
    return source.rank or (known.rank if known else None)


def layer(source: Source) -> dict[str, Any]:
    """The fields that say something, as JSON holds them."""
    told: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(source, enc_hook=_out))
    return told


def merged(layers: Sequence[tuple[Whence, Layer]]) -> tuple[Source, dict[str, Whence]]:
    """Put layers of rising authority together; gives also where each field comes from, by its name in JSON.

    Raises `QatynasError` where a layer holds what no source has.
    """
    whole: dict[str, Any] = {}
    whence: dict[str, Whence] = {}
    for origin, fields in layers:
        whole |= fields
        whence |= dict.fromkeys(fields, origin)
    told = {field: value for field, value in whole.items() if value is not None}
    return of_layer(told), whence


def of_layer(fields: Layer) -> Source:
    """The source that one layer tells. Raises `QatynasError` that names the field and the reason."""
    try:
        return msgspec.convert(dict(fields), Source, dec_hook=_in)
    except msgspec.ValidationError as error:
        raise QatynasError(f"not a source: {error}") from None


def _out(value: Any) -> Any:
    if isinstance(value, Edtf):
        return str(value)
    raise NotImplementedError(type(value))


def _in(kind: type, value: Any) -> Any:
    if kind is Edtf and isinstance(value, str):
        return Edtf.parse(value)
    raise ValueError("a date is a string in EDTF")


def layer_of_name(name: Name) -> dict[str, str]:
    """A name as JSON holds it."""
    told: dict[str, str] = msgspec.to_builtins(name)
    return told
