"""The reader as a whole: languages, limits, dates, identity, and what holds for any text."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.documents.document import Document
from qatynas.facts.identity import order
from qatynas.facts.kinds import KINDS
from qatynas.languages.registry import language, spoken
from qatynas.reading.reader import data_hash, read_document, read_file, read_many, read_text
from qatynas.reading.reading import Reading

KAZAKH = language("kk")
SENTENCES = (
    "2019 жылғы 12 сәуірде Франция Президенті Қазақстанға ресми сапармен келді.",
    "1995 жылы Қазақстан мен Иран достық туралы шартқа қол қойды [4].",
    "Канада Молдоваға 20 миллион доллар бөлді.",
    "Екі ел 2003, 2008 және 2011 жылдары меморандумдарға қол қойды!",
    "Венгрия Президенті Янош Адер: «Қазақстанмен достық біз үшін маңызды», деп атап өтті.",
    "Көлік Қазақстан мен Әзірбайжан ынтымақтастығының басым бағыты болып табылады.",
    "Қазақстан мен Түрікменстан «Каспий» газ құбырын салуда.",
    "Норвегия ашқан «Көпір» (NBR) бағдарламасы аясында Қазақстанға 12 млн доллар бөлінді.",
    "Бағдарламаға 300 студент қатысты.",
    "Қазақстан мен Венгрия қатынасының кезеңдері: танысу (1992-1996 жылдар); өсу (1997-2005 жылдар).",
    "1991 жылы 31 тамызда Қырғызстан тәуелсіздігін жариялады, ал Өзбекстан егемендігін жариялады.",
    "Оны Литва Парламенті 2010 жылы ратификациялады.",
    "Ауа райы жылы болды, бала ойнады.",
)
WHOLE = " ".join(SENTENCES)


def quotes(reading: Reading) -> list[tuple[str, str, str]]:
    return [(fact.id, fact.kind, fact.evidence[0].quote) for fact in reading.facts]


@pytest.fixture(scope="module")
def whole() -> Reading:
    return read_text(WHOLE, language="kk", id="whole")


def test_a_text_of_every_kind_gives_every_kind_of_fact(whole: Reading):
    assert {fact.kind for fact in whole.facts} >= set(KINDS) - {"mention"}
    assert whole.mentions


def test_facts_stand_in_the_order_of_the_format(whole: Reading):
    # FORMAT.md, "Fields of every fact": document, start, end, kind, id.
    assert list(whole.facts) == sorted(whole.facts, key=order)
    assert list(whole.mentions) == sorted(whole.mentions, key=order)
    assert {piece.document for fact in whole.facts for piece in fact.evidence} == {"whole"}


def test_a_reading_is_keyed_by_version_and_data(whole: Reading):
    assert whole.version
    assert whole.data == data_hash()
    assert re.fullmatch("[0-9a-f]{64}", data_hash())


def test_confidence_and_why_are_told_of_every_fact(whole: Reading):
    assert all(fact.confidence is not None and 0 <= fact.confidence <= 1 for fact in whole.facts)
    assert all(fact.why is not None and fact.why.rule for fact in whole.facts)


def test_contexts_are_told_of_every_event_and_instrument(whole: Reading):
    assert all(fact.context for fact in whole.facts if fact.kind in ("event", "instrument"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Вчера президент Франции прибыл в Казахстан с официальным визитом.", "ru"),
        ("The president of France arrived in Kazakhstan on an official visit.", "en"),
    ],
)
def test_a_text_in_another_language_gives_no_facts_and_says_so(text: str, code: str):
    found = read_text(text)
    assert (found.language, found.facts, found.mentions, found.unread) == (code, (), (), "language")
    assert f"({spoken(code)})" in found.warnings[-1]
    assert found.state == "read"


def test_a_text_in_no_known_language_says_so():
    found = read_text("12 34 !!")
    assert (found.language, found.facts) == (None, ())
    assert "unknown" in found.warnings[-1]


def test_kazakh_is_known_by_its_letters():
    found = read_text(SENTENCES[0])
    assert (found.language, found.warnings) == ("kk", ())
    assert found.facts


def test_the_language_that_is_given_goes_before_what_the_letters_tell():
    assert read_text(SENTENCES[0], language="ru").facts == ()


def test_an_empty_text_is_refused_and_gives_nothing():
    found = read_text("")
    assert (found.facts, found.mentions, found.state) == ((), (), "refused")


def test_a_fault_of_the_reader_costs_only_its_own_document():
    broken = Document(id="broken", name="broken", original=5, language="kk")  # type: ignore[arg-type]
    whole = Document(id="whole", name="whole", original="Оман Иранға көмек көрсетті.", language="kk")
    first, second = read_many([broken, whole])
    assert first.state == "partly"
    assert first.reason is not None
    assert first.reason.startswith("crash: TypeError")
    assert [fact.kind for fact in second.facts] == ["event"]


def test_files_and_folders_are_read_by_their_paths(tmp_path):
    (tmp_path / "a.txt").write_text("Оман Иранға көмек көрсетті.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    found = list(read_many([tmp_path, tmp_path / "missing.txt"]))
    assert [reading.state for reading in found] == ["read", "refused", "refused"]


def test_reading_time_grows_with_the_text_and_no_faster():
    read_text("Оман мен Иран келісті.\n" * 2000)
    begun = time.perf_counter()
    read_text("Оман мен Иран кеңесті.\n" * 2000)
    once = time.perf_counter() - begun
    begun = time.perf_counter()
    read_text("Оман мен Иран кеңесті.\n" * 8000)
    assert time.perf_counter() - begun < 12 * once + 1


def test_a_refused_document_is_not_read():
    refused = Document(id="a", name="a", original=SENTENCES[0], state="refused", reason="broken", language="kk")
    found = read_document(refused)
    assert (found.state, found.facts, found.warnings) == ("refused", (), ())


def test_a_sentence_that_is_too_long_makes_the_reading_partly(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_MAX_SENTENCE", "120")
    found = read_text(f"{SENTENCES[0]} Оман{' алыс' * 60} жатыр. {SENTENCES[2]}", language="kk")
    assert found.state == "partly"
    assert found.reason == "size: 1 sentences longer than 120 characters were not read"
    assert {fact.kind for fact in found.facts} >= {"event", "figure"}


def test_an_impossible_date_gives_no_date():
    found = read_text("2018 жылғы 31 ақпанда Франция Президенті Қазақстанға келді.", language="kk")
    assert [fact.date for fact in found.facts if fact.kind == "event"] == [None]


def test_today_is_the_day_of_the_document():
    text = "Польша Президенті бүгін Қазақстанға келді."
    dates = [[str(f.date) for f in read_text(text, language="kk", date=day).facts] for day in ("2018-05-04", None)]
    assert dates == [["2018-05-04"], ["None"]]


def test_a_broken_date_of_the_document_is_none():
    found = read_text("Польша Президенті бүгін Қазақстанға келді.", language="kk", date="кеше")
    assert [fact.date for fact in found.facts] == [None]


def test_what_stands_behind_the_heading_of_sources_is_no_fact():
    text = f"{SENTENCES[0]}\n\nПайдаланылған әдебиеттер\n\n{SENTENCES[2]}"
    assert {fact.kind for fact in read_text(text, language="kk").facts} == {"event"}


def test_a_file_is_read(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text(WHOLE, encoding="utf-8")
    found = read_file(path)
    assert [(kind, quote) for _, kind, quote in quotes(found)] == [
        (kind, quote) for _, kind, quote in quotes(read_text(WHOLE, language="kk"))
    ]


def test_an_id_knows_nothing_of_the_name_of_the_document(whole: Reading):
    assert [fact.id for fact in whole.facts] == [fact.id for fact in read_text(WHOLE, language="kk", id="x").facts]


def test_many_documents_are_read_one_after_another():
    documents = (Document(id=str(k), name=str(k), original=text, language="kk") for k, text in enumerate(SENTENCES))
    found = read_many(documents)
    first = next(found)
    assert first.document.id == "0"
    assert [one.document.id for one in found] == [str(k) for k in range(1, len(SENTENCES))]


def _spaced(text: str) -> str:
    return re.sub(r"([,.:;!])", r" \1", text)


DAMAGE = (
    lambda text: text,
    _spaced,
    lambda text: text.replace("і", "i"),
    lambda text: text.replace("ә", "ə"),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(".", ".."),
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace("-", "–").replace("«", '"').replace("»", '"'),
    str.lower,
    lambda text: text.replace(" ", "\n", 1),
)
DAMAGED = st.builds(lambda text, change: change(text), st.sampled_from(SENTENCES), st.sampled_from(DAMAGE))
TEXTS = st.lists(DAMAGED, min_size=1, max_size=4).flatmap(
    lambda told: st.sampled_from([" ", "\n\n", "\u00a0"]).map(lambda gap: gap.join(told))
)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_evidence_quotes_the_original_exactly_whatever_its_damage(text: str):
    found = read_text(text, language="kk")
    for fact in (*found.facts, *found.mentions):
        assert fact.evidence
        for piece in fact.evidence:
            assert piece.quote == text[piece.start : piece.end]
            assert piece.quote
            assert piece.quote == piece.quote.strip()


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_evidence_is_never_wider_than_its_sentence(text: str):
    # FORMAT.md, "evidence": the first piece is the clause that tells the fact, never wider than its sentence.
    found = read_text(text, language="kk")
    spans = [found.text.span(s.start, s.end)[:2] for s in KAZAKH.sentences(found.text.restored)]
    for fact in (*found.facts, *found.mentions):
        for piece in fact.evidence:
            assert any(start <= piece.start and piece.end <= end for start, end in spans)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_ids_are_unique_and_two_readings_are_equal(text: str):
    one, two = read_text(text, language="kk"), read_text(text, language="kk")
    assert (one.facts, one.mentions) == (two.facts, two.mentions)
    ids = [fact.id for fact in (*one.facts, *one.mentions)]
    assert len(ids) == len(set(ids))


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("Қазақстан мен Иран.,;:«»()[]–- 1995 жылы қол қойды і\n"), max_size=60))
def test_no_text_however_broken_stops_the_reader(text: str):
    document = read_text(text, language="kk").document
    assert (document.state, document.original) == (("read", text) if text.strip() else ("refused", ""))
