"""Scans that tests make: pictures, and PDFs of them, without any library."""

import struct
import zlib
from collections.abc import Sequence


def png(width: int, height: int) -> bytes:
    """A white picture of one bit a pixel (PNG specification, third edition)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compressobj(9)
    line = b"\0" + b"\xff" * ((width + 7) // 8)
    data = b"".join(rows.compress(line) for _ in range(height)) + rows.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def pdf(pages: Sequence[bytes], dpi: int) -> bytes:
    """A PDF of JPEG pictures, one a page, and nothing else (ISO 32000-1, 7.5, 8.9)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for picture in pages:
        width, height, colours = _frame(picture)
        box = f"[0 0 {width * 72 / dpi:.2f} {height * 72 / dpi:.2f}]"
        first = len(objects) + 1
        kids.append(f"{first} 0 R")
        drawn = f"q {width * 72 / dpi:.2f} 0 0 {height * 72 / dpi:.2f} 0 0 cm /I Do Q".encode()
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents {first + 1} 0 R"
            f" /Resources << /XObject << /I {first + 2} 0 R >> >> >>".encode(),
            _stream(b"", drawn),
            _stream(
                f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /{colours}"
                " /BitsPerComponent 8 /Filter /DCTDecode".encode(),
                picture,
            ),
        ]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _stream(told: bytes, data: bytes) -> bytes:
    return b"<< " + told + b" /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + end


def _frame(picture: bytes) -> tuple[int, int, str]:
    """Width, height and colours of a JPEG picture, from its frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while picture[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
    height, width = struct.unpack(">HH", picture[at + 5 : at + 9])
    return width, height, {1: "DeviceGray", 3: "DeviceRGB"}[picture[at + 9]]
