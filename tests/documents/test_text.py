from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.offsets import Edit, OffsetMap
from qatynas.documents.text import Span, Text


@st.composite
def texts(draw):
    """A text that went through up to three rounds of edits."""
    text = Text(draw(st.text(max_size=20)))
    for _ in range(draw(st.integers(0, 3))):
        points = sorted(draw(st.lists(st.integers(0, len(text.restored)), max_size=6)))
        pairs = zip(points[::2], points[1::2], strict=False)
        text = text.edit([Edit(low, high, draw(st.text(max_size=3)), "rule") for low, high in pairs])
    return text


@given(texts())
def test_a_span_quotes_the_original_exactly(text):
    for low in range(len(text.restored)):
        for high in range(low, len(text.restored) + 1):
            start, end, quote = text.span(low, high)
            assert 0 <= start <= end <= len(text.original)
            assert quote == text.original[start:end]


@given(texts())
def test_the_whole_restored_text_covers_all_of_the_original_but_what_was_cut_off_its_ends(text):
    start, end, _ = text.span(0, len(text.restored))
    changed = OffsetMap([r for r in text.map.replacements if r.new_start == r.new_end])
    if not changed.replacements and text.restored:
        assert (start, end) == (0, len(text.original))


@given(texts())
def test_text_between_repairs_is_the_same_in_both(text):
    changed = {i for r in text.map.replacements for i in range(r.new_start, r.new_end)}
    for i in set(range(len(text.restored))) - changed:
        assert text.span(i, i + 1).quote == text.restored[i]


def test_a_text_without_repairs_is_its_original():
    text = Text("Мәскеу")
    assert text.restored == text.original
    assert text.span(0, 3) == Span(0, 3, "Мәс")
    assert text.repairs == ()
    assert repr(text) == "Text(6 characters, 0 repairs)"


def test_a_text_in_which_nothing_is_repaired_stays_the_same():
    text = Text("саз").edit([Edit(1, 2, "ө", "letter")])
    assert text.edit(()) is text


def test_repairs_tell_the_original_words_what_they_became_and_the_rule():
    text = Text("тәуелсiз  ел").edit([Edit(6, 7, "і", "letters")]).edit([Edit(8, 9, "", "spaces")])
    assert text.restored == "тәуелсіз ел"
    assert text.repairs == ((Span(6, 7, "i"), "і", "letters"), (Span(8, 9, " "), "", "spaces"))
