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

_ROLES = frozenset(
    "associate boss complainant deceased employer ex landlady landlord lodger manager mate pupil "
    "suspect tenant victim perpetrator witness witnesses elder eldest youngest firstborn "
    "BF GF FoB FOC FoC MGA MGF MGM MOC MoC MU PA PGF PGM PU MA ma da pa friend friends".split()
)
"""Words of the list of relatives that tell a role in an account, no tie."""
RELATIONS = load_list("kin_words") - _ROLES


class DemographicRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
        (Kind.NATIONALITY, NATIONALITY),
        (Kind.OCCUPATION, whole_words(load_list("occupations"))),
        (Kind.RELATION, whole_words(RELATIONS, ignore_case=True)),
        (Kind.CONDITION, whole_words(load_list("conditions"), ignore_case=True)),
    )
