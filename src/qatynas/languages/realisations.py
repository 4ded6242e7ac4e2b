"""Realisations: how a language says the senses. One YAML file an event type; a loader that names every mistake."""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from functools import partial
from importlib.resources import files
from itertools import product
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

import yaml

from qatynas.errors import DataFileError
from qatynas.languages.language import NameKind, Realisation
from qatynas.ontology.extension import Changes, extension
from qatynas.ontology.lexicon import force
from qatynas.ontology.senses import senses

_FOLDER = "data/realisations/"
_NEEDED = ("sense", "trigger", "roles", "example")
_WORDS = frozenset(("sense", "trigger", "example"))
_LISTS = frozenset(("who", "forms", "near", "without"))
_KEYS = frozenset((*_NEEDED, *_LISTS))
FORMS = frozenset(
    (
        "verb",
        "noun",
        "participle",
        "past",
        "finite",
        "intention",
        "meaning",
        "negative",
        "possessed",
        "predicate",
        "done",
        "of_act",
        "to_act",
        "no_act",
        "dative",
        "ablative",
    ),
)
ROLES: Mapping[str, frozenset[str]] = {
    "event": frozenset(("actor", "recipient")),
    "milestone": frozenset(("what", "into")),
    "claim": frozenset(("holder",)),
    "statement": frozenset(("speaker",)),
}
_CASES = frozenset(("Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins"))
_WHO = frozenset(get_args(NameKind))
MARKERS = _CASES | {"Of+" + case for case in _CASES}
_SET = re.compile(r"<(\w+)>")
"""The name of a set of the language's list `sets`, which stands for any of its phrases."""


class Words(NamedTuple):
    """What realisations may name of a language: its postpositions, and its sets of phrases that say alike."""

    postpositions: frozenset[str] = frozenset()
    sets: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def realisations(package: str, words: Words) -> Iterator[Realisation]:
    """All realisations of the language whose package this is, in order of file and line, a user's own first.

    One whose trigger names sets stands once for each way to say it, all with the same rule.

    One of the user's takes the place of every built-in one of the same sense and trigger. Raises `DataFileError`
    with file, line and reason: an unknown key, sense, role, marker or form.
    """
    built_in: list[Realisation] = []
    folder = files(package).joinpath(_FOLDER)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            built_in += parse(file.read_bytes(), file.name, words)
    if force() is None:  # most readers have no lexicon of their own, and 11,000 keys take their time
        yield from built_in
        return
    own = _own(package, words, frozenset(map(_key, built_in)))
    yield from own
    said = frozenset(map(_key, own))
    yield from (one for one in built_in if _key(one) not in said)


def _key(one: Realisation) -> tuple[str, tuple[str, ...]]:
    return one.sense, one.trigger


def _own(package: str, words: Words, built_in: Set[tuple[str, tuple[str, ...]]]) -> list[Realisation]:
    """Realisations of the user's lexicon in force."""
    now, table = force(), extension(package, _FOLDER)
    out: list[Realisation] = []
    if now is None or table is None:
        return out
    for file, data in now.lexicon.files:
        if file.startswith(table.file):
            found = list(parse(data, now.lexicon.path(file), words))
            overridden = sum(_key(one) in built_in for one in found)
            now.changes[file] = Changes(len(found) - overridden, overridden)
            out += found
    return out


def parse(data: bytes, file: str, words: Words) -> Iterator[Realisation]:
    """The realisations that a file's bytes tell; `file` is the name that errors tell."""
    root = _root(data, file)
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise DataFileError(file, 1, "a list of realisations is wanted")
    for node in root.value:
        yield from _realisation(_Place(file, node), words)


def _root(data: bytes, file: str) -> yaml.Node | None:
    try:
        return yaml.compose(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = getattr(error, "position", 0)  # of a byte that is no text
        line = mark.line + 1 if mark else data[:at].count(b"\n") + 1
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        raise DataFileError(file, line, f"not YAML: {problem}") from None


class _Place(NamedTuple):
    """A node of a file, so that every mistake can tell its line."""

    file: str
    node: yaml.Node

    def wrong(self, reason: str) -> DataFileError:
        return DataFileError(self.file, self.node.start_mark.line + 1, reason)

    def at(self, node: yaml.Node) -> "_Place":
        return self._replace(node=node)


def _word(place: _Place) -> str:
    if not isinstance(place.node, yaml.ScalarNode) or not place.node.value.strip():
        raise place.wrong("a word or words are wanted")
    return str(place.node.value)


def _list(place: _Place, check: Callable[[str], str | None] = lambda _: None) -> tuple[str, ...]:
    """Words of a list; `check` tells what is wrong with one of them."""
    if not isinstance(place.node, yaml.SequenceNode) or not place.node.value:
        raise place.wrong("a list is wanted")
    out = []
    for item in map(place.at, place.node.value):
        out.append(_word(item))
        if problem := check(out[-1]):
            raise item.wrong(problem)
    return tuple(out)


def _keys(place: _Place) -> dict[str, _Place]:
    if not isinstance(place.node, yaml.MappingNode):
        raise place.wrong("keys and values are wanted")
    out: dict[str, _Place] = {}
    for key, value in place.node.value:
        name = _word(place.at(key))
        if name in out:
            raise place.at(key).wrong(f"{name!r} stands twice")
        out[name] = place.at(value)
    return out


def _realisation(place: _Place, words: Words) -> Iterator[Realisation]:
    given = _keys(place)
    if unknown := sorted(set(given) - _KEYS):
        raise given[unknown[0]].wrong(f"unknown key {unknown[0]!r}: {', '.join(sorted(_KEYS))} are known")
    if missing := [key for key in _NEEDED if key not in given]:
        raise place.wrong(f"{missing[0]} is missing")
    told = {key: _word(value) for key, value in given.items() if key in _WORDS}
    if told["sense"] not in senses():
        raise given["sense"].wrong(f"no sense {told['sense']!r} in the ontology")
    rest: dict[str, Any] = {
        "sense": told["sense"],
        "roles": _roles(given["roles"], senses()[told["sense"]].kind, words.postpositions),
        "example": told["example"],
        "rule": f"{PurePath(place.file).stem}:{told['sense']}:{told['trigger']}",
        "place": f"{place.file}:{place.node.start_mark.line + 1}",
        "drawn": _SET.search(told["trigger"]) is not None,
        **_lists(given, words.sets),
    }
    for ways in product(*(_said(given["trigger"], part, words.sets) for part in told["trigger"].split())):
        yield Realisation(trigger=tuple(" ".join(ways).split()), **rest)


def _said(place: _Place, part: str, sets: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ways to say a part of a trigger: the phrases of a set, or the word itself."""
    named = _SET.fullmatch(part)
    if named is None:
        return (part,)
    if named[1] not in sets:
        raise place.wrong(f"no set {named[1]!r} in the list of sets")
    return sets[named[1]]


def _lists(given: Mapping[str, _Place], sets: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    known = {"forms": FORMS, "who": _WHO}

    def check(key: str, value: str) -> str | None:
        if key not in known or value in known[key]:
            return None
        return f"unknown value {value!r} of {key!r}: {', '.join(sorted(known[key]))} are known"

    lists = {key: _list(given[key], partial(check, key)) for key in given if key in _LISTS}
    return {key: tuple(word for one in found for word in _said(given[key], one, sets)) for key, found in lists.items()}


def _roles(place: _Place, kind: str, postpositions: frozenset[str]) -> dict[str, tuple[str, ...]]:
    roles = _keys(place)
    for role, markers in roles.items():
        if role not in ROLES[kind]:
            raise markers.wrong(f"no role {role!r} in a sense of kind {kind}")

    def check(marker: str) -> str | None:
        return None if marker in MARKERS or marker in postpositions else f"unknown marker {marker!r}"

    return {role: _list(markers, check) for role, markers in roles.items()}
