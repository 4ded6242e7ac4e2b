"""Glued words come apart and pairs get their hyphen back; compounds, names and other languages stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.documents.offsets import apply
from qatynas.languages.kazakh.glued import glued


def parted(text: str) -> str:
    return apply(text, glued(text))[0]


@pytest.mark.parametrize(
    ("together", "apart"),
    [
        ("Басқармасыныңобъектілеріндекүрделі жөндеу", "Басқармасының объектілерінде күрделі жөндеу"),
        ("Демократияландыружәнесаясиырықтандыру", "Демократияландыру және саяси ырықтандыру"),
        ("мемлекеттердіңқатынастары", "мемлекеттердің қатынастары"),
        ("келісімгежәне шартқа", "келісімге және шартқа"),
        ("экономикажәнесаясат", "экономика және саясат"),
        ("ынтымақтастықтуралы", "ынтымақтастық туралы"),
        ("хаттамағақол қойды", "хаттамаға қол қойды"),
        ("соғысҚазақстан мен Ресей", "соғыс Қазақстан мен Ресей"),
        ("Алматыдаөткен жиын", "Алматыда өткен жиын"),
    ],
)
def test_glued_words_come_apart(together: str, apart: str) -> None:
    assert parted(together) == apart
    assert parted(apart) == apart


@pytest.mark.parametrize(
    ("together", "pair"),
    [
        ("қарымқатынас", "қарым-қатынас"),
        ("қарымқатынастардың", "қарым-қатынастардың"),
        ("бірбіріне", "бір-біріне"),
        ("біртебірте", "бірте-бірте"),
        ("вицепремьері", "вице-премьері"),
        ("шайпай", "шай-пай"),
        ("саяси-мәдени байланыс, саясимәдени байланыс", "саяси-мәдени байланыс, саяси-мәдени байланыс"),
    ],
)
def test_a_pair_that_lost_its_hyphen_gets_it_back(together: str, pair: str) -> None:
    assert parted(together) == pair
    assert parted(pair) == pair


@pytest.mark.parametrize(
    "text",
    [
        "елбасы халықаралық көзқарас ведомствоаралық бейнебақылау машинажасау мұражай",
        "ҚазМұнайГаз, КазТрансОйл, ЕурАзЭҚ, АҚШ, СОҒЫСҚАЗАҚСТАН",
        "Қызылордада, Талдықорғанда, Сарыағаштан, Нұрсұлтан мен Нұр-Сұлтан",
        "#соғысҚазақстан, site.kz/келісімгежәне, @келісімгежәне, келісімгежәне.kz",
        "Демократического правительства, электровольты, внешнеполитического, взаимоотношениями",
        "алматыда қаламмен баламен үйде келдіде",
    ],
)
def test_compounds_names_addresses_and_russian_stay(text: str) -> None:
    assert parted(text) == text


def test_a_seam_behind_a_bare_word_counts_only_where_the_document_shows_glueing() -> None:
    assert parted("әлемдікпроблема") == "әлемдікпроблема"
    assert parted("әлемдікпроблема мен мемлекеттердіңқатынастары") == "әлемдік проблема мен мемлекеттердің қатынастары"


@given(
    st.lists(
        st.sampled_from(
            ["мемлекеттердің", "қатынастары", "келісімге", "және", "туралы", "шартқа", "қол", "Қазақстан", "саяси"]
        ),
        max_size=8,
    )
)
@settings(deadline=None)
def test_what_came_apart_stays_apart(pieces: list[str]) -> None:
    once = parted("".join(pieces))
    assert parted(once) == once
    assert once.replace(" ", "").replace("-", "") == "".join(pieces)
