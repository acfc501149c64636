"""The block of a run's report about people who stay and whom the narrative names as well."""

from __future__ import annotations

from typing import Any

from rich.table import Table
from rich.text import Text

from redactor.batch.inputs import Inputs
from redactor.cli.places import listed, place_in_run
from redactor.diff.terminal import visible
from redactor.linking.kept import kept_in_narrative
from redactor.model import segments_by_id
from redactor.plan import Scan

_TITLE = "Kept people whom the narrative names too"


def kept_people(scan: Scan, inputs: Inputs) -> list[tuple[str, list[str]]]:
    """The name of each, and the places of the narrative where it stands."""
    names = {entity.id: entity.name for entity in scan.entities}
    segments = segments_by_id(scan.segments)
    return [
        (names[one.entity_id], [place_in_run(segments[i], inputs) for i in one.segment_ids])
        for one in kept_in_narrative(scan.entities, scan.segments)
    ]


def kept_as_json(scan: Scan, inputs: Inputs, *, show_names: bool) -> list[dict[str, Any]]:
    return [
        {"count": len(places), "places": places} | ({"text": name} if show_names else {})
        for name, places in kept_people(scan, inputs)
    ]


def kept_table(scan: Scan, inputs: Inputs, *, names: bool) -> Table | None:
    """None when the narrative names nobody who stays."""
    people = kept_people(scan, inputs)
    if not people:
        return None
    table = Table("Where", title=_TITLE, title_justify="left", min_width=len(_TITLE))
    if names:
        table.add_column("Words")
    for name, places in people:
        cells = [listed(places), visible(name)] if names else [listed(places)]
        table.add_row(*map(Text, cells))
    return table
