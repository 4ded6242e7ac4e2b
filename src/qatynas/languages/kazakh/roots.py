"""The roots of the analyser (`data/roots`, and the words of the lists of names), ready for look-up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from qatynas.languages.kazakh.grammar import PACKAGE, SYLLABIC, harmony, softened, sound_class
from qatynas.ontology.tables import rows

_OPEN = {"nouns": "NOUN", "adjectives": "ADJ", "adverbs": "ADV"}
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
    `tones` the harmonies of its suffixes, the usual one first.
    """

    lemma: str
    upos: str
    low: str
    kind: str
    tones: str


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


@lru_cache(maxsize=1)
def roots() -> Roots:
    """Read the lists once."""
    nominal: dict[str, list[Root]] = defaultdict(list)
    verbal: dict[str, list[Root]] = defaultdict(list)
    closed: dict[str, list[Root]] = defaultdict(list)
    for name, upos in _OPEN.items():
        for row in rows(PACKAGE, f"data/roots/{name}.tsv", ("lemma", "notes?")):
            notes = row["notes"].split()
            root = _root(row["lemma"], upos, notes)
            for form in _stems(root.lemma, notes):
                nominal[form].append(root)
    for row in rows(PACKAGE, "data/roots/verbs.tsv", ("stem", "notes?")):
        root = _root(row["stem"], "VERB", row["notes"].split())
        for form in {root.lemma, softened(root.lemma), _opened(root.lemma)}:
            verbal[form].append(root)
    for row in rows(PACKAGE, "data/roots/closed.tsv", ("lemma", "upos", "notes?")):
        root = _root(row["lemma"], row["upos"], [])
        forms = [note.removeprefix("form=") for note in row["notes"].split() if note.startswith("form=")]
        for form in (root.lemma, *forms):
            closed[form].append(root)
        if root.upos in ("PRON", "NUM", "AUX", "PART", "ADJ", "ADV"):
            nominal[root.lemma].append(root)
    proper, parts, abbreviations = _names()
    return Roots(_whole(nominal), _whole(verbal), _whole(closed), _whole(proper), _whole(parts), abbreviations)


def _root(lemma: str, upos: str, notes: list[str]) -> Root:
    low = lemma.lower()
    return Root(lemma, upos, low, sound_class(low), _tones(low, notes))


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
        root = _root(word, "PROPN", notes.split())
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
    tone = harmony(stem) or "f"
    # After и, у, ю and the -ев of surnames writers follow either (Мәлидің, Тоқаевтың, Медведевке).
    if last in "иую" or stem.endswith(("ев", "ёв")):
        return tone + ("f" if tone == "b" else "b")
    return tone


def _stems(lemma: str, notes: list[str]) -> set[str]:
    """Forms of a nominal stem: itself, before vowels (к→г), without the vowel that drops (халық→халқ).

    A loan in -кт takes -і before endings (объект, объектісі).
    """
    out = {lemma, lemma + "і"} if lemma.endswith("кт") else {lemma}
    if "loan" not in notes:
        out.add(softened(lemma))
    if "drops" in notes and len(lemma) > 3:
        out.add(lemma[:-2] + lemma[-1])
    return out


def _opened(stem: str) -> str:
    """A verb's stem in -п as it stands before -ып: жап, жауып."""
    return stem[:-1] + "у" if len(stem) < 5 and stem[-1] == "п" and stem[-2] in SYLLABIC else stem
