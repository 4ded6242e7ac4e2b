"""The roots of the analyser (`data/roots`, and the words of the lists of names), ready for look-up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from qatynas.languages.kazakh.grammar import PACKAGE, SYLLABIC, harmony, softened, sound_class
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import cells, rows

_OPEN = {"nouns": "NOUN", "adjectives": "ADJ", "adverbs": "ADV"}
LINKED = "кт"
"""How loans end that take -і before all endings: объект, объектісі, объектіге."""
CUT = ("ст", "сс", "зд")
"""How loans end that lose the last letter before endings: журналист, журналистер; процесс, процесті; съезд, съезі."""
_NOTED = ("rare", "own")
_OPENED = frozenset("кқпйьт")  # last letters of stems that may have another form before a vowel
_SHORTEST = 3  # letters of a word of a longer name that counts as a name by itself
# Lists of names whose words are names by themselves, with the columns in which the name stands.
_NAMED = {
    "states": (("code", "kind", "name"), "name"),
    "organisations": (("code", "kind", "name"), "name"),
    "places": (("code", "name"), "name"),
    "persons": (("code", "name", "office", "from?", "to?"), "name"),
    "leaders": (("person", "name"), "name"),
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


class Line(NamedTuple):
    """What a line of a list says of a root (`root_of`): notes with a space between them."""

    lemma: str
    upos: str
    notes: str


Stems = Mapping[str, list[Line]]


class Roots(NamedTuple):
    """All roots, by the form of the stem that stands before endings.

    `nominal` and `verbal` lead from a stem's form (also the one before vowels: серіктестіг-, халқ-) to its
    roots; `closed` from a whole word to its lemma and part of speech. `proper` leads from a name in small letters
    to names, `parts` to words of longer names, which may be common words too (Араб елдері лигасы);
    `abbreviations` are names written in capitals. `noted` are the lemmas, with part of speech, that a list calls
    rare (their forms are first of all another word's) or own (a voice stem that is no passive of its verb).
    """

    nominal: Stems
    verbal: Stems
    closed: Stems
    proper: Stems
    parts: Stems
    abbreviations: frozenset[str]
    noted: Mapping[str, frozenset[tuple[str, str]]]


@loaded
def roots() -> Roots:
    """Read the lists once."""
    tables: tuple[dict[str, list[Line]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
    nominal, verbal, closed = tables
    for name, upos in _OPEN.items():
        for lemma, notes in cells(PACKAGE, f"data/roots/{name}.tsv", ("lemma", "notes?")):
            line = Line(lemma, upos, notes)
            for form in _stems(line):
                nominal[form].append(line)
    for stem, notes in cells(PACKAGE, "data/roots/verbs.tsv", ("stem", "notes?")):
        line = Line(stem, "VERB", notes)
        for form in {line.lemma, softened(line.lemma), _opened(line.lemma, "VERB", line.notes)}:
            verbal[form].append(line)
    for row in rows(PACKAGE, "data/roots/closed.tsv", ("lemma", "upos", "notes?")):
        line = Line(row["lemma"], row["upos"], "")
        forms = [note.removeprefix("form=") for note in row["notes"].split() if note.startswith("form=")]
        for form in (line.lemma, *forms):
            closed[form].append(line)
        if line.upos in ("PRON", "NUM", "AUX", "PART", "ADJ", "ADV"):
            nominal[line.lemma].append(line)
    noted = {note: _with(note, nominal, verbal) for note in _NOTED}
    return Roots(dict(nominal), dict(verbal), dict(closed), *_names(), noted)


def _with(note: str, *tables: Stems) -> frozenset[tuple[str, str]]:
    """The roots that bear a note."""
    lines = (line for table in tables for found in table.values() for line in found)
    return frozenset((line.lemma, line.upos) for line in lines if note in line.notes.split())


@loaded
def auxiliaries() -> frozenset[str]:
    """Verbs that behind a converb only tell how it is done (айтып отыр, көре алмады)."""
    known = roots()
    return frozenset(lemma for lemma in known.verbal if any(line.upos == "AUX" for line in known.closed.get(lemma, ())))


@lru_cache(maxsize=100_000)
def root_of(lemma: str, upos: str, notes: str) -> Root:
    """The root that a line of a list tells: most of the lists' lines are never met, so it is made when it is."""
    low = lemma.lower()
    return Root(lemma, upos, low, sound_class(low), _tones(low, notes), _opened(low, upos, notes))


def _names() -> tuple[Stems, Stems, frozenset[str]]:
    """Names of one word, the words of longer ones that are no name by themselves, and abbreviations."""
    found: dict[str, tuple[str, bool]] = {}
    capitals: set[str] = set()
    for word, notes, part in _named():
        if len(word) > 1 and word.isupper():
            capitals.add(word)
        elif word[:1].isupper() and (word not in found or not part):
            found[word] = notes, part
    proper: dict[str, list[Line]] = defaultdict(list)
    parts: dict[str, list[Line]] = defaultdict(list)
    for word, (notes, part) in found.items():
        line, low = Line(word, "PROPN", notes), word.lower()
        table = parts if part else proper
        table[low].append(line)
        if low[-1] in _OPENED:
            for form in {softened(low), low[:-1] if low[-1] in "йь" else low} - {low}:
                table[form].append(line)
    return dict(proper), dict(parts), frozenset(capitals)


def _named() -> Iterator[tuple[str, str, bool]]:
    """Each word that begins a name or stands in one: its notes, and whether it is only part of a longer name."""
    for name, _, notes in cells(PACKAGE, "data/roots/names.tsv", ("name", "kind", "notes?")):
        yield name, notes, False
    for file, (columns, column) in _NAMED.items():
        for told in cells(PACKAGE, f"data/{file}.tsv", columns):
            words = told[columns.index(column)].replace("-", " ").replace(".", " ").split()
            person = file in ("persons", "leaders")
            part = len(words) > 1 and not person
            least = _SHORTEST if part else 2
            yield from ((word, "", part) for word in words if word.isalpha() and len(word) >= least)


def _tones(stem: str, notes: str) -> str:
    """Harmonies of a stem's suffixes, the usual one first: what its notes say, else its vowels, else both."""
    if "back" in notes:
        return "b"
    if "front" in notes:
        return "f"
    last = next((letter for letter in reversed(stem) if letter in SYLLABIC), "")
    surname = stem.endswith(("ев", "ёв"))
    tone = harmony(stem[:-2] if surname else stem) or ("b" if last in "ую" else "f")
    # After и, у, ю and the -ев of surnames writers follow either (Мәлидің, Тоқаевтың, Медведевке).
    if last in "иую" or surname:
        return tone + ("f" if tone == "b" else "b")
    return tone


def _stems(line: Line) -> set[str]:
    """Forms of a nominal stem: itself, and as it stands before vowels; both ways for a stem that drops its vowel."""
    low = line.lemma
    if low[-1] not in _OPENED and not line.notes and not low.endswith(CUT):
        return {low}
    out = {low, _opened(low, line.upos, line.notes)}
    if "loan" not in line.notes:
        out.add(softened(low))
    if low.endswith(LINKED):
        out.add(low + "і")
    if low.endswith(CUT):
        out.add(low[:-1])
    return out


def _opened(low: str, upos: str, notes: str) -> str:
    """The stem before a vowel: к→г (серіктестіг-), without the vowel that drops (халқ-), a verb's п→у (жауып)."""
    if upos == "VERB" and 1 < len(low) < 5 and low[-1] == "п" and low[-2] in SYLLABIC:
        return low[:-1] + "у"
    if "drops" in notes and len(low) > 3:
        return low[:-2] + low[-1]
    return low if "loan" in notes else softened(low)
