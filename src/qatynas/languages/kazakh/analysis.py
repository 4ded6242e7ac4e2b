"""Analyses of one word: root and suffixes, every way in which the grammar can take it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from qatynas.languages.kazakh.chains import TONES, Derived, derived, nominal_endings, parse, start
from qatynas.languages.kazakh.grammar import SYLLABIC, VOWELS, Features, harmony, softened, sound_class
from qatynas.languages.kazakh.letters import is_roman
from qatynas.languages.kazakh.roman import roman
from qatynas.languages.kazakh.roots import CUT, Root, Stems, root_of, roots
from qatynas.languages.language import Analysis
from qatynas.ontology.lexicon import kept

MOST_ANALYSES = 6
LONGEST = 60  # letters; a longer run is no word («электроэнцефалографиялық» has 24)
_DIGITS = re.compile(r"[\d.,]*\d")
_CAPITALS = re.compile(r"([^\W\d_]*?[^\W\d_a-zа-яәғқңөұүһі])(?:[-‑’']?([а-яәғқңөұүһі]+))?")
_CASED = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ"))
_ROMAN = frozenset("IVXLCDMХМСІ")
_CYRILLIC_ROMAN = re.compile("[ХІ]{2,}")  # «ХХ», «ХІХ»: of Cyrillic letters that are no usual abbreviation
_EMPTY: Mapping[str, str] = {}
_NOM: Mapping[str, str] = {"Case": "Nom"}
_PRONOUN_ENDS = {
    "Gen": ("ның", "нің", "дың", "дің", "тың", "тің"),
    "Acc": ("ны", "ні", "ы", "і"),
    "Dat": ("ған", "ға", "ге", "на", "не"),
    "Abl": ("нан", "нен", "дан", "ден"),
    "Loc": ("нда", "нде"),
    "Ins": ("мен", "пен", "бен"),
}


@kept(200_000)
def analyse(form: str) -> tuple[Analysis, ...]:
    """All analyses of one word, the likeliest first; at least one, guessed (`known` false) where none is known."""
    plain = _plain(form)
    if plain:
        return (plain,)
    low = form.lower()
    if form[0].isupper() and (named := [*_proper(low, roots().proper), *_abbreviated(form)]):
        return _ranked(low, [*_common(low), *named])
    if found := _common(low):
        return _ranked(low, found)
    if form[0].isupper() and (named := [*_proper(low, roots().parts)]):
        return _ranked(low, named)
    return _hyphenated(form, low) or _ranked(low, _fewest(_derived(form, low))) or (_guess(form, low),)


@kept(200_000)
def _common(low: str) -> tuple[Analysis, ...]:
    """The analyses that the roots of common words give."""
    return (*_closed(low), *_nominal(low), *_verbal(low))


def _plain(form: str) -> Analysis | None:
    """What needs no grammar: marks, digits, Roman numerals, initials, runs of letters that are no word."""
    first = form[:1]
    if not first:
        return Analysis(form, "X", _EMPTY, False)
    if not first.isalpha():
        digits = _DIGITS.match(form)
        if not digits:
            return Analysis(form, "PUNCT", _EMPTY, True)
        stem, rest = digits.group(), form[digits.end() :].lstrip("-‑%")
        return Analysis(stem, "NUM", _bare_ending(rest.lower()), True)
    if len(form) > LONGEST:
        return Analysis(form, "X", _EMPTY, False)
    if len(form) == 2 and form[1] == ".":
        return Analysis(form, "PROPN", _EMPTY, True)
    if first in _ROMAN and (is_roman(form) or (_CYRILLIC_ROMAN.fullmatch(form) and roman(form))):
        return Analysis(form, "NUM", {"NumForm": "Roman"}, True)
    if first.lower() in VOWELS and form.lower() == first.lower() * len(form):
        return Analysis(form.lower(), "INTJ", _EMPTY, True)  # how a transcript writes hesitation: «ээ», «ыы»
    return None


def _bare_ending(rest: str) -> Mapping[str, str]:
    """Features of a bare ending, whatever stood before it (numbers, abbreviations)."""
    for ending in nominal_endings().get(rest):
        return {"Case": "Nom", **ending.features}
    return _NOM


def _closed(low: str) -> Iterator[Analysis]:
    for line in roots().closed.get(low, ()):
        root = root_of(*line)
        yield Analysis(root.lemma, root.upos, _closed_features(root, low), True)


def _closed_features(root: Root, low: str) -> Mapping[str, str]:
    """Case of a pronoun's irregular form, by how it ends."""
    if root.upos not in ("PRON", "DET"):
        return _EMPTY
    if low == root.lemma:
        return _NOM
    for case, ends in _PRONOUN_ENDS.items():
        if low.endswith(ends):
            return {"Case": case}
    return _NOM


def _nominal(low: str) -> Iterator[Analysis]:
    table = roots().nominal
    for cut in range(len(low), 0, -1):
        stem = low[:cut]
        if stem in table:
            for line in table[stem]:
                root = root_of(*line)
                for features in _endings(root, stem, low[cut:]):
                    yield Analysis(root.lemma, root.upos, _values(root.upos, features), True)


def _proper(low: str, table: Stems) -> Iterator[Analysis]:
    for cut in range(len(low), 1, -1):
        for line in table.get(low[:cut], ()):
            root = root_of(*line)
            for features in _endings(root, low[:cut], low[cut:]):
                if _of_name(features):
                    yield Analysis(root.lemma, "PROPN", _values("PROPN", features), True)


def _of_name(features: Features) -> bool:
    """Whether a name is likely to have the endings: they do not tell that it is mine or yours (Обама is no «my»)."""
    return not any(name in ("Person[psor]", "Person") and value != "3" for name, value in features)


def _endings(root: Root, stem: str, rest: str) -> list[Features]:
    """The chains that `rest` is behind this form of the root, by the root's harmony, else by the other."""
    if not _opens(root, stem, rest):
        return []
    kind, tones = ("V", "f") if len(stem) > len(root.low) else (root.kind, root.tones)
    for tone in (*tones, *TONES.replace(tones, "")):
        found = [*parse(rest, start(root.upos, kind, tone))]
        if rest and root.low[-1] in "ыі" and stem == root.low:
            found += [(("Person[psor]", "3"), *more) for more in parse(rest, start(root.upos, "V", tone, True))]
        if found:
            return found
    return []


def _opens(root: Root, stem: str, rest: str) -> bool:
    """Whether this form of the stem can stand before `rest`: softened and shortened ones stand before vowels."""
    if stem == root.low:
        return True
    if root.low.endswith(CUT) and stem == root.low[:-1]:
        return bool(rest)
    return bool(rest) and (len(stem) > len(root.low) or rest[0] in SYLLABIC)


def _values(upos: str, features: Features) -> Mapping[str, str]:
    """Features as values; what can have a case and tells none is in the nominative."""
    return _interned(features if any(name == "Case" for name, _ in features) or upos not in _CASED
                     else (("Case", "Nom"), *features))  # fmt: skip


@lru_cache(maxsize=50_000)
def _interned(features: Features) -> Mapping[str, str]:
    return dict(features)


def _verbal(low: str) -> Iterator[Analysis]:
    for form in dict.fromkeys((low, *_unfused(low))):
        yield from _verb_chains(form)


def _unfused(low: str) -> Iterator[str]:
    """Undo ю, я, и that stand for two sounds, and the ы/і that a stem loses before у."""
    for at, letter in enumerate(low):
        if at == 0:
            continue
        if letter == "ю" and low[at - 1] in SYLLABIC:
            yield low[:at] + "йу" + low[at + 1 :]
        elif letter == "я" and low[at - 1] in SYLLABIC:
            yield low[:at] + "йа" + low[at + 1 :]
        elif letter == "и" and at > 1:
            yield low[:at] + ("ый" if harmony(low[:at]) == "b" else "ій") + low[at + 1 :]
        elif letter == "у" and at > 1 and low[at - 1] not in SYLLABIC:
            yield low[:at] + ("ы" if harmony(low[:at]) == "b" else "і") + low[at:]


def _verb_chains(low: str) -> Iterator[Analysis]:
    table = roots().verbal
    for cut in range(1, len(low) + 1):
        for line in table.get(low[:cut], ()):
            root, rest = root_of(*line), low[cut:]
            if not rest and root.lemma == low:
                yield Analysis(root.lemma, "VERB", {"VerbForm": "Fin", "Mood": "Imp"}, True)
            elif rest and (root.lemma == low[:cut] or rest[0] in SYLLABIC):
                for tone in root.tones:
                    for features in parse(rest, start("VERB", root.kind, tone)):
                        yield from as_verb(root.lemma, features)


def as_verb(stem: str, features: Features) -> Iterator[Analysis]:
    """A verb form; its verbal noun also as the noun that dictionaries list (кездес-у, «кездесу»)."""
    told = _verb_values(features)
    yield Analysis(stem, "VERB", told, True)
    if told.get("VerbForm") == "Vnoun" and "Polarity" not in told and "Voice" not in told:
        yield Analysis(infinitive(stem), "NOUN", told, True)


def _verb_values(features: Features) -> Mapping[str, str]:
    """A participle, a verbal noun or a doer that tells no case is in the nominative."""
    form = next((value for name, value in features if name == "VerbForm"), "")
    return _interned((("Case", "Nom"), *features) if form in ("Part", "Vnoun", "Agent") else features)


def infinitive(stem: str) -> str:
    """Dictionary form of a verb: кездес, кездесу; оқы, оқу; қой, қою; жап, жабу."""
    if stem[-1] in "ыі":
        return stem[:-1] + "у"
    if stem[-1] == "й":
        return stem[:-1] + "ю"
    return softened(stem) + "у"


_PLURAL_STEMS = frozenset(("ла", "ле", "да", "де", "та", "те"))
_FORMED = frozenset(("PRON", "AUX"))  # closed words of many forms
_POS_RANK = {"PRON": 0, "DET": 0, "ADP": 0, "CCONJ": 0, "SCONJ": 0, "PART": 0, "AUX": 0, "NUM": 1, "ADV": 1}


def _ranked(low: str, found: Iterable[Analysis]) -> tuple[Analysis, ...]:
    """Distinct analyses: closed words first, then the longest root, then the shortest chain."""
    found = list(found)
    if len(found) == 1:
        return tuple(found)
    seen: dict[tuple[str, str, frozenset[tuple[str, str]]], Analysis] = {}
    for one in found:
        seen.setdefault((one.lemma, one.upos, frozenset(one.features.items())), one)

    def rank(one: Analysis) -> tuple[int, int, int, int, int]:
        whole, owned = one.lemma == low, "Person[psor]" in one.features
        bare = whole and one.upos == "AUX"  # ranking.py tells where a verb's stem is an auxiliary
        closed = 5 if bare else _POS_RANK.get(one.upos, 2) if whole or (one.upos in _FORMED and not owned) else 2
        imperative = one.upos == "VERB" and one.features.get("Mood") == "Imp" and whole
        derived = one.upos == "NOUN" and "VerbForm" in one.features
        return (closed + 2 * imperative + derived, _rare(one), -len(one.lemma), one.upos == "VERB", len(one.features))

    return tuple(_unvoiced(sorted(seen.values(), key=rank))[:MOST_ANALYSES])


def _unvoiced(ranked: list[Analysis]) -> list[Analysis]:
    """Put the passive of a verb before the verb that dictionaries make of it: ашылды is аш before ашыл."""
    for passive in [one for one in ranked if one.features.get("Voice") == "Pass"]:
        plain = {name: value for name, value in passive.features.items() if name != "Voice"}
        for at, one in enumerate(ranked):
            if one.upos == passive.upos and one.features == plain and _voiced(passive.lemma, one.lemma):
                ranked.remove(passive)
                ranked.insert(at, passive)
                break
    return ranked


def _voiced(stem: str, voice: str) -> bool:
    """Whether the second is the passive of the first: -н makes it only behind л (ал, алын), else words of their own."""
    if not voice.startswith(stem) or (voice, "VERB") in roots().noted["own"]:
        return False
    return voice[-1] != "н" or "л" in stem[-2:]


def _rare(one: Analysis) -> bool:
    """Whether prose seldom has such a form or such a word.

    Such forms are what is thine, what is said of us and you, future participles with a case of their own, and
    those that look like a plural (істер).
    """
    if (one.lemma, one.upos) in roots().noted["rare"] or ("Person" in one.features and one.upos in _CASED):
        return True
    future = one.features.get("VerbForm") == "Part" and one.features.get("Tense") == "Fut"
    cased = one.features.get("Case", "Nom") != "Nom" or "Person[psor]" in one.features
    if one.upos == "PROPN" and "Person[psor]" in one.features:
        return True
    plural = one.lemma[-2:] in _PLURAL_STEMS
    return one.features.get("Person[psor]") == "2" or (future and (cased or plural))


def _abbreviated(form: str) -> Iterator[Analysis]:
    """An abbreviation that the lists know keeps its letters; an ending may follow (АҚШ-тың, НАТОға)."""
    match = _CAPITALS.fullmatch(form)
    if match and match.group(1) in roots().abbreviations:
        rest = match.group(2) or ""
        if rest in nominal_endings():
            yield Analysis(match.group(1), "PROPN", _bare_ending(rest), True)


def _hyphenated(form: str, low: str) -> tuple[Analysis, ...]:
    """A compound takes the analysis of its last part; an abbreviation keeps its letters (АҚШ-тың)."""
    head, mark, tail = low.rpartition("-")
    if not mark or not head or not tail:
        return ()
    if tail in nominal_endings() and (form[: len(head)].isupper() or not SYLLABIC & set(head)):
        return (Analysis(form[: len(head)], "PROPN", _bare_ending(tail), form[: len(head)] in roots().abbreviations),)
    written = form[: len(head)]
    first = analyse(written)[0]
    if tail in _PARTICLES:
        return tuple(first._replace(how=f"{first.how} -{tail}".strip()) for first in analyse(written))
    return tuple(
        Analysis(
            f"{written if one.upos == 'PROPN' else head}-{one.lemma}",
            one.upos,
            one.features,
            one.known and first.known,
            one.how,
        )
        for one in analyse(form[len(head) + 1 :])
        if one.upos in (*_CASED, "ADV", "DET", "VERB")
    )


_PARTICLES = frozenset(("ақ", "ау", "мыс", "ай", "міс"))


def _fewest(found: Iterable[tuple[int, Analysis]]) -> list[Analysis]:
    """Of words that suffixes make: those that need the fewest."""
    made = list(found)
    least = min((suffixes for suffixes, _ in made), default=0)
    return [one for suffixes, one in made if suffixes == least]


def _derived(form: str, low: str) -> Iterator[tuple[int, Analysis]]:
    """Words that a productive suffix makes of a root: «қазақстандық», «жекешелендіру», «Мәсімов»."""
    known = roots()
    for table, small in ((known.nominal, True), (known.proper, False)):
        for cut in range(len(low) - 1, 1, -1):
            for line in table.get(low[:cut], ()):
                root = root_of(*line)
                if small or form[0].isupper() or root.low == low[:cut]:
                    yield from _made(root, low[:cut], low[cut:])


def _made(root: Root, stem: str, rest: str) -> Iterator[tuple[int, Analysis]]:
    if root.upos == "PROPN" and stem + "й" == root.low:
        return (yield from _surname(root, stem, rest))
    if not _opens(root, stem, rest):
        return
    for tone in root.tones:
        for one in derived(rest, root.upos, root.kind, tone):
            yield from ((one.suffixes, made) for made in _as_derived(root, root.lemma, one))


def _surname(root: Root, stem: str, rest: str) -> Iterator[tuple[int, Analysis]]:
    """A name in -й loses it before -ев: Назарбай, Назарбаев."""
    if rest.startswith("ев"):
        for one in derived(rest, "PROPN", "R", "f"):
            yield from ((one.suffixes, made) for made in _as_derived(root, root.lemma[:-1], one))


def _as_derived(root: Root, stem: str, one: Derived) -> Iterator[Analysis]:
    how = f"{root.lemma} + {one.added or 'suffix'}"
    lemma = root.lemma if one.same else stem + one.added
    if one.upos == "PROPN":
        if _of_name(one.features):
            yield Analysis(lemma[:1].upper() + lemma[1:], "PROPN", _values("PROPN", one.features), True, how)
    elif one.upos == "VERB":
        for verb in as_verb(lemma.lower(), one.features):
            yield verb._replace(how=how)
    else:
        yield Analysis(lemma.lower(), one.upos, _values(one.upos, one.features), True, how)


def _guess(form: str, low: str) -> Analysis:
    """Take off the longest chain of endings that agrees with the rest in every sound."""
    proper = form[0].isupper()
    for cut in range(max(3, len(low) // 3), len(low)):
        if not SYLLABIC & set(low[:cut]) or form[cut:].isupper():
            continue
        for features in _fitting(low[:cut], low[cut:]):
            if not proper or _case_of_name(features):
                lemma = form[:cut] if proper else low[:cut]
                upos = "PROPN" if proper else "NOUN"
                return Analysis(lemma, upos, _values(upos, features), False, f"unknown stem + {low[cut:]}")
    return Analysis(form if proper else low, "PROPN" if proper else "NOUN", _NOM, False, "unknown word")


def _case_of_name(features: Features) -> bool:
    return any(name == "Case" for name, _ in features) and _of_name(features)


def _fitting(stem: str, rest: str) -> Iterator[Features]:
    """Endings that an unknown stem can have: they tell a case or the plural, and begin in a consonant."""
    if rest[0] in SYLLABIC:
        return
    last = next(letter for letter in reversed(stem) if letter in SYLLABIC)
    tone = "" if stem.endswith(("ев", "ёв")) or last in "иу" else harmony(stem)
    for one in tone or TONES:
        for features in parse(rest, start("NOUN", sound_class(stem), one)):
            if any(name == "Case" or (name, value) == ("Number", "Plur") for name, value in features):
                yield features
