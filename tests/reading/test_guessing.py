import pytest

from qatynas.documents.table import sheets
from qatynas.reading.guessing import guess
from workbooks import opened


def guessed(text):
    found = guess(sheets(opened(text))[0])
    return found and {column.heading: column.meaning for column in found.mapped.columns}


def mapped(text):
    found = guess(sheets(opened(text))[0])
    assert found is not None
    return found.mapped


def test_rows_above_the_headings_are_passed_over():
    text = "Қатынастар хронологиясы;;\n;;\n2020 ж. құрастырылған;;\nКүні;Оқиға;Ел\n1992;Кездесу;Ресей\n"
    assert mapped(text).heading == 4


def test_the_cells_tell_what_no_heading_does():
    text = "a;b;c;d\n1992-05-25;Қазақстан, Ресей;кездесу;1\n1993-01-05;Қазақстан, Қытай;сапар;2\n"
    assert guessed(text) == {"a": "date", "b": "parties", "c": "act", "d": "skip"}
    assert guessed(text.split("\n", 1)[1]) == {"": "skip"} or mapped(text.split("\n", 1)[1]).heading == 0


def test_the_cells_correct_what_a_heading_seems_to_tell():
    assert guessed("Күні;Оқиға;Тараптар\n1992;кездесу;Ресей\n1993;сапар;Қытай\n") == {
        "Күні": "date", "Оқиға": "act", "Тараптар": "parties",
    }  # fmt: skip
    assert guessed("Месяц;Год;Число;Событие\nмай;1992;25;Визит в Китай\nмай;1992;26;Встреча сторон\n") == {
        "Месяц": "month", "Год": "year", "Число": "day", "Событие": "description",
    }  # fmt: skip


def test_a_column_of_years_alone_is_one_of_dates():
    assert guessed("Жылы;Атауы\n1992;Достық туралы шарт\n") == {"Жылы": "date", "Атауы": "title"}


def test_of_two_columns_with_one_meaning_the_surer_tells():
    found = guessed("Дата;Дата записи;Событие;Страна 1;Страна 2\n1992;2020;Визит;Россия;Китай\n")
    assert found == {
        "Дата": "date",
        "Дата записи": "note",
        "Событие": "act",
        "Страна 1": "parties",
        "Страна 2": "parties",
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Күні;Атауы;Тараптар\n1992;Достық туралы шарт;Ресей\n", "instrument"),
        ("Дата подписания;Название;Стороны\n1992;О дружбе;Россия\n", "instrument"),
        ("Дата;Тип;Название\n1992;договор;О дружбе\n", "instrument"),
        ("ФИО;Должность\nА. Б.;Посол\n", "office"),
        ("Speaker;Quotation\nA;b\n", "statement"),
        ("Бағдарлама;Сомасы\nIMET;5 млн доллар\n", "programme"),
        ("Показатель;Значение\nоборот;5\n", "figure"),
        ("Название проекта;Тип\nХ;газопровод\n", "project"),
        ("Кезең атауы;Басталуы;Аяқталуы\nI;1991;1995\n", "period"),
        ("Date;Type;Actor\n1992;CONSULT;KAZ\n", "event"),
        ("Күні;Оқиға;Ел\n1992;Екі ел арасында ұзақ мерзімді келіссөздер басталды.;Ресей\n", ""),
    ],
)
def test_the_columns_tell_what_every_row_is(text, kind):
    assert mapped(text).kind == kind


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ("25/05/1992;03/04/1992", "day-first"),
        ("05/25/1992;03/04/1992", "month-first"),
        ("25/05/1992;05/25/1992", ""),
        ("03/04/1992;1992", ""),
    ],
)
def test_a_column_of_dates_tells_which_number_is_the_day(dates, days):
    assert mapped("Date,Event\n" + "".join(f"{date},visit\n" for date in dates.split(";"))).days == days


@pytest.mark.parametrize("text", ["x;y\n1;2\n3;4\n", "Күні;Ескерту\n1992;a\n", "Атауы;№\nШарт;1\n", ";;\n;a;\nb;;\n"])
def test_what_tells_no_fact_is_no_table_of_facts(text):
    assert guessed(text) is None
