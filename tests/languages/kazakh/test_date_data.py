"""The tables of dates and numbers: a mistake in one is named with its file and line."""

from collections.abc import Callable
from types import ModuleType

import pytest

from qatynas.errors import DataFileError
from qatynas.languages.kazakh import date_grammar, date_words, endings, number_bounds, numerals
from qatynas.ontology.tables import Row, parse

Load = Callable[[], object]
TABLES: dict[str, tuple[ModuleType, Load]] = {
    "date_words.tsv": (date_words, date_words._words.__wrapped__),
    "holidays.tsv": (date_words, date_words._holidays.__wrapped__),
    "number_bounds.tsv": (number_bounds, number_bounds._table.__wrapped__),
    "numerals.tsv": (numerals, numerals._lexicon.__wrapped__),
    "endings.tsv": (endings, endings._forms.__wrapped__),
}


@pytest.mark.parametrize(
    ("file", "line", "reason"),
    [
        ("date_words.tsv", "YEARWORD\tжыл\tsome", "no such rule for endings: some"),
        ("date_words.tsv", "TODAY\tбүгін\tany", "value '': TODAY wants -100 to 100"),
        ("date_words.tsv", "SEASON\tкүз\tany\t25", "value '25': SEASON wants 21 to 24"),
        ("date_words.tsv", "HALF\tжарты\tany\t0", "value '0': HALF wants 2"),
        ("date_words.tsv", "PART\tбас\tany\tstart", "one of begin, middle, end"),
        ("date_words.tsv", "YEARWORD\tжыл\tany\t1", "words of YEARWORD have none"),
        ("holidays.tsv", "жеңіс күн\t9 мамыр", "no month and day: 9 мамыр"),
        ("holidays.tsv", "жеңіс күн\t05-32", "no month and day: 05-32"),
        ("number_bounds.tsv", "астам\tbeside\tover", "none of those that the head tells"),
        ("number_bounds.tsv", "астам\tafter\tmuch", "none of those that the head tells"),
        ("number_bounds.tsv", "астам\tafter\tover\tNom", "none of those that the head tells"),
        ("number_bounds.tsv", "одан да көп адамнан\tafter\tover", "more than 3 words"),
        ("numerals.tsv", "бір\tone\tunit", "not a number: one"),
        ("numerals.tsv", "бір\t1\tsingle", "no such kind: single"),
        ("endings.tsv", "nominal\tлар", "kind 'nominal'"),
    ],
)
def test_a_mistake_in_a_table_is_named(monkeypatch: pytest.MonkeyPatch, file: str, line: str, reason: str) -> None:
    module, load = TABLES[file]

    def rows(package: str, path: str, columns: tuple[str, ...]) -> list[Row]:
        assert path.endswith(file)
        return parse(f"# a head\n{line}\n".encode(), file, columns)

    monkeypatch.setattr(module, "rows", rows)
    with pytest.raises(DataFileError) as raised:
        load()
    assert reason in raised.value.reason
    assert (raised.value.file, raised.value.line) == (file, 2)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("year\tsomething\tYEAR\t1992", "no such reading: something"),
        ("year\tcalendar\t{day}\t1992", "no such rule above: day"),
        ("year\tcalendar\tyear!\t1992", "not of the grammar: year!"),
        ("year\tcalendar\t(YEAR\t1992", "the pattern is broken"),
    ],
)
def test_a_mistake_in_the_grammar_of_dates_is_named(monkeypatch: pytest.MonkeyPatch, line: str, reason: str) -> None:
    columns = ("rule", "reads?", "pattern", "example")
    monkeypatch.setattr(date_grammar, "_table", lambda: tuple(parse(line.encode(), "date_grammar.tsv", columns)))
    monkeypatch.setattr(date_grammar, "classes", lambda: {"YEAR": "\ue000"})
    with pytest.raises(DataFileError) as raised:
        date_grammar.whole(date_grammar.grammar.__wrapped__())
    assert reason in str(raised.value)


def test_a_rule_is_asked_wherever_it_may_fit():
    """Against every rule at every word: the classes with which one begins are told by the grammar itself."""
    letters = date_grammar.classes()
    begun = set()
    for rule in date_grammar.grammar():
        words = date_words.tokens(f"Онда, {rule.example}, {rule.example} және тағы басқа.")
        code = "".join(letters.get(word.name, date_grammar.OTHER) + word.case for word in words)
        for at, word in enumerate(words):
            if word.name and date_grammar._found(code, words, 2 * at):
                begun.add(word.name)
                assert date_grammar._begin().match(letters[word.name]), (rule.name, word)
    assert len(begun) > 20
    assert not any(date_grammar._begin().match(letters[name]) for name in ("AND", "COMMA", "UNTIL"))
