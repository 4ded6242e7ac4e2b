"""Small files that cannot be read, or that were made to do harm, by hand: one maker a way."""

import gzip
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

import samples


def locked_pdf() -> bytes:
    """A PDF of the standard security handler, whose user password nobody knows (ISO 32000-1, 7.6.3)."""
    pages = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", b"<</Type/Page/Parent 2 0 R>>"]
    secret = "<" + "5A" * 32 + ">"
    locked = f"<</Filter/Standard/V 1/R 2/O{secret}/U{secret}/P -4>>".encode()
    return samples.pdf_of([*pages, locked], f"/Encrypt 4 0 R/ID[<{'00' * 16}><{'00' * 16}>]")


def locked(whole: bytes) -> bytes:
    """A ZIP file with the flag that says that its members are encrypted."""
    out = bytearray(whole)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := out.find(mark, at + 1)) >= 0:
            out[at + place] |= 1
    return bytes(out)


def compound(*streams: str) -> bytes:
    """A Compound File ([MS-CFB]) that names these empty streams, as Office keeps what it encrypts."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0)
    fat = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE).ljust(512, b"\xff")
    entries = b""
    for number, name in enumerate(["Root Entry", *streams]):
        words = name.encode("utf-16-le")
        right = number + 1 if 0 < number < len(streams) else 0xFFFFFFFF
        entry = words.ljust(64, b"\0") + struct.pack("<HBB", len(words) + 2, 2 if number else 5, 1)
        entries += (entry + struct.pack("<III", 0xFFFFFFFF, right, 0xFFFFFFFF if number else 1)).ljust(128, b"\0")
    return header.ljust(512, b"\xff") + fat + entries.ljust(512, b"\0")


def scan(width: int, height: int, pixels: bytes) -> bytes:
    """A PDF of one page that is a picture."""
    image = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray/BitsPerComponent 8"
    return samples.pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>",
            b"<</Type/Page/Parent 2 0 R/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
            samples.stream(zlib.compress(pixels), f"{image}/Filter/FlateDecode"),
            samples.stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        ]
    )


def bomb(size: int, whole: bytes) -> bytes:
    """A ZIP file with a further part of so many blanks."""
    blanks = b" " * (1 << 20)
    out = BytesIO(whole)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/bomb.txt", "w") as part:
        for _ in range(size >> 20):
            part.write(blanks)
    return out.getvalue()


def overlapping() -> bytes:
    """A ZIP file two of whose members lie at the same place."""
    whole = bytearray(samples.packed({"word/document.xml": "x" * 5000, "word/other.xml": "y" * 5000}))
    first = whole.index(b"PK\x01\x02")
    second = whole.index(b"PK\x01\x02", first + 4)
    whole[second + 42 : second + 46] = whole[first + 42 : first + 46]
    return bytes(whole)


def named(name: str, whole: bytes) -> bytes:
    """A ZIP file with a further member of that name."""
    out = BytesIO(whole)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), "root:")
    return out.getvalue()


def png(width: int, height: int) -> bytes:
    """A picture that says to be so large, and of which only the first line is there."""
    out = b"\x89PNG\r\n\x1a\n"
    for name, content in (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(width + 1))),
        (b"IEND", b""),
    ):
        out += struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    return out


class Spoiled(NamedTuple):
    """The extension that such a file bears, what makes it, and the first words of the reasons that may be given."""

    extension: str
    make: Callable[[], bytes]
    reasons: tuple[str, ...]


_WORDS = samples.WORDS
_LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
WAYS: dict[str, Spoiled] = {
    "empty": Spoiled("txt", lambda: b"", ("empty",)),
    "blank": Spoiled("md", lambda: b" \n\t" * 50, ("empty",)),
    "blank page": Spoiled("html", lambda: b"<html><body></body></html>", ("empty",)),
    "noise": Spoiled("txt", lambda: bytes(range(256)) * 20, ("binary",)),
    "nul": Spoiled("txt", lambda: f"{_WORDS}\0{_WORDS}".encode(), ("binary",)),
    "another alphabet": Spoiled("txt", lambda: (_RUSSIAN * 4).encode("koi8-r"), ("encoding",)),
    "mixed": Spoiled("txt", lambda: (_WORDS * 2).encode() + (_WORDS * 2).encode("kz1048"), ("encoding",)),
    "picture": Spoiled("jpg", lambda: png(60_000, 60_000), ("needs OCR", "size")),
    "packed": Spoiled("txt.gz", lambda: gzip.compress(_WORDS.encode(), mtime=0), ("format",)),
    "database": Spoiled("db", lambda: b"SQLite format 3\0" + bytes(4000), ("format",)),
    "drawing": Spoiled("svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', ("format",)),
    "half a PDF": Spoiled("pdf", lambda: samples.pdf(_WORDS)[:400], ("damaged",)),
    "garbage in a PDF": Spoiled("pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 9, ("damaged",)),
    "locked PDF": Spoiled("pdf", locked_pdf, ("encrypted",)),
    "scan": Spoiled("pdf", lambda: scan(20, 30, bytes(600)), ("needs OCR",)),
    "half a DOCX": Spoiled("docx", lambda: samples.docx(_WORDS)[:-300], ("damaged",)),
    "DOCX with a DOCTYPE": Spoiled("docx", lambda: samples.docx(_WORDS, prolog=_LAUGHS), ("unsafe",)),
    "bomb": Spoiled("docx", lambda: bomb(50 << 20, samples.docx(_WORDS)), ("unsafe", "size")),
    "overlapping": Spoiled("docx", overlapping, ("unsafe",)),
    "leading out": Spoiled("odt", lambda: named("../../x", samples.odt(_WORDS)), ("unsafe",)),
    "locked ODT": Spoiled("odt", lambda: locked(samples.odt(_WORDS)), ("encrypted",)),
}
_RUSSIAN = "Президент России прибыл в Казахстан с официальным визитом и подписал договор о дружбе. "
