"""What is read of the text of an instrument: one fact with its fields, its signing, and silence of the rest."""

from pathlib import Path

import pytest

from qatynas.facts.kinds import Event, Fact, Instrument
from qatynas.facts.treaty import Provision
from qatynas.reading.reader import read_text

HERE = Path(__file__).parent / "treaties"


def facts(name: str) -> tuple[Fact, ...]:
    return read_text((HERE / name).read_text(encoding="utf-8"), language="kk").facts


def text(name: str) -> Instrument:
    (found,) = (fact for fact in facts(name) if isinstance(fact, Instrument) and fact.text_here)
    return found


def told(provision: Provision | None) -> tuple[str | None, str | None, str | None] | None:
    """Article, date and period of a provision."""
    return provision and (provision.article, str(provision.date) if provision.date else None, provision.period)


@pytest.mark.parametrize(
    ("name", "type", "title", "parties", "form"),
    [
        ("agreement", "agreement", "мұражай ісіндегі ынтымақтастық туралы келісім", ["KAZ", "OMN"], "bilateral"),
        ("bank", "agreement", "сумен жабдықтау жобаларын қаржыландыру туралы келісім", ["KAZ", "EDB"], "bilateral"),
        ("capitals", "agreement", "теңіз порттарын пайдалану туралы келісім", ["KAZ", "GEO"], "bilateral"),
        (
            "charter",
            "charter",
            "Дала халықтары тарихын зерттеу ұйымының жарғысы",
            ["AZE", "KAZ", "MNG", "TUR"],
            "multilateral",
        ),
        ("communique", "communique", "бірлескен коммюнике", ["KAZ", "LAO"], "joint"),
        (
            "convention",
            "treaty",
            "Өзен бекіресін қорғау туралы конвенция",
            ["AZE", "IRN", "KAZ", "TKM"],
            "multilateral",
        ),
        (
            "statement",
            "statement",
            "Қазақстан Республикасының Президенті А. Қасеновтің және Сербия Республикасының Президенті Д. Маричтің "
            "бірлескен мәлімдемесі",
            ["KAZ", "SRB"],
            "joint",
        ),
        (
            "wrapped",
            "agreement",
            "орман өрттерінің алдын алу саласындағы ынтымақтастық туралы келісім",
            ["KAZ", "FIN"],
            "bilateral",
        ),
        (
            "declaration",
            "declaration",
            "Қазақстан Республикасы мен Мажарстанның кеңейтілген әріптестік туралы декларация",
            ["KAZ", "HUN"],
            "joint",
        ),
        ("draft", "agreement", "әуе қатынасы туралы келісім", ["KAZ", "KEN"], "bilateral"),
        ("friendship", "treaty", "достық пен өзара сенім туралы шарт", ["KAZ", "SVN"], "bilateral"),
        (
            "memorandum",
            "memorandum",
            "өсімдік қорғау саласындағы өзара түсіністік туралы меморандум",
            ["KAZ", "CHL"],
            "bilateral",
        ),
        (
            "multilateral",
            "agreement",
            "Арал өңірінің экологиясын қорғау саласындағы ынтымақтастық туралы келісім",
            ["KAZ", "KGZ", "TJK", "UZB"],
            "multilateral",
        ),
        (
            "protocol",
            "protocol",
            "халықаралық автомобиль қатынасы туралы келісімге өзгерістер енгізу туралы хаттама",
            ["KAZ", "LVA"],
            "bilateral",
        ),
        ("resolution", "agreement", "туризм саласындағы ынтымақтастық туралы келісім", ["KAZ", "NPL"], "bilateral"),
    ],
)
def test_type_title_and_sides_are_those_of_the_heading_or_the_preamble(
    name: str, type: str, title: str, parties: list[str], form: str
):
    found = text(f"{name}.txt")
    assert (found.type, found.title, found.form) == (type, title, form)
    assert [actor.code for actor in found.parties] == parties


@pytest.mark.parametrize(
    ("name", "status", "date", "place", "languages"),
    [
        ("agreement", "signed", "2008-05-14", "Маскат", ("kk", "ar", "ru", "en")),
        ("bank", "signed", "2019-05-30", "Бурабай", ("ru",)),
        ("capitals", "signed", "2000-11-17", "Тбилиси", ("kk", "ka", "ru")),
        ("charter", "signed", "2012-05-03", "Баку", ("en",)),
        ("communique", "signed", "1995-09-19", "Вьентьян", ("kk", "lo")),
        ("convention", "signed", "2019-08-12", "Ақтау", ("az", "fa", "kk", "tk", "en")),
        ("statement", "signed", "2015-11-23", "Белград", ()),
        ("wrapped", "signed", "2018-10-16", "Хельсинки", ("kk", "fi", "en")),
        ("declaration", "signed", "2016-04-21", "Будапешт", ()),
        ("draft", "in_preparation", None, "Найроби", ("kk", "en")),
        ("friendship", "signed", "2011-08-25", "Астана", ("kk", "sl", "en")),
        ("memorandum", "signed", "2017-02-06", "Сантьяго", ("kk", "es", "en")),
        ("multilateral", "signed", "2003-07-18", "Нүкіс", ("ru",)),
        ("protocol", "signed", "2014-10-09", "Рига", ("kk", "lv", "ru")),
        ("resolution", "signed", "2009-03-02", "Катманду", ("kk", "ne", "en")),
    ],
)
def test_day_place_and_languages_are_those_of_the_closing_formula(
    name: str, status: str, date: str | None, place: str, languages: tuple[str, ...]
):
    found = text(f"{name}.txt")
    assert (found.status, found.date and str(found.date), found.place) == (status, date, place)
    assert found.languages == languages


# Article, date, period of entry into force, duration, extension, termination.
@pytest.mark.parametrize(
    ("name", "provisions"),
    [
        ("agreement", [("4", None, None), ("4", None, "P5Y"), ("4", None, "P5Y"), ("4", None, "P6M")]),
        ("bank", [("2", None, None), None, None, None]),
        ("capitals", [("2", "2001-01-01", None), ("2", None, "P3Y"), None, None]),
        ("charter", [("3", None, None), ("3", None, "unlimited"), None, None]),
        ("communique", [None, None, None, None]),
        ("convention", [("3", None, None), None, None, ("2", None, "P1Y")]),
        ("wrapped", [("2", "2018-10-16", None), ("2", None, "P4Y"), None, None]),
        ("declaration", [None, None, None, None]),
        ("draft", [("2", None, None), None, None, None]),
        ("friendship", [("3", None, None), ("3", None, "unlimited"), None, ("3", None, "P12M")]),
        ("memorandum", [("4", "2017-03-01", None), ("4", None, "P3Y"), None, ("4", None, "P90D")]),
        ("multilateral", [("3", None, None), ("4", None, "P10Y"), ("4", None, "P5Y"), ("4", None, "P6M")]),
        ("protocol", [("2", "2014-10-09", None), None, None, None]),
        ("resolution", [("2", None, None), ("2", None, "unlimited"), None, None]),
    ],
)
def test_the_final_clauses_are_read_with_the_article_that_holds_them(name: str, provisions: list[object]):
    found = text(f"{name}.txt")
    clauses = (found.enters_into_force, found.duration, found.extension, found.termination)
    assert [told(clause) for clause in clauses] == provisions


@pytest.mark.parametrize(
    ("name", "signatories"),
    [
        ("agreement", [("Е. Ертісов", None, "KAZ"), ("С. әл-Хинаи", None, "OMN")]),
        ("bank", [(None, None, "KAZ"), (None, None, "EDB")]),
        ("capitals", [("С. Бекенов", None, "KAZ"), ("Г. Лолуа", None, "GEO")]),
        ("communique", [(None, None, "KAZ"), (None, None, "LAO")]),
        ("statement", [("А. Қасенов", "президент", "KAZ"), ("Д. Марич", "президент", "SRB")]),
        ("declaration", [("А. Қасенов", "президент", "KAZ"), ("Г. Ковач", "премьер-министр", "HUN")]),
        (
            "friendship",
            [("Нұрлан Әбішев", "Сыртқы істер министрі", "KAZ"), ("Марко Зупан", "Сыртқы істер министрі", "SVN")],
        ),
        ("memorandum", [("Д. Сейілов", None, "KAZ"), ("П. Рохас", None, "CHL")]),
        ("multilateral", [(None, None, "KAZ"), (None, None, "KGZ"), (None, None, "TJK"), (None, None, "UZB")]),
        ("protocol", [("Б. Қуандықов", None, "KAZ"), ("А. Озолс", None, "LVA")]),
        ("resolution", [("К. Тайшыбеков", None, "KAZ"), ("Р. Шрестха", None, "NPL")]),
    ],
)
def test_who_signed_is_told_with_the_side_they_signed_for(name: str, signatories: list[object]):
    assert [(one.name, one.title, one.signs_for.code) for one in text(f"{name}.txt").signatories] == signatories


def test_the_words_of_a_clause_are_kept_as_they_stand():
    found = text("agreement.txt").enters_into_force
    assert found is not None
    assert found.text.startswith("Осы Келісім Тараптар мемлекетішілік рәсімдердің орындалғаны туралы")


def test_the_text_that_counts_where_the_texts_differ_is_told():
    assert text("agreement.txt").prevails == "en"
    assert text("friendship.txt").prevails is None


@pytest.mark.parametrize("path", sorted(HERE.glob("*.txt")), ids=lambda path: path.stem)
def test_the_evidence_begins_with_the_title_and_holds_every_clause_that_was_read(path: Path):
    whole = path.read_text(encoding="utf-8")
    found = text(path.name)
    quotes = [" ".join(piece.quote.split()) for piece in found.evidence]
    assert all(whole[piece.start : piece.end] == piece.quote for piece in found.evidence)
    assert whole[: found.evidence[0].start].strip() in ("", "Жоба") or path.stem == "resolution"
    first = found.signatories[0].name if found.signatories else None
    assert first is None or any(first in quote for quote in quotes)
    if found.date and path.stem != "capitals":
        assert any(str(found.date.earliest) and found.place and found.place in quote for quote in quotes)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("agreement", ["event", "instrument", "instrument"]),  # with the treaty of 1996 on which it rests
        ("charter", ["event", "instrument"]),
        ("communique", ["event", "instrument"]),
        ("convention", ["event", "instrument"]),
        ("statement", ["event", "instrument"]),
        ("wrapped", ["event", "instrument"]),
        ("declaration", ["event", "instrument"]),
        ("draft", ["instrument"]),
        ("friendship", ["event", "instrument"]),
        ("memorandum", ["event", "instrument"]),
        ("multilateral", ["event", "instrument"]),
    ],
)
def test_articles_and_the_texts_own_name_give_no_facts(name: str, kinds: list[str]):
    assert sorted(fact.kind for fact in facts(f"{name}.txt")) == kinds


def test_the_signing_is_one_event_at_the_closing_formula():
    (event,) = (fact for fact in facts("friendship.txt") if isinstance(fact, Event))
    assert (event.type, event.act, str(event.date), event.place) == ("SUPPORT", "sign", "2011-08-25", "Астана")
    assert [actor.code for actor in event.actor] == ["KAZ", "SVN"]
    assert event.evidence[0].quote.startswith("Астана қаласында 2011 жылғы «25» тамызда")


def test_an_instrument_on_which_the_text_rests_is_one_with_its_own_date():
    (other,) = (fact for fact in facts("agreement.txt") if isinstance(fact, Instrument) and not fact.text_here)
    assert (other.type, str(other.date), other.title) == ("treaty", "1996-01-03", "достық туралы шарт")


def test_what_is_told_of_the_instrument_elsewhere_in_the_document_is_no_second_fact_of_it():
    found = [fact for fact in facts("resolution.txt") if isinstance(fact, Instrument)]
    assert len(found) == 1
    signings = [
        fact for fact in facts("resolution.txt") if isinstance(fact, Event) and fact.act in ("sign", "conclude")
    ]
    assert len([event for event in signings if str(event.date) == "2009-03-02"]) == 1


def test_prose_beside_a_text_is_read_as_ever():
    prose = "Франция Президенті 2009 жылы 6 қазанда Қазақстанға ресми сапармен келді."
    whole = (HERE / "friendship.txt").read_text(encoding="utf-8")
    found = read_text(f"{whole}\n\n{prose}\n", language="kk").facts
    assert [fact.evidence[0].quote for fact in found if isinstance(fact, Event)][-1].startswith("Франция Президенті")


@pytest.mark.parametrize("lost", ["Астана қаласында", "3-бап."])
def test_a_text_whose_end_is_lost_is_not_taken_for_a_draft(lost: str):
    whole = (HERE / "friendship.txt").read_text(encoding="utf-8").split(lost)[0]
    (found,) = (fact for fact in read_text(whole, language="kk").facts if isinstance(fact, Instrument))
    assert (found.text_here, found.status, found.date) == (True, None, None)


def test_a_text_that_is_dated_but_not_signed_tells_no_status():
    whole = (HERE / "friendship.txt").read_text(encoding="utf-8").split("\n\nҚазақстан Республикасы үшін")[0]
    (found,) = (fact for fact in read_text(whole, language="kk").facts if isinstance(fact, Instrument))
    assert (found.status, found.reported_status, str(found.date)) == (None, None, "2011-08-25")


def test_the_steps_say_what_told_that_it_is_a_text():
    why = text("agreement.txt").why
    assert why is not None
    shown = {step.gives: step.words for step in why.steps if step.field == "text_here"}
    assert shown["articles"] == "1–4"
    assert shown["signatures"].startswith("Қазақстан Республикасының Оман Сұлтандығының")
