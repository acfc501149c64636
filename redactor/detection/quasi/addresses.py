"""Addresses of other countries: a number, a street, a flat, a town and a code, over several lines.

British ones have a recogniser of their own (``recognisers.addresses``).
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.quasi.kinds import Kind
from redactor.detection.quasi.shapes import ShapeRecogniser

_WORD = r"(?:[^\W\d_][\w'.-]*)"
_FLAT = r"(?i:(?:apt|suite|ste|unit|flat)\.?\s{0,2}#?\d+[A-Za-z]?)"
_TOWN = rf"(?:[,\s]{{1,4}}{_WORD}){{1,6}}"
FLAT = re.compile(
    rf"\b(?:\d{{1,6}}\s)?(?:\d{{1,5}}\s)?(?:[^\W\d_a-z][\w'-]*[\s,]{{1,2}}){{0,5}}(?:\d{{1,5}}\s)?{_FLAT}(?:\s{_FLAT})?"
    rf"(?:{_TOWN}[,\s]{{1,4}}(?:\d{{4,6}}(?:-\d{{3,4}})?\b|nan\b))?"
)
ARMY = re.compile(
    r"\b(?:PSC|Unit|USS|USNS|USNV|USCGC)\s[\w ]{1,20},?\s(?:Box\s\d+\s+)?[AFD]PO,?\sA[AEP]\s\d{5}\b"
    r"|\b(?:PSC|Unit|CMR)\s\d+,?\s+Box\s\d+\s+[AFD]PO,?\s+A[AEP]\s+\d{5}\b"
)
"""The post of American forces."""


class ForeignAddressRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
        (Kind.ADDRESS, FLAT),
        (Kind.ADDRESS, ARMY),
    )
