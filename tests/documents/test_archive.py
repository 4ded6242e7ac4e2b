"""Zipped folders, good and hostile: what is read of them, what is refused, and that nothing is written."""

import io
import os
import stat
import struct
import sys
import time
import warnings
import zipfile
from pathlib import Path

import pytest

from qatynas.documents.archive import count
from qatynas.documents.opening import open_bytes, open_path

TEXT = "Қазақстан мен Қытай шекара туралы келісімге қол қойды."


def packed(*members, method=zipfile.ZIP_DEFLATED):
    """A ZIP file of names, or of entries of a directory, with their contents."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of two members with one name
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def documents(folder, data, name="a.zip"):
    path = folder / name
    path.write_bytes(data)
    return list(open_path(path))


def shown(found):
    return [(document.name, document.state, document.reason) for document in found]


def test_the_files_of_a_zipped_folder_are_documents_sorted_by_name(tmp_path):
    page = f"<html lang=kk><title>Сапар</title><p>{TEXT}</p></html>"
    found = documents(tmp_path, packed(("хат/б.txt", TEXT), ("хат/а.html", page), ("а.md", f"# Шарт\n\n{TEXT}")))
    assert [document.name for document in found] == ["а.md", "хат/а.html", "хат/б.txt"]
    assert [document.id for document in found] == [f"{tmp_path}/a.zip!/{document.name}" for document in found]
    assert [document.state for document in found] == ["read"] * 3
    assert [document.title for document in found] == ["Шарт", "Сапар", None]
    assert found[1].media_type == "text/html"


def test_hidden_files_folders_and_those_of_the_system_are_left_out(tmp_path):
    names = ["__MACOSX/._a.txt", ".git/x.txt", "b/.hidden.txt", "b/Thumbs.db", "desktop.ini", "b/"]
    data = packed(("b/a.txt", TEXT), *((name, TEXT) for name in names))
    assert [document.name for document in documents(tmp_path, data)] == ["b/a.txt"]
    assert count(io.BytesIO(data)) == 1


def test_the_content_tells_a_zipped_folder_whatever_it_is_called(tmp_path):
    assert [document.name for document in documents(tmp_path, packed(("a.txt", TEXT)), "letters.txt")] == ["a.txt"]


def test_a_zipped_folder_of_office_files_is_not_taken_for_one_of_them(tmp_path):
    office = packed(("[Content_Types].xml", "x"), ("word/document.xml", "x"))
    data = packed(("word/a.docx", office), ("word/a.txt", TEXT), method=zipfile.ZIP_STORED)
    assert [document.name for document in documents(tmp_path, data)] == ["word/a.docx", "word/a.txt"]


def test_a_bad_member_costs_only_itself(tmp_path):
    data = packed(("a.txt", ""), ("b.txt", TEXT), ("c.bin", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20))
    assert shown(documents(tmp_path, data)) == [
        ("a.txt", "refused", "empty: there is no text"),
        ("b.txt", "read", None),
        ("c.bin", "refused", "binary: this is no text"),
    ]


def test_many_documents_in_a_file_of_a_zipped_folder_are_many(tmp_path):
    found = documents(tmp_path, packed(("a.jsonl", '{"id": "x", "text": "бір"}\n{"id": "y"}\n')))
    assert [(document.id, document.state) for document in found] == [
        ("x", "read"),
        (f"{tmp_path}/a.zip!/a.jsonl:2", "refused"),
    ]


def test_a_zipped_folder_within_a_zipped_folder_is_opened_three_deep(tmp_path):
    data = packed(("a.txt", TEXT))
    for number in range(4):
        data = packed((f"{number}.zip", data), (f"{number}.txt", TEXT))
    assert shown(documents(tmp_path, data)) == [
        ("3.txt", "read", None),
        ("3.zip!/2.txt", "read", None),
        ("3.zip!/2.zip!/1.txt", "read", None),
        ("3.zip!/2.zip!/1.zip", "refused", "size: more than the 3 levels that files may stand within one another"),
    ]


def test_the_depth_is_a_setting(tmp_path, monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_NESTING", "1")
    (found,) = documents(tmp_path, packed(("b.zip", packed(("a.txt", TEXT)))))
    assert (found.reason or "").startswith("size: more than the 1 levels")


@pytest.mark.parametrize("page", ["cp866", "cp1251", "kz1048", "utf-8"])
def test_names_from_old_windows_are_decoded(tmp_path, page):
    names = ["Шарттар/Достык туралы.txt", "Шарттар/Шекара.txt", "Хаттар/Ресей мен Казакстан.txt"]
    if page in ("kz1048", "utf-8"):
        names = [name.replace("к ", "қ ").replace("Казак", "Қазақ") for name in names]
    data = packed(*((f"{number}" * len(name.encode(page)), TEXT) for number, name in enumerate(names)))
    for number, name in enumerate(names):
        data = data.replace(f"{number}".encode() * len(name.encode(page)), name.encode(page))
    assert sorted(document.name for document in documents(tmp_path, data)) == sorted(names)


def test_a_western_name_is_not_made_cyrillic(tmp_path):
    data = packed(("rzsumz.txt", TEXT)).replace(b"rzsumz", "résumé".encode("cp437"))
    assert [document.name for document in documents(tmp_path, data)] == ["résumé.txt"]


def bomb():
    return packed(("a.txt", b"\0" * 30_000_000))


def overlapping():
    """A directory whose two members are the same bytes."""
    data = packed(("a.txt", TEXT), ("b.txt", TEXT))
    first, second = (place for place in range(len(data)) if data[place : place + 4] == b"PK\x01\x02")
    return data[: second + 42] + data[first + 42 : first + 46] + data[second + 46 :]


def lying(data, size):
    """A member that holds more than its directory says."""
    entry = data.index(b"PK\x01\x02")
    return data[: entry + 24] + struct.pack("<I", size) + data[entry + 28 :]


NOISE = os.urandom(600_000)
HOSTILE = {
    "ratio": (bomb, "unsafe: 30,000,000 bytes packed into"),
    "overlap": (overlapping, "unsafe: members of the ZIP file overlap"),
    "entries": (lambda: packed(*((f"{n}", "") for n in range(101))), "size: more than the 100 files"),
    "total": (
        lambda: packed(("a", os.urandom(600_000)), ("b", os.urandom(600_000))),
        "size: more than the 1,000,000 bytes",
    ),
    "cut": (lambda: packed(("a.txt", TEXT * 100))[:-40], "damaged: the ZIP file has no directory"),
    "garbage": (lambda: b"PK\x03\x04" + bytes(range(256)) * 30, "damaged: the ZIP file has no directory"),
    "directory": (
        lambda: packed(("a.txt", TEXT)).replace(b"PK\x01\x02", b"PK\x01\x09"),
        "damaged: the ZIP file cannot be read",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_zip_file_that_cannot_be_believed_is_refused_before_it_is_unpacked(tmp_path, monkeypatch, kind):
    monkeypatch.setenv("QATYNAS_MAX_ENTRIES", "100")
    monkeypatch.setenv("QATYNAS_MAX_INFLATED_BYTES", "1000000" if kind == "total" else "100000000")
    monkeypatch.setattr("zipfile.ZipExtFile.read", lambda *_: pytest.fail("unpacked"))
    make, reason = HOSTILE[kind]
    (document,) = documents(tmp_path, make())
    assert (document.name, document.state) == ("a.zip", "refused")
    assert (document.reason or "").startswith(reason)


def test_a_directory_of_a_million_entries_is_refused_in_little_time_and_memory(tmp_path):
    one = packed(("a", ""))
    entry, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    directory = one[entry:end] * 1_000_000
    data = one[:entry] + directory + one[end : end + 12] + struct.pack("<II", len(directory), entry) + b"\0\0"
    began = time.perf_counter()
    (document,) = documents(tmp_path, data)
    assert (document.reason or "").startswith("size: more than the 10,000 files")
    assert time.perf_counter() - began < 5


def test_what_zip_files_within_one_another_hold_is_counted_together(tmp_path, monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_INFLATED_BYTES", "3000000")
    inner = packed(("a.txt", os.urandom(900_000).hex()))
    found = documents(tmp_path, packed(*((f"{number}.zip", inner) for number in range(2))))
    assert [document.name for document in found] == ["0.zip", "1.zip"]
    assert all((document.reason or "").startswith("size: more than the 3,000,000 bytes") for document in found)


def test_a_member_that_holds_more_than_it_says_is_damaged(tmp_path):
    (document,) = documents(tmp_path, lying(packed(("a.txt", TEXT * 1_000)), 50))
    assert (document.reason or "").startswith("damaged: the ZIP file cannot be read")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../x.txt", "unsafe: the name leads out of the folder"),
        ("a/../../x.txt", "unsafe: the name leads out of the folder"),
        ("/etc/passwd", "unsafe: the name leads out of the folder"),
        ("C:/x.txt", "unsafe: the name leads out of the folder"),
        ("..\\x.txt", "unsafe: the name leads out of the folder"),
    ],
)
def test_a_name_that_leads_out_of_the_folder_is_refused_and_the_others_are_read(tmp_path, name, reason):
    info = zipfile.ZipInfo("a")
    info.filename = name
    found = documents(tmp_path, packed((info, TEXT), ("b.txt", TEXT)))
    assert {document.reason for document in found} == {reason, None}
    assert [document.name for document in found if document.state == "read"] == ["b.txt"]


def test_folders_that_windows_parted_by_backslashes_are_folders(tmp_path):
    info = zipfile.ZipInfo("a")
    info.filename = "b\\a.txt"
    assert [document.name for document in documents(tmp_path, packed((info, TEXT)))] == ["b/a.txt"]


def test_a_name_with_a_nul_character_is_refused(tmp_path):
    data = packed(("aNUL.txt", TEXT)).replace(b"aNUL.txt", b"a\0.txt\0\0")
    (document,) = documents(tmp_path, data)
    assert (document.state, document.reason) == ("refused", "unsafe: the name has a NUL character")
    assert "\0" not in document.id + document.name


def test_a_link_is_refused(tmp_path):
    info = zipfile.ZipInfo("passwords.txt")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    (document,) = documents(tmp_path, packed((info, "/etc/passwd")))
    assert document.reason == "unsafe: a link, not a file"


def test_of_two_members_with_one_name_the_second_is_refused_under_an_identity_of_its_own(tmp_path):
    found = documents(tmp_path, packed(("a.txt", TEXT), ("a.txt", "Басқа мәтін.")))
    assert shown(found) == [
        ("a.txt", "read", None),
        ("2!a.txt", "refused", "unsafe: another file of the same name stands before it"),
    ]
    assert len({document.id for document in found}) == 2


def test_a_name_that_cannot_be_printed_is_escaped(tmp_path):
    (document,) = documents(tmp_path, packed(("a\x1b[31m\u202eb.txt", TEXT)))
    assert document.name == "a\\x1b[31m\\u202eb.txt"


def test_encrypted_and_strangely_packed_members_are_refused_one_by_one(tmp_path):
    data = packed(("a.txt", TEXT), ("b.txt", TEXT))
    entry = data.index(b"PK\x01\x02")
    sealed = data[: entry + 8] + b"\x01" + data[entry + 9 :]
    assert [document.reason for document in documents(tmp_path, sealed)] == [
        "encrypted: the file is packed with a password",
        None,
    ]
    found = documents(tmp_path, packed(("a.txt", TEXT), method=zipfile.ZIP_LZMA))
    assert found[0].reason == "format: packed by a method that is not read (number 14)"


def test_nothing_is_written_while_a_zipped_folder_is_read(tmp_path):
    written = []

    def watch(event, arguments):
        if armed and event == "open" and isinstance(arguments[2], int):
            if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                written.append(arguments[0])
        elif armed and event in ("os.mkdir", "os.rename", "os.symlink", "os.link"):
            written.append(arguments)

    armed = False
    sys.addaudithook(watch)
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("../x.txt", TEXT), ("b/a.html", f"<p>{TEXT}</p>"), ("c.zip", packed(("a.txt", TEXT)))))
    before = sorted(Path(tmp_path).rglob("*"))
    armed = True
    found = list(open_path(path))
    armed = False
    assert [document.state for document in found] == ["refused", "read", "read"]
    assert written == []
    assert sorted(Path(tmp_path).rglob("*")) == before


def test_a_zipped_folder_cannot_be_opened_as_one_document():
    reason = open_bytes(packed(("a.txt", TEXT)), id="a", name="a.zip").reason
    assert reason == "format: a ZIP file holds many documents; it is read from a file"


def test_members_are_counted_without_unpacking(monkeypatch):
    monkeypatch.setattr("zipfile.ZipExtFile.read", lambda *_: pytest.fail("unpacked"))
    assert count(io.BytesIO(packed(*((f"{number}.txt", TEXT) for number in range(25))))) == 25
    assert count(io.BytesIO(b"PK\x03\x04 broken")) == 1


def test_a_zipped_folder_larger_than_a_file_may_be_is_read_member_by_member(tmp_path, monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_FILE_BYTES", "2000")
    data = packed(("a.txt", TEXT), ("b.txt", os.urandom(3_000)), method=zipfile.ZIP_STORED)
    assert shown(documents(tmp_path, data)) == [
        ("a.txt", "read", None),
        ("b.txt", "refused", "size: 3,000 bytes, more than the 2,000 that a file may have"),
    ]
