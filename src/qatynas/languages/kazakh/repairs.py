"""What was wrong where each rule of restoration made a repair, in words: `data/repairs.tsv`."""

from collections.abc import Mapping

from qatynas.languages.kazakh.letters import PACKAGE
from qatynas.ontology.lexicon import loaded
from qatynas.ontology.tables import rows


@loaded
def repairs() -> Mapping[str, str]:
    """The words of each rule by its name."""
    found: dict[str, str] = {}
    for row in rows(PACKAGE, "data/repairs.tsv", ("rule", "words")):
        if row["rule"] in found:
            raise row.wrong(f"rule {row['rule']!r} stands twice")
        found[row["rule"]] = row["words"]
    return found
