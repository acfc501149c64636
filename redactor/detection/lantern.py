"""Lantern, redactor's own model of names, as a Presidio recogniser, on ONNX Runtime, offline.

A BERT of six layers that labels each piece of a word: part of a person's name, of a place's, of a
street's, of a body's that localises, of a number that identifies, or nothing. It began as
all-MiniLM-L6-v2 (Apache-2.0; see NOTICE) and was trained on the development halves of the
benchmarks with other names at every reading; ``tools/lantern`` has how. Its vocabulary knows small
letters only, so the way in which each word is written is told beside it (`shapes_of`).

The model reads at most 512 tokens and was trained on stretches of up to 420 characters, so longer
texts are read in overlapping windows. Each window is read by itself: its numbers are rounded to
eight bits over all that is read at once, so in a batch a name's score would depend on what else is
in the document (by up to 0.4, measured), and batches are no faster.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime
from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts
from tokenizers import Tokenizer

from redactor.detection.side_by_side import side_by_side
from redactor.text.fold import fold_char

WINDOW_CHARACTERS = 420
OVERLAP_CHARACTERS = 64
MAX_TOKENS = 512
MOST_THREADS = 4
WEIGHTS = Path(__file__).parent / "data" / "lantern"

LABELS = ("O", "PERSON", "PLACE", "STREET", "BODY", "NUMBER")
"""What a piece of a word is, in the order of the model's output."""
ENTITIES = ("PERSON", "LOCATION", "STREET", "ORGANIZATION", "ID")
"""The Presidio entity of each label but the first."""
SHAPES = ("small", "capitalised", "capitals", "mixed", "initial", "digits")
"""How a word is written, in the order of the model's input."""

_Floats = npt.NDArray[np.float32]
_Integers = npt.NDArray[np.int64]
_WORD = re.compile(r"\w+(?:['\u2019]\w+)*")


class TokenScore(NamedTuple):
    """A piece of a word and the model's probability (0..1) of each label but the first."""

    start: int
    end: int
    person: float
    place: float
    street: float
    body: float
    number: float


class LanternRecognizer(EntityRecognizer):
    """People, places, streets, bodies and numbers by the Lantern model."""

    def __init__(self, weights: Path = WEIGHTS, threads: int | None = None) -> None:
        """`weights` is a folder with the model; `threads` is how many windows are read at a time,
        None for one on each core."""
        self._weights = weights
        self._threads = threads or min(MOST_THREADS, os.cpu_count() or 1)
        super().__init__(
            supported_entities=sorted(ENTITIES),
            name="LanternRecognizer",
            supported_language="en",
        )

    def load(self) -> None:
        """Open the model; raises an error of onnxruntime's when its file is not there."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # windows are read side by side instead
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(self._weights / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(self._weights / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def token_scores(self, texts: Sequence[str]) -> list[list[TokenScore]]:
        """For each text, the scores of its tokens in order; offsets are code points of the text.

        Where windows overlap, a token has one entry for each window that read it.
        """
        windows = [
            (index, start, text[start:end])
            for index, text in enumerate(texts)
            for start, end in _windows(text)
        ]
        encodings = self._tokenizer.encode_batch([same_length(w[2]) for w in windows])
        places = [one.offsets for one in encodings]  # each look would work them out anew
        inputs = [
            _inputs(one.ids, place, w[2])
            for one, place, w in zip(encodings, places, windows, strict=True)
        ]
        answers = side_by_side("Lantern", self._run, inputs, self._threads)
        likely = iter(_probabilities(answers))  # of all windows, one after the other
        scores: list[list[TokenScore]] = [[] for _ in texts]
        for (index, offset, _), place in zip(windows, places, strict=True):
            scores[index] += [
                TokenScore(offset + start, offset + end, *values)
                for (start, end), values in zip(place, likely, strict=False)
                if end > start
            ]
        for found in scores:
            found.sort()
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

    def _run(self, inputs: Mapping[str, _Integers]) -> _Floats:
        """What the model makes of each label, as logits, for each token of a window."""
        logits: _Floats = self._session.run(None, inputs)[0][0]
        return logits


def _inputs(
    tokens: Sequence[int], places: Sequence[tuple[int, int]], text: str
) -> dict[str, _Integers]:
    """What the model is told of the window `text`: its `tokens`, and how the words are written of
    which they are parts."""
    shapes = shapes_of(text)
    ids = np.array([tokens], np.int64)
    kinds = [shapes[start] if end > start else 0 for start, end in places]
    return {"ids": ids, "mask": np.ones_like(ids), "shapes": np.array([kinds], np.int64)}


def _probabilities(answers: Sequence[_Floats]) -> list[list[float]]:
    """For the tokens of all `answers` in turn, the probability of each label but the first."""
    if not answers:
        return []
    logits = np.concatenate(answers)
    exponents = np.exp(logits - logits.max(axis=-1, keepdims=True))
    probabilities = exponents / exponents.sum(axis=-1, keepdims=True)
    found: list[list[float]] = probabilities[:, 1:].tolist()
    return found


def shapes_of(text: str) -> list[int]:
    """For each code point of `text`, the number of the shape (`SHAPES`) of the word that it
    belongs to, and one more for its end."""
    found = [0] * (len(text) + 1)
    for match in _WORD.finditer(text):
        if not match.group().islower():
            start, end = match.span()
            found[start:end] = [_shape(match.group())] * (end - start)
    return found


@lru_cache(maxsize=1 << 14)
def _shape(word: str) -> int:
    return SHAPES.index(_shape_name(word))


def _shape_name(word: str) -> str:
    if any(char.isdigit() for char in word):
        return "digits"
    if word.islower() or not word[0].isalpha():
        return "small"
    if not word[0].isupper():
        return "mixed"
    if len(word) == 1:
        return "initial"
    stem = re.split("['\u2019]", word)[0]
    if stem.isupper() and len(stem) > 1:
        return "capitals"
    return "mixed" if any(char.isupper() for char in word[1:]) else "capitalised"


def same_length(text: str) -> str:
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


def _best(token: TokenScore) -> tuple[str, float]:
    """The Presidio entity that the token most likely is, and its probability."""
    scores = (token.person, token.place, token.street, token.body, token.number)
    return max(zip(ENTITIES, scores, strict=True), key=lambda pair: pair[1])
