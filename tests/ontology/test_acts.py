import re

from qatynas.ontology.acts import LANGUAGES, acts
from qatynas.ontology.senses import senses
from qatynas.ontology.spheres import spheres

OF_THE_FORMAT = {
    "sign", "ratify", "accede", "recognise", "establish_relations", "praise", "congratulate", "support_policy",
    "propose", "invite", "promise", "plan", "fund", "train", "equip", "trade", "invest", "exercise", "open", "close",
    "meet", "visit", "call",
}  # fmt: skip


def test_the_acts_that_the_format_names_are_there():
    assert set(acts()) >= OF_THE_FORMAT


def test_the_act_of_every_sense_is_there():
    assert {sense.act for sense in senses().values()} - {None} - set(acts()) == set()


def test_every_act_has_a_label_in_every_language():
    assert all(tuple(labels) == LANGUAGES and all(labels.values()) for labels in acts().values())
    assert acts()["sign"]["kazakh"] == "қол қою"


def test_kazakh_and_russian_labels_are_in_cyrillic():
    assert not [labels for labels in acts().values() if re.search("[A-Za-z]", labels["kazakh"] + labels["russian"])]


def test_ids_can_stand_in_any_format():
    assert not [name for name in (*acts(), *spheres()) if not re.fullmatch("[a-z_]+", name)]


def test_the_spheres_that_the_format_names_are_there():
    assert len(spheres()) == 16
    assert spheres()["transport"] == "transport and transit"
