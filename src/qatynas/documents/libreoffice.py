"""Old Word files (DOC), which LibreOffice turns into DOCX where it is installed.

It is a program of its own, started here, by the parent, in a temporary folder with a profile of its own, so that no
macro of the user's runs and nothing of it stays.
"""

import os
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from qatynas.documents.program import run
from qatynas.errors import Refused
from qatynas.settings import limit

_PACKAGE = "Debian: apt-get install libreoffice-writer-nogui"
# What the directory of an OLE file names, in UTF-16 ([MS-CFB] 2.6.1).
_STREAMS = (
    ("EncryptedPackage", "encrypted: the document opens only with a password"),
    ("Workbook", "format: old Excel documents are not read: save the file as XLSX"),
    ("PowerPoint Document", "format: old PowerPoint documents are not read"),
    ("__substg1.0_", "format: Outlook messages are not read: save the message as EML"),
)


def modern(data: bytes) -> bytes:
    """A DOC as DOCX.

    Raises `Refused`: `encrypted`; `format` where it is another OLE file, or LibreOffice is not installed; `damaged`
    where that makes nothing of it; `timeout` after the setting `parse_seconds`.
    """
    _expect_word(data)
    program = which("soffice") or which("libreoffice")
    if program is None:
        raise Refused(f"format: old Word documents need LibreOffice ({_PACKAGE})")
    with TemporaryDirectory(prefix="qatynas-office-") as folder:
        old, new = Path(folder, "document.doc"), Path(folder, "document.docx")
        old.write_bytes(data)
        command = [program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", "docx", "--outdir", folder, str(old)]
        run(command, {**os.environ, "TMPDIR": folder, "HOME": folder}, limit("parse_seconds"))
        if not new.exists():
            raise Refused("damaged: LibreOffice cannot read the old Word document; it may want a password")
        return new.read_bytes()


def _expect_word(data: bytes) -> None:
    for stream, reason in _STREAMS:
        if stream.encode("utf-16-le") in data:
            raise Refused(reason)
    if "WordDocument".encode("utf-16-le") not in data:
        raise Refused("damaged: an OLE file without a Word document in it")
