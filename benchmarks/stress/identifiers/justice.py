"""References of police, courts and prisons, in the shapes of several forces and courts."""

from __future__ import annotations

from collections.abc import Mapping

from stress import checkdigits
from stress.identifiers.values import Kind, Need


def _crime(need: Need) -> str:
    year = need.year()
    return need.one_of(
        (
            f"46/{need.digits(6)}/{year % 100}",
            f"06{need.letters(1)}{need.number(1, 9)}/{need.digits(4)}/{year % 100}",
            f"13{year % 100}0{need.digits(6)}",
            f"{need.digits(7)}/{year % 100}",
            f"54{year}{need.digits(6)}",
            f"CR/{need.digits(6)}/{year % 100}",
            f"{need.number(10, 59)}{need.letters(2)}/{need.digits(5)}/{year % 100}",
        )
    )


def _incident(need: Need) -> str:
    year, month, day = need.year(), need.number(1, 12), need.number(1, 28)
    serial = need.number(12, 1899)
    return need.one_of(
        (
            f"{day:02}-{month:02}{year % 100}-{serial:04}",
            f"{serial:04}-{day:02}{month:02}{year % 100}",
            f"{serial}/{day:02}{_MONTHS[month - 1]}{year % 100}",
            f"{year % 100}{month:02}{day:02}-{serial:04}",
            f"{year}{month:02}{day:02}-{serial:03}",
            f"NP-{year}{month:02}{day:02}-{serial:04}",
        )
    )


_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def _custody(need: Need) -> str:
    year = need.year()
    return need.one_of(
        (
            f"{need.letters(2)}/{need.digits(5)}/{year % 100}",
            f"CU{year % 100}{need.digits(6)}",
            f"{need.digits(2)}{need.letters(2)}/{need.digits(4)}/{year % 100}",
        )
    )


def _pnc(need: Need) -> str:
    year, serial = need.number(1988, 2017), need.digits(7)
    letter = checkdigits.pnc(str(year), serial)
    return need.shape.choice((f"{year}/{serial}{letter}", f"{year % 100:02}/{serial}{letter}"))


def _cro(need: Need) -> str:
    year, serial = need.number(1988, 2017), f"{need.number(1, 9)}{need.digits(5)}"
    return f"{serial}/{year % 100:02}{checkdigits.pnc(str(year), serial)}"


def _collar(need: Need) -> str:
    return need.one_of((need.digits(4), f"1{need.digits(4)}", f"{need.digits(3)}{need.letters(1)}"))


def _family_case(need: Need) -> str:
    court = need.one_of("ZZ ZC ZE ZL ZS".split())
    return f"{court}{need.year() % 100}{need.letters(1, 'CPF')}{need.digits(5)}"


def _county_case(need: Need) -> str:
    return need.one_of(
        (
            f"{need.letters(1)}{need.digits(2)}YX{need.digits(3)}",
            f"G{need.digits(2)}ZQ{need.digits(3)}",
        )
    )


def _prison(need: Need) -> str:
    text = f"A{need.digits(4)}{need.letters(2)}"
    return text if need.shape.random() < 0.9 else f"{text[:5]} {text[5:]}"


def _marac(need: Need) -> str:
    year = need.year()
    return need.one_of(
        (
            f"M/{year % 100}/{need.digits(4)}",
            f"MARAC{year}-{need.digits(3)}",
            f"{need.digits(3)}/{year}/{need.number(1, 12):02}",
            f"M{need.digits(5)}",
        )
    )


KINDS: Mapping[str, Kind] = {
    "crime": Kind("police_reference", _crime),
    "incident": Kind("police_reference", _incident),
    "custody": Kind("police_reference", _custody),
    "pnc": Kind("police_reference", _pnc),
    "cro": Kind("police_reference", _cro),
    "collar": Kind("collar_number", _collar),
    "family_case": Kind("court_reference", _family_case),
    "county_case": Kind("court_reference", _county_case),
    "crown_case": Kind("court_reference", lambda need: f"T{need.year()}{need.digits(4)}"),
    "prison": Kind("prison_number", _prison),
    "marac": Kind("case_reference", _marac),
}
