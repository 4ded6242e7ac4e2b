"""Repairs of spaces, full stops, quotation marks and line breaks.

Every function reads a text and gives the edits of one pass; `restoration.restore` says in which order they run.
Passes rest on each other: a later one may rely on what an earlier one has repaired, never the other way round,
so that a second run finds nothing to do. Only the line's own characters are looked at, each a bounded number of
times, so that the time is linear in the text.
"""

import re
from collections.abc import Iterator

from qatynas.documents.offsets import Edit
from qatynas.languages.kazakh.chains import nominal_endings
from qatynas.languages.kazakh.letters import CYRILLIC, LOWER, PACKAGE, UPPER, is_cased, words
from qatynas.languages.kazakh.roots import roots
from qatynas.languages.kazakh.vocabulary import known, listed, named
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import rows

_SPACES = re.compile("  +")
_SPACE_BEFORE = re.compile(
    rf"(?<=\S) +(?=,|[;:](?![-=]?[()DР])|[!?]|\.(?![\w.])|\.\.(?![\w./\\])|\.[{UPPER}])",
)
_GLUED_COMMA = re.compile(rf",(?=[{CYRILLIC}]{{2}})")
_TWO_LETTERS = re.compile(rf"[{CYRILLIC}]{{2}}\Z")
_LINE_END_HYPHEN = re.compile(rf"-[ \t]*\r?\n[ \t]*([{LOWER}]+|[{UPPER}][{LOWER}]+)")
_BROKEN_LINE = re.compile(
    rf"(?<![\w-])([{UPPER}{LOWER}][{LOWER}]+)([ \t]*\r?\n[ \t]*)([{LOWER}]{{2,}})(?![\w@/\\-]|\.\w)"
)
_BEFORE_HYPHEN = re.compile(f"[{CYRILLIC}0-9]")
_SPACED_HYPHEN = re.compile(rf"- +([{LOWER}]{{2,4}})(?![{CYRILLIC}-])")
_STOPS = re.compile(r"\.\.+")
_GLUED_STOP = re.compile(rf"[.!?](?=[«„(]?[{UPPER}]|[12]\d{{3}} [{LOWER}])")
_INITIAL_BREAK = re.compile(rf"[{UPPER}]\.([ \t]*\r?\n[ \t]*)(?=[{UPPER}](?:[{LOWER}]|\.))")
_ABBREVIATION_BREAK = re.compile(rf"\.([ \t]*\r?\n[ \t]*)(?=[{LOWER}])")
_LAST_WORD = re.compile(r"[^\s«“\"(\[]*\Z")
_LAST_LETTERS = re.compile(rf"[{CYRILLIC}]*\Z")
_UPPER = re.compile(f"[{UPPER}]")
_LOWER = re.compile(f" ?[{LOWER}]")
_MARKS = re.compile("[()\\[\\]«»“”„\n]")
_PAIRS = {")": "(", "]": "[", "»": "«", "”": "“"}
OPENERS = frozenset("([«“„")
CLOSERS = frozenset(")]»”")
_BEFORE_STOPS = CLOSERS | frozenset('"%')
_REACH = 60
# What tells that a string of letters, digits and signs is an address or the name of a file.
_ADDRESS = re.compile(r"://|@|\bwww\.|\.[A-Za-z]|_|\\")
_AROUND = 200
_BREAK = re.compile(r"\s+|\.\.+")


@loaded
def abbreviations() -> frozenset[str]:
    """Words of `data/abbreviations.tsv`, in small letters and each with its last full stop (`т.б.`, `млн.`)."""
    found = set()
    for row in rows(PACKAGE, "data/abbreviations.tsv", ("abbreviation", "meaning")):
        if not row["abbreviation"].endswith(".") or row["abbreviation"] in found:
            raise row.wrong(f"{row['abbreviation']!r}: a word that ends with a full stop and stands once is wanted")
        found.add(row["abbreviation"])
    return frozenset(found)


def abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at `text[stop]` belongs to an abbreviation or an initial."""
    word = _last_word(text, stop)
    last = word.rpartition(".")[2]
    if len(last) == 1 and last.isalpha():
        return True
    return not abbreviations().isdisjoint((f"{word.lower()}.", f"{last.lower()}."))


def spaces(text: str) -> Iterator[Edit]:
    """Make one space of a run inside a line; indents and the ends of lines stay."""
    for match in _SPACES.finditer(text):
        start, end = match.span()
        if start and not text[start - 1].isspace() and end < len(text) and not text[end].isspace():
            yield Edit(start, end, " ", "spaces")


def spaced_marks(text: str) -> Iterator[Edit]:
    """Take away the space before a comma, stop or other mark; give one to a comma between two words."""
    for match in _SPACE_BEFORE.finditer(text):
        if not _is_ratio(text, match.start(), match.end()):
            yield Edit(match.start(), match.end(), "", "space-before-punctuation")
    for match in _GLUED_COMMA.finditer(text):
        before = text[max(0, match.start() - 3) : match.start()].rstrip(" ")
        if _TWO_LETTERS.search(before) or before[-1:] in CLOSERS:
            yield Edit(match.end(), match.end(), " ", "space-after-comma")


def _is_ratio(text: str, start: int, end: int) -> bool:
    """Whether it is the space of «1 : 2»."""
    return text[end] == ":" and text[start - 1].isdecimal() and text[end + 1 : end + 3].strip().isdecimal()


def hyphens(text: str) -> Iterator[Edit]:
    """Words that a line's end or a space has cut at a hyphen come together again."""
    for match in _LINE_END_HYPHEN.finditer(text):
        start = match.start()
        if _BEFORE_HYPHEN.match(text, start - 1):
            first, second = _last_word(text, start).rpartition("-")[2], match.group(1)
            # A dash may stand at the end of a line, before a new sentence: only names are a pair with capitals.
            if second[0].islower() or (named(first) and named(second)):
                yield Edit(start, match.start(1), "-" if _keeps_hyphen(first, second) else "", "line-hyphen")
    for match in _SPACED_HYPHEN.finditer(text):
        start = match.start()
        if match.group(1) in words("syllable") and _BEFORE_HYPHEN.match(text, start - 1):
            yield Edit(start, match.start(1), "" if text[start - 1].islower() else "-", "broken-word")


def broken_lines(text: str) -> Iterator[Edit]:
    """Words that a line's end has cut without a hyphen: a half is no word, both together are one."""
    for match in _BROKEN_LINE.finditer(text) if "\n" in text else ():
        first, second = match.group(1, 3)
        whole = second in roots().closed or (known(first) and known(second))
        if not whole and listed(first + second):
            yield Edit(*match.span(2), "", "line-break")


def _last_word(text: str, end: int) -> str:
    """What stands before `end` back to a space or an opening mark, 60 characters at most."""
    match = _LAST_WORD.search(text, max(0, end - _REACH), end)
    return match.group() if match else ""


def _keeps_hyphen(first: str, second: str) -> bool:
    """Whether two halves are a pair of words, a repetition, or an abbreviation or number with its ending."""
    if not first[-1:].islower() or second[0].isupper() or second in words("particle"):
        return True
    first = first.lower()
    if len(first) > 2 and (second.startswith(first) or second[1:].startswith(first[1:])):
        return True
    if any(f"{first}-{second[:k]}" in words("hyphenated") for k in range(1, len(second) + 1)):
        return True
    return first in words("prefix") or (first.isalpha() and _is_pair(first, second))


def _is_pair(first: str, second: str) -> bool:
    """Whether two halves are words by themselves and no word together."""
    long = len(first) > 2 and len(second) > 2 and second not in words("syllable") and second not in nominal_endings()
    return long and not known(first + second) and known(first) and known(second)


def stops(text: str) -> Iterator[Edit]:
    """Doubled full stops become one, with a new paragraph where the next one was glued on; `...` stays."""
    runs = [(match.start(), match.end()) for match in _STOPS.finditer(text)]
    damaged = sum(end - start == 2 and bool(_UPPER.match(text, end)) for start, end in runs) > 1
    for start, end in runs:
        new = _stops(text, start, end, damaged)
        if new is not None:
            yield Edit(start, end, new, "double-stop")
    for match in _GLUED_STOP.finditer(text):
        if _ends_sentence(text, match.start()):
            yield Edit(match.end(), match.end(), " ", "space-after-stop")


def _stops(text: str, start: int, end: int, damaged: bool) -> str | None:
    """Say what a run of stops becomes; None where it stays. `damaged` documents have shown `..` between paragraphs."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (before.isalnum() or before in _BEFORE_STOPS) or after in ("/", "\\"):
        return None
    count = end - start
    if _UPPER.match(text, end) and count < 7 and (count != 3 or damaged):
        return ".\n"
    if count != 2 or (after.isascii() and after.isalpha()):
        return None
    if after.isdecimal() or after in OPENERS:
        return None if before.isdecimal() else ".\n"
    return "..." if _LOWER.match(text, end) else "."


def _ends_sentence(text: str, at: int) -> bool:
    """Whether the mark at `at`, with a capital or a year behind it, ends a sentence: no initial, address or file."""
    before = text[at - 1 : at]
    if not (before.islower() or before in CLOSERS) or _addressed(text, at):
        return False
    letters = _LAST_LETTERS.search(text, max(0, at - _REACH), at)
    count = len(letters.group()) if letters else 0
    return before in CLOSERS or (count >= (3 if text[at] == "." else 2) and not abbreviated(text, at))


def _addressed(text: str, at: int) -> bool:
    """Whether the mark at `at` stands in a web address or the name of a file, by 200 characters on either side."""
    before, after = text[max(0, at - _AROUND) : at], text[at : at + _AROUND]
    return bool(_ADDRESS.search(_BREAK.split(before)[-1] + _BREAK.split(after, maxsplit=1)[0]))


def breaks(text: str) -> Iterator[Edit]:
    """Go on with a line that ends inside a name, after its initial, or after an abbreviation."""
    joined = -1
    for match in _INITIAL_BREAK.finditer(text):
        before = text[match.start() - 1 : match.start()]
        # An initial at the head of a line is the number of a heading, unless that line has just been joined.
        if match.start() == joined or (before and before not in "\n\r" and not before.isalnum()):
            yield Edit(match.start(1), match.end(1), " ", "initial-break")
            joined = match.end()
    # In a lowercased text a new sentence looks like the rest of one.
    found = [match.span(1) for match in _ABBREVIATION_BREAK.finditer(text) if abbreviated(text, match.start())]
    if found and is_cased(text):
        for start, end in found:
            yield Edit(start, end, " ", "abbreviation-break")


def quotes(text: str) -> Iterator[Edit]:
    """Spaces on the inner side of quotation marks and brackets go.

    A closing mark counts only where its opening one stands before it (for brackets: in the same line), so that
    «1 )» and a smile stay.
    """
    pending = dict.fromkeys(OPENERS, 0)
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            pending["("] = pending["["] = 0
            continue
        opener = "„" if mark == "“" and pending["„"] else _PAIRS.get(mark)
        if opener is None:
            pending[mark] += 1
            if _may_open(text, at):
                yield Edit(at + 1, at + 2, "", "space-in-quotes")
        elif pending[opener]:
            pending[opener] -= 1
            if _may_close(text, at):
                yield Edit(at - 1, at, "", "space-in-quotes")


def straight_quotes(text: str) -> Iterator[Edit]:
    """Do the same for straight quotes, which have no direction.

    In a line with an even number of them each first one opens and each second one closes.
    """
    for line in _straight(text):
        if len(line) % 2 == 0:
            for opening, closing in zip(line[::2], line[1::2], strict=True):
                if closing - opening > 3:
                    if _may_open(text, opening):
                        yield Edit(opening + 1, opening + 2, "", "space-in-quotes")
                    if _may_close(text, closing):
                        yield Edit(closing - 1, closing, "", "space-in-quotes")


def _straight(text: str) -> Iterator[list[int]]:
    """Offsets of the straight quotes, line by line."""
    line: list[int] = []
    for match in re.finditer('"', text):
        if line and text.find("\n", line[-1], match.start()) >= 0:
            yield line
            line = []
        line.append(match.start())
    yield line


def _may_open(text: str, at: int) -> bool:
    """Whether one space stands behind the opening mark at `at`, and the mark itself stands free or behind another."""
    before, behind, then = text[at - 1 : at], text[at + 1 : at + 2], text[at + 2 : at + 3]
    free = not before or before.isspace() or before in OPENERS
    return free and behind == " " and bool(then) and not then.isspace() and then != "." and then not in CLOSERS


def _may_close(text: str, at: int) -> bool:
    before, then = text[at - 1 : at], text[at - 2 : at - 1]
    return before == " " and bool(then) and not then.isspace() and then not in OPENERS
