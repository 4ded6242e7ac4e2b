import time
from pathlib import Path
from textwrap import fill

import pytest

from editions import SEEDS, same_facts, seed
from qatynas.documents.flow import flows
from qatynas.documents.opening import open_bytes, open_path
from qatynas.documents.wraps import wrapped
from qatynas.reading.reader import read_document, read_file

ROOT = Path(__file__).resolve().parents[2]
ONE = (
    "Қазақстан Республикасы мен Ресей Федерациясы арасындағы достық, ынтымақтастық және тату көршілік туралы шартқа "
    "екі елдің президенттері қол қойды. Бұл құжат екі мемлекеттің қарым-қатынасын реттейтін негізгі құжат болып "
    "табылады және оның мерзімі он жылға белгіленді, кейін ұзартылды."
)
TWO = (
    "Америка Құрама Штаттары Орталық Азия мемлекеттерімен ынтымақтастықты дамытуға мүдделі екенін мәлімдеді. "
    "Тараптар энергетика, көлік және сауда салаларында бірлескен жобаларды жүзеге асыруға келісті және оларды "
    "қаржыландыру тетіктерін талқылады."
)


def paragraphs(text: str) -> list[str]:
    return [text[part.start : part.end] for part in wrapped(text)]


def broken(words: str, width: int = 72, indent: str = "", rest: str = "") -> str:
    """Words in lines of a width, as a program that knows no hyphens breaks them."""
    return fill(words, width, initial_indent=indent, subsequent_indent=rest, break_on_hyphens=False)


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_of_one_width_are_paragraphs(width: int, end: str):
    text = "\n\n".join(broken(words, width) for words in (ONE, TWO, ONE)).replace("\n", end)
    assert [" ".join(words.split()) for words in paragraphs(text)] == [ONE, TWO, ONE]


def test_a_short_line_ends_a_paragraph():
    text = "\n".join(broken(words, 77) for words in (ONE, TWO, ONE))
    assert [" ".join(words.split()) for words in paragraphs(text)] == [ONE, TWO, ONE]


def test_an_indent_or_a_bullet_begins_a_paragraph():
    text = "\n".join(broken(words, 70, "    ") for words in (ONE, TWO, ONE))
    assert len(paragraphs(text)) == 3
    text = "\n".join(broken(words, 70, "• ", "  ") for words in (ONE, TWO))
    assert len(paragraphs(text)) == 2


def test_a_paragraph_goes_over_a_pages_end_and_a_hyphen_at_a_lines_end_is_mended():
    parted = f"{ONE} {TWO}".replace("ынтымақтастықты", "ынтымақ- тастықты")
    lines = next(text for text in (broken(parted, width) for width in range(60, 90)) if "ынтымақ-\n" in text).split(
        "\n"
    )
    text = "\n".join(lines[:4]) + "\n\f" + "\n".join(lines[4:])
    document = open_bytes(text.encode(), id="a", name="a.txt")
    assert len([part for part in document.parts if part.kind == "paragraph"]) == 1
    flow = flows(document)[0].restored
    assert flow == f"{ONE} {TWO}"


POEM = "\n".join(["Атаңның ұлы болма, адамның ұлы бол", "Туған жер – алтын бесік", "Ел үміті бізде"] * 9)
LIST = "\n".join(
    f"{name} туралы үш беттен тұратын баяндама" for name in ("Қазақстан", "Қырғызстан", "Түрікменстан") * 5
)
TABLE = "а\tб\tв\n" * 50


@pytest.mark.parametrize("text", ["", "сөз", POEM, LIST, TABLE, "\n".join([ONE, TWO, ONE]), "\n" * 50, f"{ONE}\n"])
def test_other_texts_are_left_alone(text: str):
    assert wrapped(text) == ()


def test_the_sources_and_the_examples_are_left_alone():
    files = list((ROOT / "examples").rglob("*.txt"))
    assert files
    for path in [*files, *map(seed, SEEDS)]:
        assert not any(part.kind == "paragraph" for document in open_path(path) for part in document.parts), path


@pytest.mark.parametrize("name", SEEDS)
def test_a_source_that_was_broken_into_lines_gives_the_same_facts(name: str):
    path = seed(name)
    text = path.read_text(encoding="utf-8")
    document = open_bytes("\n".join(map(broken, text.split("\n"))).encode(), id="a", name="a.txt")
    assert any(part.kind == "paragraph" for part in document.parts)
    same = same_facts(read_file(path), read_document(document))
    assert same.share >= 0.98, str(same)


def test_a_long_text_takes_no_longer_for_each_of_its_lines():
    text = "\n\n".join([broken(ONE, 70)] * 4_000)
    start = time.perf_counter()
    assert len(wrapped(text)) == 4_000
    assert time.perf_counter() - start < 5
