"""Numbers of applications, and references made of digits that no other recogniser knows."""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.quasi.kinds import Kind
from redactor.detection.quasi.shapes import ShapeRecogniser

APPLICATION = re.compile(r"(?<![\w/.-])\d{1,5}/\d{2}(?![\w/]|[.,]\d)")
"""A running number and two digits of the year: the European Court of Human Rights, Rule 47."""

REFERENCE = re.compile(
    r"(?<![\w/.-])(?:(?=[A-Z0-9./-]*[A-Z])(?=(?:[A-Z./-]*\d){2})[A-Z0-9]{1,8}(?:[./-][A-Z0-9]{1,8})*"
    r"|\d{1,6}(?:[/-]\d{1,6}){1,3}|\d{5,})(?![\w/])"
)
"""Letters with digits, digits in groups, or five digits and more."""


class CodeRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
        (Kind.APPLICATION, APPLICATION),
        (Kind.CODE, REFERENCE),
    )
