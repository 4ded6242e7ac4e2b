"""Reading with a user's own lexicon: what it adds is read, and nothing of it stays behind."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qatynas.documents.document import Document
from qatynas.errors import DataFileError, QatynasError
from qatynas.facts.kinds import Event
from qatynas.languages.kazakh.analysis import analyse
from qatynas.languages.registry import language
from qatynas.ontology.folder import opened
from qatynas.ontology.lexicon import force, using
from qatynas.reading.reader import data_hash, read_file, read_many, read_text
from qatynas.reading.reading import Reading

FILES = {
    "polities.tsv": "zanzibar\tgone\t\tSultanate of Zanzibar\t1856\t1964\tTZA\n",
    "organisations.tsv": "SCA\tSaiga Conservation Alliance\t2006\t\tNGO\n",
    "kk/states.tsv": "zanzibar\tshort\tЗанзибар сұлтандығы\nKAZ\tother\tАлаш елі\n- TUR\tshort\tТүркия\n",
    "kk/organisations.tsv": "SCA\tfull\tАқбөкенді қорғау альянсы\nSCA\tabbreviation\tАҚА\n",
    "kk/persons.tsv": "JPN\tХаято Икэда\tпремьер-министр\t1960-07-19\t1964-11-09\n",
    "leaders.tsv": "JPN\thead_of_government\tEisaku Sato\t1964-11-09\t1972-07-07\n",
    "kk/leaders.tsv": "Eisaku Sato\tЭйсаку Сато\n",
    "kk/roots/nouns.tsv": "жаһанкөз\nдастархандас\n",
    "kk/lexicon/units.tsv": "дастархан\tmeasure\n",
    "kk/realisations/mine.yaml": "- {sense: meet, trigger: дастархандас бол, roles: {actor: [Nom, Ins]}, "
    'example: "Қазақстан Президенті Түркия Президентімен дастархандас болды."}\n',
}
TEXTS = {
    "another name of a state": ("Алаш елі мен Қытай 2024 жылы келісімге қол қойды.", {"KAZ", "CHN"}),
    "a state that is gone": ("Занзибар сұлтандығы мен Франция 1862 жылы келісімге қол қойды.", {"zanzibar", "FRA"}),
    "an organisation": ("Қазақстан 2010 жылы Ақбөкенді қорғау альянсымен келісімге қол қойды.", {"KAZ", "SCA"}),
    "an abbreviation": ("Қазақстан 2010 жылы АҚА-мен келісімге қол қойды.", {"KAZ", "SCA"}),
    "a leader": ("Хаято Икэда 1963 жылы Индонезияға сапармен барды.", {"JPN", "IDN"}),
    "a leader of the registry": ("Эйсаку Сато 1967 жылы Индонезияға сапармен барды.", {"JPN", "IDN"}),
    "a leader's surname": ("Икэданың Индонезияға сапары екі күнге созылды.", {"JPN", "IDN"}),
    "a way of saying": ("Қытай Президенті Франция Президентімен дастархандас болды.", {"CHN", "FRA"}),
}


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an entry of each kind."""
    return write(tmp_path_factory.mktemp("mine"), FILES)


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def told(reading: Reading) -> tuple[object, ...]:
    """All that a reading says."""
    return reading.document, reading.text.restored, reading.text.repairs, reading.facts, reading.mentions, reading.data


def codes(reading: Reading) -> set[str | None]:
    """Who takes part in its events."""
    events = [fact for fact in reading.facts if isinstance(fact, Event)]
    return {actor.code for event in events for actor in (*event.actor, *event.recipient)}


def read(text: str, lexicon: Path | None = None) -> Reading:
    return read_text(text, language="kk", lexicon=lexicon)


@pytest.mark.parametrize("kind", TEXTS)
def test_what_the_lexicon_adds_is_read_with_it_and_not_without(mine: Path, kind: str):
    text, wanted = TEXTS[kind]
    before, inside, after = read(text), read(text, mine), read(text)
    assert codes(inside) == wanted
    assert codes(before) != wanted
    assert told(after) == told(before)


def test_a_title_tells_the_leader_whose_term_the_lexicon_adds(mine: Path):
    text = "Жапония Премьер-министрі 1967 жылы Индонезияға сапармен барды."
    whys = [fact.why for lexicon in (None, mine) for fact in read(text, lexicon).facts if isinstance(fact, Event)]
    assert [why and why.roles.get("leader") for why in whys] == [None, "Эйсаку Сато"]


def test_a_name_that_is_taken_out_is_no_longer_read(mine: Path):
    text = "Қытай Түркиямен 1992 жылы келісімге қол қойды."
    assert (codes(read(text)), codes(read(text, mine))) == ({"CHN", "TUR"}, {"CHN"})


def test_a_word_of_ones_own_is_known_in_every_form(mine: Path):
    assert not analyse("жаһанкөздерге")[0].known
    with using(opened(mine)):
        found = analyse("жаһанкөздерге")[0]
        assert (found.lemma, found.get("Case"), found.known) == ("жаһанкөз", "Dat", True)
    assert not analyse("жаһанкөздерге")[0].known


def test_a_unit_of_ones_own_is_counted(mine: Path):
    text = "Қазақстан мен Қытай 5 дастархан жайды."
    units = [[fact.unit for fact in read(text, lexicon).facts if fact.kind == "figure"] for lexicon in (None, mine)]
    assert units == [[], ["дастархан"]]


def test_a_holiday_of_ones_own_is_read_however_its_capitals_stand(tmp_path: Path):
    known = language("kk")
    assert known is not None
    with using(opened(write(tmp_path, {"kk/holidays.tsv": "Қымыз  мейрам\t06-15\n"}))):
        for text in ("2001 жылы қымыз мейрамында келді.", "2001 жылы Қымыз мейрамында келді."):
            (sentence,) = known.sentences(text)
            assert [str(date.date) for date in known.dates(sentence, None, None)] == ["2001-06-15"]


def test_a_short_name_is_what_the_state_is_called_by(tmp_path: Path):
    write(tmp_path, {"kk/states.tsv": "JPN\tshort\tКүншығыс елі\n"})
    kazakh = language("kk")
    assert kazakh is not None and kazakh.name_of("JPN") == "Жапония"
    with using(opened(tmp_path)):
        assert kazakh.name_of("JPN") == "Күншығыс елі"


def test_the_rule_of_a_realisation_tells_its_file_but_not_the_folder(mine: Path):
    (event,) = (fact for fact in read(TEXTS["a way of saying"][0], mine).facts if isinstance(fact, Event))
    assert event.why is not None and event.why.rule == "mine:meet:дастархандас бол"


def test_the_reading_tells_its_lexicon_by_a_hash(mine: Path, tmp_path: Path):
    plain, own = read("Сәлем.").data, read("Сәлем.", mine).data
    same = read("Сәлем.", write(tmp_path / "copy", FILES)).data
    other = read("Сәлем.", write(tmp_path / "other", FILES | {"kk/places.tsv": "KAZ\tАлаш қала\n"})).data
    assert own == same
    assert len({plain, own, other}) == 3


def test_a_file_and_the_setting_take_a_lexicon_too(mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    text, wanted = TEXTS["a leader"]
    file = tmp_path / "a.jsonl"
    file.write_text(f'{{"id": "1", "language": "kk", "text": "{text}"}}', encoding="utf-8")
    assert codes(read_file(file, lexicon=mine)) == wanted
    assert codes(read_file(file)) != wanted
    monkeypatch.setenv("QATYNAS_LEXICON", str(mine))
    assert codes(read_file(file)) == codes(read(text)) == wanted


def documents() -> list[Document]:
    return [Document(id=kind, name=kind, original=text, language="kk") for kind, (text, _) in TEXTS.items()]


def test_processes_read_with_the_lexicon_of_whoever_asks(mine: Path):
    one = list(read_many(documents(), lexicon=mine))
    assert [codes(reading) for reading in one] == [wanted for _, wanted in TEXTS.values()]
    assert list(map(told, read_many(documents(), lexicon=mine, workers=2))) == list(map(told, one))


def test_between_two_readings_nothing_of_the_lexicon_is_in_force(mine: Path):
    readings = read_many(documents(), lexicon=mine)
    text, wanted = TEXTS["a leader"]
    for _ in readings:
        assert force() is None
        assert codes(read(text)) != wanted


def test_two_lexicons_read_by_turns_do_not_mix(mine: Path, tmp_path: Path):
    other = write(tmp_path, {"kk/states.tsv": "CHN\tother\tАлаш елі\n"})
    text = "Алаш елі мен Франция 2024 жылы келісімге қол қойды."
    three = [Document(id=id, name=id, original=text, language="kk") for id in "123"]
    both = zip(read_many(three, lexicon=mine), read_many(three, lexicon=other), strict=True)
    assert [(codes(one), codes(two)) for one, two in both] == [({"KAZ", "FRA"}, {"CHN", "FRA"})] * 3


def test_a_mistake_in_the_lexicon_ends_the_reading_and_is_no_fault_of_a_document(tmp_path: Path):
    write(tmp_path, {"kk/states.tsv": "XX\tother\tАлаш елі\n"})
    for workers in (1, 2):
        with pytest.raises(DataFileError, match=r"kk/states\.tsv:1: code “XX” is neither") as told:
            list(read_many(documents(), lexicon=tmp_path, workers=workers))
        assert (told.value.line, told.value.file) == (1, f"{tmp_path}/kk/states.tsv")


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(tmp_path: Path):
    with pytest.raises(QatynasError, match="no such folder"):
        read_many(documents(), lexicon=tmp_path / "none")
    with pytest.raises(QatynasError, match="no such folder"):
        read("Сәлем.", tmp_path / "none")


SENTENCES = [text for text, _ in TEXTS.values()] + [
    "Қазақстан мен Ресей 1998 жылы мәңгілік достық туралы декларацияға қол қойды.",
    "Түркия Президенті Алматыға сапармен келді.",
    "қазақстан мен иран .. 20 миллион доллар бөлді",
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_with_an_empty_lexicon_everything_reads_as_without(tmp_path: Path, sentences: Sequence[str]):
    write(tmp_path, {"kk/states.tsv": "# nothing\n"})
    text = " ".join(sentences)
    assert told(read(text, tmp_path)) == told(read(text))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sentences=st.lists(st.sampled_from(SENTENCES[-3:]), min_size=1, max_size=4))
def test_a_lexicon_changes_nothing_where_none_of_its_words_stands(tmp_path: Path, sentences: Sequence[str]):
    write(tmp_path, {name: text.replace("- TUR\tshort\tТүркия\n", "") for name, text in FILES.items()})
    text = " ".join(sentences)
    assert told(read(text, tmp_path))[:-1] == told(read(text))[:-1]


def test_a_model_of_ones_own_gives_another_hash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    before = data_hash()
    for data in (b"one", b"two"):
        (tmp_path / f"{data.decode()}.crf").write_bytes(data)
        monkeypatch.setenv("QATYNAS_TAGGER", str(tmp_path / f"{data.decode()}.crf"))
        assert data_hash() != before
        before = data_hash()
