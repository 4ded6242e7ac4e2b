"""What the process in which files are opened may not do: swell, write, start a program, reach a network, read around.

Limits are set where the system knows them (Windows knows none of these). An audit hook (PEP 578) refuses what
Python code does to leave its process, and on Linux the kernel what other code does; neither can be taken off again.
"""

import os
import sys
import sysconfig
from contextlib import suppress
from functools import lru_cache
from importlib.machinery import all_suffixes
from pathlib import Path
from typing import Any

from qatynas.settings import limit

_FORBIDDEN = (
    "socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostby", "socket.send",
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile", "pty.spawn",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.chown", "os.truncate",
    "os.utime", "os.setxattr", "os.removexattr", "os.kill", "signal.pthread_kill", "shutil.", "tempfile.", "ftplib.",
    "http.client.", "smtplib.", "imaplib.", "poplib.", "nntplib.", "telnetlib.", "urllib.Request", "webbrowser.",
    "sqlite3.connect", "syslog.", "winreg.CreateKey", "winreg.SetValue", "winreg.DeleteKey", "_winapi.CreateProcess",
)  # fmt: skip
"""Beginnings of the names of audit events (https://docs.python.org/3/library/audit_events.html)."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_IMPORTED = tuple(all_suffixes())
_OPEN = ("/proc/self/statm", os.devnull)  # what is read beside Python's own
_LIBRARIES = ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/nix/store", "/gnu/store")  # what C libraries need


def confine() -> None:
    """Put the limits and the guard on this process; they stay until it ends."""
    _bound()
    if sys.platform == "linux":
        from qatynas.documents.landlock import restrict

        libraries = [*_LIBRARIES, *filter(None, os.environ.get("LD_LIBRARY_PATH", "").split(":"))]
        restrict([*_homes(), *filter(None, sys.path), *libraries, sys.prefix, sys.base_prefix, *_OPEN])
    _within(__file__)  # what the guard itself needs is loaded before it stands
    sys.addaudithook(_guard)


def resident() -> int:
    """Bytes of memory that this process holds now; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return 0


def _bound() -> None:
    if sys.platform == "win32":
        return
    import resource

    most = limit("parse_memory_bytes")
    for what, value in ((resource.RLIMIT_AS, most), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # a lower limit may be in force already
            resource.setrlimit(what, (value, value))


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, mode, flags = arguments
        if (isinstance(flags, int) and flags & _WRITING) or set(mode or "") & set("wax+"):
            raise PermissionError("a file is opened only for reading here")
        _expect_own(path)
    elif event in ("os.listdir", "os.scandir"):
        _expect_own(arguments[0], listed=True)
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(f"not allowed while a document is opened: {event}")


def _expect_own(path: object, *, listed: bool = False) -> None:
    """Raise `PermissionError` unless the path is Python's, a library's or ours: the document came as bytes."""
    if isinstance(path, int):  # open already
        return
    name = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else "."
    if not (_within(name) or (listed and name in sys.path)):
        raise PermissionError("no other file is read while a document is opened")


@lru_cache(maxsize=10_000)
def _within(name: str) -> bool:
    if name in _OPEN:
        return True
    real = os.path.realpath(name)
    if real.startswith(_homes()) or name in sys.path:
        return True
    # A folder that somebody put on the path may hold anything: only what can be imported is read from it.
    return real.endswith(_IMPORTED) and real.startswith(_path())


@lru_cache(maxsize=1)
def _homes() -> tuple[str, ...]:
    """Folders of the standard library, of the installed libraries and of this package."""
    paths = sysconfig.get_paths()
    installed = [paths[kind] for kind in ("stdlib", "platstdlib", "purelib", "platlib")]
    sites = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    return _folders([*installed, *sites, str(Path(__file__).parents[1])])


@lru_cache(maxsize=1)
def _path() -> tuple[str, ...]:
    return _folders(filter(None, sys.path))


def _folders(paths: Any) -> tuple[str, ...]:
    return tuple({os.path.realpath(path).rstrip(os.sep) + os.sep for path in paths})
