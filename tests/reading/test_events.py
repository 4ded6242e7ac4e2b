"""Events through real sentences, by the rules of FORMAT.md and of PLOVER's manual of 2021, each named at its tests."""

from collections.abc import Sequence
from functools import cache

import pytest

from qatynas.facts.actor import Actor
from qatynas.facts.kinds import Event
from qatynas.reading.reader import read_text


@cache
def events(text: str) -> Sequence[Event]:
    return [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Event)]


def event(text: str) -> Event:
    (found,) = events(text)
    return found


def codes(actors: Sequence[Actor]) -> list[str | None]:
    return [actor.code for actor in actors]


# FORMAT.md, "How events are coded": CONSULT, `mode: "visit"` puts the visitor in `actor` and the host in `recipient`.


@pytest.mark.parametrize(
    ("text", "visitor", "host", "date"),
    [
        ("2019 жылғы 12 сәуірде Франция Президенті Қазақстанға ресми сапармен келді.", "FRA", "KAZ", "2019-04-12"),
        (
            "Қазақстан Президенті Жапонияға 2016 жылғы 7 қарашада мемлекеттік сапармен барды.",
            "KAZ",
            "JPN",
            "2016-11-07",
        ),
        ("Финляндия министрінің Эстонияға сапары 2013 жылы басталды.", "FIN", "EST", "2013"),
        ("2005 жылғы маусымда Португалия Премьер-министрі Қазақстанда ресми сапармен болды.", "PRT", "KAZ", "2005-06"),
        ("Исландия делегациясы Норвегияға аттанды.", "ISL", "NOR", "None"),
    ],
    ids=["came", "went", "noun", "was", "set off"],
)
def test_a_visit_puts_the_visitor_in_actor_and_the_host_in_recipient(text: str, visitor: str, host: str, date: str):
    found = event(text)
    assert (found.type, found.mode, found.act) == ("CONSULT", "visit", "visit")
    assert (codes(found.actor), codes(found.recipient)) == ([visitor], [host])
    assert str(found.date) == date
    assert found.auxiliary == ()


def test_a_capital_stands_for_its_state_as_host():
    found = event("Швеция Премьер-министрі Астанаға келді.")
    assert (codes(found.actor), codes(found.recipient)) == (["SWE"], ["KAZ"])


def test_a_head_of_state_gives_the_visit_its_rank():
    assert event("Польша Президенті Қазақстанға келді.").rank == "head_of_state"
    assert event("Польша Премьер-министрі Қазақстанға келді.").rank == "head_of_government"


# FORMAT.md, "How events are coded": otherwise all who took part are in `actor` and `recipient` is empty.


@pytest.mark.parametrize(
    ("text", "sides", "mode"),
    [
        ("2012 жылғы 7 ақпанда Нұрсұлтан Назарбаев Берлинде Ангела Меркельмен кездесті.", ["KAZ", "DEU"], None),
        ("Бразилия мен Аргентина арасындағы келіссөздер 2010 жылы аяқталды.", ["BRA", "ARG"], None),
        ("Қазақстан мен Моңғолия министрлері көлік мәселелерін талқылады.", ["KAZ", "MNG"], None),
        ("Қазақстан Президенті Австрия елшісін қабылдады.", ["KAZ", "AUT"], None),
        ("Қазақстан мен Жапония президенттері телефон арқылы сөйлесті.", ["KAZ", "JPN"], "phone"),
    ],
    ids=["met", "talks", "discussed", "received", "call"],
)
def test_all_who_met_stand_in_actor(text: str, sides: list[str], mode: str | None):
    found = event(text)
    assert (found.type, found.mode, codes(found.actor), found.recipient) == ("CONSULT", mode, sides, ())


def test_the_place_of_a_meeting_is_told():
    assert event("Чехия Президенті Қазақстан Президентімен Будапештте кездесті.").place == "Будапешт"


def test_a_summit_of_an_organisation_is_multilateral():
    found = event("Шанхай ынтымақтастық ұйымының саммиті 2017 жылы Астанада өтті.")
    assert (found.type, found.mode, codes(found.actor), str(found.date)) == ("CONSULT", "multilateral", ["SCO"], "2017")


def test_credentials_handed_over_are_a_consultation():
    # FORMAT.md, "Finer rules": an ambassador handing over credentials is CONSULT.
    found = event("Канада елшісі Қазақстан Президентіне сенім грамотасын тапсырды.")
    assert (found.type, set(codes(found.actors))) == ("CONSULT", {"CAN", "KAZ"})


# FORMAT.md, "How events are coded": a signing, recognition, opening of relations, spoken approval are SUPPORT.


@pytest.mark.parametrize(
    ("text", "act", "actor", "recipient"),
    [
        ("1993 жылы Үндістан Қазақстанның тәуелсіздігін мойындады.", "recognise", ["IND"], ["KAZ"]),
        ("Пәкістан Әзірбайжанның тәуелсіздігін таныды.", "recognise", ["PAK"], ["AZE"]),
        ("Бельгия мен Қазақстан дипломатиялық қатынастар орнатты.", "establish_relations", ["BEL", "KAZ"], []),
        ("1995 жылы Қазақстан мен Иран достық туралы шартқа қол қойды.", "sign", ["KAZ", "IRN"], []),
        ("Қырғызстан Дүниежүзілік сауда ұйымына мүше болды.", "accede", ["KGZ"], ["WTO"]),
        ("Словения Қазақстанның бастамасын қолдады.", "support_policy", ["SVN"], ["KAZ"]),
        ("Мысыр Қазақстанның рөлін жоғары бағалады.", "praise", ["EGY"], ["KAZ"]),
        ("Қытай төрағасы Пәкістан Президентін құттықтады.", "congratulate", ["CHN"], ["PAK"]),
        ("Молдова министрі Қазақстанға алғыс айтты.", "thank", ["MDA"], ["KAZ"]),
    ],
    ids=["recognised", "knew", "relations", "signed", "joined", "supported", "praised", "congratulated", "thanked"],
)
def test_recognition_signing_and_approval_are_support(text: str, act: str, actor: list[str], recipient: list[str]):
    found = event(text)
    assert (found.type, found.act, codes(found.actor), codes(found.recipient)) == ("SUPPORT", act, actor, recipient)


# FORMAT.md, "How events are coded": any cooperative act still to come is AGREE, `future` where told as still to come.


@pytest.mark.parametrize(
    "text",
    [
        "Келесі айда Швейцария Президенті Қазақстанға келеді.",
        "Қазақстан мен Норвегия сауда келісіміне қол қояды.",
        "Қазақстан мен Грузия министрлері кездеседі.",
        "Қазақстан мен Қытай ортақ сауданы арттырмақ.",
        "Италия Қазақстанға қаржы бөлмек.",
    ],
    ids=["visit", "signing", "meeting", "trade", "help"],
)
def test_what_is_still_to_come_is_an_agreement_told_as_future(text: str):
    found = event(text)
    assert (found.type, found.mode, found.auxiliary) == ("AGREE", None, ("future",))


@pytest.mark.parametrize(
    ("text", "act", "actor", "recipient"),
    [
        ("Қазақстан мен Өзбекстан шекара туралы келісті.", "agree", ["KAZ", "UZB"], []),
        ("Түркия мен Грузия 2014 жылы шекара туралы уағдаласты.", "agree", ["TUR", "GEO"], []),
        ("Сербия Қазақстан министрін халықаралық форумға шақырды.", "invite", ["SRB"], ["KAZ"]),
        ("Жапония Тәжікстанға көмек уәде етті.", "promise", ["JPN"], ["TJK"]),
    ],
    ids=["agreed", "settled", "invited", "promised"],
)
def test_agreeing_inviting_and_promising_are_agreements(text: str, act: str, actor: list[str], recipient: list[str]):
    found = event(text)
    assert (found.type, found.act, codes(found.actor), codes(found.recipient)) == ("AGREE", act, actor, recipient)


# FORMAT.md, "How events are coded": COOPERATE for mutual material exchange; AID, giver in `actor`.


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Хорватия Қазақстаннан мұнай сатып алды.", "export"),
        ("Қазақстан Хорватияға астық сатты.", "export"),
        ("Хорватия мен Қазақстанның оқу-жаттығуы өтті.", "exercise"),
        ("Хорватияда Қазақстан жылы жарияланды.", "culture_year"),
        ("Хорватия Қазақстанға инвестиция салды.", "invest"),
    ],
    ids=["bought", "sold", "exercised", "year", "invested"],
)
def test_exchange_of_both_sides_is_cooperation(text: str, act: str):
    found = event(text)
    assert found.type == "COOPERATE"
    assert set(codes(found.actors)) == {"HRV", "KAZ"}


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("Канада Молдоваға 20 миллион доллар бөлді.", "CAN", "MDA"),
        ("Дания Шри-Ланкаға гуманитарлық көмек жіберді.", "DNK", "LKA"),
        ("Жапония 1995 жылы Қазақстан дәрігерлеріне грант бөлді.", "JPN", "KAZ"),
        ("Норвегия Эстонияның бригадасын жабдықтады.", "NOR", "EST"),
        ("Германия әскери академиясында Моңғолияның мамандары дайындалды.", "DEU", "MNG"),
    ],
    ids=["money", "goods", "grant", "equipment", "training"],
)
def test_help_to_one_side_is_aid_with_its_giver_in_actor(text: str, giver: str, taker: str):
    found = event(text)
    assert (found.type, codes(found.actor), codes(found.recipient)) == ("AID", [giver], [taker])


def test_help_of_unnamed_neighbours_has_no_actor_with_a_code():
    found = event("Көрші елдер Қазақстанға көмек көрсетті.")
    assert (found.type, found.actor, codes(found.recipient)) == ("AID", (), ["KAZ"])


# FORMAT.md, "How events are coded": REQUEST, ACCUSE, REJECT ... as in the manual; "Finer rules": SANCTION.


@pytest.mark.parametrize(
    ("text", "type", "mode", "actor", "recipient"),
    [
        ("Индонезия Малайзияға ұсыныс жасады.", "REQUEST", None, "IDN", "MYS"),
        ("Албания Италиядан көмек сұрады.", "REQUEST", None, "ALB", "ITA"),
        ("Алжир Марокконы айыптады.", "ACCUSE", "allege", "DZA", "MAR"),
        ("Швеция Мьянманың саясатын сынады.", "ACCUSE", "disapprove", "SWE", "MMR"),
        ("Сирия Түркияның ұсынысынан бас тартты.", "REJECT", None, "SYR", "TUR"),
        ("Пәкістан Үндістанның жоспарына қарсы шықты.", "REJECT", None, "PAK", "IND"),
        ("Эфиопия Сомалиді соғыспен қорқытты.", "THREATEN", None, "ETH", "SOM"),
        ("Боливия Чилиге наразылық білдірді.", "ACCUSE", None, "BOL", "CHL"),
        ("Эстония Латвияға қарсы санкция салды.", "SANCTION", "discontinue", "EST", "LVA"),
        ("Чехия Словакиямен шекарасын жапты.", "SANCTION", "discontinue", "CZE", "SVK"),
        ("Иордания Катармен дипломатиялық қатынасты үзді.", "SANCTION", "withdraw", "JOR", "QAT"),
        ("Вьетнам Камбоджаға әскер енгізді.", "MOBILIZE", "troops", "VNM", "KHM"),
        ("Ирак Кувейтті басып алды.", "COERCE", "seize", "IRQ", "KWT"),
        ("Ирак Кувейтке басып кірді.", "ASSAULT", None, "IRQ", "KWT"),
        ("Израиль Ливанды бомбалады.", "ASSAULT", "aerial", "ISR", "LBN"),
        ("Грекия Түркиядан кешірім сұрады.", "CONCEDE", None, "GRC", "TUR"),
        ("Франция Малиден әскерін шығарды.", "RETREAT", None, "FRA", "MLI"),
    ],
)
def test_conflict_has_its_type_and_direction(text: str, type: str, mode: str | None, actor: str, recipient: str):
    found = event(text)
    assert (found.type, codes(found.actor), codes(found.recipient)) == (type, [actor], [recipient])
    assert mode is None or found.mode == mode


def test_a_clash_of_two_has_both_in_actor():
    found = event("Эфиопия мен Эритрея арасында қарулы қақтығыс болды.")
    assert (found.type, codes(found.actor), found.recipient) == ("ASSAULT", ["ETH", "ERI"], ())


def test_an_act_of_a_past_era_is_historical():
    found = event("1885 жылы Ұлыбритания Бирманы басып алды.")
    assert (str(found.date), found.auxiliary) == ("1885", ("historical",))


def test_an_act_told_of_two_years_after_independence_is_not_historical():
    assert event("1993 жылы Үндістан Қазақстанның тәуелсіздігін мойындады.").auxiliary == ()


# FORMAT.md, "How events are coded": states of affairs, wishes, evaluations and domestic acts are not events.


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан Президенті Қостанай облысына барды.",
        "Премьер-министр Семей қаласында жұмыс сапарымен болды.",
        "Жұмысшы зауытпен еңбек шартын жасасты.",
        "Ол бұл ұсынысқа келісім берді.",
        "Ата-ана баласының сапарына келісім берді.",
        "Үкімет отырысында министр баяндама жасады.",
        "Қазақстан мен Болгария қатынастары жақсы дамып келеді деп үміттенеміз.",
        "Біз Қазақстан мен Болгария достығының жалғасуын тілейміз.",
        "Қазақстан Бельгиямен келісімге қол қоймады.",
        "Қазақстан Бельгиямен кездескен жоқ.",
        "Егер Бельгия көмек көрсетсе, Қазақстан тез дамиды.",
        "Министр облыс әкімімен кездесті.",
        "Екі команда арасындағы кездесу тең аяқталды.",
        "Сирияға жауын аз жауды.",
        "Кездесулер хронологиясы кітапта берілген.",
        "Қазақстан мен Польша кездесулерінің тізімі кітапта берілген.",
    ],
)
def test_what_is_domestic_wished_or_not_done_is_no_event(text: str):
    assert events(text) == []


def test_an_act_without_a_second_state_in_view_is_no_event():
    assert events("Қазақстан көмек көрсетті.") == []


def test_what_a_state_does_to_itself_is_no_event():
    assert events("Қазақстан Қазақстанға көмек көрсетті.") == []


def test_the_trigger_and_the_roles_are_told_under_why():
    why = event("Канада Молдоваға 20 миллион доллар бөлді.").why
    assert why is not None
    assert why.words[-1] == "бөлді"
    assert why.roles == {"actor": "Канада", "recipient": "Молдоваға"}


def test_two_sides_by_name_are_surer_than_one_that_is_implied():
    named = event("Литва Президенті Қазақстан Президентімен кездесті.").confidence
    implied = event("Литва Президенті Президентпен кездесті.").confidence
    assert named is not None
    assert implied is not None
    assert named > implied


def test_both_sides_of_the_relation_stand_for_the_two_countries():
    text = "Қазақстан мен Малайзия көршілес емес. Малайзия Қазақстаннан алыс жатыр. Екі ел 2003 жылы кездесті."
    found = event(text)
    assert (codes(found.actor), str(found.date)) == (["KAZ", "MYS"], "2003")


def test_a_dated_mutual_act_without_sides_is_that_of_the_relation():
    text = "Қазақстан мен Малайзия көршілес емес. Малайзия Қазақстаннан алыс жатыр. 2004 жылы жаңа жоба талқыланды."
    assert all(codes(found.actor) == ["KAZ", "MYS"] for found in events(text))


def test_each_thing_done_under_a_programme_is_one_event_from_who_pays():
    text = (
        "Норвегия ашқан «Көпір» (NBR) бағдарламасы Қазақстанға арналды. "
        "«Көпір» бағдарламасы аясында мұғалімдерді оқыту, емхана салу және кітап басу жүзеге асырылды."
    )
    found = events(text)
    assert len(found) == 2
    assert {(one.type, *codes(one.actor), *codes(one.recipient)) for one in found} == {("AID", "NOR", "KAZ")}


def test_evidence_that_would_be_too_long_keeps_to_the_words_of_the_clause():
    long = "өте " * 170
    (found,) = events(f"Канада {long} кедей Молдоваға 20 миллион доллар бөлді.")
    assert len(found.evidence[0].quote) <= 760


# FORMAT.md, "Finer rules": help with money, goods, training is AID; to come: AGREE.


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Мексика Кубаға көмек көрсетуге уәде берді.", ["MEX"], ["CUB"]),
        ("Қазақстан мен Өзбекстан сауданы арттыруға келісті.", ["KAZ", "UZB"], []),
    ],
    ids=["promised", "agreed"],
)
def test_what_is_promised_is_one_agreement(text: str, actor: list[str], recipient: list[str]):
    found = event(text)
    assert (found.type, codes(found.actor), codes(found.recipient)) == ("AGREE", actor, recipient)


def test_what_is_put_to_another_is_a_request_of_who_puts_it():
    # FORMAT.md, "Finer rules": a proposal or initiative put to somebody is REQUEST.
    found = event("Қазақстан жаңа одақ құруды Ресейге ұсынды.")
    assert (found.type, codes(found.actor), codes(found.recipient)) == ("REQUEST", ["KAZ"], ["RUS"])


def test_things_built_together_are_cooperation():
    found = event("Қазақстан мен Хорватия құбырды бірлесіп салды.")
    assert (found.type, set(codes(found.actors))) == ("COOPERATE", {"KAZ", "HRV"})


def test_an_act_of_several_years_is_one_event_a_year():
    # FORMAT.md, "How events are coded": several years told together are one fact a year.
    found = events("Қазақстан мен Эстония 2011 және 2014 жылдары кездесті.")
    assert [(str(one.date), codes(one.actor)) for one in sorted(found, key=lambda one: str(one.date))] == [
        ("2011", ["KAZ", "EST"]),
        ("2014", ["KAZ", "EST"]),
    ]
