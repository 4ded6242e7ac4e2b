"""The order in which the rows of a page are read: column after column, tables row by row."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from qatynas.documents.rows import Row, Word

_GUTTER = 0.9  # of the letters' size: what is narrower parts no columns
_MARGIN = 0.12  # of the width: a gutter is nowhere nearer to the edge
_FEWEST = 5  # rows on each side of a gutter
_FULL = 0.6  # of a column's width: a line of running text fills it so far
_WORDS = 12  # letters that a line of running text has at least, on the average
_CELLS_APART = 1.1  # of the letters' size
_FAR = 3.0  # of the letters' size: words so far apart are cells, whatever stands above and below them
_CLOSE = 1.6  # of the letters' size: two lines of one paragraph are no further apart
_ALIGNED = 0.5  # of the letters' size
_EVEN = 0.4  # of the widest gap of a row: what its narrowest has at least where it is justified
_MOST_GUTTERS = 60
_OPENING, _CLOSING = "([{«„“", ".,;:!?)]}»”/"


class Line(NamedTuple):
    """A line as it is read. `left` and `edge` bound its column, `lead` is the width of its first word.

    `cells`: it is a row of a table, whose cells stand apart by tabs. `y` is its baseline, `column` counts the
    columns of its page. `across`: it stands on its side, beside a page of upright text.
    """

    text: str
    x: float
    right: float
    y: float
    size: float
    bold: bool
    lead: float
    left: float
    edge: float
    column: int = 0
    cells: bool = False
    across: bool = False


def lines(rows: Sequence[Row], first: int = 0) -> list[Line]:
    """The lines of a page in their order of reading; `first` is the number of their first column."""
    out: list[Line] = []
    for column, block in enumerate(_blocks(rows), start=first):
        left, edge = min(row.x for row in block), max(row.right for row in block)
        tables = _tables(block)
        for at, row in enumerate(block):
            out.append(_line(row, tables.get(at, ()), (left, edge), column))
    return out


def _line(row: Row, corridors: Sequence[float], bounds: tuple[float, float], column: int) -> Line:
    text = ""
    for before, word in zip((None, *row.words), row.words, strict=False):
        if before:
            text += "\t" if any(before.right <= x <= word.x for x in corridors) else " "
        text += word.text
    letters = sum(len(word.text) for word in row.words)
    bold = sum(len(word.text) for word in row.words if word.bold) * 10 > letters * 9
    return Line(text, row.x, row.right, row.y, row.size, bold, _lead(row), *bounds, column, bool(corridors))


def _lead(row: Row) -> float:
    """Width of the first word with the marks that no line end may part from it, though spaces stand between them.

    Unicode's rules of line breaking (UAX 14, LB13 and LB14) hold closing marks to what stands before and opening
    ones to what stands behind them.
    """
    end = row.words[0].right
    for one, two in zip(row.words, row.words[1:], strict=False):
        if one.text[-1] not in _OPENING and two.text[0] not in _CLOSING:
            break
        end = two.right
    return end - row.x


def _blocks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Stretches of rows, each one column wide."""
    found = _columns(rows) if len(rows) >= _FEWEST else None
    if found is None:
        if rows:
            yield rows
        return
    first, last, x = found
    yield from _blocks(rows[:first])
    for side in _sides(rows[first:last], x):
        yield from _blocks(side)
    yield from _blocks(rows[last:])


def _sides(rows: Iterable[Row], x: float) -> tuple[list[Row], list[Row]]:
    left, right = [], []
    for row in rows:
        one = tuple(word for word in row.words if word.x < x)
        two = row.words[len(one) :]
        if one:
            left.append(Row(row.y, one))
        if two:
            right.append(Row(row.y, two))
    return left, right


def _columns(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """The rows that a gutter parts, and where it is: the gutter that parts the most rows of running text."""
    best: tuple[int, int, float] | None = None
    most = _FEWEST - 1
    for x in _gutters(rows):
        for first, last in _runs(rows, x):
            left, right = _sides(rows[first:last], x)
            count = min(len(left), len(right))
            if count > most and _running_text(left) and _running_text(right) and _wide(left, right):
                best, most = (first, last, x), count
    return best


def _gutters(rows: Sequence[Row]) -> list[float]:
    """Middles of gaps that may be gutters, those that stand in the most rows first."""
    left, right = min(row.x for row in rows), max(row.right for row in rows)
    margin, count = _MARGIN * (right - left), dict[int, int]()
    for row in rows:
        for a, b in _gaps(row, _GUTTER):
            if left + margin < (a + b) / 2 < right - margin:
                for place in range(int(a) // 3, int(b) // 3 + 1):
                    count[place] = count.get(place, 0) + 1
        # The lines of two columns need not stand at one height.
        if left + margin < row.x < right - margin:
            place = int(row.x - _GUTTER / 2 * row.size) // 3
            count[place] = count.get(place, 0) + 1
    places = sorted(count, key=lambda place: (-count[place], place))
    return [place * 3 + 1.5 for place in places[:_MOST_GUTTERS]]


def _gaps(row: Row, least: float) -> Iterator[tuple[float, float]]:
    for one, two in zip(row.words, row.words[1:], strict=False):
        if two.x - one.right >= least * max(one.size, two.size):
            yield one.right, two.x


def _runs(rows: Sequence[Row], x: float) -> Iterator[tuple[int, int]]:
    """Stretches of rows that do not cross a vertical line, some on both sides of it."""
    start = 0
    for at, row in enumerate([*rows, None]):
        if row is not None and not _crosses(row, x):
            continue
        if at - start >= _FEWEST:
            yield start, at
        start = at + 1


def _crosses(row: Row, x: float) -> bool:
    if not row.x < x < row.right:
        return False
    at = next((at for at, word in enumerate(row.words) if word.x >= x), len(row.words))
    one, two = row.words[at - 1], row.words[at] if at < len(row.words) else None
    return two is None or one.right > x or two.x - one.right < _GUTTER * max(one.size, two.size)


def _running_text(rows: Sequence[Row]) -> bool:
    left, edge = min(row.x for row in rows), max(row.right for row in rows)
    full = sum(row.right - row.x >= _FULL * (edge - left) for row in rows)
    letters = sum(len(word.text) for row in rows for word in row.words)
    return full * 2 >= len(rows) and letters >= _WORDS * len(rows)


def _wide(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether a gutter is wide enough; a page number may stand in it."""
    ends, begins = sorted(row.right for row in left), sorted(row.x for row in right)
    gutter = begins[len(begins) // 20] - ends[-1 - len(ends) // 20]
    return gutter >= _GUTTER * median(row.size for row in left)


def _tables(rows: Sequence[Row]) -> dict[int, tuple[float, ...]]:
    """For each row of a table, by its place, where its cells part.

    A table is three rows or more whose gaps stand below each other, or two with several, and whose cells are
    aligned. In justified text gaps meet by chance, but its rows are spread evenly from edge to edge.
    """
    out: dict[int, tuple[float, ...]] = {}
    edge = sorted((row.right for row in rows), reverse=True)[len(rows) // 10]
    start = 0
    common: list[tuple[float, float]] = []
    for at, row in enumerate([*rows, None]):
        gaps = list(_gaps(row, _CELLS_APART)) if row and not _spread(row, edge) else []
        meeting = list(_meeting(common, gaps))
        if row is not None and common and meeting:
            common = meeting
            continue
        out |= _table(rows[start:at], start, common) or _apart(rows, range(start, at), edge)
        start, common = at, gaps
    return out


def _apart(rows: Sequence[Row], span: range, edge: float) -> dict[int, tuple[float, ...]]:
    """Rows whose words stand so far apart that they are no line of text: signatures, the head of a table.

    What follows a full line closely is text, however a program has spread it.
    """
    out: dict[int, tuple[float, ...]] = {}
    for at in span:
        row, before = rows[at], rows[at - 1] if at else None
        follows = before and edge - before.right < row.size and row.y - before.y < _CLOSE * row.size
        gaps = [] if follows or _spread(row, edge) else list(_gaps(row, _FAR))
        if gaps:
            out[at] = tuple((a + b) / 2 for a, b in gaps)
    return out


def _spread(row: Row, edge: float) -> bool:
    """Whether a row ends at its column's edge and its words stand equally far apart, as justified text does."""
    gaps = [two.x - one.right for one, two in zip(row.words, row.words[1:], strict=False)]
    return edge - row.right < _ALIGNED * row.size and min(gaps, default=0) >= _EVEN * max(gaps, default=0)


def _meeting(one: Iterable[tuple[float, float]], two: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    for a, b in one:
        for c, d in two:
            if min(b, d) - max(a, c) > 2:
                yield max(a, c), min(b, d)


def _table(rows: Sequence[Row], start: int, common: Sequence[tuple[float, float]]) -> dict[int, tuple[float, ...]]:
    aligned = [gap for gap in common if _aligned(rows, gap)]
    if len(rows) < 2 or not aligned or (len(rows) == 2 and len(aligned) < 2):
        return {}
    corridors = tuple((a + b) / 2 for a, b in common)
    return dict.fromkeys(range(start, start + len(rows)), corridors)


def _aligned(rows: Sequence[Row], gap: tuple[float, float]) -> bool:
    """Whether most of the words behind the gap begin or end below each other."""
    behind = [_behind(row, gap) for row in rows]
    slack = _ALIGNED * rows[0].size
    begins, ends = [word.x for word in behind], [word.right for word in behind]
    return max(_near(begins, slack), _near(ends, slack)) * 5 >= len(rows) * 4


def _near(edges: Sequence[float], slack: float) -> int:
    middle = median(edges)
    return sum(abs(edge - middle) <= slack for edge in edges)


def _behind(row: Row, gap: tuple[float, float]) -> Word:
    return next(word for word in row.words if word.x >= (gap[0] + gap[1]) / 2)
