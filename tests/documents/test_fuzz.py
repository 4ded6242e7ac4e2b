"""Small real files of every kind, damaged in two thousand ways, the same in every run.

Each is read, partly read or refused for a known reason.
"""

import random
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

import samples
from qatynas.documents import extraction
from qatynas.documents.document import Document
from qatynas.documents.extractors import EXTRACTORS
from qatynas.documents.opening import open_path
from qatynas.errors import REASONS
from qatynas.reading.reader import read_document

CASES = 2000
EACH = -(-CASES // len(samples.KINDS))
PARAGRAPHS = (samples.WORDS, "Екінші абзац [1] пен «тырнақша» – қысқа.", "2010 жылы Түркия президенті Астанаға келді.")
Damage = Callable[[random.Random, bytes], bytes]


def flipped(chance: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 8, 32])):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def overwritten(chance: random.Random, data: bytes) -> bytes:
    at, value = (
        chance.randrange(len(data)),
        chance.choice([b"\0", b"\xff", b"\x7f\xff\xff\xff", b"-1", b"9" * 12, b"<", b"&"]),
    )
    return data[:at] + value + data[at + len(value) :]


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def holed(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randrange(1, 64) :]


def doubled(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.randrange(1, 400))
    return data[:end] + data[start:end] * chance.choice([1, 1, 50]) + data[end:]


def spliced(chance: random.Random, data: bytes) -> bytes:
    other = samples.KINDS[chance.choice([*samples.KINDS])](*PARAGRAPHS)
    at, start = chance.randrange(len(data)), chance.randrange(len(other))
    return data[:at] + other[start : start + chance.randrange(1, 2000)] + data[at:]


def within(chance: random.Random, data: bytes) -> bytes:
    """One part of a package damaged, and packed again, so that its sums are right."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile:
        return flipped(chance, data)
    name = chance.choice([*parts])
    parts[name] = chance.choice([flipped, overwritten, cut, holed, doubled])(chance, parts[name])
    return samples.packed(parts, stored=["mimetype"])


WAYS: tuple[Damage, ...] = (flipped, flipped, overwritten, cut, holed, doubled, spliced, within, within, within)


def cases(kind: str) -> Iterator[bytes]:
    """The damaged files of a kind, always the same."""
    chance = random.Random(f"qatynas {kind}")
    whole = samples.KINDS[kind](*PARAGRAPHS)
    for _ in range(EACH):
        yield chance.choice(WAYS)(chance, whole)


def expect_sound(document: Document) -> None:
    """Raise `AssertionError` unless the document ended as one may."""
    if document.state == "refused":
        assert document.original == ""
    else:
        assert document.original.strip()
    assert (document.reason is None) == (document.state == "read")
    for reason in (document.reason or "").split("; ")[:1]:
        assert not reason or reason.partition(":")[0] in REASONS, reason
    for part in document.parts:
        assert 0 <= part.start <= part.end <= len(document.original), part
    for line in (document.reason, document.title, *document.warnings):
        assert "\n" not in (line or "")


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the files, which is also home, the place for temporary files, and where one stands."""
    folder = tmp_path_factory.mktemp("watched")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "TMPDIR"):
            patch.setenv(name, str(folder))
        patch.setenv("QATYNAS_PARSE_SECONDS", "10")
        patch.setenv("QATYNAS_PARSE_MEMORY_BYTES", "600000000")
        patch.chdir(folder)
        yield folder
    extraction.stop()


RTF = pytest.param("rtf", marks=pytest.mark.skipif("RTF" not in EXTRACTORS, reason="RTF is not read yet"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", [RTF if kind == "rtf" else kind for kind in samples.KINDS])
def test_a_damaged_file_is_read_or_refused_for_a_known_reason(kind: str, watched: Path):
    path, ended = watched / "inside" / f"a.{kind}", Counter[str]()
    path.parent.mkdir(exist_ok=True)
    for number, data in enumerate(cases(kind)):
        path.write_bytes(data)
        began = time.monotonic()
        for document in open_path(path):
            expect_sound(document)
            ended[(document.reason or document.state).partition(":")[0]] += 1
            if number % 5 == 0 and document.state != "refused":
                read_document(document, mentions=False)
        assert time.monotonic() - began < 10, number
    assert [each for each in watched.rglob("*") if each.is_file()] == [path]
    path.unlink()
    assert ended["read"] + ended["partly"] > 0 or ended["damaged"] > 0
    assert not ended["crash"] + ended["oom"] + ended["timeout"], ended


def test_there_are_two_thousand_cases_and_they_are_always_the_same():
    assert EACH * len(samples.KINDS) >= CASES
    assert list(cases("pdf")) == list(cases("pdf"))
    assert len(set(cases("docx"))) > 0.9 * EACH
