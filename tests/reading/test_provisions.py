"""Final clauses: periods, days of entry into force, and sentences that only seem to hold one."""

import pytest

from qatynas.facts.edtf import Edtf
from qatynas.facts.kinds import Instrument
from qatynas.facts.treaty import Provision
from qatynas.reading.reader import read_text

TEXT = """Қазақстан Республикасының Үкіметі мен Кипр Республикасының Үкіметі арасындағы білім туралы келісім

Қазақстан Республикасының Үкіметі мен Кипр Республикасының Үкіметі
төмендегілер туралы келісті:

1-бап
Тараптар студенттермен алмасады.

2-бап
{clause}

Никосия қаласында 2005 жылғы 3 мамырда екі данада қазақ және грек тілдерінде жасалды.

Қазақстан Республикасының Үкіметі үшін
Кипр Республикасының Үкіметі үшін
"""


def read(clause: str) -> Instrument:
    facts = read_text(TEXT.format(clause=clause), language="kk").facts
    (found,) = (fact for fact in facts if isinstance(fact, Instrument) and fact.text_here)
    return found


def period(provision: Provision | None) -> str | None:
    assert provision is not None
    return provision.period


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("бес жыл мерзімге жасалды", "P5Y"),
        ("5 (бес) жыл мерзімге жасалды", "P5Y"),
        ("он жыл бойы қолданылады", "P10Y"),
        ("бесжылдық мерзімге жасалды", "P5Y"),
        ("алты ай мерзімге жасалды", "P6M"),
        ("белгіленбеген мерзімге жасалды", "unlimited"),
        ("шектеусіз мерзімге жасалды", "unlimited"),
        ("мерзімсіз қолданылады", "unlimited"),
        ("жобалар аяқталғанға дейінгі мерзімге жасалды", None),
    ],
)
def test_the_duration_is_told_in_iso_8601(words: str, told: str | None):
    assert period(read(f"Осы Келісім {words}.").duration) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("кейіннен келесі үш жылдық кезеңдерге өздігінен ұзартылады", "P3Y"),
        ("алты ай бұрын қарсылық білдірілмесе, автоматты түрде ұзартылады", None),
        ("алты ай бұрын қарсылық білдірілмесе, тағы бір жылға ұзартылады", "P1Y"),
    ],
)
def test_how_long_it_goes_on_is_not_taken_from_the_time_of_notice(words: str, told: str | None):
    assert period(read(f"Осы Келісім {words}.").extension) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Тараптардың бірі үш ай бұрын жазбаша хабарлап, осы Келісімнің қолданылуын тоқтата алады.", "P3M"),
        ("Тарап хабарлама алған күннен бастап 60 күн өткен соң осы Келісімнің қолданылуы тоқтатылады.", "P60D"),
        ("Осы Келісімнің қолданылуы Тараптардың өзара келісуімен тоқтатылады.", None),
        ("Тараптардың бірі екінші Тарапқа бір жыл бұрын хабарлап, Келісімді бұза алады.", "P1Y"),
    ],
)
def test_the_time_of_notice_is_told_of_the_end(words: str, told: str | None):
    assert period(read(words).termination) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Осы Келісім қол қойылған күнінен бастап күшіне енеді.", "2005-05-03"),
        ("Осы Келісім 2006 жылғы 1 қаңтардан бастап күшіне енеді.", "2006-01-01"),
        ("Осы Келісім қол қойылған күнінен бастап отыз күн өткен соң күшіне енеді.", None),
        ("Осы Келісім қол қойылған күнінен бастап уақытша қолданылады және ратификациялаған соң күшіне енеді.", None),
        ("Осы Келісім соңғы хабарлама алынған күннен бастап күшіне енеді.", None),
    ],
)
def test_the_day_of_entry_into_force_is_told_only_where_the_words_fix_it(words: str, told: str | None):
    found = read(words).enters_into_force
    assert found is not None
    assert found == Provision(words, "2", Edtf.parse(told) if told else None)


def test_changes_to_the_text_that_enter_into_force_are_not_its_own_entry():
    found = read(
        "Осы Келісімге енгізілетін өзгерістер мен толықтырулар хаттамамен ресімделіп, сондай тәртіппен күшіне енеді."
    )
    assert found.enters_into_force is None


def test_the_first_of_several_sentences_counts():
    found = read("Осы Келісім қол қойылған күнінен бастап күшіне енеді.\nХаттамалар да осылай күшіне енеді.")
    assert found.enters_into_force is not None
    assert found.enters_into_force.text == "Осы Келісім қол қойылған күнінен бастап күшіне енеді."
