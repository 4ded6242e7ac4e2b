"""`qatynas diff`: what changed between two readings."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qatynas.cli.options import as_json, example
from qatynas.cli.screen import write_json
from qatynas.errors import QatynasError

if TYPE_CHECKING:
    from qatynas.facts.changes import Change
    from qatynas.facts.kinds import Fact


@click.command(
    epilog=example("qatynas diff before.jsonl after.jsonl        each is what `qatynas facts` printed"),
)
@click.argument("old", type=click.UNPROCESSED, metavar="A.jsonl")
@click.argument("new", type=click.UNPROCESSED, metavar="B.jsonl")
@as_json
def command(old: str, new: str, as_json: bool) -> int:
    """Tell what changed between two readings of the same documents.

    Both files are what `qatynas facts` printed. Facts that were added are marked +, those that are gone -, and those
    that say something else now ~, with what each field held and holds; in the order of the documents. Two facts with
    different ids are told as one that changed where they are of one kind and stand on some of the same words.

    Exit status 0 where nothing differs, 1 where something does, 2 where it cannot be told.
    """
    from qatynas.facts.changes import changes

    try:
        before, after = _facts(old), _facts(new)
    except QatynasError as error:
        raise _Untold(str(error)) from None
    found = changes(before, after)
    if as_json:
        write_json({"changes": [_told(change) for change in found], "counts": _counts(found, before, after)})
    else:
        from qatynas.cli.differences import draw

        draw(found, _counts(found, before, after))
    return int(bool(found))


class _Untold(QatynasError):
    """A file that is no reading: as with `diff`, that is another status than a difference."""

    exit_code = 2


def _facts(file: str) -> "list[Fact]":
    from qatynas.facts.json import decode

    out: list[Fact] = []
    for number, line in enumerate(_data(file).removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            out.append(decode(line))
        except QatynasError as error:
            raise QatynasError(f"{file}:{number}: {error}") from None
        if not out[-1].evidence:
            raise QatynasError(f"{file}:{number}: not a fact of format 1: it has no evidence")
    return out


def _data(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as error:
        raise QatynasError(f"{file}: {getattr(error, 'strerror', None) or error}") from None


def _told(change: "Change") -> dict[str, Any]:
    import msgspec

    from qatynas.facts.json import encode

    ids = {"id": change.fact.id} | ({"was": change.old.id} if change.old and change.new else {})
    fields = {name: {"old": old, "new": new} for name, (old, new) in change.fields.items()}
    fact = msgspec.json.decode(encode(change.fact))
    return {"change": change.sort, **ids, "fields": fields, "fact": fact}


def _counts(found: "list[Change]", old: "list[Fact]", new: "list[Fact]") -> dict[str, int]:
    told = Counter(change.sort for change in found)
    same = len(new) - told["added"] - told["changed"]
    return {"added": told["added"], "gone": told["gone"], "changed": told["changed"], "same": same}
