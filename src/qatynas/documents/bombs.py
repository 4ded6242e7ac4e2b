"""ZIP bombs: how the members of a directory tell of one, before anything is unpacked.

Zipped folders (`archive`) and documents that are ZIP packages (`package`) are looked at alike. The ratio is our own:
text shrinks to a 20th at most.
"""

from collections.abc import Iterable
from typing import BinaryIO
from zipfile import ZipInfo

_RATIO = 300  # of bytes unpacked to packed, from which on a member of some size is no text
_SMALL = 1_000_000  # bytes below which the ratio tells nothing
_HEADER = 30  # bytes of the header before a member, without its name and further fields


def swelling(info: ZipInfo) -> str | None:
    """Why a member is a bomb by itself; null where it is none."""
    if info.file_size > _SMALL and info.file_size > _RATIO * info.compress_size:
        return f"{info.file_size:,} bytes packed into {info.compress_size:,} (a ZIP bomb)"
    return None


def overlapping(file: BinaryIO, infos: Iterable[ZipInfo]) -> bool:
    """Whether members share bytes of the file, the headers before them counted in."""
    reached = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < reached:
            return True
        file.seek(info.header_offset)
        header = file.read(_HEADER)
        lengths = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        reached = info.header_offset + _HEADER + lengths + info.compress_size
    return False
