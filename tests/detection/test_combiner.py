"""The combiner: log-odds that add up, and weights whose signs mean what their features say."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.detection.combiner import (
    BIAS,
    MOST_EVIDENCE,
    Combiner,
    combiner,
    evidence,
)
from redactor.detection.lists import load_table
from redactor.model import Verdict
from tools.fit_combiner import AGAINST, KINDS

MODEL = Combiner({BIAS: -1.0, "title": 2.0, "term": -3.0, "unused": 0.0}, ask=0.25, replace=0.75)

names = st.sampled_from(["title", "term", "unused", "never heard of"])
values = st.floats(0.0, MOST_EVIDENCE)
features = st.dictionaries(names, values)


@pytest.mark.parametrize(
    ("given_features", "odds"),
    [
        ({}, -1.0),
        ({"title": 1.0}, 1.0),
        ({"title": 0.5}, 0.0),
        ({"title": 1.0, "term": 1.0}, -2.0),
        ({"never heard of": 5.0}, -1.0),
        ({"unused": 5.0}, -1.0),
    ],
)
def test_the_probability_is_the_sigmoid_of_the_sum(given_features, odds):
    assert MODEL.probability(given_features) == pytest.approx(1 / (1 + math.exp(-odds)))


@given(features)
def test_contributions_add_up_to_the_log_odds(given_features):
    total = sum(part.log_odds for part in MODEL.contributions(given_features))
    assert MODEL.probability(given_features) == pytest.approx(1 / (1 + math.exp(-total)))


def test_the_weightiest_contribution_comes_first_and_absent_features_do_not_come():
    parts = MODEL.contributions({"title": 1.0, "term": 1.0, "unused": 0.0})
    assert [(part.feature, part.value, part.log_odds) for part in parts] == [
        ("term", 1.0, -3.0),
        ("title", 1.0, 2.0),
        (BIAS, 1.0, -1.0),
    ]


@pytest.mark.parametrize(
    ("probability", "verdict"),
    [
        (0.0, None),
        (0.2499, None),
        (0.25, Verdict.ASK),
        (0.7499, Verdict.ASK),
        (0.75, Verdict.REPLACE),
        (1.0, Verdict.REPLACE),
    ],
)
def test_each_limit_belongs_to_the_verdict_above_it(probability, verdict):
    assert MODEL.verdict(probability) is verdict


@given(features, st.sampled_from(["title", "unused"]), values, values)
def test_more_of_what_speaks_for_a_name_never_lowers_the_probability(
    given_features, feature, one, other
):
    less, more = sorted([one, other])
    assert MODEL.probability({**given_features, feature: less}) <= MODEL.probability(
        {**given_features, feature: more}
    )


@given(features, values, values)
def test_more_of_what_speaks_against_a_name_never_raises_it(given_features, one, other):
    less, more = sorted([one, other])
    assert MODEL.probability({**given_features, "term": less}) >= MODEL.probability(
        {**given_features, "term": more}
    )


@given(st.floats(-1e6, 1e6))
def test_extreme_odds_are_still_a_probability(value):
    assert 0.0 < Combiner({"title": 1.0}, 0.2, 0.8).probability({"title": value}) < 1.0


@pytest.mark.parametrize(
    ("score", "value"), [(0.0, 0.0), (0.5, math.log(2)), (1.0, MOST_EVIDENCE), (0.9999, 5.0)]
)
def test_scores_become_evidence_that_adds_up(score, value):
    assert evidence(score) == pytest.approx(value)


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_a_better_score_is_never_less_evidence(one, other):
    less, more = sorted([one, other])
    assert evidence(less) <= evidence(more)


@pytest.mark.parametrize("kind", KINDS)
def test_the_package_has_weights_of_every_kind(kind):
    model = combiner(kind)
    assert BIAS in model.weights
    assert len(model.weights) > 5
    assert 0.0 < model.ask <= model.replace < 1.0
    assert not {"ask", "replace"} & set(model.weights)


def test_every_row_of_the_file_is_of_a_known_kind():
    assert {row[0].partition(": ")[0] for row in load_table("combiner")} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_no_weight_speaks_against_what_its_feature_means(kind):
    for name, weight in combiner(kind).weights.items():
        if name in AGAINST:
            assert weight <= 0.0, name
        elif name != BIAS:
            assert weight >= 0.0, name


@pytest.mark.parametrize("kind", ["", "child", "person: ask", "Person"])
def test_another_kind_is_an_error(kind):
    with pytest.raises(KeyError):
        combiner(kind)
