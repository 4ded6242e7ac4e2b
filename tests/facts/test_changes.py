from msgspec.structs import replace

from qatynas.facts.changes import changes
from qatynas.facts.edtf import Edtf
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Claim, Event, Fact, Why

WORDS = "Қазақстан мен Қытай 1994 жылы келісімге қол қойды"
SIGNED = Why("support:sign:қол қой")


def event(id: str, start: int = 0, end: int = len(WORDS), document: str = "a.txt", **fields: object) -> Event:
    piece = Evidence(document, start, end, WORDS[start:end])
    return Event(id=id, evidence=(piece,), type="SUPPORT", **{"why": SIGNED, **fields})  # type: ignore[arg-type]


def told(old: list[Fact], new: list[Fact]) -> list[tuple[str, str]]:
    return [(change.sort, change.fact.id) for change in changes(old, new)]


def test_equal_readings_differ_in_nothing():
    assert changes([event("a"), event("b")], [event("b"), event("a")]) == []


def test_a_fact_of_the_same_id_tells_what_each_field_held_and_holds():
    (change,) = changes([event("a")], [event("a", date=Edtf.parse("1994"), why=Why("support:conclude:жаса"))])
    assert (change.sort, change.fact.id) == ("changed", "a")
    assert change.fields == {
        "date": (None, "1994"),
        "why.rule": ("support:sign:қол қой", "support:conclude:жаса"),
    }


def test_what_was_added_and_what_is_gone_comes_in_the_order_of_the_format():
    old = [event("a", 0, 9), event("b", 20, 29)]
    new = [event("a", 0, 9), event("c", 30, 40)]
    assert told(old, new) == [("gone", "b"), ("added", "c")]


def test_facts_of_one_kind_that_share_words_are_one_that_changed():
    (change,) = changes([event("a", 0, 30)], [event("b", 0, 29)])
    assert change.sort == "changed"
    assert set(change.fields) == {"id", "evidence"}


def test_the_pair_that_shares_most_words_is_taken_first():
    old = [event("a", 0, 20), event("b", 10, 40)]
    new = [event("c", 12, 40), event("d", 0, 11)]
    pairs = {(change.old.id, change.new.id) for change in changes(old, new) if change.old and change.new}
    assert pairs == {("b", "c"), ("a", "d")}


def test_facts_that_only_touch_or_are_of_another_kind_or_document_are_no_pair():
    assert told([event("a", 0, 9)], [event("b", 9, 20)]) == [("gone", "a"), ("added", "b")]
    assert len(changes([event("a")], [event("b", document="b.txt")])) == 2
    claim = Claim(id="b", evidence=event("b").evidence, type="factor", text="көршілік")
    assert len(changes([event("a")], [claim])) == 2


def test_documents_with_the_same_text_have_the_same_ids_and_are_told_apart():
    one, two = event("a"), event("a", document="b.txt")
    (change,) = changes([one, two], [one, replace(two, place="Пекин")])
    assert change.fact.evidence[0].document == "b.txt"
