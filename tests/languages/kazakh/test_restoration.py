"""Restoration as a whole: what is whole stays, what is damaged comes back, and the map leads home."""

import re
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qatynas.documents.text import Text
from qatynas.languages.kazakh.repairs import repairs
from qatynas.languages.kazakh.restoration import restore
from timing import fastest

CLEAN = (Path(__file__).parent / "clean.txt").read_text(encoding="utf-8")
LINES = [line for line in CLEAN.split("\n") if line]
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
SHARED = Path(__file__).resolve().parents[4] / "shared"
WORD = re.compile(r"\w+")


def of(text: str) -> str:
    return restore(Text(text)).restored


def shared(path: str) -> Path:
    if not (SHARED / path).exists():
        pytest.skip(f"{path} is not here")
    return SHARED / path


def test_the_clean_text_is_long_enough_to_mean_something() -> None:
    assert len(LINES) >= 320


def test_clean_text_comes_out_as_it_went_in() -> None:
    assert of(CLEAN) == CLEAN
    assert of(CLEAN.replace("\n", "\r\n")) == CLEAN.replace("\n", "\r\n")


def test_words_of_clean_text_in_narrow_lines_stay_apart() -> None:
    text = "\n\n".join(textwrap.fill(line, 40, break_long_words=False, break_on_hyphens=False) for line in LINES)
    assert [rule for *_, rule in restore(Text(text)).repairs if rule in ("line-break", "glued-words")] == []


@pytest.mark.parametrize("line", LINES)
def test_each_clean_line_comes_out_as_it_went_in(line: str) -> None:
    assert of(line) == line


@pytest.mark.parametrize(
    "text",
    [
        "В 1992 г. стороны подписали Договор о дружбе. Он вступил в силу 5 мая 1993 г. и действует поныне.\n"
        "Население – 3 млн. чел., площадь – 2,7 тыс. кв. км; т. е. она мала… Почему? – спросил А. С. Иванов.\n"
        "«Что это?..» – сказала она. И. о. министра, акад. Петров и др. приняли участие (см. рис. 2, с. 15–17).\n"
        "Судан, Чад, Катар и Куба; того, мало, оман; судан (ткань) и панама (шляпа).",
        'The U.S. and Kazakhstan signed the Charter in 2008. "It is a milestone," said Mr. Smith, i.e. the envoy.\n'
        "See e.g. https://example.org/a_b?c=1, pp. 10-12, vol. II, fig. 3.1; prices rose by ±3% (£5–£7) ...\n"
        "1) first; 2) second: naïve café, São Tomé, №5. Was it so?.. Yes! A/B, 1:2, 5 ½, x ≥ 0.",
    ],
)
def test_clean_russian_and_english_come_out_as_they_went_in(text: str) -> None:
    assert of(text) == text


def test_repairs_of_every_kind_work_together() -> None:
    damaged = (
        "Кiрiспе.Бүгін қазақстан мен Ресей “ мәңгiлiк достық ” туралы\u00a0\u00a0шартқа қол қойды . "
        "±зақ жол өттік..Президент Б.\nОбама  айтты [1]..Əлем өзгердi , бiрақ ХVIII ғасыр емес ."
    )
    assert of(damaged) == (
        "Кіріспе. Бүгін Қазақстан мен Ресей “мәңгілік достық” туралы шартқа қол қойды. "
        "Ұзақ жол өттік.\nПрезидент Б. Обама айтты [1].\nӘлем өзгерді, бірақ ХVIII ғасыр емес."
    )


def test_an_initial_with_a_foreign_letter_is_repaired_together_with_its_line() -> None:
    assert of("Президент  Н.Ə.\nНазарбаев келді") == "Президент Н.Ә. Назарбаев келді"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("kazakhstan-uzbekistan.txt", "kz1048"), ("kazakhstan-eu.txt", "utf-8"), ("kazakhstan-japan.md", "utf-8")],
)
def test_an_example_without_damage_comes_out_as_it_went_in(name: str, encoding: str) -> None:
    text = (EXAMPLES / name).read_bytes().decode(encoding)
    assert of(text) == text


def test_the_damaged_example_gets_its_marks_and_initials_back_and_its_compound_stays() -> None:
    text = of((EXAMPLES / "kazakhstan-china.txt").read_text(encoding="utf-8"))
    for whole in ("серіктестікке. Қытай Халық", "Н.Ә. Назарбаев Қытайға", "келгенде қазақстан-қытай мемлекеттік"):
        assert whole in text
    assert "ə" not in text.lower()


def test_each_repair_carries_its_rule() -> None:
    rules = {rule for _, _, rule in restore(Text("Бұл қазақстан , әлем..Бiз  келдiк.Сен Б.\nОбама « сөз »")).repairs}
    assert rules == {
        "capital",
        "space-before-punctuation",
        "double-stop",
        "letter",
        "spaces",
        "space-after-stop",
        "initial-break",
        "space-in-quotes",
    }


def test_a_quote_in_restored_words_points_at_the_words_as_they_stand_in_the_original() -> None:
    text = restore(Text("Бүгін тәуелсiз қазақстан , Ресей"))
    start = text.restored.index("тәуелсіз Қазақстан,")
    assert text.span(start, start + 19).quote == "тәуелсiз қазақстан ,"


def _every_rule_is_explained(text: Text) -> None:
    assert {one for *_, rule in text.repairs for one in rule.split("+")} <= set(repairs())


def _map_is_exact(text: Text) -> None:
    """A word in which nothing was repaired stands letter for letter at its place in the original."""
    repaired = {at for r in text.map.replacements for at in range(r.new_start, r.new_end)}
    cut = {r.new_start for r in text.map.replacements if r.new_start == r.new_end}
    for word in WORD.finditer(text.restored):
        start, end = word.span()
        if repaired.isdisjoint(range(start, end)) and cut.isdisjoint(range(start + 1, end)):
            span = text.span(start, end)
            assert span.quote == word.group()
            assert text.map.to_restored(span.start, span.end) == (start, end)
    for span, became, rule in text.repairs:
        assert text.original[span.start : span.end] == span.quote
        assert span.quote != became and rule


# What stands in whole text, and what damage makes of it.
DAMAGE = [
    tuple(pair.split(">"))
    for pair in re.split(
        "[|]",
        "ә>ə|Ә>Ə|і>i|һ>¿|һ>h|Ұ>±|а>a|о>o|Қ>қ|Р>р|,> ,|.> .|.\n>..|. >.| >\u00a0| >  |«>« |»> »|(>( |)> )|й>и\u0306|"
        "ық>ы\u00adқ|ты>\u200bты|та>-\nта|. >.\n|ді>- ді| >\n|"
        "кет>ке\nт|ң >ң|н >н|де >де| және>және|-қ>қ|ғ>?|ң>\ufffd|ө>¬",
    )
]


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    first = draw(st.integers(0, len(LINES) - 1))
    text = "\n".join(LINES[first : first + draw(st.integers(1, 6))])
    for old, new in draw(st.lists(st.sampled_from(DAMAGE), max_size=6)):
        text = text.replace(old, new, draw(st.sampled_from([1, 2, 5, -1])))
    return text


PIECES = re.split(
    "[|]",
    "қазақстан|Қазақстан|республикасы|қытай|Ресей|ресейдің|Бұл|келді|сөз|i|iс|ə|Əлем|X|Х|ХVIII|IV|h|hттi|IMETтің|NATO|cаясат|"
    "т.б.|млн|ж|А|Ə|15|шi|ді|¿|±|и\u0306|\u0301| |  |\u00a0|\n|\n\n|\r\n|\t|-|- |-\n|\u00ad\n|\u200b|\u200d|.|..|...|"
    "мемлекеттердің|қатынастары|және|туралы|қарым|-қатынас|жа?андық|?аза?стан|"
    '.....|,| , | .|!|?|:|;|(| )|[|]|« | »|“ | ”|„|" | "|–|…|/|@|www.|_|%',
)


@given(damaged_texts() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=250, deadline=None)
def test_what_has_been_restored_is_not_touched_again(text: str) -> None:
    once = restore(Text(text))
    assert restore(Text(once.restored)).map.replacements == ()
    _map_is_exact(once)
    _every_rule_is_explained(once)


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_restored(text: str) -> None:
    once = restore(Text(text))
    assert restore(Text(once.restored)).map.replacements == ()


@given(
    st.sampled_from(LINES), st.sampled_from([("ә", "ə"), ("і", "i"), ("Ә", "Ə"), ("а", "a"), ("е", "e"), ("о", "o")])
)
@settings(max_examples=100, deadline=None)
def test_look_alikes_come_back_in_every_word_that_keeps_another_cyrillic_letter(
    line: str, pair: tuple[str, str]
) -> None:
    words = [
        w for w in WORD.findall(line) if pair[0] in w and set(w) & set("бвгғджзйклмнңпрстуұүфцчшщыіюя") - set(pair[0])
    ]
    for word in words:
        assert of(f"Сонда {word.replace(*pair)} бар") == f"Сонда {word} бар"


@pytest.mark.parametrize(
    "piece", [" ", "а ", "..", ". ", "А. ", "- ", "-\n", "ə", "аa", "« ", '" ', "(", "¿", "\u00ad", "и\u0306"]
)
def test_a_long_line_takes_linear_time(piece: str) -> None:
    few, many = (fastest(lambda text: restore(Text(text)), piece * count) for count in (4_000, 20_000))
    assert many < 12 * few + 0.2


def test_clean_text_is_read_at_half_a_million_characters_a_second_at_least() -> None:
    text = CLEAN.replace("\n", " ") * 20
    start = time.process_time()
    restore(Text(text))
    assert len(text) / (time.process_time() - start) > 500_000


def _news() -> Iterator[str]:
    words: list[str] = []
    for line in shared("data/kaznerd/valid.iob2").read_text(encoding="utf-8").split("\n"):
        cells = line.split()
        if not cells and words:
            yield " ".join(words)
            words = []
        elif len(cells) == 2 and not re.match("[AB]ID", cells[0]):
            words.append(cells[0])


def _treebank() -> Iterator[str]:
    for line in shared("data/ktb/dev.conllu").read_text(encoding="utf-8").split("\n"):
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


def _government() -> Iterator[str]:
    for path in sorted(shared("data/government").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            yield line.split("\t")[0]


PARTED = {"glued-words", "lost-hyphen"}


@pytest.mark.parametrize(("corpus", "damaged"), [(_news, 3), (_treebank, 0), (_government, 12)])
def test_letters_of_real_text_stay_as_they_are(corpus: Callable[[], Iterator[str]], damaged: int) -> None:
    """Word for word the same, save in so many sentences that really are damaged (Latin i, words broken by «- »)."""
    texts = [restore(Text(sentence)) for sentence in corpus()]
    whole = [text for text in texts if not any(rule in PARTED for *_, rule in text.repairs)]
    changed = [text.original for text in whole if WORD.findall(text.original) != WORD.findall(text.restored)]
    assert len(changed) <= damaged, changed


@pytest.mark.parametrize("corpus", [_news, lambda: iter(LINES)])
def test_fewer_than_one_good_word_in_five_thousand_is_parted(corpus: Callable[[], Iterator[str]]) -> None:
    sentences = list(corpus())
    parted = [span for s in sentences for span, _, rule in restore(Text(s)).repairs if rule in PARTED]
    assert len(parted) * 5_000 < sum(len(WORD.findall(s)) for s in sentences), parted


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("kazakhstan-russia.txt", ["i", "¿", "±", " ,", " .", " қазақстан ", "“ ", " ”"]),
        (
            "kazakhstan-usa.txt",
            ["ə", "Ə", "\u00a0", "..", "  ", "Б.\n", "қарымқатынас", "Басқармасыныңобъекті", "ружəне", "ружәне"],
        ),
    ],
)
def test_the_sources_lose_their_damage(name: str, gone: list[str]) -> None:
    text = restore(Text(shared(f"seeds/{name}").read_text(encoding="utf-8")))
    assert {what: text.restored.count(what) for what in gone} == dict.fromkeys(gone, 0)
    assert restore(Text(text.restored)).map.replacements == ()
    _map_is_exact(text)


def test_a_repair_that_another_uncovers_is_made_too() -> None:
    assert restore(Text("қазақстан .Қазақстанқазақстан")).restored == "Қазақстан. Қазақстан Қазақстан"
