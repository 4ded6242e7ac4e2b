import pytest

from qatynas.languages.kazakh.analysis import LONGEST, analyse, infinitive
from qatynas.languages.language import Analysis

CASES = ("Nom", "Gen", "Dat", "Acc", "Loc", "Abl", "Ins")
# Each line: the name, then its other six cases as a Kazakh writes them.
STATES = """
Ресей Ресейдің Ресейге Ресейді Ресейде Ресейден Ресеймен
Қытай Қытайдың Қытайға Қытайды Қытайда Қытайдан Қытаймен
Түркия Түркияның Түркияға Түркияны Түркияда Түркиядан Түркиямен
Иран Иранның Иранға Иранды Иранда Ираннан Иранмен
Ирак Ирактың Иракқа Иракты Иракта Ирактан Иракпен
Өзбекстан Өзбекстанның Өзбекстанға Өзбекстанды Өзбекстанда Өзбекстаннан Өзбекстанмен
Жапония Жапонияның Жапонияға Жапонияны Жапонияда Жапониядан Жапониямен
Әзербайжан Әзербайжанның Әзербайжанға Әзербайжанды Әзербайжанда Әзербайжаннан Әзербайжанмен
Израиль Израильдің Израильге Израильді Израильде Израильден Израильмен
Бразилия Бразилияның Бразилияға Бразилияны Бразилияда Бразилиядан Бразилиямен
Германия Германияның Германияға Германияны Германияда Германиядан Германиямен
Мысыр Мысырдың Мысырға Мысырды Мысырда Мысырдан Мысырмен
Пәкістан Пәкістанның Пәкістанға Пәкістанды Пәкістанда Пәкістаннан Пәкістанмен
Сербия Сербияның Сербияға Сербияны Сербияда Сербиядан Сербиямен
Перу Перудің Перуге Перуді Перуде Перуден Перумен
Чили Чилидің Чилиге Чилиді Чилиде Чилиден Чилимен
Вьетнам Вьетнамның Вьетнамға Вьетнамды Вьетнамда Вьетнамнан Вьетнаммен
Португалия Португалияның Португалияға Португалияны Португалияда Португалиядан Португалиямен
Кувейт Кувейттің Кувейтке Кувейтті Кувейтте Кувейттен Кувейтпен
Беларусь Беларустің Беларуське Беларусті Беларусте Беларустен Беларуспен
"""


def readings(form: str) -> set[tuple[str, str]]:
    return {(a.lemma, a.upos) for a in analyse(form)}


def one(form: str, lemma: str, upos: str) -> Analysis:
    return next(a for a in analyse(form) if (a.lemma, a.upos) == (lemma, upos))


@pytest.mark.parametrize(
    ("form", "lemma", "features"),
    [
        ("халқының", "халық", "Case=Gen|Person[psor]=3"), ("орнына", "орын", "Case=Dat|Person[psor]=3"),
        ("аузында", "ауыз", "Case=Loc|Person[psor]=3"), ("еркінен", "ерік", "Case=Abl|Person[psor]=3"),
        ("серіктестігінің", "серіктестік", "Case=Gen|Person[psor]=3"),
        ("достығы", "достық", "Case=Nom|Person[psor]=3"),
        ("жүрегі", "жүрек", "Case=Nom|Person[psor]=3"), ("кітабы", "кітап", "Case=Nom|Person[psor]=3"),
        ("сұрағына", "сұрақ", "Case=Dat|Person[psor]=3"), ("кітапты", "кітап", "Case=Acc"),
        ("министрлері", "министр", "Case=Nom|Number=Plur|Person[psor]=3"), ("импорттан", "импорт", "Case=Abl"),
        ("судың", "су", "Case=Gen"), ("тауы", "тау", "Case=Nom|Person[psor]=3"),
        ("шекарасында", "шекара", "Case=Loc|Person[psor]=3"),
        ("елімізге", "ел", "Case=Dat|Number[psor]=Plur|Person[psor]=1"),
        ("объектісі", "объект", "Case=Nom|Person[psor]=3"), ("фактілер", "факт", "Case=Nom|Number=Plur"),
        ("журналистер", "журналист", "Case=Nom|Number=Plur"), ("процесті", "процесс", "Case=Acc"),
        ("съезінде", "съезд", "Case=Loc|Person[psor]=3"), ("аулында", "ауыл", "Case=Loc|Person[psor]=3"),
        ("пактіні", "пакт", "Case=Acc"), ("субъектіге", "субъект", "Case=Dat"), ("актімен", "акт", "Case=Ins"),
    ],
)  # fmt: skip
def test_a_noun_is_found_though_its_stem_changes(form: str, lemma: str, features: str) -> None:
    assert features in [
        "|".join(f"{k}={v}" for k, v in sorted(a.features.items())) for a in analyse(form) if a.lemma == lemma
    ]


@pytest.mark.parametrize("form", ["шартда", "сөзмен", "елні", "адамдан", "банкге"])
def test_a_form_that_breaks_a_rule_of_sounds_is_not_read_as_if_it_kept_it(form: str) -> None:
    known = [a for a in analyse(form) if a.known and a.upos == "NOUN"]
    assert [a for a in known if form.startswith(a.lemma)] == []


@pytest.mark.parametrize(
    ("form", "stem", "told"),
    [
        ("қол қойды", "қой", {"VerbForm": "Fin", "Tense": "Past"}),
        ("қояды", "қой", {"VerbForm": "Fin", "Tense": "Aor"}),
        ("оқиды", "оқы", {"VerbForm": "Fin", "Tense": "Aor"}),
        ("дамиды", "дамы", {"VerbForm": "Fin", "Tense": "Aor"}),
        ("оқитын", "оқы", {"VerbForm": "Part", "Tense": "Pres"}),
        ("келетін", "кел", {"VerbForm": "Part", "Tense": "Pres"}),
        ("баратын", "бар", {"VerbForm": "Part", "Tense": "Pres"}),
        ("жауып", "жап", {"VerbForm": "Conv", "Aspect": "Perf"}),
        ("тауып", "тап", {"VerbForm": "Conv", "Aspect": "Perf"}),
        ("барып", "бар", {"VerbForm": "Conv", "Aspect": "Perf"}),
        ("келе", "кел", {"VerbForm": "Conv", "Aspect": "Imp"}),
        ("қолдайды", "қолда", {"VerbForm": "Fin", "Tense": "Aor"}),
        ("келмеді", "кел", {"Polarity": "Neg", "Tense": "Past"}),
        ("бармаған", "бар", {"Polarity": "Neg", "VerbForm": "Part"}),
        ("айтпады", "айт", {"Polarity": "Neg", "Tense": "Past"}),
        ("келмес", "кел", {"Polarity": "Neg", "Tense": "Fut"}),
        ("бермек", "бер", {"Mood": "Int"}), ("салынбақ", "салын", {"Mood": "Int"}),
        ("салмақ", "сал", {"Mood": "Int"}),
        ("айтылмақшы", "айт", {"Mood": "Int", "Voice": "Pass"}),
        ("қойылған", "қой", {"Voice": "Pass", "VerbForm": "Part"}),
        ("жасасты", "жаса", {"Voice": "Rcp", "Tense": "Past"}),
        ("үйреттірді", "үйрет", {"Voice": "Cau", "Tense": "Past"}),
        ("барса", "бар", {"Mood": "Cnd"}), ("келсін", "кел", {"Mood": "Imp", "Person": "3"}),
        ("айтқалы", "айт", {"Aspect": "Prosp"}),
        ("болыпты", "бол", {"Evident": "Nfh"}), ("айттық", "айт", {"Person": "1", "Number": "Plur"}),
        ("барғанымыз", "бар", {"VerbForm": "Part", "Person[psor]": "1"}),
        ("мойындауын", "мойында", {"VerbForm": "Vnoun", "Case": "Acc"}),
        ("келісті", "келіс", {"VerbForm": "Fin", "Tense": "Past"}),
        ("қатысты", "қатыс", {"VerbForm": "Fin", "Tense": "Past"}),
        ("етті", "ет", {"VerbForm": "Fin", "Tense": "Past"}),
    ],
)  # fmt: skip
def test_a_verb_is_found_with_its_form(form: str, stem: str, told: dict[str, str]) -> None:
    found = [a.features for a in analyse(form.split()[-1]) if (a.lemma, a.upos) == (stem, "VERB")]
    assert [f for f in found if told.items() <= f.items()]


@pytest.mark.parametrize(
    ("form", "stem", "noun", "case"),
    [
        ("кездесуінде", "кездес", "кездесу", "Loc"), ("мойындауы", "мойында", "мойындау", "Nom"),
        ("жіберуін", "жібер", "жіберу", "Acc"), ("қоюға", "қой", "қою", "Dat"), ("жабудан", "жап", "жабу", "Abl"),
        ("тануын", "таны", "тану", "Acc"), ("оқуға", "оқы", "оқу", "Dat"), ("жаюды", "жай", "жаю", "Acc"),
    ],
)  # fmt: skip
def test_a_verbal_noun_is_a_verb_and_a_noun(form: str, stem: str, noun: str, case: str) -> None:
    assert one(form, stem, "VERB").get("Case") == one(form, noun, "NOUN").get("Case") == case


@pytest.mark.parametrize(
    ("stem", "told"),
    [("кездес", "кездесу"), ("оқы", "оқу"), ("қой", "қою"), ("жап", "жабу"), ("ек", "егу"), ("жаса", "жасау")],
)
def test_the_dictionary_form_of_a_verb_ends_in_u(stem: str, told: str) -> None:
    assert infinitive(stem) == told


@pytest.mark.parametrize(
    ("form", "lemma", "case"),
    [
        ("оған", "ол", "Dat"), ("оны", "ол", "Acc"), ("оның", "ол", "Gen"), ("одан", "ол", "Abl"),
        ("онда", "ол", "Loc"),
        ("онымен", "ол", "Ins"), ("бұған", "бұл", "Dat"), ("бұдан", "бұл", "Abl"), ("содан", "сол", "Abl"),
        ("мені", "мен", "Acc"), ("маған", "мен", "Dat"), ("саған", "сен", "Dat"), ("менен", "мен", "Abl"),
        ("өзіне", "өз", "Dat"), ("олардың", "олар", "Gen"), ("бізге", "біз", "Dat"), ("осыған", "осы", "Dat"),
        ("ол", "ол", "Nom"),
    ],
)  # fmt: skip
def test_a_pronoun_is_known_in_its_own_forms(form: str, lemma: str, case: str) -> None:
    best = analyse(form)[0]
    assert (best.lemma, best.upos, best.get("Case")) == (lemma, "PRON", case)


@pytest.mark.parametrize(
    ("form", "lemma", "case"),
    [
        ("1992-ші", "1992", "Nom"), ("11-інде", "11", "Loc"), ("2014", "2014", "Nom"), ("1,5", "1,5", "Nom"),
        ("7-ге", "7", "Dat"), ("2010-ның", "2010", "Gen"), ("1990-жылдары", "1990", "Nom"),
        ("10.000", "10.000", "Nom"),
    ],
)  # fmt: skip
def test_a_number_keeps_its_digits_and_tells_the_case_of_its_suffix(form: str, lemma: str, case: str) -> None:
    best = analyse(form)[0]
    assert (best.lemma, best.upos, best.get("Case")) == (lemma, "NUM", case)


@pytest.mark.parametrize(
    ("form", "lemma", "case"),
    [
        ("АҚШ-тың", "АҚШ", "Gen"), ("НАТО-ға", "НАТО", "Dat"), ("БҰҰ-да", "БҰҰ", "Loc"), ("ТМД-дан", "ТМД", "Abl"),
        ("ШЫҰ-мен", "ШЫҰ", "Ins"), ("АҚШ", "АҚШ", "Nom"), ("АҚШпен", "АҚШ", "Ins"), ("ҚР-ны", "ҚР", "Acc"),
    ],
)  # fmt: skip
def test_an_abbreviation_keeps_its_capitals(form: str, lemma: str, case: str) -> None:
    best = analyse(form)[0]
    assert (best.lemma, best.upos, best.get("Case")) == (lemma, "PROPN", case)


@pytest.mark.parametrize("line", STATES.split("\n")[1:-1])
def test_a_state_is_known_in_all_seven_cases(line: str) -> None:
    forms = line.split()
    name, softer = forms[0], forms[0].rstrip("ь")
    told = [(analyse(form)[0].lemma, analyse(form)[0].get("Case")) for form in forms]
    assert [lemma for lemma, _ in told if lemma.lower() not in (name.lower(), softer.lower())] == []
    assert tuple(case for _, case in told) == CASES


@pytest.mark.parametrize(
    ("form", "lemma", "case"),
    [
        ("Путиннің", "Путин", "Gen"), ("Обаманың", "Обама", "Gen"), ("Бушқа", "Буш", "Dat"),
        ("Клинтонмен", "Клинтон", "Ins"), ("Меркельді", "Меркель", "Acc"), ("Тоқаевтың", "Тоқаев", "Gen"),
        ("Мирзиёевке", "Мирзиёев", "Dat"), ("Сталиннің", "Сталин", "Gen"), ("Цзиньпиннен", "Цзиньпин", "Abl"),
    ],
)  # fmt: skip
def test_a_listed_name_is_known(form: str, lemma: str, case: str) -> None:
    best = analyse(form)[0]
    assert (best.lemma, best.upos, best.get("Case"), best.known) == (lemma, "PROPN", case, True)


@pytest.mark.parametrize(
    ("form", "lemma", "case"),
    [
        ("Фергюссонның", "Фергюссон", "Gen"), ("Жуандаға", "Жуанда", "Dat"), ("Квельстримге", "Квельстрим", "Dat"),
        ("Маркрюденмен", "Маркрюден", "Ins"), ("Зельдовскийден", "Зельдовский", "Abl"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_guessed_and_says_so(form: str, lemma: str, case: str) -> None:
    best = analyse(form)[0]
    assert (best.lemma, best.upos, best.get("Case"), best.known) == (lemma, "PROPN", case, False)
    assert best.how == f"unknown stem + {form[len(lemma) :]}"


def test_an_unknown_small_word_gives_up_its_plural_and_its_case() -> None:
    assert [analyse(form)[0].lemma for form in ("түйіткілдер", "блогерлерді", "чиптің")] == [
        "түйіткіл",
        "блогер",
        "чип",
    ]


def test_a_hyphenated_word_is_one_word_with_the_ending_of_its_last_part() -> None:
    best = analyse("қарым-қатынасты")[0]
    assert (best.lemma, best.get("Case")) == ("қарым-қатынас", "Acc")
    assert analyse("экономикалық-гуманитарлық")[0].lemma == "экономикалық-гуманитарлық"


def test_punctuation_and_citation_marks_are_no_words() -> None:
    assert {analyse(mark)[0].upos for mark in ("[4]", ".", "–", "«", "_")} == {"PUNCT"}


def test_a_word_of_the_longest_length_is_still_analysed() -> None:
    assert analyse("б" * (LONGEST - 4) + "алар")[0].upos == "NOUN"


@pytest.mark.parametrize(
    ("form", "lemma", "upos", "how"),
    [
        ("ресейсіз", "ресейсіз", "ADJ", "Ресей + сіз"), ("Ресейсіз", "ресейсіз", "ADJ", "Ресей + сіз"),
        ("алпыстаған", "алпыс", "NUM", "алпыс + suffix"),
        ("көркемірек", "көркем", "ADJ", "көркем + suffix"), ("Бекболатовтың", "Бекболатов", "PROPN", "Бекболат + ов"),
        ("Абайұлын", "Абайұлы", "PROPN", "Абай + ұлы"), ("Назарбаевқа", "Назарбаев", "PROPN", ""),
        ("шекараландыруға", "шекараландыру", "NOUN", "шекара + ландыр"),
    ],
)  # fmt: skip
def test_a_productive_suffix_makes_a_word_of_a_root_and_says_of_which(
    form: str, lemma: str, upos: str, how: str
) -> None:
    assert (lemma, upos, how, True) in [(one.lemma, one.upos, one.how, one.known) for one in analyse(form)]


@pytest.mark.parametrize(
    ("form", "features"),
    [
        ("жүргізілген", {"Voice": "Pass", "VerbForm": "Part"}), ("барғанбыз", {"Person": "1", "Number": "Plur"}),
        ("айтқандай", {"VerbForm": "Part", "Attr": "Like"}), ("шешілгендігін", {"Attr": "Abs", "Case": "Acc"}),
        ("басқарушылығын", {"VerbForm": "Agent", "Attr": "Abs"}), ("барыңызшы", {"Mood": "Imp", "Number": "Plur"}),
        ("келмейінше", {"VerbForm": "Conv", "Polarity": "Neg"}), ("отырмыз", {"Person": "1", "Number": "Plur"}),
        ("барыппын", {"Evident": "Nfh", "Person": "1"}), ("пікірінше", {"Attr": "Equ"}),
        ("студентпін", {"Person": "1", "Number": "Sing"}), ("ішіндегілерге", {"Attr": "Loc", "Case": "Dat"}),
    ],
)  # fmt: skip
def test_a_chain_of_suffixes_is_taken_apart(form: str, features: dict[str, str]) -> None:
    assert any(features.items() <= one.features.items() and one.known for one in analyse(form))


@pytest.mark.parametrize(
    ("form", "lemma", "case"), [("ХVIII", "ХVIII", None), ("XX", "XX", None), ("ээ", "ээ", None), ("²", "²", None)]
)
def test_what_is_no_word_of_the_grammar_is_taken_as_it_stands(form: str, lemma: str, case: str | None) -> None:
    best = analyse(form)[0]
    assert (best.lemma, best.get("Case"), best.known) == (lemma, case, True)


def test_the_words_of_a_longer_name_are_names_only_where_no_common_word_is_meant() -> None:
    assert analyse("Елдері")[0].lemma == "ел"
    assert (analyse("Шанхайдың")[0].lemma, analyse("Шанхайдың")[0].upos) == ("Шанхай", "PROPN")


def test_a_name_of_two_parts_keeps_its_capitals_and_a_common_word_has_none() -> None:
    for form, name in (("Қасым-Жомарттың", "Қасым-Жомарт"), ("Алматы-Астанада", "Алматы-Астана")):
        assert {one.lemma for one in analyse(form) if one.upos == "PROPN"} == {name}
    assert best("Ата-анасы") == ("ата-ана", "NOUN")


def test_a_roman_numeral_of_cyrillic_letters_is_a_number_where_it_can_be_nothing_else() -> None:
    for form in ("ХХ", "ХІХ", "ІІІ", "XX"):
        assert best(form) == (form, "NUM")
    assert best("СМ") != ("СМ", "NUM")
    assert best("ХХХХХ") != ("ХХХХХ", "NUM")


def best(form: str) -> tuple[str, str]:
    first = analyse(form)[0]
    return first.lemma, first.upos
