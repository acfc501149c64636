"""Which review's map a command is about, as all of ``redact map`` ask for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from redactor.cli.map.changes import Target

ReviewOption = Annotated[
    str | None,
    typer.Option(
        "--review",
        metavar="NAME",
        help="The review's name: its map is pseudonym_maps/NAME.yaml. Left out, the name is that "
        "of the working folder.",
    ),
]


def target_of(review: str | None, map_file: Path | None, quiet: bool) -> Target:
    from redactor.cli.map.changes import Target

    return Target(review, map_file, quiet)
