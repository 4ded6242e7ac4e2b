"""Which module reads which kind of file. Each is imported when the first file of its kind comes, in the child."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from qatynas.documents.extracted import Extracted
from qatynas.documents.table import TABLES


class Extractor(NamedTuple):
    """A kind of file that is read: its media type (IANA) and the module of `qatynas.documents` that reads it."""

    media_type: str
    module: str


EXTRACTORS: dict[str, Extractor] = {
    "DOCX": Extractor("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "ODT": Extractor("application/vnd.oasis.opendocument.text", "odt"),
    "old Word": Extractor("application/msword", "docx"),
    "PDF": Extractor("application/pdf", "pdf"),
    "RTF": Extractor("application/rtf", "rtf"),
    "HTML": Extractor("text/html", "webpage"),
    "MHTML": Extractor("multipart/related", "mhtml"),
    "e-mail": Extractor("message/rfc822", "mail"),
    "EPUB": Extractor("application/epub+zip", "epub"),
    "ODS": Extractor(TABLES["ODS"], "opensheet"),
    "XLSX": Extractor(TABLES["XLSX"], "workbook"),
}
"""By the names that `media` gives to kinds."""


def extract(kind: str, data: bytes) -> Extracted:
    """Give the text of a file of that kind; called in the child process.

    A module that reads a kind has `extract(data: bytes) -> Extracted`, which raises `Refused` for what it cannot read.
    """
    module = import_module(f"qatynas.documents.{EXTRACTORS[kind].module}")
    reader: Callable[[bytes], Extracted] = module.extract
    return reader(data)
