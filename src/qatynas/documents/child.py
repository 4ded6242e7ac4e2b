"""The process in which files are opened that somebody hostile may have made. `extraction` starts it and asks it.

It says that it is ready, then takes requests and gives answers, one after another: two frames (kind, bytes), and one
frame (MessagePack) in return; a frame is a length (4 bytes, big-endian) and so many bytes. `confinement` keeps it
from doing harm. Time is watched from outside, for a parser that hangs hears nothing.
"""

import os
import signal
from collections.abc import Iterator
from importlib import import_module
from itertools import count
from typing import IO, Any

import msgspec

from qatynas.documents import deadline
from qatynas.documents.confinement import confine, resident
from qatynas.documents.extracted import Extracted
from qatynas.documents.original import SURROGATE, cut
from qatynas.errors import Refused
from qatynas.settings import limit

HEADER = 4  # bytes of a length
WANT_OF_MEMORY = 77  # exit status: where memory has run out, no answer can be made any more
FILES = 500  # after so many the process is worn out: what parsers leak is given back
SHARE = 0.25  # of the memory that it may take; what holds more between two files is worn out, too
SPARE = 5  # seconds after which it ends by itself, where whoever should end it is gone


class Answer(msgspec.Struct, frozen=True):
    """What came of a request: the text, or the reason of the refusal. `last`: the process is worn out and ends."""

    extracted: Extracted | None = None
    refused: str = ""
    last: bool = False


def answer(kind: str, data: bytes) -> Answer:
    """Read one file; whatever goes wrong in a parser is a refusal. Raises only `MemoryError`."""
    from qatynas.documents.extractors import extract

    try:
        return Answer(_bounded(extract(kind, data)))
    except Refused as refused:
        return Answer(refused=refused.reason)
    except MemoryError:
        raise
    except RecursionError:
        return Answer(refused=f"damaged: the {kind} is nested too deeply")
    except BaseException as error:  # a library in another language may panic, or exit
        return Answer(refused=f"damaged: the {kind} cannot be read ({_words(error)})")


def frames(stream: IO[bytes], most: int = 1 << 32) -> Iterator[bytes]:
    """Frames of a stream until it ends, breaks off, or one is longer than `most` bytes."""
    while len(header := _read(stream, HEADER)) == HEADER:
        size = int.from_bytes(header, "big")
        if size > most or len(body := _read(stream, size)) < size:
            return
        yield body


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one frame. The stream may be unbuffered: it then takes less at once than it is given."""
    for piece in (len(message).to_bytes(HEADER, "big"), message):
        rest = memoryview(piece)
        while rest:
            rest = rest[stream.write(rest) :]
    stream.flush()


def main(plugins: list[str]) -> None:
    """Serve until the parent closes the pipe; `plugins` are modules that are loaded first."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = _pipes()
    for plugin in plugins:
        import_module(plugin)
    confine()
    send(answers, b"")
    try:
        _serve(requests, answers)
    except BrokenPipeError:
        return
    except MemoryError:
        os._exit(WANT_OF_MEMORY)


def _serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    messages = frames(requests)
    for served in count(1):
        kind, data = next(messages, None), next(messages, None)
        if kind is None or data is None:
            return
        _alarm(limit("parse_seconds") + SPARE)
        deadline.begin()
        message, last = _answered(kind.decode(), data, served)
        send(answers, message)
        _alarm(0)
        if last:
            return
        del data, message


def _answered(kind: str, data: bytes, served: int) -> tuple[bytes, bool]:
    given = answer(kind, data)
    last = served >= FILES or resident() > SHARE * limit("parse_memory_bytes")
    encode = msgspec.msgpack.encode
    try:
        return encode(msgspec.structs.replace(given, last=last)), last
    except UnicodeEncodeError:
        whole = msgspec.convert(_mended(msgspec.to_builtins(given)), Answer)
        return encode(msgspec.structs.replace(whole, last=last)), last


def _bounded(extracted: Extracted) -> Extracted:
    """No more text than a document may have: what will not be kept need not be sent."""
    text, size = cut(extracted.text)
    if size is None:
        return extracted
    return msgspec.structs.replace(
        extracted,
        text=text,
        parts=tuple(part for part in extracted.parts if part.end <= len(text)),
        partly="; ".join(filter(None, (extracted.partly, size))),
    )


def _mended(value: Any) -> Any:
    """The value with U+FFFD for halves of surrogate pairs, which UTF-8 has not."""
    if isinstance(value, str):
        return SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _mended(each) for key, each in value.items()}
    return [_mended(each) for each in value] if isinstance(value, list | tuple) else value


def _words(error: BaseException) -> str:
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return told.encode("utf-8", "replace").decode()[:200]


def _read(stream: IO[bytes], size: int) -> bytes:
    pieces = []
    while size and (piece := stream.read(min(size, 1 << 20))):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, under numbers that no parser knows: what it prints is lost, and it finds nothing to read."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nowhere, number)
    os.close(nowhere)
    return requests, answers


def _alarm(seconds: int) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
