"""All places, the canary of each, and the packages that hold them."""

from __future__ import annotations

import places_alternatives
import places_charts
import places_code
import places_controls
import places_fields
import places_images
import places_markup
import places_objects
import places_properties
import places_revisions
import places_settings
import places_splits
import places_stories
import places_zip
from canary_names import Canary, canaries
from canary_package import DOCUMENT, Draft
from canary_place import Place

PLACES: tuple[Place, ...] = (
    *places_splits.PLACES,
    *places_stories.PLACES,
    *places_controls.PLACES,
    *places_fields.PLACES,
    *places_revisions.PLACES,
    *places_alternatives.PLACES,
    *places_charts.PLACES,
    *places_images.PLACES,
    *places_settings.PLACES,
    *places_properties.PLACES,
    *places_markup.PLACES,
    *places_objects.PLACES,
    *places_code.PLACES,
    *places_zip.PLACES,
)
CANARIES: dict[str, Canary] = canaries((place.id, place.form) for place in PLACES)

_MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def package_names() -> list[str]:
    """The packages, in the order in which the places name them."""
    return list(dict.fromkeys(place.package for place in PLACES))


def built(package: str) -> bytes:
    """The package of that name, with all its places filled."""
    draft = Draft.blank()
    draft.strict = package == places_zip.STRICT
    if package.endswith(".docm"):
        draft.retype(DOCUMENT, _MACRO_TYPE)
    for place in PLACES:
        if place.package == package:
            place.plant(draft, CANARIES[place.id])
    return draft.packed()


def pseudonym(place: Place) -> str:
    """What the map writes for the place's canary: a label that is easily told in any text."""
    return f"[person {PLACES.index(place) + 1}]"


def pseudonym_map() -> str:
    """A map that names every canary as a person."""
    entries = "".join(
        f'- {{real: {CANARIES[place.id].full}, pseudonym: "{pseudonym(place)}", type: person}}\n'
        for place in PLACES
    )
    return f"review: canaries\nentities:\n{entries}"
