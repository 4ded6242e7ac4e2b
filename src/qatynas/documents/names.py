"""What documents are called: a file's identity, and the name that people see."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath


def path_id(path: Path) -> str:
    r"""Identity of a file: its resolved path in POSIX form.

    Bytes of a file name that are no UTF-8 are written as `\xNN`, so that the identity can be stored and
    printed anywhere.
    """
    try:
        resolved = path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links has no resolved path
        resolved = path.absolute()
    return printable(resolved.as_posix())


def printable(name: str) -> str:
    """A file name as text that any encoding of Unicode can hold."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def display_names(ids: Iterable[str]) -> dict[str, str]:
    """Shown name of each document id: the file name, or the shortest distinguishing path (FORMAT.md).

    Ids are `Document.id`s; one that is no path (of a JSONL line) without `/` stays as it is.
    """
    shown = dict.fromkeys(ids, "")
    waiting = list(shown)
    depth = 1
    while waiting:
        endings = {id: _ending(id, depth) for id in waiting}
        times = Counter(endings.values())
        shown.update({id: name for id, name in endings.items() if times[name] == 1 or name == id})
        waiting = [id for id in waiting if not shown[id]]
        depth += 1
    return shown


def _ending(id: str, depth: int) -> str:
    parts = PurePosixPath(id).parts
    return str(PurePosixPath(*parts[-depth:])) if depth < len(parts) else id
