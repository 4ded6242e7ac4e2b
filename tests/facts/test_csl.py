"""Sources as CSL-JSON: nothing is lost on the way out and in."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qatynas.facts.csl import of_csl, to_csl
from qatynas.facts.edtf import Edtf
from qatynas.facts.source import Name, Source, layer, of_layer
from strategies import EDTF_DATES

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
MAYBE = st.none() | WORDS
NAMES = st.builds(Name, family=WORDS, given=MAYBE, suffix=MAYBE, dropping_particle=MAYBE) | st.builds(
    Name, literal=WORDS
)
PERSONS = st.lists(NAMES, max_size=2).map(tuple)
VALUES = st.one_of(WORDS, st.integers(1, 9), st.lists(WORDS, min_size=1, max_size=2))
OTHER = st.dictionaries(st.sampled_from(["PMID", "keyword", "event", "scale", "custom-2"]), VALUES, max_size=2)
SOURCES = st.builds(
    Source,
    kind=st.none() | st.sampled_from(["treaty", "press"]),
    origin=MAYBE,
    rank=st.sampled_from([None, "primary", "secondary"]),
    restricted=st.booleans(),
    first_page=st.none() | st.integers(-20, 2000),
    type=st.none() | st.sampled_from(["book", "treaty"]),
    author=PERSONS,
    editor=PERSONS,
    title=MAYBE,
    container_title=MAYBE,
    publisher_place=MAYBE,
    issued=st.none() | EDTF_DATES,
    accessed=st.none() | EDTF_DATES,
    page=MAYBE,
    url=MAYBE,
    doi=MAYBE,
    call_number=MAYBE,
    other=OTHER.map(lambda told: tuple((name, json.dumps(told[name], separators=(",", ":"))) for name in sorted(told))),
)


def plain(source: Source) -> Source:
    """The source without `other`: JSON may write the same letters in two ways."""
    return of_layer({name: value for name, value in layer(source).items() if name != "other"})


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SOURCES)
def test_a_source_comes_back_from_csl_json_without_loss(source: Source):
    item = json.loads(json.dumps(to_csl(source, "x", "document")))
    back, faults = of_csl(item)
    assert faults == ()
    assert plain(back) == plain(source)
    assert [(name, json.loads(value)) for name, value in back.other] == [
        (name, json.loads(value)) for name, value in source.other
    ]


@settings(max_examples=50, deadline=None)
@given(SOURCES)
def test_a_layer_comes_back_as_the_same_source(source: Source):
    assert of_layer(json.loads(json.dumps(layer(source)))) == source


def test_an_item_of_a_reference_manager_comes_back_with_all_that_it_told():
    item = {
        "id": "k",
        "type": "chapter",
        "title": "Шекара",
        "author": [{"family": "Ким", "given": "Анна"}],
        "issued": {"date-parts": [[2003, 5]]},
        "volume": "2",
        "PMCID": "7",
        "custom": {"shelf": "A"},
    }
    source, faults = of_csl(item)
    assert (source.type, source.issued, faults) == ("chapter", Edtf.parse("2003-05"), ())
    back = to_csl(source, "k", "document")
    assert back == item


def test_dates_of_csl_become_edtf():
    told = {
        "2003": {"date-parts": [["2003"]]},
        "2003~": {"date-parts": [[2003]], "circa": True},
        "2003-21": {"date-parts": [[2003]], "season": 1},
        "2003-05-01/2003-06": {"date-parts": [[2003, 5, 1], [2003, 6]]},
        "199X": {"literal": "199X"},
        "2003-05": {"raw": "2003-05"},
    }
    for text, date in told.items():
        assert of_csl({"type": "book", "issued": date}).source.issued == Edtf.parse(text)
        assert of_csl(to_csl(Source(issued=Edtf.parse(text)), "x", "book")).source.issued == Edtf.parse(text)


def test_a_field_that_cannot_be_taken_is_left_out_and_named():
    source, faults = of_csl({"issued": {"literal": "көктемде"}, "title": "Т", "author": "Ким", "volume": 3})
    assert (source.title, source.issued, source.author, source.volume) == ("Т", None, (), "3")
    assert len(faults) == 2
    assert faults[0].startswith("issued left out: «көктемде» is no EDTF date")
    assert faults[1].startswith("author left out: a name is an object")
