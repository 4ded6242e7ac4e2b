from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from qatynas.export.conllu import blocks, filled, is_word
from qatynas.languages.kazakh.light_verbs import compounds
from qatynas.languages.kazakh.ranking import in_context
from qatynas.languages.kazakh.sentences import sentences

TEXT = "Екі ел декларацияға қол қойды, кездесу «Астанада» өтті. Квельстримге алғыс айтылды."


def rows(text: str) -> Iterator[list[list[str]]]:
    for block in blocks(sentences(text), compounds):
        yield [line.split("\t") for line in block.splitlines() if is_word(line)]


def test_a_block_is_a_sentence_with_its_text_and_numbered_words() -> None:
    first, second = list(blocks(sentences(TEXT), compounds))
    assert first.startswith("# text = Екі ел декларацияға қол қойды, кездесу «Астанада» өтті.\n1\tЕкі\tекі\tNUM\t")
    assert second.endswith("\n\n")
    assert [row[0] for row in next(rows(TEXT))] == [str(n) for n in range(1, 13)]


def test_a_line_has_ten_cells_none_of_them_empty() -> None:
    assert all(len(row) == 10 and all(row) for block in rows(TEXT) for row in block)


def test_features_are_those_of_universal_dependencies_in_order_and_ours_stand_in_misc() -> None:
    ((word, *_),) = rows("елдеріміздегілерге")
    assert word[5] == "Case=Dat|Number=Plur|Number[psor]=Plur|Person[psor]=1"
    assert word[9] == "Attr=Loc"


def test_a_word_without_a_space_behind_it_says_so_and_the_last_does_not() -> None:
    glued = [row[1] for block in rows("Елші: «Иә», – деді.") for row in block if "SpaceAfter=No" in row[9]]
    assert glued == ["Елші", "«", "Иә", "»", "деді"]


def test_an_unknown_word_says_so_with_how_it_was_taken_apart() -> None:
    told = {row[1]: row[9] for block in rows(TEXT) for row in block}
    assert told["Квельстримге"] == "Known=No|How=unknown stem + ге"


def test_both_words_of_a_compound_name_it() -> None:
    told = [row[1] for block in rows(TEXT) for row in block if "Compound=қол қой" in row[9]]
    assert told == ["қол", "қойды"]


def test_blank_lines_are_filled_and_everything_else_stays() -> None:
    blank = "# sent_id = 1\n1-2\tбаласыз\t_\t_\n1\tбала\t_\t_\n2\tсыз\t_\t_\n2.1\t_\t_"
    told = filled(blank, [one[0] for one in in_context(["бала", "сыз"])])
    assert told.splitlines()[:2] == ["# sent_id = 1", "1-2\tбаласыз\t_\t_"]
    assert told.splitlines()[2].split("\t")[:4] == ["1", "бала", "бала", "NOUN"]
    assert told.endswith("2.1\t_\t_\n\n")


def test_a_citation_mark_that_a_line_break_parts_is_one_cell() -> None:
    ((*_, mark),) = rows("Шарт жасалды [1,\t2]")
    assert mark[:4] == ["3", "[1, 2]", "[1, 2]", "PUNCT"]


def test_columns_that_are_not_filled_keep_what_stands_in_them() -> None:
    blank = "1\tалмадым\told\tX\tv\tOld=Yes\t0\troot\t0:root\tKnown=No|SpaceAfter=No|Gloss=not"
    (told,) = (filled(blank, [one[0] for one in in_context(["алмадым"])]).split(),)
    assert told[:5] == ["1", "алмадым", "ал", "VERB", "v"]
    assert told[6:] == ["0", "root", "0:root", "SpaceAfter=No|Gloss=not"]


@given(st.text(alphabet="аеқтылды АҚШ-.,[]«»№12\t\n", max_size=60))
def test_any_text_gives_lines_of_ten_cells_whose_forms_are_its_words(text: str) -> None:
    told = list(rows(text))
    assert all(len(row) == 10 and all(row) for block in told for row in block)
    forms = "".join(row[1].replace(" ", "") for block in told for row in block)
    assert forms == "".join(text.split())
