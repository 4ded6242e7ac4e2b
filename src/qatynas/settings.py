"""Every limit and option in one table, each with its default and help.

A setting is changed by an environment variable `QATYNAS_` + its name in capitals, and read once, when it
is asked for. The documentation's table is made from `SETTINGS` (a test holds it to that).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from qatynas.errors import QatynasError


class Setting(NamedTuple):
    """One setting: name, default, unit and what it does."""

    name: str
    default: int | str
    unit: str
    help: str


SETTINGS: tuple[Setting, ...] = (
    Setting("record", "qatynas.db", "path", "The record that commands use unless --record is given."),
    Setting("lexicon", "", "path", "A folder of your own names and words that is read beside the built-in lists."),
    Setting("max_file_bytes", 64_000_000, "bytes", "A larger file is refused before it is read."),
    Setting("max_line_bytes", 16_000_000, "bytes", "A longer line of a JSONL file is refused; the others are read."),
    Setting("max_characters", 6_000_000, "characters", "Only so much of a document is read; it is then `partly` read."),
    Setting("parse_seconds", 120, "seconds", "A PDF, Word or other file that takes longer to open is given up."),
    Setting("parse_memory_bytes", 1_500_000_000, "bytes", "The process that opens such files may take no more memory."),
    Setting("max_pages", 5_000, "pages", "Only so many pages of a document are read; it is then `partly` read."),
    Setting(
        "max_inflated_bytes", 512_000_000, "bytes", "A ZIP file, or a document that is one, may hold no more unpacked."
    ),
    Setting("max_entries", 10_000, "files", "A ZIP file, or a document that is one, may hold no more of them."),
    Setting("max_nesting", 3, "levels", "ZIP files and letters within one another are opened only so deep."),
    Setting("ocr", "no", "yes or no", "Whether the text of scans is recognised (as `--ocr` says), if it can be here."),
    Setting("ocr_seconds", 3_600, "seconds", "A scan whose recognition takes longer is given up."),
    Setting("max_megapixels", 200, "million pixels", "A scan with a larger picture is refused."),
    Setting("max_sentence", 4_000, "characters", "A longer sentence is kept, but no fact is read from it."),
    Setting(
        "tagger", "built-in", "path", "The model that finds names for mentions; `built-in` is the one that comes along."
    ),
    Setting("busy_seconds", 10, "seconds", "How long to wait for another process that holds the record."),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def setting(name: str) -> int | str:
    """Value of a setting: the environment's where it is set, else the default.

    Raises `QatynasError` where the environment gives text for a number, and `KeyError` for an unknown name.
    """
    known = _BY_NAME[name]
    given = os.environ.get("QATYNAS_" + name.upper())
    if given is None:
        return known.default
    if isinstance(known.default, str):
        return given
    try:
        return int(given)
    except ValueError:
        raise QatynasError(f"QATYNAS_{name.upper()}: a whole number of {known.unit} is wanted, not {given!r}") from None


@contextmanager
def choosing(name: str, value: str) -> Iterator[None]:
    """Set a setting for a while, in this process and those that it starts, as if the environment did."""
    key = "QATYNAS_" + _BY_NAME[name].name.upper()
    before = os.environ.get(key)
    os.environ[key] = value
    try:
        yield
    finally:
        os.environ.pop(key)
        if before is not None:
            os.environ[key] = before


def default(name: str) -> int | str:
    """Value of a setting where nobody sets it. Raises `KeyError` for an unknown name."""
    return _BY_NAME[name].default


def limit(name: str) -> int:
    """Value of a setting that is a number, at least 1. Raises `QatynasError` where the environment gives less."""
    value = setting(name)
    assert isinstance(value, int), name
    if value < 1:
        raise QatynasError(f"QATYNAS_{name.upper()}: at least 1 is wanted ({_BY_NAME[name].unit}), not {value}")
    return value
