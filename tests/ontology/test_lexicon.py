"""A lexicon in force: for one thread at a time, with everything that is made from lists kept apart."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from qatynas.ontology.lexicon import LOADERS, Lexicon, choose, force, here, kept, loaded, using
from qatynas.ontology.organisations import organisations

ONE = Lexicon("one", (("organisations.tsv", b"ONE\tFirst Union\t1999\t\tIGO\n"),))
TWO = Lexicon("two", (("organisations.tsv", b"TWO\tSecond Union\t1999\t\tIGO\n"),))


def own() -> set[str]:
    """Which of the two lexicons the list of organisations was made with."""
    return {"ONE", "TWO"} & organisations().keys()


def test_a_list_holds_ones_own_entries_only_while_the_lexicon_is_in_force():
    before = own()
    with using(ONE):
        inside = own()
    assert (before, inside, own()) == (set(), {"ONE"}, set())


def test_one_lexicon_inside_another_is_the_one_in_force():
    with using(ONE):
        with using(TWO):
            assert own() == {"TWO"}
        assert own() == {"ONE"}


def test_no_lexicon_leaves_in_force_what_is():
    with using(ONE), using(None):
        assert own() == {"ONE"}
    with using(None):
        assert own() == set()


def test_a_lexicon_without_files_hides_the_one_around_it():
    with using(ONE), using(Lexicon("empty", ())):
        assert own() == set()


def test_an_error_puts_back_what_was_in_force():
    with pytest.raises(ZeroDivisionError), using(ONE):
        _ = 1 / 0
    assert force() is None


def test_threads_do_not_see_each_others_lexicon():
    def read(lexicon: Lexicon) -> set[str]:
        choose(lexicon)
        return own()

    with ThreadPoolExecutor(1) as first, ThreadPoolExecutor(1) as second:
        done = [pool.submit(read, lexicon) for pool, lexicon in ((first, ONE), (second, TWO)) for _ in range(3)]
        assert [each.result() for each in done] == [{"ONE"}] * 3 + [{"TWO"}] * 3
    assert own() == set()


def test_a_list_is_loaded_once_for_each_lexicon():
    times: list[Lexicon | None] = []

    def load() -> int:
        now = force()
        times.append(now.lexicon if now else None)
        return len(times)

    once = loaded(load)
    LOADERS.remove(once)
    assert [once(), once()] == [1, 1]
    with using(ONE):
        assert [once(), once()] == [2, 2]
    with using(Lexicon("elsewhere", ONE.files)):
        assert once() == 2, "the same tables in another folder are the same lexicon"
    assert (once(), times) == (1, [None, ONE])


def test_values_are_kept_for_each_lexicon():
    @kept(2)
    def known(code: str, other: str) -> bool:
        return code in organisations() or other in organisations()

    assert known("ONE", "X") is False
    with using(ONE):
        assert known("ONE", "X") is True
    assert known("ONE", "X") is False


def test_the_hash_tells_names_and_bytes_apart():
    files = [(), (("a", b"bc"),), (("ab", b"c"),), (("a", b"b"), ("c", b"")), (("a", b""), ("b", b"c"))]
    assert len({Lexicon("x", each).sha256 for each in files}) == len(files)
    assert Lexicon("x", files[1]).sha256 == Lexicon("y", files[1]).sha256


def test_a_lexicon_goes_to_another_process_whole():
    sent = pickle.loads(pickle.dumps(ONE))
    assert (sent, sent.folder, sent.sha256) == (ONE, "one", ONE.sha256)


def test_what_is_bound_for_a_loop_is_of_the_lexicon_in_force_there():
    @kept(8)
    def told(code: str) -> bool:
        return code in organisations()

    with using(ONE):
        assert here(told)("ONE")
    assert not here(told)("ONE")
