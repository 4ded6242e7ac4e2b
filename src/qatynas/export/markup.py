"""How words are set in plain text, HTML and Markdown, as citeproc-py asks for it."""

import html
import re
from collections.abc import Callable
from typing import Any, NamedTuple

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#])")


class Formatter(NamedTuple):
    """The names are citeproc-py's: `preformat` makes words safe, the others set them."""

    preformat: Callable[[Any], str]
    Italic: Callable[[Any], str] = str
    Oblique: Callable[[Any], str] = str
    Bold: Callable[[Any], str] = str
    Light: Callable[[Any], str] = str
    Underline: Callable[[Any], str] = str
    Superscript: Callable[[Any], str] = str
    Subscript: Callable[[Any], str] = str
    SmallCaps: Callable[[Any], str] = str


def _around(before: str, after: str) -> Callable[[Any], str]:
    return lambda words: f"{before}{words}{after}"


def _safe_html(words: Any) -> str:
    return html.escape(str(words), quote=False)


def _safe_markdown(words: Any) -> str:
    return _MARKDOWN.sub(r"\\\1", str(words))


_ITALIC = _around("*", "*")
FORMATTERS = {
    "text": Formatter(str),
    "html": Formatter(
        _safe_html,
        Italic=_around("<i>", "</i>"),
        Oblique=_around("<i>", "</i>"),
        Bold=_around("<b>", "</b>"),
        Underline=_around("<u>", "</u>"),
        Superscript=_around("<sup>", "</sup>"),
        Subscript=_around("<sub>", "</sub>"),
        SmallCaps=_around('<span style="font-variant:small-caps">', "</span>"),
    ),
    "markdown": Formatter(_safe_markdown, Italic=_ITALIC, Oblique=_ITALIC, Bold=_around("**", "**")),
}


def formatter(form: str) -> Formatter:
    """What sets words in `text`, `html` or `markdown`."""
    return FORMATTERS[form]
