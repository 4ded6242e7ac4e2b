"""Kazakh numbers in words, as they are said: for tests that read them back."""

from qatynas.ontology.tables import rows

_ROWS = rows("qatynas.languages.kazakh", "data/numerals.tsv", ("word", "value", "kind", "ordinal?"))
_SMALL = {int(row["value"]): row["word"] for row in _ROWS if row["kind"] in ("unit", "ten")}
_ORDINALS = {row["word"]: row.parts("ordinal")[0] for row in _ROWS if row["ordinal"]}


def spell(number: int) -> str:
    """A whole number above 0 and below 10^12 in words."""
    for power, word in ((10**9, "миллиард"), (10**6, "миллион"), (1000, "мың"), (100, "жүз")):
        if number >= power:
            return f"{spell(number // power)} {word} {spell(number % power)}".strip()
    tens, unit = number - number % 10, number % 10
    return " ".join(_SMALL[part] for part in (tens, unit) if part)


def ordinal(number: int) -> str:
    """The same as an ordinal: «екі мың он үшінші»."""
    *front, last = spell(number).split()
    return " ".join([*front, _ORDINALS[last]])
