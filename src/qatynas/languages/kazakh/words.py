"""Words: tokens of a sentence and their analyses, from roots and endings."""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from qatynas.languages.kazakh.grammar import (
    SYLLABIC,
    Ending,
    harmony,
    nominal_endings,
    sound_class,
    verbal_endings,
)
from qatynas.languages.kazakh.roots import Root, roots, softened
from qatynas.languages.language import Analysis, Word
from qatynas.ontology.lexicon import kept

_TOKEN = re.compile(
    r"\[\d+(?:[,–-]\s?\d+)*\]"  # citation mark
    r"|\d+(?:[.,]\d+)*(?:[-‑]?[^\W\d_]+)*"  # number, perhaps with a suffix
    r"|[^\W\d_]\.(?=\s?[^\W\d_])"  # initial
    r"|[^\W\d_]+(?:[-‑’'][^\W_]+)*"  # word, perhaps hyphenated
    r"|\.{2,}|[^\w\s]|_",
)
_NOMINAL_POS = ("NOUN", "ADJ", "NUM", "PRON", "DET", "ADV")
_EMPTY: Mapping[str, str] = {}
_NOM: Mapping[str, str] = {"Case": "Nom"}
_EITHER = ("ев", "ёв")  # names that take endings of either harmony (Тоқаевтың, Медведевке), as those in и and у do
_CLOSERS = frozenset(".,;:!?…»”)")
MOST_ANALYSES = 6
LONGEST = 60  # letters; a longer run is no word («электроэнцефалографиялық» has 24)


def split(text: str) -> list[str]:
    """The words of `text` as they stand, punctuation too."""
    return _TOKEN.findall(text)


def tokens(text: str, offset: int = 0) -> Iterator[Word]:
    """The words of `text`, analysed one by one; `offset` is added to their places."""
    found = list(_TOKEN.finditer(text))
    for match, following in zip_longest(found, found[1:]):
        form = match.group()
        closes = following is None or following.group() in _CLOSERS
        yield Word(offset + match.start(), offset + match.end(), form, _closing(form) if closes else _inner(form))


@kept(200_000)
def _closing(form: str) -> tuple[Analysis, ...]:
    """Analyses of a word that closes a clause: it may be a verb, but in a list seldom «we did» (ынтымақтастық)."""
    found, low = analyse(form), form.lower()
    whole = any(one.lemma == low and one.upos == "NOUN" for one in found)
    kept = tuple(one for one in found if not (whole and one.get("VerbForm") == "Fin" and one.get("Person") == "1"))
    return kept or found


@kept(200_000)
def _inner(form: str) -> tuple[Analysis, ...]:
    """Analyses of a word that closes no clause: a finite verb that is also a whole word (қатысты) is that word."""
    found, low = analyse(form), form.lower()
    if found[0].lemma != low or found[0].upos == "VERB":
        return found
    return tuple(one for one in found if one.get("VerbForm") != "Fin" or one.lemma == low)


@kept(200_000)
def analyse(form: str) -> tuple[Analysis, ...]:
    """All analyses of one word, the likeliest first; at least one, guessed (`known` false) where none is known."""
    if not (form[0].isalpha() or form[0].isdigit()):
        return (Analysis(form, "PUNCT", _EMPTY, True),)
    if form[0].isdigit():
        return (_number(form),)
    if len(form) > LONGEST:
        return (Analysis(form, "X", _EMPTY, False),)
    if len(form) == 2 and form[1] == ".":
        return (Analysis(form, "PROPN", _EMPTY, True),)
    low = form.lower()
    found = _ranked(low, [*_closed(low), *_nominal(low), *_verbal(low)])
    if found:
        return found
    return _hyphenated(form, low) or (_guess(form, low),)


def _number(form: str) -> Analysis:
    digits = re.match(r"[\d.,]*\d", form)
    assert digits is not None
    stem, rest = digits.group(), form[digits.end() :].lstrip("-‑")
    return Analysis(stem, "NUM", _ending_features(rest.lower()), True)


def _ending_features(rest: str) -> Mapping[str, str]:
    """Features of a bare ending, whatever stood before it (numbers, abbreviations)."""
    for ending in nominal_endings().get(rest, ()):
        return {"Case": "Nom", **ending.features}
    return _NOM


def _closed(low: str) -> Iterator[Analysis]:
    for root in roots().closed.get(low, ()):
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


_PRONOUN_ENDS = {
    "Gen": ("ның", "нің", "дың", "дің", "тың", "тің"),
    "Acc": ("ны", "ні", "ы", "і"),
    "Dat": ("ған", "ға", "ге", "на", "не"),
    "Abl": ("нан", "нен", "дан", "ден"),
    "Loc": ("нда", "нде"),
    "Ins": ("мен", "пен", "бен"),
}


def _nominal(low: str) -> Iterator[Analysis]:
    table, endings = roots().nominal, nominal_endings()
    for cut in range(len(low), 0, -1):
        found = table.get(low[:cut])
        if not found:
            continue
        for ending in endings.get(low[cut:], ()):
            for root in found:
                if _stands(root, low[:cut], ending, low[cut:]):
                    yield Analysis(root.lemma, root.upos, _case(ending.features), True)


def _case(features: Mapping[str, str]) -> Mapping[str, str]:
    return features if "Case" in features else {"Case": "Nom", **features}


def _stands(root: Root, stem: str, ending: Ending, surface: str) -> bool:
    """Whether this form of the stem can stand before this ending."""
    if ending.pronominal:
        return stem[-1] in "ыі" and root.lemma == stem
    if not surface:
        return root.lemma == stem
    if stem.startswith(root.lemma) and stem != root.lemma:  # with the -і of loans: объект, объектіні
        return "V" in ending.classes and "f" in ending.harmony
    if stem != root.lemma:
        return surface[0] in SYLLABIC
    return sound_class(root.lemma) in ending.classes


def _verbal(low: str) -> Iterator[Analysis]:
    for form in {low, *_unfused(low)}:
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
    table, verbal, nominal = roots().verbal, verbal_endings(), nominal_endings()
    for cut in range(1, len(low) + 1):
        found = table.get(low[:cut])
        if not found:
            continue
        rest = low[cut:]
        if not rest:
            for root in found:
                if root.lemma == low:
                    yield Analysis(root.lemma, "VERB", {"VerbForm": "Fin", "Mood": "Imp"}, True)
        for second in range(len(rest), 0, -1):
            for verb, takes_case in verbal.get(rest[:second], ()):
                if second < len(rest) and not takes_case:
                    continue
                for ending in nominal.get(rest[second:], ()):
                    if ending.pronominal or not _agree(rest[:second], ending, rest[second:]):
                        continue
                    for root in found:
                        if _verb_stands(root, low[:cut], verb, rest):
                            yield from _as_verb(root, verb, ending, takes_case)


def _as_verb(root: Root, verb: Ending, ending: Ending, takes_case: bool) -> Iterator[Analysis]:
    """A verb form; its verbal noun also as the noun that dictionaries list (кездес-у, «кездесу»)."""
    features = _verb_features(verb, ending, takes_case)
    yield Analysis(root.lemma, "VERB", features, True)
    if features.get("VerbForm") == "Vnoun" and "Polarity" not in features and "Voice" not in features:
        yield Analysis(infinitive(root.lemma), "NOUN", {**features, "VerbForm": "Vnoun"}, True)


def infinitive(stem: str) -> str:
    """Dictionary form of a verb: кездес, кездесу; оқы, оқу; қой, қою; жап, жабу."""
    if stem[-1] in "ыі":
        return stem[:-1] + "у"
    if stem[-1] == "й":
        return stem[:-1] + "ю"
    return softened(stem) + "у"


def _agree(before: str, ending: Ending, surface: str) -> bool:
    return not surface or sound_class(before) in ending.classes


def _verb_stands(root: Root, stem: str, ending: Ending, rest: str) -> bool:
    if stem != root.lemma:
        return rest[0] in SYLLABIC
    tone = harmony(stem)
    return sound_class(stem) in ending.classes and (not tone or tone in ending.harmony)


def _verb_features(verb: Ending, ending: Ending, takes_case: bool) -> Mapping[str, str]:
    if not takes_case:
        return verb.features
    return {"Case": "Nom", **verb.features, **ending.features}


_POS_RANK = {"PRON": 0, "DET": 0, "ADP": 0, "CCONJ": 0, "SCONJ": 0, "PART": 0, "AUX": 0, "NUM": 1, "ADV": 1}


def _ranked(low: str, found: list[Analysis]) -> tuple[Analysis, ...]:
    """Distinct analyses: closed words first, then the longest root, then the shortest chain."""
    seen: dict[tuple[str, str, tuple[tuple[str, str], ...]], Analysis] = {}
    for one in found:
        seen.setdefault((one.lemma, one.upos, tuple(sorted(one.features.items()))), one)

    def rank(one: Analysis) -> tuple[int, int, int, int]:
        whole = one.lemma == low
        closed = _POS_RANK.get(one.upos, 2) if whole or one.upos == "PRON" else 2
        imperative = one.upos == "VERB" and one.features.get("Mood") == "Imp" and whole
        derived = one.upos == "NOUN" and "VerbForm" in one.features
        return (closed + 2 * imperative + derived, -len(one.lemma), one.upos == "VERB", len(one.features))

    return tuple(sorted(seen.values(), key=rank)[:MOST_ANALYSES])


def _hyphenated(form: str, low: str) -> tuple[Analysis, ...]:
    """A compound takes the analysis of its last part; an abbreviation keeps its letters (АҚШ-тың)."""
    head, mark, tail = low.rpartition("-")
    if not mark or not head or not tail:
        return ()
    if tail in nominal_endings() and (form[: len(head)].isupper() or not SYLLABIC & set(head)):
        return (Analysis(form[: len(head)], "PROPN", _ending_features(tail), True),)
    first = analyse(form[: len(head)])[0]
    return tuple(
        Analysis(f"{head}-{one.lemma}", one.upos, one.features, one.known and first.known)
        for one in analyse(tail)
        if one.upos in (*_NOMINAL_POS, "VERB", "PROPN")
    )


def _guess(form: str, low: str) -> Analysis:
    """Take off the longest chain of endings that agrees with the rest in every sound."""
    proper = form[0].isupper()
    for cut in range(max(3, len(low) // 3), len(low)):
        if not SYLLABIC & set(low[:cut]) or form[cut:].isupper():
            continue
        for ending in nominal_endings().get(low[cut:], ()):
            if _fits(low[:cut], ending, low[cut:]) and (not proper or _of_name(ending)):
                lemma = form[:cut] if proper else low[:cut]
                return Analysis(lemma, "PROPN" if proper else "NOUN", _case(ending.features), False)
    return Analysis(form if proper else low, "PROPN" if proper else "NOUN", _NOM, False)


def _of_name(ending: Ending) -> bool:
    """Whether a name is likely to have the ending: one that tells a case, but not whose it is (Обама is not «my»)."""
    return "Case" in ending.features and ending.features.get("Person[psor]") in (None, "3")


def _fits(stem: str, ending: Ending, surface: str) -> bool:
    """Whether an unknown stem can take the ending: one that tells a case or the plural, and begins in a consonant."""
    told = "Case" in ending.features or ending.features.get("Number") == "Plur"
    if ending.pronominal or not told or surface[0] in SYLLABIC:
        return False
    last = next(letter for letter in reversed(stem) if letter in SYLLABIC)
    tone = "" if stem.endswith(_EITHER) or last in "иу" else harmony(stem)
    return sound_class(stem) in ending.classes and (not tone or tone in ending.harmony)
