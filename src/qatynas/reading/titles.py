"""Titles of instruments: words in quotes, or what stands before «туралы»."""

from collections.abc import Sequence

from qatynas.languages.language import Word
from qatynas.reading.party import Party
from qatynas.reading.quotes import quotations, quoted_before
from qatynas.reading.scene import Scene


def title_of(scene: Scene, floor: int, first: int, head: int, acting: Sequence[Party] = ()) -> tuple[str | None, int]:
    """Title of the instrument and where it begins: words in quotes, or «… туралы» before its noun."""
    words = scene.words
    noun = " ".join([*(w.form for w in words[first:head]), _dictionary(words[head])])
    if first in scene.titles:
        start = next(a for a, b in quotations(words) if a < first <= b)
        return scene.story.text.restored[words[start].end : words[head].start] + noun, start
    quote = quoted_before(words, first, floor, scene.story.words("links", "titled"))
    if quote:
        inner = scene.story.text.restored[words[quote[0]].end : words[quote[1]].start].strip()
        return f"{inner} {noun}", quote[0]
    about = scene.story.words("links", "about")
    for k in range(first - 1, max(floor, first - 4) - 1, -1):
        if words[k].form.lower() in about:
            begins = _phrase(scene, floor, k, acting)
            return f"{scene.story.text.restored[words[begins].start : words[k].end]} {noun}", begins
    return None, first


def _dictionary(word: Word) -> str:
    """The noun's dictionary form, as a noun where the word might be more."""
    return next((a.lemma for a in word.analyses if a.upos == "NOUN"), word.lemma)


def _phrase(scene: Scene, floor: int, last: int, acting: Sequence[Party]) -> int:
    """Where the phrase before a word like «туралы» begins: behind a date, a subject, a conjunction or a clause."""
    begins = last
    ends_of_dates = {scene.span(d.start, d.end)[1] - 1 for d in scene.dates}
    about = scene.story.words("links", "about")
    subjects = {p.last - 1 for p in acting} | {
        p.last - 1
        for p in scene.parties
        if p.after not in about and (p.after or (p.case in ("Nom", "Ins", "Loc") and not p.attributive))
    }
    for k in range(last - 1, floor - 1, -1):
        if k in ends_of_dates or k in subjects or _outside(scene, k, floor):
            break
        begins = k
    return begins


def _outside(scene: Scene, k: int, floor: int) -> bool:
    """Whether a word stands outside the phrase behind it; a comma between nouns («достық, көмек») does not."""
    word = scene.words[k]
    if word.upos == "PUNCT":
        listed = k > floor and scene.words[k - 1].upos in ("NOUN", "ADJ") and scene.words[k - 1].get("Case") == "Nom"
        return word.form not in "–-«»“”" and not (word.form == "," and listed)
    if word.upos in ("CCONJ", "SCONJ"):
        return word.form.lower() not in scene.story.words("links", "and")
    if any(word.form.lower() in scene.story.words(*told) for told in (("links", "during"), ("postpositions",))):
        return True
    return word.get("VerbForm") == "Fin" or (word.get("VerbForm") == "Part" and word.get("Case") in ("Loc", "Abl"))
