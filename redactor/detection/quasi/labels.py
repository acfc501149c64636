"""All that spaCy reads, as a recogniser: dates, amounts and peoples too, which a review ignores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presidio_analyzer import EntityRecognizer, RecognizerResult

if TYPE_CHECKING:
    from presidio_analyzer.nlp_engine import NlpArtifacts

LABELS = (
    "PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE DATE TIME PERCENT MONEY "
    "QUANTITY ORDINAL CARDINAL"
).split()
SCORE = 0.85
"""What Presidio gives to a span of spaCy's."""


class SpacyLabelRecogniser(EntityRecognizer):
    """spaCy's own labels, from the document that Presidio's artifacts hold as their tokens."""

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entities=LABELS,
            supported_language=supported_language,
            name=type(self).__name__,
        )

    def load(self) -> None:
        """Nothing to load: the NLP engine has read the text already."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        tokens: Any = nlp_artifacts.tokens if nlp_artifacts is not None else None
        return [
            RecognizerResult(span.label_, span.start_char, span.end_char, SCORE)
            for span in getattr(tokens, "ents", ())
            if span.label_ in entities
        ]
