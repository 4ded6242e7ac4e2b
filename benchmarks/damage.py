"""The damage that ../shared/LANGUAGE.md measures in the two sources, done to clean text by a fixed rule.

Which words are hit is told by a hash of the word's place, not by chance: the same text is always damaged alike.
Letters, capitals, marks and spaces are hit more often than in the sources, glued and broken words about as often.
"""

import re
import sys
from zlib import crc32

SCHWA = str.maketrans({"ә": "ə", "Ә": "Ə"})
LATIN = str.maketrans({"і": "i", "І": "I"})
SIGNS = str.maketrans({"һ": "¿", "ұ": "±", "Ұ": "±"})
QUESTIONS = str.maketrans(dict.fromkeys("қғңө", "?"))
SHARE = 2  # one word or place in so many is hit
SPARED = 3  # one word in so many keeps its і: the sources lost nearly all
RARE = 60  # one word in so many is glued to the next, broken at a line's end or has `?` for its letters
_SMALL = "а-яёәғқңөұүһі"
_VOWELS = "аәеёиоөуұүыіэюя"
_BREAK = re.compile(rf"[{_SMALL}]{{3,}}[{_VOWELS}](?=[^{_VOWELS}\W\d_][{_VOWELS}][{_SMALL}])")


def _hit(place: int, kind: str, share: int = SHARE) -> bool:
    return crc32(f"{kind}{place}".encode()) % share == 0


def damage(text: str) -> str:
    """The text with every kind of damage, each where the hash of the place says so."""
    return _marks(_letters(_words(text)))


def _words(text: str) -> str:
    """Glued words, pairs that lost their hyphen, words broken at a line's end, `?` for letters inside a word."""
    text = re.sub(rf"(?<=[{_SMALL}]) (?=[{_SMALL}]{{2}})", lambda m: "" if _hit(m.start(), "glue", RARE) else " ", text)
    text = re.sub(
        rf"(?<=[{_SMALL}]{{3}})-(?=[{_SMALL}]{{3}})", lambda m: "" if _hit(m.start(), "hyphen") else "-", text
    )
    text = _BREAK.sub(lambda m: f"{m[0]}-\n" if _hit(m.start(), "break", RARE) else m[0], text)
    return re.sub(
        rf"(?<=[{_SMALL}]{{2}})[{_SMALL}]+(?=[{_SMALL}])",
        lambda m: m[0].translate(QUESTIONS) if _hit(m.start(), "question", RARE) else m[0],
        text,
    )


def _letters(text: str) -> str:
    """Letters of other alphabets and signs of wrong code pages; Қ that lost its capital."""
    text = re.sub(r"\w+", lambda m: m[0].translate(SCHWA) if _hit(m.start(), "schwa") else m[0], text)
    text = re.sub(r"\w+", lambda m: m[0] if _hit(m.start(), "Latin", SPARED) else m[0].translate(LATIN), text)
    text = re.sub(rf"[{_SMALL}Ұ]{{4,}}", lambda m: m[0].translate(SIGNS) if _hit(m.start(), "signs") else m[0], text)
    return re.sub(r"\bҚ(?=[а-яәғқңөұүһіi]+)", lambda m: "қ" if _hit(m.start(), "capital") else m[0], text)


def _marks(text: str) -> str:
    """Spaces before marks, `..`, no-break spaces."""
    text = re.sub(r"(?<=\w)(?=[,;:!?](?!\w))", lambda m: " " if _hit(m.start(), "space") else "", text)
    text = re.sub(r"(?<=\w\w)\.(?=\n\n|\Z)", lambda m: ".." if _hit(m.start(), "stop") else ".", text)
    return re.sub(r"(?<=\w) (?=\w)", lambda m: "\u00a0" if _hit(m.start(), "no-break") else " ", text)


if __name__ == "__main__":
    sys.stdout.write(damage(sys.stdin.read()))
