"""How far a long command is: a bar on a terminal, a line now and then in a log."""

import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from qatynas.cli.screen import complain

EVERY = 10.0  # seconds between two lines of a log
LINES = 6  # the rate is that since so many lines ago: what comes is more like what just was than like the beginning


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """Tell on standard error how many of `total` documents are done; gives what to call after each of them."""
    if not sys.stderr.isatty():
        yield Log(total).step
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    shown = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="")

        def step() -> None:
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed:.1f} documents/s" if speed else "")

        yield step


class Log:
    """A line every `EVERY` seconds: count, rate, remaining time. Nothing where all is done sooner."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._told = deque([(monotonic(), 0)], maxlen=LINES)

    def step(self) -> None:
        """One more document is done."""
        self._done += 1
        now = monotonic()
        if now - self._told[-1][0] >= EVERY:
            complain(self._line(now))
            self._told.append((now, self._done))

    def _line(self, now: float) -> str:
        then, before = self._told[0]
        rate = (self._done - before) / (now - then)
        left = max(self._total - self._done, 0) / rate
        of = f" of {self._total:,}" if self._done <= self._total else ""
        return f"{self._done:,}{of} documents, {rate:.1f} documents/s, about {_duration(left)} left"


def _duration(seconds: float) -> str:
    """`40 s`, `12 min`, `3 h 20 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
