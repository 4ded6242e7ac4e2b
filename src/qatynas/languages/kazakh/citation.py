"""How one cites an office or a body behind its state: without case, but with its -ы/-і («Қарулы Күштері»)."""

from collections.abc import Mapping, Sequence

from qatynas.languages.kazakh.chains import nominal_endings
from qatynas.languages.kazakh.grammar import hardened, harmony, realise, softened, sound_class

_KEPT = ("Number", "Person[psor]")


def cited(words: Sequence[str], stem: int, features: Mapping[str, str]) -> str:
    """The words without the case of the last, whose stem has `stem` letters."""
    last, kept = words[-1], {name: features[name] for name in _KEPT if name in features}
    return " ".join([*words[:-1], _with(last, stem, kept)])


def each(words: Sequence[str], stem: int, features: Mapping[str, str]) -> str:
    """One of several: «Президенттері», «Президенті»; where they are not several, as cited."""
    if features.get("Number") != "Plur":
        return cited(words, stem, features)
    single = words[-1][:stem]
    if features.get("Person[psor]") == "3":
        single = softened(single) + realise("(с)I", sound_class(single), harmony(single.lower()) or "b")
    return " ".join([*words[:-1], single])


def _with(word: str, stem: int, kept: Mapping[str, str]) -> str:
    """The stem with the part of its endings that tells just the `kept` features."""
    table = nominal_endings()
    for end in range(len(word), stem, -1):
        if kept and any(e.features == kept for e in table.get(word[stem:end].lower(), ())):
            return word[:end]
    return word[:stem] if len(word) == stem else hardened(word[:stem])
