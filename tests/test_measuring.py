"""The benchmarks that measure reading: errors by cause, intervals, weights of confidence, twins in two languages."""

import json
from pathlib import Path
from typing import Any

import pytest

import annotated
import errors
import intervals
import score as scoring
import train_confidence as training
import twins
from qatynas.reading.confidence import EVERY

ANY = "Литва Президенті Қазақстан Президентімен кездесті."


@pytest.fixture(scope="module")
def judge() -> Any:
    try:
        return scoring.judged()
    except scoring.Skipped as reason:
        pytest.skip(str(reason))


def item(text: str, *gold: dict[str, Any], id: str = "t") -> annotated.Item:
    """A text whose gold facts stand in full."""
    return annotated.Item(id, text, tuple({**g, "id": f"{id}/{n}"} for n, g in enumerate(gold, 1)))


def event(type: str, actor: list[str], recipient: list[str] | None = None, **more: Any) -> dict[str, Any]:
    """A gold event."""
    return {"kind": "event", "type": type, "actor": actor, "recipient": recipient or [], "date": None, **more}


def causes(one: annotated.Item, judge: Any) -> list[tuple[str, str]]:
    return [(error.error, error.cause) for error in errors.errors("dev", one, judge) if error.kind == "event"]


def test_f1_is_of_all_texts_together():
    assert intervals.f1([(1, 1, 2), (1, 3, 1)]) == pytest.approx(4 / 7)
    assert intervals.f1([]) == 0


def test_an_interval_holds_the_measure_and_is_the_same_each_time():
    counts = [(1, 1, 1)] * 30 + [(0, 1, 1)] * 10
    low, high = intervals.interval(counts)
    assert 0.55 < low < intervals.f1(counts) < high < 0.95
    assert intervals.interval(counts) == (low, high)
    assert intervals.interval([(1, 1, 1)] * 9) == (1, 1)


def test_more_texts_make_an_interval_narrower():
    few, many = ([(1, 1, 1), (0, 1, 1)] * n for n in (10, 100))
    (low, high), (lower, higher) = intervals.interval(few), intervals.interval(many)
    assert higher - lower < (high - low) / 2


def test_events_are_counted_as_the_scorer_of_the_news_counts_them(judge: Any):
    try:
        by_scorer = scoring.news().figures
    except scoring.Skipped as reason:
        pytest.skip(str(reason))
    mine = scoring.events(scoring.news_items()).figures
    assert {name: mine[name] for name in ("type_f1", "full_f1")} == {
        name: by_scorer[name] for name in ("type_f1", "full_f1")
    }


def test_what_is_found_and_right_is_no_error(judge: Any):
    assert causes(item(ANY, event("CONSULT", ["LTU", "KAZ"])), judge) == []


def test_sides_are_told_apart(judge: Any):
    told = {
        "side extra": event("CONSULT", ["LTU"]),
        "side missing": event("CONSULT", ["LTU", "KAZ", "EST"]),
        "another side": event("CONSULT", ["LTU", "EST"]),
    }
    for cause, gold in told.items():
        assert causes(item(ANY, gold), judge) == [("wrong", cause)]
    given = "Канада Молдоваға 20 миллион доллар бөлді."
    assert causes(item(given, event("AID", ["MDA"], ["CAN"])), judge) == [("wrong", "side reversed")]


def test_a_date_is_missing_extra_or_another(judge: Any):
    dated = "2003 жылы Литва Президенті Қазақстан Президентімен кездесті."
    both = ["LTU", "KAZ"]
    assert causes(item(ANY, event("CONSULT", both, date="2003")), judge) == [("wrong", "date missing")]
    assert causes(item(dated, event("CONSULT", both)), judge) == [("wrong", "date extra")]
    assert causes(item(dated, event("CONSULT", both, date="2004")), judge) == [("wrong", "another date")]


def test_what_is_missed_is_laid_to_the_trigger_or_to_its_want(judge: Any):
    weather = "Литва мен Қазақстанда қар жауды."
    assert causes(item(weather, event("CONSULT", ["LTU", "KAZ"])), judge) == [("missed", "no trigger known")]
    at_home = "Қазақстан Президенті әкіммен кездесті."
    ((error, cause),) = causes(item(at_home, event("CONSULT", ["KAZ"])), judge)
    assert (error, cause) == ("missed", "trigger found, but no second state in view")
    other = item(ANY, event("SUPPORT", ["LTU", "KAZ"]))
    assert causes(other, judge) == [("missed", "read as another type")]


def test_what_is_false_is_told_by_what_else_the_text_holds(judge: Any):
    assert causes(item(ANY), judge) == [("false", "no event in the text")]


def test_an_optional_fact_is_no_error(judge: Any):
    assert causes(item(ANY, event("CONSULT", ["LTU", "KAZ"], optional=True)), judge) == []
    assert causes(item("Ауа райы жылы болды.", event("CONSULT", ["LTU", "KAZ"], optional=True)), judge) == []


def test_the_table_of_errors_counts_by_gold():
    rows = [errors.Error("dev", f"d/{n}", "event", "AID", "missed", "no trigger known") for n in range(3)]
    rows.append(errors.Error("opened", "o/1", "event", "AID", "missed", "no trigger known"))
    assert errors.table(rows, ["dev", "opened"]).splitlines()[-1] == "| event | missed | no trigger known | 3 | 1 |"
    assert errors.tsv(rows).splitlines()[-1] == "opened\to/1\tevent\tAID\tmissed\tno trigger known"


def test_gold_that_is_measured_blind_is_never_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    row = {"id": "x", "text": "Ауа райы.", "events": [], "instruments": [], "facts": [], "dates": []}
    for name in ("dev.jsonl", "unseen.jsonl"):
        (tmp_path / name).write_text(json.dumps(row) + "\n", encoding="utf-8")
    for name in ("unseen.txt", "unseen_doc.jsonl", "open.txt", "open.jsonl"):
        (tmp_path / name).write_text("" if name.endswith("jsonl") else ANY, encoding="utf-8")
    monkeypatch.setattr(scoring, "OWN", tmp_path)
    monkeypatch.setattr(scoring, "news_items", lambda: ())
    monkeypatch.setattr(scoring, "SEEDS", tmp_path)
    monkeypatch.setattr(scoring, "document", lambda source, gold, ends=0: (source.name, gold.name))
    assert scoring.own_files() == ["dev", "unseen"]
    assert {name: gold.name for name, gold in scoring.own_documents().items()} == {
        "open": "open.jsonl",
        "unseen": "unseen_doc.jsonl",
    }
    assert [name for name, _ in scoring.unseen_gold()] == ["unseen", "unseen_doc"]
    looked_at = ["dev", "open", "news_dev", "kazakhstan-russia", "kazakhstan-usa"]
    assert [name for name, _ in scoring.error_gold()] == looked_at


def test_a_text_goes_between_the_marks_of_its_name():
    page = "a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb <!-- y:begin --><!-- y:end -->"
    assert scoring.between(page, "x", "new") == page.replace("old", "new")
    with pytest.raises(ValueError, match="z:begin"):
        scoring.between(page, "z", "new")


def examples(gold: str, feature: str, right: int, wrong: int) -> list[training.Example]:
    """So many facts with a feature that are right and wrong, each of a text of its own."""
    names = [f"{gold}{feature}{n}" for n in range(right + wrong)]
    return [training.Example(gold, name, "event", (feature,), n < right, True) for n, name in enumerate(names)]


def test_equations_are_solved():
    assert training.solved([[4.0, 1.0], [1.0, 3.0]], [1.0, 2.0]) == pytest.approx([1 / 11, 7 / 11])


def test_a_feature_of_right_facts_weighs_more():
    table = training.trained(examples("a", "good", 60, 10) + examples("a", "bad", 20, 50))
    assert table["good"] > 0.5 > -0.5 > table["bad"]
    assert "gold a" not in table
    assert EVERY in table


def test_a_file_that_is_well_known_lends_nothing_to_its_features():
    """Where two features are right equally often in each file, neither is better, wherever it is frequent."""
    known = examples("known", "long", 90, 10) + examples("known", "short", 18, 2)
    other = examples("new", "long", 10, 10) + examples("new", "short", 50, 50)
    table = training.trained(known + other)
    assert abs(table["long"] - table["short"]) < 0.2


def test_a_rare_feature_has_no_weight():
    given = examples("a", "usual", 30, 30) + examples("a", "rare", training.LEAST - 1, 0)
    assert "rare" not in training.trained(given)


def test_halves_share_what_is_equally_sure():
    right, wrong = examples("a", "f", 1, 1)
    assert training.halves([(0.5, right), (0.5, wrong)] * 5) == pytest.approx((0.5, 0.5))
    assert training.halves([(0.9, right)] * 3 + [(0.1, wrong)] * 3) == (0, 1)


def test_the_table_of_reliability_counts_each_fact_once():
    right, wrong = examples("a", "f", 1, 1)
    told = training.reliability({"x": [(0.95, right), (0.95, wrong), (0.02, wrong)]}).splitlines()
    assert told[-1] == "| 0.9 to 1.0 | 2 | 0.95 | 0.50 |"
    assert told[2] == "| 0.0 to 0.3 | 1 | 0.02 | 0.00 |"


def test_twins_name_the_same_states_and_years():
    kazakh = "қазақстан мен франция 2003 жылғы мамыр-маусымда келіссөз жүргізді , түрік компаниялары қатысты ."
    english = "kazakhstan and the french republic held talks in may and june 2003 with turkish companies ."
    assert twins.states(kazakh) == twins.english_states(english) == {"KAZ", "FRA", "TUR"}
    assert twins.years(kazakh) == twins.english_years(english) == {"2003"}
    assert twins.english_states("astana , usa and iran") == frozenset()


def test_agreement_counts_what_one_side_only_names():
    pairs = [twins.Pair("1", "аб", "ac"), twins.Pair("2", "д", "d")]
    sides = {"аб": {"a", "b"}, "ac": {"a", "c"}, "д": {"d"}, "d": {"d"}}
    agreement, apart = twins.compared(pairs, lambda t: frozenset(sides[t]), lambda t: frozenset(sides[t]))
    assert agreement == (2, 1, 1)
    assert agreement.figures == {"n": 4, "P": 0.667, "R": 0.667, "jaccard": 0.5}
    assert apart == [(pairs[0], {"b"}, {"c"})]


def test_only_pairs_that_are_well_aligned_are_taken(tmp_path: Path):
    path = tmp_path / "x.tsv"
    path.write_text("а\ta\t0,7\nб\tb\t0.3\nв\tc\t0.5\n", encoding="utf-8")
    assert [pair.id for pair in twins.pairs([path])] == ["x:1", "x:3"]
    assert [pair.id for pair in twins.pairs([path], step=3)] == ["x:3"]
