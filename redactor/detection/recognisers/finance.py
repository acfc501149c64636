"""Bank accounts, payment cards, tax and benefit references.

Sort code: six digits in pairs; account number: eight digits (Vocalink, "Validating account
numbers"). IBAN: ISO 13616, modulus 97. Payment card: ISO/IEC 7812, 13 to 19 digits with a Luhn
check digit. UTR: ten digits, perhaps a K (HMRC); PAYE reference: three digits, a slash, the
employer's. A sort code has the shape of a date, so it needs its label.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.hints import SIX_TOGETHER, figures, hint
from redactor.detection.recognisers.rules import Rule, RuleRecogniser, cues, labelled
from redactor.model import EntityType


def passes_luhn(number: str) -> bool:
    """ISO/IEC 7812 annex B; characters that are no digits are ignored."""
    total = 0
    for index, digit in enumerate(int(char) for char in reversed(number) if char.isdigit()):
        doubled = digit * (1 + index % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total > 0 and total % 10 == 0


def is_iban(number: str) -> bool:
    """ISO 13616: moved to the front and read in base 36, the remainder by 97 is 1."""
    compact = re.sub(r"\s", "", number).upper()
    return int("".join(str(int(char, 36)) for char in compact[4:] + compact[:4])) % 97 == 1


_BANK = cues(
    r"sort(?:ing)? ?code",
    r"account(?: no\.?| number)?",
    r"acc(?:oun)?t\.?(?: no\.?| number)?",
    r"a/c",
    r"bank(?: details)?",
    r"building society",
    r"iban",
)
SORT_CODE = r"sort(?:ing)?(?: ?code)?|bank code"
ACCOUNT = (
    r"(?:bank |current |savings |building society |joint |credit union |post office )?"
    r"(?:account|acct?\.?)|roll(?: no\.?| number)"
)
EITHER_IN_SHORT = "s/c|a/c"
_LETTER_AND_TWO_DIGITS = figures(r"[A-Za-z]\d\d")
_TWO_FOURS = figures(r"\d{4}[ -]{0,2}\d{4}")
_SIX_DIGITS = figures(r"\d[\d /-]{5}")
_PAIRS = r"\d\d[- /]{0,2}\d\d[- /]{0,2}\d\d"


class FinanceRecogniser(RuleRecogniser):
    """Sort code and account number are spans of their own."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.BANK_ACCOUNT,
            labelled(SORT_CODE, _PAIRS),
            0.95,
        ),
        Rule(
            EntityType.BANK_ACCOUNT,
            labelled(ACCOUNT, r"\d{4} ?\d{4}|\d{7,10}|\d/\d{8,9}-\d"),
            0.9,
            hint=_SIX_DIGITS,
        ),
        Rule(
            EntityType.BANK_ACCOUNT,
            labelled(EITHER_IN_SHORT, rf"{_PAIRS}|\d{{4}} ?\d{{4}}|\d{{7,10}}"),
            0.9,
            hint=hint("/[cC]"),
        ),
        Rule(
            EntityType.BANK_ACCOUNT,
            re.compile(
                r"(?<![\w/.-])(?<!\d )\d\d([- ])\d\d\1\d\d[ ,/\t]+(?:\d{8}|\d{6} \d\d)(?![\w/-])"
            ),
            0.9,
            hint=SIX_TOGETHER,
        ),
        # "98509975 (00 53 65)".
        Rule(
            EntityType.BANK_ACCOUNT,
            re.compile(r"(?<![\w/.-])\d{8} \((?P<value>\d\d([- ])\d\d\2\d\d)\)"),
            0.9,
            hint=SIX_TOGETHER,
        ),
        Rule(
            EntityType.BANK_ACCOUNT,
            re.compile(r"(?<![\w/.-])\d\d-\d\d-\d\d(?![\w/-])"),
            cues=cues(r"sort(?:ing)? ?code", r"account (?:no\.?|number)", "bank details"),
            with_cue=0.9,
        ),
        Rule(
            EntityType.BANK_ACCOUNT,
            re.compile(r"(?<![\w/.-])\d{8}(?![\w/-])"),
            cues=_BANK,
            with_cue=0.8,
            hint=SIX_TOGETHER,
        ),
        Rule(
            EntityType.BANK_ACCOUNT,
            re.compile(
                r"(?<!\w)[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?!\w)", re.IGNORECASE
            ),
            0.95,
            accept=lambda match: is_iban(match.group()),
            hint=_LETTER_AND_TWO_DIGITS,
        ),
        Rule(
            EntityType.PAYMENT_CARD,
            re.compile(r"(?<![\w/.-])[2-6]\d{3}(?:[ -]{0,2}\d{4}){2}[ -]{0,2}\d{1,7}(?![\w/-])"),
            0.9,
            cues=cues("card", "visa", "mastercard", "debit", "credit"),
            accept=lambda match: passes_luhn(match.group()),
            hint=_TWO_FOURS,
        ),
        Rule(
            EntityType.PAYMENT_CARD,
            re.compile(r"(?<![\w/.-])3[47]\d\d[ -]?\d{6}[ -]?\d{5}(?![\w/-])"),
            0.9,
            accept=lambda match: passes_luhn(match.group()),
            hint=_TWO_FOURS,
        ),
        # A mistyped one, beside its label.
        Rule(
            EntityType.PAYMENT_CARD,
            labelled(
                r"(?:debit |credit |bank |payment )?card(?: no\.?| number)+",
                r"\d{4}(?:[ -]{0,2}(?:\d{4}|[*Xx]{4})){2,3}[ -]?\d{0,4}",
            ),
            0.9,
        ),
        Rule(
            EntityType.PAYMENT_CARD,
            re.compile(
                r"(?<!\w)(?i:(?:card|account)(?:\s+number)?\s+ending(?:\s+in|\s+with)?|"
                r"last (?:four|4|three|3) digits(?: of (?:the|her|his) (?:card|account))?"
                r"(?: are| were)?)"
                r"[\s:]+(?P<value>\d{3,4})(?!\w)"
            ),
            0.85,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(
                r"utr|unique taxpayer'?s?(?: reference)?(?: no\.?| number)?|tax reference|"
                r"self assessment(?: ref(?:erence)?)?",
                r"\d{5} ?\d{5}K?",
            ),
            0.9,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(r"paye(?: ref(?:erence)?)?", r"\d{3}/[A-Z]{1,2}\d{2,6}[A-Z]?"),
            0.9,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(
                r"(?:registered )?(?:charity|company)(?: commission| registration)?(?: no\.?|"
                r" number)+|"
                r"vat(?: registration)?(?: no\.?| number)+",
                r"(?:SC|NI|OC|GB|CE)? ?\d{6,9}",
            ),
            0.8,
        ),
    )
