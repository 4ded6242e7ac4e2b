"""The roots of the analyser (`data/roots`, and the words of the lists of names), ready for look-up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from qatynas.languages.kazakh.grammar import PACKAGE, SYLLABIC, harmony, softened, sound_class
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import rows

_OPEN = {"nouns": "NOUN", "adjectives": "ADJ", "adverbs": "ADV"}
LINKED = "кт"
"""How loans end that take -і before all endings: объект, объектісі, объектіге."""
_SHORTEST = 3  # letters of a word of a longer name that counts as a name by itself
# Lists of names whose words are names by themselves, with the columns in which the name stands.
_NAMED = {
    "states": (("code", "kind", "name"), "name"),
    "organisations": (("code", "kind", "name"), "name"),
    "places": (("code", "name"), "name"),
    "persons": (("code", "name", "office", "from?", "to?"), "name"),
    "given_names": (("name",), "name"),
}


class Root(NamedTuple):
    """A dictionary word: part of speech and how its stem behaves.

    `low` is the lemma in small letters (a name keeps its capitals in `lemma`), `kind` the class of its last sound,
    `tones` the harmonies of its suffixes, the usual one first; `opened` is its stem before a vowel.
    """

    lemma: str
    upos: str
    low: str
    kind: str
    tones: str
    opened: str


class Roots(NamedTuple):
    """All roots, by the form of the stem that stands before endings.

    `nominal` and `verbal` lead from a stem's form (also the one before vowels: серіктестіг-, халқ-) to its
    roots; `closed` from a whole word to its lemma and part of speech. `proper` leads from a name in small letters
    to names, `parts` to words of longer names, which may be common words too (Араб елдері лигасы);
    `abbreviations` are names written in capitals.
    """

    nominal: Mapping[str, tuple[Root, ...]]
    verbal: Mapping[str, tuple[Root, ...]]
    closed: Mapping[str, tuple[Root, ...]]
    proper: Mapping[str, tuple[Root, ...]]
    parts: Mapping[str, tuple[Root, ...]]
    abbreviations: frozenset[str]


@loaded
def roots() -> Roots:
    """Read the lists once."""
    nominal: dict[str, list[Root]] = defaultdict(list)
    verbal: dict[str, list[Root]] = defaultdict(list)
    closed: dict[str, list[Root]] = defaultdict(list)
    for name, upos in _OPEN.items():
        for row in rows(PACKAGE, f"data/roots/{name}.tsv", ("lemma", "notes?")):
            notes = row["notes"].split()
            root = root_of(row["lemma"], upos, notes)
            for form in _stems(root, notes):
                nominal[form].append(root)
    for row in rows(PACKAGE, "data/roots/verbs.tsv", ("stem", "notes?")):
        root = root_of(row["stem"], "VERB", row["notes"].split())
        for form in {root.lemma, softened(root.lemma), root.opened}:
            verbal[form].append(root)
    for row in rows(PACKAGE, "data/roots/closed.tsv", ("lemma", "upos", "notes?")):
        root = root_of(row["lemma"], row["upos"], [])
        forms = [note.removeprefix("form=") for note in row["notes"].split() if note.startswith("form=")]
        for form in (root.lemma, *forms):
            closed[form].append(root)
        if root.upos in ("PRON", "NUM", "AUX", "PART", "ADJ", "ADV"):
            nominal[root.lemma].append(root)
    proper, parts, abbreviations = _names()
    return Roots(_whole(nominal), _whole(verbal), _whole(closed), _whole(proper), _whole(parts), abbreviations)


def root_of(lemma: str, upos: str, notes: list[str]) -> Root:
    """The root that a line of a list tells, with what its notes say."""
    low = lemma.lower()
    return Root(lemma, upos, low, sound_class(low), _tones(low, notes), _opened(low, upos, notes))


def _whole(table: Mapping[str, list[Root]]) -> Mapping[str, tuple[Root, ...]]:
    return {form: tuple(found) for form, found in table.items()}


_Names = dict[str, list[Root]]


def _names() -> tuple[_Names, _Names, frozenset[str]]:
    """Names of one word, the words of longer ones, and what is written in capitals."""
    found: dict[str, tuple[str, bool]] = {}
    capitals: set[str] = set()
    for word, notes, part in _named():
        if word.isupper() and len(word) > 1:
            capitals.add(word)
        elif word[:1].isupper() and word.isalpha() and (word not in found or not part):
            found[word] = notes, part
    proper: _Names = defaultdict(list)
    parts: _Names = defaultdict(list)
    for word, (notes, part) in found.items():
        root = root_of(word, "PROPN", notes.split())
        low = root.low
        for form in {low, softened(low), *((low[:-1],) if low[-1] in "йь" else ())}:
            (parts if part else proper)[form].append(root)
    return proper, parts, frozenset(capitals)


def _named() -> Iterator[tuple[str, str, bool]]:
    """Each word that begins a name or stands in one: its notes, and whether it is only part of a longer name."""
    for row in rows(PACKAGE, "data/roots/names.tsv", ("name", "kind", "notes?")):
        yield row["name"], row["notes"], False
    for file, (columns, column) in _NAMED.items():
        for row in rows(PACKAGE, f"data/{file}.tsv", columns):
            words = row[column].replace("-", " ").replace(".", " ").split()
            part = len(words) > 1 and file != "persons"
            yield from ((word, "", part) for word in words if len(words) == 1 or len(word) >= _SHORTEST)


def _tones(stem: str, notes: list[str]) -> str:
    """Harmonies of a stem's suffixes, the usual one first: what its notes say, else its vowels, else both."""
    if "back" in notes:
        return "b"
    if "front" in notes:
        return "f"
    last = next((letter for letter in reversed(stem) if letter in SYLLABIC), "")
    tone = harmony(stem) or ("b" if last in "ую" else "f")
    # After и, у, ю and the -ев of surnames writers follow either (Мәлидің, Тоқаевтың, Медведевке).
    if last in "иую" or stem.endswith(("ев", "ёв")):
        return tone + ("f" if tone == "b" else "b")
    return tone


def _stems(root: Root, notes: list[str]) -> set[str]:
    """Forms of a nominal stem: itself, and as it stands before vowels; both ways for a stem that drops its vowel."""
    out = {root.low, root.opened}
    if "loan" not in notes:
        out.add(softened(root.low))
    if root.low.endswith(LINKED):
        out.add(root.low + "і")
    return out


def _opened(low: str, upos: str, notes: list[str]) -> str:
    """The stem before a vowel: к→г (серіктестіг-), without the vowel that drops (халқ-), a verb's п→у (жауып)."""
    if upos == "VERB" and 1 < len(low) < 5 and low[-1] == "п" and low[-2] in SYLLABIC:
        return low[:-1] + "у"
    if "drops" in notes and len(low) > 3:
        return low[:-2] + low[-1]
    return low if "loan" in notes else softened(low)
