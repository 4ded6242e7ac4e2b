"""Frames: where the triggers of a language's realisations stand in a sentence."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from qatynas.languages.language import Analysis, Language, Realisation, Word
from qatynas.ontology.lexicon import kept
from qatynas.ontology.senses import Sense, senses
from qatynas.reading.clauses import Clause
from qatynas.reading.phrases import listed

ANY = "*"
"""The trigger that every verb fires, in the forms that its realisation asks for."""
_REACH = 9  # words that may stand between the parts of a trigger («тәуелсіздігін 1991 жылы 17 желтоқсанда мойындады»)
_NEAR = 5  # words that may stand between parts that sets give: any pair of them must be one act


class Hit(NamedTuple):
    """A trigger over the words `first:last`: the realisation, and its last word taken as `analysis`."""

    realisation: Realisation
    sense: Sense
    first: int
    last: int
    analysis: Analysis
    words: tuple[int, ...]


class _Trigger(NamedTuple):
    """A realisation, and the parts of its trigger before the last."""

    parts: frozenset[str]
    realisation: Realisation


@kept(8)
def _index(language: Language) -> Mapping[str, Sequence[_Trigger]]:
    table: dict[str, list[_Trigger]] = {}
    for realisation in language.realisations():
        *parts, last = realisation.trigger  # ANY stands for every verb
        table.setdefault(last, []).append(_Trigger(frozenset(parts), realisation))
    return table


Obstacle = Literal["", "forms", "helps", "near", "negative", "without", "position", "longer"]
"""What keeps a trigger from firing whose words are all there; empty where nothing does."""


def hits(words: Sequence[Word], clauses: Sequence[Clause], language: Language) -> list[Hit]:
    """All triggers, in order; where one lies within a longer one of the same kind, the longer stays."""
    return _longest([hit for hit, obstacle in _found(words, clauses, language) if not obstacle])


def nearly(words: Sequence[Word], clauses: Sequence[Clause], language: Language) -> list[tuple[Hit, Obstacle]]:
    """Triggers whose words are there and that did not fire, each with the first check that kept it, in order."""
    fired = hits(words, clauses, language)
    told: dict[tuple[int, tuple[int, ...]], tuple[Hit, Obstacle]] = {}
    for hit, obstacle in (*_found(words, clauses, language), *_other_forms(words, clauses, language)):
        if hit not in fired:
            told.setdefault((id(hit.realisation), hit.words), (hit, obstacle or "longer"))
    return sorted(told.values(), key=lambda one: (one[0].first, one[0].last))


def _found(words: Sequence[Word], clauses: Sequence[Clause], language: Language) -> Iterator[tuple[Hit, Obstacle]]:
    """Triggers whose words are there, in the forms that they ask for, and what keeps each from firing."""
    index = _index(language)
    light = listed(language, "links", "light")
    for clause in clauses:
        lemmas = _lemmas(words[clause.first : clause.last])
        last = _last(words, clause)
        for at in range(clause.first, clause.last):
            for analysis, realisation in _candidates(words[at], index, lemmas, _closes(words, clause, at, last)):
                if places := _places(words, clause, at, realisation):
                    hit = _hit(realisation, analysis, places)
                    yield hit, _obstacle(words, clause, hit, light, lemmas)


def _other_forms(
    words: Sequence[Word], clauses: Sequence[Clause], language: Language
) -> Iterator[tuple[Hit, Obstacle]]:
    """Triggers whose words are there in other forms than they ask for."""
    index = _index(language)
    for clause in clauses:
        lemmas = _lemmas(words[clause.first : clause.last])
        last = _last(words, clause)
        for at in range(clause.first, clause.last):
            found = _candidates(words[at], index, lemmas, _closes(words, clause, at, last))
            meant = {id(realisation) for _, realisation in found}
            for analysis in words[at].analyses:
                for _, realisation in index.get(analysis.lemma, ()):
                    places = _places(words, clause, at, realisation)
                    if places and id(realisation) not in meant:
                        yield _hit(realisation, analysis, places), "forms"


def _hit(realisation: Realisation, analysis: Analysis, places: tuple[int, ...]) -> Hit:
    return Hit(realisation, senses()[realisation.sense], places[0], places[-1] + 1, analysis, places)


def _obstacle(
    words: Sequence[Word], clause: Clause, hit: Hit, light: frozenset[str], lemmas: frozenset[str]
) -> Obstacle:
    """The first check that a trigger whose words are there does not pass."""
    at = hit.last - 1
    if _helps(words, hit.words, light, hit.realisation):
        return "helps"
    if told := _forbidden(hit.realisation, hit.analysis, lemmas):
        return told
    if any(words[hit.first].get("Case") != _NOUN[form] for form in hit.realisation.forms if form in _NOUN):
        return "forms"
    return "position" if _owned(words, hit) or not _position(words, clause, at, hit.realisation) else ""


def _owned(words: Sequence[Word], hit: Hit) -> bool:
    """Whether the act is that of another thing, told right before it («елшілігі ... полигонның жабылуын»)."""
    at = hit.last - 1
    told = hit.analysis.get("VerbForm") == "Vnoun" and hit.analysis.get("Person[psor]") == "3"
    return told and len(hit.words) > 1 and at - 1 not in hit.words and words[at - 1].get("Case") == "Gen"


def _lemmas(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(a.lemma for word in words for a in word.analyses) | {word.form.lower() for word in words}


def _candidates(
    word: Word, index: Mapping[str, Sequence[_Trigger]], lemmas: frozenset[str], closes: bool
) -> Iterator[tuple[Analysis, Realisation]]:
    """What a word may end the trigger of, where all its other parts are among the `lemmas` of the clause."""
    form = word.form.lower()
    if word.upos != "VERB" and form not in index and not any(a.lemma in index for a in word.analyses):
        return
    seen: set[int] = set()
    # A form that is a trigger by itself (айтқандай) goes before the lemma that it is a form of.
    inflected = any(a.lemma == form and a.upos != "ADV" for a in word.analyses)
    for parts, realisation in () if inflected else index.get(form, ()):
        if parts <= lemmas and not realisation.forms:
            seen.add(id(realisation))
            yield word.best, realisation
    # Of «қойды» (put; the sheep) the verb is meant where a trigger has it, and of «құрылды» құрыл before құр.
    for analysis in sorted(word.analyses, key=lambda a: (a.upos != "VERB", a.get("Voice") == "Pass")):
        if not closes and _misread(word, analysis):
            continue
        any_verb = index.get(ANY, ()) if analysis is word.best and analysis.upos == "VERB" else ()
        for parts, realisation in (*index.get(analysis.lemma, ()), *any_verb):
            if not parts <= lemmas or id(realisation) in seen or not _form(realisation, analysis):
                continue
            if not _noun_all_the_same(word, analysis):
                seen.add(id(realisation))
                yield analysis, realisation


def _noun_all_the_same(word: Word, analysis: Analysis) -> bool:
    """Whether «we did» is only how a noun may be misread: ынтымақтастық is cooperation, seldom «we cooperated»."""
    return analysis.get("Person") == "1" and word.upos == "NOUN" and word.lemma == word.form.lower()


def _form(realisation: Realisation, analysis: Analysis) -> bool:
    return not realisation.forms or any(_FORMS[form](analysis) for form in realisation.forms)


_FORMS: Mapping[str, Callable[[Analysis], bool]] = {
    "predicate": lambda a: a.upos in ("NOUN", "ADJ"),
    "verb": lambda a: a.upos == "VERB" and a.get("Mood") != "Imp",
    "noun": lambda a: a.upos == "NOUN" or a.get("VerbForm") == "Vnoun",
    "participle": lambda a: a.get("VerbForm") == "Part",
    "past": lambda a: a.get("Tense") == "Past" or a.get("VerbForm") == "Conv",
    "finite": lambda a: a.get("VerbForm") in ("Fin", "Vnoun") and a.get("Mood") != "Imp",
    "intention": lambda a: a.get("Mood") == "Int" or a.get("VerbForm") in ("Conv", "Vnoun"),
    "done": lambda a: a.get("VerbForm") == "Fin" and a.get("Tense") == "Past",
    "meaning": lambda a: a.get("Mood") == "Int",
    "negative": lambda a: a.get("Polarity") == "Neg",
    "of_act": lambda a: a.upos == "VERB" and a.get("Mood") != "Imp",
    "to_act": lambda a: a.upos == "VERB" and a.get("Mood") != "Imp",
    "no_act": lambda a: a.upos == "VERB" and a.get("Mood") != "Imp",
    "dative": lambda a: a.upos == "VERB" and a.get("Mood") != "Imp",
    "ablative": lambda a: a.upos == "VERB" and a.get("Mood") != "Imp",
    "possessed": lambda a: a.get("Person[psor]") == "3",
}


_NOUN: Mapping[str, str] = {"dative": "Dat", "ablative": "Abl"}
"""Forms that ask for a case of the trigger's first word."""


def _places(words: Sequence[Word], clause: Clause, at: int, realisation: Realisation) -> tuple[int, ...]:
    """Where each part of the trigger stands, the last at `at`; empty where one is missing."""
    out = [at]
    for part in reversed(realisation.trigger[:-1]):
        low = max(clause.first, out[-1] - (_NEAR if realisation.drawn else _REACH))
        for k in range(out[-1] - 1, low - 1, -1):
            if words[k].has(part) or words[k].form.lower() == part:
                out.append(k)
                break
        else:
            return ()
    return tuple(out[::-1])


def _forbidden(realisation: Realisation, analysis: Analysis, lemmas: frozenset[str]) -> Obstacle:
    """What the words of the clause, or the verb's negation, have against a realisation."""
    if realisation.near and lemmas.isdisjoint(realisation.near):
        return "near"
    if analysis.get("Polarity") == "Neg" and "negative" not in realisation.forms:
        return "negative"
    return "" if lemmas.isdisjoint(realisation.without) else "without"


def _same(one: Hit, two: Hit) -> bool:
    """Whether two hits vie for the same words: an act done to an instrument and another act do not yet."""
    return (one.sense.kind, one.sense.object == "instrument") == (two.sense.kind, two.sense.object == "instrument")


def _helps(words: Sequence[Word], places: tuple[int, ...], light: frozenset[str], realisation: Realisation) -> bool:
    """Whether a verb only helps what stands before it («қолдап келеді», «жеткізіп берді», «маңызды болмақ»)."""
    at = places[-1]
    if words[at].lemma not in light or not (len(places) == 1 or realisation.drawn):
        return False
    converb = at > 0 and at - 1 not in places and words[at - 1].get("VerbForm") == "Conv"
    return realisation.trigger == (ANY,) or converb


def _last(words: Sequence[Word], clause: Clause) -> int:
    """The last noun or verb of a clause."""
    held = (k for k in range(clause.last - 1, clause.first - 1, -1) if words[k].upos in ("VERB", "NOUN"))
    return next(held, clause.first)


def _closes(words: Sequence[Word], clause: Clause, at: int, last: int) -> bool:
    """Whether a finite verb may stand there: behind a converb, or with no noun or verb behind it in its clause."""
    return at >= last or (at > clause.first and words[at - 1].get("VerbForm") == "Conv")


def _misread(word: Word, analysis: Analysis) -> bool:
    """Whether a noun is taken for a finite verb or a participle to come («атысты тоқтатуға шақырды», «міндеттері»)."""
    if word.upos in ("VERB", "AUX"):
        return False
    if analysis.get("VerbForm") != "Fin":
        return analysis.get("VerbForm") == "Part" and analysis.get("Tense") != "Past"
    return True


def _position(words: Sequence[Word], clause: Clause, at: int, realisation: Realisation) -> bool:
    """A trigger of the form `predicate` says what something is: a dash, a copula or the end of the clause follows.

    One of the form `of_act` has another act as its object, right before it («салуды көздейді»); `to_act`: an act in the
    dative stands in its clause («тоқтатуға шақырды»), `no_act`: none does («Бейжіңге шақырды»).
    """
    asked = {"to_act", "no_act"}.intersection(realisation.forms)
    if asked:
        act = any(w.get("VerbForm") == "Vnoun" and w.get("Case") == "Dat" for w in words[clause.first : at])
        return ("to_act" if act else "no_act") in asked
    if "of_act" in realisation.forms:
        return at > clause.first and words[at - 1].get("VerbForm") == "Vnoun"
    if "predicate" not in realisation.forms:
        return True
    return is_predicate(words, clause.last, at)


def is_predicate(words: Sequence[Word], last: int, at: int) -> bool:
    """Whether the word at `at` stands as a predicate, or as what a dash explains."""
    behind = [w for w in words[at + 1 : last] if w.upos != "PUNCT" or w.form in "–—"]
    if not behind or behind[0].form in "–—" or behind[0].upos == "AUX":
        return True
    return behind[0].get("VerbForm") == "Conv" and len(behind) < 3


def _longest(found: list[Hit]) -> list[Hit]:
    """Of triggers that share a word and a kind of fact, the one with more parts, then the one that stands closer."""
    best: list[Hit] = []
    for hit in sorted(
        found, key=lambda h: (-len(h.words), h.realisation.trigger == (ANY,), h.realisation.drawn, h.last - h.first)
    ):
        if not any(_same(b, hit) and set(b.words) & set(hit.words) for b in best):
            best.append(hit)
    return sorted(best, key=lambda h: (h.first, h.last))
