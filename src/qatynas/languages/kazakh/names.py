"""Names of a sentence: states, organisations, persons, offices, bodies and words that stand for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from qatynas.languages.kazakh.citation import cited, each
from qatynas.languages.kazakh.english import is_latin, quoted
from qatynas.languages.kazakh.gazetteer import Entry, Node, ends, gazetteer, given_names, gone, leaders_initials
from qatynas.languages.kazakh.leaders import codes as leaders_codes
from qatynas.languages.kazakh.leaders import persons
from qatynas.languages.kazakh.stems import patronymic_ends, surname_ends
from qatynas.languages.language import Name, Sentence, Word
from qatynas.ontology.lexicon import here, kept

_INITIALS = 12  # words that initials may take: a row of capitals with stops is no name, and is gone through once
_LONGEST = 18  # letters of an unlisted person's name; longer words are words run together
_INITIAL = re.compile(r"[^\W\d_]\.")


_CITY = ("қала", "шаһар")


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
    opens = here(_opens)
    at = 0
    while at < len(words):
        form = words[at].form
        listed = _listed(words, at, cased) if opens(form) else None
        if listed and listed.kind in ("state", "place", "person") and _begins_person(words, listed):
            listed = None
        name = listed or (_person(words, at, out, cased) if cased and form[0].isupper() else None)
        if name:
            out += _titled_apart(name, words)
            at = name.last
        else:
            at += 1
    return out


def _listed(words: tuple[Word, ...], at: int, cased: bool) -> Name | None:
    found = [f for f in _search(words, at) if _may(f, words, at, cased)]
    if not found:
        return None
    best = min(found, key=lambda f: (-f.last, not f.entry.exact, f.entry.order, "Case" not in f.features))
    return _of_city(_name(best, words, at), words)


def _of_city(name: Name, words: tuple[Word, ...]) -> Name:
    """A city with the word for it behind («Ташкент қаласына»), which bears the case of both; else the name as it is.

    The word itself stays outside: it is no part of the name, and may be that of several («Алматы, Астана қалалары»).
    """
    behind = words[name.last] if name.last < len(words) else None
    if behind is None or name.case != "Nom" or not (name.capital or name.kind == "place"):
        return name
    told = next((one for one in behind.analyses if one.lemma in _CITY and one.get("Person[psor]") == "3"), None)
    if told is None:
        return name
    return replace(name, case=told.get("Case") or "Nom", inside=told.get("Attr") == "Loc")


def _begins_person(words: tuple[Word, ...], name: Name) -> bool:
    """Whether a state's, city's or leader's name is a given name here: a surname follows (Дания Еспаева)."""
    if name.last - name.first > 1 or name.case != "Nom" or name.last >= len(words):
        return False
    return _given_name(words[name.first]) and _capitalised(words[name.last]) and _surname(words[name.last])


def _titled_apart(name: Name, words: tuple[Word, ...]) -> list[Name]:
    """A listed person whose name ends in a title (Тәуке хан, but not Имран Хан) as the person and the office."""
    if name.kind != "person" or name.last - name.first < 2:
        return [name]
    office = _listed(words, name.last - 1, True)
    if office is None or office.kind != "office" or not name.name.split()[-1].islower():
        return [name]
    person = replace(name, last=name.last - 1, name=name.name.rsplit(" ", 1)[0], case="Nom")
    return [person, replace(office, code=name.code)]


def _search(words: tuple[Word, ...], at: int) -> Iterator[_Found]:
    node: Node | None = gazetteer()
    for k in range(at, len(words)):
        assert node is not None
        form = words[k].form
        for entry, features, stem in _single(form) if k == at else ends(node, form):
            yield _Found(entry, features, stem, k + 1)
        node = node.next.get(form.lower()) or node.next.get(form)
        if node is None:
            break
    for found in quoted(words, at):
        yield _Found(*found)


@kept(50_000)
def _opens(form: str) -> bool:
    """Whether a listed name may begin with a word: most words of a text begin none."""
    follows = gazetteer().next
    return bool(_single(form)) or form.lower() in follows or form in follows or is_latin(form)


@kept(50_000)
def _single(form: str) -> tuple[tuple[Entry, Mapping[str, str], int], ...]:
    """Names of one word, kept: every word of a text is asked, and most come again."""
    return tuple(ends(gazetteer(), form))


def _may(found: _Found, words: tuple[Word, ...], at: int, cased: bool) -> bool:
    """Whether capitals allow the name; a common word that only looks like a name's stem is not one."""
    entry = found.entry
    if entry.kind == "person" and len(entry.name) < 4 and (len(entry.name) < 3 or words[at].best.known):
        return False
    if entry.proper or entry.exact:
        return any(word.form[0].isupper() for word in words[at : found.last]) or (
            not cased and not entry.exact and len(entry.name) > 4
        )
    last = words[found.last - 1]
    return found.last - at > 1 or last.upos != "VERB" or not last.best.known


def _name(found: _Found, words: tuple[Word, ...], at: int) -> Name:
    entry, features = found.entry, found.features
    forms = [word.form for word in words[at : found.last]]
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
        cited=cited(forms, found.stem, features),
        each=each(forms, found.stem, features),
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
    if not words[at].form[0].isupper():
        return None
    k = _past_initials(words, at)
    initials = k - at
    while k < len(words) and k - at - initials < 4 and _capitalised(words[k]):
        listed = _listed(words, k, cased) if k > at else None
        if listed and listed.kind != "person":
            break
        k += 1
        if initials or listed or _ends_person(words, k):
            break
    if k - at - initials == 0 or (not initials and _common(words[at])):
        return None
    run = words[at:k]
    titled = _titled(before, at) and len(run[-1].form) <= _LONGEST and not _word(run[0])
    if not (initials or titled or any(_given_name(w) for w in run) or _surname(run[-1])):
        return None
    return _as_person(words, at, k)


def _ends_person(words: tuple[Word, ...], last: int) -> bool:
    """Whether the word before `last` is a surname with which a name ends, or a patronymic without one behind."""
    word = words[last - 1]
    if not _surname(word) or _given_name(word):
        return False
    more = last < len(words) and _capitalised(words[last]) and _surname(words[last])
    return not (more and word.form.lower().endswith(patronymic_ends()))


def _past_initials(words: tuple[Word, ...], at: int) -> int:
    """Where the initials that begin at a word end: «Н.»; «Дж.», a word and a stop; «Қ.-Ж.», with a hyphen."""
    end = min(len(words), at + _INITIALS)
    while at < end and words[at].form[0].isupper():
        form = words[at].form
        if _INITIAL.fullmatch(form):
            at += 1
        elif len(form) == 2 and form[1].islower() and at + 1 < len(words) and words[at + 1].form == ".":
            at += 2
        elif len(form) == 1 and [word.form for word in words[at + 1 : at + 3]] in ([".", "-"], [".", "‑"]):
            at += 3
        else:
            break
    return at


def _titled(before: list[Name], at: int) -> bool:
    """Whether a bare office stands right before word `at`."""
    return bool(before) and before[-1].kind == "office" and before[-1].last == at and before[-1].case == "Nom"


def _as_person(words: tuple[Word, ...], first: int, last: int) -> Name:
    given = _given(words[first : last - 1])
    known = _listed_surname(words, last - 1)
    if known:
        code = known.code if _may_be(given, known.name) else None
        code = _told_apart(" ".join([*given, known.name.split()[-1]]), code) if given else code
        return replace(known, first=first, name=" ".join([*given, known.name.split()[-1]]), code=code)
    lemma, features = _bare(words[last - 1])
    return Name("person", first, last, " ".join([*given, lemma]), case=features.get("Case", "Nom"))


def _given(words: tuple[Word, ...]) -> list[str]:
    """Initials and given names as one writes them: «Дж.» is two words, «Қ.-Ж.» four."""
    return " ".join(word.form for word in words).replace(" .", ".").replace(" - ", "-").split()


def _told_apart(name: str, code: str | None) -> str | None:
    """State of today of the one leader whom initials or a given name tell («И. Каримов»), else the code as it is."""
    states = {state for person in persons(name) for state in leaders_codes()[person] if not gone(state)}
    return next(iter(states)) if len(states) == 1 else code


def _listed_surname(words: tuple[Word, ...], at: int) -> Name | None:
    """A listed person's surname at a word, also one that is a common word elsewhere: «А. Гүлдің»."""
    found = [f for f in _search(words, at) if f.entry.kind == "person" and f.last == at + 1]
    return _name(min(found, key=lambda f: "Case" not in f.features), words, at) if found else None


def _may_be(given: list[str], surname: str) -> bool:
    """Whether a listed leader's surname is his here: a namesake's given name begins otherwise."""
    letters = leaders_initials().get(surname, "")
    return not given or not letters or any(word[0] in letters for word in given)


def _capitalised(word: Word) -> bool:
    return word.form[0].isupper() and len(word.form) > 1 and word.form[1:2] != "." and not word.form.isupper()


def _common(word: Word) -> bool:
    """Whether a capitalised word is one of the dictionary: it only begins the sentence."""
    return _word(word) and not _given_name(word) and not word.form.lower().endswith(surname_ends())


def _word(word: Word) -> bool:
    """Whether the lists of roots know the word, and not as a name."""
    return word.best.known and word.upos != "PROPN"


def _given_name(word: Word) -> bool:
    return word.form.lower() in given_names() or _bare(word)[0].lower() in given_names()


def _surname(word: Word) -> bool:
    return len(word.form) > 4 and _bare(word)[0].lower().endswith(surname_ends())


def _bare(word: Word) -> tuple[str, Mapping[str, str]]:
    """A capitalised word without its case: the analyser's guess, but a surname's own end is not one."""
    if word.form.lower().endswith(surname_ends()) or word.form.lower() in given_names():
        return word.form, {"Case": "Nom"}
    guess = next((a for a in word.analyses if not a.known), word.best)
    lemma = guess.lemma[:1].upper() + guess.lemma[1:]
    return lemma, guess.features
