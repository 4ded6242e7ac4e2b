"""Realisations: how a language says the senses. One YAML file an event type; a loader that names every mistake."""

from collections.abc import Callable, Iterator, Mapping, Set
from functools import partial
from importlib.resources import files
from pathlib import PurePath
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
    ),
)
ROLES: Mapping[str, frozenset[str]] = {
    "event": frozenset(("actor", "recipient")),
    "milestone": frozenset(("what", "into")),
    "claim": frozenset(),
    "statement": frozenset(("speaker",)),
}
_CASES = frozenset(("Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins"))
_WHO = frozenset(get_args(NameKind))
MARKERS = _CASES | {"Of+" + case for case in _CASES}


def realisations(package: str, postpositions: frozenset[str]) -> Iterator[Realisation]:
    """All realisations of the language whose package this is, in order of file and line, a user's own first.

    One of the user's takes the place of every built-in one of the same sense and trigger. Raises `DataFileError`
    with file, line and reason: an unknown key, sense, role, marker or form.
    """
    built_in: list[Realisation] = []
    folder = files(package).joinpath(_FOLDER)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            built_in += parse(file.read_bytes(), file.name, postpositions)
    own = _own(package, postpositions, frozenset(map(_key, built_in)))
    yield from own
    said = frozenset(map(_key, own))
    yield from (one for one in built_in if _key(one) not in said)


def _key(one: Realisation) -> tuple[str, tuple[str, ...]]:
    return one.sense, one.trigger


def _own(package: str, postpositions: frozenset[str], built_in: Set[tuple[str, tuple[str, ...]]]) -> list[Realisation]:
    """Realisations of the user's lexicon in force."""
    now, table = force(), extension(package, _FOLDER)
    out: list[Realisation] = []
    if now is None or table is None:
        return out
    for file, data in now.lexicon.files:
        if file.startswith(table.file):
            found = list(parse(data, now.lexicon.path(file), postpositions))
            overridden = sum(_key(one) in built_in for one in found)
            now.changes[file] = Changes(len(found) - overridden, overridden)
            out += found
    return out


def parse(data: bytes, file: str, postpositions: frozenset[str]) -> Iterator[Realisation]:
    """The realisations that a file's bytes tell; `file` is the name that errors tell."""
    root = _root(data, file)
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise DataFileError(file, 1, "a list of realisations is wanted")
    for node in root.value:
        yield _realisation(_Place(file, node), postpositions)


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


def _realisation(place: _Place, postpositions: frozenset[str]) -> Realisation:
    given = _keys(place)
    if unknown := sorted(set(given) - _KEYS):
        raise given[unknown[0]].wrong(f"unknown key {unknown[0]!r}: {', '.join(sorted(_KEYS))} are known")
    if missing := [key for key in _NEEDED if key not in given]:
        raise place.wrong(f"{missing[0]} is missing")
    words = {key: _word(value) for key, value in given.items() if key in _WORDS}
    if words["sense"] not in senses():
        raise given["sense"].wrong(f"no sense {words['sense']!r} in the ontology")
    return Realisation(
        sense=words["sense"],
        trigger=tuple(words["trigger"].split()),
        roles=_roles(given["roles"], senses()[words["sense"]].kind, postpositions),
        example=words["example"],
        rule=f"{PurePath(place.file).stem}:{words['sense']}:{words['trigger']}",
        place=f"{place.file}:{place.node.start_mark.line + 1}",
        **_lists(given),
    )


def _lists(given: Mapping[str, _Place]) -> dict[str, Any]:
    known = {"forms": FORMS, "who": _WHO}

    def check(key: str, value: str) -> str | None:
        if key not in known or value in known[key]:
            return None
        return f"unknown value {value!r} of {key!r}: {', '.join(sorted(known[key]))} are known"

    return {key: _list(given[key], partial(check, key)) for key in given if key in _LISTS}


def _roles(place: _Place, kind: str, postpositions: frozenset[str]) -> dict[str, tuple[str, ...]]:
    roles = _keys(place)
    for role, markers in roles.items():
        if role not in ROLES[kind]:
            raise markers.wrong(f"no role {role!r} in a sense of kind {kind}")

    def check(marker: str) -> str | None:
        return None if marker in MARKERS or marker in postpositions else f"unknown marker {marker!r}"

    return {role: _list(markers, check) for role, markers in roles.items()}
