from qatynas.cli.ledger import Entry, Ledger, Warned


def filled() -> Ledger:
    ledger = Ledger()
    ledger.add(Entry("/a", "new", "read", None, 3, ("one", "two")))
    ledger.add(Entry("/b", "refused", "refused", "empty: there is no text", 0))
    ledger.add(Entry("/c", "same", "read", None, 3, ("two",)))
    return ledger


def test_entries_come_back_in_their_order():
    entries = list(filled().entries())
    assert [entry.id for entry in entries] == ["/a", "/b", "/c"]
    assert entries[0] == Entry("/a", "new", "read", None, 3, ("one", "two"))
    assert [entry.id for entry in filled().entries("read")] == ["/a", "/c"]


def test_equal_warnings_are_counted_once_a_document():
    assert list(filled().warnings()) == [Warned("one", "/a", 1), Warned("two", "/a", 2)]


def test_the_facts_of_a_copy_count_once():
    ledger = filled()
    assert (ledger.documents, ledger.facts) == (3, 6)
    ledger.link([("/c", "/a"), ("/elsewhere", "/a")])
    assert ledger.facts == 3
    assert [entry.copy_of for entry in ledger.entries()] == [None, None, "/a"]


def test_a_copy_of_a_document_that_was_not_in_the_run_keeps_its_facts():
    ledger = filled()
    ledger.link([("/c", "/elsewhere")])
    assert ledger.facts == 6
