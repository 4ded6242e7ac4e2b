"""Compounds of states («Қазақстан-Қытай шекарасы»): each state is a word of its own."""

from collections.abc import Iterable, Iterator

from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.gazetteer import ends, gazetteer
from qatynas.languages.language import Word


def parted(words: Iterable[Word]) -> Iterator[Word]:
    """The words, with a hyphenated word whose every part names a state taken apart at the hyphen.

    One that is itself a name, or begins one, stays whole («Гвинея-Бисау», «Конго-Браззавиль Республикасы»).
    """
    for word in words:
        head, hyphen, tail = word.form.partition("-")
        if hyphen and _state(head) and _state(tail) and not _named(word.form):
            middle = word.start + len(head)
            yield Word(word.start, middle, head, analyse(head))
            yield Word(middle, middle + 1, hyphen, analyse(hyphen))
            yield Word(middle + 1, word.end, tail, analyse(tail))
        else:
            yield word


def _named(form: str) -> bool:
    return _state(form) or form.lower() in gazetteer().next


def _state(form: str) -> bool:
    return form[:1].isupper() and any(entry.kind == "state" for entry, *_ in ends(gazetteer(), form))
