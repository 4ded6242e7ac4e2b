"""The tokens of RTF (Rich Text Format Specification 1.9.1, "RTF Syntax")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|.",
    re.DOTALL,
)


class Token(NamedTuple):
    """One token: a control word with its number, or bytes of text, or the opening or end of a group.

    `word` is the control word, the one character of a control symbol (`~`), `{`, `}`, or empty before bytes of text.
    """

    word: str
    number: int | None = None
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Tokens in their order; what stands in binary (the word `bin`) is passed over, line ends mean nothing."""
    at = 0
    while match := _TOKEN.match(data, at):
        at = match.end()
        word, number, byte, symbol, brace, text = match.groups()
        if word is not None:
            token = Token(word.decode(), int(number) if number else None)
            yield token
            if token.word == "bin":
                at += max(token.number or 0, 0)
        elif byte is not None:
            yield Token("'", text=bytes((int(byte, 16),)))
        elif symbol is not None:
            yield _symbol(symbol)
        elif brace is not None:
            yield Token(brace.decode())
        elif text is not None:
            yield Token("", text=text)


def _symbol(symbol: bytes) -> Token:
    if symbol in b"\\{}":
        return Token("'", text=symbol)
    return Token("par" if symbol in b"\r\n" else symbol.decode("latin-1"))
