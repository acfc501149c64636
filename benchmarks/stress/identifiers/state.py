"""Numbers that health services, tax, schools and the DVLA give.

Ranges: NHS numbers are from the 999 test range. Of H&C numbers the top of their range is taken,
which is not given out. A CHI number begins with a date of birth; those of 1926 to 1931 are taken.
National Insurance prefixes are well-formed ones that HMRC's list of prefixes does not have, local
authority codes in UPNs and the first letters of registrations are ones that are not in use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stress import checkdigits
from stress.identifiers.values import Kind, Need
from stress.person import undiacritic

_UNISSUED_PREFIXES = "GC GE GH GJ GL GM GP GR GS GT GW BJ BN BR BS CN CS CT CW MB ME MT MW".split()
_UNUSED_TAGS = "TA TC TE TK TM TP TU UA UC UE UH UK UN UP JA JC JE JK JN JR".split()


def _checked(need: Need, nine: Callable[[], str], check: Callable[[str], str | None]) -> str:
    while True:
        digits = nine()
        if (last := check(digits)) is not None:
            return digits + last


def _nhs(need: Need) -> str:
    digits = _checked(need, lambda: "999" + need.digits(6), checkdigits.nhs)
    text = need.grouped(digits, (3, 3, 4), (3, 3, 4), (10,))
    return text.replace(" ", "-") if need.shape.random() < 0.15 else text


def _chi(need: Need) -> str:
    def nine() -> str:
        born = f"{need.number(1, 28):02}{need.number(1, 12):02}{need.number(26, 31)}"
        return born + need.digits(3)

    return need.grouped(_checked(need, nine, checkdigits.nhs), (10,), (6, 4), (3, 3, 4))


def _health_and_care(need: Need) -> str:
    digits = _checked(need, lambda: "3999" + need.digits(5), checkdigits.nhs)
    return need.grouped(digits, (3, 3, 4), (10,))


def _ni(need: Need) -> str:
    text = need.one_of(_UNISSUED_PREFIXES) + need.digits(6) + need.letters(1, "ABCD")
    text = need.grouped(text, (2, 2, 2, 2, 1), (9,), (2, 6, 1))
    return text.lower() if need.shape.random() < 0.05 else text


def _passport(need: Need) -> str:
    return need.grouped(f"{need.number(3, 9)}{need.digits(8)}", (9,), (9,), (3, 3, 3))


def _licence(need: Need) -> str:
    """Surname, decade, month (a woman's with 50 added), day, year, initials, three more.

    Rule: DVLA, the 16 characters of the driver number.
    """
    person = need.person
    surname = "".join(c for c in undiacritic(person.last).upper() if c.isalpha())
    year, month, day = f"{person.born.year % 100:02}", person.born.month, person.born.day
    month += 50 if person.sex == "f" else 0
    initials = f"{undiacritic(person.first)[0].upper()}9"
    text = f"{surname[:5]:9<5}{year[0]}{month:02}{day:02}{year[1]}{initials}9{need.letters(2)}"
    return need.grouped(text, (16,), (5, 6, 5))


def _utr(need: Need) -> str:
    nine = need.digits(9)
    return need.grouped(checkdigits.utr(nine) + nine, (10,), (5, 5))


def _sort_code(need: Need) -> str:
    text = f"00-{need.number(10, 99)}-{need.number(10, 99)}"
    return text if need.shape.random() < 0.7 else text.replace("-", " ")


def _account(need: Need) -> str:
    return f"{need.number(1, 9)}{need.digits(7)}"


def _card(need: Need) -> str:
    fifteen = need.one_of(("400000", "555555", "222300")) + need.digits(9)
    text = need.grouped(fifteen + checkdigits.luhn(fifteen), (4, 4, 4, 4), (16,))
    return text.replace(" ", "-") if need.shape.random() < 0.2 else text


def _iban(need: Need) -> str:
    rest = need.one_of(("ZZBK", "QDRM", "XTST")) + "00" + need.digits(12)
    return need.grouped(f"GB{checkdigits.iban(rest)}{rest}", (4, 4, 4, 4, 4, 2), (22,))


def _vehicle(need: Need) -> str:
    tag, age = need.one_of(_UNUSED_TAGS), need.one_of("09 12 15 16 17 18 59 61 64 66 67 68".split())
    return f"{tag}{age}{need.shape.choice((' ', ' ', ''))}{need.letters(3)}"


def _upn(need: Need) -> str:
    twelve = f"{need.number(960, 979)}{need.digits(4)}{need.number(8, 19):02}{need.digits(3)}"
    return checkdigits.upn(twelve) + twelve


def _uln(need: Need) -> str:
    return _checked(need, lambda: f"{need.number(1, 9)}{need.digits(8)}", checkdigits.uln)


KINDS: Mapping[str, Kind] = {
    "nhs": Kind("nhs_number", _nhs),
    "chi": Kind("nhs_number", _chi),
    "hc_number": Kind("nhs_number", _health_and_care),
    "ni": Kind("ni_number", _ni),
    "passport": Kind("passport", _passport),
    "driving_licence": Kind("driving_licence", _licence),
    "utr": Kind("case_reference", _utr),
    "sort_code": Kind("bank_account", _sort_code),
    "account": Kind("bank_account", _account),
    "card": Kind("payment_card", _card),
    "iban": Kind("bank_account", _iban),
    "vehicle": Kind("vehicle", _vehicle),
    "upn": Kind("pupil_number", _upn),
    "uln": Kind("pupil_number", _uln),
    "school_urn": Kind("case_reference", lambda need: f"1{need.digits(5)}"),
    "uprn": Kind("property_reference", lambda need: f"1000{need.digits(8)}"),
    "tenancy": Kind(
        "property_reference",
        lambda need: need.shape.choice(("{}/{}/{}", "TEN{}{}{}", "{}-{}-{}")).format(
            need.digits(4), need.digits(5), need.number(1, 9)
        ),
    ),
}
