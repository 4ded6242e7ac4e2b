"""The tagger of names: the model that comes along, its record, and what it must do with any text."""

import json
import subprocess
import sys
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qatynas.errors import DataFileError
from qatynas.languages.kazakh import tagger
from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.kazakh.language import Kazakh
from qatynas.languages.kazakh.words import tokens
from qatynas.languages.language import Sentence, Tagged
from qatynas.settings import limit

KAZAKH = Kazakh()
TEXT = "Кеше Алматы қаласында Серік Жұмабаев «Жасыл көше» бағдарламасына екі миллион теңге бөлді."
MODEL = files(PACKAGE).joinpath(tagger.MODEL).read_bytes()


def found(text: str) -> list[tuple[str, str]]:
    """Label and words of what the tagger finds in a text."""
    return [
        (one.label, text[s.words[one.first].start : s.words[one.last - 1].end])
        for s in KAZAKH.sentences(text)
        for one in tag(s)
    ]


def tag(sentence: Sentence) -> list[Tagged]:
    return list(KAZAKH.tagged(sentence, KAZAKH.names(sentence), KAZAKH.dates(sentence, None, None)))


def test_names_dates_and_amounts_of_a_sentence_are_found():
    told = found(TEXT)
    assert ("PERSON", "Серік Жұмабаев") in told
    assert ("MONEY", "екі миллион теңге") in told
    assert ("DATE", "Кеше") in told
    assert any(label == "GPE" and words.startswith("Алматы") for label, words in told)


def test_a_name_is_cited_without_its_case_and_an_amount_stays_as_it_stands():
    (sentence,) = KAZAKH.sentences("Серік Жұмабаевтың айтуынша, бағасы елу теңгеден асты.")
    names = {one.label: one.name for one in tag(sentence)}
    assert names["PERSON"] == "Серік Жұмабаев"
    assert names["MONEY"].startswith("елу теңгеден")


@pytest.mark.parametrize(
    ("form", "cited"),
    [
        ("министрлігінің", "министрлігі"), ("Астанадан", "Астана"), ("банктер", "банктер"), ("облысында", "облысы"),
        ("БҰҰ-ның", "БҰҰ"), ("2019", "2019"),
    ],
)  # fmt: skip
def test_a_word_is_cited_without_its_case_but_with_its_possessive(form: str, cited: str):
    (word,) = tokens(form)
    assert tagger.nominative(word) == cited


def test_the_same_text_is_always_tagged_alike():
    assert found(TEXT) == found(TEXT)


def test_what_is_found_does_not_hang_on_what_was_read_before():
    alone = found(TEXT)
    found("Қазақстан мен Ресей келісті.")
    assert found(TEXT) == alone


def test_persons_and_amounts_are_found_without_capitals_too():
    told = found(TEXT.lower())
    assert ("MONEY", "екі миллион теңге") in told
    assert any(label == "GPE" and words.startswith("алматы") for label, words in told)


def test_a_long_sentence_is_tagged_whole():
    part = "Серік Жұмабаев келді, "
    (sentence,) = KAZAKH.sentences(part * (limit("max_sentence") // len(part)) + "болды.")
    told = tag(sentence)
    assert len(told) > 100
    assert told[-1].first > len(sentence.words) - 10


def test_a_sentence_that_is_too_long_to_be_analysed_has_no_names():
    (sentence,) = KAZAKH.sentences("ұзақ " * (limit("max_sentence") // 5 + 2))
    assert tag(sentence) == []


@settings(max_examples=60)
@given(st.text(alphabet="Ққазстандмене 0123.,«»-–%\0\ud800\u0306🇰🇿", max_size=80))
@example("Қазақстан \ud83c Ресей")
def test_spans_of_any_text_stand_in_order_at_words_and_never_overlap(text: str):
    for sentence in KAZAKH.sentences(text):
        at = 0
        for one in tag(sentence):
            assert at <= one.first < one.last <= len(sentence.words)
            assert one.name
            assert one.label in tagger.LABELS
            at = one.last


def test_the_record_tells_of_the_model_that_comes_along():
    told = tagger.record()
    assert told["model"] == {"file": "model.crf", "bytes": len(MODEL), "sha256": sha256(MODEL).hexdigest()}
    assert len(MODEL) < 4_000_000


def test_the_record_tells_what_the_model_was_trained_on_and_by_what():
    told = tagger.record()
    assert told["corpus"]["licence"] == "CC BY 4.0"
    assert "ISSAI" in told["corpus"]["by"]
    assert len(told["corpus"]["sha256"]) == 64
    assert told["parameters"]["algorithm"] == "lbfgs"
    root = Path(__file__).resolve().parents[3]
    assert (root / told["script"]).exists()
    notice = (root / "NOTICE").read_text(encoding="utf-8")
    assert told["corpus"]["url"] in notice
    assert told["corpus"]["licence_url"] in notice


def test_the_record_holds_the_checksum_of_the_corpus_that_is_here():
    import train_tagger

    if not train_tagger.CORPUS.exists():
        pytest.skip(f"{train_tagger.CORPUS} is not here")
    told = tagger.record()
    assert told["corpus"]["sha256"] == sha256(train_tagger.CORPUS.read_bytes()).hexdigest()
    assert told["parameters"] == train_tagger.PARAMETERS
    assert told["corpus"]["sentences"] == sum(1 for _ in train_tagger.read(train_tagger.CORPUS))


def test_the_same_sentences_train_the_same_model_byte_for_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import train_tagger

    monkeypatch.setitem(train_tagger.PARAMETERS, "max_iterations", 3)
    corpus = tmp_path / "corpus.iob2"
    lines = ["Кеше O", "Серік B-PERSON", "Жұмабаев I-PERSON", "Алматыға B-GPE", "келді O", ". O"]
    corpus.write_text("".join(f"AID{k} O\n" + "\n".join(lines) + "\n\n" for k in range(9)), encoding="utf-8")
    for name in ("one", "two"):
        assert train_tagger.train(train_tagger.read(corpus), tmp_path / name) > 20
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_variants_of_a_sentence_are_held_out_together_and_all_spans_are_read():
    import train_tagger

    assert train_tagger.number_of("AID308092 O") == train_tagger.number_of("BID308092-17")
    assert {train_tagger.fold_of(number) for number in range(100)} == set(range(train_tagger.FOLDS))


def test_spans_of_the_corpus_are_read_side_by_side(tmp_path: Path):
    import train_tagger

    path = tmp_path / "corpus.iob2"
    path.write_text("AID7 O\nАлматы B-GPE\nСерік B-PERSON\nЖұмабаев I-PERSON\nкелді O\n", encoding="utf-8")
    (one,) = train_tagger.read(path)
    assert [(one.text[start:end], label) for start, end, label in one.spans] == [
        ("Алматы", "GPE"), ("Серік Жұмабаев", "PERSON"),
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"lCRF", MODEL[:-1], MODEL[:5000], b"x" + MODEL[1:], MODEL + b"\0"])
def test_a_damaged_model_is_named_and_never_opened(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "model.crf"
    path.write_bytes(data)
    monkeypatch.setenv("QATYNAS_TAGGER", str(path))
    with pytest.raises(DataFileError, match=r"model\.crf:0: is no model of the tagger, or a damaged one"):
        found(TEXT)


def test_a_model_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QATYNAS_TAGGER", str(tmp_path / "gone.crf"))
    with pytest.raises(DataFileError, match=r"gone\.crf:0: cannot be read: No such file"):
        found(TEXT)


def test_a_model_that_is_not_the_one_of_the_record_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "data" / "tagger"
    folder.mkdir(parents=True)
    (folder / "model.crf").write_bytes(MODEL[:-1] + b"?")
    (folder / "model.json").write_text(json.dumps(tagger.record()), encoding="utf-8")
    monkeypatch.setattr(tagger, "files", lambda _: tmp_path)
    tagger._model.cache_clear()
    try:
        with pytest.raises(DataFileError, match="is damaged"):
            found(TEXT)
    finally:
        tagger._model.cache_clear()


def test_facts_without_mentions_never_load_the_tagger():
    code = (
        "import sys; from qatynas.reading.reader import read_text; "
        "read_text('Қазақстан мен Иран шартқа қол қойды.', language='kk', mentions=False); "
        "print([name for name in sys.modules if 'crfsuite' in name or name.endswith('kazakh.tagger')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"
