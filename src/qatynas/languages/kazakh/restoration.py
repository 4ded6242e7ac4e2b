"""Restoration of a damaged text: every repair of this language, in the one order in which they hold together.

A repair is an edit with the name of its rule, so that the map of the `Text` leads each quote back into the
original. What is whole comes out as it went in; what has been restored once is not touched again.
"""

from collections.abc import Callable, Iterator

from qatynas.documents.offsets import Edit
from qatynas.documents.text import Text
from qatynas.languages.kazakh import capitals, glued, latin, letters, lost_letters, punctuation

_MOST_ROUNDS = 4
_Passes = tuple[Callable[[str], Iterator[Edit]], ...]
_WORDS: _Passes = (
    letters.unseen,
    letters.marks,
    latin.latin,
    letters.look_alikes,
    letters.marks,
    lost_letters.lost_letters,
    letters.slips,
    letters.initials,
    punctuation.spaces,
    punctuation.hyphens,
    punctuation.broken_lines,
    glued.glued,
)
_MARKS: _Passes = (
    punctuation.spaced_marks,
    punctuation.stops,
    punctuation.breaks,
    punctuation.quotes,
    punctuation.straight_quotes,
)


def restore(text: Text) -> Text:
    """Repair letters, spaces, marks, lines and capitals; the map leads back to the original.

    One repair may uncover another («.Қазақстанқазақстан»: the glued words stand free once the stop has its space), so
    a text that changed is looked at once more.
    """
    for _ in range(_MOST_ROUNDS):
        again = _once(text)
        if again.restored == text.restored:
            return text
        text = again
    return text


def _once(text: Text) -> Text:
    """Names come before marks, as a stop is known by the capital behind it, and beginnings of sentences after them."""
    text = _run(text, _WORDS)
    lost = capitals.capitals_lost(text.restored)
    text = text.edit(capitals.lost_names(text.restored, lost))
    text = _run(text, _MARKS)
    return text.edit(capitals.lost_starts(text.restored, lost))


def _run(text: Text, passes: _Passes) -> Text:
    for repair in passes:
        text = text.edit(repair(text.restored))
    return text
