"""Naming a place in a document without any of its words."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.batch.inputs import Inputs
from redactor.model import DocumentId, Segment


def place_in_file(segment: Segment) -> str:
    """The kind of place and its number in its part: "body p12", "footnote p3"."""
    return f"{segment.kind} {segment.id.rsplit('|', 1)[-1]}"


def file_number(document: DocumentId, inputs: Inputs) -> int:
    """The number of a document among all files found, from 1: its name may tell too much."""
    ids = [opened.id for opened in inputs.documents]
    return inputs.indices[ids.index(document)]


def place_in_run(segment: Segment, inputs: Inputs) -> str:
    """`place_in_file`, after the file's number where there are several: "2: body p12"."""
    place = place_in_file(segment)
    if len(inputs.documents) == 1:
        return place
    return f"{file_number(segment.document, inputs)}: {place}"


def place_of_part(document: DocumentId, part: str, inputs: Inputs) -> str:
    """A part, after its file's number where there are several: "2: /word/media/image1.png"."""
    if len(inputs.documents) == 1:
        return part
    return f"{file_number(document, inputs)}: {part}"


def listed(places: Sequence[str], most: int = 3) -> str:
    """The first places and how many more there are."""
    more = len(places) - most
    return ", ".join(places[:most]) + (f" and {more} more" if more > 0 else "")
