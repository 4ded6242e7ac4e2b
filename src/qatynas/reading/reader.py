"""The reader: from a document to a reading. Pure: the same input gives the same facts, nothing is stored."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import structs

from qatynas.documents.document import Document
from qatynas.documents.original import checked
from qatynas.documents.part import Parts
from qatynas.documents.table import is_table
from qatynas.documents.text import Text
from qatynas.errors import DataFileError, EdtfError, Refused
from qatynas.facts.edtf import Edtf
from qatynas.facts.identity import identify, order
from qatynas.facts.kinds import Fact, Mention
from qatynas.languages.language import Language
from qatynas.languages.registry import code_of, language
from qatynas.ontology.folder import chosen
from qatynas.ontology.lexicon import Lexicon, force, using
from qatynas.reading import (
    claims,
    drafts,
    events,
    figures,
    incumbents,
    instrument_text,
    instruments,
    milestones,
    offices,
    periods,
    programmes,
    projects,
    references,
    statements,
    treaty,
)
from qatynas.reading.apparatus import Apparatus, Known, apparatus, citing, known
from qatynas.reading.confidence import rated
from qatynas.reading.grounds import grounded
from qatynas.reading.mentions import find as find_mentions
from qatynas.reading.places import placed
from qatynas.reading.reading import Reading
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes
from qatynas.reading.time import undated
from qatynas.reading.wording import understood, wording
from qatynas.settings import default, limit, setting

_DATA = ("qatynas.ontology", "qatynas.documents", "qatynas.languages", "qatynas.reading")


def read_document(document: Document, mentions: bool = True) -> Reading:
    """Read one opened document; a refused one gives a reading without facts.

    Without `mentions` the facts are the same, and the tagger of names is not asked.
    """
    if is_table(document) and document.state != "refused":
        return _read_table(document)
    bare = foreseen(document)
    understanding = understood(document)
    if understanding.read is None:
        return bare
    text, *apart = understanding.flows
    flowing = [_flow(document, understanding.read, text, mentions, known(document))]
    flowing += [_flow(document, understanding.read, flow, mentions) for flow in apart]
    places = Parts(document.parts)
    found = sorted((fact for flow in flowing for fact in flow.facts), key=order)
    named = sorted((mention for flow in flowing for mention in flow.mentions), key=order)
    return replace(
        bare,
        text=flowing[0].text,
        facts=tuple(placed(found, places)),
        mentions=tuple(m for m in placed(named, places) if isinstance(m, Mention)),
        limits=_limits(sum(flow.skipped for flow in flowing)),
        cautions=(*bare.cautions, *(line for flow in flowing for line in flow.cautions)),
    )


def foreseen(document: Document) -> Reading:
    """The reading that `read_document` would give, but for its facts and the limits that it meets on its way."""
    if is_table(document):
        code, text = code_of(document.original, document.language), Text(document.original)
        return Reading(document=document, text=text, language=code, version=_version(), data=data_hash())
    known = understood(document)
    unread: Literal["", "language"] = "" if known.read or document.state == "refused" else "language"
    return Reading(
        document=document,
        text=known.flows[0],
        language=known.language,
        version=_version(),
        data=data_hash(),
        unread=unread,
        cautions=(*known.cautions, *incumbents.warning(_date(document))) if known.read else (),
    )


def _read_table(document: Document) -> Reading:
    """Read the rows of a table; one whose mapping cannot be read is refused."""
    from qatynas.reading import tables
    from qatynas.reading.naming import actor

    bare = foreseen(document)
    try:
        told = tables.read(document, _cell, actor)
    except Refused as refused:
        none = structs.replace(document, original="", parts=(), state="refused", reason=refused.reason)
        return replace(bare, document=none, text=Text(""))
    facts = identify(placed(told.facts, Parts(document.parts)), document.sha256)
    return replace(bare, facts=facts, limits=told.limits, cautions=told.cautions)


def _cell(words: str, date: Edtf | None) -> Sequence[Fact]:
    """The facts that the words of a cell tell by themselves, in a language that is read."""
    known = language(code_of(words, None) or "")
    if known is None:
        return ()
    cell = Document(id="", name="", original=words, date=str(date) if date else None)
    return _flow(cell, known, Text(words), False).facts


def read_text(
    text: str,
    *,
    id: str = "text",
    date: str | None = None,
    language: str | None = None,
    title: str | None = None,
    lexicon: str | Path | None = None,
    mentions: bool = True,
) -> Reading:
    """Read a text; `date` is its date of publication (ISO), `language` an ISO 639-1 code where it is known.

    `lexicon`: a folder of one's own names and words, else that of the setting `lexicon`. Raises `QatynasError` where
    there is no such folder, `DataFileError` where it holds a mistake.
    """
    bare = Document(id=id, name=id, date=date, language=language, title=title)
    try:
        told = checked(text)
    except Refused as refused:
        whole = structs.replace(bare, state="refused", reason=refused.reason)
    else:
        whole = structs.replace(bare, original=told.text, state=told.state, reason=told.reason, warnings=told.warnings)
    with using(chosen(lexicon)):
        return read_document(whole, mentions)


def read_file(path: str | Path, *, lexicon: str | Path | None = None, mentions: bool = True) -> Reading:
    """Read one file. A JSONL file of many documents gives the first: use `read_many` for all.

    `lexicon`, `mentions`: as in `read_text` and `read_many`.
    """
    from qatynas.documents.opening import open_path

    with using(chosen(lexicon)):
        return read_document(next(iter(open_path(Path(path)))), mentions)


def read_many(
    sources: Iterable[str | Path | Document],
    *,
    workers: int = 1,
    lexicon: str | Path | None = None,
    mentions: bool = True,
) -> Iterator[Reading]:
    """Read files, folders or opened documents, one after another or with several processes, in their order.

    Who needs no mentions is served faster without them; the facts are the same.

    Lazy on both sides: memory does not grow with the number of documents. None is lost for another's sake: what
    cannot be opened or read comes out as a reading that says why. `lexicon`: as in `read_text`; it is read at once,
    and a mistake in it ends the reading of all.
    """
    own = chosen(lexicon)
    if workers <= 1:
        return _one_by_one(_opened(sources), own, mentions)
    from qatynas.reading.pool import read_parallel

    return read_parallel(_opened(sources), workers, own, mentions)


def _one_by_one(documents: Iterable[Document], lexicon: Lexicon | None, mentions: bool) -> Iterator[Reading]:
    for document in documents:
        # Whoever takes the reading goes on between two of them: what is in force there is not ours to change.
        with using(lexicon):
            reading = read_safely(document, mentions)
        yield reading


def _opened(sources: Iterable[str | Path | Document]) -> Iterator[Document]:
    from qatynas.documents.folders import discover
    from qatynas.documents.opening import open_path

    for source in sources:
        if isinstance(source, Document):
            yield source
        else:
            for path in discover([Path(source)]):
                yield from open_path(path)


class _Flow(NamedTuple):
    """What was read in one flow of a document's words, and how many sentences were too long for it."""

    text: Text
    facts: Sequence[Fact]
    mentions: Sequence[Fact]
    skipped: int
    cautions: tuple[str, ...] = ()


def _flow(document: Document, read: Language, flow: Text, mentions: bool, format: Known | None = None) -> _Flow:
    """Read one flow; `format`: what is known of the notes of the main flow, null where the flow is theirs."""
    text, sentences, skipped = wording(flow, read)
    behind = citing(text, read) if format is None else apparatus(document.name, text, sentences, read, format)
    told = scenes(document.name, text, read, behind.prose(sentences), _date(document))
    found = grounded(undated(_facts(told, behind), told), told)
    facts = tuple(rated(identify(_standing(found, document.original), document.sha256), told))
    named = undated(_mentions(told), told) if mentions else ()
    named_here = identify(_standing(named, document.original), document.sha256)
    return _Flow(text, facts, named_here, skipped, references.missing(facts, behind))


def _facts(told: Sequence[Scene], behind: Apparatus) -> Iterator[Fact]:
    """All facts; the text of an instrument is read as one, and what stands around it as prose."""
    texts = treaty.find(told)
    if not texts:
        yield from _prose(told, behind)
        return
    around = [scene for scene in told if not any(text.holds(scene.sentence) for text in texts)]
    read = [fact for text in texts for fact in instrument_text.find(text)]
    yield from instrument_text.without_doubles([*read, *_prose(around, behind)])


def _prose(told: Sequence[Scene], behind: Apparatus) -> Iterator[Fact]:
    standing = programmes.find(told)
    yield from standing.programmes
    for scene, found in zip(told, drafts.find(told), strict=True):
        yield from (fact for draft in found for fact in instruments.facts(draft))
        yield from events.find(scene, drafts.words_of(found), standing.sides.get(scene.sentence.start))
        for module in (milestones, offices):
            yield from module.find(scene)
        yield from projects.find(scene, scene.sentence.start in standing.sides)
    yield from figures.find(told)
    cited = list(references.find(told, behind))
    attributed = [*references.at_second_hand([*statements.find(told), *cited]), *periods.find(told)]
    yield from attributed
    yield from claims.find(told, _sentences((f for f in attributed if f.kind != "reference"), told))


def read_safely(document: Document, mentions: bool = True) -> Reading:
    """Read one document of many: a fault of the reader costs this document's facts, never the others.

    The document is kept whole with its text, `partly` read, and says which fault it was. A mistake in a list, or a
    damaged file of the package's own, is one of all documents: `DataFileError` is raised.
    """
    try:
        return read_document(document, mentions)
    except DataFileError:
        raise
    except Exception as fault:
        return Reading(
            document=document,
            text=Text(document.original),
            language=document.language,
            version=_version(),
            data=data_hash(),
            limits=(f"crash: {type(fault).__name__} in the reader ({fault}); no fact was read from this document",),
        )


def _mentions(told: Sequence[Scene]) -> Iterator[Mention]:
    for scene, found in zip(told, drafts.find(told), strict=True):
        yield from find_mentions(scene, found)


def _sentences(facts: Iterable[Fact], told: Sequence[Scene]) -> frozenset[int]:
    """Where the sentences begin on which facts stand, in restored offsets."""
    starts = sorted(f.evidence[0].start for f in facts)
    out: set[int] = set()
    for scene in told:
        start, end, _ = scene.story.text.span(scene.sentence.start, scene.sentence.end)
        if bisect_left(starts, start) < bisect_left(starts, end):
            out.add(scene.sentence.start)
    return frozenset(out)


def _limits(skipped: int) -> tuple[str, ...]:
    longest = limit("max_sentence")
    return (f"size: {skipped} sentences longer than {longest} characters were not read",) if skipped else ()


def _date(document: Document) -> Edtf | None:
    try:
        return Edtf.parse(document.date) if document.date else None
    except EdtfError:
        return None


def _standing(facts: Iterable[Fact], original: str) -> Iterator[Fact]:
    """The facts that stand on words: one whose evidence came out empty costs only itself."""
    for fact in facts:
        if all(evidence.start < evidence.end for evidence in fact.evidence):
            for evidence in fact.evidence:
                evidence.check(original)
            yield fact


@lru_cache(maxsize=1)
def _version() -> str:
    return version("qatynas")


def data_hash() -> str:
    """One SHA-256 over all data files, the lexicon in force and a model of one's own (DESIGN.md, "Reading")."""
    now, model = force(), str(setting("tagger"))
    own = [now.lexicon.sha256] if now and now.lexicon.files else []
    if model != default("tagger"):
        own.append(_file_hash(model))
    return sha256(" ".join([_built_in_hash(), *own]).encode()).hexdigest() if own else _built_in_hash()


@lru_cache(maxsize=2)
def _file_hash(path: str) -> str:
    """Hash of a model's file as it is first met: the tagger, too, reads it once."""
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return path  # whoever asks for mentions is told


@lru_cache(maxsize=1)
def _built_in_hash() -> str:
    seed = sha256()
    for package in _DATA:
        for name, data in sorted(_files(files(package), "")):
            seed.update(name.encode() + b"\0" + data + b"\0")
    return seed.hexdigest()


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _files(item, f"{path}/{item.name}")
        elif item.name.endswith((".tsv", ".yaml", ".json")):
            yield f"{path}/{item.name}", item.read_bytes()


__all__ = ["data_hash", "read_document", "read_file", "read_many", "read_text"]
