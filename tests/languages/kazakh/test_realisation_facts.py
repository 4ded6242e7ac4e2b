"""Every realisation of an event is read into that event by its own example, with the sides where they belong."""

from functools import lru_cache

import pytest

from qatynas.facts.kinds import Event
from qatynas.languages.kazakh.language import Kazakh
from qatynas.languages.language import Realisation
from qatynas.ontology.senses import Sense, senses
from qatynas.reading.reader import read_text

# Of a directed act with two states, the first that the example names acts and the second is acted on, but for these:
# the one who gets is the subject («Кения Қытайдан несие алды»), or the place stands before the owner («Катарда ...»).
RECIPIENT_FIRST = {
    "accredit": {"сенім грамота қабылда"},
    "close_mission": {"елшілік жабыл"},
    "fund": {"несие ал", "қарыз ал", "грант ал", "қаржы тарт"},
    "help": {"көмек ал"},
    "host": {"елшілік қабылда", "сапар қабылда", "делегация қабылда", "делегация қарсы ал"},
    "invest": {"инвестиция тарт", "инвестиция ал"},
    "invite": {"шақыру ал"},
    "open_branch": {"филиал ашыл"},
    "open_mission": {"консулдық ашыл", "өкілдік ашыл", "елшілік қайта ашыл"},
}
# Senses whose examples may name one side only: what a state does to itself or shows to the world.
ONE_SIDED = {"disarm", "mobilise_weapons", "sanction"}


@lru_cache(maxsize=1)
def kazakh() -> Kazakh:
    return Kazakh()


def sense(one: Realisation) -> Sense:
    return senses()[one.sense]


# Of an entry with sets one way to say it stands for all: they share the example.
ENTRIES = {(one.rule, one.example): one for one in kazakh().realisations()}.values()
EVENTS = [one for one in ENTRIES if sense(one).kind == "event" and sense(one).object != "programme"]
DIRECTED = [one for one in EVENTS if not sense(one).mutual]


def name(one: Realisation) -> str:
    return one.rule


def told(one: Realisation) -> list[Event]:
    """The events of the example that are of the sense's type, or of what is still to come of it."""
    wanted = {sense(one).type, "AGREE"}
    facts = read_text(one.example, language="kk").facts
    return [fact for fact in facts if isinstance(fact, Event) and fact.type in wanted]


def states(one: Realisation) -> list[str]:
    """The codes that the example names, each once, in order."""
    found = [name.code for part in kazakh().sentences(one.example) for name in kazakh().names(part) if name.code]
    return list(dict.fromkeys(found))


def of_rule(one: Realisation) -> list[Event]:
    return [event for event in told(one) if event.why and event.why.rule == one.rule]


def test_every_type_of_event_has_realisations():
    assert {sense(one).type for one in EVENTS} == {row.type for row in senses().values() if row.kind == "event"}


def test_there_are_several_ways_of_saying_most_senses():
    single = [id for id in {one.sense for one in EVENTS} if sum(one.sense == id for one in EVENTS) == 1]
    assert len(single) < len({one.sense for one in EVENTS}) / 4


@pytest.mark.parametrize("one", EVENTS, ids=name)
def test_the_example_is_read_as_an_event_of_its_type(one: Realisation):
    assert told(one) != []


@pytest.mark.parametrize("one", [one for one in DIRECTED if len(states(one)) == 2], ids=name)
def test_who_does_it_and_to_whom_stand_on_the_right_side(one: Realisation):
    named = states(one)
    if one.rule.split(":")[2] in RECIPIENT_FIRST.get(one.sense, ()):
        named = named[::-1]
    for event in of_rule(one):
        assert ([a.code for a in event.actor], [a.code for a in event.recipient]) == (named[:1], named[1:])


def test_what_names_one_state_only_is_of_a_sense_that_may():
    alone = {one.sense for one in DIRECTED if len(states(one)) < 2}
    assert alone <= ONE_SIDED


@pytest.mark.parametrize("id", sorted(RECIPIENT_FIRST))
def test_what_is_told_of_the_recipient_first_is_a_realisation(id: str):
    assert RECIPIENT_FIRST[id] <= {one.rule.split(":")[2] for one in EVENTS if one.sense == id}


# Sport, weather, crime, prices and what a state does at home, in the words that acts between states are told in.
QUIET = [
    "Қазақстан құрамасы Ресей құрамасын жеңді.",
    "Германия құрамасы Францияға соққы берді де, ойында жеңді.",
    "Ресейлік боксшы қазақстандық қарсыласына нокаутпен соққы берді.",
    "Түркия чемпионатында екі клуб кездесті.",
    "Украинада қатты жел соқты, ауа райы суытты.",
    "Қытайда жер сілкінісі болды.",
    "Ресейден Қазақстанға суық ауа массасы келді.",
    "АҚШ долларының бағамы көтерілді.",
    "Қытайда жаңа жылды қарсы алды.",
    "Германияда мигранттар саны артты.",
    "Жапонияда жаңа зауыт салынды.",
    "Қазақстанда жаңа мектеп ашылды.",
    "АҚШ-та тұрғындар сайлауда дауыс берді.",
    "Францияда мұғалімдер ереуілге шықты.",
    "Италияда полиция күдіктіні ұстады.",
    "Қытайлық кәсіпкер Алматыда мейрамхана ашты.",
    "Қазақстан мен Өзбекстан арасындағы тауар айналымы артты.",
    "Түркияда жұмыс істейтін қазақстандықтар саны өсті.",
    "Студент Лондонда білім алды.",
    "Ресейде несие пайызы көтерілді.",
    "Үндістан халқы ең көп ел болып қалды.",
    "Жапония экономикасы өсті.",
    "Ол Түркияға демалуға барды.",
    "Бразилия құрамасы финалға шықты.",
    "Испания чемпионы алтын медаль алды.",
    "Ұлыбританияда премьер-министр отставкаға кетті.",
    "Германия канцлері парламентте сөз сөйледі.",
    "Грузияда су тасқыны болды.",
    "АҚШ сенаты бюджетті мақұлдады.",
    "Ресей Орталық банкі мөлшерлемені көтерді.",
    "Қытай жаңа спутник ұшырды.",
    "Корея әртісі Алматыда концерт берді.",
    "Түркия мен Грекия арасында паром қатынайды.",
    "Мысырда ежелгі қабір табылды.",
    "Қырғызстанда сайлау өтті.",
    "Өзбекстанда баға өсті.",
    "Франция құрамасының бапкері отставкаға кетті.",
    "Қазақстан аумағында Ресей азаматтары тұрады.",
    "Жеңімпазға Германияға жолдама берілді.",
    "Украина астығы қымбаттады.",
    "Ол Америкада оқыды.",
    "Таиландтан оралған турист ауруханаға жатқызылды.",
    "Польшада көлік апаты болып, үш адам қаза тапты.",
    "Иран фильмі фестивальде жүлде алды.",
    "Байқоңырдан Ресейдің зымыраны ұшырылды.",
    "Канадалық ғалым Қазақстан туралы кітап жазды.",
    "Швейцария банктері пайызын төмендетті.",
    "Ресейлік теннисші Қазақстан атынан өнер көрсетті.",
    "Қытай тауарлары арзан.",
    "Ресей құрамасының бапкері ойыншыларын сынға алды.",
    "Түркия футболшысы Италия клубына ауысты.",
    "АҚШ-та орман өрті талай үйді талқандады.",
    "Америкалық актер Украинаны жақсы көретінін айтты.",
    "Иран дзюдошысы Жапония спортшысын ұтты.",
    "Ресейлік клуб Бразилиядан шабуылшы сатып алды.",
    "Германияда дәрігерлер ереуіл жариялады.",
    "Қытайда эпидемия басталып, қалаға кіруге тыйым салынды.",
    "Жапонияда тайфун үйлерді қиратты.",
    "Италияда туристер саны қысқарды.",
    "Түркияда жол апатынан бес адам қаза тапты.",
    "Қазақстандық боксшы Өзбекстан боксшысын нокаутқа түсірді.",
    "Польшада тұратын қандасымыз кітап шығарды.",
    "Ресейде зейнет жасы көтерілді.",
    "Францияда полиция шерушілерге су шашты.",
    "Үндістанда пойыз рельстен шығып кетті.",
    "Қытайда көмір шахтасында жарылыс болды.",
    "Қырғызстанда үкімет тарады.",
    "Германия үкіметі салықты көтерді.",
    "Бразилия парламенті президентке сенімсіздік білдірді.",
    "Ресейде доллар бағамы құлады.",
    "Италия клубы Испания клубын талқандады.",
    "Мексикада полиция есірткі тәркіледі.",
    "Өзбекстанда күріш егілді.",
    "Аустралиялық теннисші жартылай финалға шықты.",
    "Мысырда халық шеруге шықты.",
    "Түркия құрамасы Грекияға шабуыл жасап, гол соқты.",
    "Шахматшымыз Үндістан гроссмейстерімен кездесті.",
    "Испанияда күн ысып, өрт шықты.",
    "Қазақстандық студенттер Қытайда оқып жүр.",
    "Ресей әуежайында ұшақ рейстері тоқтатылды.",
    "Украиналық әнші Алматыға келді.",
    "Финляндияда мектептер жабылды.",
    "Жапон ғалымдары жаңа дәрі ойлап тапты.",
    "Кореяда жаңа көлік сатылымға шықты.",
    "АҚШ-та мектепте атыс болды.",
    "Ресейде ер адам көршісін өлтірді.",
]


@pytest.mark.parametrize("text", QUIET)
def test_sport_weather_and_what_is_at_home_is_no_event(text: str):
    assert [fact for fact in read_text(text, language="kk").facts if isinstance(fact, Event)] == []
