"""The lists of names, as one tree of words in which the names of a sentence are found in every case form."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from qatynas.facts.actor import Sector
from qatynas.languages.kazakh.chains import nominal_endings
from qatynas.languages.kazakh.grammar import PACKAGE, SYLLABIC, hardened, realise, sound_class
from qatynas.languages.kazakh.leaders import codes, spellings
from qatynas.languages.kazakh.stems import patronymic_ends, possessed, stems, tones
from qatynas.languages.kazakh.words import split
from qatynas.languages.language import NameKind
from qatynas.ontology.leaders import registry
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.names import Naming, russian_names
from qatynas.ontology.organisations import organisations
from qatynas.ontology.polities import polities
from qatynas.ontology.tables import Row, rows

_OFFICE = ("title", "sector", "rank", "of?")
_PERSON = ("code", "name", "office", "from?", "to?")


class Entry(NamedTuple):
    """One name: what it names and how it is written in the nominative."""

    kind: NameKind
    name: str
    code: str | None = None
    sector: str | None = None
    rank: str | None = None
    capital: bool = False  # a seat that stands for its government
    exact: bool = False  # an abbreviation: letters as they stand
    proper: bool = True  # written with a capital

    @property
    def order(self) -> int:
        """Which of two readings of the same words wins: the lower."""
        return _ORDER[self.kind]


_ORDER: Mapping[str, int] = {
    "self": 0, "pair": 0, "state": 1, "organisation": 2, "person": 3, "office": 4, "body": 5, "people": 6,
    "adjective": 6, "country": 7, "place": 8,
}  # fmt: skip


class Node:
    """A word of the tree: the words that may follow, and the names whose last word this stem is."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.ends: dict[str, list[tuple[Entry, bool]]] = {}


@loaded
def gazetteer() -> Node:
    """Read all lists once."""
    root = Node()
    listed: set[str] = set()
    for entry in _entries():
        _add(root, entry)
        listed.add(_written(entry))
    for naming in russian_names():
        entry = named_entry(naming)
        if _written(entry) not in listed:
            _add(root, entry)
    return root


def named_entry(naming: Naming) -> Entry:
    """The entry of a name that the ontology holds in another language, which a Kazakh text quotes."""
    exact = naming.kind == "abbreviation"
    if naming.code in polities():
        return Entry("state", naming.name, naming.code, exact=exact)
    return Entry("organisation", naming.name, naming.code, organisations()[naming.code].kind, exact=exact)


def _written(entry: Entry) -> str:
    return entry.name if entry.exact else entry.name.lower()


def _add(root: Node, entry: Entry) -> None:
    words = split(_written(entry))
    nodes = [root]
    for word in words[:-1]:
        forms = {word} if entry.proper else {word, possessed(word)}
        nodes = [node.next.setdefault(form, Node()) for node in nodes for form in sorted(forms)]
    for node in nodes:
        _end(node, entry, words[-1], len(words) > 1)


def _end(node: Node, entry: Entry, last: str, compound: bool) -> None:
    for stem in {last} if entry.exact else stems(last):
        node.ends.setdefault(stem, []).append((entry, False))
    # «сыртқы істер министрі» is one minister; «министрлері» are several: the stem without its -і/-сі.
    if compound and not entry.proper and last[-1] in "ыі" and len(last) > 3:
        base = last[:-2] if last[-2] == "с" and last[-3] in SYLLABIC else last[:-1]
        for stem in {base, hardened(base)}:
            node.ends.setdefault(stem, []).append((entry, True))


def ends(node: Node, word: str) -> Iterator[tuple[Entry, Mapping[str, str], int]]:
    """Names that end with this word in some form: the features of its ending, and how long the stem before it is."""
    low = word.lower()
    for cut in range(len(word), 0, -1):
        for entry, _ in node.ends.get(word[:cut], ()) if not word[:cut].islower() else ():
            if entry.exact:
                yield from ((entry, f, cut) for f in _features(word[cut:].lstrip("-‑’'").lower(), ""))
        for entry, its in node.ends.get(low[:cut], ()):
            if not entry.exact:
                rest = low[cut:].lstrip("-‑")
                if rest or not its:
                    yield from ((entry, f, cut) for f in _features(rest, low[:cut], its))


def _features(rest: str, stem: str, possessed: bool = False) -> Iterator[Mapping[str, str]]:
    """Features of the ending that agrees best with the stem's last sound: writers break the rules in names.

    What stands behind -ы/-сы («-на») never stands elsewhere: «Доминикана» is no form of «Доминика». How an
    abbreviation (`stem` is empty) is spoken cannot be told: «БҰҰ-на» is ұйымына.
    """
    found = [
        ending
        for ending in nominal_endings().get(rest, ())
        if (not ending.pronominal or not stem or stem[-1] in "ыі")
        and (not possessed or "Person[psor]" in ending.features)
    ]
    if found:
        kind = sound_class(stem) if stem else ""
        yield min(found, key=lambda ending: kind not in ending.classes).features


def _entries() -> Iterator[Entry]:
    for row in rows(PACKAGE, "data/states.tsv", ("code", "kind", "name")):
        exact = row["kind"] == "abbreviation"
        yield Entry("state", row["name"], actor_code(row), capital=row["kind"] in ("capital", "seat"), exact=exact)
    for row in rows(PACKAGE, "data/organisations.tsv", ("code", "kind", "name")):
        known = organisations().get(row["code"])
        sector = known.kind if known else "IGO"
        yield Entry("organisation", row["name"], actor_code(row), sector, exact=row["kind"] == "abbreviation")
    yield from _demonyms()
    for row in rows(PACKAGE, "data/bodies.tsv", ("sector", "name")):
        yield Entry("body", row["name"], None, _sector(row), proper=False)
    for row in rows(PACKAGE, "data/state_bodies.tsv", ("code", "sector", "name")):
        yield Entry("body", row["name"], actor_code(row), _sector(row))
    for row in rows(PACKAGE, "data/places.tsv", ("code", "name")):
        yield Entry("place", row["name"], actor_code(row))
    yield from _offices()
    yield from _persons()
    for row in rows(PACKAGE, "data/reference.tsv", ("kind", "name")):
        yield Entry(_reference(row), row["name"], proper=False)


@loaded
def usual_names() -> Mapping[str, str]:
    """The usual name of each state and organisation, by code: the first short or full one, else the first."""
    out: dict[str, str] = {}
    for file, usual in (("states", "short"), ("organisations", "full")):
        table = rows(PACKAGE, f"data/{file}.tsv", ("code", "kind", "name"))
        first = {row["code"]: row["name"] for row in reversed(table)}
        named = {row["code"]: row["name"] for row in reversed(table) if row["kind"] == usual}
        out |= first | named
    return out


def _demonyms() -> Iterator[Entry]:
    """Listed words for a state's people, and the adjective in -лық of every state of today with a name of one word."""
    listed: set[str] = set()
    for row in rows(PACKAGE, "data/demonyms.tsv", ("code", "kind", "word")):
        yield Entry("people" if row["kind"] == "people" else "adjective", row["word"], actor_code(row), proper=False)
        listed.add(row["word"])
    for row in rows(PACKAGE, "data/states.tsv", ("code", "kind", "name")):
        name = row["name"].lower()
        if row["kind"] == "short" and len(split(name)) == 1 and not gone(row["code"]):
            yield from (
                Entry("adjective", name + ending, row["code"], proper=False)
                for ending in {realise("LIK", sound_class(name), tone) for tone in tones(name)}
                if name + ending not in listed
            )


def _offices() -> Iterator[Entry]:
    for row in rows(PACKAGE, "data/offices.tsv", _OFFICE):
        yield Entry("office", row["title"], row["of"] or None, _sector(row), row["rank"], proper=False)


@loaded
def given_names() -> frozenset[str]:
    """Given names, lowered."""
    return frozenset(row["name"].lower() for row in rows(PACKAGE, "data/given_names.tsv", ("name",)))


def _persons() -> Iterator[Entry]:
    """Leaders by their full name, and by surname; it tells the state that only one state's leaders have it.

    Where several have it, a head of state of today goes before others (Каримов).
    """
    surnames: dict[str, set[tuple[str, str, bool]]] = {}
    for code, name, chief in _listed_persons():
        yield Entry("person", name, code, "GOV")
        last = name.split()[-1]
        if " " in name and last[0].isupper() and _names_alone(last, code, chief):
            surnames.setdefault(last, set()).add((code or "", name, chief))
    for surname, told in surnames.items():
        yield Entry("person", surname, _state_of(told), "GOV")


def _names_alone(last: str, code: str | None, chief: bool) -> bool:
    """Whether a leader's last name is used alone; that of «Федор Иванович», a tsar, is no surname."""
    if code is not None and gone(code) and last.lower().endswith(patronymic_ends()):
        return False
    return (chief and len(last) > 2) or (len(last) > 3 and last.lower() not in given_names())


def _state_of(told: set[tuple[str, str, bool]]) -> str | None:
    """The one state of a surname's leaders, told as (state, name, whether head of state), else null."""
    states = {code for code, _, _ in told}
    if len(states) > 1 and len({name for _, name, _ in told}) == 1:
        states = {code for code in states if not gone(code)}
    if len(states) > 1:
        states = {code for code, _, chief in told if chief and not gone(code)}
    return next(iter(states)) or None if len(states) == 1 else None


def gone(code: str) -> bool:
    """Whether the code is that of a polity that is gone."""
    return code in polities() and polities()[code].kind == "gone"


def _listed_persons() -> Iterator[tuple[str | None, str, bool]]:
    """State, name, and whether he has been head of state: those of the registry of leaders, then all others."""
    chiefs = {term.person for term in registry().terms if term.office == "head_of_state"}
    for person, spelled in spellings().items():
        for code in codes()[person]:
            yield from ((code, name, person in chiefs) for name in spelled)
    titles = {row["title"] for row in rows(PACKAGE, "data/offices.tsv", _OFFICE)}
    for row in rows(PACKAGE, "data/persons.tsv", _PERSON):
        if row["office"] not in titles:
            raise row.wrong(f"no title of offices.tsv is “{row['office']}”")
        yield actor_code(row), row["name"], False


@loaded
def leaders_initials() -> Mapping[str, str]:
    """Initials of the names that the listed leaders of a surname have, by surname."""
    out: dict[str, str] = {}
    for _, name, _ in _listed_persons():
        *given, surname = name.split()
        out[surname] = out.get(surname, "") + "".join(word[0] for word in given)
    return out


def actor_code(row: Row) -> str | None:
    """Code of the state or organisation that a row of a list of names tells, `None` for `-`.

    Raises `DataFileError` with file, line and reason where the ontology knows no such actor.
    """
    if row["code"] == "-":
        return None
    if row["code"] not in polities() and row["code"] not in organisations():
        raise row.wrong(f"code “{row['code']}” is neither of polities.tsv nor of organisations.tsv")
    return row["code"]


def _sector(row: Row) -> str | None:
    if row["sector"] == "-":
        return None
    if row["sector"] not in get_args(Sector):
        raise row.wrong(f"sector “{row['sector']}” is not one of {', '.join(get_args(Sector))}")
    return row["sector"]


def _reference(row: Row) -> NameKind:
    kinds: dict[str, NameKind] = {"self": "self", "pair": "pair", "country": "country"}
    if row["kind"] not in kinds:
        raise row.wrong(f"kind {row['kind']!r}: one of {', '.join(kinds)} is wanted")
    return kinds[row["kind"]]
