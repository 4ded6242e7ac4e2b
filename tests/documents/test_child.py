import io
from hashlib import sha256

import pytest

from qatynas.documents import child, extractors
from qatynas.documents.child import Answer, answer, frames, send
from qatynas.documents.extracted import Extracted
from qatynas.documents.part import Part
from qatynas.errors import Refused


class Trickle(io.RawIOBase):
    """A pipe that takes and gives three bytes at once."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def write(self, piece) -> int:  # type: ignore[no-untyped-def, override]
        self.data += bytes(piece[:3])
        return min(3, len(piece))

    def read(self, size: int = -1) -> bytes:
        piece, self.data = self.data[: min(size, 3)], self.data[min(size, 3) :]
        return piece


def test_frames_come_through_a_pipe_as_they_were_sent():
    pipe = Trickle()
    sent = [b"", b"a", b"Kazakhstan" * 100]
    for message in sent:
        send(pipe, message)  # type: ignore[arg-type]
    assert list(frames(pipe)) == sent  # type: ignore[arg-type]


@pytest.mark.parametrize("broken", [b"\0\0", b"\0\0\0\5abc", b"\xff\xff\xff\xff" + b"x" * 100])
def test_a_frame_that_breaks_off_or_is_longer_than_allowed_ends_the_stream(broken):
    assert list(frames(io.BytesIO(broken), 1000)) == []


@pytest.fixture
def parser(monkeypatch):
    """Lets `extract` do what a test says."""

    def put(act):
        monkeypatch.setattr(extractors, "extract", lambda kind, data: act(data))

    return put


def test_a_text_is_answered_with_its_parts(parser):
    found = Extracted(text="Сапар", extractor="fake/1", parts=(Part("page", 0, 5, 1),))
    parser(lambda data: found)
    assert answer("fake", b"") == Answer(found)


def test_what_will_not_be_kept_is_not_sent(parser, monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_CHARACTERS", "5")
    parts = (Part("page", 0, 4, 1), Part("page", 4, 8, 2))
    parser(lambda data: Extracted(text="abcdefgh", extractor="fake/1", parts=parts, partly="pages: 2 of 3"))
    got = answer("fake", b"").extracted
    assert got is not None
    assert (got.text, got.parts) == ("abcde", parts[:1])
    assert got.partly == "pages: 2 of 3; size: only the first 5 of 8 characters were read"


class Panic(BaseException):
    """As a library in Rust raises."""


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Refused("encrypted: a password is wanted"), "encrypted: a password is wanted"),
        (RecursionError(), "damaged: the PDF is nested too deeply"),
        (ValueError("two\nlines"), "damaged: the PDF cannot be read (ValueError: two lines)"),
        (SystemExit(2), "damaged: the PDF cannot be read (SystemExit: 2)"),
        (Panic("thread panicked"), "damaged: the PDF cannot be read (Panic: thread panicked)"),
        (ValueError("\ud800" * 1000), "damaged: the PDF cannot be read (ValueError: " + "?" * 188 + ")"),
    ],
)
def test_whatever_a_parser_raises_is_a_refusal_on_one_line(parser, error, reason):
    def act(data):
        raise error

    parser(act)
    assert answer("PDF", b"") == Answer(refused=reason)


def test_want_of_memory_is_told_by_the_process_not_by_its_answer(parser):
    def act(data):
        raise MemoryError

    parser(act)
    with pytest.raises(MemoryError):
        answer("PDF", b"")


def test_a_real_page_is_read():
    got = answer("HTML", b"<html><body><p>Kazakhstan</p></body></html>").extracted
    assert got is not None
    assert got.text == "Kazakhstan"


def test_an_answer_with_halves_of_surrogate_pairs_can_be_sent(parser, monkeypatch):
    monkeypatch.setattr(child, "resident", lambda: 0)  # the tests' own process may be large
    label = Part("heading", 0, 1, label="\udfff")
    parser(lambda data: Extracted(text="a\ud800", extractor="fake/1", parts=(label,)))
    message, last = child._answered("fake", b"", 1)
    got = child.msgspec.msgpack.decode(message, type=Answer).extracted
    assert (got.text, got.parts[0].label, last) == ("a\ufffd", "\ufffd", False)


def test_the_process_is_worn_out_after_so_many_files_or_so_much_memory(parser, monkeypatch):
    monkeypatch.setattr(child, "resident", lambda: 1)
    parser(lambda data: Extracted(text=sha256(data).hexdigest(), extractor="fake/1"))
    assert not child._answered("fake", b"", child.FILES - 1)[1]
    assert child._answered("fake", b"", child.FILES)[1]
    monkeypatch.setenv("QATYNAS_PARSE_MEMORY_BYTES", "3")
    assert child._answered("fake", b"", 1)[1]
