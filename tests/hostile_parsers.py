"""Parsers that do harm, as kinds of file for `Child(plugins=["hostile_parsers"])`: only the child process loads them.

The bytes of a "file" are what a parser is given to do it with: a path, a port.
"""

import ctypes
import importlib
import os
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from qatynas.documents.deadline import latest
from qatynas.documents.extracted import Extracted
from qatynas.documents.extractors import EXTRACTORS, Extractor
from qatynas.documents.part import Part
from qatynas.documents.told import Told
from qatynas.errors import Refused

HEAD = b"%%HARM %s\n"  # how a file of such a kind begins
kept: list[bytes] = []


def of(text: str) -> Extracted:
    return Extracted(text=text, extractor="fake/1")


def plain(data: bytes) -> Extracted:
    return of(data.decode())


def process(data: bytes) -> Extracted:
    return of(str(os.getpid()))


def segfault(data: bytes) -> Extracted:
    return of(str(ctypes.string_at(0)))


def endless(data: bytes) -> Extracted:
    while True:
        time.sleep(0.01)


def deaf(data: bytes) -> Extracted:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        pass


def swelling(data: bytes) -> Extracted:
    pieces = []
    while True:
        pieces.append(bytearray(10_000_000))


def leaking(data: bytes) -> Extracted:
    kept.append(b"x" * int(data))
    return of(str(os.getpid()))


def printing(data: bytes) -> Extracted:
    print("\0\0\0\1x" * 1000)
    os.write(1, b"\0\0\0\1x")
    print("a complaint" * 100_000, file=sys.stderr)
    return of(f"printed; {sys.stdin.read()!r} was typed")


def closing(data: bytes) -> Extracted:
    os.closerange(0, 256)
    return of("closed")


def raising(data: bytes) -> Extracted:
    raise ValueError("bad\nthings \ud800 at " + "x" * 1000)


def leaving(data: bytes) -> Extracted:
    sys.exit("gone")


def vanishing(data: bytes) -> Extracted:
    os._exit(3)


def nested(data: bytes) -> Extracted:
    return nested(data)


def killed(data: bytes) -> Extracted:
    signal.raise_signal(signal.SIGKILL)
    return of("alive")


def lying(data: bytes) -> Extracted:
    """Answers through every pipe that it finds, with what is no answer."""
    for number in range(3, 64):
        try:
            os.write(number, b"\xff\xff\xff\xff" if data == b"long" else b"\0\0\0\3abc")
        except OSError:
            continue
    return of("the truth")


def writing(data: bytes) -> Extracted:
    return tried(lambda: Path(os.fsdecode(data)).write_text("written"))


def appending(data: bytes) -> Extracted:
    return tried(lambda: os.open(data, os.O_WRONLY | os.O_APPEND))


def removing(data: bytes) -> Extracted:
    return tried(lambda: Path(os.fsdecode(data)).unlink())


def connecting(data: bytes) -> Extracted:
    return tried(lambda: socket.create_connection(("127.0.0.1", int(data)), timeout=2))


def starting(data: bytes) -> Extracted:
    return tried(lambda: subprocess.run([sys.executable, "-c", f"open({os.fsdecode(data)!r}, 'w')"], check=True))


def forking(data: bytes) -> Extracted:
    return tried(os.fork)


def reading(data: bytes) -> Extracted:
    return tried(lambda: Path(os.fsdecode(data)).read_bytes())


def listing(data: bytes) -> Extracted:
    return tried(lambda: os.listdir(data))  # noqa: PTH208


def importing(data: bytes) -> Extracted:
    return tried(lambda: importlib.import_module(data.decode()))


def native(data: bytes) -> Extracted:
    """What a parser in C could do: read, write, run a program, call. The first word of the bytes tells what."""
    libc = ctypes.CDLL(None, use_errno=True)
    what, _, given = data.partition(b" ")
    if what == b"read":
        done = libc.open(given, os.O_RDONLY)
    elif what == b"write":
        done = libc.open(given, os.O_WRONLY | os.O_CREAT, 0o644)
    elif what == b"remove":
        done = libc.unlink(given)
    elif what == b"run":
        done = libc.system(b"touch " + given)
    else:
        place = struct.pack("=HH4s8x", socket.AF_INET, socket.htons(int(given)), b"\x7f\0\0\1")
        done = libc.connect(libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0), place, len(place))
    return of(f"{done} {os.strerror(ctypes.get_errno()) if done < 0 else ''}".strip())


def environment(data: bytes) -> Extracted:
    return of("\n".join(sorted(os.environ)))


def halves(data: bytes) -> Extracted:
    part = Part("heading", 0, 3, label="\ud800")
    return Extracted(text="a\ud800b", extractor="fake/1", parts=(part,), told=Told(authors=("x\udfff",)))


def long(data: bytes) -> Extracted:
    parts = (Part("page", 0, 2, 1), Part("page", 2, 200, 2))
    return Extracted(text="ab" * 100, extractor="fake/1", parts=parts, partly="pages: 2 of 3 were read")


def paged(data: bytes) -> Extracted:
    """Gives a page every tenth of a second until it is time to stop."""
    pages = 0
    while time.monotonic() < latest():
        time.sleep(0.1)
        pages += 1
    return Extracted(text="page\f" * pages, extractor="fake/1", partly=f"timeout: only {pages} pages were read")


def refusing(data: bytes) -> Extracted:
    raise Refused("encrypted: a password is wanted")


def tried(act: Callable[[], object]) -> Extracted:
    try:
        return of(f"done: {act()!r:.80}")
    except OSError as error:
        return of(f"{type(error).__name__}: {error}")


def _offer(name: str, parser: Callable[[bytes], Extracted]) -> None:
    module = ModuleType(f"qatynas.documents.hostile_{name}")
    module.extract = lambda data: parser(data.removeprefix(HEAD % name.encode()))  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module
    EXTRACTORS[name] = Extractor("application/x-fake", f"hostile_{name}")


KINDS = {
    name: parser
    for name, parser in list(globals().items())
    if getattr(parser, "__annotations__", {}) == {"data": bytes, "return": Extracted}
}


def offer() -> None:
    """Let this process's `extract` know them."""
    for name, parser in KINDS.items():
        _offer(name, parser)


if sys.argv[0] == "-c":  # as the child is started
    offer()
