"""Check digits and letters of British numbers; each function takes what stands before or after."""

from __future__ import annotations

_PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UTR_DIGITS = "21987654321"


def weighted(digits: str, weights: range | tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def nhs(nine: str) -> str | None:
    """The tenth digit of an NHS, CHI or H&C number; None where the first nine cannot be one.

    Rule: NHS Data Dictionary, NHS NUMBER (modulus 11, weights 10 to 2).
    """
    check = (11 - weighted(nine, range(10, 1, -1)) % 11) % 11
    return None if check == 10 else str(check)


def utr(nine: str) -> str:
    """The first digit of a Unique Taxpayer Reference from the nine that follow it.

    Rule: HMRC's published modulus 11 check, weights 6 7 8 9 10 5 4 3 2.
    """
    return _UTR_DIGITS[weighted(nine, (6, 7, 8, 9, 10, 5, 4, 3, 2)) % 11]


def luhn(digits: str) -> str:
    """The last digit of a payment card (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 if place % 2 else 2)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def iban(bank_and_account: str) -> str:
    """The two check digits of a British IBAN (ISO 13616: modulus 97)."""
    moved = f"{bank_and_account}GB00"
    return f"{98 - int(''.join(str(int(c, 36)) for c in moved)) % 97:02}"


def pnc(year: str, serial: str) -> str:
    """The letter of a PNC ID or a CRO number: year's last two digits and serial, modulus 23.

    A PNC serial counts as seven digits, a CRO serial as it stands.
    """
    return _PNC_LETTERS[int(year[-2:] + serial) % 23]


def upn(twelve: str) -> str:
    """The first letter of a Unique Pupil Number (DfE guide: weights 2 to 13, modulus 23)."""
    return _UPN_LETTERS[weighted(twelve, range(2, 14)) % 23]


def uln(nine: str) -> str | None:
    """The tenth digit of a Unique Learner Number; None where the nine cannot be one.

    Rule: LRS specification (weights 10 to 2, ten less the remainder modulus 11).
    """
    remainder = weighted(nine, range(10, 1, -1)) % 11
    return str(10 - remainder) if remainder else None
