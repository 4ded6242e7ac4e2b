"""Whether a form is a word: what repairs ask before they touch anything."""

from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.gazetteer import ends, gazetteer
from qatynas.ontology.lexicon import kept


def known(word: str) -> bool:
    """Whether the analyser knows a form in letters, whatever its capitals."""
    return analyse(word)[0].known


@kept(50_000)
def listed(word: str) -> bool:
    """Whether a form is known by the lists alone, names too, without a suffix that makes new words."""
    return named(word) or any(one.known and not one.how for one in analyse(word))


@kept(50_000)
def named(word: str) -> bool:
    """Whether a form is one of a listed proper name of one word, whatever its capitals; abbreviations as they stand."""
    return name_length(word) > 0


@kept(50_000)
def name_length(word: str) -> int:
    """How many letters of a form are a listed proper name, the rest its ending; 0 where it is none."""
    return next((length for entry, _, length in ends(gazetteer(), word) if entry.proper), 0)
