"""One text in another kind of file, saved by LibreOffice, and whether that gives the facts of the text itself."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from qatynas.documents.part import Part
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Fact
from qatynas.reading.reading import Reading

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEEDS = ("kazakhstan-russia", "kazakhstan-usa")
_SECONDS = 120
_WHITE = re.compile(r"[\s\u00ad]+")  # a soft hyphen is where a word may break
_SIDES = ("actor", "recipient", "parties", "speaker", "holder_of")
_OUTSIDE = ("running", "note", "mark")


def seed(name: str) -> Path:
    """A source text; the test is skipped where it is absent."""
    path = SHARED / "seeds" / f"{name}.txt"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path


def saved(path: Path, extension: str, folder: Path) -> Path:
    """The file as LibreOffice saves or prints it (`docx`, `odt`, `rtf`, `html`, `pdf`); skipped without LibreOffice.

    A text is UTF-8. Each call has a profile of its own, so that tests may run side by side.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    command = [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    if path.suffix == ".txt":
        command.append("--infilter=Text (encoded):UTF8,LF,,,")
    command += ["--convert-to", extension, "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=_SECONDS)
    made = folder / f"{path.stem}.{extension}"
    assert made.exists(), done.stdout + done.stderr
    return made


class Same(NamedTuple):
    """How many facts of a text are told by its other edition too; those of one side only, in words."""

    share: float
    lost: tuple[str, ...]
    new: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join([f"{self.share:.1%}", *(f"- {one}" for one in self.lost), *(f"+ {one}" for one in self.new)])


def same_facts(from_text: Reading, from_file: Reading) -> Same:
    """Compare facts by kind, date, type, who takes part (name, code, role) and the words that they stand on.

    White space does not count, nor what stands inside a quote only on paper (running heads, notes). The share is
    of the larger of the two numbers of facts: what is told twice is a fault too.
    """
    one, two = Counter(_told(from_text)), Counter(_told(from_file))
    most = max(one.total(), two.total())
    return Same((one & two).total() / most if most else 1.0, _names(one - two), _names(two - one))


def same_outlines(from_text: Reading, from_file: Reading) -> Same:
    """Compare facts by kind, date, type and the codes of who takes part, whatever words they stand on.

    For a text that was recognised, whose words differ by a letter here and there. The share is of the text's facts.
    """
    one, two = Counter(map(_outline, from_text.facts)), Counter(map(_outline, from_file.facts))
    return Same((one & two).total() / one.total(), _names(one - two), _names(two - one))


def _outline(fact: Fact) -> tuple[str, ...]:
    codes = [
        f"{name}: {', '.join(sorted(actor.code or actor.name for actor in getattr(fact, name)))}"
        for name in _SIDES
        if hasattr(fact, name)
    ]
    return (fact.kind, str(fact.date), str(getattr(fact, "type", "")), "; ".join(codes))


def _names(facts: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(" | ".join(fact) for fact in sorted(facts.elements()))


def _told(reading: Reading) -> Iterator[tuple[str, ...]]:
    outside = [part for part in reading.document.parts if part.kind in _OUTSIDE]
    for fact in reading.facts:
        words = "…".join(_words(piece, outside) for piece in fact.evidence)
        yield (fact.kind, str(fact.date), str(getattr(fact, "type", "")), _sides(fact), words)


def _sides(fact: Fact) -> str:
    sides: dict[str, Any] = {name: getattr(fact, name) for name in _SIDES if hasattr(fact, name)}
    return "; ".join(f"{name}: {', '.join(f'{a.name}={a.code}' for a in side)}" for name, side in sides.items())


def _words(piece: Evidence, outside: Sequence[Part]) -> str:
    """The quote without white space; a note's own quote stays."""
    inside, at = [], piece.start
    for part in sorted(outside, key=lambda part: part.start):
        if piece.start < part.start and part.end <= piece.end and at <= part.start:
            inside.append(piece.quote[at - piece.start : part.start - piece.start])
            at = part.end
    return _WHITE.sub("", "".join([*inside, piece.quote[at - piece.start :]]))
