import pytest

from qatynas.documents.plain import told


def test_a_short_first_line_before_an_empty_one_is_the_title():
    assert told("Сапар  қорытындысы\r\n\r\nМәтін.").title == "Сапар қорытындысы"
    assert told("\n\nСапар\n \nМәтін.").title == "Сапар"


@pytest.mark.parametrize(
    "text", ["Сапар\nМәтін.", "Сапар болды.\n\nМәтін.", "с" * 121 + "\n\nМәтін.", "Сапар", "2001-02-03\n\nМәтін.", ""]
)
def test_any_other_first_line_is_no_title(text):
    assert told(text).title is None


def test_an_iso_date_on_a_line_of_its_own_near_the_top_is_the_date():
    assert told("Сапар\n\n2014-05-29\nМәтін.").date == "2014-05-29"


@pytest.mark.parametrize("text", ["Сапар 2014-05-29", "2014-02-30", "2014", "бір\n" * 10 + "2014-05-29", "29.05.2014"])
def test_any_other_date_is_left_to_the_reader(text):
    assert told(text).date is None
