"""The ways to write a sought text: as it is, in the possessive, in the plural.

A form is the text's letters and digits, run together, with the places where it is divided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.checks.fold import fold
from redactor.checks.sought import Sought, SoughtKind
from redactor.checks.tokens import squeeze, tokenise

SHORTEST_GLUED = 8
"""Letters of a full name that is found within longer words ("danielleorr.jpg")."""
_SHORTEST_IDENTIFIER = 7
"""Letters and digits: what is shorter must be divided in the same way (1/2/85 is not 1,285)."""
_WORDS = re.compile(r"(?:[^\W\d_]|')+")
_HUMP = re.compile(r"(?<=[^\W\dA-Z_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_HISSING = ("s", "x", "z", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a sought text, without all that is no letter or digit."""

    sought: Sought
    exact: str = field(repr=False)
    boundaries: frozenset[int]
    """Offsets at which the sought text is divided itself."""
    is_full: bool
    """Two words or more, and long enough to be nothing else."""
    suffix: str = ""
    """Letters at the end of ``exact`` that are a grammatical ending: "s" or "es"."""

    @property
    def key(self) -> str:
        return self.exact.casefold()

    @property
    def length(self) -> int:
        return len(self.exact) - len(self.suffix)

    @property
    def is_short_identifier(self) -> bool:
        return self.sought.kind is SoughtKind.IDENTIFIER and len(self.exact) < _SHORTEST_IDENTIFIER


def forms_of(sought: Sought) -> Iterator[Form]:
    """Every form of a sought text; none of one that has no letter or digit."""
    folded = fold(sought.text)
    exact = squeeze(folded)
    if not exact:
        return
    boundaries = frozenset(tokenise(folded).offsets[1:])
    if sought.kind is SoughtKind.IDENTIFIER:
        yield Form(sought, exact, boundaries, is_full=False)
        return
    boundaries |= {match.start() for match in _HUMP.finditer(exact)}  # "McDonald", "Mc Donald"
    is_full = len(_WORDS.findall(folded)) > 1 and len(exact) >= SHORTEST_GLUED
    yield Form(sought, exact, boundaries, is_full)
    yield Form(sought, exact + "s", boundaries, is_full, suffix="s")
    if exact.casefold().endswith(_HISSING):
        yield Form(sought, exact + "es", boundaries, is_full, suffix="es")
