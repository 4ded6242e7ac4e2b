"""Programs of others that take part in opening a file (OCRmyPDF, LibreOffice): started, watched, ended.

Each runs in a process group of its own, so that what it starts ends with it; its input is nothing, its output nobody's.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from qatynas.errors import Refused

_RUNNING: set["subprocess.Popen[bytes]"] = set()


class Ended(NamedTuple):
    """How a program ended: its exit status, and what it told on standard error."""

    status: int
    told: str


def run(command: Sequence[str], environment: Mapping[str, str], seconds: float) -> Ended:
    """Run a program to its end. Raises `Refused`: `timeout` after so many seconds."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=dict(environment),
        start_new_session=True,
    )
    _RUNNING.add(process)
    try:
        _, told = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        raise Refused(f"timeout: {Path(command[0]).name} was not done within {seconds} seconds") from None
    except BaseException:  # Ctrl-C: what was started ends with us
        _end(process)
        raise
    finally:
        _RUNNING.discard(process)
    return Ended(process.returncode, told.decode("utf-8", "replace"))


def stop() -> None:
    """End every program that runs, in whatever thread: whoever waits for it gets a refusal."""
    for process in list(_RUNNING):
        _kill(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    _kill(process)
    process.communicate()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill the program and those that it has started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
