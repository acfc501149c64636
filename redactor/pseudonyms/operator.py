"""The replacement itself: presidio-anonymizer with an operator of ours that decides nothing.

Every mention gets an entity type of its own, so that the engine can neither merge two mentions
nor give one the other's text; which text goes where is fixed before it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig, RecognizerResult
from presidio_anonymizer.operators import Operator, OperatorType

from redactor.model import Span

NAME = "pseudonym"
NEW_VALUE = "new_value"


class PseudonymOperator(Operator):
    """Writes its parameter ``new_value``, whatever stood there."""

    def operate(self, text: str = "", params: dict[str, Any] | None = None) -> str:
        self.validate(params)
        return str((params or {})[NEW_VALUE])

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Raises ValueError unless ``new_value`` is a string (the empty one is allowed)."""
        if not isinstance((params or {}).get(NEW_VALUE), str):
            raise ValueError(f"the operator {NAME} needs a string {NEW_VALUE}")

    def operator_name(self) -> str:
        return NAME

    def operator_type(self) -> OperatorType:
        return OperatorType.Anonymize


@dataclass(frozen=True, slots=True)
class Anonymised:
    """A text after its replacements; ``spans[i]`` is where the i-th wanted text stands in it.

    A wanted text that is empty has no span: None.
    """

    text: str = field(repr=False)
    spans: tuple[Span | None, ...]


def anonymise(text: str, wanted: Sequence[tuple[Span, str]]) -> Anonymised:
    """Put each text in the place of its span of `text`; spans may touch and come in any order.

    Raises ValueError when two spans overlap or one reaches beyond the text: the engine would
    silently drop or shorten one of them.
    """
    _check(text, [span for span, _ in wanted])
    if not wanted:
        return Anonymised(text, ())
    results = [
        RecognizerResult(entity_type=str(index), start=span.start, end=span.end, score=1.0)
        for index, (span, _) in enumerate(wanted)
    ]
    operators = {
        str(index): OperatorConfig(NAME, {NEW_VALUE: new}) for index, (_, new) in enumerate(wanted)
    }
    done = _engine().anonymize(text, results, operators, merge_entities_with_spaces=False)
    places = {item.entity_type: (item.start, item.end) for item in done.items}
    spans = (places[str(index)] for index in range(len(wanted)))
    return Anonymised(
        done.text, tuple(Span(start, end) if start < end else None for start, end in spans)
    )


def _check(text: str, spans: Sequence[Span]) -> None:
    ordered = sorted(spans)
    for left, right in pairwise(ordered):
        if left.overlaps(right):
            raise ValueError(
                f"replacements overlap: {left.start}..{left.end} and {right.start}..{right.end}"
            )
    if ordered and ordered[-1].end > len(text):
        raise ValueError(f"a replacement ends at {ordered[-1].end}, the text at {len(text)}")


@cache
def _engine() -> AnonymizerEngine:
    engine = AnonymizerEngine()  # type: ignore[no-untyped-call]
    engine.add_anonymizer(PseudonymOperator)
    return engine
