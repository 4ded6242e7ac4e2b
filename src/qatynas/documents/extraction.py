"""Asking a child process for the text of a file, and doing without it when it hangs, crashes or swells.

A child serves file after file, so that a parser is imported once. It is started when a file comes and none is idle,
and again after a file that it did not survive; there are never more than threads that ask at once, nor than processors.
"""

import atexit
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from signal import Signals
from threading import BoundedSemaphore, Lock, Timer
from typing import IO, Any

import msgspec

from qatynas.documents.child import WANT_OF_MEMORY, Answer, frames, send
from qatynas.documents.extracted import Extracted
from qatynas.errors import Refused
from qatynas.settings import SETTINGS, limit, setting

START_SECONDS = 60  # a child that is not ready by then will never be

_ANSWER = msgspec.msgpack.Decoder(Answer)
_BEGIN = "import sys; from qatynas.documents.child import main; main(sys.argv[1:])"
# The folder of the documents is no place to import from (-P), nor is anything to be written beside a module (-B).
_OPTIONS = ("-P", "-s", "-B", "-X", "utf8")
_KEPT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH", "SYSTEMROOT", "WINDIR", "PYTHONHOME")
_TAME = {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}


def extract(kind: str, data: bytes) -> Extracted:
    """The text of a file of a kind of `extractors`, read by a child.

    Raises `Refused`: what the extractor says, `timeout` after the setting `parse_seconds`, `oom` where more than
    `parse_memory_bytes` are wanted, `crash` where the process died.
    """
    with _CHILDREN.one() as child:
        return child.ask(kind, data)


def stop() -> None:
    """End all children, also those that are at work: whoever waits for one gets a refusal. They start again."""
    _CHILDREN.stop()


class Child:
    """One process, started when the first file comes. `plugins` are modules that it loads before it is confined."""

    def __init__(self, plugins: Sequence[str] = ()) -> None:
        self._plugins = plugins
        self._process: subprocess.Popen[bytes] | None = None
        self._settings: tuple[int | str, ...] = ()
        self._lock = Lock()

    def ask(self, kind: str, data: bytes) -> Extracted:
        """The text of one file; raises `Refused` as `extract` does. Threads take turns."""
        with self._lock:
            try:
                given = self._answer(kind, data)
            except BaseException:
                # An answer that nobody took would be taken for that of the next file.
                self._end()
                raise
            if given.last:
                self._end()
        if given.extracted is None:
            raise Refused(given.refused)
        return given.extracted

    def stop(self) -> None:
        """End the process, whoever waits for it."""
        if (process := self._process) is not None:
            process.kill()
        if self._lock.acquire(timeout=1):
            try:
                self._end()
            finally:
                self._lock.release()

    def forget(self) -> None:
        """Let go of a process that is another's: this one is a fork of the one that started it."""
        process, self._process = self._process, None
        if process is not None:
            process.returncode = 0  # not ours to wait for
            _close(process)

    @property
    def pid(self) -> int | None:
        """Number of the process, where one runs."""
        return self._process.pid if self._process else None

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            _close(process)

    def _answer(self, kind: str, data: bytes) -> Answer:
        process = self._running()
        seconds = limit("parse_seconds")
        with _killed_after(process, seconds) as late:
            message = _exchange(process, (kind.encode(), data))
        if message is not None:
            with suppress(msgspec.MsgspecError):
                given = _ANSWER.decode(message)
                return msgspec.structs.replace(given, last=given.last or bool(late))
        return Answer(refused=_timeout(seconds) if late else _death(process), last=True)

    def _running(self) -> "subprocess.Popen[bytes]":
        now = tuple(setting(each.name) for each in SETTINGS)
        if self._process is not None and (self._process.poll() is not None or now != self._settings):
            self._end()
        if self._process is None:
            self._settings, self._process = now, _started(self._plugins)
            with _killed_after(self._process, START_SECONDS):
                ready = _exchange(self._process, ())
            if ready is None:
                self._end()
                raise Refused("crash: the process that opens files cannot be started")
        return self._process


class _Children:
    """As many children as threads ask at once."""

    def __init__(self) -> None:
        self._idle: list[Child] = []
        self._all: list[Child] = []
        self._free = BoundedSemaphore(os.cpu_count() or 1)

    @contextmanager
    def one(self) -> Iterator[Child]:
        with self._free:
            try:
                child = self._idle.pop()
            except IndexError:
                child = Child()
                self._all.append(child)
            try:
                yield child
            finally:
                self._idle.append(child)

    def stop(self) -> None:
        for child in self._all:
            child.stop()

    def forget(self) -> None:
        for child in self._all:
            child.forget()


def _started(plugins: Sequence[str]) -> "subprocess.Popen[bytes]":
    ours = str(Path(__file__).parents[2])
    path = [os.path.abspath(folder) for folder in [*filter(None, sys.path), ours]]  # noqa: PTH100
    told = {name: value for name, value in os.environ.items() if name.startswith("QATYNAS_") or name in _KEPT}
    options: dict[str, Any] = {"process_group": 0}
    if sys.platform == "win32":
        options = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    try:
        return subprocess.Popen(
            [sys.executable, *_OPTIONS, "-c", _BEGIN, *plugins],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=told | _TAME | {"PYTHONPATH": os.pathsep.join(dict.fromkeys(path))},
            **options,  # a group of its own: Ctrl-C is for the parent
        )
    except (OSError, ValueError) as error:
        raise Refused(f"crash: the process that opens files cannot be started ({error})") from None


@contextmanager
def _killed_after(process: "subprocess.Popen[bytes]", seconds: int) -> Iterator[list[bool]]:
    """Kill the process unless the block is done in time; gives a list that has an item then."""
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        process.kill()

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
        timer.join()  # or it might kill the process at the next file


def _exchange(process: "subprocess.Popen[bytes]", messages: Sequence[bytes]) -> bytes | None:
    """Send frames and take one; null where the process died over it."""
    assert process.stdin is not None and process.stdout is not None
    try:
        for message in messages:
            send(process.stdin, message)
        return next(frames(process.stdout, limit("parse_memory_bytes")), None)
    except OSError:  # a broken pipe, by whatever name the system calls it
        return None


def _close(process: "subprocess.Popen[bytes]") -> None:
    pipes: tuple[IO[bytes] | None, ...] = (process.stdin, process.stdout)
    for pipe in filter(None, pipes):
        with suppress(OSError):
            pipe.close()


def _timeout(seconds: int) -> str:
    return f"timeout: not read within {seconds:,} seconds"


def _death(process: "subprocess.Popen[bytes]") -> str:
    try:
        code = process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        return "crash: the process that opened it gave no answer"
    names = {-signal.value: signal.name for signal in Signals}
    if code == WANT_OF_MEMORY:
        return f"oom: more than {limit('parse_memory_bytes'):,} bytes of memory are wanted"
    if names.get(code) == "SIGKILL":
        return "oom: the system ended the process that opened it, most likely for want of memory (SIGKILL)"
    return f"crash: the process that opened it ended with {names.get(code, f'status {code}')}"


def _forget() -> None:
    global _CHILDREN
    _CHILDREN.forget()
    _CHILDREN = _Children()


_CHILDREN = _Children()
atexit.register(lambda: _CHILDREN.stop())
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
