"""The process in which files are opened that somebody hostile may have made. `extraction` starts it and asks it.

It takes a request and gives an answer, one after another, each a length (4 bytes, big-endian) and MessagePack.
Its memory has a limit; it may write no file, start no program and reach no network: whatever a parser is led to
try, it cannot. Time is watched from outside, for a parser that hangs hears nothing.

    python -m qatynas.documents.child
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any

import msgspec

from qatynas.documents.extracted import Extracted
from qatynas.errors import Refused
from qatynas.settings import limit

HEADER = 4  # bytes of a length

_FORBIDDEN = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec",
    "os.posix_spawn", "os.spawn", "os.fork", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink",
    "os.chmod", "os.truncate", "shutil.", "ftplib.", "http.client.", "smtplib.", "urllib.Request", "webbrowser.",
)  # fmt: skip
"""Audit events (PEP 578) by which code leaves its process; a name that ends in a full stop stands for a family."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Request(msgspec.Struct, frozen=True):
    """A file to be read: the kind that `media` found and its bytes."""

    kind: str
    data: bytes


class Answer(msgspec.Struct, frozen=True):
    """What came of a request: the text, or the reason of the refusal. `last`: the process is worn out and ends."""

    extracted: Extracted | None = None
    refused: str = ""
    last: bool = False


def answer(request: Request) -> Answer:
    """Read one file; whatever goes wrong in a parser is a refusal, never an exception."""
    from qatynas.documents.extractors import extract

    try:
        return Answer(extract(request.kind, request.data))
    except Refused as refused:
        return Answer(refused=refused.reason)
    except MemoryError:
        return Answer(refused=f"oom: more than {limit('parse_memory_bytes'):,} bytes of memory are wanted", last=True)
    except RecursionError:
        return Answer(refused=f"damaged: the {request.kind} is nested too deeply")
    except Exception as error:
        told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Answer(refused=f"damaged: the {request.kind} cannot be read ({told})")


def frames(stream: IO[bytes]) -> Iterator[bytes]:
    """Messages of a stream until it ends or breaks off."""
    while len(header := stream.read(HEADER)) == HEADER:
        size = int.from_bytes(header, "big")
        body = stream.read(size)
        if len(body) < size:
            return
        yield body


def framed(message: bytes) -> bytes:
    """A message as it goes over the pipe."""
    return len(message).to_bytes(HEADER, "big") + message


def main() -> None:
    """Serve until the parent closes the pipe."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # A parser that prints must not be taken for an answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _bound()
    sys.addaudithook(_guard)
    read = msgspec.msgpack.Decoder(Request)
    for message in frames(requests):
        given = answer(read.decode(message))
        with suppress(BrokenPipeError):
            answers.write(framed(msgspec.msgpack.encode(given)))
            answers.flush()
        if given.last:
            return


def _bound() -> None:
    """Limit memory and the size of files, where the system knows such limits (Windows does not)."""
    if sys.platform == "win32":
        return
    import resource

    most = limit("parse_memory_bytes")
    for what, value in ((resource.RLIMIT_AS, most), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # a lower limit may be in force already
            resource.setrlimit(what, (value, value))


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        _, mode, flags = arguments
        writing = flags & _WRITING if isinstance(flags, int) and mode is None else set(mode or "") & set("wax+")
        if writing:
            raise PermissionError("a file is opened only for reading here")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(f"not allowed while a document is opened: {event}")


if __name__ == "__main__":
    main()
