"""Kazakh in Arabic letters (төте жазу), as China's Kazakhs write it: recognised, not yet read.

Its letters are told from those of other languages in Arabic script by Unicode's charts and the orthographies of
Arabic, Persian, Urdu, Pashto, Uyghur, Kyrgyz and Sorani Kurdish. Kazakh writes every vowel (ا ە ى و ۇ), marks a front
word with a hamza before it (ءبىر) and has neither ې nor ۈ of Uyghur, ۅ nor ۉ of Kyrgyz, ی nor ک of Persian.
"""

import re

_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]")
_OWN = re.compile("[\u06c7\u06cb\u06d5\u06ad\u06c6]")  # ۇ ۋ ە ڭ ۆ
_HAMZA = re.compile("(?<![\u0620-\u06ff])[\u0621\u0674](?=[\u0620-\u06ff])|\u0674")
_STRANGE = re.compile(
    "[\u06d0\u06c8\u0626\u06c5\u06c9\u063a\u062e"  # ې ۈ ئ ۅ ۉ غ خ: Uyghur, Kyrgyz
    "\u06cc\u06a9\u06c1\u06d2\u06ba\u0679\u0688\u0691\u067c\u06cd\u06d0\u06ce\u06b5\u0695\u06a4"  # Persian, Urdu, …
    "\u0629\u0623\u0625\u0622\u0624\u0635\u0636\u0637\u0638\u062b\u0630\u064b-\u0652]"  # Arabic, and its vowel marks
)
_OWN_SHARE = 20  # letters to one that Kazakh has and Arabic has not; real texts have one in six
_STRANGERS = 8  # own letters to one strange one: a foreign name in a text
_SENTENCE = 40  # letters from which on a text has a word with a hamza, which no other language writes so


def is_kazakh(text: str) -> bool:
    """Whether a text is Kazakh in Arabic letters."""
    letters = len(_ARABIC.findall(text))
    own, strange = len(_OWN.findall(text)), len(_STRANGE.findall(text))
    if letters < 3 or own * _OWN_SHARE <= letters or strange * _STRANGERS > own:
        return False
    return letters < _SENTENCE or bool(_HAMZA.search(text))
