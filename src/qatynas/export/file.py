"""A file that is whole or not there at all."""

import os
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE

from qatynas.errors import QatynasError

LONGEST = 50  # characters of a file's name that its part keeps, so that no name grows too long


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces to `path` through a file beside it, which takes the name only when it is whole.

    However this ends (an error, a full disk, a killed process), `path` is what it was before or all of the
    new. What is no regular file (a pipe, a device) is written to as it is. Raises `QatynasError` with the
    path and the reason.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            _fill(target, pieces)
        else:
            _replace(target, pieces)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise QatynasError(f"{path}: {error.strerror or error}") from None


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    # Nobody can guess the name and put a link there first, and a file of that name is never written over.
    part = target.with_name(f".{target.name[:LONGEST]}.{token_hex(8)}.part")
    with part.open("xb") as file:
        try:
            if target.exists():
                os.fchmod(file.fileno(), S_IMODE(target.stat().st_mode))
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _fill(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(pieces)
