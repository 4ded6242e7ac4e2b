import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from qatynas.cli.main import run
from qatynas.cli.naming import named
from qatynas.documents.document import Document
from qatynas.documents.text import Text
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.identity import identify
from qatynas.facts.kinds import Claim, Event, Fact, Figure, Instrument, Office, Programme, Statement, Why
from qatynas.reading.reading import Reading
from qatynas.record.store import Record

NOTHING: Mapping[str, str] = MappingProxyType({})
KAZ, CHN = Actor("Қазақстан", "KAZ", "GOV"), Actor("Қытай", "CHN", "GOV")
TEXT = """Қазақстан мен Қытай шекара туралы келісімге 1994 жылы қол қойды. Премьер-министр Пекинге барды.
Сауда көлемі 30 миллиард долларға жетті. Сарапшы «көрші дос» деді. Газ құбыры екі елге де керек.
Министр М. Тілеуберді кездесуге қатысты. «Жас дипломат» бағдарламасы ашылды.
"""


class Done(NamedTuple):
    """How a command ended: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def qatynas(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Runs the command inside this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("QATYNAS_RECORD", "QATYNAS_LEXICON"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object) -> Done:
        status = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        return Done(status, *capfd.readouterr())

    return call


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., Done]:
    """Runs the command as a process of its own, as a person does, in an empty folder."""

    def call(*arguments: object, before: Sequence[str] = (), env: Mapping[str, str] = NOTHING, **options: Any) -> Done:
        options = {"cwd": tmp_path, "timeout": 120, **options}
        done = subprocess.run(
            [*before, sys.executable, "-m", "qatynas", *map(str, arguments)],
            capture_output=True,
            env=environment() | dict(env),
            **options,
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return call


def environment() -> dict[str, str]:
    """The environment of a user who has set nothing, with this source tree on the path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QATYNAS_")}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., "subprocess.Popen[bytes]"]:
    """Starts the command as a process and does not wait for it."""

    def call(*arguments: object, **options: Any) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "qatynas", *map(str, arguments)]
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": tmp_path, **options}
        return subprocess.Popen(command, env=environment(), **options)

    return call


def fact_on(words: str, kind: type[Fact], **fields: Any) -> Fact:
    """A fact whose evidence are these words of `TEXT`."""
    start = TEXT.index(words)
    why = Why("test.rule", (words.split()[-1],), {"actor": "Қазақстан"})
    return kind(evidence=(Evidence("border.txt", start, start + len(words), words),), why=why, **fields)


def facts() -> list[Fact]:
    both = (KAZ, CHN)
    return [
        fact_on(
            "келісімге 1994 жылы қол қойды", Event, type="SUPPORT", act="sign", actor=both, date=Edtf.parse("1994")
        ),
        fact_on("шекара туралы келісімге", Instrument, type="agreement", title="Шекара туралы келісім", parties=both),
        fact_on("Пекинге барды", Event, type="CONSULT", mode="visit", actor=(KAZ,), recipient=(CHN,)),
        fact_on("30 миллиард долларға", Figure, value=3e10, unit="USD", of="сауда", about=both),
        fact_on("«көрші дос»", Statement, speaker=both, form="direct", text="көрші дос"),
        fact_on("Газ құбыры екі елге де керек", Claim, type="interest", parties=both, text="газ құбыры"),
        fact_on("Министр М. Тілеуберді", Office, person="М. Тілеуберді", title="министр", holder_of=(KAZ,)),
        fact_on("«Жас дипломат»", Programme, name="Жас дипломат", parties=both),
    ]


def reading(id: str = "/texts/border.txt", text: str = TEXT, found: list[Fact] | None = None, **fields: Any) -> Reading:
    document = Document(id=id, name=Path(id).name, original=text, **fields)
    ours = [named(fact, document.name) for fact in (facts() if found is None else found)]
    told = identify(ours, document.sha256)
    return Reading(document=document, text=Text(text), language="kk", facts=told, version="1", data="d")


@pytest.fixture
def put(tmp_path: Path, blank: Path) -> Callable[..., Path]:
    """Puts readings into the record of the empty folder; without any, one document that tells of KAZ and CHN."""

    def call(*readings: Reading) -> Path:
        where = tmp_path / "qatynas.db"
        if not where.exists():
            shutil.copyfile(blank, where)
        with Record.open(where) as record:
            for each in readings or (reading(),):
                record.add(each)
        return where

    return call


@pytest.fixture
def made() -> Callable[..., Reading]:
    """Makes a reading; see `reading`."""
    return reading
