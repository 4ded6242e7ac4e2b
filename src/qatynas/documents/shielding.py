"""Cells that no spreadsheet takes for a formula, and back."""

import re
from functools import cache
from typing import Literal

Separator = Literal[",", ";", "\t"]
_LEADING = "=+\\-@＝＋－＠'\t\r\n\0"
_INNER = _LEADING + '"'


def safe(cell: str, separator: Separator = ",") -> str:
    """Put `'` into the cell before each character that could begin a formula; `original` takes them off.

    Source: OWASP ASVS 5.0, 1.2.10 (= + - @ tab NUL at a cell's beginning) and OWASP's page "CSV Injection"
    (full-width forms, CR, LF, and a new cell begun inside the text by a program that splits on another
    separator). A `'` of the text's own is doubled, which makes it reversible.
    """
    return _formula(separator).sub("'", cell)


def original(cell: str, separator: Separator = ",") -> str:
    """Give back the text that `safe` was given."""
    return _shield(separator).sub("", cell)


@cache
def _formula(separator: str) -> re.Pattern[str]:
    return re.compile(rf"\A(?=[{_LEADING}])|(?<=[{_breaks(separator)}])(?=[{_INNER}])")


@cache
def _shield(separator: str) -> re.Pattern[str]:
    return re.compile(rf"\A'|(?<=[{_breaks(separator)}])'")


def _breaks(separator: str) -> str:
    """Characters at which a program that was not told the right separator begins a new cell or row."""
    return ",;\t".replace(separator, "") + "\r\n"
