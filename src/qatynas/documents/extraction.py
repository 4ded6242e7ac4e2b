"""Asking the child process for the text of a file, and doing without it when it hangs, crashes or swells.

One child serves file after file, so that a parser is imported once; it is started when the first file comes, and
again after a file that it did not survive.
"""

import atexit
import subprocess
import sys
from signal import Signals
from threading import Lock, Timer
from typing import IO

import msgspec

from qatynas.documents.child import Answer, Request, framed, frames
from qatynas.documents.extracted import Extracted
from qatynas.errors import Refused
from qatynas.settings import limit

_ANSWER = msgspec.msgpack.Decoder(Answer)
_LIMITS = ("parse_seconds", "parse_memory_bytes", "max_pages", "max_inflated_bytes", "max_entries")


def extract(kind: str, data: bytes) -> Extracted:
    """The text of a file of a kind of `extractors`, read by the child.

    Raises `Refused`: what the extractor says, `timeout` after the setting `parse_seconds`, `oom` where more than
    `parse_memory_bytes` are wanted, `crash` where the process died.
    """
    return _CHILD.ask(Request(kind, data))


class _Child:
    """The process, if one runs, and the limits that it was started with."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._limits: tuple[int, ...] = ()
        self._lock = Lock()

    def ask(self, request: Request) -> Extracted:
        with self._lock:
            given = self._answer(request)
            if given.last:
                self.stop()
        if given.extracted is None:
            raise Refused(given.refused)
        return given.extracted

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)

    def _answer(self, request: Request) -> Answer:
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        seconds, late = limit("parse_seconds"), []

        def end() -> None:
            late.append(True)
            process.kill()

        timer = Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(framed(msgspec.msgpack.encode(request)))
            process.stdin.flush()
            message = next(frames(process.stdout), None)
        except BrokenPipeError:
            message = None
        finally:
            timer.cancel()
        if message is not None:
            return _ANSWER.decode(message)
        code = process.wait()
        self.stop()
        return Answer(refused=f"timeout: not read within {seconds} seconds" if late else _death(code))

    def _running(self) -> "subprocess.Popen[bytes]":
        limits = tuple(map(limit, _LIMITS))
        if self._process is not None and (self._process.poll() is not None or limits != self._limits):
            self.stop()
        if self._process is None:
            self._limits = limits
            self._process = subprocess.Popen(
                [sys.executable, "-B", "-X", "utf8", "-m", "qatynas.documents.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe:
            pipe.close()
    except BrokenPipeError:  # what was still to be written is of no use to anybody
        return


def _death(code: int) -> str:
    names = {signal.value: signal.name for signal in Signals}
    return f"crash: the process that opened it ended with {names.get(-code, f'status {code}')}"


_CHILD = _Child()
atexit.register(_CHILD.stop)
