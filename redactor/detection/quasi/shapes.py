"""What the recognisers of quasi-identifiers share: shapes, each of one kind.

Unlike the identifiers that a review removes (see ``recognisers.rules``) these need no word beside
them and no check: a date is a date. Whether it is masked is the chooser's to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from presidio_analyzer import EntityRecognizer, RecognizerResult

from redactor.detection.quasi.kinds import Kind
from redactor.detection.recognisers.prepared import prepare

if TYPE_CHECKING:
    from presidio_analyzer.nlp_engine import NlpArtifacts

SCORE = 0.9


class ShapeRecogniser(EntityRecognizer):
    """Gives every match of its shapes; the span is the group "value" where it took part."""

    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = ()

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entities=list(dict.fromkeys(kind.name for kind, _ in self.shapes)),
            supported_language=supported_language,
            name=type(self).__name__,
        )

    def load(self) -> None:
        """Nothing to load: shapes are compiled with their module."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Matches in `text`, shape by shape; those of different shapes can overlap."""
        prepared = prepare(text)
        return [
            RecognizerResult(kind.name, *prepared.span(*_span(match)), SCORE)
            for kind, shape in self.shapes
            if kind.name in entities
            for match in shape.finditer(prepared.text)
        ]


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.span("value" if match.groupdict().get("value") else 0)


def any_of(words: str) -> str:
    """A pattern for any of `words`, which blanks part and in which "_" stands for a blank."""
    return "(?:" + "|".join(word.replace("_", r"\s+") for word in words.split()) + ")"
