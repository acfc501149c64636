"""Amounts of money, measures, and what is counted."""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.quasi.kinds import Kind
from redactor.detection.quasi.numbers import DIGITS, NUMBER
from redactor.detection.quasi.shapes import ShapeRecogniser, any_of

# Codes of ISO 4217 that are no English words in capitals.
_CODE = any_of(
    "GBP EUR USD CHF SEK DKK NOK ISK PLN CZK HUF RON ROL BGN BGL TRL TRY RUB RUR UAH HRK SKK SIT "
    "DEM FRF ITL ATS BEF NLG ESP PTE GRD FIM IEP LTL LVL EEK CYP MTL MDL GEL AMD AZN JPY AUD CAD"
)
_SIGN = r"[\u00a3$\u20ac\u00a5]"
_COIN = any_of(
    "pounds?(?:_sterling)? sterling euros? dollars? cents? pence kron(?:a|or|er|e|ur) crowns? "
    "liras? z\u0142oty(?:s|ch)? zlot(?:y|ys|ies) roubles? rubles? hryvnias? francs? marks? lei "
    "levs? forints? guilders? lire drachmas? pesetas? schillings? kunas? tolars? rupees? yen"
)
_ADJECTIVE = r"(?:[A-Z][a-z]+\s+)?"
_LENGTH = any_of(
    "square_(?:metres?|meters?|feet|miles?|kilometres?) cubic_metres? hectares? acres? ares? m2 "
    "kilomet(?:re|er)s? met(?:re|er)s? centimet(?:re|er)s? millimet(?:re|er)s? miles? feet "
    "inch(?:es)? yards? km cm mm kilo(?:gram(?:me)?)?s? gram(?:me)?s? kg mg tonnes? "
    "tons? lit(?:re|er)s? degrees percent(?:age)?_points? per_cent percent pages? kb mb"
)
_NOUN = r"(?:(?:[a-z]{1,20}-)?[a-z]{2,20}(?:s|ren|men|people|women))"
_BETWEEN = r"(?:(?:other|new|further|different|separate|more|minor)\s+)?"
_QUALITY = r"(?:[a-z]{2,20}(?:al|ed|ful|ing|ive|ic|ous|ary|ent|er)\s+)?"
_NO_NOUN = (
    r"(?!(?:years?|months?|weeks?|days?|hours?|minutes?|was|is|has|as|this|times|pounds?|euros?|"
    r"above|his|across|plus|less|thus|unless|perhaps|always)\b)"
)

MONEY = re.compile(
    rf"(?:\b{_CODE}\s?{DIGITS}(?:\s?(?:million|billion|thousand|m\b|bn\b|k\b))?"
    rf"|{_SIGN}\s?{DIGITS}(?:\s?(?:million|billion|thousand|m\b|bn\b|k\b))?"
    rf"|\b{NUMBER}\s+{_ADJECTIVE}{_COIN}\b(?:\s\({_CODE}\))?"
    rf"|\b{DIGITS}\s?(?:{_CODE}\b|{_SIGN}))"
)
MEASURE = re.compile(rf"\b{NUMBER}[\s-]?(?:{_LENGTH}\b|%)")
COUNT = re.compile(
    rf"(?<![\d.,/-])(?!\d{{5}})\b{NUMBER}\s+{_BETWEEN}{_NO_NOUN}{_QUALITY}{_NO_NOUN}{_NOUN}\b",
    re.IGNORECASE,
)


class QuantityRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
        (Kind.MONEY, MONEY),
        (Kind.MEASURE, MEASURE),
        (Kind.COUNT, COUNT),
    )
