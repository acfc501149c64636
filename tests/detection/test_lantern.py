"""The Lantern model as a Presidio recogniser: windows, offsets, and Presidio's own door."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presidio_analyzer import RecognizerResult

from redactor.detection.lantern import (
    OVERLAP_CHARACTERS,
    SHAPES,
    WEIGHTS,
    WINDOW_CHARACTERS,
    LanternRecognizer,
    same_length,
    shapes_of,
)

NAME = "Danielle Hargreaves"
FILLER = "the review was told that nothing more had been recorded by then and "


def named(lantern: LanternRecognizer, text: str, entity: str = "PERSON") -> list[str]:
    return [text[r.start : r.end] for r in lantern.analyze(text, [entity])]


@pytest.mark.parametrize(
    ("text", "entity", "found"),
    [
        ("Then Danielle Hargreaves rang the police.", "PERSON", "Danielle Hargreaves"),
        ("She moved from Birmingham to London.", "LOCATION", "Birmingham"),
        ("He said that Priya Nair rang.", "PERSON", "Priya Nair"),
    ],
)
def test_presidio_asks_and_gets_its_results(lantern, text, entity, found):
    results = lantern.analyze(text, ["PERSON", "LOCATION", "STREET"])
    assert all(isinstance(result, RecognizerResult) for result in results)
    hits = [r for r in results if r.entity_type == entity and text[r.start : r.end] == found]
    assert len(hits) == 1
    assert 0.5 <= hits[0].score <= 1.0


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("The panel agreed that the policy was followed.", ["PERSON", "LOCATION", "STREET"]),
        ("Danielle Hargreaves rang.", ["LOCATION"]),
        ("Danielle Hargreaves rang.", []),
        ("", ["PERSON"]),
        (" \n", ["PERSON"]),
    ],
    ids=["no name", "another entity asked for", "nothing asked for", "empty", "blank"],
)
def test_what_was_not_asked_for_is_not_given(lantern, text, entities):
    assert lantern.analyze(text, entities) == []


BORDER = WINDOW_CHARACTERS - OVERLAP_CHARACTERS


@pytest.mark.parametrize("at", range(BORDER - 20, WINDOW_CHARACTERS + 20, 6))
def test_a_name_on_a_window_border_is_found_whole(lantern, at):
    lead = (FILLER * 9)[: at - 5].rstrip() + " "
    text = f"{lead}{NAME} said that she had left. " + FILLER * 2
    assert any(NAME in found for found in named(lantern, text))


def test_a_text_of_one_word_without_blanks_is_read_in_windows_too(lantern):
    text = "x" * (3 * WINDOW_CHARACTERS)
    tokens = lantern.token_scores([text])[0]
    covered = {index for token in tokens for index in range(token.start, token.end)}
    assert covered == set(range(len(text)))


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Then ", "Siobh\u00e1n O\u2019Dowd"),
        ("Then ", "Siobha\u0301n O\u2019Dowd"),
        ("Then ", "Micha\u0142 Kowalski"),
        ("\U0001f600\U0001f600 Then ", "Danielle Hargreaves"),
        ("\ufb01nally ", "Danielle Hargreaves"),
        ("Then\u00a0", "Danielle\u00a0Hargreaves"),
        ("Then ", "Anne\u2011Marie Hargreaves"),
        ("\u2022\t\u2014 Then\u2026 ", "Danielle Hargreaves"),
    ],
)
def test_offsets_are_code_points_of_the_text_given(lantern, lead, name):
    text = f"{lead}{name} rang the police."
    assert name in named(lantern, text)


def test_what_else_is_read_has_no_say_in_the_scores(lantern):
    short, long = "Danielle rang.", f"{NAME} said so. " + FILLER * 9
    together = lantern.token_scores([long, short, "", long])
    assert together[2] == []
    assert [(t.start, t.end) for t in together[0]] == [(t.start, t.end) for t in together[3]]
    for text, tokens in ((short, together[1]), (long, together[0])):
        alone = lantern.token_scores([text])[0]
        assert tokens == alone


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="aA Z\u00e9e\u0301\u2019-\U0001f600\u00ad\n\ufb01.", max_size=700))
def test_every_token_lies_inside_its_text_in_order(lantern, text):
    tokens = lantern.token_scores([text])[0]
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert tokens == sorted(tokens, key=lambda token: (token.start, token.end))
    letters = {index for index, char in enumerate(text) if char in "aAZe"}
    assert letters <= {index for token in tokens for index in range(token.start, token.end)}


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("nurse", "small"),
        ("Nurse", "capitalised"),
        ("O\u2019Brien", "mixed"),
        ("McAllister", "mixed"),
        ("NURSE", "capitals"),
        ("NURSE\u2019s", "capitals"),
        ("D", "initial"),
        ("PC12738", "digits"),
        ("iPhone", "mixed"),
        ("\u00c9lise", "capitalised"),
    ],
)
def test_the_model_is_told_how_a_word_is_written(word, shape):
    text = f"({word})"
    shapes = [SHAPES[number] for number in shapes_of(text)]
    assert shapes == ["small", *[shape] * len(word), "small", "small"]


@given(st.text(max_size=60))
def test_what_the_model_reads_is_as_long_as_what_is_there(text):
    assert len(same_length(text)) == len(text) == len(shapes_of(text)) - 1


def test_a_name_that_is_a_word_is_told_by_its_sentence(lantern):
    text = "When Rose left, Will drank. The rose will not last, she told him."
    assert named(lantern, text) == ["Rose", "Will"]


def test_the_weights_stay_small_enough_to_be_carried_along():
    assert (WEIGHTS / "model.onnx").stat().st_size < 30_000_000
