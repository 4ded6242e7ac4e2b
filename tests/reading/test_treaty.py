"""The text of an instrument is known by its form, through damage too; a text that speaks of one is not taken for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qatynas.documents.text import Text
from qatynas.facts.kinds import Instrument
from qatynas.languages.registry import language
from qatynas.reading.reader import read_text
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes
from qatynas.reading.treaty import Treaty, find

HERE = Path(__file__).parent / "treaties"
TEXTS = sorted(path.name for path in HERE.glob("*.txt"))
ABOUT = sorted(path.name for path in (HERE / "about").glob("*.txt"))


def read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def scenes_of(text: str) -> list[Scene]:
    known = language("kk")
    assert known is not None
    restored = known.restore(Text(text))
    return scenes("t", restored, known, [s for s in known.sentences(restored.restored) if s.words], None)


def treaties(text: str) -> list[Treaty]:
    return find(scenes_of(text))


def texts(text: str) -> list[Instrument]:
    facts = read_text(text, language="kk").facts
    return [fact for fact in facts if isinstance(fact, Instrument) and fact.text_here]


def test_there_are_texts_of_many_forms_and_documents_that_speak_of_treaties():
    assert len(TEXTS) >= 8
    assert len(ABOUT) >= 5


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_of_an_instrument_is_known(name: str):
    assert len(treaties(read(name))) == 1


@pytest.mark.parametrize("name", ABOUT)
def test_a_document_that_speaks_of_treaties_is_not_taken_for_one(name: str):
    assert treaties(read(f"about/{name}")) == []


def test_the_parts_of_a_text_are_told_apart():
    text = read("agreement.txt")
    (found,) = treaties(text)
    assert (found.start, found.end) == (0, len(found.title.story.text.restored.rstrip()))
    assert [article.number for article in found.articles] == ["1", "2", "3", "4"]
    assert found.closing is not None
    closing = found.title.story.text.restored[slice(*found.closing)]
    assert closing.startswith("2008 жылғы 14 мамырда Маскат қаласында") and closing.endswith("мәтінге жүгінеді.")
    assert len(found.signed) == 3


def test_what_stands_before_and_behind_a_text_is_prose():
    text = f"Кіріспе сөз.\n\n{read('friendship.txt')}\n\nФранция Президенті 2009 жылы Қазақстанға келді.\n"
    (found,) = treaties(text)
    held = [scene.sentence.text for scene in scenes_of(text) if not found.holds(scene.sentence)]
    assert held == ["Кіріспе сөз.", "Франция Президенті 2009 жылы Қазақстанға келді."]


def test_an_annex_belongs_to_its_text():
    text = (
        f"{read('friendship.txt')}\n\nШартқа қосымша\n\nКеңестердің тәртібі\n1. Тараптар кеңеске кезекпен шақырады.\n"
    )
    (found,) = treaties(text)
    assert all(found.holds(scene.sentence) for scene in scenes_of(text))


def test_several_texts_in_one_document_are_each_known():
    whole = "\n\n".join(read(name) for name in ("agreement.txt", "friendship.txt", "memorandum.txt"))
    assert [(one.type, one.place) for one in texts(whole)] == [
        ("agreement", "Маскат"),
        ("treaty", "Астана"),
        ("memorandum", "Сантьяго"),
    ]


DAMAGE: dict[str, Callable[[str], str]] = {
    "Latin i": lambda text: text.replace("і", "i").replace("І", "I"),
    "Latin ə": lambda text: text.replace("ә", "ə").replace("Ә", "Ə"),
    "spaces before punctuation": lambda text: text.replace(",", " ,").replace(".", " ."),
    "lost capital Қ": lambda text: text.replace("Қ", "қ"),
    "no-break spaces": lambda text: text.replace(" мен ", "\u00a0мен\u00a0"),
    "no blank lines": lambda text: text.replace("\n\n", "\n"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "lines that are indented": lambda text: "".join(f"    {line}" for line in text.splitlines(True)),
    "straight quotation marks": lambda text: text.replace("«", '"').replace("»", '"'),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", TEXTS)
def test_a_damaged_text_is_read_as_the_whole_one(name: str, damage: str):
    (whole,) = texts(read(name))
    (found,) = texts(DAMAGE[damage](read(name)))
    fields = ("type", "date", "status", "form", "place", "languages", "prevails")
    assert [getattr(found, field) for field in fields] == [getattr(whole, field) for field in fields]
    assert {actor.code for actor in found.parties} == {actor.code for actor in whole.parties}
    periods = [[p and p.period for p in (one.duration, one.extension, one.termination)] for one in (found, whole)]
    assert periods[0] == periods[1]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_without_its_title_is_none(name: str):
    body = read(name)
    (found,) = treaties(body)
    assert treaties(found.title.story.text.restored[found.body :]) == []


def test_a_title_and_articles_alone_are_no_text_of_an_instrument():
    title, articles = read("friendship.txt").split("\n\n", 1)[0], "1-бап сауда туралы.\n2-бап көлік туралы.\n"
    assert treaties(f"{title}\n\n{articles}") == []
