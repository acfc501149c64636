"""The Python door: find what identifies people in texts, without any document.

>>> import redactor.api
>>> redactor.api.scan(["Danielle Hargreaves rang."])  # doctest: +SKIP
[[ScannedSpan(start=0, end=19, type='person', score=0.98, verdict='replace')]]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from redactor.detection.setting import Setting
from redactor.pseudonyms.schema import PseudonymMap


class ScannedSpan(NamedTuple):
    """A mention: half-open code points, the entity type's word, score 0..1, and what the evidence
    amounts to: "replace", "ask" (masked until a person decides) or "keep"."""

    start: int
    end: int
    type: str
    score: float
    verdict: str


def scan(
    texts: Iterable[str], names: PseudonymMap | None = None, setting: str = Setting.REVIEW
) -> list[list[ScannedSpan]]:
    """The spans of each text, in order and without overlap; each text is a document of its own.

    `names` is a pseudonym map whose names are found too. `setting` is "review", "balanced" or
    "recall": the last two mask dates, amounts, courts and what else can identify somebody, and
    put nothing to a person. The first call loads the models. Raises ValueError for any other
    setting, and redactor.errors.RecogniserFailed when a recogniser fails: half an answer would be
    a leak.
    """
    from redactor.decisions import known_names
    from redactor.pipeline import detector

    wanted = Setting(setting)
    known = known_names(names) if names is not None else []
    return [
        [
            ScannedSpan(m.span.start, m.span.end, m.type.value, round(m.score, 4), m.verdict.value)
            for m in mentions
        ]
        for mentions in detector().detect_each(list(texts), known, setting=wanted)
    ]
