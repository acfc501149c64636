"""From what was found to findings: masked, in a fixed order, and never more than one can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from redactor.checks.allowance import WHOLE, Allowance, Place
from redactor.checks.sought import Sought
from redactor.model import Finding, Severity

_MOST_LEAKS = 300
_LEAK, _NOT_INSPECTED = "real-name", "not-inspected"
PICTURE = "picture"
"""The rule of a note that a picture is there."""


@dataclass(slots=True)
class Hit:
    """How often one text stands at one place, and the kind of place where it was first met."""

    count: int
    where: str


@dataclass(frozen=True, slots=True)
class Unread:
    part: str = field(repr=False)
    reason: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class _Leak:
    place: Place
    sought: Sought = field(repr=False)
    hit: Hit
    allowed: int


def findings_of(
    hits: Mapping[tuple[Place, Sought], Hit],
    unread: Iterable[Unread],
    allowed: Allowance,
    place: str,
    labels: Mapping[str, str],
) -> Iterator[Finding]:
    """Leaks by part and paragraph, then what was not inspected and the notes, once each.

    `labels` says how to call a part; the package itself is the part "".
    """
    order = {part: number for number, part in enumerate(labels)}
    leaks = list(_leaks(hits, allowed))
    leaks.sort(key=lambda one: (order[one.place.part], one.place, one.sought.text, one.sought.kind))
    for leak in leaks[:_MOST_LEAKS]:
        paragraph = leak.place.paragraph
        where = f", paragraph {paragraph}" if paragraph != WHOLE else ""
        yield Finding(
            _LEAK,
            Severity.LEAK,
            f"{place}: {labels[leak.place.part]}{where}",
            masked(leak.sought.text),
            _reason(leak),
        )
    if len(leaks) > _MOST_LEAKS:
        more = len(leaks) - _MOST_LEAKS
        yield Finding(_LEAK, Severity.LEAK, place, reason=f"found at {more} more places")
    for one in dict.fromkeys(unread):
        rule = PICTURE if one.severity is Severity.NOTE else _NOT_INSPECTED
        yield Finding(rule, one.severity, f"{place}: {labels[one.part]}", reason=one.reason)


def masked(text: str) -> str:
    """The first letter of each word, and a bullet for each other."""
    return " ".join(word[0] + "\u2022" * (len(word) - 1) for word in text.split())


def _leaks(hits: Mapping[tuple[Place, Sought], Hit], allowed: Allowance) -> Iterator[_Leak]:
    totals: Counter[tuple[Place, Sought]] = Counter()
    last: dict[tuple[Place, Sought], tuple[Place, Hit]] = {}
    for (place, sought), hit in hits.items():
        key = (Place(place.part) if allowed.by_part else place, sought)
        totals[key] += hit.count
        last[key] = (place, hit)
    for key, count in totals.items():
        stays = allowed.at(*key)
        if count > stays:
            place, hit = last[key]
            yield _Leak(place, key[1], Hit(count, hit.where), stays)


def _reason(leak: _Leak) -> str:
    times = "once" if leak.hit.count == 1 else f"{leak.hit.count} times"
    return f"{leak.hit.where}: found {times}, {leak.allowed} may stay"
