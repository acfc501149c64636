"""Fitting the combiner: the right signs, and never one that its feature's meaning forbids."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.detection.combiner import BIAS
from tools.fit_combiner import (
    AGAINST,
    REPLACED_FROM,
    WORTH,
    Example,
    fitted,
    probabilities,
    thresholds,
)


def examples(*rows: tuple[dict[str, float], bool, int]) -> list[Example]:
    """Each row as often as its last number says."""
    return [
        Example("person", features, is_right)
        for features, is_right, count in rows
        for _ in range(count)
    ]


HONEST = examples(
    ({"title": 1.0}, True, 40),
    ({"title": 1.0}, False, 2),
    ({"terms": 1.0}, False, 40),
    ({"terms": 1.0}, True, 2),
    ({}, True, 10),
    ({}, False, 10),
)


def test_what_speaks_for_and_against_a_name_is_learnt():
    weights = fitted(HONEST)
    assert weights["title"] > 1.0
    assert weights["terms"] < -1.0
    assert weights[BIAS] == pytest.approx(0.0, abs=0.3)


def test_probabilities_are_about_as_often_right_as_they_say():
    weights = fitted(HONEST)
    (titled, term, bare) = probabilities(
        weights, examples(({"title": 1.0}, True, 1), ({"terms": 1.0}, True, 1), ({}, True, 1))
    )
    assert titled == pytest.approx(40 / 42, abs=0.07)
    assert term == pytest.approx(2 / 42, abs=0.07)
    assert bare == pytest.approx(0.5, abs=0.05)


def test_a_feature_that_misleads_counts_for_nothing():
    misleading = examples(
        ({"title": 1.0}, False, 30),
        ({"terms": 1.0}, True, 30),
        ({}, True, 15),
        ({}, False, 15),
    )
    weights = fitted(misleading)
    assert weights["title"] == 0.0
    assert weights["terms"] == 0.0


def test_without_any_feature_the_bias_is_how_often_a_candidate_is_right():
    weights = fitted(examples(({}, True, 30), ({}, False, 10)))
    assert weights.keys() == {BIAS}
    assert probabilities(weights, examples(({}, True, 1))) == pytest.approx([0.75], abs=0.01)


rows = st.tuples(
    st.dictionaries(
        st.sampled_from(["title", "kin", "terms", "English word"]), st.floats(0.0, 3.0), max_size=4
    ),
    st.booleans(),
    st.just(1),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(rows, min_size=1, max_size=30))
def test_no_weight_ever_has_a_forbidden_sign(drawn):
    for name, weight in fitted(examples(*drawn)).items():
        if name in AGAINST:
            assert weight <= 0.0
        elif name != BIAS:
            assert weight >= 0.0


@pytest.mark.parametrize("kind", sorted(WORTH))
def test_asking_begins_where_a_missed_name_costs_more_than_a_flag(kind):
    limits = thresholds(kind)
    assert limits["ask"] * WORTH[kind] == pytest.approx(1 - limits["ask"], abs=1e-3)
    assert limits["ask"] <= limits["replace"] == REPLACED_FROM
