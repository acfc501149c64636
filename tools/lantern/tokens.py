"""A text as the model is given it."""

from __future__ import annotations

from tokenizers import Tokenizer

from lantern.texts import IGNORED, Text, letters
from redactor.detection.lantern import same_length, shapes_of


def encode(one: Text, tokenizer: Tokenizer) -> tuple[list[int], list[int], list[int]]:
    """Token ids, their shapes and their labels."""
    encoding = tokenizer.encode(same_length(one.text))
    shapes = shapes_of(one.text)
    labels = letters(one)
    ids, kinds, gold = [], [], []
    for number, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        ids.append(number)
        kinds.append(shapes[start] if end > start else 0)
        gold.append(labels[start] if end > start else IGNORED)
    return ids, kinds, gold
