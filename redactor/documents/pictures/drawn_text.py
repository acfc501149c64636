"""Texts that a metafile draws, put together from its records.

Programs draw a line word by word, or letter by letter, each at a place of its own. A name then
stands in no single record. Records that follow each other on one line are given as one text,
and where it is not sure whether there is a blank between two, in each way: with, without, and
with blanks where the places leave room for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

_BLANK_AT = 150  # thousandths of an em that a gap must have; a blank has 250 or more
_DEFAULT_WIDTH = 556
_CAPTION_LINES = 8
_WIDTHS = {
    **dict.fromkeys("ijl'", 222),
    **dict.fromkeys(" .,:;|!Ift/\\[]", 278),
    **dict.fromkeys('r()-"`', 333),
    **dict.fromkeys("ckJsvxyz", 500),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mMW@%", 850),
}
"""Thousandths of an em, about as in Helvetica; enough to tell a blank from none."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One record: its text, where it begins, and how far it reaches when the record says so.

    In units of the metafile, which differ from one to the next.
    """

    text: str = field(repr=False)
    x: float
    y: float
    width: float | None = None


def texts_of(drawn: Sequence[Drawn]) -> tuple[str, ...]:
    """Each text that may be read, once, in the order of drawing."""
    texts: dict[str, None] = {}
    lines: list[list[Drawn]] = []
    for record in drawn:
        if lines and _continues(lines[-1][-1], record):
            lines[-1].append(record)
        else:
            lines.append([record])
    readings = [_readings(line) for line in lines]
    for line in readings:
        texts.update(dict.fromkeys(line))
    texts.update(dict.fromkeys(_across([line[0] for line in readings if line[0]])))
    texts.pop("", None)
    return tuple(texts)


def _across(lines: Sequence[str]) -> list[str]:
    """Texts that a line break may cut: captions of a few lines, and words cut by their length."""
    cut = [before + after for before, after in pairwise(lines) if after[0].islower()]
    return [*cut, " ".join(lines)] if len(lines) <= _CAPTION_LINES else cut


def _continues(last: Drawn, record: Drawn) -> bool:
    if len(last.text) == len(record.text) == 1:
        return True  # letters along a curve, or upwards
    height = last.width / len(last.text) * 2 if last.width and last.text else 0.0
    return abs(record.y - last.y) <= max(1.0, height / 5) and record.x >= last.x


def _readings(line: Sequence[Drawn]) -> list[str]:
    plain = "".join(record.text for record in line)
    spaced = " ".join(record.text for record in line)
    return [" ".join(text.split()) for text in (plain, _measured(line), spaced)]


def _measured(line: Sequence[Drawn]) -> str:
    """The line with a blank wherever two records stand further apart than the first is wide."""
    steps = [after.x - before.x for before, after in pairwise(line)]
    estimates = [sum(_WIDTHS.get(c, _DEFAULT_WIDTH) for c in record.text) for record in line]
    ratios = [step / wide for step, wide in zip(steps, estimates, strict=False) if step and wide]
    if not ratios:
        return "".join(record.text for record in line)
    scale = median(ratios)  # units in a thousandth of an em
    text = line[0].text
    for before, after, step, wide in zip(line, line[1:], steps, estimates, strict=False):
        width = wide * scale if before.width is None else before.width
        text += (" " if step - width > _BLANK_AT * scale else "") + after.text
    return text
