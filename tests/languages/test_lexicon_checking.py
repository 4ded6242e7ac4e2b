"""A lexicon is checked by loading it: every table is reached, every mistake is told, nothing but mistakes is."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qatynas.errors import QatynasError
from qatynas.languages.lexicon_checking import checked
from qatynas.ontology.extension import Changes, extensible

TABLES = [file for file in extensible() if file.endswith(".tsv")]
MEETING = "- {sense: meet, trigger: дастархандас бол, roles: {actor: [Nom, Ins]}, example: Олар дастархандас болды.}"


def write(folder: Path, **files: str) -> Path:
    """The folder with files: `kk__states` is `kk/states.tsv`, and `kk__realisations__x` a YAML file."""
    for name, text in files.items():
        file = name.replace("__", "/") + (".yaml" if "realisations" in name else ".tsv")
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    return [str(mistake).removeprefix(f"{folder}/") for mistake in checked(folder).mistakes]


def test_every_table_that_can_be_extended_is_reached(tmp_path: Path):
    wrong = "\t".join("abcdefghijklmnop")  # more cells than any table has columns
    for file in TABLES:
        write(tmp_path, **{file.removesuffix(".tsv").replace("/", "__"): wrong})
    found = [(line.split(":")[0], "16 cells, but only" in line) for line in told(tmp_path)]
    assert found == [(file, True) for file in sorted(TABLES)]


def test_a_sound_lexicon_tells_what_it_changes(tmp_path: Path):
    write(
        tmp_path,
        organisations="SCA\tSaiga Conservation Alliance\t2006\t\tNGO\n",
        kk__organisations="SCA\tfull\tАқбөкенді қорғау альянсы\nUN\tfull\tБіріккен Ұлттар Ұйымы\n",
        kk__places="- KAZ\tАлматы\nUZB\tШымкент\n",
        kk__realisations__mine=f"{MEETING}\n" + MEETING.replace("дастархандас бол", "кездес"),
    )
    assert checked(tmp_path) == (
        {
            "organisations.tsv": Changes(added=1),
            "kk/organisations.tsv": Changes(added=1, overridden=1),
            "kk/places.tsv": Changes(overridden=1, taken_out=1),
            "kk/realisations/mine.yaml": Changes(added=1, overridden=1),
        },
        (),
    )


def test_all_mistakes_of_all_files_are_told_in_order(tmp_path: Path):
    write(
        tmp_path,
        organisations="SCA\tSaiga Conservation Alliance\t2006\t\tCLUB\nB\tb\tyear\t\tIGO\nC\tc\t1999\t\tIGO\n",
        kk__organisations="C\tfull\tДұрыс ұйым\nD\tfull\tБұрыс ұйым\nC\tfulll\tБасқа ұйым\n",
        kk__persons="JPN\tХаято Икэда\tпремьер-министр\t19.7.1960\n",
        kk__realisations__mine=f"{MEETING}\n- {{sense: meat}}\n{MEETING.replace('meet', 'flirt')}\n",
        kk__stats="x",
    )
    assert told(tmp_path) == [
        "kk/organisations.tsv:2: code “D” is neither of polities.tsv nor of organisations.tsv",
        "kk/organisations.tsv:3: kind is “fulll”, not one of abbreviation, full, short",
        "kk/persons.tsv:1: from is “19.7.1960”, neither a year (1991) nor a date (1991-12-16)",
        "kk/realisations/mine.yaml:2: trigger is missing",
        "kk/realisations/mine.yaml:3: no sense 'flirt' in the ontology",
        "kk/stats.tsv:1: no table of this name; near it: kk/states.tsv",
        "organisations.tsv:1: kind is “CLUB”, not one of IGO, NGO, BUS, GOV, REB",
        "organisations.tsv:2: “year” in the column “first” is not a year",
    ]


@pytest.mark.parametrize(
    ("file", "line", "reason"),
    [
        ("kk__date_words", "TODAY\tтүс\tany\tкүн", "value 'күн': TODAY wants -100 to 100"),
        ("kk__letters", "slip\tаб\tқ", "'аб': one sign is wanted"),
        ("kk__surnames", "пай\tpatronym", "kind 'patronym': patronymic is wanted, or nothing"),
    ],
)
def test_a_cell_that_reading_would_fail_at_is_a_mistake(tmp_path: Path, file: str, line: str, reason: str):
    write(tmp_path, **{file: line})
    assert told(tmp_path) == [f"{file.replace('__', '/')}.tsv:1: {reason}"]


def test_a_file_that_is_no_text_is_one_mistake(tmp_path: Path):
    path = tmp_path / "kk" / "states.tsv"
    path.parent.mkdir()
    path.write_bytes("KAZ\tother\tАлаш елі\nKAZ\tother\tТұран елі\n".encode("utf-16"))
    write(tmp_path, kk__realisations__mine=f"- {{sense: [\n{MEETING}\n")
    assert [line.split(" (")[0] for line in told(tmp_path)] == [
        "kk/realisations/mine.yaml:2: not YAML: did not find expected node content",
        "kk/states.tsv:1: not UTF-8: it is UTF-16, save it as UTF-8",
    ]


def test_a_built_in_line_that_an_override_breaks_is_told_once_and_as_such(tmp_path: Path):
    write(tmp_path, senses="meet\tclaim\tCONSULT\tvisit\tmeet\tdirected\t-\t-\tno\n")
    (mistake,) = checked(tmp_path).mistakes
    assert (mistake.file, mistake.reason) == (
        "consult.yaml",
        "no role 'actor' in a sense of kind claim (a built-in line: the lexicon changes what it rests on)",
    )


def test_what_is_no_folder_is_an_error(tmp_path: Path):
    with pytest.raises(QatynasError, match="no such folder"):
        checked(tmp_path / "none")


# Words that make trouble where a loader takes more for granted than its table says.
PIECES = ("п", "а", "ы", "сы", "кт", "-", "В.", "%", "1", "«", "|", "A", "İ", "ß", "\u0301", "\u200b", "🙂", " ")
ROWS: dict[str, str] = {
    "organisations": "{}\tx\t1999\t\tIGO",
    "polities": "{}\tgone\t\tx\t1\t2",
    "kk__states": "KAZ\tother\t{}",
    "kk__organisations": "UN\tabbreviation\t{}",
    "kk__persons": "KAZ\t{}\tпрезидент",
    "kk__offices": "{}\tGOV\tofficial",
    "kk__places": "-\t{}",
    "kk__demonyms": "KAZ\tpeople\t{}",
    "kk__bodies": "GOV\t{}",
    "kk__reference": "self\t{}",
    "kk__given_names": "{}",
    "kk__surnames": "{}",
    "kk__letters": "slip\t{}\tқ",
    "kk__restoration": "common\t{}",
    "kk__numerals": "{}\t5\tunit",
    "kk__date_words": "TODAY\t{}\tany",
    "kk__roots__nouns": "{}\tdrops",
    "kk__roots__verbs": "{}",
    "kk__roots__closed": "{}\tADV",
    "kk__lexicon__units": "{}\tthing",
}


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.fixed_dictionaries({name: st.lists(st.sampled_from(PIECES), min_size=1, max_size=3) for name in ROWS}))
def test_any_word_is_taken_or_refused_by_its_line(tmp_path: Path, words: dict[str, list[str]]):
    write(tmp_path, **{name: row.format("".join(words[name])) for name, row in ROWS.items()})
    places = [(Path(mistake.file).is_relative_to(tmp_path), mistake.line) for mistake in checked(tmp_path).mistakes]
    assert set(places) <= {(True, 1)}
