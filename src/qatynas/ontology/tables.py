"""Tables of knowledge: tab-separated files that a scholar can read and extend.

A row is a line, a cell ends at a tab; blank lines and lines that begin with `#` are for people. A loader
asks for its columns by name and gets rows that know their line, so that every mistake can be named. Beside a
built-in table, that of the user's lexicon in force is read (`extension.merged`).
"""

from importlib.resources import files

from qatynas.errors import DataFileError
from qatynas.ontology.extension import extension, merged
from qatynas.ontology.lexicon import force
from qatynas.ontology.row import BETWEEN, Row, parse


def rows(package: str, file: str, columns: tuple[str, ...]) -> list[Row]:
    """Rows of `file`, which is data of `package` (`"qatynas.ontology"`, `"data/acts.tsv"`), a user's own first.

    A column named with a `?` at the end may be empty (`"note?"` is read as `row["note"]`), and such columns
    may be left out at the end of a line; every other cell must be filled. Raises `DataFileError` with file,
    line and reason, also where there is no such file or it is not UTF-8.
    """
    try:
        data = files(package).joinpath(file).read_bytes()
    except OSError as error:
        raise DataFileError(file, 0, f"cannot be read: {error.strerror}") from None
    return _extended(parse(data, file, columns), package, file, columns)


def cells(package: str, file: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The cells of `rows`, for a table of many thousand lines: no row knows its line, which is three times as fast.

    What is wrong in the table is found and named as by `rows`.
    """
    if force():
        return [tuple(row.cells.values()) for row in rows(package, file, columns)]
    most, least = len(columns), sum(not column.endswith("?") for column in columns)
    text = files(package).joinpath(file).read_bytes().decode("utf-8", "replace")
    out: list[tuple[str, ...]] = []
    for line in text.split("\n"):
        if line and line[0] != "#" and not line.isspace():
            told = [cell.strip() for cell in line.split("\t")]
            if not least <= len(told) <= most or "" in told[:least] or "\ufffd" in line or told[0][:1] == "\ufeff":
                return [tuple(row.cells.values()) for row in rows(package, file, columns)]
            out.append((*told, *[""] * (most - len(told))))
    return out


def _extended(built_in: list[Row], package: str, file: str, columns: tuple[str, ...]) -> list[Row]:
    now, table = force(), extension(package, file)
    own = now.lexicon.data(table.file) if now and table else None
    if not now or not table or own is None:
        return built_in
    whole, now.changes[table.file] = merged(built_in, own, now.lexicon.path(table.file), columns, table)
    return whole


__all__ = ["BETWEEN", "Row", "cells", "parse", "rows"]
