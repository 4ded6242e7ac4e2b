"""Compounds of states («Қазақстан-Қытай шекарасы», «қазақ-орыс қатынасы»): each state is a word of its own."""

from collections.abc import Iterable, Iterator

from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.kazakh.gazetteer import ends, gazetteer
from qatynas.languages.language import Word


def parted(words: Iterable[Word]) -> Iterator[Word]:
    """The words, with a hyphenated word whose every part tells a state taken apart at the hyphen.

    It tells one by its name, or by a word for its nation or for what is of it («ресейлік-қытайлық»). One that is
    itself a name, or begins one, stays whole («Гвинея-Бисау», «Конго-Браззавиль Республикасы»).
    """
    for word in words:
        head, hyphen, tail = word.form.partition("-")
        if hyphen and _tells(head, bare=True) and _tells(tail) and not _named(word.form):
            middle = word.start + len(head)
            yield Word(word.start, middle, head, analyse(head))
            yield Word(middle, middle + 1, hyphen, analyse(hyphen))
            yield Word(middle + 1, word.end, tail, analyse(tail))
        else:
            yield word


def _named(form: str) -> bool:
    return _state(form) or form.lower() in gazetteer().next


def _tells(form: str, bare: bool = False) -> bool:
    """Whether a word tells a state; with `bare`, the word for a nation has no ending («қазақтан-қазаққа» has)."""
    found = (entry.kind for entry, _, stem in ends(gazetteer(), form) if not bare or stem == len(form))
    return _state(form) or any(kind in ("adjective", "people") for kind in found)


def _state(form: str) -> bool:
    return form[:1].isupper() and any(entry.kind == "state" for entry, *_ in ends(gazetteer(), form))
