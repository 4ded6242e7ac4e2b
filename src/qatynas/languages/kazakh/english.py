"""Names in Latin letters that a Kazakh text quotes as they stand, perhaps with an ending: «World Bank», «OSCE-нің»."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from qatynas.languages.kazakh.chains import nominal_endings
from qatynas.languages.kazakh.gazetteer import Entry, named_entry
from qatynas.languages.kazakh.words import split
from qatynas.languages.language import Word
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.names import english_names

_LETTER = re.compile(r"[A-Za-zÀ-ɏ]")
_ENDED = re.compile(r"(.*?)[-‑’']?([а-яәғқңөұүһі]*)")
_BINDS = frozenset(("of", "for", "&"))  # words that bind a name to the one before: «University of Georgia»


class Quoted(NamedTuple):
    """A name found: its features, letters of its last word before the ending, and where it ends."""

    entry: Entry
    features: Mapping[str, str]
    stem: int
    last: int


@loaded
def _names() -> Mapping[str, list[tuple[tuple[str, ...], Entry]]]:
    """English names by their first word, lowered, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for naming in english_names():
        entry = named_entry(naming)
        words = tuple(split(_plain(naming.name)))
        out.setdefault(words[0].lower(), []).append((words, entry))
    for found in out.values():
        found.sort(key=lambda name: -len(name[0]))
    return out


def is_latin(form: str) -> bool:
    """Whether a form begins with a Latin letter, as every name that is quoted does."""
    return _LETTER.match(form) is not None


def quoted(words: Sequence[Word], at: int) -> Iterator[Quoted]:
    """Names in Latin letters that begin at a word, the longest first. A state's is the whole of a run of capitals."""
    if not is_latin(words[at].form):
        return
    for name, entry in _names().get(_plain(_parted(words[at].form)[0]).lower(), ()):
        last = at + len(name)
        if last > len(words) or not _equal(words[at:last], name, entry.exact):
            continue
        stem, ending = _parted(words[last - 1].form)
        features = _features(ending)
        if features is not None and (entry.kind != "state" or not (_bound(words, at) or _goes_on(words, last, ending))):
            yield Quoted(entry, features, len(stem), last)


def _equal(words: Sequence[Word], name: tuple[str, ...], exact: bool) -> bool:
    forms = [_plain(word.form) for word in words]
    forms[-1] = _parted(forms[-1])[0]
    return forms == list(name) if exact else [form.lower() for form in forms] == [word.lower() for word in name]


def _plain(form: str) -> str:
    return form.replace("’", "'")


def _parted(form: str) -> tuple[str, str]:
    """A form as its Latin letters and the Kazakh ending behind them."""
    match = _ENDED.fullmatch(form)
    return (match.group(1), match.group(2)) if match else (form, "")


def _features(ending: str) -> Mapping[str, str] | None:
    if not ending:
        return {"Case": "Nom"}
    found = [e.features for e in nominal_endings().get(ending, ()) if not e.pronominal]
    return min(found, key=len) if found else None


def _bound(words: Sequence[Word], at: int) -> bool:
    """Whether the word before belongs to the same run of words in Latin letters: «Michael Jordan», «Bank of China»."""
    back = at - 1
    if back > 0 and words[back].form.lower() == "the":
        back -= 1
    return back >= 0 and (_capital(words[back].form) or words[back].form.lower() in _BINDS)


def _goes_on(words: Sequence[Word], last: int, ending: str) -> bool:
    """Whether the run goes on behind: «Georgia Tech»."""
    return not ending and last < len(words) and (_capital(words[last].form) or words[last].form.lower() in _BINDS)


def _capital(form: str) -> bool:
    return bool(_LETTER.match(form)) and form[0].isupper()
