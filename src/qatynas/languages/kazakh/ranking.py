"""Which analysis of a word is the likeliest where it stands: rules on the words beside it.

All analyses stay; only their order changes.
"""

from collections.abc import Sequence
from functools import lru_cache

from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.language import Analysis

_CLOSERS = frozenset(".,;:!?…»”)")

Analyses = tuple[Analysis, ...]


def in_context(forms: Sequence[str]) -> list[Analyses]:
    """The analyses of each word of a sentence, the likeliest first."""
    behind = [*forms[1:], *(".",)][: len(forms)]
    return [_closing(form) if after in _CLOSERS else _inner(form) for form, after in zip(forms, behind, strict=True)]


@lru_cache(maxsize=200_000)
def _closing(form: str) -> Analyses:
    """Analyses of a word that closes a clause: it may be a verb, but in a list seldom «we did» (ынтымақтастық)."""
    found, low = analyse(form), form.lower()
    whole = any(one.lemma == low and one.upos == "NOUN" for one in found)
    kept = tuple(one for one in found if not (whole and one.get("VerbForm") == "Fin" and one.get("Person") == "1"))
    return kept or found


@lru_cache(maxsize=200_000)
def _inner(form: str) -> Analyses:
    """Analyses of a word that closes no clause: a finite verb that is also a whole word (қатысты) is that word."""
    found, low = analyse(form), form.lower()
    if found[0].lemma != low or found[0].upos == "VERB":
        return found
    return tuple(one for one in found if one.get("VerbForm") != "Fin" or one.lemma == low)
