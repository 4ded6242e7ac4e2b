"""What one form of a word tells the tagger of names, whatever stands beside it; kept for every different form."""

import re
from typing import NamedTuple

from qatynas.languages.kazakh.analysis import LONGEST, analyse
from qatynas.languages.kazakh.gazetteer import ends, gazetteer, given_names
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.kazakh.numerals import numeral
from qatynas.languages.language import Analysis
from qatynas.ontology.lexicon import kept, loaded
from qatynas.ontology.tables import rows

_AFFIX = 5  # letters of the longest beginning and end that are features
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "PRON", "DET"))
_MAY_CHAIN = _NOMINAL | {"VERB"}
# «Қарағандылық», of Karaghandy: what is left of the word before -лық may be the name of a place.
_OF_PLACE = re.compile("[лдт][ыі]қ|[лдт]ік")
CLASSES = (
    "place", "nature", "building", "body", "happening", "plan", "law", "post", "person", "people", "money", "measure",
    "share", "time", "clock", "work", "thing", "bound",
)  # fmt: skip
"""What classes.tsv may say that the name or number beside a word is."""


class Form(NamedTuple):
    """Features of a form: its own, and those that it gives to the words up to three before and behind it.

    `chain` says how it stands in a chain of nouns: `-` breaks it, `n` goes on, `p` goes on as a noun that is owned
    («министрлігінің»), `o` ends it as one, `e` ends it. `counts` is the kind of numeral, `""` for other words.
    """

    low: str
    lemma: str
    own: tuple[str, ...]
    before: tuple[tuple[str, ...], ...]  # for the word that stands one, two, three behind this one
    behind: tuple[tuple[str, ...], ...]  # for the word that stands one, two, three before this one
    shape: str
    word: str  # its class, else its dictionary form: what it tells of numbers and quotations beside it
    kind: str
    chain: str
    counts: str


@loaded
def classes() -> dict[str, str]:
    """Class of each word of data/tagger/classes.tsv."""
    known: dict[str, str] = {}
    for row in rows(PACKAGE, "data/tagger/classes.tsv", ("class", "words")):
        if row["class"] not in CLASSES:
            raise row.wrong(f"no such class: {row['class']}")
        for word in row.parts("words"):
            if word in known:
                raise row.wrong(f"“{word}” stands twice")
            known[word] = row["class"]
    return known


@kept(30_000)  # about 4 kB each
def form(word: str) -> Form:
    """Features of a form, made once."""
    # Half of a surrogate pair, which a damaged file may hold, cannot be told to the tagger.
    word = word.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    low, analyses = word.lower(), analyse(word)
    best = analyses[0]
    lemma, kind = best.lemma.lower(), _kind(analyses)
    base = [f"w={low}", f"l={lemma}", f"s={(shape := _shape(word))}"]
    cell = f"u={best.upos}{_ending(best)}"
    owned = "p" if "Person[psor]" in best.features else ""
    told = [f"c={kind}", f"cp={kind}{owned}"] if kind else []
    counts = _counts(low)
    more = [*([f"n={counts}"] if counts else []), *(["given"] if given_names() & {low, lemma} else []), *told]
    if "Attr" in best.features:
        more.append("attr")
    near, far = [*base, cell, f">{low[-3:]}", *more], [*base, *told[1:]]
    own = [*base, cell, f"k={int(best.known)}{shape[:1]}", *more, *_affixes(low), *_place(word, low)]
    return Form(
        low=low,
        lemma=lemma,
        own=tuple(own),
        before=tuple(_marked(f"-{k}", names) for k, names in enumerate((near, far, far), 1)),
        behind=tuple(_marked(f"+{k}", names) for k, names in enumerate((near, far, far), 1)),
        shape=shape,
        word=kind or lemma,
        kind=kind,
        chain=_chain(_listed(word) or analyses),
        counts=counts,
    )


def _listed(word: str) -> tuple[Analysis, ...]:
    """A listed state or place, of which a guess may take the end for an ending."""
    if not word[0].isupper():
        return ()
    found = ends(gazetteer(), word)
    return tuple(Analysis(one.name, "PROPN", told, True) for one, told, _ in found if one.kind in ("state", "place"))


def edge(mark: str) -> Form:
    """What stands before the first word of a sentence, or behind the last; without a mark, what lies farther off."""
    told = ((mark,) if mark else (),) * 3
    return Form(mark, mark, (), told, told, mark, mark, "", "-", "")


def _marked(place: str, names: list[str]) -> tuple[str, ...]:
    return tuple([place + name for name in names])


def _kind(analyses: tuple[Analysis, ...]) -> str:
    known = classes()
    return next((known[lemma] for one in analyses if (lemma := one.lemma.lower()) in known), "")


def _ending(best: Analysis) -> str:
    features = best.features
    plural = "P" if features.get("Number") == "Plur" else ""
    return f"{features.get('Case', '-')}{features.get('Person[psor]', '')}{plural}{features.get('VerbForm', '')}"


def _counts(low: str) -> str:
    """Kind of a numeral word, with `o` where it is an ordinal; digits are `digits`."""
    if low[0].isdigit():
        return "digits"
    known = numeral(low)
    return f"{known.kind.partition(':')[0]}{'o' * known.ordinal}" if known else ""


def _affixes(low: str) -> list[str]:
    reach = range(1, min(_AFFIX, len(low) - 1, LONGEST) + 1)
    return [*[f"<{low[:k]}" for k in reach], *[f">{low[-k:]}" for k in reach]]


def _place(word: str, low: str) -> tuple[str, ...]:
    """Whether a word says where somebody is from: a listed place's name, or a capitalised word, before -лық."""
    found = list(_OF_PLACE.finditer(low, 3, LONGEST))
    if not found:
        return ()
    if any(entry.kind in ("state", "place") for entry, *_ in ends(gazetteer(), low[: found[-1].start()])):
        return ("of-place",)
    return ("of-name",) if word[0].isupper() else ()


def _shape(word: str) -> str:
    """Capitals as A, small letters as a, digits as 0, runs of one kind as `A+`; other signs as they stand."""
    out = ""
    for sign in word:
        one = "A" if sign.isupper() else "a" if sign.isalpha() else "0" if sign.isdigit() else sign
        if out[-1:] == one or out[-2:] == f"{one}+":
            out = out.rstrip("+") + "+" if out[-1:] == one else out
        else:
            out += one
    return out


def _chain(analyses: tuple[Analysis, ...]) -> str:
    best = next((one for one in analyses if one.upos in _NOMINAL), None)
    if best is None or analyses[0].upos not in _MAY_CHAIN or analyses[0].features.get("VerbForm") == "Fin":
        return "-"
    features = best.features
    owned, case = "Person[psor]" in features, features.get("Case", "Nom")
    if case in ("Nom", "Gen"):
        return "p" if owned else "n"
    if "Attr" in features:
        return "n"
    return "o" if owned else "e"
