"""People's own tables become facts: each row by the columns, whatever is wrong in the others."""

import datetime
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qatynas
from qatynas.export.csv import table
from qatynas.facts.actor import Actor
from qatynas.facts.evidence import Evidence
from qatynas.facts.kinds import Event, Fact, Figure, Instrument, Money, Office, Period, Programme, Project, Statement
from strategies import EDTF_DATES
from workbooks import book, opened, read, xlsx

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.txt"))
KAZAKH = """\
Қазақстан мен Ресей қатынастарының хронологиясы;;;;
№;Күні;Оқиға;Тараптар;Дереккөз
1;1992 ж. 25 мамыр;Мәскеуде Қазақстан мен Ресей Достық және өзара көмек туралы шартқа қол қойды.;ҚР, РФ;«ЕҚ»
2;31.02.1999;Н. Назарбаев Ресейге ресми сапармен барды;ҚР; РФ
3;1998 ж.;Келіссөздер;Қазақстан мен Ресей;
;;;;
Барлығы;3;;;
"""
RUSSIAN = """\
Дата подписания,Название документа,Стороны,Место подписания,Статус,Вступил в силу
25.05.1992,"Договор о дружбе, сотрудничестве и взаимной помощи","Казахстан, Россия",Москва,в силе,11.10.1992
03/04/1994,Протокол о границе,РК; КНР,Пекин,странно,
"""
ENGLISH = """\
Date,Actor,Target,Action,Place
1992-05-25,Kazakhstan,Russia,official visit,Moscow
14 May 1994,USA; UK,Kazakhstan,unknown thing,London
2 June 1995,Kazakhstan,Atlantis,meeting,
"""


def codes(*actors):
    return [actor.code for actor in actors]


def one(reading):
    (fact,) = reading.facts
    return fact


def test_a_kazakh_chronology_is_read_by_the_reader_where_a_row_tells_in_words_what_happened():
    reading = read(KAZAKH)
    treaty, signing, visit, talks = reading.facts
    assert isinstance(treaty, Instrument)
    assert (str(treaty.date), treaty.type, treaty.status) == ("1992-05-25", "treaty", "signed")
    assert (str(signing.date), signing.act, codes(*signing.actors)) == ("1992-05-25", "sign", ["KAZ", "RUS"])
    assert signing.evidence[0].quote == "Қазақстан мен Ресей Достық және өзара көмек туралы шартқа қол қойды"
    assert (visit.date, visit.act, codes(*visit.recipient)) == (None, "visit", ["RUS"])
    assert (str(talks.date), talks.act, codes(*talks.actor)) == ("1998", "negotiate", ["KAZ", "RUS"])
    assert (reading.state, reading.reason) == ("partly", "one cell or row was left out of the facts")
    assert reading.warnings[1:] == ("B4: «31.02.1999» is no date: left out",)
    assert reading.warnings[0].startswith("the columns were guessed: A «№» = number, B «Күні» = date, C «Оқиға» = ")


def test_a_russian_list_of_treaties_gives_instruments_and_what_was_done_to_them():
    reading = read(RUSSIAN)
    entry, signing, treaty, second, protocol = reading.facts
    assert isinstance(treaty, Instrument)
    assert treaty.title == "Договор о дружбе, сотрудничестве и взаимной помощи"
    assert (str(treaty.date), treaty.type, treaty.status, treaty.form) == (
        "1992-05-25",
        "treaty",
        "in_force",
        "bilateral",
    )
    assert codes(*treaty.parties) == ["KAZ", "RUS"]
    assert (signing.type, signing.act, str(signing.date), signing.place) == ("SUPPORT", "sign", "1992-05-25", "Москва")
    assert (entry.act, str(entry.date)) == ("enter_into_force", "1992-10-11")
    assert isinstance(protocol, Instrument)
    assert (str(protocol.date), protocol.status) == ("[1994-03-04,1994-04-03]", None)
    assert second.date == protocol.date
    assert reading.warnings[1:] == (
        "A3: «03/04/1994» may be day or month first: kept as [1994-03-04,1994-04-03] (a mapping may say `days`)",
        "E3: «странно» is no status that is known: left out",
    )


def test_an_english_chronology_tells_who_did_what_to_whom():
    reading = read(ENGLISH)
    visit, meeting = reading.facts
    assert (visit.type, visit.mode, visit.act, visit.level, visit.place) == (
        "CONSULT", "visit", "visit", "official", "Moscow",
    )  # fmt: skip
    assert (codes(*visit.actor), codes(*visit.recipient)) == (["KAZ"], ["RUS"])
    assert (codes(*meeting.actor), meeting.recipient) == (["KAZ", None], ())  # of a meeting all stand in actor
    assert "D3: «unknown thing» is no act that is known: left out" in reading.warnings


def test_a_workbook_is_read_sheet_by_sheet():
    made = book(
        ("Қатынастар",), (), ("Күні", "Оқиға түрі", "Тараптар"), (datetime.date(1992, 5, 25), "кездесу", "ҚР; РФ")
    )
    made.active.append(("31.02.1999", "келіссөздер", "=Ресей"))
    made.active["C5"].data_type = "s"
    hidden = made.create_sheet("Шарттар")
    hidden.append(("Атауы", "Қол қойылған күні", "Тараптар"))
    hidden.append(("Мәңгілік достық туралы декларация", datetime.date(1998, 7, 6), "Қазақстан; Ресей"))
    hidden.sheet_state = "hidden"
    made.create_sheet("Notes")["C5"] = "just a note"
    reading = read(xlsx(made), "x.xlsx")
    meeting, talks, signing, declaration = reading.facts
    assert meeting.evidence[0].section == talks.evidence[0].section == "Sheet1"
    assert meeting.evidence[0].quote == "1992-05-25\tкездесу\tҚР; РФ"
    assert codes(*talks.actor) == [None]  # a cell that looks like a formula is a name
    assert talks.actor[0].name == "=Ресей"
    assert signing.evidence[0].section == declaration.evidence[0].section == "Шарттар"
    assert (declaration.type, str(declaration.date)) == ("declaration", "1998-07-06")
    assert "Sheet1!A5: «31.02.1999» is no date: left out" in reading.warnings
    assert "Notes: no table of facts was recognised: kept as text (give a mapping)" in reading.warnings


def test_years_over_the_rows_and_rows_that_are_none_are_heeded():
    text = """\
ХРОНОЛОГИЯ ОТНОШЕНИЙ,,
Дата,Событие,Участники
1992 год,,
25 мая,"Подписан Договор о дружбе, сотрудничестве и взаимной помощи","РК, РФ"
16 декабря,Официальный визит Премьер-министра,"Казахстан, Россия"
1993 год,,
3 марта,Переговоры,Казахстан – Россия
Дата,Событие,Участники
,,
Итого,3,
"""
    reading = read(text)
    assert [(fact.act, str(fact.date)) for fact in reading.facts] == [
        ("sign", "1992-05-25"), ("visit", "1992-12-16"), ("negotiate", "1993-03-03"),
    ]  # fmt: skip
    assert reading.state == "read"


def test_year_month_and_day_may_stand_apart_and_a_side_be_told_for_all_rows():
    text = (
        "Год;Месяц;День;Событие;Страна\n"
        "1992;5;25;Встреча;Россия\n"
        "1992;май;;Визит;Китай\n"
        "1993;;;Визит;Турция\n"
        "1993;13;;Визит;Иран\n"
    )
    columns = "Год: year, Месяц: month, День: day, Событие: description, Страна: parties"
    reading = read(text, mapping=f"tables:\n- side: KAZ\n  columns: {{{columns}}}\n")
    assert [(str(fact.date), codes(*fact.actor)) for fact in reading.facts] == [
        ("1992-05-25", ["KAZ", "RUS"]), ("1992-05", ["KAZ", "CHN"]), ("1993", ["KAZ", "TUR"]), ("1993", ["KAZ", "IRN"]),
    ]  # fmt: skip
    assert reading.warnings == ("columns as x.mapping.yaml tells", "B5: «13» is no month that is known: left out")
    assert {fact.confidence for fact in reading.facts} == {1.0}


def test_people_who_hold_offices():
    reading = read(
        "ФИО;Должность;Страна;Начало;Конец\n"
        "В. Путин;Президент;РФ;07.05.2000;07.05.2008\n"
        ";Посол;США;2001;\n"
        "И. И.;Посол;США;2005;2001\n"
    )
    first, second = reading.facts
    assert isinstance(first, Office)
    assert (first.person, first.title, codes(*first.holder_of), str(first.date)) == (
        "В. Путин", "Президент", ["RUS"], "2000-05-07/2008-05-07",
    )  # fmt: skip
    assert str(second.date) == "2005"
    assert reading.warnings[1:] == (
        "row 3: no person stands in it: left out",
        "E4: «2001» is before the beginning: left out",
    )


def test_programmes_with_their_money():
    text = (
        "Бағдарлама;Донор;Алушы;Сомасы, млн доллар;Адам саны\n"
        "IMET;АҚШ;Қазақстан;1,5;120\n"
        "FMF;АҚШ;Қазақстан;көп;\n"
        "TEP;АҚШ;Қазақстан;1.500;\n"
    )
    reading = read(text)
    first, second, third = reading.facts
    assert isinstance(first, Programme)
    assert (first.name, codes(*first.parties), first.money, first.people) == (
        "IMET",
        ["USA", "KAZ"],
        Money(1.5e6, "USD"),
        120,
    )
    assert (second.money, third.money) == (None, None)
    assert reading.warnings[1:] == (
        "D3: «көп» is no number: left out", "D4: «1.500» may be a fraction or a thousand: left out",
    )  # fmt: skip


def test_a_sum_without_a_currency_is_kept_and_told():
    reading = read("Бағдарлама;Сомасы\nIMET;5 млн\nFMF;5 млн нәрсе\n")
    assert [fact.money for fact in reading.facts] == [Money(5e6, None), None]
    assert reading.warnings[1:] == (
        "B2: «5 млн» has no currency", "B3: «5 млн нәрсе» has words that are not known («нәрсе»): left out",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "Көрсеткіш;Мәні;Өлшем бірлігі;Елдер\nШекара ұзындығы;7591;км;ҚР, РФ\n",
            Figure,
            {"value": 7591.0, "unit": "км", "of": "Шекара ұзындығы"},
        ),
        (
            "Speaker\tQuotation\tDate\nN. Nazarbayev\tWe are friends\t1994\n",
            Statement,
            {"text": "We are friends", "form": "direct"},
        ),
        (
            "Кезең атауы;Басталуы;Аяқталуы;Тараптар\nБірінші кезең;1991;1995;ҚР, АҚШ\n",
            Period,
            {"label": "Бірінші кезең"},
        ),
        (
            "Название проекта;Тип;Страны\nКаспийский;газопровод;РК, РФ\n",
            Project,
            {"name": "Каспийский", "type": "pipeline"},
        ),
        (
            "Date|Event type|Source actor|Target actor\n2001-09-12|SUPPORT|Kazakhstan|USA\n",
            Event,
            {"type": "SUPPORT", "act": None},
        ),
        (
            "Вид записи;Дата;Название;Стороны\nдокумент;1992;О дружбе;РФ\n",
            Instrument,
            {"title": "О дружбе", "type": "other"},
        ),
    ],
)
def test_every_kind_has_its_columns(text: str, kind: type[Fact], told):
    fact = one(read(text, "x.tsv" if "\t" in text else "x.csv"))
    assert isinstance(fact, kind)
    assert {name: getattr(fact, name) for name in told} == told


def test_a_type_of_its_own_goes_before_what_most_rows_are():
    text = (
        "Дата;Тип;Название;Стороны;Статус\n"
        "1992;договор;О дружбе;Казахстан, Россия;не действует\n"
        "1993;визит;;РК, РФ;\n"
        "1995;соглашение;О зоне;;подписано\n"
    )
    treaty, visit, agreement = read(text).facts
    assert (treaty.status, visit.act, agreement.status) == ("ended", "visit", "signed")


def test_a_title_with_the_act_that_was_done_to_it_gives_both():
    instrument, signing = sorted(
        read("Дата;Действие;Название;Стороны\n1992;подписание;Договор о дружбе;РК, РФ\n").facts,
        key=lambda f: f.kind == "event",
    )
    assert (instrument.kind, instrument.status, signing.act) == ("instrument", "signed", "sign")


def test_an_office_that_is_named_in_passing_has_not_the_date_of_its_row():
    facts = read(
        "Күні;Оқиға;Ел\n05.01.1993;Қазақстан Президенті Н. Назарбаев Қытайға ресми сапармен барды.;Қытай\n"
    ).facts
    assert [(fact.kind, str(fact.date)) for fact in facts] == [("office", "None"), ("event", "1993-01-05")]


def test_the_words_of_a_row_that_tell_no_fact_are_kept_and_told():
    reading = read("Күні;Оқиға;Ел\n1993;Ауа райы жақсы болды;Қытай\n1994;;Қытай\n")
    assert reading.facts == ()
    assert reading.warnings[1] == "row 2: no fact was found in the words: kept as text (1 in all)"
    assert "Ауа райы" in reading.document.original


def test_a_fact_tells_the_columns_that_it_was_read_from():
    fact = one(read("Date,Actor,Target,Action\n1992-05-25,Kazakhstan,Russia,visit\n"))
    assert fact.why is not None
    assert fact.why.rule == "row"
    assert [(step.field, step.words, step.by, step.gives) for step in fact.why.steps] == [
        ("date", "1992-05-25", "column A «Date»", "1992-05-25"),
        ("act", "visit", "column D «Action»", "visit"),
        ("actor", "Kazakhstan", "column B «Actor»", "KAZ"),
        ("recipient", "Russia", "column C «Target»", "RUS"),
    ]


def test_a_mapping_with_a_mistake_refuses_the_table_and_a_sheet_without_one_is_kept_as_text():
    reading = read(ENGLISH, mapping="tables:\n- columns: {A: dat}\n")
    assert reading.state == "refused"
    assert (reading.reason or "").startswith("mapping: x.mapping.yaml:2: “dat” is not known")
    other = read(ENGLISH, mapping="tables:\n- sheet: Other\n  columns: {A: date}\n")
    assert other.facts == ()
    assert other.warnings == ("the mapping x.mapping.yaml has no table for this sheet: kept as text",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "kz1048"])
def test_tables_come_in_the_encodings_that_programs_save(encoding):
    text = RUSSIAN if encoding == "cp1251" else KAZAKH
    assert len(read(text.encode(encoding)).facts) == len(read(text).facts) > 3


@pytest.mark.parametrize("name", ["x.csv", "x.tsv", "x.txt", "x.md"])
def test_a_table_is_known_by_its_name_and_its_content(name):
    assert (opened(KAZAKH, name).media_type in ("text/csv", "text/tab-separated-values")) == (
        name[-3:] in ("csv", "tsv")
    )
    assert opened("Бір ғана сөйлем.\n", name).media_type in ("text/plain", "text/markdown")


FIELDS = (
    *("type", "act", "mode", "title", "name", "text", "status", "value"),
    *("money", "people", "person", "marker", "place"),
)


def told(fact: Fact):
    actors = [(actor.name, actor.code) for actor in fact.actors]  # the table does not hold the sectors
    return (fact.kind, fact.date, actors, fact.auxiliary, fact.context, *(getattr(fact, name, None) for name in FIELDS))


WORDS = st.text(st.sampled_from("=+-@'\"аӘғb1.,;/ \t"), min_size=1, max_size=8).map(str.strip).filter(bool)
NAMED = st.lists(st.builds(Actor, WORDS, st.none() | st.sampled_from(["KAZ", "RUS", "soviet-union"])), max_size=3).map(
    tuple
)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.none() | EDTF_DATES, NAMED, st.none() | WORDS), min_size=1, max_size=4),
    st.sampled_from(",;\t"),
)
def test_whatever_was_exported_comes_back(rows, separator):
    evidence = (Evidence("d", 0, 1, "x"),)
    facts = [
        Instrument(evidence=evidence, type="treaty", date=date, parties=parties, title=title)
        for date, parties, title in rows
    ]
    reading = read("".join(table(facts, separator)))
    found = [(fact.date, [(actor.name, actor.code) for actor in fact.actors], fact.title) for fact in reading.facts]
    assert found == [(date, [(actor.name, actor.code) for actor in parties], title) for date, parties, title in rows]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_was_exported_comes_back(path):
    facts = qatynas.read_file(path, mentions=False).facts
    reading = read("".join(table(facts)))
    assert facts
    assert [told(fact) for fact in reading.facts] == [told(fact) for fact in facts]
    assert (reading.state, reading.warnings) == ("read", ())


def test_a_row_of_ours_that_was_spoilt_costs_only_itself():
    lines = list(table(qatynas.read_file(EXAMPLES[0], mentions=False).facts))
    spoilt = [lines[0], lines[1].replace('"event"', '"thing"').replace('"office"', '"thing"'), *lines[2:]]
    spoilt[3] = spoilt[3].replace('"CONSULT"', '"TALK"').replace('"SUPPORT"', '"TALK"').replace('"AGREE"', '"TALK"')
    reading = read("".join(spoilt))
    changed = sum(one != two for one, two in zip(lines, spoilt, strict=True))
    assert changed > 0
    assert len(reading.facts) == len(lines) - 1 - changed
    assert len([warning for warning in reading.warnings if warning.endswith("left out")]) == changed


def test_the_rows_of_a_large_table_take_time_in_proportion():
    def seconds(rows):
        text = "Күні;Әрекеті;Кім;Кімге\n" + "".join(
            f"{1 + n % 28:02}.05.{1992 + n % 30};ресми сапар;Қазақстан;Қытай\n" for n in range(rows)
        )
        started = time.process_time()
        assert len(read(text).facts) == rows
        return time.process_time() - started

    seconds(10)
    assert seconds(4_000) < 8 * seconds(1_000) + 0.5


def test_a_thousand_bad_cells_are_told_in_a_hundred_lines():
    reading = read("Дата;Действие;Страна\n" + "31.02.1999;визит;РФ\n" * 1_000)
    assert len(reading.facts) == 1_000
    assert len(reading.warnings) == 102
    assert reading.warnings[-1] == "and 900 more cells like these"
    assert reading.reason == "1000 cells or rows were left out of the facts"
