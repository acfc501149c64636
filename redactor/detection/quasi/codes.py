"""Numbers of applications, and references made of digits that no other recogniser knows."""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.quasi.kinds import Kind
from redactor.detection.quasi.shapes import ShapeRecogniser

APPLICATION = re.compile(r"(?<![\w/.-])\d{1,5}/\d{2}(?![\w/]|[.,]\d)")
"""A running number and two digits of the year: the European Court of Human Rights, Rule 47."""

REFERENCE = re.compile(
    r"(?<![\w/.-])(?:(?=[A-Z0-9./-]*[A-Z])(?=(?:[A-Z./-]*\d){2})[A-Z0-9]{1,24}(?:[./-][A-Z0-9]{1,8}){0,8}"
    r"|(?=(?:[/-]?\d){4})(?!\d{1,5}/\d\d(?![\w/-]))\d{1,6}(?:[/-]\d{1,6}){1,3}|\d{5,})(?![\w/])"
)
"""Letters with digits, digits in groups, or five digits and more."""

GROUPS = re.compile(
    r"(?<![\w/.+-])(?=(?:\W?\d){7})(?:\+\s?)?(?:\(\d{1,5}\)[\s-]?)?\d{1,5}(?:[\s.-]?\(?\d{2,5}\)?){1,5}"
    r"(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?![\w/]|[.,]\d)"
)
"""Digits in groups: telephone numbers of any country."""
ZIP = re.compile(
    r"\b(?i:zip(?:\s?code)?|post(?:al\s|\s?)code)\W{1,3}(?:is\s)?(?P<value>\d{3,6}(?:-\d{4})?)\b"
)


class CodeRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
        (Kind.APPLICATION, APPLICATION),
        (Kind.CODE, REFERENCE),
        (Kind.CODE, ZIP),
        (Kind.CODE, GROUPS),
    )
