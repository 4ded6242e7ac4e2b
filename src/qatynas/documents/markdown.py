"""What a Markdown document tells of itself: front matter and headings. Its characters stay as they are."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from qatynas.documents.part import Part
from qatynas.documents.told import Told, iso_date, language_code, one_line

_HEAD = 20_000  # characters in which front matter and the first heading are looked for
_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_FIELD = re.compile(r"([A-Za-z_-]+):[ \t]+(.*)")


def has_front_matter(text: str) -> bool:
    """Whether the text begins with `---`, lines of `key: value`, and `---`."""
    return bool(_front_matter(text[:_HEAD].splitlines()))


def told(text: str) -> Told:
    """Title (front matter `title:`, else the first `# ` heading), `date:` and `lang:` of a Markdown text."""
    lines = text[:_HEAD].splitlines()
    fields = _front_matter(lines)
    heading = next((words for _, level, words in _headings(lines) if level == 1), "")
    return Told(
        title=one_line(fields.get("title", "") or heading),
        date=iso_date(fields.get("date", "")),
        language=language_code(fields.get("lang", "") or fields.get("language", "")),
    )


def parts(text: str) -> tuple[Part, ...]:
    """The headings of a Markdown text."""
    lines = text.splitlines(keepends=True)
    starts = list(accumulate(map(len, lines), initial=0))
    return tuple(
        Part("heading", starts[number], starts[number + 1], level, label)
        for number, level, words in _headings(lines)
        if (label := one_line(words))
    )


def _front_matter(lines: list[str]) -> dict[str, str]:
    """Fields of the front matter. Read by hand: three flat fields are not worth a YAML parser's attack surface."""
    if not lines or lines[0].rstrip() != "---":
        return {}
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() in ("---", "...")), 0)
    fields = filter(None, map(_FIELD.fullmatch, lines[1:end]))
    return {field[1].lower(): field[2].strip().strip("'\"") for field in fields}


def _headings(lines: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Number, level and words of every line that is a heading (`# …`, CommonMark 0.31, section 4.2)."""
    fenced = False
    for number, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and (match := _HEADING.fullmatch(line.rstrip("\r\n"))):
            yield number, len(match[1]), match[2].rstrip("# \t")
