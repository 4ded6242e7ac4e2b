"""The grammar of dates: data/date_grammar.tsv, compiled to regular expressions over classes of words.

Each word of a text becomes two characters, its class and its case, so that a rule sees words, never letters.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from qatynas.languages.kazakh.date_words import Token
from qatynas.languages.kazakh.endings import PACKAGE
from qatynas.ontology.tables import Row, rows

UNITS = ("calendar", "day", "week", "weekday", "month", "ago", "era", "century", "decade", "span")
WHOLES = ("years", "list", "set", "decadelist", "centuries", "centurylist", "daylist", "interval", "open")
_LONGEST_LIST = 40
_PRIVATE = 0xE000  # first code point that Unicode leaves to private use: never a sign of the patterns
OTHER = "_"
"""Stands for a word of no class."""
_SHORT = "a"  # an abbreviation is in any case
_PIECE = re.compile(
    r"\s+|(?P<name>[A-Z]+)(?::(?P<case>[a-z]+))?|\{(?P<rule>[a-z]+)\}|@(?P<at>[a-z])|\(\?<?[!=]|[()|?*<>]"
)
_SIGNS = {"(": "(?:", "<": "(", ">": ")", "*": f"{{0,{_LONGEST_LIST}}}"}


class Rule(NamedTuple):
    """A rule that reads something: its name, the kind of reading, the source of its pattern, its row."""

    name: str
    reads: str
    source: str
    row: Row

    @property
    def example(self) -> str:
        """Words that it reads whole."""
        return self.row["example"]

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its pattern by itself."""
        return _pattern(self.source)


class Found(NamedTuple):
    """A rule and the words that it fits, the first of them the `at`-th of the text.

    `parts` are the words of the parts that are read by themselves.
    """

    rule: Rule
    words: Sequence[Token]
    parts: tuple["Found", ...] = ()
    at: int = 0


@cache
def _table() -> tuple[Row, ...]:
    return tuple(rows(PACKAGE, "data/date_grammar.tsv", ("rule", "reads?", "pattern", "example")))


@cache
def classes() -> dict[str, str]:
    """One character for every class of words that the grammar names."""
    named = {piece["name"] for row in _table() for piece in _PIECE.finditer(row["pattern"]) if piece["name"]}
    named.discard("OTHER")
    return {name: chr(_PRIVATE + place) for place, name in enumerate(sorted(named))}


@cache
def grammar() -> tuple[Rule, ...]:
    """Rules that read something, in the order in which they are tried."""
    sources: dict[str, str] = {}
    wholes: list[Rule] = []
    units: list[Rule] = []
    for row in _table():
        if row["reads"] and row["reads"] not in UNITS + WHOLES:
            raise row.wrong(f"no such reading: {row['reads']}")
        source = sources[row["rule"]] = _compile(row, sources)
        if row["reads"]:
            rule = Rule(row["rule"], row["reads"], source, row)
            (units if rule.reads in UNITS else wholes).append(rule)
            sources["unit"] = "|".join(unit.source for unit in units)
    return (*wholes, *units)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _compile(row: Row, sources: dict[str, str]) -> str:
    pattern, at, made = row["pattern"], 0, []
    while at < len(pattern):
        piece = _PIECE.match(pattern, at)
        if not piece:
            raise row.wrong(f"not of the grammar: {pattern[at : at + 20]}")
        if piece["rule"] and piece["rule"] not in sources:
            raise row.wrong(f"no such rule above: {piece['rule']}")
        made.append(_piece(piece, sources))
        at = piece.end()
    return "".join(made)


def _piece(piece: re.Match[str], sources: dict[str, str]) -> str:
    if piece["name"]:
        case = f"[{piece['case']}{_SHORT}]" if piece["case"] else "."
        return f"(?:{classes().get(piece['name'], OTHER)}{case})"
    if piece["rule"]:
        return f"(?:{sources[piece['rule']]})"
    if piece["at"]:
        return f"(?<=[{piece['at']}{_SHORT}])"
    sign = piece.group().strip()
    return _SIGNS.get(sign, sign)


class _First(NamedTuple):
    """The classes of words with which a part of the grammar begins; `bare`: it may fit without any word."""

    classes: frozenset[str]
    bare: bool


_NOTHING = _First(frozenset(), True)


@cache
def _begin() -> re.Pattern[str]:
    """Where a rule may fit: at a word of a class with which one begins, as most words of a class do not («және»)."""
    rules, firsts = grammar(), dict[str, _First]()  # a mistake in the table is told first
    for row in _table():
        pieces = [piece for piece in _PIECE.finditer(row["pattern"]) if piece.group().strip()]
        firsts[row["rule"]] = _choice(pieces, 0, firsts)[0]
        if row["reads"] in UNITS:
            firsts["unit"] = _First(firsts.get("unit", _NOTHING).classes | firsts[row["rule"]].classes, False)
    found = frozenset().union(*(firsts[rule.name].classes for rule in rules))
    return re.compile(f"[{''.join(letter for name, letter in classes().items() if name in found)}]")


def _choice(pieces: Sequence[re.Match[str]], at: int, known: Mapping[str, _First]) -> tuple[_First, int]:
    """What any of the sequences between bars begins with; and where the sign that closes them stands."""
    one, at = _sequence(pieces, at, known)
    while at < len(pieces) and pieces[at].group() == "|":
        two, at = _sequence(pieces, at + 1, known)
        one = _First(one.classes | two.classes, one.bare or two.bare)
    return one, at


def _sequence(pieces: Sequence[re.Match[str]], at: int, known: Mapping[str, _First]) -> tuple[_First, int]:
    found = _NOTHING
    while at < len(pieces) and pieces[at].group() not in ("|", ")", ">"):
        one, at = _item(pieces, at, known)
        if at < len(pieces) and pieces[at].group() in ("?", "*"):
            one, at = one._replace(bare=True), at + 1
        if found.bare:
            found = _First(found.classes | one.classes, one.bare)
    return found, at


def _item(pieces: Sequence[re.Match[str]], at: int, known: Mapping[str, _First]) -> tuple[_First, int]:
    piece = pieces[at]
    if piece["name"] or piece["rule"]:
        return known[piece["rule"]] if piece["rule"] else _First(frozenset((piece["name"],)), False), at + 1
    if piece["at"]:
        return _NOTHING, at + 1
    inside, end = _choice(pieces, at + 1, known)
    return inside if piece.group() in ("(", "<") else _NOTHING, end + 1  # what must (not) stand beside is no word


def expressions(words: Sequence[Token]) -> Iterator[Found]:
    """What the rules fit in the words of a text, left to right, without overlap."""
    letters = classes()
    code = "".join(letters.get(word.name, OTHER) + word.case for word in words)
    at = 0
    while place := _begin().search(code, at):
        found = _found(code, words, place.start())
        if found:
            yield found
        at = place.start() + 2 * (len(found.words) if found else 1)


def _found(code: str, words: Sequence[Token], at: int) -> Found | None:
    fits = _any().match(code, at)
    if not fits or not fits.lastgroup:
        return None
    rule, inside = _named()[fits.lastgroup]
    parts = tuple(_part(code, words, *span) for span in fits.regs[inside] if span != (-1, -1))
    return Found(rule, words[at // 2 : fits.end() // 2], parts, at // 2)


@cache
def _any() -> re.Pattern[str]:
    """All rules as one pattern, in which the first that fits wins: the last group that closes has its name."""
    return whole(grammar())


def whole(rules: Sequence[Rule]) -> re.Pattern[str]:
    """The rules as one pattern. Raises `DataFileError` with the line of the first whose pattern is broken."""
    try:
        return re.compile("|".join(f"(?P<{rule.name}>{rule.source})" for rule in rules))
    except re.error:
        for rule in rules:
            try:
                re.compile(rule.source)
            except re.error as error:
                raise rule.row.wrong(f"the pattern is broken: {error}") from None
        raise


@cache
def _named() -> dict[str, tuple[Rule, slice]]:
    """Each rule by its name, with the groups inside it: those between its own and the next rule's."""
    firsts = [*_any().groupindex.values(), _any().groups + 1]
    return {rule.name: (rule, slice(firsts[k] + 1, firsts[k + 1])) for k, rule in enumerate(grammar())}


def _part(code: str, words: Sequence[Token], start: int, end: int) -> Found:
    inside = words[start // 2 : end // 2]
    for rule in grammar():
        if rule.reads in UNITS:
            fits = rule.pattern.match(code, start)
            if (fits and fits.end() == end) or rule.pattern.fullmatch(code, start, end):
                return Found(rule, inside)
    return Found(_YEAR, inside)


_YEAR = Rule("year", "calendar", "", Row("", 0, {}))
"""How a year by itself (part of «2007-2008 жылдар») is read."""
