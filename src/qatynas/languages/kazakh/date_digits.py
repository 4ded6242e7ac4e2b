"""Days and months written in digits alone: 25.05.1992, 25/05/1992, 1992-05-25, 25.V.1992, 9-10.10.2000, 05.1992.

The day stands before the month wherever the year stands last, as Kazakh offices write it.
"""

import re

from qatynas.languages.kazakh.roman import roman

_FORMS = (
    r"\d{1,2}[-–]\d{1,2}\.\d{1,2}\.\d{4}",
    r"\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}",
    r"\d{4}-\d{2}-\d{2}|\d{4}/\d{2}/\d{2}|\d{4}\.\d{2}\.\d{2}",
    r"\d{1,2}\.[IVXІХ]{1,4}\.\d{4}",
    r"(?<!\.)(?:0[1-9]|1[0-2])\.(?:19|20)\d{2}(?!\.?\d)",
)
DIGITS = rf"(?<!\d)(?:{'|'.join(_FORMS)})(?!\d)"
"""What `edtf` reads, as a regular expression without groups."""
_PARTS = re.compile(r"[./\-–]")


def edtf(digits: str) -> str:
    """EDTF of what `DIGITS` matches, as it is written: the day may be one that does not exist."""
    parts = _PARTS.split(digits)
    if len(parts[0]) == 4:
        return "-".join(parts)
    year, month = parts[-1], _month(parts[-2])
    days = [f"{year}-{month}-{day.zfill(2)}" for day in parts[:-2]]
    return "/".join(days) or f"{year}-{month}"


def _month(part: str) -> str:
    return part.zfill(2) if part.isdigit() else f"{roman(part):02}"
