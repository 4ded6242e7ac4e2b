"""The mapping of a table's columns that lies beside it: `chronology.mapping.yaml` for `chronology.xlsx`."""

from pathlib import Path

from qatynas.documents.document import Beside
from qatynas.documents.encoding import utf8
from qatynas.errors import Refused

ENDING = ".mapping.yaml"
_LARGEST = 1_000_000  # bytes


def beside(table: Path) -> Path:
    """Where the mapping of a table lies, if it has one."""
    return table.with_name(table.stem + ENDING)


def is_mapping(path: Path) -> bool:
    """Whether a file is a mapping, and so no document of a folder."""
    return path.name.endswith(ENDING)


def mapping(path: Path) -> Beside | None:
    """The mapping in a file; null where there is none.

    Raises `Refused` where it cannot be read: whoever wrote it down does not want it guessed.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise Refused(f"mapping: {path.name}: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > _LARGEST:
        raise Refused(f"mapping: {path.name}: more than {_LARGEST:,} bytes")
    try:
        return Beside(path.name, utf8(data))
    except Refused as refused:
        raise Refused(f"mapping: {path.name}: {refused.reason}") from None
