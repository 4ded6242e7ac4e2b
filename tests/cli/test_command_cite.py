"""`qatynas cite`: a fact or a document by a style."""

from collections.abc import Callable
from typing import Any

import pytest

from qatynas.documents.part import Part

Call = Callable[..., Any]


@pytest.fixture
def fact(qatynas: Call, put: Call, made: Call) -> str:
    """The id of a fact of a described document of two pages, on its second page."""
    from msgspec.structs import replace

    reading = made(parts=(Part("page", 0, 40, 1), Part("page", 40, 200, 2)))
    paged = [replace(one, evidence=(replace(one.evidence[0], page=2),)) for one in reading.facts]
    put(made(found=paged, parts=reading.document.parts))
    said = ("--author", "Сейіт, Айбек", "--title", "Шекара", "--container-title", "Саясат", "--issued", "2003")
    assert qatynas("sources", "set", "border.txt", "--kind", "scholarship", "--page", "45-46", *said).status == 0
    return str(next(line["id"] for line in qatynas("export").lines if line["kind"] == "office"))


def test_a_fact_is_cited_with_its_printed_page(qatynas: Call, fact: str):
    done = qatynas("cite", fact[:8])
    assert (done.status, done.out, done.err) == (0, "Сейіт А. Шекара // Саясат. – 2003. – Б. 46.\n", "")


def test_a_style_that_cites_in_the_text_gives_the_entry_of_the_list_too(qatynas: Call, fact: str):
    done = qatynas("cite", fact, "--style", "apa", "--format", "markdown")
    assert done.out.splitlines() == ["(Сейіт, 2003, б. 46)", "Сейіт, А. (2003). Шекара. *Саясат*, 45–46."]


def test_the_file_s_page_is_told_as_such_where_the_printed_one_is_not_known(qatynas: Call, fact: str):
    qatynas("sources", "set", "border.txt", "--page", "45-60")
    assert qatynas("cite", fact, "--language", "ru").out.endswith("– С. 45–60. – С. 2 файла.\n")
    assert qatynas("cite", fact, "--json").json["place"] == {"printed": None, "of_file": 2}
    qatynas("sources", "set", "border.txt", "--first-page", "45")
    assert qatynas("cite", fact).out.endswith("– Б. 46.\n")


def test_the_words_are_quoted_where_that_is_asked(qatynas: Call, fact: str):
    assert qatynas("cite", fact, "--quote").out.splitlines()[1] == "«Министр М. Тілеуберді»"
    assert qatynas("cite", fact, "--quote", "--format", "html").out.splitlines()[1].startswith("<blockquote>")
    told = qatynas("cite", fact, "--quote", "--json").json
    assert (told["quote"], told["restricted"], told["in_text"]) == ("Министр М. Тілеуберді", False, False)


def test_a_document_is_cited_as_in_a_list_of_sources(qatynas: Call, fact: str):
    assert fact
    assert qatynas("cite", "border.txt", "--style", "chicago").out == "Сейіт, Айбек. «Шекара». Саясат (2003): 45–46.\n"


def test_a_document_without_a_title_is_called_by_the_name_of_its_file(qatynas: Call, put: Call):
    put()
    assert qatynas("cite", "border.txt").out == "border.txt.\n"


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (("none.txt",), 1, "none.txt: no such document in the record"),
        (("ffffffff",), 1, "ffffffff: no such fact in the record"),
        (("border.txt", "--style", "mla"), 1, "mla: no such style; there are gost, apa, chicago"),
        (("border.txt", "--style", "none.csl"), 1, "none.csl: No such file or directory"),
    ],
)
def test_what_cannot_be_cited_is_told_on_one_line(
    qatynas: Call, put: Call, arguments: tuple[str, ...], status: int, reason: str
):
    put()
    done = qatynas("cite", *arguments)
    assert (done.status, done.out) == (status, "")
    assert done.err.count("\n") == 1 and reason in done.err


def test_no_title_can_steer_the_terminal(qatynas: Call, put: Call):
    put()
    qatynas("sources", "set", "border.txt", "--title", "А\x1b[31mБ\u202e")
    assert qatynas("cite", "border.txt").out == "А␛[31mБ�.\n"
