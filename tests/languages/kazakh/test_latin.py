"""Kazakh in the Latin alphabets of 2021 and 2018 is recognised and read like its Cyrillic twin."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.documents.text import Text
from qatynas.languages.kazakh.latin import is_kazakh, latin
from qatynas.languages.kazakh.restoration import restore
from qatynas.languages.registry import detect
from qatynas.reading.reader import read_text
from qatynas.reading.reading import Reading

SCRIPTS = Path(__file__).parent / "scripts"
CYRILLIC = (SCRIPTS / "cyrillic.txt").read_text(encoding="utf-8")
LATIN = {name: (SCRIPTS / f"latin{name}.txt").read_text(encoding="utf-8") for name in ("2021", "2018")}
OTHERS = {
    "Turkish": "Türkiye ile Kazakistan arasındaki ilişkiler son yıllarda önemli ölçüde gelişti. İki ülkenin "
    "cumhurbaşkanları görüştü ve yeni bir anlaşma imzaladı.",
    "Azerbaijani": "Azərbaycan Prezidenti Qazaxıstana dövlət səfərinə gedib. Tərəflər əməkdaşlıq haqqında saziş "
    "imzaladılar. Görüşdə enerji məsələləri müzakirə olundu.",
    "Uzbek": "Oʻzbekiston Prezidenti Qozogʻistonga davlat tashrifi bilan keldi. Tomonlar hamkorlik toʻgʻrisida "
    "bitim imzoladilar.",
    "Uzbek, new": "Özbekiston Prezidenti Qozoğistonga davlat taşrifi bilan keldi. Tomonlar savdo hamkorligi "
    "töğrisida bitim imzoladilar.",
    "Karakalpak": "Qaraqalpaqstan Joqarǵı Keńesi baslıǵı Nókiste ushırasıw ótkerdi. Eki mámleket arasındaǵı "
    "qatnaslar haqqında sóz boldı. Xalıq ushın jańa mektepler qurıladı.",
    "Tatar": "Tatarstan prezidentı Qazanda oçraşu ütkärde. İke il arasında yaña kileşü imzalandı. Tatar tele häm "
    "mädäniäte turında süz bardı, şulay uq yañа mäktäp açıldı.",
    "Turkmen": "Türkmenistanyň Prezidenti Gazagystana döwlet sapary bilen geldi. Taraplar söwda barada ylalaşyga "
    "gol çekdiler.",
    "Kyrgyz": "Kırgızstan menen Kazakstan ortosunda jañı kelişimge kol koyuldu. Eki ölkönün prezidentteri jolugushtu.",
    "German": "Die Präsidenten der beiden Länder haben über die Zusammenarbeit gesprochen. Für die Wirtschaft wäre "
    "größere Öffnung schön.",
    "Hungarian": "A két ország elnöke új megállapodást írt alá. Az együttműködés kérdései között szerepelt a "
    "kereskedelem.",
    "Spanish": "El presidente visitó Kazajistán y firmó un acuerdo de cooperación económica con la región.",
    "English": "The naïve façade of São Tomé: the presidents of the two countries met and signed an agreement.",
}


def facts(reading: Reading) -> list[dict[str, Any]]:
    """Facts and mentions without their identity and their words in the original, which the steps of `why` quote too."""
    told = msgspec.to_builtins([*reading.facts, *reading.mentions], enc_hook=str)
    for fact in told:
        fact["why"].pop("steps")
    return [{key: value for key, value in fact.items() if key not in ("id", "evidence")} for fact in told]


@pytest.mark.parametrize("alphabet", LATIN)
def test_a_latin_text_is_restored_to_its_cyrillic_twin(alphabet: str) -> None:
    text = restore(Text(LATIN[alphabet]))
    assert text.restored == CYRILLIC
    assert restore(Text(text.restored)).map.replacements == ()


@pytest.mark.parametrize("alphabet", LATIN)
def test_a_latin_text_gives_the_facts_of_its_cyrillic_twin(alphabet: str) -> None:
    reading, twin = read_text(LATIN[alphabet]), read_text(CYRILLIC)
    assert reading.language == "kk"
    assert len(twin.facts) >= 10
    assert facts(reading) == facts(twin)
    quotes = [(piece.start, piece.end, piece.quote) for fact in reading.facts for piece in fact.evidence]
    assert all(LATIN[alphabet][start:end] == quote for start, end, quote in quotes)


@pytest.mark.parametrize("alphabet", LATIN)
def test_each_word_leads_back_to_its_own_latin_letters(alphabet: str) -> None:
    text = restore(Text(LATIN[alphabet]))
    words = [match.span() for match in re.finditer(r"[^\W\d_]+", text.restored)]
    assert [text.span(*span).quote for span in words] == re.findall(r"[^\W\d_]+", LATIN[alphabet])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Bügın aua raiy jaqsy boldy, qoiyn men tau.", "Бүгін ауа райы жақсы болды, қойын мен тау."),
        ("Bügın delegasia, ekonomika, film jäne müşeler.", "Бүгін делегация, экономика, фильм және мүшелер."),
        ("Bızdıñ saiasat, qoiu, aiu, baiandama.", "Біздің саясат, қою, аю, баяндама."),
        ("XXI ğasyrdyñ IV bölımı, FMF pen COVID turaly.", "XXI ғасырдың IV бөлімі, FMF пен COVID туралы."),
        ("Ä. Marğūlan men Q. Sätbaev, İ. Esenberlin jazdy.", "Ә. Марғұлан мен Қ. Сәтбаев, И. Есенберлин жазды."),
        ("QAZAQSTAN MEN RESEİ ARASYNDAĞY KELISIM", "ҚАЗАҚСТАН МЕН РЕСЕЙ АРАСЫНДАҒЫ КЕЛІСІМ"),
        ("Tolyğyraq: www.qazaq.kz/jaña, biz@mail.kz, #jaña men WhatsApp turaly jazyñyz.",
         "Толығырақ: www.qazaq.kz/jaña, biz@mail.kz, #jaña мен WhatsApp туралы жазыңыз."),
        ("Búgin hatshy men sportshy «Chehov» týraly aıtty.", "Бүгін хатшы мен спортшы «Чехов» туралы айтты."),
        ("I\u0307nve ğylym men jan\u0303a ädebiet turaly aitty.", "Инве ғылым мен жаңа әдебиет туралы айтты."),
    ],
)  # fmt: skip
def test_what_is_written_alike_is_told_by_the_words_that_are_known(written: str, read: str) -> None:
    assert restore(Text(written)).restored == read


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_in_latin_letters_are_not_taken_for_kazakh(language: str) -> None:
    assert not is_kazakh(OTHERS[language])
    assert detect(OTHERS[language]) != "kk"
    assert list(latin(OTHERS[language])) == []


@pytest.mark.parametrize("alphabet", LATIN)
def test_only_the_paragraphs_that_are_kazakh_are_read_so(alphabet: str) -> None:
    mixed = "\n".join([LATIN[alphabet], *OTHERS.values(), "Бұл жол кирилл әрпімен жазылған."])
    assert restore(Text(mixed)).restored == mixed.replace(LATIN[alphabet], CYRILLIC)


def test_a_heading_without_letters_of_its_own_goes_by_its_document() -> None:
    heading = "Qazaqstan men Resei"
    assert restore(Text(f"{heading}\n{LATIN['2021']}")).restored.startswith("Қазақстан мен Ресей\n")
    assert restore(Text(heading)).restored == heading


@pytest.mark.parametrize("alphabet", LATIN)
def test_latin_kazakh_is_told_by_its_letters_and_words(alphabet: str) -> None:
    assert detect(LATIN[alphabet]) == "kk"
    assert [detect(line) for line in LATIN[alphabet].splitlines()[2:]] == ["kk"] * 12


@given(st.sampled_from(sorted(LATIN)), st.lists(st.sampled_from(" .,«»-\n\u00a0iıIİaıəшƏ§"), max_size=8), st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_latin_text_is_restored_once_and_its_offsets_lead_back(
    alphabet: str, signs: list[str], data: st.DataObject
) -> None:
    text = "\n".join(LATIN[alphabet].splitlines()[2:6])
    for sign in signs:
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + sign + text[at:]
    once = restore(Text(text))
    assert restore(Text(once.restored)).map.replacements == ()
    for replacement in once.map.replacements:
        start, end = once.map.to_original(replacement.new_start, replacement.new_end)
        assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize("alphabet", sorted(LATIN))
def test_a_run_of_letters_that_is_no_word_stays_as_it_is_in_a_text_that_is_read(alphabet: str) -> None:
    first, _, rest = LATIN[alphabet].splitlines()[2].partition(" ")
    run = "aqı" * 1000
    restored = restore(Text(f"{first} {run} {rest}")).restored
    assert restored.split()[1] == run
    assert restored.replace(f"{run} ", "") == restore(Text(f"{first} {rest}")).restored
