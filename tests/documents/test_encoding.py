import pytest
from hypothesis import given
from hypothesis import strategies as st

from qatynas.documents import encoding
from qatynas.documents.encoding import decode, utf8
from qatynas.errors import DataFileError, Refused
from qatynas.ontology.tables import Row

KAZAKH = [
    "Қазақстан мен Моңғолия шекара туралы келісімге қол қойды.",
    "Түркия елшісі Астанаға келді.",
    "Екі ел өзара сенімге негізделген байланысты нығайтпақ.",
    "Үкімет басшысы Еуропалық одақ өкілдерімен сауда көлемін ұлғайту жайын әңгімеледі.",
    "Жаһандық қауіпсіздік – ортақ іс.",
    "БІРІНШІ ПРЕЗИДЕНТ КҮНІ",
    "достық",
]
RUSSIAN = [
    "Стороны обсудили поставки зерна и транзит грузов через порт Актау.",
    "Визит начался в мае.",
    "Ещё рано подводить итоги – «дорожная карта» № 5 не утверждена.",
    "ДОГОВОР О ДРУЖБЕ",
]
LONG_KAZAKH = "\n".join(KAZAKH) * 200
LONG_RUSSIAN = "\n".join(RUSSIAN) * 200
LONG_MIXED = "\n".join([*RUSSIAN, *KAZAKH]) * 100


@pytest.mark.parametrize("page", ["kz1048", "ptcp154", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [*KAZAKH, LONG_KAZAKH, LONG_MIXED], ids=lambda text: text[:20])
def test_kazakh_comes_out_right_from_every_encoding_that_has_its_letters(text, page):
    assert decode(text.encode(page)).text == text


@pytest.mark.parametrize("page", ["cp1251", "kz1048", "ptcp154", "utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [*RUSSIAN, LONG_RUSSIAN], ids=lambda text: text[:20])
def test_russian_comes_out_right_from_every_encoding(text, page):
    assert decode(text.encode(page)).text == text


@pytest.mark.parametrize("letter", "әғқңөұүһіӘҒҚҢӨҰҮҺІ")
@pytest.mark.parametrize("page", ["kz1048", "ptcp154"])
def test_each_kazakh_letter_is_known_at_its_own_byte(letter, page):
    text = f"Министр Қытайға сапармен барды, «{letter}» әрпі түсіп қалған сөз өңделді, ұйым жұмысы жаңарды."
    assert decode(text.encode(page)) == (text, page)


def test_russian_in_a_code_page_is_told_by_the_commonest_name():
    assert decode(LONG_RUSSIAN.encode("kz1048")).encoding == "cp1251"


def test_ukrainian_is_not_taken_for_kazakh():
    text = "Її уряд підтримує угоду з Європою, але текст угоди є таємним для України, її слів не опубліковано."
    assert decode(text.encode("cp1251")) == (text, "cp1251")


@given(
    st.text(
        alphabet=st.characters(exclude_characters="\0\x1a\ufeff\ufffd", exclude_categories=["Cs", "Cc"]), min_size=1
    )
)
def test_utf8_text_is_decoded_character_by_character(text):
    assert decode(text.encode()) == (text, "utf-8")
    assert decode(b"\xef\xbb\xbf" + text.encode()) == (text, "utf-8")


@given(st.text(alphabet=st.characters(exclude_characters="\0\ufffd", exclude_categories=["Cs"])))
def test_utf16_with_its_mark_is_decoded_character_by_character(text):
    assert decode(b"\xff\xfe" + text.encode("utf-16-le")) == (text, "utf-16-le")
    assert decode(b"\xfe\xff" + text.encode("utf-16-be")) == (text, "utf-16-be")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data):
    try:
        assert isinstance(decode(data).text, str)
    except Refused as refused:
        assert refused.reason.split(":")[0] in ("binary", "encoding")


def test_line_ends_stay_as_they_are():
    assert decode("бір\r\nекі\rүш\n".encode()).text == "бір\r\nекі\rүш\n"


def test_a_few_invalid_bytes_become_replacement_characters():
    damaged = LONG_KAZAKH.encode().replace("достық".encode(), b"\xff\xfedost", 1)
    assert decode(damaged).text.count("\ufffd") == 2


def test_more_than_one_damaged_character_in_a_hundred_is_refused():
    with pytest.raises(Refused, match=r"^encoding: 20 of"):
        decode((KAZAKH[0] * 20).encode().replace("сы".encode(), b"\xd1", 1).replace("ш".encode(), b"\xd1"))


def test_a_file_half_in_one_encoding_and_half_in_another_is_refused():
    with pytest.raises(Refused, match=r"^encoding:"):
        decode(RUSSIAN[0].encode("cp1251") + RUSSIAN[0].encode())


@pytest.mark.parametrize("page", ["koi8-r", "cp866", "iso8859-5"])
def test_russian_in_an_encoding_that_is_not_known_is_refused_rather_than_read_wrongly(page):
    with pytest.raises(Refused, match=r"^encoding: neither UTF-8"):
        decode(RUSSIAN[0].encode(page))


@pytest.mark.parametrize(
    ("text", "page"),
    [("Les négociations étaient très fermées.", "cp1252"), ("Görüşmeler ülkede sürüyor, imzalandı.", "cp1254")],
)
def test_a_western_code_page_is_refused_rather_than_read_wrongly(text, page):
    with pytest.raises(Refused, match=r"^encoding: neither UTF-8"):
        decode(text.encode(page))


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 100, bytes(range(1, 256)) * 9, b"text\x00text", b"\0" * 50])
def test_bytes_that_are_no_text_are_refused_as_binary(data):
    with pytest.raises(Refused, match=r"^binary:"):
        decode(data)


def test_an_encoding_that_the_document_names_is_taken_where_the_text_is_not_utf8():
    assert decode("Визит в Ташкент".encode("koi8-r"), "KOI8-R") == ("Визит в Ташкент", "koi8-r")
    assert decode("Визит в Ташкент".encode(), "windows-1251") == ("Визит в Ташкент", "utf-8")


@pytest.mark.parametrize("name", ["no-such-encoding", "hex", "unicode_escape", "utf-7", "", "big5"])
def test_an_encoding_that_is_named_wrongly_is_passed_over(name):
    assert decode(RUSSIAN[0].encode("cp1251"), name) == (RUSSIAN[0], "cp1251")


def test_utf8_alone_is_taken_where_nothing_else_may_stand():
    assert utf8("қол".encode()) == "қол"
    with pytest.raises(Refused, match=r"^encoding: not UTF-8"):
        utf8(RUSSIAN[0].encode("cp1251"))


@pytest.mark.parametrize(
    "cells", [{"letter": "ab", "share": "5"}, {"letter": "a", "share": "x"}, {"letter": "a", "share": "0"}]
)
def test_a_mistake_in_the_table_of_letters_is_named(cells):
    with pytest.raises(DataFileError, match=r"letters\.tsv:7: wanted"):
        encoding._share(Row("letters.tsv", 7, cells))
