"""The leak check finds a name that is planted by hand in a finished file, wherever that is."""

from __future__ import annotations

import pytest
from canary_names import Canary
from canary_package import Draft
from canary_place import Place
from canary_registry import CANARIES, PLACES
from canary_runs import finished_blank
from places_zip import STRICT

from redactor.checks.allowance import Allowance
from redactor.checks.inspection import inspect_package
from redactor.checks.sought import Sought
from redactor.model import Severity

each_place = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)


@each_place
def test_the_check_finds_it(place: Place) -> None:
    canary = CANARIES[place.id]
    draft = Draft.read(finished_blank())
    draft.strict = place.package == STRICT
    place.plant(draft, canary)
    found = inspect_package(draft.packed(), sought(canary), Allowance()).findings
    assert any(finding.severity is Severity.LEAK for finding in found)
    told = repr(found).lower()
    assert [word for word in canary.words if word.lower() in told] == []


def test_the_check_finds_nothing_where_nothing_is_planted() -> None:
    everybody = {name for canary in CANARIES.values() for name in sought(canary)}
    assert inspect_package(finished_blank(), everybody, Allowance()).findings == ()


def sought(canary: Canary) -> list[Sought]:
    """The full name and its parts, as the program looks for them."""
    return [Sought(text) for text in (canary.full, canary.given, canary.surname)]
