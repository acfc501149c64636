"""What looks like an identifier and stays: process dates, months, amounts, forces, counties."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday".split()
_FORCES = (
    "Kent Police",
    "Greater Manchester Police",
    "Norfolk Constabulary",
    "West Yorkshire Police",
    "Dyfed-Powys Police",
    "Police Scotland",
    "Northumbria Police",
    "the Metropolitan Police Service",
)
_COUNTIES = "Kent Norfolk Suffolk Devon Lancashire Cumbria Gloucestershire Lincolnshire".split()


def _date(rng: Random) -> str:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2014, 2019)
    return rng.choice(
        (
            f"{day} {_MONTHS[month - 1]} {year}",
            f"{day} {_MONTHS[month - 1]} {year}",
            f"{day} {_MONTHS[month - 1]}",
            f"{day:02}/{month:02}/{year}",
            f"{day:02}.{month:02}.{year % 100}",
        )
    )


def _short_date(rng: Random) -> str:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(14, 19)
    return rng.choice((f"{day}/{month}/{year}", f"{day:02}.{month:02}.{year}"))


def _time(rng: Random) -> str:
    hour, minute = rng.randint(0, 23), rng.randint(0, 59)
    return rng.choice(
        (f"{hour:02}:{minute:02}", f"{hour:02}.{minute:02}", f"{hour:02}{minute:02}hrs")
    )


def _amount(rng: Random) -> str:
    return rng.choice((f"£{rng.randint(40, 999)}", f"£{rng.randint(1, 9)},{rng.randint(100, 999)}"))


_MAKERS: Mapping[str, Callable[[Random], str]] = {
    "date": _date,
    "d": _short_date,
    "time": _time,
    "amount": _amount,
    "month": lambda rng: rng.choice(_MONTHS),
    "weekday": lambda rng: rng.choice(_WEEKDAYS),
    "year": lambda rng: str(rng.randint(2011, 2016)),
    "force": lambda rng: rng.choice(_FORCES),
    "county": lambda rng: rng.choice(_COUNTIES),
}


def fill(name: str, rng: Random, used: set[str]) -> str:
    """A filler that is not in `used`, which it joins. Raises KeyError for an unknown name."""
    while (text := _MAKERS[name](rng)) in used:
        pass
    used.add(text)
    return text
