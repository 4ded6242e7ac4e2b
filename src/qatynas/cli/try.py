"""`qatynas try`: what every step of the reader makes of a sentence."""

import sys

import click

from qatynas.cli.options import example, lexicon
from qatynas.errors import QatynasError


@click.command(
    "try",
    epilog=example(
        'qatynas try "Қазақстан Президенті Қытайға ресми сапармен барды."',
        "qatynas try --lexicon mine < sentences.txt",
    ),
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="[SENTENCE]...")
@lexicon
def command(words: tuple[str, ...]) -> int:
    """Try a sentence: its analysis, the frames that fired or nearly did, its facts.

    Several sentences, or a text on standard input where none is given, are read as one document. Of each: the words
    with lemma, part of speech and case; names, and the parties that they make; dates; clauses; the frames that fired,
    who fills their roles, and why no fact came of one; those whose words were there and that did not fire, with what
    kept each; the facts.
    """
    text = " ".join(words) if words else _read()
    from qatynas.cli.trials import draw
    from qatynas.reading.trial import tried

    for number, trial in enumerate(found := tried(text), start=1):
        draw(trial, f"Sentence {number} of {len(found)}" if len(found) > 1 else "Sentence")
    return 0


def _read() -> str:
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("Give a sentence, or a text on standard input.")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QatynasError(f"standard input: not UTF-8 (byte {error.start})") from None
