"""`qatynas restore`: a text as it should have been written, and every repair on request."""

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import click

from qatynas.cli.opened import each
from qatynas.cli.options import as_json, example, lexicon
from qatynas.cli.screen import console, table, text, visible, write, write_json

if TYPE_CHECKING:
    from qatynas.documents.document import Document
    from qatynas.documents.text import Text

BESIDE = 10  # characters of the original that are shown on each side of a repair
SIGNS = str.maketrans({"\u00a0": "⍽", "\n": "⏎", "\r": "␍", "\t": "⇥"})


@click.command(epilog=example("qatynas restore damaged.txt > clean.txt", "qatynas restore damaged.txt --explain"))
@click.argument("file", type=click.UNPROCESSED)
@click.option("--explain", is_flag=True, help="List each repair instead of printing the text.")
@lexicon
@as_json
def command(file: str, explain: bool, as_json: bool) -> int:
    """Print a text with its letters, words and spaces repaired.

    The text is printed as UTF-8. Clean text comes out as it went in; Kazakh in the Latin alphabet comes out in
    Cyrillic. With --explain: where each repair stands in the original (in characters from the beginning, and by
    line and column), what stood there, what it became, and what was wrong.
    """
    return each(file, lambda document: _print(document, explain, as_json))


def _print(document: "Document", explain: bool, as_json: bool) -> None:
    from qatynas.documents.text import Text
    from qatynas.languages.registry import restore

    restored = restore(Text(document.original), document.language)
    if as_json:
        repairs = {"repairs": _repairs(restored)} if explain else {}
        write_json({"document": document.name, "text": restored.restored, **repairs})
    elif explain:
        _draw(restored)
    else:
        write(_for_reader(restored.restored).encode("utf-8", "surrogatepass"))


def _for_reader(words: str) -> str:
    """Give the text as it is, except that on a terminal no character of it may steer the terminal."""
    return "\n".join(map(visible, words.split("\n"))) if sys.stdout.isatty() else words


def _repairs(restored: "Text") -> list[dict[str, Any]]:
    from qatynas.languages.registry import in_words

    lines = _lines(restored.original)
    return [
        {
            "start": start,
            "end": end,
            "line": line,
            "column": column,
            "original": restored.original[start:end],
            "restored": became,
            "rule": rule,
            "wrong": in_words(rule),
        }
        for start, end, became, rule in _joined(restored)
        for line, column in [_place(lines, start)]
    ]


def _joined(restored: "Text") -> list[tuple[int, int, str, str]]:
    """Repairs as people count them: those of one rule that touch are one, as a word that came from another alphabet."""
    out: list[tuple[int, int, str, str]] = []
    for span, became, rule in restored.repairs:
        if out and span.start < span.end and out[-1][1] == span.start and out[-1][3] == rule:
            out[-1] = (out[-1][0], span.end, out[-1][2] + became, rule)
        else:
            out.append((span.start, span.end, became, rule))
    return out


def _lines(original: str) -> list[int]:
    """Where each line begins."""
    return [0, *(at + 1 for at, character in enumerate(original) if character == "\n")]


def _place(lines: list[int], at: int) -> tuple[int, int]:
    """Line and column of a character, each counted from 1."""
    line = bisect_right(lines, at)
    return line, at - lines[line - 1] + 1


def _draw(restored: "Text") -> None:
    drawn = table(("at", "line", "repair", "what was wrong", "where"), "Repairs", ("at",))
    repairs = _repairs(restored)
    for repair in repairs:
        start, end = repair["start"], repair["end"]
        where = restored.original[max(0, start - BESIDE) : end + BESIDE]
        place = f"{repair['line']}:{repair['column']}"
        words = (f"{_quoted(repair['original'])} → {_quoted(repair['restored'])}", repair["wrong"], _told(where))
        drawn.add_row(str(start), place, *map(text, words))
    screen = console()
    if repairs:
        screen.print(drawn)
    screen.print(f"repairs: {len(repairs)}")


def _quoted(words: str) -> str:
    return f"«{_told(words)}»"


def _told(words: str) -> str:
    """Words whose spaces can be told apart: a no-break space, a tab and a line's end are drawn as signs."""
    return words.translate(SIGNS)
