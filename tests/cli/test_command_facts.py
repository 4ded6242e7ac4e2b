import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qatynas.facts.evidence import Evidence
from qatynas.facts.json import decode
from qatynas.facts.kinds import Claim

Call = Callable[..., Any]
SIGNED = "1992 жылы 25 мамырда Қазақстан мен Ресей достық және ынтымақтастық туралы шартқа қол қойды."
EARLIER = "Қазақстан Президенті 1997 жылғы қарашада АҚШ-қа ресми сапармен барды."
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def text(path: Path, words: str = SIGNED) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def jsonl(*documents: tuple[str, str]) -> bytes:
    return b"".join(json.dumps({"id": id, "text": words}).encode() + b"\n" for id, words in documents)


def test_every_line_is_a_fact_whose_quote_stands_in_the_file(qatynas: Call, tmp_path: Path):
    text(tmp_path / "a.txt", f"\ufeff{SIGNED}\r\n\r\n{EARLIER}\r\n")
    done = qatynas("facts", "a.txt")
    assert (done.status, done.err) == (0, "")
    original = f"{SIGNED}\r\n\r\n{EARLIER}\r\n"
    assert done.lines
    for line in done.out.splitlines():
        first = decode(line).evidence[0]
        assert first.document == "a.txt"
        first.check(original)


def test_mentions_are_left_out_unless_asked_for_and_the_order_holds(qatynas: Call, tmp_path: Path):
    text(tmp_path / "a.txt")
    without, with_them = qatynas("facts", "a.txt").lines, qatynas("facts", "a.txt", "--mentions").lines
    assert {line["kind"] for line in without} >= {"event"}
    assert "mention" not in {line["kind"] for line in without}
    assert [line for line in with_them if line["kind"] != "mention"] == without
    assert "mention" in {line["kind"] for line in with_them}
    keys = [(line["evidence"][0]["start"], line["evidence"][0]["end"], line["kind"], line["id"]) for line in with_them]
    assert keys == sorted(keys)


def test_files_come_in_the_order_of_their_names(qatynas: Call, tmp_path: Path):
    text(tmp_path / "b.txt")
    text(tmp_path / "a.txt", EARLIER)
    names = [line["evidence"][0]["document"] for line in qatynas("facts", "b.txt", "a.txt").lines]
    assert names == sorted(names)
    assert set(names) == {"a.txt", "b.txt"}


def test_two_files_of_one_name_are_told_apart_by_the_shortest_path(qatynas: Call, tmp_path: Path):
    text(tmp_path / "one" / "a.txt")
    text(tmp_path / "two" / "a.txt")
    done = qatynas("facts", "one/a.txt", "two/a.txt")
    assert {line["evidence"][0]["document"] for line in done.lines} == {"one/a.txt", "two/a.txt"}


def test_a_refused_file_is_named_with_its_reason_and_the_others_are_printed(qatynas: Call, tmp_path: Path):
    text(tmp_path / "good.txt")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = qatynas("facts", "empty.txt", "good.txt", "gone.txt")
    assert done.status == 1
    assert {line["evidence"][0]["document"] for line in done.lines} == {"good.txt"}
    told = done.err.splitlines()
    assert told[0].startswith("qatynas: empty.txt: refused: empty")
    assert told[1].startswith("qatynas: gone.txt: refused: missing")
    assert len(told) == 2


def test_a_language_that_is_not_read_yet_is_a_warning_and_no_fact_is_guessed(qatynas: Call, tmp_path: Path):
    text(tmp_path / "en.txt", "Kazakhstan and China signed a treaty on the border in 1994. The presidents met later.")
    done = qatynas("facts", "en.txt")
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("qatynas: en.txt: warning: ")
    assert "not yet read" in done.err


def test_jsonl_documents_are_named_by_their_id(qatynas: Call, tmp_path: Path):
    (tmp_path / "news.jsonl").write_bytes(jsonl(("n/1", SIGNED), ("n/2", EARLIER)))
    done = qatynas("facts", "--jsonl", "news.jsonl")
    assert done.status == 0
    assert [*dict.fromkeys(line["evidence"][0]["document"] for line in done.lines)] == ["n/1", "n/2"]


def test_a_bad_line_of_jsonl_costs_only_itself(qatynas: Call, tmp_path: Path):
    (tmp_path / "news.jsonl").write_bytes(jsonl(("1", SIGNED)) + b"not json\n" + jsonl(("3", SIGNED)))
    done = qatynas("facts", "--jsonl", "news.jsonl")
    assert done.status == 1
    assert {line["evidence"][0]["document"] for line in done.lines} == {"1", "3"}
    assert done.err.startswith("qatynas: news.jsonl:2: refused: damaged")
    assert done.err.count("\n") == 1


def test_a_jsonl_that_is_not_there_is_one_line(qatynas: Call):
    done = qatynas("facts", "--jsonl", "gone.jsonl")
    assert (done.status, done.out) == (1, "")
    assert done.err == "qatynas: gone.jsonl: refused: missing: No such file or directory\n"


@pytest.mark.parametrize("arguments", [(), ("a.txt", "--jsonl", "b.jsonl")])
def test_files_or_jsonl_must_be_given_and_not_both(qatynas: Call, arguments: tuple[str, ...]):
    done = qatynas("facts", *arguments)
    assert done.status == 2
    assert "Give either files or --jsonl FILE." in done.err


def test_standard_input_streams_each_document_is_answered_before_the_next_comes(start: Call):
    running = start("facts", "--jsonl", "-", stdin=subprocess.PIPE)
    with running:
        for number in range(3):
            running.stdin.write(jsonl((str(number), SIGNED)))
            running.stdin.flush()
            # Blocks for ever, and the test with it, if the answer waits for the end of the input.
            line = json.loads(running.stdout.readline())
            while line["evidence"][0]["document"] != str(number):
                line = json.loads(running.stdout.readline())
        running.stdin.close()
        running.stdout.read()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_a_reader_that_goes_away_ends_it_quietly(start: Call, tmp_path: Path):
    (tmp_path / "news.jsonl").write_bytes(jsonl(*((str(number), SIGNED) for number in range(300))))
    running = start("facts", "--jsonl", "news.jsonl")
    with running:
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}])
def test_output_is_utf8_without_a_mark_whatever_the_locale(
    process: Call, put: Call, made: Call, locale: dict[str, str]
):
    words = "Қазақстан мен Қытай"
    told = Claim(evidence=(Evidence("құжат.txt", 0, 9, "Қазақстан"),), type="interest", text=words)
    put(made("/texts/құжат.txt", words, [told]))
    done = process("export", env=locale | {"PYTHONCOERCECLOCALE": "0"})
    assert done.status == 0
    assert done.out.startswith('{"')
    assert "Қазақстан" in done.out
    assert done.lines[0]["evidence"][0]["document"] == "құжат.txt"


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes only on POSIX")
def test_a_file_name_that_is_no_utf8_is_printed_all_the_same(qatynas: Call, tmp_path: Path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text(SIGNED, encoding="utf-8")
    done = qatynas("facts", os.fsdecode(name))
    assert done.status == 0
    assert done.lines[0]["evidence"][0]["document"] == "caf\\xe9.txt"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_under_standard_output_is_one_line(start: Call, put: Call):
    put()
    with Path("/dev/full").open("wb") as full:
        running = start("export", stdout=full)
        _, told = running.communicate()
    assert told == b"qatynas: standard output: No space left on device\n"
    assert running.returncode == 1


@pytest.mark.skipif(not SEEDS.exists(), reason="../shared is not here")
def test_the_two_sources_give_the_same_bytes_in_two_processes(qatynas: Call, process: Call):
    files = sorted(SEEDS.glob("*.txt"))
    one, two = qatynas("facts", *files), process("facts", *files)
    assert one.status == 0
    assert one.lines
    assert one.out == two.out
