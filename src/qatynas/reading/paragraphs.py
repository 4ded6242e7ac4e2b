"""Paragraphs: lines put together where a text was broken into lines as a typewriter does."""

from collections.abc import Callable, Sequence

from qatynas.reading.scene import Scene, Story
from qatynas.reading.signatures import Line
from qatynas.reading.story import glimpses

_ENDS = tuple(".;:!?…)")


def paragraphs(lines: Sequence[Line], story: Story, heads: Callable[[str], bool]) -> list[Scene]:
    """The sentences of the lines, those too that go on over the end of a line.

    A line goes on where it has no mark at its end, no blank line follows, and neither it nor the next is a head.
    """
    out: list[Scene] = []
    open_lines: list[Line] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        open_lines.append(line)
        if following is None or not _goes_on(line, following, story, heads):
            out += glimpses(story, open_lines)
            open_lines = []
    return out


def _goes_on(line: Line, following: Line, story: Story, heads: Callable[[str], bool]) -> bool:
    restored = story.text.restored
    if restored.count("\n", line.end, following.start) > 1:
        return False
    text = restored[line.start : line.end].rstrip("»”\"' ")
    return not text.endswith(_ENDS) and not heads(text) and not heads(restored[following.start : following.end])
