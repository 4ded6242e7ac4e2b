"""References: citation marks and the sentence that each supports."""

import re
from collections.abc import Iterator

from qatynas.facts.kinds import Reference, Why
from qatynas.reading.scene import Scene

_MARK = re.compile(r"\[(\d[^\[\]]*)\]")


def find(scene: Scene) -> Iterator[Reference]:
    """Marks such as [4]; a mark supports the words from the mark before it, or from the sentence's beginning."""
    first = 0
    for k, word in enumerate(scene.words):
        mark = _MARK.fullmatch(word.form) if k > first and word.form[:1] == "[" else None
        if mark:
            yield Reference(
                evidence=(scene.evidence(first, k + 1),),
                marker=mark.group(1),
                about=scene.states or scene.pair,
                why=Why("reference", (word.form,)),
            )
            first = k + 1
