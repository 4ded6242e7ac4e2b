import pytest

from qatynas.languages.kazakh.grammar import PACKAGE
from qatynas.languages.kazakh.light_verbs import compounds
from qatynas.languages.kazakh.roots import roots
from qatynas.languages.kazakh.words import tokens
from qatynas.ontology.tables import rows


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Тараптар шартқа қол қойды.", ["қол қой"]), ("Шартқа қол қойылды.", ["қол қой"]),
        ("Жоба жүзеге толық асырылды.", ["жүзеге асыр"]), ("Бұл маңызды болып табылады.", ["болып табыл"]),
        ("Ол келісімге келіп, қол жеткізуге уәде берді.", ["келісімге кел", "қол жеткіз", "уәде бер"]),
        ("Елге келді.", []), ("Қолын қалтасына салып қойды.", []), ("", []),
    ],
)  # fmt: skip
def test_a_compound_is_found_with_its_words(text: str, lemmas: list[str]) -> None:
    words = list(tokens(text))
    found = list(compounds(words))
    assert [one.lemma for one in found] == lemmas
    assert all(one.first < one.verb < len(words) and one.meaning for one in found)


def test_every_verb_of_the_table_is_a_root_and_no_compound_stands_twice() -> None:
    table = rows(PACKAGE, "data/light_verbs.tsv", ("first", "verb", "meaning"))
    assert [row["verb"] for row in table if row["verb"] not in roots().verbal] == []
    pairs = [(row["first"], row["verb"]) for row in table]
    assert len(pairs) == len(set(pairs))
