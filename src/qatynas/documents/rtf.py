r"""RTF, Microsoft's Rich Text Format 1.9.1: its text, by the library striprtf (BSD).

The library gives one string without notes, headings and pages; how many notes are left out is told.
"""

import re
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

from qatynas.documents.extracted import Extracted
from qatynas.documents.told import Told, one_line
from qatynas.errors import Refused

EXTRACTOR = f"qatynas-rtf/1 striprtf/{version('striprtf')}"

_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_NOTE = re.compile(r"\{\\footnote(?![a-z])")
_BRACE = re.compile(r"\\.|([{}])", re.DOTALL)
_FIELD = r"\{{\\{}[ \\]((?:[^{{}}\\]|\\.)*+)\}}"
_INFO = 20_000  # characters in which title and author stand


def extract(data: bytes) -> Extracted:
    """The text of an RTF file, paragraphs on lines of their own; title and author.

    Raises `Refused`: `damaged` where it cannot be taken apart. A file whose end is missing is read as far as it goes.
    """
    source = data.decode("latin-1")  # bytes beyond ASCII are none of RTF's own, and mean what the code page says
    try:
        text = _plain(source, _encoding(source))
    except (ValueError, LookupError, IndexError, KeyError, OverflowError) as error:
        raise Refused(f"damaged: the RTF cannot be read ({error})") from None
    notes = len(_NOTE.findall(source))
    author = _field(source, "author")
    return Extracted(
        text=text,
        extractor=EXTRACTOR,
        told=Told(title=_field(source, "title"), authors=(author,) if author else ()),
        warnings=(f"notes left out: {notes}; saved as DOCX, the document is read with them",) if notes else (),
        partly=None if _is_whole(source) else "damaged: the end of the RTF is missing",
    )


def _encoding(source: str) -> str:
    found = _CODE_PAGE.search(source, 0, _INFO)
    return f"cp{found[1]}" if found else "cp1252"


def _field(source: str, name: str) -> str | None:
    found = re.compile(_FIELD.format(name)).search(source, 0, _INFO)
    if found is None:
        return None
    return one_line(_plain(f"{{\\rtf1 {found[1]}}}", _encoding(source)))


def _plain(source: str, encoding: str) -> str:
    words: str = rtf_to_text(source, encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    return words


def _is_whole(source: str) -> bool:
    """Whether every group that was opened is closed."""
    braces = [match[1] for match in _BRACE.finditer(source) if match[1]]
    return braces.count("{") <= braces.count("}")
