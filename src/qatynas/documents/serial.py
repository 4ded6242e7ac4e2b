"""Numbers of a spreadsheet as people see them: dates as precise as they are shown, percents, plain numbers.

A spreadsheet keeps a date as a count of days, and how much of it is shown is told by a number format: «май 1992»
is kept as 1 May. What is not shown was not told, so a date is written here as precisely as its format shows it.
Source: ECMA-376-1:2016, 18.8.30 (number formats), 18.17.4 (dates and the two date systems).
"""

import re
from datetime import date, timedelta
from typing import Literal

Shown = Literal["number", "percent", "day", "month", "year", "yearless", "time"]
_BUILT_IN: dict[int, Shown] = {
    **dict.fromkeys((9, 10), "percent"),
    **dict.fromkeys((14, 15, 22, 27, 30, 31, 36, 50, 54, 57, 58), "day"),
    **dict.fromkeys((16, 28, 29, 51, 53), "yearless"),
    **dict.fromkeys((17, 52, 55, 56), "month"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47), "time"),
}
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
_PIECES = re.compile(r"y+|e+|m+|d+|h+|s+", re.IGNORECASE)
_DAYS = 2_958_466  # 31 December 9999 and one day
_LEAP = 60  # 29 February 1900, which spreadsheets count and no calendar has
_MINUTES = 24 * 60


def shown(number: int, code: str | None) -> Shown:
    """What a number format shows: its number among the built-in ones, its code where the file defines it."""
    if code is None:
        return _BUILT_IN.get(number, "number")
    bare = _LITERAL.sub("", code.split(";")[0])
    if bare.lower() in ("general", "@"):
        return "number"
    if "%" in bare:
        return "percent"
    if re.search(r"[0#?]", bare) and not re.search(r"[ymdhs]", bare, re.IGNORECASE):
        return "number"
    return _of_pieces([piece[0].lower() for piece in _PIECES.findall(bare)])


def _of_pieces(pieces: list[str]) -> Shown:
    """What is shown by the letters of a format; an m behind an h or before an s is minutes."""
    told = {
        piece
        for at, piece in enumerate(pieces)
        if piece != "m" or not ("h" in pieces[max(0, at - 1) : at] or "s" in pieces[at + 1 : at + 2])
    }
    year = bool(told & {"y", "e"})
    if "d" in told:
        return "day" if year else "yearless"
    if "m" in told:
        return "month" if year else "yearless"
    return "year" if year else "time" if told & {"h", "s"} else "number"


def written(value: str, how: Shown, since_1904: bool = False) -> str:
    """A stored number as it is written in the text of the sheet; what is no number stays as it is."""
    try:
        number = float(value)
    except ValueError:
        return value
    if how == "percent":
        return f"{number * 100:.10g}%"
    if how == "number" or not 0 <= number < _DAYS:
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"
    minutes = round(number % 1 * _MINUTES) % _MINUTES
    clock = f"{minutes // 60:02}:{minutes % 60:02}"
    if how == "time" or (number < 1 and not since_1904):
        return clock
    return as_shown(_day(int(number), since_1904), how) + (f" {clock}" if minutes and how == "day" else "")


def _day(days: int, since_1904: bool) -> str:
    if since_1904:
        return (date(1904, 1, 1) + timedelta(days)).isoformat()
    if days == _LEAP:
        return "1900-02-29"
    return (date(1899, 12, 30 if days > _LEAP else 31) + timedelta(days)).isoformat()


def as_shown(day: str, how: Shown) -> str:
    """As much of a day in ISO form as is shown; EDTF's `XXXX` stands for a year that is not."""
    return {"month": day[:7], "year": day[:4], "yearless": f"XXXX{day[4:]}"}.get(how, day)
