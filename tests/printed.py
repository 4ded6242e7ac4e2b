"""A printed page's trouble: columns, running heads, page numbers and footnotes, as a flat ODT to be printed.

LibreOffice sets letters that a font lacks from another one, and in justified lines puts some of them in wrong places:
the font must have all letters of Kazakh.
"""

from collections.abc import Sequence
from html import escape

FONT = "DejaVu Serif"
FIRST = 101  # the mark of the first footnote: the text's own [1] means something else
HEAD = "ХАБАРШЫ. Халықаралық қатынастар сериясы. № 2 (64). 2014"
TITLE = "Қазақстан мен Америка Құрама Штаттарының стратегиялық серіктестігі"
NOTE = "Қараңыз: Тоқаев Қ. Беласу. – Алматы: Атамұра, 2008. – {page} б."
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("style", "style"), ("text", "text"), ("fo", "xsl-fo-compatible"))
)
_STYLES = """
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"
 fo:font-family="'DejaVu Serif'"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"
 fo:text-indent="0.25in"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:text-properties fo:font-size="16pt"
 fo:font-weight="bold"/></style:style>
<style:style style:name="Small" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Up" text:citation-body-style-name="Up"
 style:num-format="1" text:start-value="100" text:footnotes-position="page" text:start-numbering-at="document"/>
"""


def flat_odt(paragraphs: Sequence[str], columns: int, every: int) -> str:
    """An ODT of one file: the paragraphs in columns, a footnote in every so many of them."""
    body = "".join(_paragraph(words, at, every) for at, words in enumerate(paragraphs))
    split = f'<style:columns fo:column-count="{columns}" fo:column-gap="0.3in"/>' if columns > 1 else ""
    margins = "".join(f' fo:margin-{side}="0.8in"' for side in ("top", "bottom", "left", "right"))
    bands = "".join(
        f'<style:{band}-style><style:header-footer-properties fo:min-height="0.3in" fo:margin-{side}="0.15in"/>'
        f"</style:{band}-style>"
        for band, side in (("header", "bottom"), ("footer", "top"))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_NAMES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>{_STYLES}</office:styles>'
        f'<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties '
        f'fo:page-width="8.27in" fo:page-height="11.69in"{margins}>{split}</style:page-layout-properties>{bands}'
        f'</style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="Page"><style:header><text:p>{HEAD}</text:p></style:header><style:footer><text:p>'
        f"<text:page-number/></text:p></style:footer></style:master-page></office:master-styles><office:body>"
        f'<office:text><text:p text:style-name="Title">{TITLE}</text:p>{body}</office:text></office:body>'
        f"</office:document>"
    )


def _paragraph(words: str, at: int, every: int) -> str:
    text, middle = escape(words), words.find(" ", len(words) // 2)
    if at % every == 0 and middle > 0:
        number = at // every + FIRST
        note = (
            f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}'
            f'</text:note-citation><text:note-body><text:p text:style-name="Small"> {NOTE.format(page=number - 60)}'
            f"</text:p></text:note-body></text:note>"
        )
        text = escape(words[:middle]) + note + escape(words[middle:])
    return f'<text:p text:style-name="Body">{text}</text:p>'
