from collections.abc import Callable
from itertools import pairwise

import pytest
from papers import CHN, KAZ, NOBODY, TREATY, TUR, VIEW, VISIT, piece, reading

from qatynas.errors import NotFound
from qatynas.facts.actor import Actor
from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import Event, Fact
from qatynas.record.store import Record

Sql = Callable[[str], list[tuple[object, ...]]]


def event(date: str | None, *actors: Actor, words: str = TREATY) -> Fact:
    when = Edtf.parse(date) if date else None
    return Event(type="CONSULT", actor=actors, date=when, evidence=piece("shart.txt", f"{TREATY} {VISIT}", words))


def dates(record: Record, *codes: str) -> list[str | None]:
    return [stored.fact.date and str(stored.fact.date) for stored in record.facts(codes=codes)]


@pytest.fixture
def library(record: Record) -> Record:
    for name, text in (("shart.txt", TREATY), ("sapar.txt", VISIT), ("mudde.txt", VIEW)):
        record.add(reading(name, text))
    return record


def test_facts_come_in_order_of_time_and_undated_ones_last(record: Record):
    order = ["-0500", "17XX", "1991-12", "1991-12-16", "1992/..", "2004"]
    shuffled = ["2004", None, "1991-12-16", "17XX", "1992/..", "-0500", "1991-12"]
    record.add(reading(text=f"{TREATY} {VISIT}", facts=[event(date, KAZ, CHN) for date in shuffled]))
    assert dates(record) == [*order, None]


def test_facts_of_one_day_come_by_document_then_by_their_place_in_it(record: Record):
    for folder in ("/b", "/a"):
        facts = [event("2001", KAZ, TUR, words=VISIT), event("2001", KAZ, CHN)]
        record.add(reading(folder=folder, text=f"{TREATY} {VISIT}{folder}", facts=facts))
    found = [(stored.document[:2], stored.fact.evidence[0].start) for stored in record.facts()]
    assert found == [("/a", 0), ("/a", len(TREATY) + 1), ("/b", 0), ("/b", len(TREATY) + 1)]


def test_facts_of_a_pair_are_those_in_which_both_take_part_in_whatever_role(library: Record):
    kinds = sorted(stored.fact.kind for stored in library.facts(codes=("KAZ", "CHN")))
    assert kinds == ["claim", "event", "instrument", "reference", "statement"]
    assert [stored.fact.kind for stored in library.facts(codes=("TUR", "KAZ"))] == ["event"]
    assert list(library.facts(codes=("TUR", "CHN"))) == []
    assert len(list(library.facts(codes=("TUR",)))) == 2
    assert len(list(library.facts(codes=("KAZ", "KAZ")))) == len(list(library.facts(codes=("KAZ",))))


def test_facts_can_be_asked_by_kind_and_by_document(library: Record):
    assert {stored.document for stored in library.facts(kind="event")} == {"/papers/shart.txt", "/papers/sapar.txt"}
    assert [stored.fact.kind for stored in library.facts(document="sapar.txt", kind="office")] == ["office"]
    with pytest.raises(NotFound, match=r"joq\.txt: no such document"):
        next(library.facts(document="joq.txt"))


def test_a_stored_fact_tells_where_it_comes_from(library: Record):
    stored = next(library.facts(document="sapar.txt"))
    assert (stored.document, stored.name, stored.edition) == ("/papers/sapar.txt", "sapar.txt", 1)
    assert (stored.version, stored.data) == ("0.1.0", "d1")


def test_a_fact_is_found_by_the_beginning_of_its_id(library: Record):
    stored = next(library.facts())
    assert library.fact(stored.fact.id) == library.fact(stored.fact.id[:12]) == stored


@pytest.mark.parametrize("prefix", ["ffffffffffffffff", "", "%", "ab'--", "AB", "ә"])
def test_an_unknown_id_is_told(library: Record, prefix: str):
    with pytest.raises(NotFound, match="no such fact"):
        library.fact(prefix)


def test_a_beginning_that_several_ids_share_is_told_with_the_ids(record: Record):
    record.add(reading(text=TREATY, facts=[event("2001", KAZ, CHN) for _ in range(40)]))
    ids = sorted(stored.fact.id for stored in record.facts())
    digit = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])
    with pytest.raises(NotFound, match="several facts begin so: ") as caught:
        record.fact(digit)
    assert ids[[i[0] for i in ids].index(digit)] in str(caught.value)


def test_a_fact_of_an_older_reading_is_not_found_any_more(record: Record):
    record.add(reading())
    gone = next(record.facts()).fact.id
    record.add(reading(text=VISIT))
    with pytest.raises(NotFound):
        record.fact(gone)


def test_relations_count_kinds_years_and_documents(library: Record):
    one, two = library.relations()
    assert (one.codes, one.facts, one.documents) == (("CHN", "KAZ"), 5, 2)
    assert one.kinds == {"claim": 1, "event": 1, "instrument": 1, "reference": 1, "statement": 1}
    assert (one.first_year, one.last_year) == (2002, 2002)
    assert (two.codes, two.kinds, two.first_year, two.last_year) == (("KAZ", "TUR"), {"event": 1}, 2010, 2010)


def test_a_code_that_fills_two_roles_of_a_fact_is_counted_once(record: Record):
    facts = [event("2001/2004", KAZ, KAZ, CHN, CHN, TUR)]
    record.add(reading(facts=facts))
    assert {relation.codes: relation.facts for relation in record.relations()} == {
        ("CHN", "KAZ"): 1,
        ("CHN", "TUR"): 1,
        ("KAZ", "TUR"): 1,
    }
    assert {(r.first_year, r.last_year) for r in record.relations()} == {(2001, 2004)}


def test_actors_without_a_code_are_kept_and_make_no_relation(record: Record, sql: Sql):
    record.add(reading(facts=[event("2001", NOBODY, KAZ), event(None, NOBODY, NOBODY), event("2002")]))
    assert record.relations() == []
    assert len(list(record.facts())) == 3
    assert sql("SELECT count(*) FROM participant WHERE code IS NULL") == [(3,)]


def test_a_relation_told_of_without_a_date_has_no_years(record: Record):
    record.add(reading("mudde.txt", VIEW))
    (relation,) = record.relations()
    assert (relation.first_year, relation.last_year) == (None, None)


def test_coverage_tells_which_document_tells_of_which_relation_and_years(library: Record, sql: Sql):
    rows = sql(
        "SELECT document, code_a, code_b, first_year, last_year, facts FROM coverage"
        " JOIN reading ON reading.key = coverage.reading ORDER BY document"
    )
    assert rows == [
        ("/papers/mudde.txt", "CHN", "KAZ", None, None, 3),
        ("/papers/sapar.txt", "KAZ", "TUR", 2010, 2010, 1),
        ("/papers/shart.txt", "CHN", "KAZ", 2002, 2002, 2),
    ]


def test_bounds_of_dates_are_days_of_the_proleptic_gregorian_calendar(record: Record, sql: Sql):
    record.add(reading(facts=[event("0001-01-01", KAZ, CHN), event("../0001-01-02", KAZ), event("-0001", KAZ)]))
    found = {(date, earliest, latest) for date, earliest, latest in sql("SELECT date, earliest, latest FROM fact")}
    # The year 0 is a leap year of 366 days, so -1 ends 366 days before 1 January of year 1, which is day 1.
    assert found == {("0001-01-01", 1, 1), ("../0001-01-02", None, 2), ("-0001", -730, -366)}


def test_participants_keep_their_role_and_place(library: Record, sql: Sql):
    rows = sql(
        "SELECT kind, role, position, participant.code, sector FROM participant JOIN fact USING (reading, place)"
        " WHERE kind IN ('claim', 'office') ORDER BY kind, role, position"
    )
    assert rows == [
        ("claim", "holder", 0, "CHN", None),
        ("claim", "parties", 0, "KAZ", None),
        ("claim", "parties", 1, "CHN", None),
        ("office", "holder_of", 0, "TUR", "GOV"),
    ]


def test_counts_are_by_kind(library: Record):
    assert library.counts() == {
        "claim": 1, "event": 2, "figure": 1, "instrument": 1, "office": 1, "reference": 1, "statement": 1,
    }  # fmt: skip


def test_context_gives_the_words_around_a_quote(record: Record):
    text = f"Алдыңғы сөйлем. {TREATY} Келесі сөйлем."
    record.add(reading(text=text))
    stored = next(record.facts())
    assert record.context(stored, 8, 7) == ("сөйлем. ", TREATY, " Келесі")
    assert record.context(stored) == ("Алдыңғы сөйлем. ", TREATY, " Келесі сөйлем.")


def test_an_empty_record_answers_everything(record: Record):
    assert (record.documents(), list(record.facts()), record.relations(), record.counts()) == ([], [], [], {})
    assert (record.search("шарт"), record.check()) == ([], [])
