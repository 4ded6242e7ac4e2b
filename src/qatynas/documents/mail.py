"""E-mail (EML): the words of a letter, who wrote it and when, and the files that were attached."""

from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from qatynas.documents import mime
from qatynas.documents.extracted import Enclosed, Extracted
from qatynas.documents.told import Told, language_code, one_line
from qatynas.errors import Refused

EXTRACTOR = "qatynas-mail/1"

_SIGNED = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")


def extract(data: bytes) -> Extracted:
    """A letter: its plain text, else its HTML; attachments are `enclosed`. Raises `Refused` for an encrypted one."""
    letter = mime.message(data)
    if letter.get_content_type() in _SEALED:
        raise Refused("encrypted: the letter can be read only with its key")
    words: list[EmailMessage] = []
    enclosed: list[EmailMessage] = []
    for part in mime.parts(letter):
        (words if _is_body(part) else enclosed).append(part)
    files = tuple(_file(part, number) for number, part in enumerate(filter(_is_file, enclosed), start=1))
    try:
        body, extractor = _body(words)
    except Refused as refused:
        if not files:
            raise
        return Extracted(text="", extractor=EXTRACTOR, enclosed=_distinct(files), refused=refused.reason)
    return Extracted(text=body, extractor=extractor, told=_told(letter), enclosed=_distinct(files))


def _body(words: list[EmailMessage]) -> tuple[str, str]:
    """What a letter says, and what read it. Raises `Refused` where it cannot be read."""
    texts = (mime.text(part).strip("\n") for part in words if part.get_content_type() == "text/plain")
    plain = [text for text in texts if text]
    pages = [part for part in words if part.get_content_type() == "text/html"]
    if plain or not pages:
        return "\n\n".join(plain), EXTRACTOR
    from qatynas.documents import html

    return html.read(mime.text(pages[0])).text, f"{EXTRACTOR} {html.EXTRACTOR}"


def _is_body(part: EmailMessage) -> bool:
    """Whether a part is what the letter says, and no file."""
    if part.get_content_disposition() == "attachment" or mime.file_name(part):
        return False
    return part.get_content_type() in ("text/plain", "text/html")


def _is_file(part: EmailMessage) -> bool:
    """Whether a part is a file that somebody sent: no signature, no picture within the letter's words."""
    if part.get_content_type() in _SIGNED:
        return False
    if part.get_content_maintype() not in ("image", "audio", "video"):
        return True
    return not part["Content-ID"] and (part.get_content_disposition() == "attachment" or bool(mime.file_name(part)))


def _file(part: EmailMessage, number: int) -> Enclosed:
    name = mime.file_name(part)
    if name is None and part.get_content_type() == "message/rfc822":
        name = "letter.eml"
    return Enclosed(name or f"part-{number}", mime.content(part))


def _distinct(files: tuple[Enclosed, ...]) -> tuple[Enclosed, ...]:
    """The files, those of equal names told apart by a number in front."""
    times: dict[str, int] = {}
    out = []
    for file in files:
        times[file.name] = number = times.get(file.name, 0) + 1
        out.append(file if number == 1 else Enclosed(f"{number}!{file.name}", file.data))
    return tuple(out)


def _told(letter: EmailMessage) -> Told:
    return Told(
        title=mime.header(letter, "Subject"),
        date=_day(mime.header(letter, "Date")),
        language=language_code(mime.header(letter, "Content-Language") or ""),
        authors=_authors(mime.header(letter, "From")),
    )


def _day(written: str | None) -> str | None:
    """The day in the sender's own time."""
    try:
        return parsedate_to_datetime(written).date().isoformat() if written else None
    except ValueError:
        return None


def _authors(written: str | None) -> tuple[str, ...]:
    if not written:
        return ()
    return tuple(filter(None, (one_line(name or address) for name, address in getaddresses([written])[:20])))
