"""When two parts of names are one: nicknames for given names, plurals and halves for surnames."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from redactor.text.fold import key, run_together
from redactor.text.names import PersonName, pluralise
from redactor.text.nicknames import full_names

_SHORTEST_GLUED = 5


def is_initial(part: str) -> bool:
    return len(part.rstrip(".")) <= 1


@lru_cache(maxsize=1 << 17)
def same_given(one: str, other: str) -> bool:
    """Equal, or one a short form of the other."""
    first, second = key(one).rstrip("."), key(other).rstrip(".")
    if first == second:
        return True
    return first in full_names(second) or second in full_names(first)


@lru_cache(maxsize=1 << 17)
def same_surname(one: str, other: str) -> bool:
    """Equal, plural of the other, or a half of the other's double barrel."""
    first, second = key(one), key(other)
    if first == second or pluralise(first) == second or first == pluralise(second):
        return True
    halves = {half for half in first.split("-") if "-" in first}
    return second in halves or first in {half for half in second.split("-") if "-" in second}


def same_full(known: PersonName, name: PersonName) -> bool:
    """True when both given name and surname are the same; `known` has to have both."""
    return (
        known.is_full
        and same_given(known.first, name.first)
        and same_surname(known.surname, name.surname)
    )


def given_forms(given: str) -> Iterator[str]:
    """Keys of which two given names share at least one when they are the same."""
    bare = key(given).rstrip(".")
    yield bare
    yield from full_names(bare)


def surname_forms(surname: str) -> Iterator[str]:
    """Keys of which two surnames share at least one when they are the same."""
    bare = key(surname)
    yield bare
    yield pluralise(bare)
    if "-" in bare:
        yield from bare.split("-")


def glued_forms(name: PersonName) -> Iterator[str]:
    """A full name's words run together, either first, in full or with the initial."""
    given, surname = run_together(name.first), run_together(name.surname)
    for first in dict.fromkeys((given, run_together("".join(name.given)), given[:1])):
        if len(first + surname) >= _SHORTEST_GLUED:
            yield first + surname
            yield surname + first


def initials_of_ends(name: PersonName) -> str:
    """ "dh" for Danielle Louise Hargreaves, "dc" for Danielle Hargreaves-Cole."""
    return (name.first[0] + name.surname.replace("-", " ").split()[-1][0]).lower()
