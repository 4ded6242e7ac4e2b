import os
import sys
from threading import Thread
from time import monotonic, sleep

import pytest

from qatynas.documents import program
from qatynas.errors import Refused

SLEEPING = """import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
time.sleep(60)"""


def python(code):
    return [sys.executable, "-c", code]


def test_a_program_tells_its_status_and_what_it_complained_of():
    done = program.run(python("import sys; sys.stderr.write('қате'); print('x'); sys.exit(3)"), os.environ, 20)
    assert (done.status, done.told) == (3, "қате")


def test_a_program_that_takes_too_long_ends_with_all_that_it_started():
    begun = monotonic()
    with pytest.raises(Refused, match=r"timeout: python.* was not done within 1 seconds"):
        program.run(python(SLEEPING), os.environ, 1)
    assert monotonic() - begun < 30


def test_whoever_stops_all_programs_frees_those_who_wait():
    found = []
    waiting = Thread(target=lambda: found.append(program.run(python(SLEEPING), os.environ, 60)))
    waiting.start()
    while not program._RUNNING:
        sleep(0.01)
    program.stop()
    waiting.join(20)
    assert found[0].status != 0
