"""What somebody is: a nationality, a religion, an occupation, a relation, an illness."""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.lists import load_list
from redactor.detection.quasi.kinds import Kind
from redactor.detection.quasi.phrases import whole_words
from redactor.detection.quasi.shapes import ShapeRecogniser

_PEOPLES = whole_words(load_list("peoples"))
NATIONALITY = re.compile(
    rf"(?:{_PEOPLES.pattern}|\bUnited\s+Kingdom(?=\s+(?:national|citizen)))"
    r"(?:\s+(?:nationals?|citizens?|origin|subjects?)\b)?"
)


class DemographicRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
        (Kind.NATIONALITY, NATIONALITY),
        (Kind.OCCUPATION, whole_words(load_list("occupations"), ignore_case=True)),
        (Kind.RELATION, whole_words(load_list("kin_words"), ignore_case=True)),
        (Kind.CONDITION, whole_words(load_list("conditions"), ignore_case=True)),
    )
