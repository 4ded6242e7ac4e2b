"""HTML as saved from the web: its main text, or the whole page where nothing stands around the text."""

import re
from typing import Any

from qatynas.documents import html
from qatynas.documents.extracted import Extracted
from qatynas.documents.maintext import main_lines
from qatynas.documents.pagehead import told
from qatynas.errors import Refused

_FURNITURE = re.compile(
    r"(?:^|\s)(?:mw-editsection|mw-jump-link|mw-cite-backlink|sr-only|screen-reader-text|visually-hidden)(?:$|\s)"
)


def extract(data: bytes) -> Extracted:
    """A page that is UTF-8: whoever asks has found out its encoding. Raises `Refused` as `html.read` does."""
    return extract_text(data.decode("utf-8", "replace"))


def extract_text(source: str) -> Extracted:
    """The main text of a page. Raises `Refused` as `html.read` does."""
    root, warnings = html.parse(source)
    _strip(root)
    known, layout = told(root), html.layout(root)
    main = main_lines(root, layout, known.title)
    text, parts = layout.text(main.lines)
    if not text and next(root.iter("frameset"), None) is not None:
        raise Refused("empty: the text of this page stands in other files (frames); give those")
    return Extracted(
        text=text,
        extractor=html.EXTRACTOR if main.lines is None else f"{html.EXTRACTOR} {_library()}",
        parts=parts,
        told=known,
        warnings=(*warnings, *filter(None, [main.warning])),
    )


def _strip(root: Any) -> None:
    """Take out what stands within lines and is no text: links to edit or to come back, words for screen readers."""
    for element in [one for one in root.iter() if _FURNITURE.search(one.get("class") or "")]:
        tail = element.tail or ""
        before, parent = element.getprevious(), element.getparent()
        if parent is None:
            continue
        if before is not None:
            before.tail = html.fit((before.tail or "") + tail)
        else:
            parent.text = html.fit((parent.text or "") + tail)
        parent.remove(element)


def _library() -> str:
    from trafilatura import __version__

    return f"trafilatura/{__version__}"
