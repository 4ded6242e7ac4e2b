"""Words of cells and headings as they are compared: what people write in ten ways is one.

Only for comparing; what is quoted stays as it stands in the document.
"""

import re
import unicodedata
from functools import lru_cache

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("«»“”„‟\"'‘’‚`´", ""),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e", ""),
        "ё": "е",
        "Ё": "Е",
        "ə": "ә",
        "Ə": "Ә",
    }
)
_LATIN, _CYRILLIC = "aceopxyihkmtbACEOPXYIHKMTB", "асеорхуінкмтвАСЕОРХУІНКМТВ"
_LOOK_ALIKES = str.maketrans(_LATIN, _CYRILLIC)
"""Latin letters that stand inside Cyrillic words, mostly for want of a Kazakh keyboard."""
_WORD = re.compile(r"\w+")
_OURS = re.compile("[\u0400-\u04ff]")
_SPACE = re.compile(r"\s+")


@lru_cache(8192)
def folded(text: str) -> str:
    """The text without case, quotation marks and invisible signs, `ё` as `е`, look-alikes put right, spaces single."""
    return unicodedata.normalize("NFC", kept_case(text).casefold())


def kept_case(text: str) -> str:
    """The same with capitals as they stand."""
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    return _SPACE.sub(" ", _WORD.sub(_one_script, plain)).strip()


def _one_script(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(_LOOK_ALIKES) if _OURS.search(word) else word
