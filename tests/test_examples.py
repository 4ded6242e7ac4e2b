"""The examples: they are there, they are ours, and each kind of damage that is known stands in one of them."""

import re
from pathlib import Path

import pytest

import qatynas

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
SHARED = ROOT.parent / "shared"
# The encoding of each file: named here, not found out, so that the text is known without the program under test.
ENCODINGS = {
    "kazakhstan-china.txt": "utf-8",
    "kazakhstan-turkiye.txt": "utf-8",
    "kazakhstan-uzbekistan.txt": "kz1048",
    "kazakhstan-eu.txt": "utf-8",
    "kazakhstan-japan.md": "utf-8",
    "treaty.md": "utf-8",
}
CLEAN = ["kazakhstan-uzbekistan.txt", "kazakhstan-eu.txt", "kazakhstan-japan.md", "treaty.md"]
# What LANGUAGE.md of ../shared tells of the two sources' damage.
DAMAGE = {
    "Latin ə for ә": "[а-яқңғ]ə|ə[а-яқңғ]",
    "Latin Ə for Ә": "Ə",
    "Latin i for і": "[а-яқңғ]i|i[а-яқңғ]",
    "Latin letters in a Roman century": "Х[IV]+ ғасыр",
    "no-break space": "\u00a0",
    "two full stops for the end of a paragraph": r"\w\.\.[А-ЯҚӘƏ0-9]",
    "glued words": "шекарамаңыынтымақ",
    "lost hyphen": "қарымқатынас",
    "line break inside initials": r"[А-ЯҚӘƏ]\.\n[А-Я]\w",
    "space before punctuation": r"\w [,.;]",
    "¿ for һ": "[а-я]¿[а-я]",
    "± for Ұ": "±[а-я]",
    "initial Қ lost": r"\bқазақстан(?!-)",
}
RUN = 7  # words in a row that are held to be somebody's wording


def text(name: str) -> str:
    return (EXAMPLES / name).read_bytes().decode(ENCODINGS[name])


def runs(words_of: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", words_of.lower().translate(str.maketrans("əi", "әі")))
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_the_examples_are_those_that_are_known():
    assert {path.name for path in EXAMPLES.iterdir()} == {*ENCODINGS, "README.md"}


def test_the_demonstration_has_four_texts_to_read():
    assert len(list(EXAMPLES.glob("*.txt"))) == 4


@pytest.mark.parametrize("name", ENCODINGS)
def test_an_example_is_as_long_as_a_page_or_two(name: str):
    assert 250 <= len(re.findall(r"\w+", text(name))) <= 450


@pytest.mark.parametrize("kind", DAMAGE)
def test_each_kind_of_damage_stands_in_an_example(kind: str):
    assert [name for name in ENCODINGS if re.search(DAMAGE[kind], text(name))] != []


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_example_carries_no_damage(name: str):
    assert [kind for kind, pattern in DAMAGE.items() if re.search(pattern, text(name))] == []


def test_one_example_is_in_an_old_code_page_with_windows_line_ends():
    data = (EXAMPLES / "kazakhstan-uzbekistan.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert data.count(b"\r\n") == data.count(b"\n") > 0


def test_the_markdown_example_begins_with_front_matter():
    assert text("kazakhstan-japan.md").startswith("---\ntitle: ")


@pytest.mark.parametrize("name", ENCODINGS)
def test_the_readme_names_each_example(name: str):
    assert f"| `{name}` |" in (EXAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is absent: nothing to compare with")
@pytest.mark.parametrize("name", ENCODINGS)
def test_no_wording_of_an_example_comes_from_the_sources_or_their_annotations(name: str):
    files = [path for folder in ("seeds", "gold") for path in (SHARED / folder).iterdir()]
    theirs = set().union(*(runs(path.read_text(encoding="utf-8")) for path in files))
    assert runs(text(name)) & theirs == set()


@pytest.mark.parametrize("name", ENCODINGS)
def test_an_example_is_read_whole_and_every_quote_stands_at_its_span(name: str):
    reading = qatynas.read_file(EXAMPLES / name)
    original = reading.text.original
    pieces = [piece for fact in reading.facts for piece in fact.evidence]
    assert (reading.state, reading.language, original) == ("read", "kk", text(name))
    assert pieces != []
    assert [piece for piece in pieces if original[piece.start : piece.end] != piece.quote] == []
