"""Names of whole sentences: kind, nominative, whose they are, case."""

from pathlib import Path

import pytest

from qatynas.documents.text import Text
from qatynas.languages.kazakh.language import Kazakh
from qatynas.languages.language import Name
from qatynas.ontology.tables import Row, parse
from qatynas.reading.scene import Scene
from qatynas.reading.story import scenes

_FILE = Path(__file__).parent / "names_table.tsv"
TABLE = parse(_FILE.read_bytes(), _FILE.name, ("set", "sentence", "names"))
_HELD = ("person", "office", "body")


def told(sentence: str) -> list[str]:
    language = Kazakh()
    text = language.restore(Text(sentence))
    found = scenes("table", text, language, list(language.sentences(text.restored)), None)
    return [_written(name, scene) for scene in found for name in scene.names if name.kind != "country"]


def _written(name: Name, scene: Scene) -> str:
    codes = {name.code} if name.code else set()
    if name.kind in _HELD:
        party = next((p for p in scene.parties if p.first <= name.first and name.last <= p.last), None)
        codes = set(party.codes) or codes if party else codes
    if name.kind == "self":
        codes = {scene.story.home.code}
    return f"{name.kind}:{name.name}:{'+'.join(sorted(filter(None, codes))) or '-'}:{_case(name)}"


def _case(name: Name) -> str:
    return "Inside" if name.inside else name.case


def test_the_table_has_150_sentences_of_which_a_third_was_kept_back() -> None:
    assert len(TABLE) >= 150
    assert sum(row["set"] == "unseen" for row in TABLE) >= 50


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"line-{row.line}")
def test_the_names_of_a_sentence_are_all_found_and_no_others(row: Row) -> None:
    wanted = list(row.parts("names"))
    assert [name for name in told(row["sentence"]) if name in wanted or not name.startswith("body:")] == wanted
