"""Old Word files (DOC), which LibreOffice turns into DOCX where it is installed.

It is a program of its own, started here, by the parent, in a temporary folder with a profile of its own, so that no
macro of the user's runs and nothing of it stays. It would fetch a picture that a document links to (7.4 does, whatever
its options for untrusted links say): its profile names a proxy that nobody is.
"""

import os
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from qatynas.documents.program import run
from qatynas.errors import Refused
from qatynas.settings import limit

_PACKAGE = "Debian: apt-get install libreoffice-writer-nogui"
_NO_PROXY = "127.0.0.1", 1  # a port on which nothing listens
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
        _write_profile(Path(folder, "profile", "user"))
        command = [program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", "docx", "--outdir", folder, str(old)]
        run(command, {**os.environ, "TMPDIR": folder, "HOME": folder}, limit("parse_seconds"))
        if not new.exists():
            raise Refused("damaged: LibreOffice cannot read the old Word document; it may want a password")
        return new.read_bytes()


def _write_profile(folder: Path) -> None:
    """Settings (LibreOffice's schema `org.openoffice.Inet`, `ooInetProxyType` 2: by hand) that lead nowhere."""
    host, port = _NO_PROXY
    settings = {"ProxyType": 2, "NoProxy": ""}
    for kind in ("HTTP", "HTTPS"):
        settings |= {f"{kind}ProxyName": host, f"{kind}ProxyPort": port}
    items = "".join(
        f'<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInet{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for name, value in settings.items()
    )
    folder.mkdir(parents=True)
    settings_file = folder / "registrymodifications.xcu"
    settings_file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _expect_word(data: bytes) -> None:
    # A Word document may hold an Excel sheet: what it is itself goes first, unless all of it is encrypted.
    named = [name for name, _ in _STREAMS if name.encode("utf-16-le") in data]
    if "WordDocument".encode("utf-16-le") in data and "EncryptedPackage" not in named:
        return
    raise Refused(dict(_STREAMS)[named[0]] if named else "damaged: an OLE file without a Word document in it")
