import pytest

from qatynas.documents.told import iso_date, language_code, one_line


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2014-05-29", "2014-05-29"),
        (" 2014-05-29T23:59:00+06:00 ", "2014-05-29"),
        ("2014-05-29 10:00:00Z", "2014-05-29"),
        ("2023-02-31", None),
        ("2014-05", None),
        ("20222-01-01", None),
        ("2014-05-29 кеш", None),
        ("", None),
    ],
)
def test_only_a_day_that_exists_is_a_date(words, date):
    assert iso_date(words) == date


@pytest.mark.parametrize(
    ("tag", "code"), [("kk", "kk"), ("kk-KZ", "kk"), ("RU_ru", "ru"), ("kaz", None), ("", None), ("k", None)]
)
def test_a_language_is_its_two_letters(tag, code):
    assert language_code(tag) == code


def test_a_title_is_one_line_that_can_be_printed_anywhere():
    assert one_line(" бір\n\t екі \0\x1b[31m\ud800 ") == "бір екі [31m"
    assert one_line(" \n ") is None
    assert len(one_line("с" * 1_000_000) or "") == 500
