"""The systems that are measured on public gold data: redactor's settings, Presidio, spaCy.

All read the same spaCy model, and nothing asks the network: Presidio's recognisers of e-mail and
web addresses get the list of public suffixes that tldextract brings along.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from public_sets import Spans
from systems import MODEL, analyser

Finder = Callable[[Sequence[str]], list[Spans]]


def _redactor(setting: str) -> Finder:
    """What is masked under `setting`: what is replaced, and what is put to a person."""

    def find(texts: Sequence[str]) -> list[Spans]:
        from redactor import api

        return [
            [(span.start, span.end) for span in spans if span.verdict != "keep"]
            for spans in api.scan(texts, setting=setting)
        ]

    return find


def _by_presidio(texts: Sequence[str]) -> list[Spans]:
    """AnalyzerEngine as it comes: every entity, its default threshold."""
    engine = analyser()
    return [[(found.start, found.end) for found in engine.analyze(text, "en")] for text in texts]


def _by_spacy(texts: Sequence[str]) -> list[Spans]:
    """The model alone, every label."""
    import spacy

    model = spacy.load(MODEL, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return [[(e.start_char, e.end_char) for e in doc.ents] for doc in model.pipe(texts)]


SYSTEMS: dict[str, Finder] = {
    "redactor, review": _redactor("review"),
    "redactor, balanced": _redactor("balanced"),
    "redactor, recall": _redactor("recall"),
    "Presidio": _by_presidio,
    "spaCy alone": _by_spacy,
}
