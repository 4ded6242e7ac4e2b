"""The damage that ../shared/LANGUAGE.md measures in the two sources, done to clean text by a fixed rule.

Which words are hit is told by a hash of the word's place, not by chance: the same text is always damaged alike.
"""

import re
import sys
from zlib import crc32

LETTERS = str.maketrans({"ә": "ə", "Ә": "Ə", "і": "i", "І": "I"})
SHARE = 3  # one word in so many is hit


def _hit(place: int, kind: str) -> bool:
    return crc32(f"{kind}{place}".encode()) % SHARE == 0


def damage(text: str) -> str:
    """The text with wrong letters, lost capital Қ, spaces before punctuation, `..` and no-break spaces."""
    text = re.sub(r"\w+", lambda m: m[0].translate(LETTERS) if _hit(m.start(), "letters") else m[0], text)
    text = re.sub(r"\bҚ(?=[а-яәғқңөұүһіi]+)", lambda m: "қ" if _hit(m.start(), "capital") else m[0], text)
    text = re.sub(r"(?<=\w)(?=[,;:!?])", lambda m: " " if _hit(m.start(), "space") else "", text)
    text = re.sub(r"(?<=\w\w)\.(?=\n\n|\Z)", lambda m: ".." if _hit(m.start(), "stop") else ".", text)
    return re.sub(r"(?<=\w) (?=\w)", lambda m: "\u00a0" if _hit(m.start(), "no-break") else " ", text)


if __name__ == "__main__":
    sys.stdout.write(damage(sys.stdin.read()))
