"""References: citation marks, the sentence that each supports, and the items of the list that each names."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from qatynas.facts.citation import Cited, Work
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Fact, Reference, Statement, Why
from qatynas.languages.language import Language, Word
from qatynas.reading.apparatus import SUPERSCRIPTS, Apparatus, Item
from qatynas.reading.bibliography import work
from qatynas.reading.marks import Mark, Pointer, marks, pointers, tells_second_hand
from qatynas.reading.scene import Scene

_BEHIND = 300  # characters behind a sentence in which an item in brackets goes on


@dataclass(frozen=True)
class _Sources:
    """The items that marks can name, looked up by number; each is taken apart once."""

    apparatus: Apparatus
    language: Language
    _works: dict[str, Work | None] = field(default_factory=dict)

    def find(self, number: str, kind: str, offset: int) -> Item | None:
        """The item of that number: of several lists, that of the nearest behind `offset` of the original."""
        listed, notes = self._numbered, self.apparatus.notes
        near = [item for item in (listed if kind == "list" else notes) if item.mark == number]
        near = near or [item for item in (notes if kind == "list" else listed) if item.mark == number]
        return next((item for item in near if item.evidence.start >= offset), near[-1] if near else None)

    @property
    def _numbered(self) -> Sequence[Item]:
        """The list; where its numbers were lost, numbered in its order."""
        listed = self.apparatus.listed
        if any(item.mark for item in listed):
            return listed
        return [item._replace(mark=str(k)) for k, item in enumerate(listed, start=1)]

    def cited(self, pointer: Pointer, item: Item | None) -> Cited:
        """What a mark says of one thing that it names."""
        if item is None:
            return Cited(pointer.number, pointer.pages)
        return Cited(pointer.number, pointer.pages, item.words, self.work(item.words))

    def work(self, words: str) -> Work | None:
        """The work that an item describes."""
        if words not in self._works:
            self._works[words] = work(words, self.language)
        return self._works[words]


def find(told: Sequence[Scene], apparatus: Apparatus) -> Iterator[Reference]:
    """The marks of a document; each supports the words from the mark before it, or from the sentence's beginning.

    One behind the full stop, or behind nothing but words of citing, supports the sentence before.
    """
    if not told:
        return
    sources = _Sources(apparatus, told[0].story.language)
    closed = frozenset(item.mark for item in apparatus.notes if item.mark)
    before: Scene | None = None
    taken_out = _taken_out(told, apparatus)
    for k, scene in enumerate(told):
        yield from _of_scene(scene, before, sources, (*_in_words(scene, sources, closed), *taken_out.get(k, ())))
        before = scene


def _taken_out(told: Sequence[Scene], apparatus: Apparatus) -> dict[int, list[Mark]]:
    """Marks that are no words of the text, by the sentence in which they stood, behind the last word before them."""
    out: dict[int, list[Mark]] = {}
    starts = [scene.evidence(0, 1).start for scene in told] if apparatus.marks else []
    for mark in apparatus.marks:
        k = bisect_left(starts, mark.start) - 1
        if k >= 0:
            ends = [
                word.end for word in told[k].words if told[k].story.text.span(word.start, word.end).end <= mark.start
            ]
            at = ends[-1] - told[k].sentence.start if ends else 0
            out.setdefault(k, []).append(Mark(at, at, mark.mark.translate(SUPERSCRIPTS), "note"))
    return out


def _in_words(scene: Scene, sources: _Sources, closed: frozenset[str]) -> list[Mark]:
    """Marks that stand in the words of a sentence."""
    restored, end = scene.story.text.restored, scene.sentence.end
    behind = restored[end : end + _BEHIND].partition("\n")[0]
    return marks(scene.sentence.text, sources.language, closed, behind)


def _of_scene(scene: Scene, before: Scene | None, sources: _Sources, found: Sequence[Mark]) -> Iterator[Reference]:
    first = start = 0
    for mark in sorted(found, key=lambda mark: mark.start):
        at = scene.sentence.start
        begins, last = scene.span(at + mark.start, at + mark.end)
        last = max(last, begins + (mark.end > mark.start))
        place = _supported(scene, before, (start, first, begins, last), mark)
        if place:
            yield _reference(scene, mark, place, sources)
        start, first = (first if _tells(scene, first, begins) else start), last


def _supported(
    scene: Scene, before: Scene | None, words: tuple[int, int, int, int], mark: Mark
) -> tuple[Evidence, ...]:
    """The words that a mark closes, as evidence; empty where it closes none.

    `words`: where those of the mark before begin, where that ends, where this one begins and ends.
    """
    start, first, begins, last = words
    citing = mark.second_hand and _only_cites(scene, first, begins) and before is not None
    if _tells(scene, first, begins) and not citing:
        return (scene.evidence(first, last),)
    if first:
        return (scene.evidence(start, last),) if _tells(scene, start, first) else ()
    if before and before.sentence.paragraph == scene.sentence.paragraph:
        return before.evidence(0, len(before.words)), scene.evidence(begins, last)
    return ()


def _only_cites(scene: Scene, first: int, last: int) -> bool:
    """Whether the words only say where something was taken from: «Келтірілген: Иванов»."""
    words = scene.words[first:last]
    told = scene.story.text.restored[words[0].start : words[-1].end] if words else ""
    return tells_second_hand(told, scene.story.language) and not any(_finite(word) for word in words[1:])


def _finite(word: Word) -> bool:
    return word.upos == "VERB" and word.get("VerbForm") == "Fin"


def _tells(scene: Scene, first: int, last: int) -> bool:
    """Whether words stand there that a mark can support."""
    return any(word.upos != "PUNCT" for word in scene.words[first:last])


def _reference(scene: Scene, mark: Mark, place: tuple[Evidence, ...], sources: _Sources) -> Reference:
    offset = place[-1].end
    found: list[tuple[Cited, Item | None]]
    if mark.kind == "words":
        found = [(Cited(None, None, mark.marker, sources.work(mark.marker)), None)]
    else:
        listed = len(sources.apparatus.listed or sources.apparatus.notes)
        named = pointers(mark.marker, listed, sources.language) if mark.kind == "list" else (Pointer(mark.marker),)
        items = [(pointer, sources.find(pointer.number, mark.kind, offset)) for pointer in named]
        found = [(sources.cited(pointer, item), item) for pointer, item in items]
    second = mark.second_hand or any(item and tells_second_hand(item.words, sources.language) for _, item in found)
    pieces = dict.fromkeys((*place, *(item.evidence for _, item in found if item)))
    return Reference(
        evidence=tuple(pieces),
        marker=mark.marker,
        about=scene.states or scene.pair,
        cited=tuple(cited for cited, _ in found),
        second_hand=second,
        why=Why("reference", (scene.sentence.text[mark.start : mark.end] or mark.marker,)),
    )


def at_second_hand(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts; a statement whose words a mark at second hand closes says so."""
    known = list(facts)
    places = [fact.evidence[0] for fact in known if isinstance(fact, Reference) and fact.second_hand]
    for fact in known:
        if isinstance(fact, Statement) and any(_within(fact.evidence[0], place) for place in places):
            yield structs.replace(fact, second_hand=True)
        else:
            yield fact


def _within(words: Evidence, place: Evidence) -> bool:
    """Whether most of the words lie within the place that a mark closes."""
    shared = min(words.end, place.end) - max(words.start, place.start)
    return 2 * shared > words.end - words.start


def missing(facts: Iterable[Fact], apparatus: Apparatus) -> tuple[str, ...]:
    """What to tell of marks whose items are not in the document, on one line; nothing where all are."""
    cited = [one for fact in facts if isinstance(fact, Reference) for one in fact.cited]
    lost = sorted({int(one.number) for one in cited if one.item is None and one.number and one.number.isdigit()})
    if not lost:
        return ()
    refer = "refer" if len(lost) > 1 else "refers"
    marked = f"mark{'s' if len(lost) > 1 else ''} {_ranges(lost)}"
    if not apparatus.items:
        return (f"{marked} {refer} to a list that is not in the document",)
    return (f"{marked} {refer} to items that were not found in the list of the document",)


def _ranges(numbers: Sequence[int]) -> str:
    """«[1]–[4], [7]»."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"[{run[0]}]–[{run[-1]}]" if len(run) > 1 else f"[{run[0]}]" for run in runs)
