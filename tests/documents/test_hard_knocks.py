"""Hard knocks: what a reader of documents must survive, a row of ../shared/HARD-KNOCKS.md each.

Every test makes small real files and reads them by `qatynas read`, as a person does, with an innocent file among them:
that one is always read, whatever the others hold.
"""

import json
import socket
import stat
import sys
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import hostile_parsers
import samples
import spoiled
from qatynas.cli.main import run
from qatynas.documents import extraction, media
from qatynas.documents.extraction import Child
from qatynas.documents.extractors import EXTRACTORS
from qatynas.errors import REASONS
from qatynas.record.store import Record

TREATY = samples.WORDS
INNOCENT = "innocent.txt"


class Ended(NamedTuple):
    """How a document ended."""

    state: str
    reason: str
    warnings: list[str]
    facts: int

    @property
    def word(self) -> str:
        return self.reason.partition(":")[0]


class Desk:
    """An empty folder in which files are put and read."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capfd = capfd

    def put(self, name: str, data: bytes | str) -> None:
        path = self.folder / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    def read(self) -> dict[str, Ended]:
        """Read all; gives how each ended, by name. Nothing else is written, and no traceback is shown."""
        self.put(INNOCENT, f"Бейкүнә құжат. {TREATY}")
        before = self.everything()
        status = run(["read", "in", "--record", "a.db", "--report", "report.json"])
        sys.stdout.flush()
        out, err = self._capfd.readouterr()
        assert "Traceback" not in out + err
        assert {path for path in self.everything() - before if path.name[:4] not in ("a.db", "repo")} == set()
        told = json.loads((self.folder / "report.json").read_text("utf-8"))
        assert status == int(told["refused"] > 0)
        return {self._name(each["document"]): self._ended(each) for each in told["each"]}

    def one(self, name: str, data: bytes | str) -> Ended:
        self.put(name, data)
        ended = self.read()
        assert ended[INNOCENT].state == "read"
        return ended[name]

    def everything(self) -> set[Path]:
        return set(self.folder.parent.rglob("*"))

    def record(self) -> Record:
        return Record.open(self.folder / "a.db", create=False)

    def text(self, name: str) -> str:
        with self.record() as record:
            return record.original(str(self.folder / "in" / name))

    def _name(self, id: str) -> str:
        return id.removeprefix(f"{self.folder}/in/")

    @staticmethod
    def _ended(each: dict[str, Any]) -> Ended:
        ended = Ended(each["state"], each["reason"] or "", each["warnings"], each["facts"])
        assert ended.state == "read" or ended.word in REASONS, ended.reason
        assert "\n" not in ended.reason
        return ended


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Desk:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("QATYNAS_LEXICON", raising=False)
    return Desk(folder, capfd)


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n", "\u00a0\u2003".encode()])
def test_row_1_an_empty_file_is_refused(desk: Desk, content: bytes):
    assert desk.one("a.txt", content).word == "empty"


RTF = pytest.param("rtf", marks=pytest.mark.skipif("RTF" not in EXTRACTORS, reason="RTF is not read yet"))
OLD = pytest.mark.skipif(find_spec("qatynas.documents.libreoffice") is None, reason="old Office files are not read yet")


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "html", RTF, "epub"])
def test_row_2_the_content_tells_the_kind_and_a_wrong_name_is_told(desk: Desk, kind: str):
    wrong = "docx" if kind == "html" else "txt"
    ended = desk.one(f"a.{wrong}", samples.KINDS[kind](TREATY))
    assert (ended.state, ended.facts > 0) == ("read", True)
    assert [warning for warning in ended.warnings if warning.startswith(f"named .{wrong}, but the content is ")]


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "epub", "xlsx"])
def test_row_3_a_truncated_file_is_told_to_be_damaged(desk: Desk, kind: str):
    whole = samples.KINDS[kind](TREATY)
    for share in (0.3, 0.6, 0.95):
        desk.put(f"{share}.{kind}", whole[: int(share * len(whole))])
    desk.put(f"garbage.{kind}", whole[:8] + bytes(range(256)) * 4)
    ended = desk.read()
    for name, each in ended.items():
        if name != INNOCENT:
            assert (each.state, each.word) in {("refused", "damaged"), ("partly", "damaged")}, name
    assert ended[f"garbage.{kind}"].state == "refused"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", spoiled.locked_pdf()),
        pytest.param("a.docx", spoiled.compound("EncryptedPackage", "EncryptionInfo"), marks=OLD),
        pytest.param("a.xlsx", spoiled.compound("EncryptedPackage", "EncryptionInfo"), marks=OLD),
        ("b.docx", spoiled.locked(samples.docx(TREATY))),
        ("a.odt", spoiled.locked(samples.odt(TREATY))),
        ("a.xlsx", spoiled.locked(samples.xlsx([TREATY]))),
    ],
)
def test_row_4_what_wants_a_password_is_refused(desk: Desk, name: str, content: bytes):
    assert desk.one(name, content).word == "encrypted"


def test_row_5_a_scan_without_letters_needs_ocr(desk: Desk):
    ended = desk.one("a.pdf", spoiled.scan(20, 30, bytes(600)))
    assert (ended.state, ended.word) == ("refused", "needs OCR")


def test_row_6_only_so_many_pages_are_read(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_MAX_PAGES", "40")
    whole = samples.pdf(TREATY)
    kids = b"/Count 100000/Kids[" + b"6 0 R " * 100_000 + b"]"
    ended = desk.one("a.pdf", whole.replace(b"/Count 1/Kids[6 0 R]", kids))
    assert ended.state == "partly"
    assert desk.text("a.pdf").count("Қазақстан") == 40
    assert "size: only the first 40 of 100,000 pages were read" in ended.reason


def test_row_6_a_page_of_a_million_paths_holds_nobody_up(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_PARSE_SECONDS", "4")
    paths = samples.stream(zlib.compress(b"1 1 m 9 9 l S\n" * 1_000_000), "/Filter/FlateDecode")
    page = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>"]
    ended = desk.one("a.pdf", samples.pdf_of([*page, b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", paths]))
    assert (ended.state, ended.word in ("empty", "needs OCR", "timeout", "oom")) == ("refused", True)


def nested(levels: int) -> bytes:
    inside = samples.folder(TREATY)
    for _ in range(levels):
        inside = samples.packed({"deeper.zip": inside, "beside.txt": TREATY})
    return inside


def held_by_children() -> int:
    """The most bytes that any process that opened files has ever held."""
    status = [Path(f"/proc/{child.pid}/status") for child in extraction._CHILDREN._all if child.pid]
    lines = [line for path in status for line in path.read_text().splitlines() if line.startswith("VmHWM")]
    return max((int(line.split()[1]) * 1024 for line in lines), default=0)


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is told by /proc")
def test_row_7_a_zip_bomb_is_refused_before_it_is_inflated(desk: Desk):
    extraction.stop()
    ended = desk.one("a.docx", spoiled.bomb(300 << 20, samples.docx(TREATY)))
    assert (ended.state, ended.word in ("size", "unsafe")) == ("refused", True)
    assert held_by_children() < 150_000_000


@pytest.mark.parametrize(
    ("setting", "value", "content"),
    [
        ("QATYNAS_MAX_INFLATED_BYTES", "1000", samples.docx(TREATY)),
        ("QATYNAS_MAX_ENTRIES", "2", samples.docx(TREATY)),
        ("QATYNAS_MAX_FILE_BYTES", "100", samples.docx(TREATY)),
        ("QATYNAS_MAX_ENTRIES", "10000", spoiled.overlapping()),
    ],
)
def test_row_7_too_much_in_a_package_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, content: bytes
):
    desk.put(INNOCENT, "x")
    monkeypatch.setenv(setting, value)
    desk.put("a.docx", content)
    ended = desk.read()["a.docx"]
    assert (ended.state, ended.word in ("size", "unsafe", "damaged")) == ("refused", True)


def test_row_7_folders_in_folders_end(desk: Desk):
    desk.put("a.zip", nested(30))
    ended = desk.read()
    assert ended[INNOCENT].state == "read"
    refused = [each for name, each in ended.items() if name.startswith("a.zip") and each.state == "refused"]
    assert refused and {each.word for each in refused} <= {"size", "unsafe", "format"}


NAMES = ["../../x.txt", "/tmp/qatynas-x.txt", "C:\\x.txt", "..\\..\\x.txt", "a/../../../x.txt", "x\0.txt"]


@pytest.mark.parametrize("kind", ["zip", "docx"])
@pytest.mark.parametrize("name", [*NAMES, "link", "twice"])
def test_row_8_a_name_that_leads_elsewhere_writes_nothing(desk: Desk, name: str, kind: str):
    out = BytesIO(samples.KINDS[kind](TREATY))
    with zipfile.ZipFile(out, "a") as archive:
        info = zipfile.ZipInfo("placeholder" if "\0" in name else name)
        if name == "link":
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
        elif name == "twice":
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr(archive.namelist()[0], "root:")
        else:
            archive.writestr(info, "root:")
    data = out.getvalue().replace(b"placeholder", b"x\0.txt.....") if "\0" in name else out.getvalue()
    desk.put(f"a.{kind}", data)
    ended = desk.read()
    assert ended[INNOCENT].state == "read"
    assert [each for at, each in ended.items() if at.startswith("a.") and each.state == "refused"]
    assert not Path("/tmp/qatynas-x.txt").exists()
    with desk.record() as record:
        assert not [each for each in record.documents() if each.edition and "root:" in record.original(each.id)]


DECLARED = {
    "file": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "network": '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">]>',
    "external": '<!DOCTYPE a SYSTEM "http://127.0.0.1:{port}/a.dtd">',
    "parameter": '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:{port}/p"> %p;]>',
    "laughs": "<!DOCTYPE a ["
    + '<!ENTITY x0 "ha">'
    + "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
    + '<!ENTITY x "&x11;">]>',
    "quadratic": f'<!DOCTYPE a [<!ENTITY x "{"ha" * 50_000}">]>',
}
PACKAGES: dict[str, Callable[..., bytes]] = {
    "docx": samples.docx,
    "odt": samples.odt,
    "epub": samples.epub,
    "xlsx": lambda words, prolog: samples.xlsx([words], prolog=prolog),
}


@pytest.mark.parametrize("kind", [*PACKAGES, "svg", "xml"])
def test_rows_9_and_10_what_is_declared_is_neither_read_nor_fetched_nor_multiplied(desk: Desk, kind: str):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        for what, prolog in DECLARED.items():
            declared = prolog.replace("{port}", str(listener.getsockname()[1]))
            desk.put(f"{what}.{kind}", _declaring(kind, declared))
        began = time.monotonic()
        ended = desk.read()
        assert time.monotonic() - began < 30
        listener.settimeout(0.1)
        with pytest.raises(TimeoutError):
            listener.accept()
    assert ended.pop(INNOCENT).state == "read"
    assert len(ended) == len(DECLARED)
    assert {name: each.state for name, each in ended.items() if each.state != "refused"} == {}
    if kind in PACKAGES:
        assert {each.word for each in ended.values()} <= {"unsafe", "damaged"}


def _declaring(kind: str, prolog: str) -> bytes:
    if kind in PACKAGES:
        return (
            PACKAGES[kind]("PLACE", prolog=prolog).replace(b"PLACE", b"&x;")
            if kind == "none"
            else _entity(kind, prolog)
        )
    return f'<?xml version="1.0"?>{prolog}<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>'.encode()


def _entity(kind: str, prolog: str) -> bytes:
    """A package with the declaration and, where its words stand, the entity."""
    out: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(PACKAGES[kind]("PLACE", prolog=prolog))) as archive:
        for name in archive.namelist():
            out[name] = archive.read(name).replace(b"PLACE", b"&x;")
    return samples.packed(out, stored=["mimetype"])


DEEP = 10_000


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", f"<html><body>{'<div>' * DEEP}{TREATY}{'</div>' * DEEP}</body></html>"),
        ("a.xml", f"{'<a>' * DEEP}{TREATY}{'</a>' * DEEP}"),
        ("a.json", "[" * DEEP + "]" * DEEP),
        ("a.jsonl", '{"id": "1", "text": ' + "[" * DEEP + "]" * DEEP + "}\n"),
        ("a.rtf", "{\\rtf1 " + "{" * DEEP + "x" + "}" * DEEP + "}"),
        ("a.md", "> " * DEEP + TREATY),
        ("a.txt", "(" * DEEP + TREATY + ")" * DEEP),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n" + b"[" * DEEP + b"]" * DEEP + b"\nendobj\ntrailer<</Root 1 0 R>>\n"),
    ],
)
def test_row_10_what_is_nested_deeply_is_flattened_or_refused(desk: Desk, name: str, content: bytes | str):
    desk.put(name, content)
    ended = desk.read()
    assert ended.pop(INNOCENT).state == "read"
    assert len(ended) == 1
    assert "RecursionError" not in str(ended)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_row_10_a_package_nested_deeply_is_flattened_or_refused(desk: Desk, kind: str):
    part = {"docx": "word/document.xml", "odt": "content.xml"}[kind]
    with zipfile.ZipFile(BytesIO(samples.KINDS[kind]("PLACE"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(b"PLACE", b"<a>" * DEEP + b"x" + b"</a>" * DEEP)
    ended = desk.one(f"a.{kind}", samples.packed(parts, stored=["mimetype"]))
    assert ended.state in ("read", "partly") or ended.word in ("damaged", "empty", "size")


def test_row_11_a_huge_picture_is_not_unpacked(desk: Desk):
    extraction.stop()
    desk.put("a.png", spoiled.png(60_000, 60_000))
    desk.put("a.pdf", spoiled.scan(60_000, 60_000, bytes(1000)))
    ended = desk.read()
    assert {each.state for name, each in ended.items() if name != INNOCENT} == {"refused"}
    if sys.platform == "linux":
        assert held_by_children() < 300_000_000


HARM = {
    "segfault": "crash: the process that opened it ended with SIGSEGV",
    "swelling": "oom: more than 400,000,000 bytes of memory are wanted",
    "endless": "timeout: not read within 2 seconds",
    "vanishing": "crash: the process that opened it ended with status 3",
    "raising": "damaged: the raising cannot be read (ValueError",
}


@pytest.fixture
def harm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets files of the kinds of `hostile_parsers` be known and opened, in a child that has their parsers."""
    monkeypatch.setenv("QATYNAS_PARSE_SECONDS", "2")
    monkeypatch.setenv("QATYNAS_PARSE_MEMORY_BYTES", "400000000")
    monkeypatch.setattr(extraction, "Child", lambda: Child(["hostile_parsers"]))
    children = extraction._Children()
    monkeypatch.setattr(extraction, "_CHILDREN", children)
    for name in hostile_parsers.KINDS:
        monkeypatch.setitem(EXTRACTORS, name, hostile_parsers.Extractor("application/x-fake", name))
    known = tuple((hostile_parsers.HEAD % name.encode(), name) for name in hostile_parsers.KINDS)
    monkeypatch.setattr(media, "_MAGIC", (*known, *media._MAGIC))
    yield
    children.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="memory has no limit on Windows")
def test_row_12_a_parser_that_comes_to_grief_costs_its_file(desk: Desk, harm: None):
    for kind in [*HARM, "plain"]:
        desk.put(f"{kind}.bin", hostile_parsers.HEAD % kind.encode() + kind.encode())
        desk.put(f"{kind}.html", samples.html(f"{kind}. {TREATY}"))
    ended = desk.read()
    assert {each.state for name, each in ended.items() if not name.endswith(".bin")} == {"read"}
    assert ended.pop("plain.bin").state == "read"
    assert {kind: ended[f"{kind}.bin"].reason.startswith(reason) for kind, reason in HARM.items()} == dict.fromkeys(
        HARM, True
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "kz1048", "ptcp154", "cp1251"])
def test_row_13_encodings_as_they_come(desk: Desk, encoding: str):
    text = RUSSIAN if encoding == "cp1251" else f"{TREATY} {KAZAKH}"
    ended = desk.one("a.txt", text.encode(encoding))
    assert (ended.state, ended.reason) == ("read", "")
    assert desk.text("a.txt") == text


KAZAKH = (
    "Әр ел өз мүддесін қорғайды, бірақ өзара сенім мен әріптестік бәріне қажет. Үкімет басшылары сауда-экономикалық "
    "және мәдени-гуманитарлық байланыстарды кеңейту жөнінде уағдаласты, көлік дәліздерін дамыту мәселесін де айтты."
)
RUSSIAN = "Президент России прибыл в Казахстан с официальным визитом и подписал договор о дружбе и сотрудничестве."


def test_row_13_what_is_lost_is_counted_and_a_mixture_is_refused(desk: Desk):
    desk.put("a.txt", (TREATY * 20).encode() + b" \xff\xfe\xfd " + TREATY.encode())
    desk.put("mixed.txt", (TREATY * 2).encode() + (TREATY * 2).encode("kz1048"))
    ended = desk.read()
    assert any(warning.startswith("characters lost: 3 ") for warning in ended["a.txt"].warnings)
    assert (ended["mixed.txt"].state, ended["mixed.txt"].word) == ("refused", "encoding")


INVISIBLE = {
    "decomposed": unicodedata.normalize("NFD", "1992 жылы Қазақстан мен Ресей достық туралы шартқа қол қойды й ё."),
    "soft hyphens": TREATY.replace("Қазақстан", "Қазақ\u00adстан").replace("шартқа", "шарт\u00adқа"),
    "spaces that do not break": TREATY.replace(" ", "\u00a0"),
    "zero width": TREATY.replace("мен", "мен\u200b").replace("Ресей", "Ре\u200dсей"),
    "turned": TREATY.replace("Ресей", "\u202eРесей\u202c"),
    "marked": TREATY.replace("Қазақстан", "\ufeffҚазақстан"),
}


@pytest.mark.parametrize("what", INVISIBLE)
def test_row_14_signs_that_are_not_seen_stay_in_the_quote_and_hide_no_fact(desk: Desk, what: str):
    ended = desk.one("a.txt", INVISIBLE[what])
    assert (ended.state, ended.facts > 0) == ("read", True)
    assert desk.text("a.txt") == INVISIBLE[what].removeprefix("\ufeff")
    with desk.record() as record:
        assert record.check() == []
    run(["show", "--record", "a.db"])
    assert "\u202e" not in desk._capfd.readouterr().out


def test_row_14_a_text_with_nul_is_refused(desk: Desk):
    assert desk.one("a.txt", TREATY.encode() + b"\0" + TREATY.encode()).word == "binary"


LOOKALIKES = {
    "Latin letters in Cyrillic words": TREATY.replace("а", "a").replace("о", "o"),
    "h for һ, i for і": "1992 жылы Қазақстан мен Ресей шартқа қол қойды, бiрлiк пен қаһарман туралы айтты.",
    "schwa of another script": "1992 жылы Қазақстан мен Ресей мəдениет туралы келісімге қол қойды.",
}


@pytest.mark.parametrize("what", LOOKALIKES)
def test_row_15_letters_that_look_alike_are_read_and_quoted_as_they_stand(desk: Desk, what: str):
    ended = desk.one("a.txt", LOOKALIKES[what])
    assert ended.facts > 0
    with desk.record() as record:
        facts = list(record.facts(document=str(desk.folder / "in" / "a.txt")))
        text = desk.text("a.txt")
        assert text == LOOKALIKES[what]
        assert {text[e.start : e.end] == e.quote for stored in facts for e in stored.fact.evidence} == {True}


def test_row_16_a_word_that_a_line_divides_is_quoted_as_it_stands_on_the_right_page(desk: Desk):
    divided = (
        "Жалпы сөз осы бетте тұр.",
        "1992 жылы 25 мамырда Қазақ-\nстан мен Ресей достық туралы шарт-\nқа қол қойды.",
    )
    ended = desk.one("a.pdf", samples.pdf(*divided))
    assert ended.facts > 0
    with desk.record() as record:
        facts = list(record.facts(document=str(desk.folder / "in" / "a.pdf")))
        text = desk.text("a.pdf")
    evidence = [piece for stored in facts for piece in stored.fact.evidence]
    assert {text[piece.start : piece.end] == piece.quote for piece in evidence} == {True}
    assert {piece.page for piece in evidence} == {2}
    assert any("Қазақ" in piece.quote for piece in evidence)


LONG = "қазақстан мен қытай шекара туралы келісімге қол қойды және "
TRAPS = {
    "one sentence": LONG,
    "initials": "А.",
    "initials apart": "А. ",
    "brackets": "(",
    "quotes": "«а",
    "stops": ".",
    "blanks": " ",
    "lines": "\n",
    "hyphens": "қ-",
    "numbers": "1 000,",
    "marks": "[1] ",
    "dates": "31.12.",
    "headings": "# \n",
    "soft hyphens": "а\u00ad",
    "accents": "а\u0306",
}


@pytest.mark.slow
@pytest.mark.parametrize("trap", TRAPS)
def test_row_17_twice_as_long_a_text_takes_about_twice_as_long(trap: str):
    from qatynas import read_text
    from timing import fastest

    def seconds(characters: int) -> float:
        part = TRAPS[trap] * (3_800 // len(TRAPS[trap])) + f" {TREATY} " * (trap != "one sentence")
        text = f"{TREATY} {part * (characters // len(part))}"
        return fastest(lambda text: read_text(text, language="kk", mentions=False), text)

    seconds(8_000)
    assert seconds(80_000) < 3.2 * seconds(40_000) + 0.05


def test_row_17_fifty_megabytes_on_one_line_are_partly_read(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_MAX_CHARACTERS", "200000")
    ended = desk.one("a.txt", LONG * (50_000_000 // len(LONG.encode())))
    assert ended.state == "partly"
    assert ended.reason.startswith("size: only the first 200,000 of 2")
    assert ended.reason.endswith("size: 1 sentences longer than 4000 characters were not read")


def test_row_17_a_file_over_the_limit_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_MAX_FILE_BYTES", "1000000")
    assert desk.one("a.txt", LONG * 100_000).word == "size"


def test_row_18_copies_are_told_once_and_a_corrected_edition_stands_for_the_older(desk: Desk):
    desk.put("a.txt", TREATY)
    desk.put("b.txt", TREATY)
    first = desk.read()
    assert first["a.txt"].facts == first["b.txt"].facts > 0
    with desk.record() as record:
        once = sum(record.counts().values())
        copies = {Path(copy).name: Path(original).name for copy, original in record.copies()}
    assert once == first["a.txt"].facts + first[INNOCENT].facts
    assert copies == {"b.txt": "a.txt"}
    assert desk.read() == first
    desk.put("b.txt", TREATY.replace("1992", "1993"))
    desk.read()
    with desk.record() as record:
        corrected = record.document(str(desk.folder / "in" / "b.txt"))
        assert (corrected.edition, corrected.editions, list(record.copies())) == (2, 2, [])
        assert sum(record.counts().values()) == once + first["b.txt"].facts
        assert record.check() == []


DATES = {
    "31 ақпан 2023 жылы Қазақстан мен Ресей шартқа қол қойды.": ("2023-02-31", None),
    "2022 ж. Қазақстан мен Ресей шартқа қол қойды.": (None, "2022"),
    "20222 жылы Қазақстан мен Ресей шартқа қол қойды.": ("20222", None),
}


@pytest.mark.parametrize("sentence", DATES)
def test_row_19_a_date_keeps_its_precision_and_an_impossible_one_is_not_made_possible(desk: Desk, sentence: str):
    never, wanted = DATES[sentence]
    desk.one("a.txt", sentence)
    with desk.record() as record:
        stored = list(record.facts(document=str(desk.folder / "in" / "a.txt")))
    dates = {str(each.fact.date) for each in stored if each.fact.date}
    assert stored
    assert wanted is None or wanted in dates
    assert never not in dates
    assert not {date for date in dates if date.startswith(("2023-03", "2023-02-28", "2022-2"))}


MONEY = {
    "1,5 млрд АҚШ доллары": (1.5e9, "доллар"),
    "1.500.000 еуро": (1_500_000, "еуро"),
    "3 миллиард доллар": (3e9, "доллар"),
}


@pytest.mark.parametrize("words", MONEY)
def test_row_20_money_keeps_value_unit_and_words_and_no_currency_is_guessed(desk: Desk, words: str):
    desk.one("a.txt", f"2010 жылы екі ел арасындағы сауда көлемі {words} болды, Қытай мен Қазақстан осылай хабарлады.")
    with desk.record() as record:
        stored = list(record.facts(document=str(desk.folder / "in" / "a.txt"), kind="figure"))
    assert MONEY[words] in [(each.fact.value, each.fact.unit) for each in stored]
    assert any(words.split()[0] in piece.quote for each in stored for piece in each.fact.evidence)
