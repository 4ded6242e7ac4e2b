"""`qatynas lexicon`: a folder of one's own names and words."""

from typing import TYPE_CHECKING

import click

from qatynas.cli.options import as_json, example
from qatynas.cli.screen import complain, visible, write_json
from qatynas.settings import setting

if TYPE_CHECKING:
    from qatynas.languages.lexicon_checking import Checked
    from qatynas.ontology.extension import Changes
    from qatynas.reading.examples import Silent


@click.group(epilog=example("qatynas lexicon new mine", "qatynas lexicon check mine", "qatynas lexicon test mine"))
def command() -> None:
    """Begin, check or test a folder of your own names and words.

    Such a lexicon is read beside the built-in lists wherever `--lexicon FOLDER` or QATYNAS_LEXICON names it. It adds
    entries, overrides built-in ones, and takes them out.
    """


@command.command(epilog=example("qatynas lexicon new mine"))
@click.argument("folder", type=click.UNPROCESSED)
def new(folder: str) -> int:
    """Begin a lexicon: write empty tables, each with a head that explains its columns.

    What stands in the folder already is left as it is.
    """
    from qatynas.ontology.template import begun

    click.echo("\n".join(visible(f"{folder}/{file}") for file in begun(folder)) or f"{folder}: nothing was missing")
    return 0


@command.command(epilog=example("qatynas lexicon check mine"))
@click.argument("folder", required=False, type=click.UNPROCESSED)
@as_json
def check(folder: str | None, as_json: bool) -> int:
    """Check every file of a lexicon, that of QATYNAS_LEXICON where no folder is named.

    Each mistake is told on a line: file, line and reason; the exit status is then 1. Where there is none: how many
    entries each file adds, overrides and takes out.
    """
    folder = folder if folder is not None else str(setting("lexicon")) or None
    if folder is None:
        raise click.UsageError("Name a folder, or set QATYNAS_LEXICON.")
    from qatynas.languages.lexicon_checking import checked

    told = checked(folder)
    if as_json:
        _write(folder, told)
    else:
        _print(folder, told)
    return int(bool(told.mistakes))


def _write(folder: str, told: "Checked") -> None:
    files = {file: changes._asdict() for file, changes in sorted(told.changes.items())}
    mistakes = [{"file": one.file, "line": one.line, "reason": one.reason} for one in told.mistakes]
    write_json({"lexicon": folder, "ok": not mistakes, "files": files, "mistakes": mistakes})


def _print(folder: str, told: "Checked") -> None:
    for mistake in told.mistakes:
        click.echo(visible(str(mistake)))
    if told.mistakes:
        return
    if not told.changes:
        complain(f"{folder}: warning: no entry stands in its files")
    for file, changes in sorted(told.changes.items()):
        click.echo(visible(f"{file}: {_counted(changes)}"))
    click.echo(visible(f"{folder}: ok"))


def _counted(changes: "Changes") -> str:
    return ", ".join(f"{count} {what.replace('_', ' ')}" for what, count in changes._asdict().items())


@command.command(epilog=example("qatynas lexicon test", "qatynas lexicon test mine"))
@click.argument("folder", required=False, type=click.UNPROCESSED)
@as_json
def test(folder: str | None, as_json: bool) -> int:
    """Run the example sentence of every way of saying an act.

    Each realisation carries one, and it must fire that realisation. With a folder, or QATYNAS_LEXICON, those of its
    files are run with the built-in ones, which its words may change. Each that is silent is told on a line: file,
    line, and what kept it; the exit status is then 1.
    """
    from qatynas.languages.registry import READ, language
    from qatynas.ontology.folder import chosen
    from qatynas.ontology.lexicon import using
    from qatynas.reading.examples import silent

    with using(chosen(folder)):
        known = [each for each in map(language, READ) if each]
        found = [one for each in known for one in silent(each)]
        count = len({(one.rule, one.example) for each in known for one in each.realisations()})
    if as_json:
        write_json({"ok": not found, "run": count, "silent": [_silent(one) for one in found]})
        return int(bool(found))
    for one in found:
        click.echo(visible(str(one)))
    click.echo(f"{count} examples were run, {len(found)} of them silent" if found else f"{count} examples were run: ok")
    return int(bool(found))


def _silent(one: "Silent") -> dict[str, object]:
    file, _, line = one.realisation.place.rpartition(":")
    told = one.realisation
    return {"file": file, "line": int(line), "rule": told.rule, "example": told.example, "reason": one.reason}
