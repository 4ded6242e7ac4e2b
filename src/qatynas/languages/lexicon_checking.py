"""Whether a user's lexicon can be read: every list is loaded with it, as reading does, and every mistake is found."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from qatynas.errors import DataFileError
from qatynas.languages import cell_values, headings
from qatynas.languages.lexicons import LEXICONS
from qatynas.languages.registry import READ, language
from qatynas.ontology.acts import acts
from qatynas.ontology.extension import Changes
from qatynas.ontology.folder import searched
from qatynas.ontology.lexicon import LOADERS, Lexicon, force, using
from qatynas.ontology.source_kinds import source_kinds

_WHOLE = ("not UTF-8", "not YAML")  # mistakes behind which the rest of a file tells nothing

_BUILT_IN = " (a built-in line: the lexicon changes what it rests on)"


class Checked(NamedTuple):
    """What a lexicon changes, by file, and its mistakes in the order of file and line; with one it changes nothing."""

    changes: Mapping[str, Changes]
    mistakes: tuple[DataFileError, ...]


def checked(folder: str | Path) -> Checked:
    """Load every list with the lexicon of a folder. Raises `QatynasError` where there is no such folder.

    A line that cannot be is noted and left out, and the list is loaded again, until nothing is wrong any more.
    """
    lexicon, mistakes = searched(folder)
    for load in _loads():
        while mistake := _mistake(load, lexicon):
            less = _without(lexicon, mistake)
            if less == lexicon:
                mistakes.append(DataFileError(mistake.file, mistake.line, f"{mistake.reason}{_BUILT_IN}"))
                break
            mistakes.append(mistake)
            lexicon = less
    told = {(one.file, one.line): one for one in mistakes}  # a built-in line may be wrong for several loaders
    return Checked({} if told else _changes(lexicon), tuple(told[place] for place in sorted(told)))


def _changes(lexicon: Lexicon) -> Mapping[str, Changes]:
    with using(lexicon):
        now = force()
        return dict(now.changes) if now else {}


def _loads() -> Iterator[Callable[[], object]]:
    """Every loader of every language; those of the ontology come first, as the others rest on them."""
    languages = [known for known in map(language, READ) if known]
    yield from (acts, source_kinds, headings.listed, cell_values.listed)
    yield from list(LOADERS)
    for known in languages:
        yield from (partial(known.lexicon, name) for name in LEXICONS)
        yield known.realisations


def _mistake(load: Callable[[], object], lexicon: Lexicon) -> DataFileError | None:
    with using(lexicon):
        try:
            load()
        except DataFileError as mistake:
            return mistake
    return None


def _without(lexicon: Lexicon, mistake: DataFileError) -> Lexicon:
    """The lexicon without the line of a table, or the realisation, that is wrong; the lines keep their numbers."""
    file = next((name for name, _ in lexicon.files if lexicon.path(name) == mistake.file), None)
    if file is None:
        return lexicon
    lines = (lexicon.data(file) or b"").split(b"\n")
    first, last = _lines(lines, mistake, file)
    left = b"\n".join(b"" if first <= number < last else line for number, line in enumerate(lines))
    return lexicon.changed(file, left)


def _lines(lines: list[bytes], mistake: DataFileError, file: str) -> tuple[int, int]:
    at = mistake.line - 1
    if mistake.reason.startswith(_WHOLE):
        return 0, len(lines)
    if not file.endswith(".yaml"):
        return at, at + 1
    begins = [number for number, line in enumerate(lines) if line.startswith(b"-")]
    first = max((number for number in begins if number <= at), default=0)
    return first, min((number for number in begins if number > at), default=len(lines))
