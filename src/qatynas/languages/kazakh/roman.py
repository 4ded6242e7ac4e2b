"""Roman numerals, in the usual subtractive notation, from 1 to 3999.

Typed in Latin letters, in Cyrillic ones of the same look, or in both (ХVIII with a Cyrillic Х).
"""

import re
from functools import lru_cache

_DOUBLES = str.maketrans("ХМСІ", "XMCI")
_ROMAN = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@lru_cache(maxsize=4096)
def roman(form: str) -> int:
    """What a Roman numeral is worth; 0 for anything else."""
    digits = form.translate(_DOUBLES)
    if not digits or not _ROMAN.fullmatch(digits):
        return 0
    values = [_VALUES[digit] for digit in digits]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
