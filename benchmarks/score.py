"""Every scorer of ../shared/score that applies, on what this tree's `qatynas` prints, as one table.

    python benchmarks/score.py [-v] [--write] [--quick]

`-v` prints each scorer's own output too; `--write` puts the table, that of the errors by cause and that of how
reliable confidence is into docs/quality.md, and each error by its id into docs/errors.tsv. Most of the time goes into
training the tagger of names five times, since it is never measured on what it was trained on (held_out.py); with
`--quick` one fifth is held out alone, one pair of sentences in five is compared, and the table says so. Models are
kept until code or data change. The folder is `../shared`, or what QATYNAS_SHARED names; without it every row is
skipped and says so. The status is 1 where a scorer failed or a quote does not stand at its span; what the figures
must reach is held by tests/test_quality.py, not here.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import errors
import held_out
import intervals
import train_confidence
import twins
from annotated import Item, document, items, judge
from damage import damage
from qatynas.documents.opening import open_path
from qatynas.documents.text import Text
from qatynas.languages.registry import restore as language_restore
from qatynas.reading.confidence import chance, weights

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("QATYNAS_SHARED") or ROOT.parent / "shared").resolve()
SEEDS, GOLD, DATA = SHARED / "seeds", SHARED / "gold", SHARED / "data"
KAZNERD = DATA / "kaznerd" / "valid.iob2"
GOVERNMENT = DATA / "government" / "economy_gov_kz.tsv"
KTB = DATA / "ktb" / "dev.conllu"
CLEAN = ROOT / "tests" / "languages" / "kazakh" / "clean.txt"
HALF = 5571  # the gold of kazakhstan-usa ends there
FIRST_HALF = f"--span=0:{HALF}"
OWN = ROOT / "tests" / "reading" / "gold"
ERRORS = ROOT / "docs" / "errors.tsv"
BLIND = "unseen"  # so begin the names of our own gold that nobody may look at
WORD = re.compile(r"\w+")
CORPUS_LINES = 2_000
QUALITY = ROOT / "docs" / "quality.md"


class Skipped(Exception):
    """A scorer that does not apply here, with the reason."""


class Failed(Exception):
    """A command that ended with an error, with its last words."""


class Row(NamedTuple):
    """What one scorer said of one text."""

    scorer: str
    what: str
    told: str
    ok: bool = True


class Score(NamedTuple):
    """A scorer's figures (its last line), its whole output, and the 95% intervals of those figures that have one."""

    figures: dict[str, float]
    output: str
    ranges: Mapping[str, intervals.Range] = {}

    def __str__(self) -> str:
        return "  ".join(f"{name} {figure:g}{self._range(name)}" for name, figure in self.figures.items())

    def _range(self, name: str) -> str:
        low, high = self.ranges.get(name, (0.0, 0.0))
        return f" [{low:.3f}, {high:.3f}]" if name in self.ranges else ""


def run(*command: str | Path) -> str:
    """Standard output of a command. Raises `Failed` where it ends with an error."""
    done = subprocess.run([*map(str, command)], capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
        raise Failed(f"{' '.join(map(str, command[1:4]))} …: status {done.returncode}: {last}")
    return done.stdout


def qatynas(*arguments: str | Path) -> str:
    """What this interpreter's `qatynas` prints."""
    return run(sys.executable, "-m", "qatynas", *arguments)


def need(*paths: Path) -> None:
    """Raise `Skipped` for the first path that is not there."""
    for path in paths:
        if not path.exists():
            raise Skipped(f"{os.path.relpath(path, ROOT)} is not here")


def kept(text: str, name: str) -> Path:
    """The text as a file in this run's own folder."""
    path = Path(_folder().name) / name
    path.write_text(text, encoding="utf-8")
    return path


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="qatynas-score-")


def score(*arguments: str | Path) -> Score:
    """Run ../shared/score/score.py; its last line is pairs of a name and a figure."""
    need(SHARED / "score" / "score.py")
    output = run(sys.executable, SHARED / "score" / "score.py", *arguments)
    words = output.splitlines()[-1].split()
    return Score(dict(zip(words[::2], map(float, words[1::2]), strict=True)), output)


def facts(source: str, gold: str, *options: str) -> Score:
    """All kinds of fact on one source, with the check that every quote stands at its span."""
    need(SEEDS / source, GOLD / gold)
    told = kept(qatynas("facts", SEEDS / source), f"{source}.jsonl")
    return with_fields(score("facts", told, GOLD / gold, f"--originals={SEEDS}", *options))


def with_fields(told: Score) -> Score:
    """Beside F1: how many of the facts found on both have the right date, sides and key fields."""
    found = re.search(r"^of the facts found.*?: date ([\d.]+), who ([\d.]+), keys ([\d.]+)", told.output, re.MULTILINE)
    fields = dict(zip(("date", "who", "keys"), map(float, found.groups()), strict=True)) if found else {}
    return told._replace(figures={**told.figures, **fields})


def russia() -> Score:
    """`kazakhstan-russia`, whole."""
    return facts("kazakhstan-russia.txt", "kazakhstan-russia.jsonl")


def usa() -> Score:
    """`kazakhstan-usa`, the half that has a gold."""
    return facts("kazakhstan-usa.txt", "kazakhstan-usa.first-half.jsonl", FIRST_HALF)


def news() -> Score:
    """Events in single sentences of television news."""
    gold = GOLD / "news_dev.jsonl"
    told = qatynas("facts", "--jsonl", sentences(gold))
    by_scorer = score("news", kept(told, "news.jsonl"), kept(reshaped(gold), "news_gold.jsonl"))
    mine = events(news_items())
    return by_scorer._replace(figures={**mine.figures, **by_scorer.figures}, ranges=mine.ranges)


def events(gold: Sequence[Item]) -> Score:
    """Events of texts, as the news scorer counts them, with bootstrap intervals over texts."""
    type, full = ([intervals.events(item, level, judged()) for item in gold] for level in (False, True))
    kept_silent, bare = intervals.silent(gold)
    figures = {"type_f1": round(intervals.f1(type), 3), "full_f1": round(intervals.f1(full), 3)}
    figures |= {"silent": float(kept_silent), "of": float(bare)}
    return Score(figures, "", {"type_f1": intervals.interval(type), "full_f1": intervals.interval(full)})


def judged() -> ModuleType:
    """The shared scorer as a module."""
    need(SHARED / "score" / "score.py")
    return judge(SHARED / "score" / "score.py")


@cache
def news_items() -> tuple[Item, ...]:
    """The gold of the news with its sentences."""
    gold = GOLD / "news_dev.jsonl"
    told = map(json.loads, sentences(gold).read_text(encoding="utf-8").splitlines())
    return tuple(items(gold, {line["id"]: line["text"] for line in told}))


def own(name: str) -> Score:
    """One file of our own gold: events, and the kinds that the news scorer does not look at."""
    need(OWN / f"{name}.jsonl")
    gold = items(OWN / f"{name}.jsonl")
    told = events(gold)
    found, strict = (round(figure, 3) for figure in intervals.others(gold, judged()))
    return told._replace(figures={**told.figures, "others_f1": found, "others_strict_f1": strict})


def own_document(name: str) -> Score:
    """A whole document of our own, `NAME.txt`, with its gold: all kinds."""
    gold = own_documents()[name]
    need(gold, SHARED / "score" / "score.py")
    told = kept(qatynas("facts", OWN / f"{name}.txt"), f"{name}.jsonl")
    return with_fields(score("facts", told, gold, f"--originals={OWN}"))


def own_documents() -> dict[str, Path]:
    """Gold of each whole document `NAME.txt` of our own by its name: `NAME_doc.jsonl`, else `NAME.jsonl`."""
    apart = {path.stem: OWN / f"{path.stem}_doc.jsonl" for path in sorted(OWN.glob("*.txt"))}
    return {name: gold if gold.exists() else OWN / f"{name}.jsonl" for name, gold in apart.items()}


def own_files() -> list[str]:
    """Names of the files of our own gold that hold items."""
    return [path.stem for path in sorted(OWN.glob("*.jsonl")) if path not in own_documents().values()]


def own_gold() -> list[tuple[str, Sequence[Item]]]:
    """All of our own gold, items and documents."""
    documents = [(gold.stem, [document(OWN / f"{name}.txt", gold)]) for name, gold in own_documents().items()]
    return [*((name, items(OWN / f"{name}.jsonl")) for name in own_files()), *documents]


def unseen_gold() -> list[tuple[str, Sequence[Item]]]:
    """What of our own gold is measured blind: its name begins so."""
    return [(name, gold) for name, gold in own_gold() if name.startswith(BLIND)]


def error_gold() -> list[tuple[str, Sequence[Item]]]:
    """Every gold that may be looked at: that of our own which is not measured blind, and the shared one."""
    mine = [(name, gold) for name, gold in own_gold() if not name.startswith(BLIND)]
    russia, usa = "kazakhstan-russia", "kazakhstan-usa"
    sources = [
        (russia, [document(SEEDS / f"{russia}.txt", GOLD / f"{russia}.jsonl")]),
        (usa, [document(SEEDS / f"{usa}.txt", GOLD / f"{usa}.first-half.jsonl", HALF)]),
    ]
    return [*mine, ("news_dev", news_items()), *sources]


def reshaped(gold: Path) -> str:
    """The news gold with each `alt` as the scorer reads it: a list of values for each field.

    One date of news_dev lists its alternatives as whole objects, on which score.py ends with an AttributeError
    whatever it is given. The values that are accepted stay the same; nothing else is touched.
    """
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    for date in (date for row in rows for date in row.get("dates", ())):
        if isinstance(date.get("alt"), list):
            date["alt"] = {"date": [other["date"] for other in date["alt"]]}
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def mentions(change: Callable[[str], str] = str, folds: Iterable[int] = range(held_out.FOLDS)) -> Score:
    """Names in KazNERD's validation split, each sentence read with a tagger that has not seen it."""
    lines = sentences().read_text(encoding="utf-8").splitlines()
    chosen = [*folds]
    told = held_out.mentions(lines, KAZNERD, change, chosen)
    ids = kept("\n".join(held_out.held(lines, chosen)), "held_out.txt")
    return score("mentions", kept(told, "mentions.jsonl"), KAZNERD, f"--ids={ids}")


def damaged_mentions(folds: Iterable[int] = range(held_out.FOLDS)) -> Score:
    """The same of the sentences with the letters that the sources have; each stands where the right one stood."""
    return mentions(held_out.damaged, folds)


def sentences(*gold: Path) -> Path:
    """KazNERD's sentences as JSONL documents, all or those that a gold file names."""
    need(KAZNERD, *gold, SHARED / "score" / "documents.py")
    lines = run(sys.executable, SHARED / "score" / "documents.py", KAZNERD, *gold)
    return kept(lines, f"documents{len(gold)}.jsonl")


def confidence(*golds: str) -> Score:
    """How far the more confident half of facts is better, where their texts were not trained on.

    `golds`: begin the names of the gold files that are taken; without them all that may be looked at.
    """
    return halves([fact for fact in open_rated() if not golds or fact[1].gold.startswith(golds)])


def blind_confidence() -> Score:
    """The same of what is measured blind, with the weights as they are in the package."""
    return halves(blind_rated())


@cache
def open_rated() -> train_confidence.Rated:
    """Facts of the gold that may be looked at, each rated by weights that are trained without its text."""
    return train_confidence.held_out(train_confidence.examples(error_gold(), judged()))


@cache
def blind_rated() -> train_confidence.Rated:
    """Facts of the gold that is measured blind, with their confidence."""
    if not unseen_gold():
        raise Skipped("no gold of our own that is measured blind is here")
    found = train_confidence.examples(unseen_gold(), judged())
    return [(chance(one.features, weights()), one) for one in found]


def halves(facts: train_confidence.Rated) -> Score:
    """Share of facts that are found, and that are right in all fields, in the less and the more confident half."""
    found, right = train_confidence.halves(facts, found=True), train_confidence.halves(facts)
    names = ("found_less", "found_more", "right_less", "right_more")
    figures = {name: round(value, 3) for name, value in zip(names, (*found, *right), strict=True)}
    return Score({"facts": float(len(facts)), **figures}, "")


def reliability() -> str:
    """The table of reliability: the gold that may be looked at, and what was never looked at."""
    measured = {"held out": open_rated(), **({BLIND: blind_rated()} if unseen_gold() else {})}
    return train_confidence.reliability(measured)


def twin_states(step: int = 1) -> Score:
    """States that a Kazakh sentence and its English twin name, each `step`-th pair."""
    return _twins(twins.states, twins.english_states, step)


def twin_years(step: int = 1) -> Score:
    """Years that the two name."""
    return _twins(twins.years, twins.english_years, step)


def _twins(mine: Callable[[str], twins.Found], its: Callable[[str], twins.Found], step: int) -> Score:
    need(GOVERNMENT)
    agreement, apart = twins.compared(list(twins.pairs(GOVERNMENT.parent.glob("*.tsv"), step)), mine, its)
    return Score(agreement.figures, "\n".join(twins.told(*one) for one in apart) + "\n")


def words() -> Score:
    """Lemma, part of speech and case of each word of UD Kazakh-KTB."""
    need(KTB)
    blank = kept(run(sys.executable, SHARED / "score" / "documents.py", "--blank", KTB), "blank.conllu")
    return score("words", kept(qatynas("words", "--conllu", blank), "words.conllu"), KTB)


def restore() -> Score:
    """Clean text of our own, damaged by damage.py, through `restore`."""
    need(CLEAN)
    damaged = kept(damage(CLEAN.read_text(encoding="utf-8")), "damaged.txt")
    return score("restore", kept(qatynas("restore", damaged), "restored.txt"), CLEAN)


def unrepaired() -> Score:
    """The same damaged text as it is: what `restore` starts from."""
    need(CLEAN)
    return score("restore", kept(damage(CLEAN.read_text(encoding="utf-8")), "damaged.txt"), CLEAN)


def splits() -> Score:
    """Good words that unglueing parts, on KazNERD and our own clean text: `one_in` so many."""
    need(KAZNERD, CLEAN)
    sentences = [" ".join(words) for words in bio_sentences(KAZNERD)] + CLEAN.read_text(encoding="utf-8").splitlines()
    return _parted(sentences)


def government_splits() -> Score:
    """The same on government news, which really has glued words: look at them with -v."""
    need(GOVERNMENT)
    return _parted([line.split("\t")[0] for line in GOVERNMENT.read_text(encoding="utf-8").splitlines()])


def _parted(sentences: list[str]) -> Score:
    """Each sentence is a document of its own."""
    parted = [word for sentence in sentences for word in parted_words(sentence)]
    count = sum(len(WORD.findall(sentence)) for sentence in sentences)
    figures = {"words": float(count), "parted": float(len(parted)), "one_in": count // max(1, len(parted))}
    return Score(figures, "\n".join(parted) + "\n")


def parted_words(sentence: str) -> Iterator[str]:
    """Words that `restore` parts, as they become."""
    text = language_restore(Text(sentence), "kk")
    for replaced in text.map.replacements:
        if replaced.rule in ("glued-words", "lost-hyphen"):
            start = text.restored.rfind(" ", 0, replaced.new_start) + 1
            yield text.restored[start : replaced.new_end] + text.restored[replaced.new_end :].split(" ")[0]


def bio_sentences(path: Path) -> Iterator[list[str]]:
    """The words of each sentence of a file in IOB2; its lines of sentence ids are no words."""
    words: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split()
        if len(cells) == 2 and not cells[0].startswith(("AID", "BID")):
            words.append(cells[0])
        elif not cells and words:
            yield words
            words = []


def originals() -> Score:
    """Quotes of every fact and mention on the sources, the examples and 2,000 lines of the corpora: what is here."""
    files = [*SEEDS.glob("*.txt"), *(ROOT / "examples").glob("*.txt")]
    texts = {path.name: next(iter(open_path(path))).original for path in files}
    told = qatynas("facts", "--mentions", *files)
    if lines := [*corpus_lines()]:
        documents = kept("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "corpus.jsonl")
        told += qatynas("facts", "--mentions", "--jsonl", documents)
        texts |= {line["id"]: line["text"] for line in lines}
    return check_quotes(told, texts)


def corpus_lines() -> Iterator[dict[str, str]]:
    """2,000 lines as JSONL documents, half of them television news and half government news; none without corpora."""
    if not KAZNERD.exists() or not GOVERNMENT.exists():
        return
    with sentences().open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in islice(file, CORPUS_LINES // 2))
    with GOVERNMENT.open(encoding="utf-8") as file:
        for number, line in enumerate(islice(file, CORPUS_LINES // 2)):
            yield {"id": f"economy-{number}", "text": line.split("\t")[0], "language": "kk"}


def check_quotes(told: str, texts: dict[str, str]) -> Score:
    """Count the quotes that stand at their span of their document's original text."""
    evidence = [piece for line in told.splitlines() for piece in json.loads(line)["evidence"]]
    wrong = [e for e in evidence if texts[e["document"]][e["start"] : e["end"]] != e["quote"] or not e["quote"]]
    if wrong:
        raise Failed(f"{len(wrong)} of {len(evidence)} quotes do not stand at their span, first: {wrong[0]}")
    figures = {"documents": float(len(texts)), "quotes": float(len(evidence)), "wrong": 0.0}
    return Score(figures, f"all of {len(evidence)} quotes stand at their span\n")


SCORERS: tuple[tuple[str, str, Callable[[], Score]], ...] = (
    ("facts", "kazakhstan-russia, all kinds", russia),
    ("facts", f"kazakhstan-usa, all kinds, {FIRST_HALF}", usa),
    ("news", "news_dev, one date's `alt` reshaped", news),
    *(("own", f"our own gold, {name}", partial(own, name)) for name in own_files()),
    *(("own", f"our own document, {name}, all kinds", partial(own_document, name)) for name in own_documents()),
    ("confidence", "gold that may be looked at, held out in 10 folds", confidence),
    ("confidence", "the two sources of it", partial(confidence, "kazakhstan")),
    ("confidence", "the news of it", partial(confidence, "news")),
    *((("confidence", "our own gold that is measured blind", blind_confidence),) if unseen_gold() else ()),
    ("mentions", "KazNERD valid, held out in 5 folds", mentions),
    ("mentions", "the same with i for і, ə for ә, қ for Қ", damaged_mentions),
    ("twins", "states in government news, against English", twin_states),
    ("twins", "years in government news, against English", twin_years),
    ("words", "UD Kazakh-KTB dev", words),
    ("restore", "our own clean text, damaged by script", restore),
    ("restore", "the same text, not restored", unrepaired),
    ("splits", "KazNERD valid and our own clean text", splits),
    ("splits", "government news, really glued words too", government_splits),
    ("originals", f"sources, examples, {CORPUS_LINES:,} corpus lines", originals),
)


def _quick(scorer: str, what: str, measure: Callable[..., Score]) -> tuple[str, str, Callable[[], Score]]:
    """The row with one fold of names instead of five, and a part of the pairs of sentences."""
    if scorer == "mentions":
        return scorer, f"{what}; the first fold only", partial(measure, folds=(0,))
    if scorer == "twins":
        return scorer, f"{what}; every {twins.QUICK}th pair", partial(measure, step=twins.QUICK)
    return scorer, what, measure


QUICK = tuple(_quick(*row) for row in SCORERS)


def rows(verbose: bool = False, quick: bool = False) -> Iterator[Row]:
    """A row for each scorer, as soon as it is known."""
    for scorer, what, measure in QUICK if quick else SCORERS:
        try:
            told = measure()
        except Skipped as reason:
            yield Row(scorer, what, f"skipped: {reason}")
        except Failed as reason:
            yield Row(scorer, what, f"FAILED: {reason}", ok=False)
        else:
            if verbose:
                print(f"\n# {scorer}: {what}\n{told.output}")
            yield Row(scorer, what, str(told))


def markdown(table: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [f"| {row.scorer} | {row.what} | {row.told} |" for row in table]
    return "\n".join(["| scorer | on | figures |", "|---|---|---|", *lines])


def write(table: Iterable[Row]) -> None:
    """Put the tables between their marks of docs/quality.md, and the errors one by one into docs/errors.tsv.

    Nothing is written where there was nothing to measure.
    """
    if not SHARED.exists():
        print(f"{QUALITY.name} left as it is: {SHARED} is not here")
        return
    gold = error_gold()
    found = errors.listed(gold, judged())
    ERRORS.write_text(errors.tsv(found), encoding="utf-8")
    page = QUALITY.read_text(encoding="utf-8")
    page = between(page, "score", markdown(table))
    page = between(page, "errors", errors.table(found, [name for name, _ in gold]))
    QUALITY.write_text(between(page, "reliability", reliability()), encoding="utf-8")


def between(page: str, mark: str, told: str) -> str:
    """A page with this text between the marks of that name. Raises `ValueError` where the page has no such marks."""
    begin, end = f"<!-- {mark}:begin -->", f"<!-- {mark}:end -->"
    before, found, rest = page.partition(begin)
    _, ended, after = rest.partition(end)
    if not found or not ended:
        raise ValueError(f"{begin} and {end} are not in the page")
    return f"{before}{begin}\n{told}\n{end}{after}"


def main(arguments: list[str]) -> int:
    """Print the table line by line; 1 where a scorer failed."""
    table: list[Row] = []
    for row in rows("-v" in arguments, "--quick" in arguments):
        print(f"{row.scorer:10} {row.what:42} {row.told}", flush=True)
        table.append(row)
    if "--write" in arguments:
        write(table)
    return int(not all(row.ok for row in table))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
