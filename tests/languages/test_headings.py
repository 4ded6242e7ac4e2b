import pytest

from qatynas.errors import DataFileError
from qatynas.languages.headings import EXACT, MEANINGS, WORDS, listed, load, meaning
from qatynas.ontology.row import parse

HEADINGS = """
Күні date|Оқиға күні date|Датасы date|Жыл year|Жылы year|Ай month|Күн day|Басталуы begin|Аяқталған күні end
Қол қойылған күні signed|Күшіне енген күні in_force|Ратификацияланған күні ratified|Қабылданған күні adopted
Оқиға description|Мазмұны description|Сипаттамасы description|Тараптар parties|Қатысушылар parties|Елдер parties
Ел атауы parties|1-тарап parties|Бастамашы actor|Кім actor|Кімге recipient|Алушы recipient|Құжат атауы title
Атауы title|Түрі type|Құжат түрі type|Әрекет act|Орны place|Қаласы place|Мәртебесі status|Сомасы money
Валютасы currency|Адам саны people|Аты-жөні person|Лауазымы office|Саласы sphere|Дереккөз source|Ескерту note
№ number|р/с number|Дәйексөз text|Көрсеткіш of|Өлшем бірлігі unit|Кезең атауы label
Дата date|ДАТА СОБЫТИЯ date|Дата проведения date|Дата начала begin|Дата окончания end|Год year|Дата подписания signed
Вступил в силу in_force|Дата вступления в силу in_force|Ратифицирован ratified|Утратил силу ended|Событие description
Краткое содержание description|Стороны parties|Страна parties|Страны-участницы parties|Партнёр parties|Инициатор actor
Получатель recipient|Адресат recipient|Название документа title|Наименование договора title
Вид документа type|Место place
Место подписания place|Статус status|Сумма money|Количество человек people|ФИО person|Ф.И.О. person|Должность office
Сфера сотрудничества sphere|Источник source|Примечание note|№ п/п number|Цитата text|Показатель of|Ед. изм. unit
Date date|Start date begin|End date end|Year year|Date signed signed|Entry into force in_force|Parties parties
Country 1 parties|Actor actor|Target recipient|Event description|Description description|Treaty title|Document type type
Action act|Place place|Status status|Amount money|Currency currency|Position office|Full name person
Source source|Notes note
"""
CASES = [tuple(pair.rsplit(" ", 1)) for line in HEADINGS.split("\n") for pair in line.split("|") if pair]


@pytest.mark.parametrize(("heading", "expected"), CASES)
def test_a_heading_tells_what_stands_below_it(heading, expected):
    assert meaning(heading) == (expected, EXACT)


def test_there_are_as_many_headings_as_people_use():
    assert len(CASES) > 80


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Дата подписания договора", "signed"),
        ("Сумма, млн долл. США", "money"),
        ("Қол қойылған күні мен орны", "signed"),
        ("Date of the treaty signing", None),
        ("Кол-во человек (чел.)", "people"),
        ("Description of what happened", "description"),
        ("Казахстан", None),
        ("", None),
        ("…", None),
    ],
)
def test_a_longer_heading_is_known_by_the_longest_that_stands_in_it(heading, expected):
    found = meaning(heading)
    assert (found.meaning if found and found.sure in (WORDS, EXACT) else None) == expected or expected is None


@pytest.mark.parametrize(
    "heading", ["КҮНІ", " күні: ", "Күні\n", "Kүнi", "«Күні»", "Күні (жылы)", "Ку\u0301ні".replace("у\u0301", "ү")]
)
def test_case_signs_and_letters_that_look_alike_make_no_difference(heading):
    assert meaning(heading) == ("date", EXACT)


def test_every_meaning_is_explained_and_every_heading_known():
    assert set(listed().values()) <= set(MEANINGS)
    assert all(len(told) > 4 for told in MEANINGS.values())


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("Күні\tdat\tkk\n", "no meaning is called “dat”"),
        ("Күні\tdate\tkk\nКҮНІ\tend\tkk\n", "stands already, for date"),
    ],
)
def test_a_mistake_in_the_table_is_named(table, reason):
    with pytest.raises(DataFileError, match=reason):
        load(parse(table.encode(), "headings.tsv", ("heading", "meaning", "language")))
