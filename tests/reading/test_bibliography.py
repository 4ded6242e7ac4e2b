"""Items of lists of sources, taken apart: what stands out is told, what does not stays null."""

import pytest

from qatynas.facts.citation import Work
from qatynas.languages.registry import language
from qatynas.reading.bibliography import work

KAZAKH = language("kk")


def read(item: str) -> Work | None:
    assert KAZAKH is not None
    return work(item, KAZAKH)


# Made for these tests: no such books and journals exist.
@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            "Ертаев Н.Ә. Дала жолдары. – Алматы: Қайнар-2, 1996. – 272 б.",
            Work(("Ертаев Н.Ә.",), "Дала жолдары", None, "Алматы", "Қайнар-2", "1996", pages="272"),
        ),
        (
            "Байғали А., Сәрсен Қ.Е. Сауда жолдары // Дала айнасы. – 2001. – 5 мамыр. – № 3. – Б. 12-14.",
            Work(("Байғали А.", "Сәрсен Қ.Е."), "Сауда жолдары", "Дала айнасы", year="2001", issue="3", pages="12-14"),
        ),
        (
            "Тоқсан Қ.К. Елші сөзі: очерктер. Алматы: Дария, 2003. 304 б.",
            Work(("Тоқсан Қ.К.",), "Елші сөзі: очерктер", None, "Алматы", "Дария", "2003", pages="304"),
        ),
        (
            "Петров И. И. Соседи [Текст] / И. И. Петров. – М.: Слово, 2005. – 318 с.",
            Work(("Петров И. И.",), "Соседи", None, "М.", "Слово", "2005", pages="318"),
        ),
        (
            "Marlow M. B. Steppe Roads // Inland Review. – 1998. – Vol. 7, No. 2. – P. 11–32.",
            Work(("Marlow M. B.",), "Steppe Roads", "Inland Review", year="1998", volume="7", issue="2", pages="11–32"),
        ),
        (
            "Marlow, M. B. (2002). Steppe roads: an outline. Boston: Harbour Press, 2002.",
            Work(("Marlow, M. B.",), "Steppe roads: an outline", None, "Boston", "Harbour Press", "2002"),
        ),
        (
            "Сейтен Т. Көл мәселесі // Толқын. 2004. №7. 22–25 бб.",
            Work(("Сейтен Т.",), "Көл мәселесі", "Толқын", year="2004", issue="7", pages="22–25"),
        ),
        (
            "Көші-қон туралы баяндама. URL: https://www.example.kz/kz/page (қаралған күні: 12.03.2014)",
            Work((), "Көші-қон туралы баяндама", url="https://www.example.kz/kz/page"),
        ),
        (
            "Екі ел: 1992-2002 жылдар. – Астана, 2003.",
            Work((), "Екі ел: 1992-2002 жылдар", None, "Астана", None, "2003"),
        ),
        (
            "Қараңыз: Ертаев Н. Дала жолдары. – Алматы, 1996. – 12 б.",
            Work(("Ертаев Н.",), "Дала жолдары", None, "Алматы", None, "1996", pages="12"),
        ),
    ],
)
def test_the_areas_of_an_item_are_told_apart(item: str, told: Work):
    assert read(item) == told


@pytest.mark.parametrize("item", ["ҚР Президентінің мұрағаты. 5-қор, 12-іс.", "Сонда.", "", "Автордың сұхбаты"])
def test_an_item_without_a_plain_work_is_none(item: str):
    assert read(item) is None


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("Ертаев Н. Қазақстан – Түркия: жаңа жол. 2014.", "Қазақстан – Түркия: жаңа жол"),
        ("Ертаев Н. Дала – 2030. – Алматы, 2014.", "Дала – 2030"),
    ],
)
def test_a_dash_inside_a_title_belongs_to_it(item: str, title: str):
    found = read(item)
    assert found is not None
    assert (found.title, found.year) == (title, "2014")


def test_a_place_behind_a_bare_dash_is_a_place():
    found = read("Ертаев Н. Дала жолдары – Алматы: Қайнар, 2014 – 12 б.")
    assert found is not None
    assert (found.title, found.place, found.publisher, found.year) == ("Дала жолдары", "Алматы", "Қайнар", "2014")


def test_several_years_leave_the_year_open():
    found = read("Ертаев Н. Хаттар // Дала айнасы. – 1996–1998, 2001.")
    assert found is not None and found.year is None
