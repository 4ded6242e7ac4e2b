"""ZIP bombs: how the members of a directory tell of one, before anything is unpacked.

Zipped folders (`archive`) and documents that are ZIP packages (`package`) are looked at alike. The ratio is our own:
text shrinks to a 20th at most.
"""

from zipfile import ZipInfo

_RATIO = 300  # of bytes unpacked to packed, from which on a member of some size is no text
_SMALL = 1_000_000  # bytes below which the ratio tells nothing


def swelling(info: ZipInfo) -> str | None:
    """Why a member is a bomb by itself; null where it is none."""
    if info.file_size > _SMALL and info.file_size > _RATIO * info.compress_size:
        return f"{info.file_size:,} bytes packed into {info.compress_size:,} (a ZIP bomb)"
    return None


def by_place(infos: list[ZipInfo]) -> list[ZipInfo]:
    """Members in the order in which they stand in the file: each must begin behind the end of the one before."""
    return sorted(infos, key=lambda info: info.header_offset)
