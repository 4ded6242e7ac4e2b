"""The kernel's own guard, where it has one: Landlock (Linux 5.13 and later).

What Python code tries, an audit hook refuses (`confinement`); what a parser in C or C++ may be led to try, only the
kernel can. Source: https://docs.kernel.org/userspace-api/landlock.html.
"""

import ctypes
import os
import struct
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # numbers of the system calls, the same on every architecture
_VERSION = 1  # flag that asks for the version
_PATH_BENEATH = 1  # kind of rule
_NO_NEW_PRIVILEGES = 38  # of prctl: without it only root may restrict itself
_READ = 1 << 2 | 1 << 3  # files and folders
_RIGHTS = ((1, 13), (2, 14), (3, 15), (5, 16))
"""From which version on how many rights over files are known: all that are known are taken."""
_NETWORK = 1 | 2  # to bind and to connect over TCP, from version 4 on
_OUTSIDE = 1 | 2  # abstract sockets and signals to processes outside, from version 6 on


def restrict(readable: Iterable[str]) -> bool:
    """Let this process read below these paths, and do no more with files: neither write nor run, nor call by TCP.

    It holds until the process ends. False where the system knows no such thing, or does not allow it.
    """
    try:
        system: Any = ctypes.CDLL(None, use_errno=True)
        version = system.syscall(_CREATE, None, ctypes.c_size_t(0), _VERSION)
    except (OSError, AttributeError, TypeError):  # no such library: another system
        return False
    if version < 1:
        return False
    rights = (1 << max(number for since, number in _RIGHTS if since <= version)) - 1
    wanted = [rights, *[_NETWORK] * (version >= 4), *[_OUTSIDE] * (version >= 6)]
    asked = struct.pack(f"={len(wanted)}Q", *wanted)
    rules = system.syscall(_CREATE, asked, ctypes.c_size_t(len(asked)), 0)
    if rules < 0:
        return False
    try:
        for path in set(readable):
            _allow(system, rules, path)
        system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(system.syscall(_RESTRICT, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow(system: Any, rules: int, path: str) -> None:
    with suppress(OSError):  # what is not there need not be read
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            right = _READ if Path(path).is_dir() else _READ & ~(1 << 3)
            system.syscall(_ADD, rules, _PATH_BENEATH, struct.pack("=Qi", right, place), 0)
        finally:
            os.close(place)
