"""What a plain text tells of itself, where its first lines say it plainly."""

from qatynas.documents.told import Told, iso_date, one_line

_HEAD = 4_000  # characters in which title and date are looked for
_NEAR_THE_TOP = 10  # lines
_LONGEST_TITLE = 120  # characters


def told(text: str) -> Told:
    """Title and date of a plain text.

    The title is its first line where that is short, has no full stop at its end and an empty line behind it;
    the date an ISO date that has one of the first ten lines for itself.
    """
    lines = text[:_HEAD].lstrip().splitlines()[:_NEAR_THE_TOP]
    return Told(title=_title(lines), date=next(filter(None, map(iso_date, lines)), None))


def _title(lines: list[str]) -> str | None:
    if len(lines) < 2 or lines[1].strip():
        return None
    first = lines[0].strip()
    if len(first) > _LONGEST_TITLE or first.endswith(".") or iso_date(first):
        return None
    return one_line(first)
