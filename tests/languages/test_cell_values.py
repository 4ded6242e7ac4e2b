from typing import get_args

import pytest

from qatynas.errors import DataFileError
from qatynas.facts import kinds
from qatynas.languages.cell_values import beginning, ending, listed, load, noun, value, values
from qatynas.ontology.acts import acts
from qatynas.ontology.row import parse
from qatynas.ontology.spheres import spheres

VALUES = """
status:Подписан=signed|status:действует=in_force|status:В силе=in_force|status:Утратил силу=ended
status:күшінде=in_force
status:қолданыста=in_force|status:қол қойылған=signed|status:In force=in_force|status:ratified=ratified
status:ратификацияланған=ratified|status:в разработке=in_preparation|status:күшін жойған=ended|status:принято=adopted
instrument:Договор=treaty|instrument:соглашение=agreement|instrument:Келісім=agreement|instrument:шарт=treaty
instrument:меморандум=memorandum|instrument:MoU=memorandum|instrument:хаттама=protocol|instrument:Protocol=protocol
instrument:декларация=declaration|instrument:план действий=plan|instrument:жол картасы=plan|instrument:жарғы=charter
instrument:совместное заявление=statement|instrument:бірлескен мәлімдеме=statement|instrument:communiqué=communique
act:визит=visit|act:Сапар=visit|act:official visit=visit|act:ресми сапар=visit|act:встреча=meet|act:кездесу=meet
act:meeting=meet|act:переговоры=negotiate|act:келіссөздер=negotiate|act:talks=negotiate|act:подписание=sign
act:signing=sign
act:қол қою=sign|act:саммит=summit|act:телефонный разговор=call|act:признание независимости=recognise|act:тану=recognise
act:құттықтау=congratulate|act:гуманитарная помощь=send_humanitarian_aid|act:гуманитарлық көмек=send_humanitarian_aid
act:учения=exercise|act:бірлескен жаттығу=exercise|act:нота протеста=protest_note|act:открытие посольства=open_mission
act:установление дипломатических отношений=establish_relations|act:дипломатиялық қатынас орнату=establish_relations
act:accession=accede|act:ratify=ratify|level:государственный визит=state|level:жұмыс сапары=working|kind:оқиға=event
kind:документ=instrument|currency:тенге=KZT|currency:$=USD|currency:еуро=EUR|sphere:энергетика=energy
sphere:көлік=transport
scale:млн=1000000|scale:мың=1000|month:мамыр=5|month:май=5|month:May=5|total:Итого=total|total:барлығы=total
nothing:н/д=nothing|nothing:белгісіз=nothing|nothing:-=nothing|project:газопровод=pipeline
milestone:тәуелсіздік=independence
claim:проблема=problem|bound:более=over
"""
CASES = [pair for line in VALUES.split("\n") for pair in line.split("|") if pair]


@pytest.mark.parametrize("case", CASES)
def test_a_word_of_a_cell_is_known(case):
    told, expected = case.split("=")
    field, word = told.split(":")
    assert value(word, field) == expected


def test_there_are_as_many_words_as_people_use():
    assert len(CASES) > 60


def test_what_is_not_listed_is_none():
    assert value("странно", "status") is None
    assert beginning("Странный визит", "act") is None


def test_the_noun_of_a_title_stands_first_in_russian_and_english_and_last_in_kazakh():
    assert noun("Протокол к Договору о дружбе, договор", "instrument") == "protocol"
    assert noun("Достық туралы шартқа қосымша хаттама", "instrument") == "protocol"
    assert noun("Treaty on the Agreement", "instrument") == "treaty"
    assert noun("О дружбе", "instrument") is None


def test_a_headline_begins_or_ends_with_its_act():
    assert beginning("Официальный визит Президента", "act") == "visit"
    assert ending("Н. Назарбаевтың Ресейге ресми сапары.", "act") == "visit"


def test_every_value_is_one_of_the_format():
    allowed = {
        "kind": set(kinds.KINDS),
        "instrument": set(get_args(kinds.InstrumentType)),
        "project": set(get_args(kinds.ProjectType)),
        "milestone": set(get_args(kinds.MilestoneType)),
        "claim": set(get_args(kinds.ClaimType)),
        "status": set(get_args(kinds.Status)),
        "act": set(acts()),
        "sphere": set(spheres()),
        "bound": set(get_args(kinds.Bound)),
        "month": {*map(str, range(1, 13)), *map(str, range(21, 25))},
    }
    assert {field: set(words.values()) - allowed[field] for field, words in listed().items() if field in allowed} == {
        field: set() for field in allowed
    }
    assert all(len(code) == 3 and code.isupper() for code in values("currency").values())


@pytest.mark.parametrize(
    ("table", "reason"),
    [("a\tb\tc\tkk\n", "no field is called “b”"), ("a\tact\tfly\tkk\n", "no act is called “fly”"),
     ("a\tstatus\tended\tkk\nА\tstatus\tended\tkk\nA\tstatus\tsigned\ten\n", "stands already, for ended")],
)  # fmt: skip
def test_a_mistake_in_the_table_is_named(table, reason):
    with pytest.raises(DataFileError, match=reason):
        load(parse(table.encode(), "cell_values.tsv", ("word", "field", "value", "language")))
