"""People who are given by their initials: courts write "L. R.", "C.-G.E." and "Mr B"."""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.quasi.kinds import Kind
from redactor.detection.quasi.shapes import ShapeRecogniser

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s"
INITIALS = re.compile(
    rf"(?<![\w.])(?:{_TITLE})?[A-Z]\.(?:\s?-?[A-Z]\.){{1,3}}(?!\w|\s?[A-Z]\w)|\b{_TITLE}[A-Z]\b(?!\.?\s?[A-Z])\.?"
)


class InitialsRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = ((Kind.INITIALS, INITIALS),)
