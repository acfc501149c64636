"""From what a review masks to what a wide setting masks."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.detection.quasi.choose import choose
from redactor.detection.quasi.gather import gather
from redactor.detection.reading import Reading
from redactor.detection.setting import REACH, Setting
from redactor.detection.spans import Candidate


def widened(
    readings: Sequence[Reading], review: Sequence[Sequence[Candidate]], setting: Setting
) -> list[list[Candidate]]:
    """The candidates of each of `readings` under a wide `setting`; none overlap.

    `review` are those that a review would have. The readings are taken as one review, in which a
    name of one is a name in all; they have to be wide ones.
    """
    clues = gather(
        [reading.text for reading in readings],
        [reading.quasi or () for reading in readings],
        review,
    )
    return [
        choose(reading.text, found, mentions, REACH[setting])
        for reading, found, mentions in zip(readings, clues, review, strict=True)
    ]
