"""Every country name of CLDR in Kazakh, Russian and English, and the names that lie next to each other."""

import pytest
from babel import Locale

from declension import declined, found
from qatynas.ontology.polities import polities

FRAMES = ("Кеше {} туралы айтылды.", "{} туралы кеше айтылды.", "Қазір ол, яғни {}, көп нәрсе біледі.", "{}")
_WHERE = ("state", "place", "organisation", "adjective", "people", "person")


def countries(language: str) -> list[tuple[str, str]]:
    """Code and name of every ISO country in CLDR."""
    named = Locale(language).territories
    return [(code, named[p.alpha2]) for code, p in polities().items() if p.alpha2 is not None]


def codes(text: str) -> list[tuple[str, str | None, str]]:
    return [(name.kind, name.code, name.case) for name in found(text) if name.kind in _WHERE]


def test_cldr_names_every_country_of_iso() -> None:
    assert len(countries("kk")) == 250


@pytest.mark.parametrize("frame", FRAMES)
def test_every_kazakh_name_is_known_in_every_case_and_nothing_else_is_found(frame: str) -> None:
    lost = [
        (code, form, codes(frame.format(form)))
        for code, name in countries("kk")
        for case, form in declined(name)
        if codes(frame.format(form))[:1] != [("state", code, case)]
        or {told for _, told, _ in codes(frame.format(form))} != {code}
    ]
    assert lost == []


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_russian_and_english_name_is_known_as_it_stands(language: str, frame: str) -> None:
    lost = [
        (code, name, codes(frame.format(name)))
        for code, name in countries(language)
        if codes(frame.format(name)) != [("state", code, "Nom")]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Оңтүстік Корея мен Солтүстік Корея келісті.", ["KOR", "PRK"]),
        ("Оңтүстік Кореяға Солтүстік Кореядан хат келді.", ["KOR", "PRK"]),
        ("Конго Республикасы мен Конго Демократиялық Республикасы көрші.", ["COG", "COD"]),
        ("Нигерияның Нигермен шекарасы ұзақ.", ["NGA", "NER"]),
        ("Гвинеяға, Экваторлық Гвинеяға, Гвинея-Бисауға барды.", ["GIN", "GNQ", "GNB"]),
        ("Папуа — Жаңа Гвинея алыс.", ["PNG"]),
        ("Папуа-Жаңа Гвинеяның астанасы басқа.", ["PNG"]),
        ("Доминика мен Доминикан Республикасының өкілдері келді.", ["DMA", "DOM"]),
        ("Доминикаға да, Доминиканаға да барды.", ["DMA", "DOM"]),
        ("Грузиядан Ресейге жол бар.", ["GEO", "RUS"]),
        ("Судан мен Оңтүстік Судан келісті.", ["SDN", "SSD"]),
        ("Самоадан Америкалық Самоаға ұшты.", ["WSM", "ASM"]),
        ("Түркия, Туркия деп те, Türkiye, Turkey деп те жазады.", ["TUR", "TUR", "TUR", "TUR"]),
        ("Иорданиямен шекара ашылды.", ["JOR"]),
        ("Ирландия мен Солтүстік Ирландия туралы айтты.", ["IRL", "GBR"]),
        ("Македонияның атауы Солтүстік Македония болып өзгерді.", ["MKD", "MKD"]),
        ("Америкалық Виргин аралдарынан Британдық Виргин аралдарына кеме жүзді.", ["VIR", "VGB"]),
    ],
)
def test_names_that_lie_next_to_each_other_are_kept_apart(text: str, told: list[str]) -> None:
    assert [code for _, code, _ in codes(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Үнді мұхитында жаттығу өтті.", [("place", None)]),
        ("Иордан өзенінің суы азайды.", [("place", None)]),
        ("Чад көлінің деңгейі түсті.", [("place", None)]),
        ("Гвинея шығанағында қарақшылар бар.", [("place", None)]),
        ("Парсы шығанағы елдері келісті.", [("place", None)]),
        ("Жапон теңізінде дауыл тұрды.", [("place", None)]),
        ("Оман шығанағына кеме кірді.", [("place", None)]),
        ("Мексика шығанағында мұнай бар.", [("place", None)]),
        ("Бенгал шығанағы терең.", [("place", None)]),
        ("Норвег теңізінде балық көп.", [("place", None)]),
        ("Ирланд теңізі арқылы өтті.", [("place", None)]),
        ("Мозамбик бұғазы кең.", [("place", None)]),
        ("Корея түбегіндегі ахуал күрделі.", [("place", None)]),
        ("Қытай теңізінде емес, Оңтүстік Қытай теңізінде кездесті.", [("place", None), ("place", None)]),
    ],
)
def test_a_sea_a_lake_or_a_river_is_no_state(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(kind, code) for kind, code, _ in codes(text)] == told
