"""The rules of coding of PLOVER's manual (2021), cited by event type, and of FORMAT.md, applied by general code."""

import pytest

from qatynas.facts.kinds import Event
from qatynas.reading.reader import read_text


def events(text: str) -> list[Event]:
    return [f for f in read_text(text, language="kk", mentions=False).facts if isinstance(f, Event)]


RULES = {
    'manual "AGREE", FORMAT "How events are coded": what is still to come': (
        "AGREE",
        ["Қазақстан Молдовамен келесі жылы шартқа қол қоймақ.", "Иордания королі ертең Қазақстанға барады."],
    ),
    'manual "AGREE": a promise or plan': (
        "AGREE",
        ["Қазақстан Монғолияға бидай беруге уәде берді.", "Эстония Қазақстанда елшілік ашуды жоспарлап отыр."],
    ),
    'manual "CONSULT": meeting and talks': (
        "CONSULT",
        ["Қазақстан мен Непал премьер-министрлері кездесті.", "Қазақстан Кубамен келіссөз жүргізді."],
    ),
    'manual "SUPPORT": recognition': (
        "SUPPORT",
        ["Исландия Қазақстанның тәуелсіздігін таныды.", "Чили Қазақстан тәуелсіздігін мойындады."],
    ),
    'manual "SUPPORT": signing and ratification': (
        "SUPPORT",
        ["Қазақстан мен Перу меморандумға қол қойды.", "Қазақстан мен Перу келісімді ратификациялады."],
    ),
    'manual "SUPPORT", FORMAT "Finer rules": congratulates, thanks, praises': (
        "SUPPORT",
        ["Дания королі Қазақстан халқын құттықтады.", "Ливан президенті Қазақстанға алғыс айтты."],
    ),
    'manual "COOPERATE": mutual exchange': (
        "COOPERATE",
        ["Қазақстан мен Пәкістан бірлескен оқу-жаттығу өткізді.", "Қазақстан Ауғанстанға ұн экспорттады."],
    ),
    'manual "AID": help to one side': (
        "AID",
        ["Норвегия Тәжікстанға қаржылай көмек көрсетті.", "Қазақстан Сирияға көмектесті."],
    ),
    'manual "REQUEST", FORMAT "Finer rules": a proposal': (
        "REQUEST",
        ["Қазақстан Бразилияға бірлескен кеңес құруды ұсынды.", "Ирак Қазақстаннан көмек сұрады."],
    ),
    'manual "ACCUSE": criticism': (
        "ACCUSE",
        ["Иран Израильді айыптады.", "Куба АҚШ саясатын сынады."],
    ),
    'manual "REJECT": a refusal': (
        "REJECT",
        ["Сербия Косовоның тәуелсіздігін мойындамады.", "Мьянма Бангладештің ұсынысынан бас тартты."],
    ),
    'manual "SANCTION", FORMAT "Finer rules": closing a border, cutting relations': (
        "SANCTION",
        ["Қырғызстан Тәжікстанмен шекараны жапты.", "Катар Мысырмен дипломатиялық қатынасын үзді."],
    ),
    'FORMAT "Finer rules": an invitation': (
        "AGREE",
        ["Перу президенті Қазақстан президентіне шақыру жолдады.", "Фиджи Қазақстанды форумға шақырды."],
    ),
    'FORMAT "Finer rules": accession, entry into force': (
        "SUPPORT",
        ["Қазақстан Еуропа кеңесіне қосылды.", "Қазақстан мен Кипр арасындағы келісім күшіне енді."],
    ),
    'FORMAT "Finer rules": agreement without a text': (
        "AGREE",
        ["Қазақстан мен Гана сауданы арттыруға келісті.", "Қазақстан мен Кения рейс ашуға уағдаласты."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, (_, texts) in RULES.items() for text in texts])
def test_an_act_has_the_type_of_its_rule(rule: str, text: str):
    assert RULES[rule][0] in {event.type for event in events(text)}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Қазақстан Сирияға дәрі-дәрмек жіберіп, көмектесті.", "AID"),
        ("Қазақстан президенті Перу президентін Астанаға шақырды.", "AGREE"),
        ("Фиджи премьер-министрі Қазақстан президентін шақырды.", "AGREE"),
        ("Қазақстан Еуропа кеңесінің конвенциясына қосылды.", "SUPPORT"),
    ],
    ids=["sides of the clause before", "invited to a place", "invited nowhere", "accession to a convention"],
)
def test_an_act_has_its_type_in_other_words_too(text: str, type: str):
    """Manual "AID", "SUPPORT"; FORMAT, "Finer rules for events"."""
    assert type in {event.type for event in events(text)}


@pytest.mark.parametrize(
    ("text", "visitor", "host"),
    [
        ("Кипр президенті Қазақстанға сапармен келді.", "CYP", "KAZ"),
        ("Қазақстан премьер-министрі Мальтаға барды.", "KAZ", "MLT"),
    ],
)
def test_a_visitor_acts_and_a_host_receives(text: str, visitor: str, host: str):
    """Manual "CONSULT", mode visit."""
    found = next(event for event in events(text) if event.mode == "visit")
    assert ({a.code for a in found.actor}, {a.code for a in found.recipient}) == ({visitor}, {host})


@pytest.mark.parametrize(
    "text",
    [
        "Словения президенті Қазақстан президентімен телефон арқылы сөйлесті.",
        "Қазақстан мен Латвия президенттері телефонмен сөйлесті.",
    ],
)
def test_a_call_is_by_phone(text: str):
    """Manual "CONSULT", mode phone."""
    assert "phone" in {event.mode for event in events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан мен Гана қатынасы жақсы дамып келеді.",
        "Қазақстан мен Перу достығы берік болсын.",
        "Қазақстан президенті Қарағандыға барды.",
        "Үкімет отырысында министрлер еңбек шарттарын талқылады.",
    ],
)
def test_states_of_affairs_wishes_and_domestic_acts_are_no_events(text: str):
    """FORMAT, "How events are coded"."""
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан мен Гана 2003, 2008 және 2012 жылдары келіссөз жүргізді.",
        "Қазақстан мен Перу президенттері 2001, 2004 және 2009 жылдары кездесті.",
    ],
)
def test_several_years_told_together_are_one_event_a_year(text: str):
    """FORMAT, "How events are coded"."""
    assert len({str(event.date) for event in events(text)}) == 3
