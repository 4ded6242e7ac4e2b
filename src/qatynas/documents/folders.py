"""Finding the files of folders."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from qatynas.documents.beside import is_mapping
from qatynas.documents.names import path_id


def discover(paths: Iterable[Path]) -> Iterator[Path]:
    """Files that `paths` stand for, in order; what stands in a folder comes sorted by name, at any depth.

    Hidden files and folders inside a folder are left out, and so are mappings of tables (`NAME.mapping.yaml`); a
    file that is reached twice (named twice, by a link, in a loop of links) comes once. What cannot be found or listed
    comes out as it is, so that `open_path` tells the reason as a refused document.
    """
    seen: set[bytes] = set()
    for path in paths:
        yield from _walk(path, seen)


def _walk(path: Path, seen: set[bytes]) -> Iterator[Path]:
    waiting: list[Iterator[Path]] = [iter((path,))]
    while waiting:
        here = next(waiting[-1], None)
        if here is None:
            waiting.pop()
            continue
        identity = blake2b(path_id(here).encode(), digest_size=16).digest()  # a path takes ten times as much memory
        if identity in seen:
            continue
        seen.add(identity)
        inside = _entries(here)
        if inside is None:
            yield here
        else:
            waiting.append(map(here.joinpath, inside))


def _entries(path: Path) -> list[str] | None:
    """Names of what stands in a folder; null where it is no folder or cannot be listed."""
    try:
        if not path.is_dir():
            return None
        inside = (entry.name for entry in path.iterdir() if not is_mapping(entry))
        return sorted(name for name in inside if not name.startswith("."))
    except OSError:
        return None
