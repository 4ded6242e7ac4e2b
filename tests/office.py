"""Office documents that tests make: the least that programs take for a DOCX or an ODT."""

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def packed(*members: tuple[str, str | bytes]) -> bytes:
    """A ZIP file of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            # The type stands first and as it is, so that it can be seen without unpacking (OCF 3.3, 4.3).
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX whose body is this WordprocessingML (prefix `w`); `footnotes="…"` and the like are further parts."""
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    members: list[tuple[str, str | bytes]] = [
        ("[Content_Types].xml", types),
        ("word/document.xml", _word("document", f"<w:body>{body}</w:body>")),
    ]
    members += [(f"word/{name}.xml", _word(name, content)) for name, content in parts.items() if name != "core"]
    if "core" in parts:
        members.append(("docProps/core.xml", f'<p xmlns:dc="http://purl.org/dc/elements/1.1/">{parts["core"]}</p>'))
    return packed(*members)


def _word(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{content}</w:{name}>'


def p(words: str, style: str = "") -> str:
    """A paragraph of WordprocessingML; `|` is where a page ended when Word last laid the text out."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = "<w:lastRenderedPageBreak/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in words.split("|"))
    return f"<w:p>{properties}<w:r>{runs}</w:r></w:p>"


def odt(body: str, *, styles: str = "", meta: str = "", manifest: str = "") -> bytes:
    """An ODT whose body is this OpenDocument XML (prefixes `text`, `table`, `office`, `draw`)."""
    names = {name: f"{_OPEN}{name}:1.0" for name in ("text", "table", "office", "style", "meta")}
    names |= {"fo": f"{_OPEN}xsl-fo-compatible:1.0", "draw": f"{_OPEN}drawing:1.0", "dc": _DUBLIN_CORE}
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in names.items())
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    members: list[tuple[str, str | bytes]] = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
    ]
    if meta:
        told = f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>"
        members.append(("meta.xml", told))
    if manifest:
        members.append(("META-INF/manifest.xml", manifest))
    return packed(*members)
