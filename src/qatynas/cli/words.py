"""`qatynas words`: the words of a text with their analyses, in CoNLL-U."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from qatynas.cli.opened import each
from qatynas.cli.options import example, lexicon
from qatynas.cli.screen import complain, write
from qatynas.errors import QatynasError
from qatynas.settings import limit

if TYPE_CHECKING:
    from qatynas.documents.document import Document


@click.command(epilog=example("qatynas words text.txt > text.conllu", "qatynas words --conllu blank.conllu"))
@click.argument("file", type=click.UNPROCESSED)
@click.option("--conllu", is_flag=True, help="FILE is CoNLL-U: its sentences and words are taken as they stand.")
@lexicon
def command(file: str, conllu: bool) -> int:
    """Print the words of a Kazakh text with lemma, part of speech and features.

    One block a sentence, in CoNLL-U, after the text's letters and spaces were repaired. A word that no list knows
    says so in the last column, and how it was taken apart.
    """
    blocks = _filled if conllu else _analysed
    return each(file, lambda document: _print(blocks(document)))


def _print(blocks: Iterator[str]) -> None:
    for block in blocks:
        write(block.encode("utf-8", "surrogatepass"))


def _analysed(document: "Document") -> Iterator[str]:
    from qatynas.documents.text import Text
    from qatynas.export.conllu import blocks
    from qatynas.languages.kazakh.alphabet import is_cyrillic
    from qatynas.languages.kazakh.language import Kazakh
    from qatynas.languages.registry import code_of, spoken

    code, name = code_of(document.original, document.language), document.name
    if code is None and is_cyrillic(document.original):
        complain(f"{name}: warning: language unknown: its words are analysed as Kazakh")
    elif code != "kk":
        complain(f"{name}: warning: language {spoken(code)}: its words are not analysed yet")
        return
    long, kazakh = 0, Kazakh()
    for sentence in kazakh.sentences(kazakh.restore(Text(document.original)).restored):
        long += not sentence.words
        yield from blocks([sentence] if sentence.words else [], kazakh.compounds)
    if long:
        most = limit("max_sentence")
        complain(f"{name}: warning: {long} sentences longer than {most} characters were not analysed")


def _filled(document: "Document") -> Iterator[str]:
    from qatynas.export.conllu import filled, is_line, is_word
    from qatynas.languages.kazakh.ranking import in_context

    lines = document.original.replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if not is_line(line):
            raise QatynasError(f"{document.name}:{number}: a word's line has a number, a tab and the word")
    for blank in _blocks(lines):
        forms = [line.split("\t")[1] for line in blank if is_word(line)]
        yield filled("\n".join(blank), [told[0] for told in in_context(forms)])


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each sentence: an empty line stands between two."""
    return (list(block) for holds, block in groupby(lines, lambda line: bool(line.strip())) if holds)
