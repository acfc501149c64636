"""Places behind a word for their kind and a colon, as forms have them: "Ward: Weaver's Fields"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detection.recognisers.body_names import is_distinctive, is_too_large
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import Match
from redactor.model import EntityType

_KINDS = frozenset("ward parish estate village town locality neighbourhood suburb".split())
_LABELLED = re.compile(
    rf"(?<!\w)(?i:{'|'.join(sorted(_KINDS))}): "
    r"(?P<value>[A-Z][\w'-]+(?: (?:(?:and|&|of|on|the) )?[A-Z][\w'-]+){0,3})(?=\s*(?:[.,;|)]|$))"
)


def labelled_places(prepared: Prepared) -> Iterator[Match]:
    """The places in a text that a label says are some."""
    if ": " not in prepared.text or prepared.words.isdisjoint(_KINDS):
        return
    for match in _LABELLED.finditer(prepared.text):
        name = match.group("value")
        if is_distinctive(name.split()) and not is_too_large(name):
            yield EntityType.PLACE.name, *match.span("value"), 0.8
