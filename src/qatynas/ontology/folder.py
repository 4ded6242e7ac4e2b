"""A user's folder of tables, opened: which files stand in it, and which of them cannot be used."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from os import fspath
from pathlib import Path

from qatynas.errors import DataFileError, QatynasError
from qatynas.ontology.extension import extensible
from qatynas.ontology.lexicon import Lexicon, force
from qatynas.settings import limit, setting

_ASIDE = re.compile(r"\..*|.*\.md|.*~|#.*#|~\$.*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_YAML = ".yaml"


def chosen(folder: str | Path | None) -> Lexicon | None:
    """The lexicon of a folder; where none is given that in force, else that of the setting `lexicon`, else null.

    Raises what `opened` raises.
    """
    now = force()
    if folder is None and now:
        return now.lexicon
    given = folder if folder is not None else str(setting("lexicon")) or None
    return None if given is None else opened(given)


def opened(folder: str | Path) -> Lexicon:
    """The lexicon of a folder. Raises `QatynasError` where it is no folder, `DataFileError` for the first bad file."""
    lexicon, mistakes = searched(folder)
    if mistakes:
        raise mistakes[0]
    return lexicon


def searched(folder: str | Path) -> tuple[Lexicon, list[DataFileError]]:
    """The lexicon of a folder without its bad files, and what is wrong with each of these, in the order of names.

    Bad is a file that no table is read from, that cannot be read, or is larger than the setting `max_file_bytes`.
    Hidden files and Markdown (`*.md`) are for people; what editors and Windows leave is passed over.
    Raises `QatynasError` where there is no such folder.
    """
    root = Path(folder)
    if not fspath(folder) or not root.is_dir():
        reason = "not a folder" if fspath(folder) and root.exists() else "no such folder"
        raise QatynasError(f"{fspath(folder)}: {reason}: a lexicon is a folder of tables")
    found: list[tuple[str, bytes]] = []
    mistakes: list[DataFileError] = []
    for name in _names(root, ""):
        try:
            data = _data(root, name)
        except DataFileError as mistake:
            mistakes.append(mistake)
            continue
        if any(line.strip() and not line.startswith(b"#") for line in data.splitlines()):
            found.append((name, data))
    return Lexicon(str(root), tuple(found)), mistakes


def _names(root: Path, below: str) -> Iterator[str]:
    """Paths of the files below the folder; a folder that can hold no table is given as one path, with `/`."""
    known = extensible()
    try:
        items = sorted((root / below).iterdir())
    except OSError as error:
        raise QatynasError(f"{root / below}: {error.strerror}") from None
    for item in items:
        name = below + item.name
        if _ASIDE.fullmatch(item.name):
            continue
        if item.is_dir():
            holds = any(file.startswith(f"{name}/") for file in known)
            yield from _names(root, f"{name}/") if holds else (f"{name}/",)
        else:
            yield name


def _data(root: Path, name: str) -> bytes:
    path, most = root / name, limit("max_file_bytes")
    if name.endswith("/"):
        raise DataFileError(str(path), 1, "no tables are read from a folder of this name")
    if not _is_table(name):
        near = get_close_matches(name, extensible(), 1)
        raise DataFileError(str(path), 1, "no table of this name" + (f"; near it: {near[0]}" if near else ""))
    try:
        if path.stat().st_size > most:
            raise DataFileError(str(path), 1, f"larger than {most} bytes")
        return path.read_bytes()
    except OSError as error:
        raise DataFileError(str(path), 1, f"cannot be read: {error.strerror}") from None


def _is_table(name: str) -> bool:
    above = name[: name.rfind("/") + 1]
    return name in extensible() if not name.endswith(_YAML) else above in extensible()
