"""Names of a sentence: states, organisations, persons, offices, bodies and words that stand for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from qatynas.languages.kazakh.citation import cited, each
from qatynas.languages.kazakh.gazetteer import Entry, Node, ends, gazetteer, given_names, leaders_initials
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.language import Name, Sentence, Word
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import rows

_LONGEST = 18  # letters of an unlisted person's name; longer words are words run together
_INITIAL = re.compile(r"[^\W\d_]\.")


@loaded
def _surname_ends() -> tuple[str, ...]:
    return tuple(row["end"] for row in rows(PACKAGE, "data/surnames.tsv", ("end",)))


class _Found(NamedTuple):
    entry: Entry
    features: Mapping[str, str]
    stem: int  # letters of the last word before its endings
    last: int


def names(sentence: Sentence) -> list[Name]:
    """Names in order, none overlapping: at each word the longest one, a state's before a place's."""
    words = sentence.words
    cased = any(word.form[0].isupper() for word in words)
    out: list[Name] = []
    at = 0
    while at < len(words):
        listed = _listed(words, at, cased)
        if listed and listed.kind in ("state", "place") and _begins_person(words, listed):
            listed = None
        name = listed or (_person(words, at, out, cased) if cased else None)
        if name:
            out += _titled_apart(name, words)
            at = name.last
        else:
            at += 1
    return out


def _listed(words: tuple[Word, ...], at: int, cased: bool) -> Name | None:
    found = sorted(
        (f for f in _search(words, at) if _may(f, words, at, cased)),
        key=lambda f: (-f.last, f.entry.order, "Case" not in f.features),
    )
    return _name(found[0], words, at) if found else None


def _begins_person(words: tuple[Word, ...], name: Name) -> bool:
    """Whether a state's or city's name is a given name here: a surname follows (Дания Еспаева)."""
    if name.last - name.first > 1 or name.case != "Nom" or name.last >= len(words):
        return False
    return _given_name(words[name.first]) and _capitalised(words[name.last]) and _surname(words[name.last])


def _titled_apart(name: Name, words: tuple[Word, ...]) -> list[Name]:
    """A listed person whose name ends in a title (Тәуке хан) as the person and the office."""
    if name.kind != "person" or name.last - name.first < 2:
        return [name]
    office = _listed(words, name.last - 1, True)
    if office is None or office.kind != "office":
        return [name]
    person = replace(name, last=name.last - 1, name=name.name.rsplit(" ", 1)[0], case="Nom")
    return [person, replace(office, code=name.code)]


def _search(words: tuple[Word, ...], at: int) -> Iterator[_Found]:
    node: Node | None = gazetteer()
    for k in range(at, min(at + 9, len(words))):
        assert node is not None
        for entry, features, stem in ends(node, words[k].form):
            yield _Found(entry, features, stem, k + 1)
        form = words[k].form
        node = node.next.get(form.lower()) or node.next.get(form)
        if node is None:
            return


def _may(found: _Found, words: tuple[Word, ...], at: int, cased: bool) -> bool:
    """Whether capitals allow the name; a common word that only looks like a name's stem is not one."""
    entry = found.entry
    if entry.kind == "person" and len(entry.name) < 4:
        return False
    if entry.proper or entry.exact:
        return any(word.form[0].isupper() for word in words[at : found.last]) or (
            not cased and not entry.exact and len(entry.name) > 4
        )
    last = words[found.last - 1]
    return found.last - at > 1 or last.upos != "VERB" or not last.best.known


def _name(found: _Found, words: tuple[Word, ...], at: int) -> Name:
    entry, features = found.entry, found.features
    return Name(
        kind=entry.kind,
        first=at,
        last=found.last,
        name=entry.name,
        code=entry.code,
        sector=entry.sector,
        case=features.get("Case", "Nom"),
        plural=features.get("Number") == "Plur",
        possessed=_possessed(entry, features),
        rank=entry.rank,
        capital=entry.capital,
        inside=features.get("Attr") == "Loc",
        cited=cited([word.form for word in words[at : found.last]], found.stem, features),
        each=each([word.form for word in words[at : found.last]], found.stem, features),
    )


def _possessed(entry: Entry, features: Mapping[str, str]) -> str | None:
    told = features.get("Person[psor]")
    if told == "1" or told == "2":
        return told
    # «Ресей сыртқы істер министрі»: the listed title ends in its own -і, so a bare title word needs one told.
    if told is None and entry.kind in ("office", "body") and " " in entry.name and entry.name[-1] in "ыі":
        return "3"
    return told


def _person(words: tuple[Word, ...], at: int, before: list[Name], cased: bool) -> Name | None:
    """A person by initials, given name or surname, or a capitalised word right behind an office."""
    k = at
    while k < len(words) and _INITIAL.fullmatch(words[k].form) and words[k].form[0].isupper():
        k += 1
    initials = k - at
    while k < len(words) and k - at - initials < 4 and _capitalised(words[k]):
        listed = _listed(words, k, cased) if k > at else None
        if listed and listed.kind != "person":
            break
        k += 1
        if initials or listed or (_surname(words[k - 1]) and not _given_name(words[k - 1])):
            break
    if k - at - initials == 0 or (not initials and _common(words[at])):
        return None
    run = words[at:k]
    titled = _titled(before, at) and len(run[-1].form) <= _LONGEST and not _word(run[0])
    if not (initials or titled or any(_given_name(w) for w in run) or _surname(run[-1])):
        return None
    return _as_person(words, at, k)


def _titled(before: list[Name], at: int) -> bool:
    """Whether a bare office stands right before word `at`."""
    return bool(before) and before[-1].kind == "office" and before[-1].last == at and before[-1].case == "Nom"


def _as_person(words: tuple[Word, ...], first: int, last: int) -> Name:
    given = [w.form for w in words[first : last - 1]]
    known = _listed(words, last - 1, True)
    if known and known.kind == "person" and known.last == last:
        code = known.code if _may_be(given, known.name) else None
        return replace(known, first=first, name=" ".join([*given, known.name.split()[-1]]), code=code)
    lemma, features = _bare(words[last - 1])
    return Name("person", first, last, " ".join([*given, lemma]), case=features.get("Case", "Nom"))


def _may_be(given: list[str], surname: str) -> bool:
    """Whether a listed leader's surname is his here: a namesake's given name begins otherwise."""
    letters = leaders_initials().get(surname, "")
    return not given or not letters or any(word[0] in letters for word in given)


def _capitalised(word: Word) -> bool:
    return word.form[0].isupper() and len(word.form) > 1 and word.form[1:2] != "." and not word.form.isupper()


def _common(word: Word) -> bool:
    """Whether a capitalised word is one of the dictionary: it only begins the sentence."""
    return _word(word) and not _given_name(word) and not word.form.lower().endswith(_surname_ends())


def _word(word: Word) -> bool:
    """Whether the lists of roots know the word, and not as a name."""
    return word.best.known and word.upos != "PROPN"


def _given_name(word: Word) -> bool:
    return word.form.lower() in given_names() or _bare(word)[0].lower() in given_names()


def _surname(word: Word) -> bool:
    return len(word.form) > 4 and _bare(word)[0].lower().endswith(_surname_ends())


def _bare(word: Word) -> tuple[str, Mapping[str, str]]:
    """A capitalised word without its case: the analyser's guess, but a surname's own end is not one."""
    if word.form.lower().endswith(_surname_ends()) or word.form.lower() in given_names():
        return word.form, {"Case": "Nom"}
    guess = next((a for a in word.analyses if not a.known), word.best)
    lemma = guess.lemma[:1].upper() + guess.lemma[1:]
    return lemma, guess.features
