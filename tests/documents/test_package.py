import io
import zipfile

import pytest

from qatynas.documents.package import opened, parsed
from qatynas.errors import Refused


def packed(*members, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def reason(data, **limits):
    with pytest.raises(Refused) as refused:
        opened(data, "DOCX")
    return refused.value.reason


def test_parts_are_read_by_their_names():
    package = opened(packed(("a.xml", "<a><b/>қ</a>"), ("c.bin", b"\0\1")), "DOCX")
    assert package.names == {"a.xml", "c.bin"}
    assert package.read("c.bin") == b"\0\1"
    assert "".join(package.xml("a.xml").itertext()) == "қ"
    assert [element.tag for element in package.each("a.xml", "b")] == ["b"]
    with pytest.raises(Refused, match=r"damaged: the DOCX lacks its part “d.xml”"):
        package.read("d.xml")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all", packed(("a", "b"))[:-30]])
def test_a_broken_directory_is_damaged(data):
    assert reason(data).startswith("damaged: the DOCX cannot be unpacked (")


def test_a_part_that_was_changed_is_damaged():
    data = packed(("a.xml", "<a>" + "қазақ" * 50 + "</a>"), method=zipfile.ZIP_STORED)
    with pytest.raises(Refused, match=r"damaged: part “a.xml” of the DOCX cannot be read \(Bad CRC"):
        opened(data.replace("қазақ".encode(), "казак".encode(), 1), "DOCX").xml("a.xml")


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert reason(packed(("a.xml", b"\0" * 20_000_000))).startswith("unsafe: 20,000,000 bytes packed into ")


def test_limits_are_told(monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_ENTRIES", "2")
    assert reason(packed(("a", ""), ("b", ""), ("c", ""))) == "size: 3 parts, more than the 2 that a DOCX may have"
    monkeypatch.setenv("QATYNAS_MAX_INFLATED_BYTES", "10")
    assert reason(packed(("a", "x" * 11))) == "size: 11 bytes unpacked, more than the 10 that a DOCX may have"


@pytest.mark.parametrize("name", ["../a.xml", "word/../../a", "/etc/passwd", "C:\\a.xml", "\\a", "a\\..\\b"])
def test_names_that_lead_elsewhere_are_refused(name):
    assert reason(packed((name, "x"))) == "unsafe: a part's name leads elsewhere"


def test_links_are_refused():
    link = zipfile.ZipInfo("a")
    link.external_attr = 0o120777 << 16
    assert reason(packed((link, "/etc/passwd"))) == "unsafe: a part's name leads elsewhere"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    assert reason(packed(("a.xml", "1"), ("a.xml", "2"))) == "unsafe: two parts are named “a.xml”"


def test_overlapping_parts_are_refused():
    data = packed(("a.xml", "1" * 50), ("b.xml", "2" * 50), method=zipfile.ZIP_STORED)
    at = data.rindex(b"PK\x01\x02")
    assert reason(data[: at + 42] + bytes(4) + data[at + 46 :]) == "unsafe: its parts overlap (a ZIP bomb)"


def test_a_part_whose_header_stands_in_the_one_before_is_refused():
    data = packed(("a.xml", "1" * 50), ("b.xml", "2" * 50), method=zipfile.ZIP_STORED)
    place = data.rindex(b"PK\x01\x02") + 42
    inside = int.from_bytes(data[place : place + 4], "little") - 20
    data = data[:place] + inside.to_bytes(4, "little") + data[place + 4 :]
    assert reason(data) == "unsafe: its parts overlap (a ZIP bomb)"


def test_an_encrypted_part_is_told():
    data = bytearray(packed(("a.xml", "<a/>")))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Refused, match="encrypted: a password is wanted"):
        opened(bytes(data), "DOCX").read("a.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!-- --><!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
    ],
)
def test_a_doctype_is_refused(declared, encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?>{declared}<a>&x;</a>'.encode(encoding)
    with pytest.raises(Refused, match=r"unsafe: part “a.xml” of the DOCX declares a DOCTYPE"):
        opened(packed(("a.xml", data)), "DOCX").xml("a.xml")
    with pytest.raises(Refused, match=r"unsafe: part “a.xml” of the DOCX declares a DOCTYPE"):
        list(opened(packed(("a.xml", data)), "DOCX").each("a.xml", "a"))


def test_a_doctype_behind_a_long_comment_is_refused():
    data = f"<?xml version='1.0'?><!--{'x' * 100_000}--><!DOCTYPE a [<!ENTITY x 'y'>]><a><b/></a>".encode()
    package = opened(packed(("a.xml", data), method=zipfile.ZIP_STORED), "DOCX")
    for read in (package.xml, lambda name: list(package.each(name, "b"))):
        with pytest.raises(Refused, match=r"unsafe: part “a.xml” of the DOCX declares a DOCTYPE"):
            read("a.xml")


def test_xml_that_is_nested_too_deeply_is_damaged():
    with pytest.raises(Refused, match=r"damaged: a file cannot be read \(Excessive depth"):
        parsed(b"<a>" * 10_000 + b"</a>" * 10_000, "a file")
