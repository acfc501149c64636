"""What the pseudonym map tells the linker about an entity."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.model import EntityType


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity that the map names, whether replaced or kept (``reason`` says why it is kept)."""

    name: str = field(repr=False)
    type: EntityType
    aliases: tuple[str, ...] = field(default=(), repr=False)
    role: str = ""
    keep: bool = False
    reason: str = ""
    pseudonym_surname: str = ""
    """What its surname becomes, for a name-like pseudonym; "" for a label."""
