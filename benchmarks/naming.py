"""Speed of finding names: words a second (of processor time) from restored text to merged mentions, on one core.

    python benchmarks/naming.py [FILE...]

Sentences, words with their analyses, listed names, dates and numbers, the tagger, the merge. Facts are not read: no
clauses, no triggers. Without files the bundled examples are read, repeated up to `LEAST` words. The first pass is
told, in which every form of a word is new, and a second one.
"""

import sys
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from time import process_time

from qatynas.documents.opening import open_path
from qatynas.documents.text import Text
from qatynas.facts.actor import Actor
from qatynas.languages.kazakh.language import Kazakh
from qatynas.reading.mentions import find
from qatynas.reading.scene import Scene, Story

ROOT = Path(__file__).resolve().parent.parent
LEAST = 50_000


def texts(files: Sequence[Path]) -> list[Text]:
    """Restored texts of at least so many words together."""
    restored = [Kazakh().restore(Text(told.original)) for file in files for told in open_path(file)]
    out: list[Text] = []
    words = 0
    for text in cycle(restored):
        out.append(text)
        words += len(text.restored.split())
        if words >= LEAST:
            return out
    return out


def mentions(text: Text, language: Kazakh) -> tuple[int, int]:
    """Words and mentions of a text."""
    story = Story(name="", text=text, language=language, home=Actor("Қазақстан", "KAZ"), pair=())
    words = found = 0
    for sentence in language.sentences(text.restored):
        scene = Scene(
            story=story,
            sentence=sentence,
            names=language.names(sentence),
            parties=(),
            dates=language.dates(sentence, None, None),
            numbers=language.numbers(sentence),
            clauses=(),
        )
        words += len(sentence.words)
        found += sum(1 for _ in find(scene))
    return words, found


def main(files: Sequence[Path]) -> None:
    """Print a line for each of two passes."""
    language, chosen = Kazakh(), texts(files)
    mentions(Text("Алматы."), language)  # lists and the model are loaded
    for place in ("first", "second"):
        start = process_time()
        words, found = map(sum, zip(*(mentions(text, language) for text in chosen), strict=True))
        seconds = process_time() - start
        print(f"{place} pass: {words} words, {found} mentions, {words / seconds:.0f} words a second", flush=True)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted((ROOT / "examples").glob("*.txt")))
