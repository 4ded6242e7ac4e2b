import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents.jsonl import Line, distinct
from qatynas.documents.opening import open_jsonl


def line(**fields):
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def opened(*lines):
    return list(open_jsonl(io.BytesIO(b"".join(lines)), "news.jsonl"))


def test_every_line_is_a_document_with_what_it_tells_of_itself():
    told = {"date": "2014-05-29", "language": "kk", "title": "Сапар", "url": "https://example.org/1"}
    assert opened(line(id="a", text="Мәтін\r\n", **told), line(id=7, text="Екінші")) == [
        Line(id="a", name="a", original="Мәтін\r\n", encoding="utf-8", file="news.jsonl", line=1, **told),
        Line(id="7", name="7", original="Екінші", encoding="utf-8", file="news.jsonl", line=2),
    ]


def test_a_line_knows_the_file_it_comes_from(tmp_path):
    (tmp_path / "news.jsonl").write_bytes(line(id="a", text="бір"))
    with (tmp_path / "news.jsonl").open("rb") as file:
        (document,) = open_jsonl(file, "news.jsonl")
    assert document.file == (tmp_path / "news.jsonl").resolve().as_posix()


def test_an_id_that_another_file_had_is_refused_and_names_that_file():
    files = [("a.jsonl", ["1", "2"]), ("b.jsonl", ["3", "1"]), ("deep/a.jsonl", ["2"])]
    documents = [d for name, ids in files for d in open_jsonl([line(id=id, text=f"{name} {id}") for id in ids], name)]
    told = list(distinct(documents))
    assert [document.name for document in told] == ["1", "2", "3", "b.jsonl:2", "a.jsonl:1"]
    assert [document.reason for document in told[3:]] == [
        'format: the id "1" stands in a.jsonl already',
        'format: the id "2" stands in a.jsonl already',
    ]
    assert {document.state for document in told[3:]} == {"refused"}
    assert told[3].original == ""


BAD_LINES = [
    (b"not json\n", "damaged: not JSON"),
    (b'{"id": "x", "text": \n', "damaged: not JSON"),
    (b"[" * 100_000 + b"\n", "damaged: the JSON is nested too deeply"),
    (b"[1]\n", "format: the line is no JSON object"),
    (line(text="Мәтін"), 'format: the line has no "id"'),
    (line(id=" ", text="Мәтін"), 'format: the line has no "id"'),
    (line(id=True, text="Мәтін"), 'format: the line has no "id"'),
    (line(id="x\ny", text="Мәтін"), 'format: the "id" has characters'),
    (line(id="x"), 'format: the line has no "text"'),
    (line(id="x", text=None), 'format: the line has no "text"'),
    (line(id="x", text=" \n"), "empty: "),
    (line(id="x", text="a\0b"), "binary: "),
    (line(id="good", text="тағы"), "format: the id 'good' stands already on line 1"),
    (b'{"id": "x", "text": "\xcf\xf0\xe8\xe2\xe5\xf2"}\n', "encoding: not UTF-8"),
    (b'{"id": "x", "text": "' + b"9" * 2_000_000 + b'"}\n', "size: the line is longer than 1,000,000 bytes"),
    (b'{"id": "x", "text": ' + b"9" * 10_000 + b"}\n", "damaged: not JSON"),
]


@pytest.mark.parametrize(("bad", "reason"), BAD_LINES, ids=[reason for _, reason in BAD_LINES])
def test_a_bad_line_costs_only_itself(bad, reason, monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_LINE_BYTES", "1000000")
    documents = opened(line(id="good", text="бір"), bad, line(id="last", text="екі"))
    assert [document.id for document in documents] == ["good", "news.jsonl:2", "last"]
    assert documents[1].name == "news.jsonl:2"
    assert documents[1].state == "refused"
    assert (documents[1].reason or "").startswith(reason)


def test_lines_from_anything_that_gives_lines_are_bounded_too(monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_LINE_BYTES", "30")
    documents = list(open_jsonl([line(id="a", text="b"), line(id="c", text="d" * 99)], "x"))
    assert [document.state for document in documents] == ["read", "refused"]


def test_a_last_line_that_is_too_long_ends_the_file_in_order(monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_LINE_BYTES", "30")
    assert [d.state for d in opened(line(id="a", text="b"), b"x" * 31)] == ["read", "refused"]
    assert [d.state for d in opened(line(id="a", text="b" * 7))] == ["read"]


def test_blank_lines_and_a_byte_order_mark_are_passed_over_and_lines_still_counted():
    documents = opened(b"\xef\xbb\xbf" + line(id="a", text="бір"), b"\n", b" \r\n", b"{\n")
    assert [document.id for document in documents] == ["a", "news.jsonl:4"]


def test_the_id_of_a_refused_line_stays_free():
    assert [d.state for d in opened(line(id="a"), line(id="a", text="бір"))] == ["refused", "read"]


def test_halves_of_surrogate_pairs_are_replaced_and_told():
    (document,) = opened(b'{"id": "a", "text": "x\\ud800y \\ud83d\\ude00", "title": "t\\udfff"}\n')
    assert document.original == "x\ufffdy 😀"
    assert document.warnings == (
        "characters lost: 1 (U+FFFD stands in their place, 1 of them halves of surrogate pairs)",
    )
    assert document.title == "t"
    assert document.sha256


def test_an_optional_field_that_makes_no_sense_is_left_out_and_told():
    (document,) = opened(line(id="a", text="бір", date="кеше", language="kaz", title=5, url=""))
    assert (document.date, document.language, document.title, document.url) == (None, None, None, None)
    assert document.warnings == ("date left out: 'кеше'", "language left out: 'kaz'", "title left out: 5")


def test_a_text_over_the_limit_is_read_partly(monkeypatch):
    monkeypatch.setenv("QATYNAS_MAX_CHARACTERS", "4")
    (document,) = opened(line(id="a", text="бірекі"))
    assert (document.original, document.state) == ("біре", "partly")
    assert document.reason == "size: only the first 4 of 6 characters were read"


def test_memory_does_not_grow_with_the_number_of_documents():
    def peak(number):
        lines = (line(id=f"document-{n}", text="Мәтін " * 50) for n in range(number))
        tracemalloc.start()
        assert sum(document.state == "read" for document in open_jsonl(lines, "x")) == number
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    peak(100)
    assert peak(5_000) < peak(500) + 50_000


@given(st.lists(st.binary(max_size=40)))
def test_any_bytes_give_documents_and_no_error(pieces):
    for document in open_jsonl(io.BytesIO(b"\n".join(pieces)), "x"):
        assert document.state == "refused"
        assert document.reason


@given(st.text(alphabet=st.characters(exclude_characters="\0\ufffd", exclude_categories=["Cs"]), min_size=1))
def test_the_original_is_the_text_as_it_stands(text):
    (document,) = opened(line(id="a", text=text + "я"))
    assert document.original == text + "я"
    assert document.warnings == ()
