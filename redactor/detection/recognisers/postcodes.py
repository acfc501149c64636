"""Postcodes.

Royal Mail, Programmers' Guide to the Postcode Address File; the 124 areas are listed, so "OK1 2AB"
is none. A district alone ("CT9") is one only behind its label. British Forces: BFPO and a number.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.hints import CODE, figures
from redactor.detection.recognisers.rules import Rule, RuleRecogniser, cues, labelled
from redactor.model import EntityType

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL "
    "DN DT DY "
    "E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD "
    "LE LL LN "
    "LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM "
    "SN SO SP "
    "SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
).split()
_AREA = "|".join(sorted(_AREAS, key=len, reverse=True))
_POSTCODE = rf"(?:{_AREA})(?:\d\d?|\d[A-HJKPSTUW-Y])"
_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
_SPACED = figures(r"\d[A-Z]? \d[A-Z]{2}(?!\w)")
_CLOSE = figures(r"\d\d ?\d[A-Za-z]{2}(?!\w)")
_ADDRESS_CUE = cues(
    r"post ?code",
    r"address(?:es)?",
    r"lives?|lived|living",
    r"resid(?:es|ed|ing|ent|ence)",
    r"moved",
    r"home",
    r"house",
    r"flat",
    r"property",
    r"road|street|avenue|close|lane|drive|crescent|gardens|court|place|way|terrace|rd|ave",
)


class PostcodeRecogniser(RuleRecogniser):
    """Full postcodes, in capitals anywhere, in lower case beside an address."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.POSTCODE,
            re.compile(rf"(?<![\w/-]){_POSTCODE}[ -]{{0,2}}{_INWARD}(?![\w/])"),
            0.95,
            hint=CODE,
        ),
        # With a blank too many: "LL 79 6QW".
        Rule(
            EntityType.POSTCODE,
            re.compile(rf"(?<![\w/-])(?:{_AREA}) \d\d? {_INWARD}(?![\w/])"),
            0.8,
            hint=_SPACED,
        ),
        # With a letter that Royal Mail does not use there: mistyped.
        Rule(
            EntityType.POSTCODE,
            re.compile(rf"(?<![\w/-]){_POSTCODE} \d(?![AP]M\b)[A-Z]{{2}}(?![\w/])"),
            0.8,
            hint=_SPACED,
        ),
        Rule(
            EntityType.POSTCODE,
            re.compile(
                rf"(?<![\w/-])(?i:(?:{_AREA})\d\d ?{_INWARD})"
                rf"(?<!1st)(?<!2nd)(?<!3rd)(?<!\dth)(?<!\d[ap]m)(?![\w/])"
            ),
            0.75,
            hint=_CLOSE,
        ),
        Rule(
            EntityType.POSTCODE,
            re.compile(
                rf"(?<![\w/-]){_POSTCODE} ?{_INWARD}(?<!1st)(?<!2nd)(?<!3rd)(?<!\dth)(?![\w/])",
                re.IGNORECASE,
            ),
            cues=_ADDRESS_CUE,
            with_cue=0.9,
            hint=CODE,
        ),
        Rule(
            EntityType.POSTCODE,
            labelled(
                r"post ?codes?(?: (?:area|district|sector))?|outcode", rf"{_POSTCODE}(?: \d)?"
            ),
            0.85,
        ),
        Rule(EntityType.POSTCODE, re.compile(r"(?<!\w)BFPO ?\d{1,4}(?!\w)"), 0.95),
        Rule(EntityType.POSTCODE, re.compile(r"(?<!\w)GIR ?0AA(?!\w)"), 0.95),
    )
