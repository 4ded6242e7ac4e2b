"""Which words of a document are read: those in a language whose facts can be read, restored and cut into sentences.

A passage in another language, a paragraph or words quoted in one, is left alone: it is kept and searchable, nothing in
it is repaired, and no fact is read from a paragraph of it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qatynas.documents.document import Document
from qatynas.documents.flow import flows
from qatynas.documents.offsets import Edit
from qatynas.documents.text import Text
from qatynas.languages.language import Language, Sentence
from qatynas.languages.passages import Passage, foreign
from qatynas.languages.registry import READ, code_of, language, spoken

_ENOUGH = 200  # characters in paragraphs of a readable language for which a document in another one is read too


class Understood(NamedTuple):
    """A document's flows, its language, the language that is read of it (null where none is), and what to warn of."""

    flows: tuple[Text, ...]
    language: str | None
    read: Language | None
    cautions: tuple[str, ...] = ()


class Wording(NamedTuple):
    """A flow restored, its sentences that are read, and how many were too long to be."""

    text: Text
    sentences: Sequence[Sentence]
    skipped: int


def understood(document: Document) -> Understood:
    """What is read of a document. One in another language is read where it holds a passage of some length that is."""
    code, parts = code_of(document.original, document.language), flows(document)
    if document.state == "refused":
        return Understood(parts, code, None)
    known = language(code or "")
    if known is not None:
        strange = [passage for flow in parts for passage in foreign(flow.restored, known.code) if passage.whole]
        return Understood(parts, code, known, _left_alone(strange))
    letters = _letters(parts)
    code = code or next((one for one, number in letters.items() if number * 2 > len(document.original)), None)
    found = next((one for one in READ if letters[one] >= _ENOUGH), None)
    if found is None:
        return Understood(parts, code, None)
    told = f"mostly in another language ({spoken(code)}): facts are read from its passages in {spoken(found)} alone"
    return Understood(parts, code, language(found), (told,))


def wording(flow: Text, known: Language) -> Wording:
    """The words of a flow as the language reads them."""
    strange = foreign(flow.restored, known.code)
    if not strange:
        text = known.restore(flow)
        return _readable(text, known.sentences(text.restored))
    spared = _spared(Text(flow.restored), known, strange)
    text = flow.edit(_edits(spared))
    paragraphs = [passage for passage in strange if passage.whole]
    return _readable(text, (one for one in known.sentences(text.restored) if not _inside(one, spared, paragraphs)))


def _spared(flow: Text, known: Language, strange: Sequence[Passage]) -> Text:
    """The flow restored, but for its strange passages."""
    return flow.edit(
        edit
        for edit in _edits(known.restore(flow))
        if not any(passage.start < edit.end and edit.start < passage.end for passage in strange)
    )


def _edits(text: Text) -> list[Edit]:
    return [Edit(r.start, r.end, text.restored[r.new_start : r.new_end], r.rule) for r in text.map.replacements]


def _inside(sentence: Sentence, text: Text, passages: Iterable[Passage]) -> bool:
    start, end = text.map.to_original(sentence.start, sentence.end)
    return any(passage.start <= start and end <= passage.end for passage in passages)


def _readable(text: Text, sentences: Iterable[Sentence]) -> Wording:
    found = list(sentences)
    # A sentence that is too long to be read has no words.
    read = [sentence for sentence in found if sentence.words]
    return Wording(text, read, len(found) - len(read))


def _letters(parts: Iterable[Text]) -> Counter[str]:
    """How many characters the paragraphs of each language have."""
    found: Counter[str] = Counter()
    for flow in parts:
        for passage in foreign(flow.restored, ""):
            found[passage.language] += passage.whole * (passage.end - passage.start)
    return found


def _left_alone(strange: Sequence[Passage]) -> tuple[str, ...]:
    if not strange:
        return ()
    counts = Counter(spoken(passage.language) for passage in strange)
    told = ", ".join(f"{number} in {name}" for name, number in sorted(counts.items()))
    return (f"paragraphs in other languages ({told}) are kept whole, and no facts are read from them",)
