"""Kazakh names in every case, as a writer declines them, and what is found of them: for tests."""

from collections.abc import Iterator
from itertools import product

from qatynas.languages.kazakh.grammar import harmony, realise, sound_class
from qatynas.languages.kazakh.names import names
from qatynas.languages.kazakh.sentences import sentences
from qatynas.languages.language import Name

# Endings of the seven cases, and those behind the -ы/-сы in which many official names end.
CASES = {
    "Nom": ("", ""), "Gen": ("NIң", "NIң"), "Acc": ("YI", "н"), "Dat": ("GA", "нA"), "Loc": ("DA", "нDA"),
    "Abl": ("BAн", "нAн"), "Ins": ("Pен", "Pен"),
}  # fmt: skip


def found(text: str) -> list[Name]:
    return [name for sentence in sentences(text) for name in names(sentence)]


def tones(word: str) -> str:
    """Harmony of the endings that a word takes: a foreign name in -и- or -у- takes either."""
    last = next((letter for letter in reversed(word) if letter in "аәеоөұүыіэуиёюя"), "")
    return "bf" if last in "иу" else harmony(word)


def declined(name: str) -> Iterator[tuple[str, str]]:
    """A name in every case; what stands in brackets behind it stays as it is («Мьянманың (Бирма)»)."""
    head, bracket, rest = name.partition(" (")
    if not rest.endswith(")"):
        head, bracket, rest = name, "", ""
    word = head.split()[-1].lower()
    owned = " " in head and word[-1] in "ыі"
    joint = "-" if head.isupper() else ""
    for (case, shapes), tone in product(CASES.items(), tones(word)):
        ending = realise(shapes[owned], sound_class(word), tone)
        yield case, head + (joint if ending else "") + ending + bracket + rest
