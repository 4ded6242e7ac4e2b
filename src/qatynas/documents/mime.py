"""Messages in MIME: their headers and parts, taken with care. E-mail and pages saved as MHTML are such."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import cast

from qatynas.documents.encoding import decode
from qatynas.documents.told import one_line
from qatynas.errors import Refused
from qatynas.settings import limit

_DEEPEST = 40  # parts within parts; letters that were forwarded a dozen times have some thirty
_LONGEST_HEADER = 5_000  # characters; the package takes seconds for longer lists of names
_SLASH = re.compile(r"[/\\]")


def message(data: bytes) -> EmailMessage:
    """The message that bytes hold. Raises `Refused` where it is nested too deeply."""
    try:
        return email.message_from_bytes(data, policy=email.policy.default)
    except RecursionError:
        raise _too_deep() from None


def parts(whole: EmailMessage) -> Iterator[EmailMessage]:
    """Parts that hold no other parts, in their order; a message within counts as one of them.

    Raises `Refused` for more than the setting `max_entries`, or nesting that nobody writes.
    """
    waiting, found = [(whole, 0)], 0
    while waiting:
        part, depth = waiting.pop()
        found += 1
        if depth > _DEEPEST:
            raise _too_deep()
        if found > limit("max_entries"):
            raise Refused(f"size: more than the {limit('max_entries'):,} parts that a message may have")
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting += [(cast(EmailMessage, one), depth + 1) for one in reversed(inside)]
        else:
            yield part


def content(part: EmailMessage) -> bytes:
    """Bytes of a part, of a message within as it stands."""
    inside = part.get_payload()
    if isinstance(inside, list):
        return b"".join(one.as_bytes() for one in inside if isinstance(one, EmailMessage))
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def text(part: EmailMessage) -> str:
    """Text of a part in the encoding that it names, or the one that fits. Raises `Refused` as `decode` does."""
    data = content(part)
    words = decode(data, part.get_content_charset()).text if data.strip() else ""
    return words.replace("\r\n", "\n")


def header(part: EmailMessage, name: str) -> str | None:
    """A header on one line, decoded; null where it is missing, cannot be understood or is far too long."""
    raw = next((str(value) for key, value in part.raw_items() if key.lower() == name.lower()), None)
    if raw is None or len(raw) > _LONGEST_HEADER:
        return None
    try:
        return one_line(str(part[name]))
    except Exception:  # the package stumbles over many a broken header
        return None


def file_name(part: EmailMessage) -> str | None:
    """Name of the file that a part is, without folders."""
    try:
        name = part.get_filename()
    except Exception:
        return None
    return one_line(_SLASH.split(name)[-1]) if name else None


def _too_deep() -> Refused:
    return Refused("damaged: the message is nested too deeply")
