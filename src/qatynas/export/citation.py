"""Citing a source, and a place in it, in a style of the Citation Style Language, by the package citeproc-py.

Three styles come along (`gost`, `apa`, `chicago`), written here from GOST R 7.0.5-2008, the APA manual (7th edition)
and the Chicago Manual of Style (17th edition, notes), with Kazakh, Russian and English terms; any other is the path
of a `.csl` file. CSL has no Kazakh locale: `styles/locale-kk.xml` is ours.
"""

import io
import re
import warnings
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from qatynas.errors import QatynasError
from qatynas.export import markup
from qatynas.facts.csl import to_csl
from qatynas.facts.source import Source
from qatynas.ontology.source_kinds import type_of

STYLES = ("gost", "apa", "chicago")
Language = Literal["kk", "ru", "en"]
Form = Literal["text", "html", "markdown"]
_LOCALES = {"kk": "kk", "ru": "ru-RU", "en": "en-US"}
_MOST_STYLE_BYTES = 1_000_000
_AUTHORS_IN_HEADING = 3  # GOST R 7.0.5-2008, 7.1.2: four and more go behind the title
_FILE_PAGE = {"kk": "файлдың {}-беті", "ru": "с. {} файла", "en": "page {} of the file"}
_LEAVES = ("manuscript", "personal_communication")
_UNPAGED = (*_LEAVES, "webpage", "post", "post-weblog", "broadcast")  # what a file of them numbers is its own pages


class Place(NamedTuple):
    """Where in a source: the printed page (or leaf) where it is known, else the page's place in the file, from 1."""

    printed: str | None = None
    of_file: int | None = None


class Citation(NamedTuple):
    """`note` is what a footnote or, in such styles, the bracket in the text holds; `reference` the line of the list.

    `in_text`: whether the style cites in the text, so that a reader needs both. One of them may be empty where the
    style knows no such thing.
    """

    note: str
    reference: str
    in_text: bool


def place(source: Source, page: int | None, pages: int) -> Place:
    """Where the page `page` of a file of `pages` pages stands in its source.

    The printed number is known where somebody said that of the first page (`first_page`), or where the source's own
    range of pages is as long as the file. With a range of another length it is not known which page is meant: the
    file's own is told, as such; so it is for what stands in a journal or book, on the web or in an archive. Of a book,
    report or treaty without a range the file's page is taken for the printed one.
    """
    if page is None:
        return Place()
    if source.first_page is not None:
        printed = source.first_page + page - 1
        return Place(str(printed)) if printed >= 1 else Place(of_file=page)
    span = re.fullmatch(r"\s*(\d+)(?:\s*[-–—]+\s*(\d+))?\s*", source.page or "")
    if span:
        first, last = int(span[1]), int(span[2] or span[1])
        return Place(str(first + page - 1)) if last - first + 1 == pages else Place(of_file=page)
    if source.page or source.container_title or csl_type(source) in _UNPAGED:
        return Place(of_file=page)
    return Place(str(page))


def csl_type(source: Source) -> str:
    """The type of CSL that a source is cited as."""
    contained, online = source.container_title is not None, source.url is not None
    return source.type or type_of(source.kind, contained=contained, online=online)


def language_of(source: Source) -> Language:
    """The language that a source is cited in: its own where there are terms for it, else English."""
    told = (source.language or "en")[:2].lower()
    return cast(Language, told) if told in _LOCALES else "en"


def cite(source: Source, where: Place, *, style: str, language: Language, form: Form) -> Citation:
    """Cite a source at a place. `style` is one of `STYLES` or the path of a `.csl` file.

    Raises `QatynasError` where there is no such style, or it cannot be used.
    """
    from citeproc import Citation as Cites
    from citeproc import CitationItem, CitationStylesBibliography, Locator
    from citeproc.source.json import CiteProcJSON

    made, formatter = _style(style, language), markup.formatter(form)
    item = _item(source, own=style in STYLES, escape=formatter.preformat)
    at: dict[str, Any] = {}
    if where.printed:
        at["locator"] = Locator("folio" if item["type"] in _LEAVES else "page", where.printed)
    elif where.of_file:
        at["suffix"] = _before_suffix(style) + _told(where.of_file, language, style)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            bibliography = CitationStylesBibliography(made, CiteProcJSON([item]), formatter)
            bibliography.register(Cites([bare := CitationItem("source")]))
            cites = Cites([CitationItem("source", **at) if at else bare])
            bibliography.register(cites)
            note = str(bibliography.cite(cites, lambda _: ""))
            reference = "".join(map(str, bibliography.bibliography())) if made.has_bibliography() else ""
    except Exception as error:
        # A style is a small program of somebody else: whatever goes wrong in it is told as its fault.
        raise QatynasError(f"{style}: this style cannot cite the source: {error or type(error).__name__}") from None
    in_text = made.root.get("class") == "in-text"
    return Citation(_tidy(note, language), _tidy(reference, language), in_text)


def _told(page: int, language: Language, style: str) -> str:
    words = _FILE_PAGE[language].format(page)
    return words[0].upper() + words[1:] if style == "gost" else words


def _before_suffix(style: str) -> str:
    return ". – " if style == "gost" else ", "


def _tidy(words: str, language: Language) -> str:
    """One line, no sign doubled where two parts meet; in English the comma stands inside the quotation mark."""
    words = re.sub(r"(?<!\.)\.\.(?!\.)", ".", " ".join(words.split()))
    return re.sub(r"”([.,])", r"\1”", words) if language == "en" else words


def _item(source: Source, *, own: bool, escape: Any) -> dict[str, Any]:
    """The item of CSL-JSON, every word safe in the form that is printed."""
    item = to_csl(_dated(source), "source", csl_type(source))
    known = _known()
    told = {name: _escaped(value, escape) for name, value in item.items() if name.replace("-", "_") in known}
    told |= {"id": "source", "type": item["type"]}
    if own and len(source.author) > _AUTHORS_IN_HEADING:
        told["citation-label"] = "many"
    return told


def _known() -> frozenset[str]:
    """Variables that citeproc-py knows: it warns of others, and no style of it could ask for them."""
    from citeproc import VARIABLES

    return frozenset(VARIABLES) - {"annote", "abstract", "keyword"}


def _dated(source: Source) -> Source:
    """The source with a date that CSL has a form for: that of a decade or an open interval is its years."""
    from msgspec.structs import replace

    from qatynas.facts.edtf import Edtf

    issued = source.issued
    if issued is None or "literal" not in to_csl(Source(issued=issued), "", "")["issued"]:
        return source
    first, last = issued.year_range
    years = [f"{year:04}" for year in (first, last) if year is not None and 0 <= year <= 9999]
    return replace(source, issued=Edtf.parse("/".join(dict.fromkeys(years))) if years else None)


def _escaped(value: Any, escape: Any) -> Any:
    if isinstance(value, str):
        return str(escape(value))
    if isinstance(value, list):
        return [_escaped(each, escape) for each in value]
    if isinstance(value, dict) and "date-parts" not in value:
        return {name: _escaped(each, escape) for name, each in value.items()}
    return value


def _style(style: str, language: Language) -> Any:
    from citeproc import CitationStylesStyle

    data = files("qatynas.export").joinpath(f"styles/{style}.csl").read_bytes() if style in STYLES else _file(style)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = CitationStylesStyle(io.BytesIO(data), locale=_LOCALES[language], validate=False)
            if made.root.find("{*}citation") is None:
                raise QatynasError(f"{style}: a style that leans on another; name that one")
            if style in STYLES and language != "en":
                _join_as_there(made)
            if language == "kk":
                _add_kazakh(made)
    except QatynasError:
        raise
    except Exception as error:
        raise QatynasError(f"{style}: not a style of CSL: {' '.join(str(error).split())[:200]}") from None
    return made


def _join_as_there(style: Any) -> None:
    """In Kazakh and Russian no comma stands before «және» and «и»; CSL lets a style say so for all languages only."""
    for name in style.root.iter("{*}name"):
        name.set("delimiter-precedes-last", "never")


def _add_kazakh(style: Any) -> None:
    """Put the Kazakh terms behind the style's own and before those of English, which it falls back to."""
    from citeproc.frontend import CitationStylesXML

    terms = files("qatynas.export").joinpath("styles/locale-kk.xml").read_bytes()
    locale = CitationStylesXML(io.BytesIO(terms), validate=False).root
    locale.style = style.root
    style.root.locales.insert(len(style.root.locales) - 1, locale)


def _file(style: str) -> bytes:
    path = Path(style)
    if path.suffix != ".csl":
        raise QatynasError(f"{style}: no such style; there are {', '.join(STYLES)}, and files that end in .csl")
    try:
        if path.stat().st_size > _MOST_STYLE_BYTES:
            raise QatynasError(f"{style}: larger than {_MOST_STYLE_BYTES:,} bytes")
        data = path.read_bytes()
    except OSError as error:
        raise QatynasError(f"{style}: {error.strerror or error}") from None
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
        raise QatynasError(f"{style}: a style with a DOCTYPE, or not in UTF-8, is not read")
    return data
