"""The command `qatynas`: its subcommands, and how every end is told."""

import gc
import io
import sys
from collections.abc import Sequence

import click

from qatynas.cli.interrupt import INTERRUPTED
from qatynas.cli.lazy import LazyGroup
from qatynas.cli.options import example
from qatynas.cli.screen import complain
from qatynas.errors import QatynasError

SUMMARIES = {
    "read": "Read files and folders into the record.",
    "show": "Show the record, one relation, or one fact.",
    "search": "Find words in the documents of the record.",
    "sources": "List, show, describe or import what the documents of the record are as sources.",
    "cite": "Cite a fact or a document of the record.",
    "facts": "Print the facts of files as JSON lines, without a record.",
    "mapping": "Show and save what the columns of a table tell.",
    "restore": "Print a text with its letters, words and spaces repaired.",
    "words": "Print the words of a Kazakh text with lemma, part of speech and features.",
    "export": "Write the facts of the record as JSON lines or as a table.",
    "check": "Check that the record is whole.",
    "lexicon": "Begin, check or test a folder of your own names and words.",
    "explain": "Tell why a fact was read: rule, words, roles, date.",
    "try": "Try a sentence: its analysis, the frames that fired or nearly did, its facts.",
    "diff": "Tell what changed between two readings of the same documents.",
}


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from qatynas import __version__

        click.echo(f"qatynas {__version__}")
        ctx.exit()


@click.group(
    "qatynas",
    epilog=example(
        "qatynas read texts/            read every document of a folder",
        "qatynas show KAZ CHN           a relation: chronology with sources",
    ),
    cls=LazyGroup,
    summaries=SUMMARIES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def cli() -> None:
    """Turn documents about relations between states into a record that can be checked.

    Every fact keeps the exact words that it stands on.

    Exit status: 0 done; 1 a document was refused, or another error; 2 wrong use; 3 the record; 130 stopped by Ctrl-C.
    """


# The word lists are some hundred thousand small objects that all stay: at Python's own threshold of 700 the
# search for garbage among them is a tenth of the time that `facts` takes on one source.
OBJECTS_BEFORE_COLLECTION = 50_000


def run(arguments: Sequence[str]) -> int:
    """Run the command with these arguments; gives the exit status, every error told on one line."""
    try:
        return cli.main(args=list(arguments), prog_name="qatynas", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        complain("stopped")
        return INTERRUPTED
    except QatynasError as error:
        complain(str(error))
        return error.exit_code
    except OSError as error:
        complain(": ".join(str(part) for part in (error.filename, error.strerror or error) if part is not None))
        return 1


def main() -> None:
    """Entry point of the command. What it prints is UTF-8 whatever the machine's locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)
    sys.exit(run(sys.argv[1:]))
