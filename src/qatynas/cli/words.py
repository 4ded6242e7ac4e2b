"""`qatynas words`: the words of a text with their analyses, in CoNLL-U."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qatynas.cli.options import example, lexicon
from qatynas.cli.screen import complain, write
from qatynas.errors import QatynasError

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
    from qatynas.documents.opening import open_path

    refused = False
    for document in open_path(Path(file)):
        if document.state != "read":
            complain(f"{document.name}: {document.state}: {document.reason}")
        refused |= document.state == "refused"
        if document.state != "refused":
            for block in _filled(document) if conllu else _analysed(document):
                write(block.encode("utf-8", "surrogatepass"))
    return int(refused)


def _analysed(document: "Document") -> Iterator[str]:
    from qatynas.documents.text import Text
    from qatynas.export.conllu import blocks
    from qatynas.languages.kazakh.language import Kazakh
    from qatynas.languages.registry import detect

    code = document.language or detect(document.original)
    if code not in (None, "kk"):
        complain(f"{document.name}: warning: language {code}: its words are not analysed yet")
        return
    kazakh = Kazakh()
    yield from blocks(kazakh.sentences(kazakh.restore(Text(document.original)).restored), kazakh.compounds)


def _filled(document: "Document") -> Iterator[str]:
    from qatynas.export.conllu import filled, is_word
    from qatynas.languages.kazakh.ranking import in_context

    text = document.original.replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), start=1):
        if is_word(line) and not "".join(line.split("\t")[1:2]).strip():
            raise QatynasError(f"{document.name}:{number}: a word's line has a number, a tab and the word")
    for block in text.split("\n\n"):
        if block.strip():
            forms = [line.split("\t")[1] for line in block.split("\n") if is_word(line)]
            yield filled(block.strip("\n"), [told[0] for told in in_context(forms)])
