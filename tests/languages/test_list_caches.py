"""What is made from lists that a user's lexicon can change is kept for each lexicon; only these are kept for all."""

import ast
from collections.abc import Iterator
from pathlib import Path

import qatynas

SOURCE = Path(qatynas.__file__).parent
FOR_ALL = {"cache", "lru_cache"}  # of functools: one value, whichever lexicon is in force
# Values that rest on no list, or on tables that are closed to users (see `extension.tsv`): the grammar of words and of
# dates, endings, spheres, letters of code pages.
SAME_FOR_ALL = {
    "languages/kazakh/grammar.py",
    "languages/kazakh/chains.py",
    "languages/kazakh/endings.py",
    "languages/kazakh/date_grammar.py",
    "languages/kazakh/analysis.py _interned",
    "languages/kazakh/roots.py root_of",
    "languages/kazakh/roman.py",
    "languages/kazakh/tagger.py _model",
    "documents/recognition.py _models",
    "languages/passages.py _signs",
    "languages/registry.py language",
    "languages/folding.py folded",
    "languages/cell_numbers.py _compiled",
    "documents/confinement.py",
    "documents/delimited.py _cell",
    "reading/own.py _fields",
    "ontology/extension.py",
    "ontology/spheres.py spheres",
    "documents/encoding.py _letters",
    "documents/bibtex.py _decoder",
    "documents/entry_fields.py entry_fields",
    "reading/confidence.py weights",
    "reading/reader.py _version",
    "reading/reader.py _built_in_hash",
    "reading/reader.py _file_hash",
    "documents/shielding.py",
    "export/csv.py",
}


def kept_for_all() -> Iterator[tuple[str, str]]:
    """Module and name of every function that a cache of functools decorates."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                names = {
                    getattr(each, "id", getattr(getattr(each, "func", None), "id", "")) for each in node.decorator_list
                }
                if names & FOR_ALL:
                    yield path.relative_to(SOURCE).as_posix(), node.name


def test_no_other_cache_outlives_a_change_of_the_lexicon():
    found = list(kept_for_all())
    others = [f"{file} {name}" for file, name in found if not {file, f"{file} {name}"} & SAME_FOR_ALL]
    assert others == [], "decorate with `loaded` or `kept` of ontology.lexicon"
    assert {part for file, name in found for part in (file, f"{file} {name}")} >= SAME_FOR_ALL


def test_what_is_the_same_for_all_reads_no_table_that_can_be_extended():
    files = {line.split()[0] for line in SAME_FOR_ALL if line.startswith("languages/kazakh/")}
    loaders = {"gazetteer", "roots", "usual_names", "given_names", "abbreviations", "numeral", "word_class", "analyse"}
    for file in files - {f"languages/kazakh/{name}.py" for name in ("analysis", "roots", "tagger")}:
        tree = ast.parse((SOURCE / file).read_text(encoding="utf-8"))
        used = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert used & loaders == set(), file
