"""Pages saved in one file (MHTML): the page of many parts that a browser shows first; what it embeds is left out."""

from qatynas.documents import mime, webpage
from qatynas.documents.extracted import Extracted
from qatynas.errors import Refused

_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def extract(data: bytes) -> Extracted:
    """The main text of the saved page. Raises `Refused` where there is no page in the file."""
    from msgspec.structs import replace

    whole = mime.message(data)
    pages = [part for part in mime.parts(whole) if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise Refused("empty: there is no page in the file")
    first = whole.get_param("start")
    page = next((part for part in pages if first and part["Content-ID"] == first), pages[0])
    made = webpage.extract_text(mime.text(page))
    given = (mime.header(part, name) for name in _ADDRESSES for part in (whole, page))
    url = next((one for one in given if one and one.startswith(("http://", "https://"))), None)
    told = made.told._replace(url=made.told.url or url, title=made.told.title or mime.header(whole, "Subject"))
    return replace(made, told=told)
