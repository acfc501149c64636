"""People who stay and whom the story names."""

from __future__ import annotations

import pytest
from linked_reviews import PERSON, Review

from redactor.linking.kept import kept_in_narrative
from redactor.linking.listed import Listed
from redactor.model import Cell, SegmentId

MARSH = Listed("Susan Marsh", PERSON, keep=True, reason="panel member")


def places(review: Review, *listed: Listed) -> list[tuple[SegmentId, ...]]:
    entities = review.link(*listed)
    return [found.segment_ids for found in kept_in_narrative(entities, review.segments)]


def test_a_panel_member_of_the_story_is_told_with_all_places():
    review = (
        Review()
        .add("Susan Marsh", "Susan Marsh", heading="The Review Panel", cell=Cell(0, 1, 0))
        .add("On 3 May Susan Marsh visited. Susan Marsh left.", "Susan Marsh", "Susan Marsh")
        .add("Nobody told Susan Marsh of it.", "Susan Marsh")
    )
    assert places(review) == [(review.segments[1].id, review.segments[2].id)]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Susan Marsh", {"heading": "Panel", "cell": Cell(0, 1, 0)}),
        ("Independent Chair: Susan Marsh", {}),
        ("Susan Marsh is chief executive of Moat Homes.", {"heading": "Membership of the Panel"}),
        ("She has thirty years of service.", {}),
        ("The review was chaired by Susan Marsh.", {}),
        ("Report prepared by Susan Marsh.", {}),
        ("Signed: Susan Marsh", {}),
        ("Susan Marsh\nIndependent Chair\n3 May 2019", {}),
    ],
)
def test_where_the_makers_of_a_review_are_named_is_no_story(text, more):
    review = Review().add(text, *["Susan Marsh"] * text.count("Susan Marsh"), **more)
    assert places(review, MARSH) == []


def test_who_is_replaced_is_no_concern():
    review = Review().add("On 3 May Susan Marsh visited her.", "Susan Marsh")
    assert places(review) == []
