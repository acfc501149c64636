"""Numbers that no family claims: too long, or too mixed with letters, to be said of anything else.

A reader need not know whose number "109990011830" is to look it up. Sums have their commas or their
pound sign, years, times and scores are short, and telephone and NHS numbers have families of their
own, which win. Left alone: dates written in eight digits, numbers of books and articles, statutes.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.rules import (
    Rule,
    RuleRecogniser,
    cues,
    is_reference,
)
from redactor.model import EntityType

_PUBLISHED = cues(r"isbn(?:-?1[03])?", "issn", "doi", "pmid", "si", "article", "vol(?:ume)?", "pp?")
# Both begin with what is looked for fast: a digit, a hyphen.
_LONG = re.compile(r"\d(?:[A-Z\d]{5}|\d{3} \d{4})")
_HYPHENED = re.compile(r"-(?:\d\d|[A-Z]{1,4}-\d)")
_START = r"(?<![\w/.,*+\u00a3$\u20ac@#&=_-])(?<!\d )"
_END = r"(?![\w/@%]|[.,-]\d| ?(?:million|billion|people|pounds|km|miles)\b)"
_COMPACT_DATE = (
    r"(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))"
    r"(?!(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d(?!\d))"
)


class UnclaimedNumberRecogniser(RuleRecogniser):
    """Case references by their length or their mixture alone, at a low score."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(rf"{_START}{_COMPACT_DATE}(?!\d*(?:0{{6}})\b)\d{{8,20}}(?:/[A-Z])?{_END}"),
            0.6,
            against=_PUBLISHED,
            hint=_LONG,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(rf"{_START}\d{{7}}(?<!000){_END}"),
            cues=cues(r"ref(?:erence)?s?", r"records?", r"case", r"file", r"number", r"no"),
            with_cue=0.6,
            hint=_LONG,
        ),
        # Digits in groups of four, as on letters: "7741 2206 X", "9944 0021 77"; years are none.
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(
                rf"{_START}(?:[A-Z]{{2}} )?(?!(?:19|20)\d\d )\d{{4}} (?!(?:19|20)\d\d )\d{{4}}"
                rf" (?!(?:19|20)\d\d\b)(?:\d{{1,4}}|\dGB|X){_END}"
            ),
            0.6,
            hint=_LONG,
        ),
        # "C-7719046", "W-70417", "KIR-2022-019", "1-9904417226", "R00417-11", "7000-9904-4172".
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(
                rf"{_START}(?P<value>[A-Z]{{1,4}}\d?-(?:\d{{1,3}}-)?\d{{4,8}}|"
                rf"[A-Z]{{2,4}}-(?:19|20)\d\d-\d{{2,5}}|[A-Z]{{2,5}}-[A-Z]{{1,4}}-\d{{3,8}}|"
                rf"1-\d{{9,10}}|"
                rf"[A-Z]{{1,3}}\d{{4,8}}-\d{{1,3}}|\d{{4}}-\d{{4}}-\d{{4}}|\d{{6,8}}-\d{{2}}){_END}"
            ),
            0.6,
            accept=is_reference,
            hint=_HYPHENED,
        ),
        # "9904X00417Q0671123", "RTH0448193".
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(
                rf"{_START}(?=[A-Z]*\d)(?=\d*[A-Z])(?=(?:[A-Z]*\d){{6}})(?!COVID)"
                rf"[A-Z\d]{{8,20}}{_END}"
            ),
            0.6,
            hint=_LONG,
        ),
        # "Old Jamaican one no. A9904172": a label that does not say whose.
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(
                rf"(?<!\w)(?i:nos?\.?|number|"
                rf"one)[ :]{{1,2}}(?P<value>[A-Z]{{0,3}} ?\d{{6,20}}){_END}"
            ),
            0.6,
            hint=_LONG,
        ),
    )
