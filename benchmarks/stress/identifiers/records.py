"""Numbers of the record systems that agencies keep: RiO, SystmOne, EMIS, LCS, Mosaic, …"""

from __future__ import annotations

from collections.abc import Mapping

from stress.identifiers.values import Kind, Need


def _rio(need: Need) -> str:
    return need.one_of((need.digits(7), f"R{need.digits(6)}", f"1{need.digits(6)}"))


def _social_care(need: Need) -> str:
    return need.one_of((f"P{need.digits(6)}", f"1{need.digits(6)}", f"CS/{need.digits(5)}"))


def _liberi(need: Need) -> str:
    return f"K0{need.digits(6)}"


KINDS: Mapping[str, Kind] = {
    "rio": Kind("case_reference", _rio),
    "systmone": Kind("case_reference", lambda need: f"S1-{need.digits(7)}"),
    "emis": Kind("case_reference", lambda need: need.digits(5)),
    "lcs": Kind("case_reference", lambda need: need.digits(7)),
    "mosaic": Kind("case_reference", lambda need: f"{need.number(1, 9)}{need.digits(6)}"),
    "liquidlogic": Kind("case_reference", lambda need: f"LL{need.digits(6)}"),
    "liberi": Kind("case_reference", _liberi),
    "social_care": Kind("case_reference", _social_care),
    "hospital_number": Kind("case_reference", lambda need: f"{need.letters(2)}{need.digits(6)}"),
    "datix": Kind("case_reference", lambda need: f"W{need.digits(5)}"),
}
