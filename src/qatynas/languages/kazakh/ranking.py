"""Which analysis of a word is the likeliest where it stands: rules on the words beside it.

All analyses stay; only their order changes.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.roots import auxiliaries
from qatynas.languages.language import Analysis
from qatynas.ontology.lexicon import here, kept

_CLOSERS = frozenset(".,;:!?…»”)")

_OPENERS = frozenset('«“„".!?…:–—-(')  # behind these any word may have a capital
_EDGES = frozenset(("PUNCT", "PART", "X"))
_WORDS = ("ADJ", "NOUN", "ADV", "VERB")
_BE, _SAY = "бол", "де"
_NOTHING = Analysis("", "X", {}, False)  # beyond the edges of a sentence

Analyses = tuple[Analysis, ...]


def in_context(forms: Sequence[str]) -> list[Analyses]:
    """The analyses of each word of a sentence, the likeliest first."""
    known = [*map(here(_known), forms)]
    told = [
        word.closing if after in _CLOSERS else word.inner
        for word, after in zip(known, [*forms[1:], "."][: len(forms)], strict=True)
    ]
    for at, word in enumerate(known):
        if word.named and at and forms[at - 1] not in _OPENERS:
            told[at] = _first(told[at], lambda one: one.upos == "PROPN")
        if word.rule:
            before = told[at - 1][0] if at else _NOTHING
            told[at] = word.rule(told[at], before, told[at + 1][0] if at + 1 < len(told) else _NOTHING)
    return told


Rule = Callable[[Analyses, Analysis, Analysis], Analyses]


class _Known(NamedTuple):
    """A form's analyses at the end of a clause and elsewhere, and what orders them by their neighbours."""

    closing: Analyses
    inner: Analyses
    rule: Rule | None
    named: bool  # written with a capital, and a name among other things


@kept(200_000)
def _known(form: str) -> _Known:
    found = analyse(form)
    if len(found) == 1:  # most forms: at most a verb that may help another
        return _Known(found, found, _rule(form, found) if found[0].upos == "VERB" else None, False)
    named = form[0].isupper() and any(one.upos == "PROPN" for one in found)
    return _Known(_closing(form, found), _inner(form, found), _rule(form, found), named)


def _rule(form: str, found: Analyses) -> Rule | None:
    plain = _plain_rule(form, found)
    if any(one.upos == "VERB" and one.lemma in auxiliaries() for one in found):
        return lambda told, before, after: _auxiliary(plain(told, before, after) if plain else told, before)
    return plain


def _plain_rule(form: str, found: Analyses) -> Rule | None:
    tags = {one.upos for one in found}
    if {"PRON", "DET"} <= tags:
        return _determiner
    if {"CCONJ", "ADP"} <= tags:
        return _joining
    nouns = [one for one in found if one.upos == "NOUN" and "Person[psor]" in one.features]
    if found[0].upos == "ADP" and any(one.get("Case") not in ("Nom", "Acc") for one in nouns):
        return _relational
    low, best = form.lower(), found[0]
    whole = {one.upos for one in found if one.lemma == low}
    if {"ADJ", "ADV"} <= whole and "VERB" not in tags:
        return _modifier
    if {"ADJ", "NOUN"} <= whole and best.upos == "NOUN":
        return _attribute
    if best.upos == "ADV" and any(one.get("Case") in ("Loc", "Dat", "Abl") and one.upos == "NOUN" for one in found):
        return _cased
    if best.get("Case") == "Acc" and any(_told(one) for one in found):
        return _spoken
    return _verb_rule(found) if best.lemma == low and best.upos in _WORDS else None


def _verb_rule(found: Analyses) -> Rule | None:
    """For a whole word that is a form of another one too."""
    best = found[0]
    if best.upos == "ADJ" and any(one.upos == "NOUN" and one.get("Person[psor]") == "3" for one in found):
        return _owned
    converbs = [one for one in found if one.get("VerbForm") == "Conv"]
    if converbs and (best.upos in ("NOUN", "VERB") or any(one.get("Aspect") != "Imp" for one in converbs)):
        return _converb
    if best.upos in ("ADJ", "NOUN") and any(_done(one, best) for one in found):
        return _participle
    return None


def _first(told: Analyses, wanted: Callable[[Analysis], bool]) -> Analyses:
    """The analyses with those that are wanted before the others."""
    return tuple(sorted(told, key=lambda one: not wanted(one)))


def _determiner(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """«Бұл құжат»: a determiner stands before its noun; «бұл – құжат»: elsewhere it is a pronoun."""
    noun = after.upos in ("NOUN", "ADJ", "NUM") or after.get("VerbForm") == "Part"
    return _first(told, lambda one: one.upos == ("DET" if noun else "PRON"))


def _joining(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """«Ел мен ел»: a conjunction between two names or nouns; «мен келдім»: a pronoun at the beginning of a clause."""
    if before.upos in ("PUNCT", "X", "CCONJ", "SCONJ"):
        return _first(told, lambda one: one.upos == "PRON")
    return _first(told, lambda one: one.upos == "CCONJ")


def _auxiliary(told: Analyses, before: Analysis) -> Analyses:
    """«Айтып отыр»: behind a converb such a verb only tells how it is done; «болды» is a copula behind all else."""
    best = told[0]
    if best.upos != "VERB" or best.lemma not in auxiliaries() or "Voice" in best.features:
        return told
    if best.lemma == _BE:
        helps = before.upos not in _EDGES
    else:  # «сатып алу»: with its converb a verbal noun is one word
        helps = before.get("VerbForm") == "Conv" and before.lemma != _SAY and best.get("VerbForm") != "Vnoun"
    return (best._replace(upos="AUX"), *told) if helps else told


def _modifier(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """«Жаңа жол», a new road, but «жаңа келді», came just now: an adverb stands before a verb, an adjective else."""
    verb = after.upos in ("VERB", "ADV") and after.get("VerbForm") != "Vnoun" and after.lemma != _BE
    return _first(told, lambda one: one.upos == ("ADV" if verb else "ADJ"))


def _attribute(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """«Жас ұрпақ», the young, but «жас мөлшері», the limit of age: an adjective stands before what nobody owns."""
    free = after.upos == "NOUN" and "Person[psor]" not in after.features
    return _first(told, lambda one: one.upos == "ADJ") if free else told


def _cased(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """«Түнде», at night, but «айлы түнде»: what an attribute stands before is a noun."""
    attribute = before.upos in ("NUM", "ADJ", "DET") or before.get("VerbForm") == "Part" or before.get("Case") == "Gen"
    return _first(told, lambda one: one.upos == "NOUN") if attribute else told


def _done(one: Analysis, word: Analysis) -> bool:
    """Whether it is a participle that a word may be: келген; of nouns only those that are done (жер is no «eater»)."""
    return one.get("VerbForm") == "Part" and (word.upos == "ADJ" or one.get("Tense") == "Past")


def _told(one: Analysis) -> bool:
    return one.get("VerbForm") == "Fin" and one.get("Tense") == "Past"


def _spoken(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """«… деп жазды ол», wrote he: behind a quotation the verb stands before who speaks."""
    return _first(told, _told) if before.lemma == _SAY else told


def _relational(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """«Қала ішінде», inside the town: what serves as a postposition is a form of its noun."""
    return _first(told, lambda one: one.upos == "NOUN")


def _owned(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """«Келген жылы»: behind its owner, a participle or a number a word with -ы is a noun; «жылы су»: else not."""
    owner = before.upos in ("NUM", "PROPN", "NOUN", "ADJ") or before.get("VerbForm") == "Part"
    return _first(told, lambda one: one.upos == "NOUN" and one.get("Person[psor]") == "3") if owner else told


def _participle(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """A participle that dictionaries list as an adjective too (арналған) is a form of its verb."""
    return _first(told, lambda one: one.get("VerbForm") == "Part")


def _converb(told: Analyses, before: Analysis, after: Analysis) -> Analyses:
    """«Алып келді»: before a verb, and behind its object, a converb; «алып көл»: before a noun an adjective."""
    behind = told[0].upos == "ADJ" and before.get("Case") in ("Acc", "Dat", "Abl", "Loc")
    if after.upos in ("VERB", "AUX", "PUNCT") or behind:
        return _first(told, lambda one: one.get("VerbForm") == "Conv")
    return told


def _closing(form: str, found: Analyses) -> Analyses:
    """Analyses of a word that closes a clause: it may be a verb, but in a list seldom «we did» (ынтымақтастық)."""
    low = form.lower()
    whole = any(one.lemma == low and one.upos == "NOUN" for one in found)
    kept = tuple(one for one in found if not (whole and one.get("VerbForm") == "Fin" and one.get("Person") == "1"))
    told = kept or found
    best = told[0]
    if best.upos in ("ADJ", "ADV") or best.get("Case") == "Acc" or (best.upos == "NOUN" and best.lemma != low):
        # «екі ел келісті», agreed, but «келісті түрде», orderly; «қол қойды», signed: no sheep is at the end
        return _first(told, lambda one: one.get("VerbForm") == "Fin" and one.get("Tense") in ("Past", "Aor"))
    return told


def _inner(form: str, found: Analyses) -> Analyses:
    """Analyses of a word that closes no clause: a finite verb that is also a whole word (қатысты) is that word."""
    low = form.lower()
    if found[0].lemma != low or found[0].upos == "VERB":
        return found
    return tuple(one for one in found if one.get("VerbForm") != "Fin" or one.lemma == low)
