import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.facts.edtf import Edtf
from qatynas.languages.kazakh.date_grammar import Rule, classes, expressions, grammar
from qatynas.languages.kazakh.date_words import tokens
from qatynas.languages.kazakh.dates import DateExpression, dates
from qatynas.languages.kazakh.endings import PACKAGE
from qatynas.ontology.tables import Row, parse, rows
from timing import fastest

TABLE = Path(__file__).with_name("date_table.tsv")
SHARED = Path(__file__).parents[4] / "shared"
GOLD, CORPUS = SHARED / "gold" / "news_dev.jsonl", SHARED / "data" / "kaznerd" / "valid.iob2"
MARKS = re.compile(r"[{}]")


def table() -> list[Row]:
    return parse(TABLE.read_bytes(), TABLE.name, ("text", "expected?", "reference?", "narrative?"))


def read(row: Row, text: str) -> tuple[DateExpression, ...]:
    known = (Edtf.parse(row[name]) if row[name] else None for name in ("reference", "narrative"))
    return dates(text, **dict(zip(("reference", "narrative"), known, strict=True)))


def told(one: DateExpression) -> str:
    return str(one.date) if one.date else one.flag


def test_the_table_has_at_least_400_expressions() -> None:
    assert sum(row["text"].count("{") for row in table()) >= 400
    assert sum("{" not in row["text"] for row in table()) >= 50


@pytest.mark.parametrize("row", table(), ids=lambda row: f"{row.line}")
def test_an_expression_is_found_with_all_its_words_and_read(row: Row) -> None:
    found = read(row, MARKS.sub("", row["text"]))
    assert [one.words for one in found] == re.findall(r"\{([^}]*)\}", row["text"])
    assert [told(one) for one in found] == row["expected"].split()


@pytest.mark.parametrize("row", table(), ids=lambda row: f"{row.line}")
def test_an_expression_is_found_inside_a_sentence_too(row: Row) -> None:
    found = read(row, f"Ол «{MARKS.sub('', row['text'])}» деген.")
    assert [told(one) for one in found] == row["expected"].split()


def test_words_told_together_are_one_group_with_one_full_span() -> None:
    text = "Олар 2003, 2008 және 2012 жылдары қол қойды, 2014 жылы да."
    *together, alone = dates(text)
    assert {one.group for one in together} == {0}
    assert {text[slice(*one.full)] for one in together} == {"2003, 2008 және 2012 жылдары"}
    assert (alone.group, alone.full) == (None, (alone.start, alone.end))


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("1997 жылғы 5 мамырда және 1998 жылғы 6 шілдеде", [True, True]),
        ("1997 жылғы 5 мамырдағы, 6 шілдедегі және 7 тамыздағы", [True, True, True]),
        ("1997 жылы, 1998 және 1999 жылдары", [False, True, True]),
        ("1997 жылы, 5 мамырда", [False, False]),
        ("1997 жылғы 5 мамырда, 5 мамырда", [False, False]),
        ("1997 жылы (5 мамырда)", [False, False]),
        ("1997 жылы болды, 1998 жылы бітті", [False, False]),
    ],
)
def test_dates_told_as_precisely_side_by_side_are_one_group(text: str, groups: list[bool]) -> None:
    found = dates(text)
    assert [one.group is not None for one in found] == groups
    if all(groups):
        assert len({one.group for one in found}) == 1
        assert {one.full for one in found} == {(0, len(text))}


def test_two_groups_have_two_numbers() -> None:
    groups = [one.group for one in dates("2001 және 2002 жылдары, 2005 және 2006 жылдары")]
    assert groups[0] == groups[1] != groups[2] == groups[3]


def test_what_depends_on_the_documents_date_says_so_resolved_or_not() -> None:
    assert [(one.relative, one.flag) for one in dates("былтыр")] == [(True, "relative")]
    assert [(one.relative, one.flag) for one in dates("былтыр", reference=Edtf.parse("2020"))] == [(True, "")]
    assert [(one.relative, one.flag) for one in dates("2019 жылы", reference=Edtf.parse("2020"))] == [(False, "")]


def test_what_the_story_tells_does_not_hang_on_the_documents_date() -> None:
    reference, narrative = Edtf.parse("2020"), Edtf.parse("1992-03-02")
    of_story = dates("Сол жылы болды", reference=reference, narrative=narrative)
    assert [(one.relative, one.flag) for one in of_story] == [(False, "")]
    of_sentence = dates("1992 жылы 2 наурызда, ал 16 сәуірде", reference=reference)
    assert [(one.relative, one.flag) for one in of_sentence] == [(False, ""), (False, "")]
    assert [(one.relative, one.flag) for one in dates("сол жылы", reference=reference)] == [(True, "relative")]


def test_what_follows_a_date_that_hangs_on_the_documents_own_hangs_on_it_too() -> None:
    found = dates("Былтыр 2 наурызда келді, сол жылы кетті", reference=Edtf.parse("2020"))
    assert [(str(one.date), one.relative) for one in found] == [("2019-03-02", True), ("2019", True)]


def examples() -> list[tuple[str, str, str]]:
    known = rows(PACKAGE, "data/date_grammar.tsv", ("rule", "reads?", "pattern", "example"))
    return [(row["rule"], row["reads"], row["example"]) for row in known]


@pytest.mark.parametrize("rule", grammar(), ids=lambda rule: rule.name)
def test_every_rule_of_the_grammar_reads_its_example_whole(rule: Rule) -> None:
    words = tokens(rule.example)
    (found,) = [found for found in expressions(words) if found.rule.name == rule.name] or [None]
    whole = rule.pattern.match("".join(classes().get(w.name, "_") + w.case for w in words))
    assert (found and list(found.words) == words) or (whole and whole.end() == 2 * len(words)), rule.name


def test_every_class_of_the_word_lists_is_used_by_the_grammar() -> None:
    listed = {row["class"] for row in rows(PACKAGE, "data/date_words.tsv", ("class", "stem", "endings", "value?"))}
    assert listed - {"NOT"} <= set(classes())


def test_every_class_of_the_grammar_is_one_that_words_can_have() -> None:
    listed = {row["class"] for row in rows(PACKAGE, "data/date_words.tsv", ("class", "stem", "endings", "value?"))}
    years = {"YEAR", "YEARCOUNT", "OLDYEAR", "SHORTYEAR", "FARYEAR"}
    numbers = {"DAY", "COUNT", "NUMBER", "ROMAN", "FULL", "MONTH", "HOLIDAY"}
    assert set(classes()) <= listed | years | numbers


def test_a_half_of_a_century_told_from_the_documents_date_is_read() -> None:
    (half,) = dates("Өткен ғасырдың екінші жартысында", reference=Edtf.parse("2014-01-01"))
    assert (str(half.date), half.relative) == ("1950/1999", True)
    (quarter,) = dates("осы ғасырдың бірінші ширегінде", reference=Edtf.parse("2014"))
    assert str(quarter.date) == "2000/2024"
    assert [one.flag for one in dates("Өткен ғасырдың екінші жартысында")] == ["relative"]


def test_a_third_half_of_a_century_is_impossible() -> None:
    assert [one.flag for one in dates("ХХ ғасырдың үшінші жартысында")] == ["impossible"]


def test_a_date_begins_and_ends_with_a_word() -> None:
    assert [one.words for one in dates("2001-02-03ы, Ә1992 жылы, 1992жылы")] == ["1992жылы"]


def stems() -> set[str]:
    words = rows(PACKAGE, "data/date_words.tsv", ("class", "stem", "endings", "value?"))
    months = rows(PACKAGE, "data/months.tsv", ("stem", "month", "note?"))
    numerals = rows(PACKAGE, "data/numerals.tsv", ("word", "value", "kind", "ordinal?"))
    postpositions = rows(PACKAGE, "data/lexicon/postpositions.tsv", ("word", "marker", "role"))
    signs = {"1992", "2014", "12", "5", "209", "80-ші", "25.05.1992", "2001-02-30", "ХХ", "ХVIII", *",.!()«»–"}
    return (
        signs
        | {row["stem"] for row in words}
        | {stem for row in months for stem in row.parts("stem")}
        | {word for row in numerals for word in (row["word"], *row.parts("ordinal"))}
        | {row["word"] for row in postpositions}
    )


# Case endings fit any word here: what is no form of it is one more word that dates do not know.
ENDINGS = ("", "", "", "ы", "ның", "да", "дан", "ға", "ында", "ындағы", "лар", "лары")
DRAWN = st.tuples(st.sampled_from(sorted(stems())), st.sampled_from(ENDINGS), st.sampled_from((" ", " ", " ", "-")))
KNOWN = st.sampled_from((None, "2014-01-01", "2014-12", "1999", "1000-01-01", "2999-12-31", "199X", "1992/1995"))


@settings(max_examples=300, deadline=None)
@given(st.lists(DRAWN, max_size=14).map(lambda words: "".join(map("".join, words))), KNOWN, KNOWN)
def test_whatever_the_words_and_what_is_known_dates_stand_at_the_edges_of_words(
    text: str, reference: str | None, narrative: str | None
) -> None:
    known = [Edtf.parse(date) if date else None for date in (reference, narrative)]
    for one in dates(text, reference=known[0], narrative=known[1]):
        assert one.words == text[one.start : one.end] != ""
        assert (one.date is None) == (one.flag != "")
        assert not any(text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in (one.start, one.end))


WORDS = st.sampled_from(sorted({word for row in table() for word in MARKS.sub("", row["text"]).split()}))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_whatever_the_words_spans_stand_in_order_and_dates_are_valid(text: str) -> None:
    found = dates(text)
    for one in found:
        assert one.words == text[one.start : one.end] != ""
        assert one.full[0] <= one.start < one.end <= one.full[1]
        assert (one.date is None) == (one.flag != "")
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(one.words == text[one.start : one.end] for one in dates(text))


MORE_PIECES = (
    "2001 және ",
    "2 мамыр мен ",
    "б.з.д. ",
    "б. ",
    "«5» ",
    "шамамен ",
    "жұма ",
    "2001/",
    "05.",
    "тәуелсіздік ",
)


@pytest.mark.parametrize(
    "piece", ["2001, ", "1992 жылы ", "(", "мың ", "25 ", "мамыр – ", "1-", "ХХ ", "м", "мамыр", *MORE_PIECES]
)
def test_time_grows_with_the_length_and_not_faster(piece: str) -> None:
    dates(piece * 10)
    short, long = (fastest(dates, piece * count) for count in (500, 4_000))
    # Eight times the text; what grows with the square would take sixty-four times as long.
    assert long < 24 * short + 0.02


@pytest.mark.skipif(not GOLD.exists() or not CORPUS.exists(), reason="../shared is absent")
def test_the_dates_of_the_news_are_found() -> None:
    wanted = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    wanted = [row for row in wanted if row["dates"]]
    sentences = corpus()
    for row in wanted:
        found = {str(one.date) for one in dates(sentences[row["sentence_id"]])}
        for gold in row["dates"]:
            assert gold["date"] in found, gold["text"]


def corpus() -> dict[str, str]:
    """Sentences by id: a line of an id alone, then a word and its tag a line."""
    sentences: dict[str, list[str]] = {}
    words: list[str] = []
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if len(cells) == 2 and cells[0].rstrip("0123456789") in ("AID", "BID"):
            words = sentences.setdefault(cells[0], [])
        elif len(cells) == 2:
            words.append(cells[0])
    return {name: " ".join(words) for name, words in sentences.items()}
