"""Kazakh in Arabic letters is told from its neighbours in that script, and said to be not yet read."""

import pytest

from qatynas.documents.text import Text
from qatynas.languages.kazakh.arabic import is_kazakh
from qatynas.languages.registry import code_of, detect, restore, spoken
from qatynas.reading.reader import read_text

KAZAKH = "ەكى ەل بىلتىر شەكاراداعى سۋ قويماسىن بىرگە جوندەۋگە ۋاعدالاستى. جۇمىس كۇزدە باستالىپ، كەلەسى جازدا ءبىتەدى."
OTHERS = [
    "ئىككى دۆلەت ئوتتۇرىسىدىكى مۇناسىۋەتلەر توغرىسىدا كېلىشىم ئىمزالاندى.",
    "رئیس جمهور ایران برای دیداری رسمی وارد قزاقستان شد و دو کشور توافقنامه‌ای امضا کردند.",
    "وصل رئيس الجمهورية إلى كازاخستان في زيارة رسمية ووقع الطرفان اتفاقية للتعاون الاقتصادي.",
    "صدر پاکستان نے قازقستان کا سرکاری دورہ کیا اور دونوں ملکوں نے معاہدے پر دستخط کیے۔",
    "سەرۆکی هەرێمی کوردستان لەگەڵ سەرۆکی قازاقستان کۆبووەوە و ڕێککەوتنێکیان واژۆ کرد.",
    "ەكى ولكونۇن پرەزيدەنتتەرى جولۇعۇشتۇ، سۅز سۉيلۅشتۉ، جاڭى كەلىشىمگە قول قويۇلدۇ.",
    "د افغانستان ولسمشر قزاقستان ته رسمي سفر وکړ او دواړو هېوادونو تړون لاسلیک کړ.",
    "قازاقىستان", "كتاب", "",
]  # fmt: skip


def test_kazakh_in_arabic_letters_is_recognised() -> None:
    assert is_kazakh(KAZAKH)
    assert is_kazakh("قازاقستان رەسپۋبليكاسى")
    assert detect(KAZAKH) == "kk-Arab"
    assert detect(f"{KAZAKH} (NATO, 2003)") == "kk-Arab"


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_in_arabic_letters_are_not_taken_for_it(text: str) -> None:
    assert not is_kazakh(text)
    assert detect(text) is None


def test_it_is_named_as_not_yet_read_whether_declared_kazakh_or_not() -> None:
    for declared in (None, "kk"):
        reading = read_text(KAZAKH, language=declared)
        assert (reading.language, reading.unread, reading.facts) == ("kk-Arab", "language", ())
        assert "not yet read from texts in this language (Kazakh in Arabic letters)" in reading.warnings[-1]
        text = Text(KAZAKH)
        assert restore(text, declared) is text


def test_a_declared_language_goes_before_what_the_letters_tell_but_for_the_script() -> None:
    assert code_of(KAZAKH, "ug") == "ug"
    assert code_of("Екі ел келісті.", "kk") == "kk"
    assert code_of("Екі ел келісті: «" + KAZAKH[:20] + "» деп жазылған хат табылды.", "kk") == "kk"
    assert [spoken(code) for code in ("kk", "kk-Arab", None)] == ["Kazakh", "Kazakh in Arabic letters", "unknown"]
