"""All kinds of identifiers by the word that a template asks for them with."""

from __future__ import annotations

from collections.abc import Mapping

from stress.identifiers import contact, justice, records, state
from stress.identifiers.values import Kind

KINDS: Mapping[str, Kind] = {
    **state.KINDS,
    **justice.KINDS,
    **contact.KINDS,
    **records.KINDS,
}
