"""Forms of nouns and names, made by the same tables that take them apart."""

from itertools import takewhile
from typing import Literal

from qatynas.languages.kazakh.chains import chosen, start
from qatynas.languages.kazakh.grammar import SYLLABIC, realise, softened
from qatynas.languages.kazakh.roots import LINKED, Line, Root, root_of, roots
from qatynas.languages.language import Case
from qatynas.ontology.lexicon import kept

Possessor = Literal["my", "thy", "your", "its", "our"]
_CASES: dict[Case, str] = {
    "Gen": "genitive",
    "Dat": "dative",
    "Acc": "accusative",
    "Loc": "locative",
    "Abl": "ablative",
    "Ins": "instrumental",
}


def inflected(lemma: str, case: Case = "Nom", *, plural: bool = False, possessor: Possessor | None = None) -> str:
    """The form of a noun or name: `inflected("халық", "Dat", possessor="its")` is «халқына».

    A lemma that the lists do not know is declined by its sounds, a name of several words that ends in its own -ы/-сы
    as what is owned («Қазақстан Республикасына»). An abbreviation is read as it is written, not as it is spoken.
    """
    return _inflected(lemma, case, plural, possessor)


@kept(10_000)
def _inflected(lemma: str, case: Case, plural: bool, possessor: Possessor | None) -> str:
    wanted = (*(("plural",) if plural else ()), *((possessor,) if possessor else ()))
    if case != "Nom":
        wanted = (*wanted, _CASES[case])
    form = _grown(_root(lemma), wanted)
    if len(lemma) > 1 and lemma.isupper():
        return f"{lemma}-{form[len(lemma) :]}" if wanted else lemma
    same = sum(1 for _ in takewhile(lambda pair: pair[0].lower() == pair[1], zip(lemma, form, strict=False)))
    return lemma[:same] + form[same:]


def _root(lemma: str) -> Root:
    known = roots().nominal.get(lemma, ()) or roots().proper.get(lemma.lower(), ())
    return root_of(*next((line for line in known if line.lemma == lemma), Line(lemma, "NOUN", "")))


def _grown(root: Root, wanted: tuple[str, ...]) -> str:
    """The stem with its suffixes; each changes with the sound before it, and a stem with the vowel behind it."""
    linked = bool(wanted) and root.low.endswith(LINKED)
    form = root.low + "і" if linked else root.low
    owned = len(wanted) == 1 and wanted[0] in _CASES.values() and " " in root.low and root.low[-1] in "ыі"
    state = start(root.upos, "V" if linked else root.kind, "f" if linked else root.tones[0], owned)
    for name in wanted:
        suffix, state_behind = chosen(state, name)
        piece = realise(suffix.shape, state.kind, state.tone)
        if piece[0] in SYLLABIC:
            form = root.opened if form == root.low else softened(form)
        form, state = form + piece, state_behind
    return form
