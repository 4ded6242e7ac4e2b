"""A user's own lexicon: a folder of tables beside the built-in ones, and which one is in force.

Which lexicon is in force holds for one thread or task at a time (`contextvars`): two of them in one process do not
mix. What is made from lists is kept apart for each lexicon (`loaded`, `kept`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache, wraps
from hashlib import sha256
from typing import Any, ParamSpec, TypeVar, TypeVarTuple, cast

from qatynas.ontology.extension import Changes

P = ParamSpec("P")
R = TypeVar("R")
Ts = TypeVarTuple("Ts")
_LEXICONS = 2  # whose lists are kept at once: each takes as much memory as the built-in ones


@dataclass(frozen=True)
class Lexicon:
    """A user's tables as they stood when the folder was opened (`folder.opened`): path below it, and bytes.

    Two with the same tables are equal, wherever they lie. A file without any entry is none of `files`.
    """

    folder: str = field(compare=False)
    files: tuple[tuple[str, bytes], ...]

    @cached_property
    def sha256(self) -> str:
        """Hash of all its files by name and bytes."""
        seed = sha256()
        for name, data in self.files:
            seed.update(name.encode() + b"\0" + str(len(data)).encode() + b"\0" + data)
        return seed.hexdigest()

    def data(self, file: str) -> bytes | None:
        """Bytes of one of its files, null where it has no such file or no entry in it."""
        return dict(self.files).get(file)

    def path(self, file: str) -> str:
        """How errors name one of its files."""
        return f"{self.folder}/{file}"

    def changed(self, file: str, data: bytes) -> "Lexicon":
        """The same lexicon with other bytes in one of its files."""
        return replace(self, files=tuple((name, data if name == file else old) for name, old in self.files))


class Force:
    """A lexicon in force: what was made from the lists under it, and what its files change."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.changes: dict[str, Changes] = {}
        self._made: dict[Callable[..., Any], Callable[..., Any]] = {}

    def made(self, make: Callable[..., R], bare: Callable[..., R], most: int | None) -> Callable[..., R]:
        """What keeps the values of `make` under this lexicon; `bare` keeps those under none."""
        if not self.lexicon.files:
            return bare
        return self._made.get(make) or self._made.setdefault(make, lru_cache(most)(make))


_force: ContextVar[Force | None] = ContextVar("lexicon", default=None)
_of = lru_cache(maxsize=_LEXICONS)(Force)
LOADERS: list[Callable[[], object]] = []
"""Every loader of a list that has been imported, in the order of import: those that others rest on come first."""


def force() -> Force | None:
    """The lexicon in force with what is known under it, null where none was chosen."""
    return _force.get()


@contextmanager
def using(lexicon: Lexicon | None) -> Iterator[None]:
    """Read with this lexicon inside the block; `None` leaves in force what is."""
    before = _force.set(_of(lexicon) if lexicon else _force.get())
    try:
        yield
    finally:
        _force.reset(before)


def choose(lexicon: Lexicon | None) -> None:
    """Read with this lexicon from now on: for a process that does nothing else."""
    if lexicon:
        _force.set(_of(lexicon))


def loaded(load: Callable[[], R]) -> Callable[[], R]:
    """Make a loader of a list load once for each lexicon."""
    bare = cache(load)

    @wraps(load)
    def call() -> R:
        now = _force.get()
        return bare() if now is None else now.made(load, bare, 1)()

    LOADERS.append(call)
    return call


def kept(most: int | None) -> Callable[[Callable[[*Ts], R]], Callable[[*Ts], R]]:
    """Keep the values, `most` of them at once, of a function whose values depend on lists, for each lexicon.

    The function takes its arguments by place.
    """

    def decorate(make: Callable[[*Ts], R]) -> Callable[[*Ts], R]:
        bare = lru_cache(most)(make)

        @wraps(make)
        def call(*args: *Ts) -> R:
            now = _force.get()
            return bare(*args) if now is None else now.made(make, bare, most)(*args)

        _KEPT[call] = lambda now: bare if now is None else now.made(make, bare, most)
        return call

    return decorate


_KEPT: dict[Callable[..., Any], Callable[[Force | None], Callable[..., Any]]] = {}


def here(function: Callable[[*Ts], R]) -> Callable[[*Ts], R]:
    """A kept function as it is under the lexicon now in force: for a loop that asks it of every word."""
    return cast("Callable[[*Ts], R]", _KEPT[function](_force.get()))
