"""Our own root lists (`data/roots`), ready for look-up."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from qatynas.languages.kazakh.grammar import PACKAGE, SYLLABIC
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import rows

_OPEN = {"nouns": "NOUN", "adjectives": "ADJ", "adverbs": "ADV"}
_VOICED = {"к": "г", "қ": "ғ", "п": "б"}
_HARD = {soft: hard for hard, soft in _VOICED.items()}


class Root(NamedTuple):
    """A dictionary word: part of speech and how its stem behaves."""

    lemma: str
    upos: str
    tone: str = ""


class Roots(NamedTuple):
    """All roots, by the form of the stem that stands before endings.

    `nominal` and `verbal` lead from a stem's form (also the one before vowels: серіктестіг-, халқ-) to its
    roots; `closed` from a whole word to its lemma and part of speech.
    """

    nominal: Mapping[str, tuple[Root, ...]]
    verbal: Mapping[str, tuple[Root, ...]]
    closed: Mapping[str, tuple[Root, ...]]


@loaded
def roots() -> Roots:
    """Read the lists once."""
    nominal: dict[str, list[Root]] = defaultdict(list)
    verbal: dict[str, list[Root]] = defaultdict(list)
    closed: dict[str, list[Root]] = defaultdict(list)
    for name, upos in _OPEN.items():
        for row in rows(PACKAGE, f"data/roots/{name}.tsv", ("lemma", "notes?")):
            notes = row["notes"].split()
            root = Root(row["lemma"], upos, "b" if "back" in notes else "f" if "front" in notes else "")
            for form in _stems(root.lemma, notes):
                nominal[form].append(root)
    for row in rows(PACKAGE, "data/roots/verbs.tsv", ("stem", "notes?")):
        root = Root(row["stem"], "VERB")
        for form in {root.lemma, softened(root.lemma), _opened(root.lemma)}:
            verbal[form].append(root)
    for row in rows(PACKAGE, "data/roots/closed.tsv", ("lemma", "upos", "notes?")):
        root = Root(row["lemma"], row["upos"])
        forms = [note.removeprefix("form=") for note in row["notes"].split() if note.startswith("form=")]
        for form in (root.lemma, *forms):
            closed[form].append(root)
        if root.upos in ("PRON", "NUM", "DET"):
            nominal[root.lemma].append(root)
    return Roots(*({k: tuple(v) for k, v in table.items()} for table in (nominal, verbal, closed)))


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
    return stem[:-1] + "у" if 1 < len(stem) < 5 and stem[-1] == "п" and stem[-2] in SYLLABIC else stem


def softened(stem: str) -> str:
    """The stem as it stands before a suffix that begins in a vowel: к→г, қ→ғ, п→б."""
    return stem[:-1] + _VOICED[stem[-1]] if len(stem) > 1 and stem[-1] in _VOICED and stem[-2] in SYLLABIC else stem


def hardened(stem: str) -> str:
    """The stem as it stands alone: г→к, ғ→қ, б→п at its end."""
    return stem[:-1] + _HARD.get(stem[-1], stem[-1])
