"""Years of a row: when what it names began and ended."""

from qatynas.ontology.tables import Row


def span(row: Row) -> tuple[int | None, int | None]:
    """Years in the columns `first` and `last`, None where a cell is empty.

    Raises `DataFileError` where a cell is no year or the last comes before the first.
    """
    first, last = _year(row, "first"), _year(row, "last")
    if first is not None and last is not None and last < first:
        raise row.wrong(f"the last year {last} comes before the first {first}")
    return first, last


def _year(row: Row, column: str) -> int | None:
    if not row[column]:
        return None
    if not row[column].isascii() or not row[column].isdigit():
        raise row.wrong(f"“{row[column]}” in the column “{column}” is not a year")
    return int(row[column])
