"""`qatynas explain`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
TEXT = (
    "Қазақстан мен Қытай көрші. Қытай Қазақстанның тәуелсіздігін 1991 жылы 27 желтоқсанда мойындады. "
    "Екі ел достық туралы шартқа 2002 жылы қол қойды. Қазақстан Президенті келесі аптада Қытайға барады.\n"
)


@pytest.fixture
def ids(qatynas: Call, tmp_path: Path) -> dict[str, str]:
    """Ids of the facts of `t.txt`, which the record holds too, by the act or the kind."""
    (tmp_path / "t.txt").write_text(TEXT, encoding="utf-8")
    assert qatynas("read", "t.txt").status == 0
    return {fact.get("act") or fact["kind"]: fact["id"] for fact in qatynas("facts", "t.txt").lines}


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_frame_its_words_and_every_role_are_told(qatynas: Call, ids: dict[str, str]):
    done = qatynas("explain", ids["recognise"][:8].upper())
    told = squeezed(done.out)
    assert (done.status, done.err) == (0, "")
    assert "rule support:recognise:" in told
    assert "stands in support.yaml:" in told
    assert "sense recognise: event SUPPORT" in told
    assert "fired by «тәуелсіздігін», «мойындады»" in told
    assert "actor «Қытай» (nominative) → Қытай (CHN)" in told
    assert "recipient «Қазақстанның» (owner of a noun in the accusative (тәуелсіздік)) → Қазақстан (KAZ)" in told
    assert "date «1991 жылы 27 желтоқсанда» (in the words of the fact) → 1991-12-27" in told
    assert "as done: nothing tells that it is to come" in told


def test_a_file_read_afresh_gives_the_same_reasons_as_the_record(qatynas: Call, ids: dict[str, str]):
    for id in ids.values():
        recorded, fresh = qatynas("explain", id).out, qatynas("explain", id, "--in", "t.txt").out
        assert recorded.partition("\nReading\n")[0] == fresh.partition("\nReading\n")[0]


def test_what_is_resolved_and_what_is_to_come_is_told(qatynas: Call, ids: dict[str, str]):
    told = squeezed(qatynas("explain", ids["sign"]).out)
    assert "«Екі ел» (nominative) [«Қытай Қазақстанның» of the sentence before] → Қазақстан (KAZ), Қытай (CHN)" in told
    told = squeezed(qatynas("explain", ids["visit"]).out)
    assert "future «барады»: the tense of what is usual or to come" in told
    assert "type AGREE, and not CONSULT: what is still to come" in told


def test_json_has_the_fact_with_its_steps_and_the_frames(qatynas: Call, ids: dict[str, str]):
    told = qatynas("explain", ids["recognise"], "--json").json
    assert told["fact"]["why"]["steps"][0] == {"field": "actor", "gives": "Қытай (CHN)", "words": "Қытай", "by": "Nom"}
    assert {frame["sense"] for frame in told["frames"]} == {"recognise"}
    assert told["frames"][0]["place"].startswith("support.yaml:")


def test_a_rule_that_is_no_frame_tells_what_it_looks_for(qatynas: Call, tmp_path: Path):
    (tmp_path / "o.txt").write_text("Қазақстан Президенті Н. Ә. Назарбаев Қытайға барды.", encoding="utf-8")
    (id,) = [fact["id"] for fact in qatynas("facts", "o.txt").lines if fact["kind"] == "office"]
    told = squeezed(qatynas("explain", id, "--in", "o.txt").out)
    assert "rule office looks for a title and a person who stand together" in told


def test_a_mention_is_explained_too(qatynas: Call, ids: dict[str, str]):
    (id, *_) = [f["id"] for f in qatynas("facts", "t.txt", "--mentions").lines if f["kind"] == "mention"]
    assert "rule mention:" in squeezed(qatynas("explain", id, "--in", "t.txt").out)


@pytest.mark.parametrize("width", [50, 80, 160])
def test_no_line_is_wider_than_the_terminal(
    qatynas: Call, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch, width: int
):
    monkeypatch.setenv("COLUMNS", str(width))
    for id in ids.values():
        assert max(map(len, qatynas("explain", id).out.splitlines())) <= width


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ffffffff",), "ffffffff: no such fact in the record"),
        (("ffffffff", "--in", "t.txt"), "ffffffff: no such fact in t.txt"),
        (("ff", "--in", "no.txt"), "no.txt: refused: missing: no such file"),
        (("ff", "--record", "no.db"), "no.db: no such record"),
        (("", "--in", "t.txt"), ": several facts begin so: "),
    ],
)
def test_what_cannot_be_explained_is_one_line(
    qatynas: Call, ids: dict[str, str], arguments: tuple[str, ...], told: str
):
    done = qatynas("explain", *arguments)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"qatynas: {told}") and done.err.count("\n") == 1


def test_a_fact_of_a_frame_that_no_list_has_any_more_says_so(qatynas: Call, put: Call):
    put()
    id = json.loads(qatynas("show", "KAZ", "CHN", "--json").out)["facts"][0]["id"]
    assert "no list in force has a frame of this name any more" in squeezed(qatynas("explain", id).out)


def test_the_form_by_which_a_text_of_an_instrument_was_known_is_told(qatynas: Call, tmp_path: Path):
    texts = Path(__file__).parents[1] / "reading" / "treaties"
    (tmp_path / "t.txt").write_bytes((texts / "friendship.txt").read_bytes())
    (treaty,) = (fact for fact in qatynas("facts", "t.txt").lines if fact.get("text_here"))
    told = squeezed(qatynas("explain", treaty["id"], "--in", "t.txt").out)
    assert "looks for the form of a text of an instrument" in told
    assert "articles «1–3»" in told
    assert "closing formula «Астана қаласында 2011 жылғы «25» тамызда" in told
    assert "(in a later sentence) → 2011-08-25" in told
