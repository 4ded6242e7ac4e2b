"""Stems of names: how their words change before endings, which names take in ways of their own."""

import re

from qatynas.languages.kazakh.grammar import PACKAGE, SYLLABIC, harmony, realise, softened, sound_class
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import Row, rows

_GENITIVE = re.compile("[тдн][ыі]ң")


def possessed(word: str) -> str:
    """A genitive inside a title as its owner may have it too: «кеңестің төрағасы», «кеңесінің төрағасы»."""
    base = word[:-3]
    if len(base) < 3 or not _GENITIVE.fullmatch(word[-3:]) or base[-1] in "ыі":
        return word
    tone = "b" if word[-2] == "ы" else "f"
    own = softened(base) + realise("(с)I", sound_class(base), tone)
    return own + realise("NIң", sound_class(own), tone)


def stems(word: str) -> set[str]:
    """A name's last word as it stands before endings: елшілік, елшіліг-; Кремль, Кремл-; Минск, Минскі-; конгрес-."""
    out = {word, softened(word)}
    if word[-1] == "ь" and len(word) > 3:
        out.add(word[:-1])
    if word.endswith(("ск", "кт")) and len(word) > 3:
        out.add(word + "і")
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in SYLLABIC:
        out.add(word[:-1])
    return out


def tones(word: str) -> str:
    """Harmony of the endings that a name takes: a foreign one in -и- or -у- takes either (Чили, Перу)."""
    last = next((letter for letter in reversed(word) if letter in SYLLABIC), "")
    return "bf" if last in "иу" else harmony(word)


@loaded
def surname_ends() -> tuple[str, ...]:
    """How surnames and patronymics end."""
    return tuple(row["end"] for row in _ends())


@loaded
def patronymic_ends() -> tuple[str, ...]:
    """How patronymics end, behind which a surname may follow."""
    return tuple(row["end"] for row in _ends() if row["kind"])


def _ends() -> list[Row]:
    table = rows(PACKAGE, "data/surnames.tsv", ("end", "kind?"))
    for row in table:
        if row["kind"] not in ("", "patronymic"):
            raise row.wrong(f"kind {row['kind']!r}: patronymic is wanted, or nothing")
    return table
