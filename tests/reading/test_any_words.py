"""What holds for any row of words that the reader knows, whether it makes sense or not."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qatynas.facts.json import decode, encode
from qatynas.languages.kazakh.language import Kazakh
from qatynas.ontology.tables import rows
from qatynas.reading.reader import read_text

PACKAGE, LEXICONS = "qatynas.languages.kazakh", "data/lexicon"
# Tables of words and names: columns, and those of them that hold words.
TABLES = {
    "abbreviations": (("abbreviation", "meaning"), "abbreviation"),
    "bodies": (("sector", "name"), "name"),
    "date_words": (("class", "stem", "endings", "value?"), "stem"),
    "demonyms": (("code", "kind", "word"), "word"),
    "given_names": (("name",), "name"),
    "months": (("stem", "month", "note?"), "stem"),
    "numerals": (("word", "value", "kind", "ordinal?"), "word"),
    "offices": (("title", "sector", "rank", "of?"), "title"),
    "organisations": (("code", "kind", "name"), "name"),
    "persons": (("code", "name", "office", "from?", "to?"), "name"),
    "places": (("code", "name"), "name"),
    "reference": (("kind", "name"), "name"),
    "state_bodies": (("code", "sector", "name"), "name"),
    "states": (("code", "kind", "name"), "name"),
}
SIGNS = (*",.;:!?()[]«»%-–", "[4]", "5", "12", "300", "1,5", "1992", "2013", "25.05.1992", "ХХ")


def of_tables() -> Iterator[list[str]]:
    for name, (columns, words) in TABLES.items():
        yield [part for row in rows(PACKAGE, f"data/{name}.tsv", columns) for part in row.parts(words)]


def lines(file: Traversable) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def alphabet() -> list[list[str]]:
    """Words by their table, so that a long table does not crowd out the short ones."""
    lexicons = [[line.split("\t")[0] for line in lines(file)] for file in files(PACKAGE).joinpath(LEXICONS).iterdir()]
    said = {word for one in Kazakh().realisations() for word in one.example.split()}
    return [*of_tables(), *lexicons, sorted(said), list(SIGNS)]


GROUPS = alphabet()
WORD = st.one_of([st.sampled_from(group) for group in (*GROUPS, GROUPS[-1], GROUPS[-2], GROUPS[-2])])
ENDING = st.sampled_from(("", "", "", "ның", "ға", "ды", "да", "дан", "мен", "ы", "ында", "лар", "лық"))
BETWEEN = st.sampled_from((" ", " ", " ", " ", " ", "-", "\n"))
TEXTS = st.lists(st.tuples(WORD, ENDING, BETWEEN), min_size=1, max_size=18).map(lambda w: "".join(map("".join, w)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from((None, "2014-01-01", "1999")))
@example("Қазақстан мен Қытай екі бүтін", None)
@example("Қазақстанның Қытаймен сауда айналымы 5 " + "трлн " * 40 + "доллар болды.", None)
@example("Қазақстан қабат-жүз-пайыз және 5-жарты бүтін оннан бес доллар бөлді.", None)
@example("Өткен ғасырдың екінші жартысында Қазақстан Қытаймен шартқа қол қойды.", "2014-01-01")
def test_any_words_are_read_into_facts_that_hold(text: str, date: str | None) -> None:
    reading = read_text(text, date=date, language="kk")
    for fact in (*reading.facts, *reading.mentions):
        assert decode(encode(fact)) == fact
        for evidence in fact.evidence:
            evidence.check(text)
