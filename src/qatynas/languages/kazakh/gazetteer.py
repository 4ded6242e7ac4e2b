"""The lists of names, as one tree of words in which the names of a sentence are found in every case form."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from qatynas.facts.actor import Sector
from qatynas.languages.kazakh.chains import nominal_endings
from qatynas.languages.kazakh.grammar import PACKAGE, SYLLABIC, hardened, softened, sound_class
from qatynas.languages.kazakh.words import split
from qatynas.languages.language import NameKind
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.organisations import organisations
from qatynas.ontology.polities import polities
from qatynas.ontology.tables import Row, rows

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
    for entry in _entries():
        _add(root, entry)
    return root


def _add(root: Node, entry: Entry) -> None:
    words = split(entry.name if entry.exact else entry.name.lower())
    node = root
    for word in words[:-1]:
        node = node.next.setdefault(word, Node())
    last = words[-1]
    for stem in {last, last if entry.exact else softened(last)}:
        node.ends.setdefault(stem, []).append((entry, False))
    # «сыртқы істер министрі» is one minister; «министрлері» are several: the stem without its -і/-сі.
    if len(words) > 1 and not entry.proper and last[-1] in "ыі" and len(last) > 3:
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
        for entry, possessed in node.ends.get(low[:cut], ()):
            if not entry.exact:
                rest = low[cut:].lstrip("-‑")
                if rest or not possessed:
                    yield from ((entry, f, cut) for f in _features(rest, low[:cut], possessed))


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
    for row in rows(PACKAGE, "data/demonyms.tsv", ("code", "kind", "word")):
        yield Entry("people" if row["kind"] == "people" else "adjective", row["word"], actor_code(row), proper=False)
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
    """The usual name of each state and organisation, by code: the first that the lists call short, else the first."""
    out: dict[str, str] = {}
    short: set[str] = set()
    for file in ("states", "organisations"):
        for row in rows(PACKAGE, f"data/{file}.tsv", ("code", "kind", "name")):
            if row["code"] not in out or (row["kind"] == "short" and row["code"] not in short):
                out[row["code"]] = row["name"]
            if row["kind"] == "short":
                short.add(row["code"])
    return out


def _offices() -> Iterator[Entry]:
    for row in rows(PACKAGE, "data/offices.tsv", ("title", "sector", "rank", "of?")):
        yield Entry("office", row["title"], row["of"] or None, _sector(row), row["rank"], proper=False)


@loaded
def given_names() -> frozenset[str]:
    """Given names, lowered."""
    return frozenset(row["name"].lower() for row in rows(PACKAGE, "data/given_names.tsv", ("name",)))


def _persons() -> Iterator[Entry]:
    """Leaders by their full name, and by a surname that only one state's leaders have."""
    surnames: dict[str, set[str]] = {}
    for row in rows(PACKAGE, "data/persons.tsv", _PERSON):
        yield Entry("person", row["name"], actor_code(row), "GOV")
        last = row["name"].split()[-1]
        if " " in row["name"] and len(last) > 3 and last.lower() not in given_names() and last[0].isupper():
            surnames.setdefault(last, set()).add(row["code"])
    for surname, codes in surnames.items():
        if len(codes) == 1:
            yield Entry("person", surname, next(iter(codes)), "GOV")


@loaded
def leaders_initials() -> Mapping[str, str]:
    """Initials of the names that the listed leaders of a surname have, by surname."""
    out: dict[str, str] = {}
    for row in rows(PACKAGE, "data/persons.tsv", _PERSON):
        *given, surname = row["name"].split()
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
