"""A new folder for a user's own tables: empty ones, each with the head that explains its columns."""

from importlib.resources import files
from itertools import takewhile
from os import fspath
from pathlib import Path

from qatynas.errors import QatynasError
from qatynas.ontology.extension import OUT, Extensible, extensible


def begun(folder: str | Path) -> list[str]:
    """Write the tables that a user is likeliest to fill into a folder, but for those that stand there already.

    Gives what was written, by its path in the folder. Raises `QatynasError` where it cannot be written, or the name
    is empty or that of a file.
    """
    if not fspath(folder):
        raise QatynasError("the name of the folder is empty")
    if Path(folder).exists() and not Path(folder).is_dir():
        raise QatynasError(f"{fspath(folder)}: not a folder: a lexicon is a folder of tables")
    written = []
    for table in extensible().values():
        path = Path(folder) / table.file
        if table.new and not path.exists():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(head(table), encoding="utf-8")
            except OSError as error:
                raise QatynasError(f"{path}: {error.strerror}") from None
            written.append(table.file)
    return written


def head(table: Extensible) -> str:
    """The comment that begins a table: that of the built-in one without its sources, and how rows take effect."""
    built_in = files("qatynas").joinpath(table.table).read_text(encoding="utf-8")
    told = "\n".join(takewhile(lambda line: line.startswith("#"), built_in.splitlines()))
    parts = [part for part in told.split("\n#\n") if "Source" not in part]
    key = ", ".join(table.key)
    return "\n".join(
        [
            *(f"{part}\n#" for part in parts),
            "# Below are your own rows. One tab divides the cells. A row takes the place of the built-in one that has",
            f"# the same {key}; a line that begins with “{OUT}” takes that one out.",
            "",
        ]
    )
