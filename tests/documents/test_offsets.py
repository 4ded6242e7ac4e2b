"""The map is held against a plain model: for every restored character, the original span that it stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.offsets import Edit, OffsetMap, Replacement, apply

TEXTS = st.text(alphabet="abə ", max_size=24)


@st.composite
def edits(draw, text):
    """Edits of a text that do not overlap, in any order."""
    points = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(points[::2], points[1::2], strict=False)
    made = [
        Edit(low, high, draw(st.text(alphabet="abXY", max_size=3)), draw(st.sampled_from("rs"))) for low, high in pairs
    ]
    return draw(st.permutations(made))


@st.composite
def edited(draw):
    text = draw(TEXTS)
    return (text, *apply(text, draw(edits(text))))


@st.composite
def edited_twice(draw):
    text, middle, first = draw(edited())
    restored, later = apply(middle, draw(edits(middle)))
    return text, middle, first, restored, later


def model(length, offsets):
    """Original span of each restored character."""
    spans, at = [], 0
    for r in offsets.replacements:
        spans += [(i, i + 1) for i in range(at, r.start)]
        spans += [(r.start, r.end)] * (r.new_end - r.new_start)
        at = r.end
    return spans + [(i, i + 1) for i in range(at, length)]


def rebuilt(text, restored, offsets):
    """The restored text, made from the original and what the map says was put in."""
    out, at = [], 0
    for r in offsets.replacements:
        out += [text[at : r.start], restored[r.new_start : r.new_end]]
        at = r.end
    return "".join([*out, text[at:]])


def spans(length):
    return [(low, high) for low in range(length) for high in range(low + 1, length + 1)]


@given(edited())
def test_a_map_with_the_restored_pieces_rebuilds_the_restored_text(case):
    text, restored, offsets = case
    assert rebuilt(text, restored, offsets) == restored
    assert rebuilt(restored, text, offsets.inverse()) == text


@given(edited())
def test_a_restored_span_maps_to_the_smallest_original_span_that_covers_it(case):
    text, restored, offsets = case
    origin = model(len(text), offsets)
    for low, high in spans(len(restored)):
        pieces = origin[low:high]
        assert offsets.to_original(low, high) == (min(p[0] for p in pieces), max(p[1] for p in pieces))


@given(edited())
def test_an_original_span_maps_to_the_smallest_restored_span_that_covers_it(case):
    text, restored, offsets = case
    origin = model(len(restored), offsets.inverse())
    for low, high in spans(len(text)):
        pieces = origin[low:high]
        assert offsets.to_restored(low, high) == (min(p[0] for p in pieces), max(p[1] for p in pieces))


@given(edited())
def test_there_and_back_again_covers_every_character_that_has_an_original(case):
    text, restored, offsets = case
    origin = model(len(text), offsets)
    for low, high in spans(len(restored)):
        kept = [i for i in range(low, high) if origin[i][0] < origin[i][1]]
        if kept:
            start, end = offsets.to_restored(*offsets.to_original(low, high))
            assert start <= kept[0]
            assert end > kept[-1]


@given(edited())
def test_an_empty_span_stays_empty_and_in_the_text(case):
    text, restored, offsets = case
    points = [offsets.to_original(i, i) for i in range(len(restored) + 1)]
    assert all(low == high and 0 <= low <= len(text) for low, high in points)
    assert points == sorted(points)


@given(edited_twice())
def test_a_composed_map_leads_from_the_first_text_to_the_last(case):
    text, _, first, restored, later = case
    assert rebuilt(text, restored, first.then(later)) == restored


@given(edited_twice())
def test_a_composed_map_covers_what_the_two_maps_give_one_after_the_other(case):
    _, _, first, restored, later = case
    both = first.then(later)
    for low, high in spans(len(restored)):
        middle = later.to_original(low, high)
        if middle[0] == middle[1]:
            continue
        start, end = first.to_original(*middle)
        composed = both.to_original(low, high)
        assert composed[0] <= start
        assert composed[1] >= end


@given(edited_twice())
def test_a_composed_map_is_no_wider_where_no_two_changes_overlap(case):
    _, _, first, restored, later = case
    touched = [(r.new_start, r.new_end) for r in first.replacements]
    if any(
        (r.start < high and low < r.end) or r.start == r.end == low == high
        for r in later.replacements
        for low, high in touched
    ):
        return
    if any(r.start < low == high < r.end for r in later.replacements for low, high in touched):
        return
    if any(low < r.start == r.end < high for r in later.replacements for low, high in touched):
        return
    both = first.then(later)
    for low, high in spans(len(restored)):
        middle = later.to_original(low, high)
        if middle[0] < middle[1]:
            assert both.to_original(low, high) == first.to_original(*middle)


@given(edited())
def test_a_map_composed_with_no_change_is_the_same_map(case):
    _, _, offsets = case
    assert offsets.then(OffsetMap()) == offsets
    assert OffsetMap().then(offsets) == offsets
    assert offsets.inverse().inverse() == offsets


def test_a_space_taken_away_before_a_word_stays_out_of_the_word_when_a_letter_of_it_is_changed():
    middle, first = apply("a  iс", [Edit(1, 2, "", "space")])
    _, later = apply(middle, [Edit(2, 3, "і", "letter")])
    assert first.then(later).to_original(2, 4) == (3, 5)


def test_what_was_put_in_and_taken_away_again_leaves_no_trace():
    middle, first = apply("ab", [Edit(1, 1, "-", "in")])
    restored, later = apply(middle, [Edit(1, 2, "", "out")])
    assert restored == "ab"
    assert first.then(later) == OffsetMap()


def test_letters_that_an_edit_leaves_as_they_are_do_not_count_as_replaced():
    restored, offsets = apply("тәуелсiз", [Edit(0, 8, "тәуелсіз", "letters")])
    assert restored == "тәуелсіз"
    assert offsets.replacements == (Replacement(6, 7, 6, 7, "letters"),)


def test_edits_that_overlap_are_a_mistake():
    with pytest.raises(ValueError, match="overlap"):
        apply("abcdef", [Edit(0, 3, "x", "one"), Edit(2, 4, "y", "two")])


def test_replacements_out_of_order_are_a_mistake():
    with pytest.raises(ValueError, match="out of order"):
        OffsetMap([Replacement(3, 4, 3, 4, "one"), Replacement(0, 1, 0, 1, "two")])


def test_maps_are_compared_and_hashed_by_what_they_hold():
    one, two = (apply("ab", [Edit(0, 1, "c", "r")])[1] for _ in range(2))
    assert one == two
    assert hash(one) == hash(two)
    assert one != OffsetMap()
    assert repr(one) == "OffsetMap(1 replacements)"
