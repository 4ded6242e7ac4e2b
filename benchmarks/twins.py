"""Whether a Kazakh sentence and its English twin name the same states and years: a check that needs no gold.

    python benchmarks/twins.py [-v] [--quick]     -v prints the pairs that differ

On the lowercased pairs of `../shared/data/government`, those with an alignment score of at least 0.5. The Kazakh side
is read by the reader's own names and dates, the English one by the names of the ontology, the adjectives below and,
for years, four digits. Left out on both sides: cities, organisations, and states whose Kazakh name is an abbreviation
or has at most four letters (АҚШ, БАӘ, Иран): without capitals the reader rightly takes no such word for a name.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qatynas.documents.text import Text
from qatynas.languages.language import Sentence
from qatynas.languages.registry import language
from qatynas.ontology.names import english_names
from qatynas.ontology.polities import polities

LEAST = 0.5  # alignment score
QUICK = 5  # every so manieth pair
SHORT = 4  # letters of a name that needs its capital
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WORD = re.compile(r"[^\W\d_]+|\d+")
NAMED = frozenset(("state", "adjective", "people", "self"))
ADJECTIVES: Mapping[str, str] = {
    "afghan": "AFG", "american": "USA", "armenian": "ARM", "australian": "AUS", "austrian": "AUT", "azerbaijani": "AZE",
    "belarusian": "BLR", "belarusians": "BLR", "belgian": "BEL", "british": "GBR", "bulgarian": "BGR",
    "canadian": "CAN", "chinese": "CHN", "czech": "CZE", "danish": "DNK", "dutch": "NLD", "egyptian": "EGY",
    "estonian": "EST", "finnish": "FIN", "french": "FRA", "georgian": "GEO", "german": "DEU", "greek": "GRC",
    "hungarian": "HUN", "indian": "IND", "indonesian": "IDN", "iranian": "IRN", "israeli": "ISR", "italian": "ITA",
    "japanese": "JPN", "kazakh": "KAZ", "kazakhstani": "KAZ", "kazakhstan's": "KAZ", "korean": "KOR", "kyrgyz": "KGZ",
    "latvian": "LVA", "lithuanian": "LTU", "malaysian": "MYS", "mongolian": "MNG", "norwegian": "NOR",
    "pakistani": "PAK", "polish": "POL", "portuguese": "PRT", "romanian": "ROU", "russian": "RUS", "saudi": "SAU",
    "serbian": "SRB", "singaporean": "SGP", "slovak": "SVK", "spanish": "ESP", "swedish": "SWE", "swiss": "CHE",
    "tajik": "TJK", "thai": "THA", "turkish": "TUR", "turkmen": "TKM", "ukrainian": "UKR", "uzbek": "UZB",
    "vietnamese": "VNM",
}  # fmt: skip
"""English adjectives of states, lowered; that of Korea is, in this corpus, South Korea's."""
Found = frozenset[str]


class Pair(NamedTuple):
    """A Kazakh sentence and its English twin."""

    id: str
    kazakh: str
    english: str


class Agreement(NamedTuple):
    """What both sides name, what only the Kazakh one, and what only the English one."""

    both: int
    kazakh: int
    english: int

    @property
    def figures(self) -> dict[str, float]:
        """Precision and recall of the Kazakh side against the English one, and Jaccard's index."""
        told, wanted, all_ = self.both + self.kazakh, self.both + self.english, sum(self)
        values = (self.both / max(1, told), self.both / max(1, wanted), self.both / max(1, all_))
        return {"n": float(all_), **dict(zip(("P", "R", "jaccard"), (round(v, 3) for v in values), strict=True))}


def pairs(files: Iterable[Path], step: int = 1) -> Iterator[Pair]:
    """Pairs that are well aligned, every `step`-th."""
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            kazakh, english, score = line.split("\t")
            if number % step == 0 and float(score.replace(",", ".")) >= LEAST:
                yield Pair(f"{path.stem}:{number}", kazakh, english)


def sentences(kazakh: str) -> list[Sentence]:
    """The text restored and divided as the reader does it."""
    known = language("kk")
    assert known
    return list(known.sentences(known.restore(Text(kazakh)).restored))


def states(kazakh: str) -> Found:
    """Codes of the states that our own lists find, cities aside."""
    known = language("kk")
    assert known
    told = (name for sentence in sentences(kazakh) for name in known.names(sentence) if name.kind in NAMED)
    codes = {known.home if name.kind == "self" else name.code for name in told if not name.capital}
    return frozenset(c for c in codes if c and _compared(c))


@cache
def _compared(code: str) -> bool:
    """Whether a state of today whose Kazakh name can be told without its capital."""
    known = language("kk")
    assert known
    name = known.name_of(code)
    return len(code) == 3 and code in polities() and len(name) > SHORT and not name.isupper()


def years(kazakh: str) -> Found:
    """First and last years of the dates that our own rules find; no decade or century names a year."""
    known = language("kk")
    assert known
    dates = [d.date for s in sentences(kazakh) for d in known.dates(s, None, None) if d.date and "X" not in str(d.date)]
    return frozenset(str(y) for date in dates for y in date.year_range if y is not None and YEAR.fullmatch(str(y)))


def english_states(text: str) -> Found:
    """Codes of the states that an English text names, longest names first."""
    words = WORD.findall(text.lower())
    found: set[str] = set()
    at = 0
    while at < len(words):
        name = next((n for n in _english().get(words[at], ()) if tuple(words[at : at + len(n[0])]) == n[0]), None)
        if name and _compared(name[1]):
            found.add(name[1])
        at += len(name[0]) if name else 1
    return frozenset(found)


@cache
def _english() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """English names of states by their first word, the longest first; abbreviations have lost their capitals."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    named = [(n.name, n.code) for n in english_names() if n.kind != "abbreviation"]
    for name, code in [*named, *ADJECTIVES.items()]:
        words = tuple(WORD.findall(name.lower()))
        out.setdefault(words[0], []).append((words, code))
    for found in out.values():
        found.sort(key=lambda name: -len(name[0]))
    return out


def english_years(text: str) -> Found:
    """Years in four digits."""
    return frozenset(YEAR.findall(text))


def compared(
    given: Sequence[Pair], mine: Callable[[str], Found], its: Callable[[str], Found]
) -> tuple[Agreement, list[tuple[Pair, Found, Found]]]:
    """How far the two sides agree, and the pairs in which they do not: what only each of them names."""
    count: Counter[str] = Counter()
    apart = []
    for pair in given:
        one, two = mine(pair.kazakh), its(pair.english)
        count.update(both=len(one & two), kazakh=len(one - two), english=len(two - one))
        if one != two:
            apart.append((pair, one - two, two - one))
    return Agreement(count["both"], count["kazakh"], count["english"]), apart


def told(pair: Pair, kazakh: Found, english: Found) -> str:
    """A pair that differs, for people: what only each side names, and the two sentences."""
    only = f"kk {','.join(sorted(kazakh))}\ten {','.join(sorted(english))}"
    return f"{pair.id}\t{only}\n  {pair.kazakh}\n  {pair.english}"


def main(arguments: Sequence[str]) -> None:
    """Print how far sentences agree with their English twins; with `-v` each pair that differs."""
    from score import GOVERNMENT

    given = list(pairs(sorted(GOVERNMENT.parent.glob("*.tsv")), QUICK if "--quick" in arguments else 1))
    for what, mine, its in (("states", states, english_states), ("years", years, english_years)):
        agreement, apart = compared(given, mine, its)
        print(what, agreement.figures)
        if "-v" in arguments:
            print("\n".join(told(*one) for one in apart))


if __name__ == "__main__":
    main(sys.argv[1:])
