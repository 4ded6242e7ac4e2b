"""Every error that a user can meet, in one tree.

    QatynasError
    ├── Refused                 a document that cannot be read
    ├── DataFileError           a mistake in a data file or a user's lexicon
    ├── EdtfError               a string that is no EDTF date
    ├── EvidenceError           a quote that does not stand at its span
    └── RecordError
        ├── NotARecord          the file is not a record of ours
        ├── RecordTooNew        the record was written by a later version
        ├── RecordBusy          another process holds the record
        ├── RecordUnwritable    read-only folder, full disk
        └── NotFound            no such fact, document or relation

The message of each is one line that names the file or thing and the reason; `exit_code` is what the
command line ends with.
"""

REASONS = {
    "empty": "there is no text",
    "damaged": "the parser could not make sense of it",
    "binary": "no text at all",
    "encrypted": "a password is wanted",
    "encoding": "its letters are in none of the encodings that are known",
    "format": "a kind of file, or a form of it, that is not read",
    "size": "larger, deeper or more than the settings allow",
    "unsafe": "made to do harm or to deceive: a bomb, a name that leads elsewhere, a DOCTYPE",
    "needs OCR": "pictures of pages, without letters",
    "unreadable": "the system does not let it be read",
    "missing": "no such file",
    "mapping": "the mapping of columns beside a table cannot be used",
    "crash": "the process that opened it died",
    "oom": "the process that opened it wanted too much memory",
    "timeout": "it was not opened in time",
}
"""First words, up to the colon, of the reasons for which a document is refused or partly read, and their meaning."""


class QatynasError(Exception):
    """Anything that a user can meet and do something about."""

    exit_code = 1


class Refused(QatynasError):
    """A document that cannot be read; `reason` is one line without the document's name.

    The reason begins with one word that stays the same between versions (`REASONS`), so that scripts can rely
    on it.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DataFileError(QatynasError):
    """A mistake in a data file: names the file, the line (from 1) and the reason."""

    exit_code = 2

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason

    def __reduce__(self) -> tuple[type["DataFileError"], tuple[str, int, str]]:
        # A process that reads sends it to its parent.
        return DataFileError, (self.file, self.line, self.reason)


class EdtfError(QatynasError, ValueError):
    """A string that is no EDTF date of the levels that we read."""


class EvidenceError(QatynasError):
    """A quote that does not stand at its span of the stored original."""


class RecordError(QatynasError):
    """Something is wrong with the record itself; what it already held is whole."""

    exit_code = 3


class NotARecord(RecordError):
    """The file exists and is not a record of ours."""


class RecordTooNew(RecordError):
    """The record was written by a later version of Qatynas."""


class RecordBusy(RecordError):
    """Another process holds the record and did not let go in time."""


class RecordUnwritable(RecordError):
    """The record cannot be written: read-only folder, full disk."""


class NotFound(QatynasError):
    """No fact, document or relation of that name in the record."""
