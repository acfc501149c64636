"""What the combiner is told of the slow model's reading."""

import pytest
from fake_readings import reading

from redactor.detection.read_here import read_here

TEXT = "Rang Danielle and Margate there."


def test_what_the_model_takes_for_something_speaks_for_a_candidate_of_that_kind():
    said = reading(TEXT, people=["Danielle"], towns=["Margate"])
    assert read_here(said, 1, 1, "person") == {
        "read": pytest.approx(1.472, abs=0.001),
        "read as nothing": 0.0,
    }
    assert read_here(said, 3, 3, "place")["read as another kind"] == 0.0


def test_what_it_takes_for_another_kind_speaks_for_something_and_against_this_kind():
    said = read_here(reading(TEXT, towns=["Margate"]), 3, 3, "body")
    assert said["read"] > 1
    assert said["read as another kind"] > 3


def test_what_it_takes_for_nothing_speaks_against_every_kind():
    said = read_here(reading(TEXT), 1, 3, "body")
    assert said["read"] == 0.0
    assert said["read as nothing"] > 1


def test_a_phrase_is_as_sure_as_its_words_are_together():
    said = reading(TEXT, people=["Danielle"])
    assert read_here(said, 1, 2, "person")["read"] < read_here(said, 1, 1, "person")["read"]


def test_of_what_was_not_read_nothing_is_said():
    assert read_here(reading(TEXT, read=False), 1, 1, "place") == {}
