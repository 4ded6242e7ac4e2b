from collections.abc import Callable
from typing import Any

Call = Callable[..., Any]


def test_a_document_is_found_by_the_beginning_of_its_words(qatynas: Call, put: Call):
    put()
    done = qatynas("search", "шекара", "келісім")
    assert done.status == 0
    assert "border.txt" in done.out
    assert "келісімге" in done.out


def test_what_was_found_is_json_for_programs(qatynas: Call, put: Call):
    put()
    (hit,) = qatynas("search", "шекара", "--json").json
    assert hit["name"] == "border.txt"
    assert {"text": "шекара", "found": True} in hit["pieces"]


def test_no_hit_and_nothing_read_are_told_as_two_things(qatynas: Call, put: Call, made: Call, tmp_path: Any):
    put()
    assert qatynas("search", "жоқсөз").out == "no document has these words\n"
    assert qatynas("search", "жоқсөз", "--json").json == []
    (tmp_path / "qatynas.db").unlink()
    put(made("/t/bad.txt", "", [], state="refused", reason="empty: nothing in it"))
    assert qatynas("search", "жоқсөз").out == "nothing was read: the record holds no text\n"


def test_signs_in_the_words_are_no_operators(qatynas: Call, put: Call):
    put()
    assert qatynas("search", 'шекара" OR (', "*").status == 0
