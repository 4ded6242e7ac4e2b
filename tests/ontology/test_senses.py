"""Senses: what can be told of an instrument is what the format knows."""

from typing import get_args

from qatynas.facts.kinds import ReportedStatus
from qatynas.ontology.senses import REPORTED, senses


def test_what_a_sense_reports_of_an_instrument_is_what_the_format_knows():
    assert get_args(ReportedStatus) == REPORTED


def test_only_what_is_done_to_an_instrument_reports_of_it():
    told = [sense for sense in senses().values() if sense.reported]
    assert told
    assert {sense.object for sense in told} == {"instrument"}
