import pytest

from qatynas.documents.text import Text
from qatynas.languages.kazakh.language import Kazakh
from qatynas.languages.registry import READ, detect, language, restore

KAZAKH = """Қазақстан мен Өзбекстан үкіметтері былтыр шекарадағы су қоймасын бірге жөндеуге уағдаласты. Жұмыс күзде
басталып, келесі жазда аяқталады деп күтілуде. Екі елдің сарапшылары қажетті қаржыны теңдей бөлуді ұсынды."""
RUSSIAN = """Правительства двух стран договорились вместе чинить водохранилище на границе. Работы начнутся осенью и
закончатся будущим летом. Эксперты объявили, что расходы поделят поровну; подъём воды ожидается весной."""
ENGLISH = """The two governments agreed last year to repair the reservoir at the border together. Work begins in autumn
and should end next summer, and both sides will share what it costs."""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (KAZAKH, "kk"), (RUSSIAN, "ru"), (ENGLISH, "en"), (KAZAKH.upper(), "kk"), (RUSSIAN.upper(), "ru"),
        ("Екі ел келісті.", "kk"), ("Қазақстан", "kk"), ("Он подписал договор.", "ru"), ("Hello", "en"),
        (KAZAKH + "\n" + ENGLISH[:60], "kk"), ("NATO, OSCE: " + KAZAKH, "kk"), (RUSSIAN + " (NATO, 2003)", "ru"),
        (KAZAKH * 300, "kk"), ("12.05.1992 " * 20 + KAZAKH, "kk"),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_letters(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    "text",
    ["", "2003", "12.05.1992, 25%", "да", "—«»…", "两国政府去年商定共同修建边境上的水库",
     "الحكومتان اتفقتا على إصلاح السد",
     "Οι δύο κυβερνήσεις συμφώνησαν", "두 정부는 지난해 합의했다"],
)  # fmt: skip
def test_a_text_that_does_not_tell_its_language_has_none(text: str) -> None:
    assert detect(text) is None


def test_the_beginning_of_a_long_text_tells() -> None:
    assert detect(RUSSIAN * 200 + KAZAKH * 1000) == "ru"


def test_a_kazakh_text_with_letters_of_another_alphabet_is_still_kazakh() -> None:
    assert detect(KAZAKH.replace("ә", "ə").replace("ө", "o").replace("ү", "y")) == "kk"


def test_kazakh_alone_is_read_and_one_object_serves_all() -> None:
    assert READ == ("kk",)
    assert isinstance(language("kk"), Kazakh)
    assert language("kk") is language("kk")
    assert [language(code) for code in ("ru", "en", "", "KK", "kaz")] == [None] * 5


def test_a_damaged_text_is_restored_by_the_rules_of_its_language() -> None:
    text = restore(Text("Қазақстан мен  Өзбекстан , Түркия келісімге қол қойды .. Екі ел сауданы арттырады ."))
    assert text.restored != text.original
    assert " ," not in text.restored


@pytest.mark.parametrize("code", ["ru", "en", "tr"])
def test_a_text_in_another_language_is_left_alone(code: str) -> None:
    text = Text("Стороны договорились , что .. будет  так .")
    assert restore(text, code) is text


@pytest.mark.parametrize(
    "original", ["Стороны договорились , что подъём будет .. весной .", "Both sides , agreed ..", "", "12 ."]
)
def test_a_text_whose_language_cannot_be_read_is_left_alone(original: str) -> None:
    text = Text(original)
    assert restore(text) is text


def test_the_language_that_is_told_goes_before_the_one_that_is_found() -> None:
    text = Text("2003 жыл , 2004 жыл")
    assert restore(text, "ru") is text
    assert restore(text, "kk").restored == "2003 жыл, 2004 жыл"


@pytest.mark.parametrize(
    "text",
    [
        "Кыргызстан менен коңшу өлкөнүн өкмөттөрү былтыр чек арадагы суу сактагычты чогуу оңдоого макулдашты.",
        "Эки өлкө келишимге кол койду.",
        "Хоёр улсын засгийн газар өнгөрсөн жил хил дээрх усан санг хамтран засварлахаар тохиролцов.",
        "Өнөөдөр хоёр ерөнхий сайд уулзлаа.",
        "Икки давлат ҳукуматлари ўтган йили чегарадаги сув омборини биргаликда таъмирлашга келишиб олди.",
        "Қозоғистон президенти Тошкентга келди",
        "Ике ил хөкүмәте былтыр чиктәге сусаклагычны бергә төзекләндерергә килеште. Эшләр җәен тәмамланыр.",
        "Татарстан президенты кунакларны каршы алды һәм сәламләде",
        "Ике ил хөкүмәте былтыр сиктәге һыуһаҡлағысты бергәләп төҙәтергә килеште. Эштәр көҙ башланасаҡ.",
        "Башҡортостан баҫыуҙарында ураҡ тамамланды",
        "Ҳукуматҳои ду кишвар соли гузашта дар бораи таъмири обанбори сарҳадӣ ба мувофиқа расиданд.",
        "Уряди двох держав торік домовилися разом відновити водосховище на кордоні.",
        "Міністри підписали нову угоду в Києві та Львові, але зміст документа досі невідомий",
        "Урады дзвюх дзяржаў летась дамовіліся разам аднавіць вадасховішча на мяжы.",
        "Еки мәмлекет ҳүкиметлери былтыр шегарадағы суў сақлағышты бирге оңлаўға келисти.",
        "Икки дөләт һөкүмәтлири өткән жили чегридики су амбирини бирликтә ремонт қилишқа келишти.",
    ],
)
def test_another_language_that_shares_letters_with_kazakh_is_not_taken_for_it(text: str) -> None:
    assert [detect(form) for form in (text, text.upper(), text.lower())] == [None] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Екі ел", "Әлем", "Əлем", "Сауда көлемі өсті", "Екi елдiң сарапшылары келесi жазда кездеседi",
        "Үкімет жаңа шешім қабылдады", "Президенттер кездесті", "Тоқаев Астанада", "Нұрсұлтан Назарбаев",
        KAZAKH + " Бұл туралы «Ўзбекистон» газеті жазды.",
    ],
)  # fmt: skip
def test_a_short_or_damaged_headline_is_kazakh(text: str) -> None:
    assert [detect(form) for form in (text, text.upper(), text.lower())] == ["kk"] * 3


@pytest.mark.parametrize("damage", [{"і": "i", "І": "I"}, {"ә": "ə", "Ә": "Ə"}, {"і": "i", "ә": "ə", "қ": "к"}])
def test_kazakh_that_lost_letters_is_still_kazakh(damage: dict[str, str]) -> None:
    text = KAZAKH.translate(str.maketrans(damage))
    assert [detect(form) for form in (text, text.lower(), text.upper())] == ["kk"] * 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Бала барды.", "kk"), ("Президенттер кездесті", "kk"), ("Армения мен Грузия", "kk"),
        ("Президент и министр встретились.", "ru"), ("Договор подписан сегодня.", "ru"), ("Он был дома.", "ru"),
    ],
)  # fmt: skip
def test_a_short_text_without_a_letter_of_its_own_is_told_by_its_words(text: str, code: str) -> None:
    assert detect(text) == code
