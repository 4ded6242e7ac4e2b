"""The child process with parsers that do harm: whatever they do, the file is refused and the next one is read."""

import gc
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from qatynas.documents import extraction
from qatynas.documents.extraction import Child
from qatynas.errors import QatynasError, Refused

ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits and signals are those of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is told by /proc")


def restrict_is_known(version: int = 1) -> bool:
    """Whether the kernel has that version of Landlock."""
    if sys.platform != "linux":
        return False
    import ctypes

    return ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) >= version


@pytest.fixture
def child(monkeypatch):
    monkeypatch.setenv("QATYNAS_PARSE_MEMORY_BYTES", "400000000")
    started = Child(["hostile_parsers"])
    yield started
    started.stop()


def reason(child: Child, kind: str, data: bytes = b"") -> str:
    with pytest.raises(Refused) as refused:
        child.ask(kind, data)
    return refused.value.reason


def told(child: Child, kind: str, data: object = b"") -> str:
    return child.ask(kind, data if isinstance(data, bytes) else os.fsencode(str(data))).text


HARM = {
    "segfault": "crash: the process that opened it ended with SIGSEGV",
    "vanishing": "crash: the process that opened it ended with status 3",
    "closing": "crash: the process that opened it ended with status 120",  # as Python does where it cannot write
    "killed": "oom: the system ended the process that opened it, most likely for want of memory (SIGKILL)",
    "swelling": "oom: more than 400,000,000 bytes of memory are wanted",
    "nested": "damaged: the nested is nested too deeply",
    "leaving": "damaged: the leaving cannot be read (SystemExit: gone)",
    "refusing": "encrypted: a password is wanted",
}


@POSIX
@pytest.mark.parametrize("kind", HARM)
def test_a_parser_that_comes_to_grief_costs_its_file_and_the_next_is_read(child, kind):
    assert told(child, "plain", "before") == "before"
    assert reason(child, kind) == HARM[kind]
    assert told(child, "plain", "after") == "after"


def test_what_a_parser_raises_is_told_on_one_line(child):
    assert reason(child, "raising").startswith("damaged: the raising cannot be read (ValueError: bad things ? at xxx")
    assert len(reason(child, "raising")) < 300


@pytest.mark.parametrize("kind", ["endless", "deaf"])
def test_a_parser_that_hangs_is_ended(child, monkeypatch, kind):
    monkeypatch.setenv("QATYNAS_PARSE_SECONDS", "1")
    assert reason(child, kind) == "timeout: not read within 1 seconds"
    assert told(child, "plain", "after") == "after"


def test_a_parser_that_heeds_the_deadline_gives_what_it_has(child, monkeypatch):
    monkeypatch.setenv("QATYNAS_PARSE_SECONDS", "2")
    got = child.ask("paged", b"")
    pages = got.text.count("\f")
    assert 5 < pages < 16
    assert got.partly == f"timeout: only {pages} pages were read"


def test_the_time_of_each_file_begins_with_it(child, monkeypatch):
    monkeypatch.setenv("QATYNAS_PARSE_SECONDS", "2")
    assert child.ask("paged", b"").text.count("\f") - child.ask("paged", b"").text.count("\f") in range(-5, 6)


def test_what_a_parser_prints_is_no_answer_and_nothing_is_typed(child, capfd):
    assert told(child, "printing") == "printed; '' was typed"
    assert told(child, "plain", "after") == "after"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("data", [b"", b"long"])
def test_an_answer_that_is_none_is_a_crash(child, data):
    assert reason(child, "lying", data) == "crash: the process that opened it gave no answer"
    assert told(child, "plain", "after") == "after"


def test_a_file_larger_than_a_pipe_is_sent_and_answered(child):
    text = "Қазақстан " * 500_000
    assert told(child, "plain", text) == text


@POSIX
def test_a_child_that_dies_before_it_has_taken_the_whole_file_holds_nobody_up(child):
    assert told(child, "plain", "before") == "before"
    os.kill(child.pid, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(reason, child, "plain", b"x" * 10_000_000)
        time.sleep(0.3)
        os.kill(child.pid, signal.SIGKILL)
        assert waiting.result(timeout=10).startswith("oom: ")
    assert told(child, "plain", "after") == "after"


def test_nothing_is_written_or_removed(child, tmp_path):
    there = tmp_path / "there.txt"
    there.write_text("as it was", encoding="utf-8")
    for kind, path in (
        ("writing", tmp_path / "new.txt"),
        ("writing", there),
        ("appending", there),
        ("removing", there),
    ):
        assert told(child, kind, path).startswith("PermissionError: "), kind
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("there.txt", "as it was")]


def test_nobody_is_called(child):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        assert told(child, "connecting", listener.getsockname()[1]).startswith("PermissionError: ")
        with pytest.raises(TimeoutError):
            listener.accept()


@POSIX
def test_no_program_is_started(child, tmp_path):
    assert told(child, "starting", tmp_path / "started").startswith("PermissionError: ")
    assert told(child, "forking").startswith("PermissionError: ")
    assert list(tmp_path.iterdir()) == []


@POSIX
@pytest.mark.parametrize("path", ["/etc/passwd", "/proc/self/environ", "/proc/1/cmdline", "pyproject.toml"])
def test_no_file_is_read_but_what_belongs_to_python_and_to_us(child, path):
    assert told(child, "reading", path) == "PermissionError: no other file is read while a document is opened"


@pytest.mark.skipif(not restrict_is_known(), reason="this kernel has no Landlock")
def test_what_code_in_c_tries_the_kernel_refuses(child, tmp_path):
    there = tmp_path / "there.txt"
    there.write_text("as it was", encoding="utf-8")
    denied = "-1 Permission denied"
    assert told(child, "native", f"read {tmp_path}/there.txt") == denied
    assert told(child, "native", "read /etc/passwd") == denied
    assert told(child, "native", f"write {tmp_path}/new.txt") == denied
    assert told(child, "native", f"remove {there}") == denied
    told(child, "native", f"run {tmp_path}/run.txt")
    assert list(tmp_path.iterdir()) == [there]
    assert told(child, "native", f"read {os.__file__}").isdecimal()
    assert told(child, "importing", "lxml.html").startswith("done: <module")


@pytest.mark.skipif(not restrict_is_known(4), reason="this kernel has no Landlock for the network")
def test_what_code_in_c_calls_the_kernel_does_not_put_through(child):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        assert told(child, "native", f"call {listener.getsockname()[1]}") == "-1 Permission denied"
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_link_into_a_permitted_folder_leads_nowhere_else(child, tmp_path):
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "os.py").symlink_to(tmp_path / "secret")
    assert told(child, "reading", tmp_path / "os.py").startswith("PermissionError: ")
    assert (
        told(child, "reading", Path(os.__file__).parent / ".." / ".." / ".." / ".." / ".." / "etc" / "passwd")[:5]
        == "Permi"
    )


def test_no_folder_is_listed(child, tmp_path):
    assert told(child, "listing", tmp_path).startswith("PermissionError: ")


@pytest.mark.parametrize("module", ["xml.dom.minidom", "lxml.html", "qatynas.documents.jsonl", "encodings.kz1048"])
def test_what_a_parser_needs_is_imported_late(child, module):
    assert told(child, "importing", module).startswith("done: <module")


def test_the_folder_in_which_a_person_stands_is_no_place_to_import_from(child, tmp_path, monkeypatch):
    (tmp_path / "msgspec.py").write_text("open('caught', 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    assert told(child, "plain", "read") == "read"
    assert [path.name for path in tmp_path.iterdir()] == ["msgspec.py"]


def test_the_environment_is_not_handed_on_but_for_our_settings(child, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("QATYNAS_MAX_PAGES", "7")
    names = told(child, "environment").splitlines()
    assert "QATYNAS_MAX_PAGES" in names
    assert "AWS_SECRET_ACCESS_KEY" not in names


def test_halves_of_surrogate_pairs_become_signs_of_loss(child):
    got = child.ask("halves", b"")
    assert (got.text, got.parts[0].label, got.told.authors) == ("a\ufffdb", "\ufffd", ("x\ufffd",))


def test_a_text_is_cut_before_it_is_sent(child, monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_CHARACTERS", "20")
    got = child.ask("long", b"")
    assert (len(got.text), len(got.parts)) == (20, 1)
    assert got.partly == "pages: 2 of 3 were read; size: only the first 20 of 200 characters were read"


def test_one_process_serves_file_after_file_until_a_setting_changes(child, monkeypatch):
    first = told(child, "process")
    assert told(child, "process") == first
    monkeypatch.setenv("QATYNAS_MAX_PAGES", "7")
    assert told(child, "process") != first


def test_a_wrong_setting_is_an_error_of_the_person_not_of_the_file(child, monkeypatch):
    monkeypatch.setenv("QATYNAS_PARSE_SECONDS", "soon")
    with pytest.raises(QatynasError, match="QATYNAS_PARSE_SECONDS: a whole number of seconds is wanted") as error:
        child.ask("plain", b"")
    assert not isinstance(error.value, Refused)


@LINUX
def test_a_process_that_keeps_what_it_read_is_replaced_before_it_is_full(child):
    numbers = [told(child, "leaking", b"30000000") for _ in range(12)]
    assert 2 < len(set(numbers)) < 12
    assert numbers == sorted(numbers, key=numbers.index)


def processes() -> list[str]:
    """Children of this process, the dead ones that nobody has waited for too."""
    out = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            words = status.read_text().rpartition(")")[2].split()
            if words[1] == str(os.getpid()):
                out.append(status.parent.name)
    return out


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@LINUX
def test_no_process_no_pipe_and_no_thread_stays_behind(child, monkeypatch):
    monkeypatch.setenv("QATYNAS_PARSE_SECONDS", "1")
    told(child, "plain", "before")
    gc.collect()
    before, pipes = len(processes()), descriptors()
    for _ in range(3):
        for kind in ("segfault", "vanishing", "closing", "endless"):
            reason(child, kind)
        told(child, "plain", "between")
    assert (len(processes()), descriptors()) == (before, pipes)
    child.stop()
    assert (len(processes()), descriptors()) == (before - 1, pipes - 2)


def test_a_question_that_is_broken_off_leaves_no_answer_for_the_next(child, monkeypatch):
    """As Ctrl-C does while an answer is awaited."""
    told(child, "plain", "before")

    def interrupted(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(extraction, "frames", interrupted)
        with pytest.raises(KeyboardInterrupt):
            child.ask("plain", b"broken off")
    assert told(child, "plain", "after") == "after"


def test_threads_get_each_its_own_answer(child):
    with ThreadPoolExecutor(8) as pool:
        words = [f"text {number}" * number for number in range(200)]
        assert list(pool.map(lambda word: told(child, "plain", word), words)) == words


def run(script: str, *arguments: str, **options) -> "subprocess.CompletedProcess[str]":
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])}
    command = [sys.executable, "-W", "error", "-c", script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=env, **options)


FORKS = """
import os, sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from qatynas.documents.extraction import extract
def page(number):
    return extract("HTML", b"<html><body>%d" % number + b" text" * 1000).text.split()[0]
if __name__ == "__main__":
    own = page(0)
    with ProcessPoolExecutor(3, mp_context=get_context("fork")) as pool:
        found = list(pool.map(page, range(60)))
    assert found == [str(number) for number in range(60)], found
    assert page(61) == "61"
    if os.fork() == 0:
        assert page(62) == "62"
        sys.exit()
    assert os.wait()[1] == 0
    assert page(63) == "63"
    print("whole")
"""


@POSIX
@pytest.mark.skipif(sys.version_info >= (3, 14), reason="a fork with threads is warned of")
def test_forks_of_a_process_do_not_take_each_others_answers():
    done = run(FORKS)
    assert (done.stdout, done.stderr) == ("whole\n", "")


ENDS = """
import sys, threading
from qatynas.documents.extraction import extract, _CHILDREN
print(extract("HTML", b"<html><body>text").text, _CHILDREN._all[0].pid, flush=True)
if sys.argv[1] == "error":
    raise SystemExit("an error")
"""


@POSIX
@pytest.mark.parametrize("how", ["well", "error"])
def test_the_child_ends_with_its_parent_in_silence(how):
    done = run(ENDS, how)
    assert done.stderr == ("an error\n" if how == "error" else "")
    assert not alive(int(done.stdout.split()[1]))


def alive(pid: int) -> bool:
    """Whether a process runs; one that is dead but not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


ORPHAN = """
import os, sys, threading
from qatynas.documents.extraction import Child
child = Child(["hostile_parsers"])
child.ask("plain", b"")
print(child.pid, flush=True)
if sys.argv[1] == "busy":
    threading.Thread(target=child.ask, args=("endless", b"")).start()
input()
"""


@LINUX
@pytest.mark.parametrize("how", ["idle", "busy"])
def test_a_child_whose_parent_was_killed_ends_by_itself_even_when_it_hangs(how):
    env = {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")]), "QATYNAS_PARSE_SECONDS": "1"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", ORPHAN, how], env=os.environ | env, **pipes) as parent:
        pid = int(parent.stdout.readline())
        assert alive(pid)
        parent.kill()
    until = time.monotonic() + 20
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(pid)


def test_where_no_process_can_be_started_the_file_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert reason(Child(), "HTML").startswith("crash: the process that opens files cannot be started (")


def test_where_the_process_cannot_begin_the_file_is_refused():
    assert reason(Child(["no_such_plugin"]), "HTML") == "crash: the process that opens files cannot be started"
