"""Training texts: the development halves of the benchmarks, with other names at every reading.

Gold of a review gives each span; what stands in it is written anew word by word, so that the model
learns what stands around a name, and no name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from lantern.pools import Names
from redactor.detection.lantern import LABELS
from redactor.detection.lexicon import is_kept_place
from redactor.detection.lists import load_list, load_table
from redactor.detection.sentences import sentences
from redactor.model import ORGANISATIONS, QUASI_IDENTIFIERS, EntityType
from redactor.text.names import PARTICLES, is_title

IGNORED = -100
"""The label of letters that teach nothing."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SMALL = frozenset("of the and on in upon by le for at a".split())


@dataclass(frozen=True, slots=True)
class Text:
    """A text and, for each stretch of it that is something, the label's number; half-open."""

    text: str
    spans: tuple[tuple[int, int, int], ...]


def load_texts(path: Path) -> list[Text]:
    """The texts of a JSON Lines file of gold, or of all such files of a folder."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return [_text(json.loads(line)) for f in files for line in f.read_text("utf-8").splitlines()]


def _text(record: dict[str, Any]) -> Text:
    text = record["text"]
    spans = []
    for start, end, kind, _, action, *_ in record["spans"]:
        label = _label(EntityType(kind), text[start:end], action)
        if label is not None:
            spans.append((start, end, label))
    return Text(text, tuple(sorted(spans)))


def _label(kind: EntityType, written: str, action: str) -> int | None:
    if kind.is_person:
        return LABELS.index("PERSON")
    if kind is EntityType.PLACE:
        stays = action == "keep" or is_kept_place(written.lower())
        return IGNORED if stays else LABELS.index("PLACE")
    if action == "keep" or kind in QUASI_IDENTIFIERS:
        return None
    if kind in ORGANISATIONS:
        return LABELS.index("BODY")
    return LABELS.index("STREET" if kind is EntityType.ADDRESS else "NUMBER")


class Writer:
    """Writes texts anew; all chance is `rng`'s."""

    def __init__(self, names: Names, rng: Random) -> None:
        self._names = names
        self._rng = rng
        self._kept_words = frozenset(
            word.lower()
            for term in (*load_list("institution_words"), *load_list("company_words"))
            for word in term.split()
        )
        self._terms = sorted(
            {*load_list("generic_terms"), *load_list("public_bodies"), *load_list("conditions")}
            | {row[0] for row in load_table("role_words")}
        )

    def anew(self, one: Text) -> Text:
        """`one` with other names in it, some of the time in capitals or in small letters only."""
        rng = self._rng
        pieces: list[str] = []
        spans: list[tuple[int, int, int]] = []
        at = length = 0
        for start, end, label in one.spans:
            if start < at:
                continue
            written = self._written(one.text[start:end], label)
            pieces += [one.text[at:start], written]
            length += start - at
            spans.append((length, length + len(written), label))
            length += len(written)
            at = end
        pieces.append(one.text[at:])
        text = "".join(pieces)
        chance = rng.random()
        if chance < 0.05:
            text = _keeping_length(text, str.upper)
        elif chance < 0.10:
            text = _keeping_length(text, str.lower)
        elif chance < 0.14:
            for start, end, label in spans:
                if label == LABELS.index("PERSON"):
                    small = _keeping_length(text[start:end], str.lower)
                    text = text[:start] + small + text[end:]
        elif chance < 0.17:
            text = re.sub(r"\b[a-z](?=[a-z]{3})", lambda m: m.group().upper(), text)
        if rng.random() < 0.3:
            text = text.translate(str.maketrans("’‘“”", "''\"\""))
        return Text(text, tuple(spans))

    def a_term(self) -> Text:
        """What a cell says that names nobody."""
        return Text(self._rng.choice(self._terms), ())

    def _written(self, old: str, label: int) -> str:
        rng = self._rng
        name = LABELS[label] if label >= 0 else ""
        if name == "PERSON":
            return old if rng.random() < 0.1 else self._person(old)
        if name == "NUMBER":
            if rng.random() < 0.5 or "@" in old:
                return old
            return re.sub(r"\d", lambda _: str(rng.randrange(10)), old)
        if name in {"PLACE", "BODY", "STREET"} and rng.random() < 0.6:
            return _WORD.sub(lambda m: self._part_of_name(m.group(), name), old)
        return old

    def _person(self, old: str) -> str:
        found = list(_WORD.finditer(old))
        real = [m for m in found if not self._stays(m.group())]
        titled = len(found) > len(real) > 0

        def other(match: re.Match[str]) -> str:
            word = match.group()
            if self._stays(word):
                return word
            rng = self._rng
            if len(word) == 1:
                return rng.choice("ABCDEFGHIJKLMNOPRSTVWYZ") if word.isupper() else word
            if word.isupper() and len(word) < 4 and len(real) == 1:
                return "".join(rng.choice("ABCDEFGHJKLMNOPRSTVWY") for _ in word)
            first = match.start() == real[0].start() and "," not in old
            alone = len(real) == 1
            given = (first and not alone) or (alone and not titled and rng.random() < 0.7)
            new = self._names.a_given(rng) if given else self._names.a_surname(rng)
            return _cased(new, word)

        return _WORD.sub(other, old)

    def _stays(self, word: str) -> bool:
        return is_title(word) or word.lower() in PARTICLES

    def _part_of_name(self, word: str, name: str) -> str:
        rng = self._rng
        if word.islower() or word.lower() in self._kept_words or word.lower() in _SMALL:
            return word
        if word.isupper() and len(word) < 6:
            return "".join(rng.choice("ABCDEFGHILMNOPRSTWY") for _ in word)
        chance = rng.random()
        if chance < 0.35:
            new = self._names.a_word(rng)
        elif chance < (0.85 if name == "PLACE" else 0.6):
            new = rng.choice(self._names.a_place(rng).split())
        elif chance < 0.9:
            new = self._names.a_surname(rng) if rng.random() < 0.6 else self._names.a_given(rng)
        else:
            new = self._names.invented.word(rng)
        return _cased(new, word)


def _cased(new: str, old: str) -> str:
    """`new` with the capitals that `old` has."""
    if old.isupper() and len(old) > 1:
        return _keeping_length(new, str.upper)
    if old.islower():
        return _keeping_length(new, str.lower)
    return new


def _keeping_length(text: str, change: Callable[[str], str]) -> str:
    return "".join(new if len(new := change(char)) == 1 else char for char in text)


def cut(one: Text, rng: Random, most: int = 420) -> Iterator[Text]:
    """`one` in stretches of a few sentences, most often of one, as the gate has them read."""
    found = sentences(one.text)
    position = 0
    while position < len(found):
        size = rng.choice((1, 1, 1, 1, 2, 3))
        start = found[position][0]
        end = found[min(position + size, len(found)) - 1][1]
        position += size
        if end - start > most:
            end = start + most
        spans = tuple(
            (max(s, start) - start, min(e, end) - start, label)
            for s, e, label in one.spans
            if s < end and e > start
        )
        yield Text(one.text[start:end], spans)


def letters(one: Text) -> list[int]:
    """The label of each code point."""
    found = [0] * len(one.text)
    for start, end, label in one.spans:
        found[start:end] = [label] * (end - start)
    return found


def stream(
    sources: Sequence[tuple[float, Sequence[Text]]], writer: Writer, rng: Random
) -> Iterator[Text]:
    """Texts without end: a source by its share, one of its texts, written anew and cut."""
    shares = [share for share, _ in sources]
    while True:
        if rng.random() < 0.02:
            yield writer.a_term()
            continue
        _, texts = rng.choices(sources, shares)[0]
        yield from cut(writer.anew(rng.choice(texts)), rng)
