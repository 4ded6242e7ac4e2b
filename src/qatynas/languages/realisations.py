"""Realisations: how a language says the senses. One YAML file an event type; a loader that names every mistake."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

from qatynas.errors import DataFileError
from qatynas.languages.language import Realisation
from qatynas.ontology.senses import Sense, senses

_KEYS = frozenset(("sense", "trigger", "roles", "who", "forms", "near", "without", "example"))
_NEEDED = ("sense", "trigger", "roles", "example")
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
MARKERS = _CASES | {"Of+" + case for case in _CASES}


def realisations(package: str, postpositions: frozenset[str]) -> Iterator[Realisation]:
    """All realisations of the language whose package this is, in order of file and line.

    Raises `DataFileError` with file, line and reason: an unknown key, sense, role, marker or form.
    """
    folder = files(package).joinpath("data/realisations")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            yield from parse(file.read_bytes(), file.name, postpositions)


def parse(data: bytes, file: str, postpositions: frozenset[str]) -> Iterator[Realisation]:
    """The realisations that a file's bytes tell; `file` is the name that errors tell."""
    try:
        root = yaml.compose(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        raise DataFileError(file, line, f"not YAML: {getattr(error, 'problem', error)}") from None
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise DataFileError(file, 1, "a list of realisations is wanted")
    for node in root.value:
        yield _realisation(node, file, postpositions)


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _realisation(node: yaml.Node, file: str, postpositions: frozenset[str]) -> Realisation:
    line = node.start_mark.line + 1
    given = _plain(node)
    if not isinstance(given, dict):
        raise DataFileError(file, line, "keys and values are wanted")
    _check(given, file, line)
    sense = senses()[given["sense"]]
    _check_roles(given["roles"] or {}, sense, file, line, postpositions)
    return Realisation(
        sense=sense.id,
        trigger=tuple(str(given["trigger"]).split()),
        roles={role: tuple(markers) for role, markers in (given["roles"] or {}).items()},
        example=given["example"],
        rule=f"{file.removesuffix('.yaml')}:{given['sense']}:{given['trigger']}",
        near=tuple(given.get("near") or ()),
        without=tuple(given.get("without") or ()),
        forms=tuple(given.get("forms") or ()),
        who=tuple(given.get("who") or ()),
    )


def _check(given: dict[str, Any], file: str, line: int) -> None:
    if unknown := set(given) - _KEYS:
        raise DataFileError(file, line, f"unknown key {sorted(unknown)[0]!r}: {', '.join(sorted(_KEYS))} are known")
    if missing := [key for key in _NEEDED if key not in given]:
        raise DataFileError(file, line, f"{missing[0]} is missing")
    if given["sense"] not in senses():
        raise DataFileError(file, line, f"no sense {given['sense']!r} in the ontology")
    if strange := set(given.get("forms") or ()) - FORMS:
        raise DataFileError(file, line, f"unknown form {sorted(strange)[0]!r}: {', '.join(sorted(FORMS))} are known")


def _check_roles(roles: Mapping[str, Any], sense: Sense, file: str, line: int, postpositions: frozenset[str]) -> None:
    for role, markers in roles.items():
        if role not in ROLES[sense.kind]:
            raise DataFileError(file, line, f"no role {role!r} in a sense of kind {sense.kind}")
        for marker in markers if isinstance(markers, list) else [markers]:
            if marker not in MARKERS and marker not in postpositions:
                raise DataFileError(file, line, f"unknown marker {marker!r} of role {role!r}")
