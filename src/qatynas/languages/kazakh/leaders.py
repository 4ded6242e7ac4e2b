"""How Kazakh writes the leaders of the ontology's registry, and the titles by which it means their offices."""

from collections.abc import Mapping, Sequence
from typing import cast, get_args

from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.ontology.leaders import Post, registry
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import Row, rows

_FAMILY_FIRST = frozenset(("CHN",))  # states whose persons put the family's name first (Си Цзиньпин)


@loaded
def spellings() -> Mapping[str, Sequence[str]]:
    """Kazakh names of each leader, the usual first. Raises `DataFileError` for one whom the registry does not know."""
    known = {term.person for term in registry().terms}
    out: dict[str, list[str]] = {}
    for row in rows(PACKAGE, "data/leaders.tsv", ("person", "name")):
        if row["person"] not in known:
            raise row.wrong(f"no leader of the ontology is “{row['person']}”")
        out.setdefault(row["person"], []).append(row["name"])
    return out


@loaded
def codes() -> Mapping[str, Sequence[str]]:
    """States of each leader, in the registry's order."""
    out: dict[str, list[str]] = {}
    for term in registry().terms:
        if term.code not in (told := out.setdefault(term.person, [])):
            told.append(term.code)
    return out


def persons(name: str) -> Sequence[str]:
    """Leaders whom a name may mean in any spelling: whole («Қасым-Жомарт Тоқаев»), with initials, a bare surname."""
    wanted = _parts(name)
    named = _by_word().get(wanted[-1], ()) if wanted else ()
    return tuple(dict.fromkeys(person for person, spelled in named if _fits(wanted, spelled, codes()[person])))


@loaded
def _by_word() -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
    """Each leader with the words of a spelling, by its first and by its last word, in the order of `spellings`."""
    out: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for person, spelled in spellings().items():
        for words in map(_parts, spelled):
            for word in {words[0], words[-1]}:
                out.setdefault(word, []).append((person, words))
    return out


def _parts(name: str) -> Sequence[str]:
    """The words of a name, initials apart."""
    return name.replace(".", ". ").split()


def _fits(wanted: Sequence[str], spelled: Sequence[str], states: Sequence[str]) -> bool:
    if len(wanted) == 1:
        return wanted[0] == (spelled[0] if _FAMILY_FIRST.intersection(states) else spelled[-1])
    given = [word for word in wanted[:-1] if word]
    return wanted[-1] == spelled[-1] and all(map(_begins, given, spelled[:-1]))


def _begins(wanted: str, given: str) -> bool:
    """Whether a given name or initial («Дж.») may stand for a given name."""
    return given.startswith(wanted[:-1]) if wanted.endswith(".") else wanted == given


def post(title: str, code: str | None) -> Post | None:
    """The office of the registry that a title means in a state."""
    return next((office for office, of in _titles().get(title, ()) if of in ("", code)), None)


@loaded
def _titles() -> Mapping[str, Sequence[tuple[Post, str]]]:
    out: dict[str, list[tuple[Post, str]]] = {}
    for row in rows(PACKAGE, "data/leader_titles.tsv", ("title", "office", "of?")):
        out.setdefault(row["title"], []).append((_office(row), row["of"]))
    return out


def _office(row: Row) -> Post:
    if row["office"] not in get_args(Post):
        raise row.wrong(f"office is “{row['office']}”, not one of {', '.join(get_args(Post))}")
    return cast(Post, row["office"])
