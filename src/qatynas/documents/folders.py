"""Finding the files of folders."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from qatynas.documents.beside import is_mapping
from qatynas.documents.names import path_id


def discover(paths: Iterable[Path]) -> Iterator[Path]:
    """Files that `paths` stand for, in order; what stands in a folder comes sorted by name, at any depth.

    Hidden files and folders inside a folder are left out, and so are mappings of tables (`NAME.mapping.yaml`); a
    file that is reached twice (named twice, by a link, in a loop of links) comes once. What cannot be found or listed
    comes out as it is, so that `open_path` tells the reason as a refused document.
    """
    seen: set[str] = set()
    for path in paths:
        yield from _walk(path, seen)


def _walk(path: Path, seen: set[str]) -> Iterator[Path]:
    waiting = [path]
    while waiting:
        here = waiting.pop()
        identity = path_id(here)
        if identity in seen:
            continue
        seen.add(identity)
        inside = _entries(here)
        if inside is None:
            yield here
        else:
            waiting.extend(reversed(inside))


def _entries(path: Path) -> list[Path] | None:
    """What stands in a folder; null where it is no folder or cannot be listed."""
    try:
        if not path.is_dir():
            return None
        inside = (entry for entry in path.iterdir() if not entry.name.startswith(".") and not is_mapping(entry))
        return sorted(inside, key=lambda entry: entry.name)
    except OSError:
        return None
