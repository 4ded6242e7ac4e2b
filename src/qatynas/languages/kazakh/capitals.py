"""Repairs of lost capitals: names of states, organisations, places and persons, and the beginnings of sentences.

Nothing is done in a text without capitals. A document must itself show which initial it loses, by the name of a
state that is no other word, before a word that may be lowercase by right is touched; words for a people («қытай
тілі») are left alone even then, and so are compounds («қазақстан-қытай шекарасы»), adjectives that many write small,
unless another part of theirs has its capital («қазақстан-Қытай»).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from qatynas.documents.offsets import Edit
from qatynas.languages.kazakh.chains import nominal_endings
from qatynas.languages.kazakh.letters import CYRILLIC, LOWER, PACKAGE, UPPER, VOWEL, is_cased, words
from qatynas.languages.kazakh.punctuation import CLOSERS, abbreviated, abbreviations
from qatynas.languages.kazakh.roots import roots
from qatynas.languages.kazakh.stems import surname_ends
from qatynas.languages.kazakh.vocabulary import known
from qatynas.ontology.lexicon import here, kept, loaded
from qatynas.ontology.tables import rows

# Not in a hashtag, an address or a path; the second half of a hyphenated word counts.
_SMALL_WORD = re.compile(rf"(?<![\w#@/\\.’'])[{LOWER}][{CYRILLIC}]{{3,}}")
_LETTERS = re.compile(f"[{CYRILLIC}]*")
_JOINED = "-‑–—"
_BEFORE = re.compile(rf"((?:\w+[{_JOINED}])*)\Z")
_BEHIND = re.compile(rf"[{CYRILLIC}]*((?:[{_JOINED}]\w+)*)")
_REACH = 60  # characters before a word in which the first parts of its compound are looked for
_SMALL_AFTER = re.compile(rf"([.!?])\s+[«“„\"(]?([{LOWER}]{{2,}}(?![)\w]))")
_CAPITAL_AFTER = re.compile(rf"\.\s+[«“„\"(]?[{UPPER}]")
_PARAGRAPH = re.compile(rf"(?:\A|\n[ \t]*\n[ \t]*)[«“„\"(]?([{LOWER}]{{2,}})(?![)\w])")
_FIRST = re.compile(r"\w+")
# A surname behind an initial; not at the head of a line, where a letter and a stop number a heading.
_SURNAME = re.compile(rf"[^\s\d] ?[{UPPER}]\. ?([{LOWER}][{CYRILLIC}]{{3,}})(?![\w-])")
_STEM = 4
_SURE = 5  # letters from which on the name of a state is no other word, save those listed as `common`


class Names(NamedTuple):
    """Names that are written with a capital.

    Those of one word are found, in lower case, by their first four letters, the others by their first word in
    lower case; `sure` are states' names that are no other word.
    """

    singles: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[str, ...]]
    sure: frozenset[str]


class _Lost(NamedTuple):
    start: int
    capitals: tuple[int, ...]  # where a capital is wanted
    sure: bool  # shows that the document loses this initial
    held: bool  # stays as it is: part of a compound that is written small


class _Listed(NamedTuple):
    name: str
    state: bool  # a state's own name, not that of its capital or of an organisation
    loose: bool  # one of the other expressions for a state


@loaded
def names() -> Names:
    """Read the names of four letters and more of states, organisations and places, and the surnames of leaders."""
    common = _common()
    singles: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, set[str]] = defaultdict(set)
    sure = set()
    for name, state, loose in _listed():
        low = name.lower()
        if not name.isalpha():  # several words
            # «қазақ мемлекеті» need not be a name, «Қазақ хандығы» is one.
            if not (loose and low.split()[0] in common):
                phrases[_FIRST.findall(low)[0]].add(name)
        elif low not in common:
            singles[low[:_STEM]].add(low)
            if state and len(name) >= _SURE:
                sure.add(low)
    return Names(
        {stem: tuple(sorted(found)) for stem, found in singles.items()},
        {stem: tuple(sorted(found, key=lambda name: (-len(name), name))) for stem, found in phrases.items()},
        frozenset(sure),
    )


def _common() -> frozenset[str]:
    """Words of the language, among them those for peoples (қытай) and months (қазан), that may be names too."""
    known = roots()
    people = (row["word"] for row in rows(PACKAGE, "data/demonyms.tsv", ("code", "kind", "word")))
    return words("common").union(people, known.nominal, known.verbal, known.closed)


def _listed() -> Iterator[_Listed]:
    """Each name that begins with one capital."""
    for row in rows(PACKAGE, "data/states.tsv", ("code", "kind", "name")):
        if row["name"][:2].istitle():
            yield _Listed(row["name"], row["kind"] in ("short", "official", "other"), row["kind"] == "other")
    for file, columns in (("organisations", ("code", "kind", "name")), ("places", ("code", "name"))):
        for row in rows(PACKAGE, f"data/{file}.tsv", columns):
            if row["name"][:2].istitle():
                yield _Listed(row["name"], False, False)
    for row in rows(PACKAGE, "data/persons.tsv", ("code", "name", "office", "from?", "to?")):
        surname = row["name"].split()[-1]
        if surname[:2].istitle() and surname.endswith(surname_ends()):
            yield _Listed(surname, False, False)


def capitals_lost(text: str) -> frozenset[str]:
    """Find the initials, in lower case, that a text with capitals has lost: some name of a state lacks its own."""
    lost = frozenset(text[candidate.start] for candidate in _candidates(text) if candidate.sure)
    return lost if lost and is_cased(text) else frozenset()


def lost_names(text: str, lost: frozenset[str]) -> Iterator[Edit]:
    """Names whose initial is one of those that the document has lost (`capitals_lost`)."""
    if lost:
        found = (c.capitals for c in _candidates(text) if text[c.start] in lost and not c.held)
        persons = (m.start(1) for m in _SURNAME.finditer(text) if text[m.start(1)] in lost and _is_person(m.group(1)))
        for at in sorted({at for capitals in found for at in capitals}.union(persons)):
            yield Edit(at, at + 1, text[at].upper(), "capital")


def _is_person(word: str) -> bool:
    """Whether a word behind an initial is a surname: it ends like one, or is no word of the language."""
    return is_surname(word) or not known(word)


def is_surname(word: str) -> bool:
    """Whether a word ends like a surname, before an ending perhaps."""
    cuts = range(len(word), _STEM - 1, -1)
    return any(word[:cut].endswith(surname_ends()) and _is_ending(word[cut:]) for cut in cuts)


def _candidates(text: str) -> list[_Lost]:
    known = names()
    # Most texts have none: to look at each different word once is three times as fast as at each word.
    wanted = set(filter(here(_begins_name), set(_SMALL_WORD.findall(text))))
    if not wanted:
        return []
    found = (m for m in _SMALL_WORD.finditer(text) if m.group() in wanted)
    return [lost for m in found for lost in _lost(text, m.start(), m.group(), known)]


@kept(50_000)
def _begins_name(word: str) -> bool:
    """Whether a small word is the first of a name, or a form of one of one word."""
    known = names()
    return word in known.phrases or _single(word, known) is not None


def _single(word: str, known: Names) -> str | None:
    """The name of one word that `word` is a form of."""
    for name in known.singles.get(word[:_STEM], ()):
        if word.startswith(name) and _is_ending(word[len(name) :]):
            return name
    return None


def _lost(text: str, start: int, word: str, known: Names) -> Iterator[_Lost]:
    name = _single(word, known)
    if name:
        yield _judged(text, start, start + len(name), (start,), name in known.sure)
    for phrase in known.phrases.get(word, ()):
        end = start + len(phrase)
        if text[start:end].lower() == phrase.lower() and _is_ending(_letters(text, end)):
            letters = enumerate(phrase, start)
            capitals = tuple(at for at, letter in letters if letter.isupper() and text[at].islower())
            yield _judged(text, start, end, capitals, phrase.lower().split()[0] in known.sure)
            return


def _judged(text: str, start: int, end: int, capitals: tuple[int, ...], sure: bool) -> _Lost:
    """A name at `start:end` as it stands: a part of a compound shows nothing of the rest of the document."""
    others = _others(text, start, end)
    return _Lost(start, capitals, sure and not others, bool(others) and not any(part[0].isupper() for part in others))


def _others(text: str, start: int, end: int) -> list[str]:
    """Other parts of the compound of which the name at `start:end` is one."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    behind = _BEHIND.match(text, end)
    joined = (before.group(1) if before else "") + (behind.group(1) if behind else "")
    return [part for part in re.split(f"[{_JOINED}]", joined) if part]


def _letters(text: str, at: int) -> str:
    match = _LETTERS.match(text, at)
    return match.group() if match else ""


def _is_ending(rest: str) -> bool:
    return not rest or rest in words("ending") or rest in nominal_endings()


def lost_starts(text: str, lost: frozenset[str]) -> Iterator[Edit]:
    """First letters of sentences, in a text where most sentences begin with a capital.

    After a full stop every letter, save that a word cut by an unknown abbreviation must be ruled out: those end in
    a consonant. After other marks and at the head of a line, where a small letter may be meant («Неге? қайда?», a
    list, a verse), only the initials that the document has lost.
    """
    ends = (m for m in _SMALL_AFTER.finditer(text) if _ends_sentence(text, m, lost))
    small = [m.start(2) for m in ends]
    heads = [m.start(1) for m in _PARAGRAPH.finditer(text) if text[m.start(1)] in lost] if lost else []
    if (small or heads) and len(small) <= sum(1 for _ in _CAPITAL_AFTER.finditer(text)) and is_cased(text):
        for at in sorted({*small, *heads}):
            yield Edit(at, at + 1, text[at].upper(), "sentence-capital")


def _ends_sentence(text: str, match: re.Match[str], lost: frozenset[str]) -> bool:
    """Whether the mark before a small letter ends a sentence."""
    at, follows = match.start(), match.group(2)
    shown = follows[0] in lost
    if match.group(1) != ".":
        return shown
    if f"{follows}." in abbreviations() and text[match.end() : match.end() + 1] == ".":
        return False
    if "\n" in match.group() and not shown:
        return False
    before = text[max(0, at - 3) : at]
    if before[-1:] in CLOSERS:
        return True
    whole = shown or VOWEL.match(before[-1:]) is not None
    return whole and len(before) == 3 and before.isalpha() and not abbreviated(text, at)
