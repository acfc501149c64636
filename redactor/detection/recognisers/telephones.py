"""Telephone numbers, and the numbers of handsets and SIM cards.

Ofcom's National Telephone Numbering Plan says the shapes; `phonenumbers` confirms them and finds
foreign ones. It rejects the ranges that Ofcom keeps for drama (01632 960xxx, 07700 900xxx), and a
mistyped number reaches somebody too, so a plausible shape is enough. IMEI: 3GPP TS 23.003.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

import phonenumbers

from redactor.detection.recognisers.health import is_labelled_nhs_number
from redactor.detection.recognisers.hints import SEVEN_DIGITS
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import Match, Rule, RuleRecogniser, around, cues, labelled
from redactor.model import EntityType

_BRITISH = re.compile(
    r"(?<![\w.+-])(?<!\d/)(?:\(?(?:\+|00)44\)?[ .-]?(?:\(0\)[ .-]?)?\(?[1-9]|\(?0[ -]?[1-9])"
    r"(?:[ .()-]{0,2}\d){8,10}(?![\w]|[.-]\d|/(?!\d{1,6}\b|[ a-zA-Z]))"
)
_NEXT_ONE = re.compile(r"/(?:\d{1,6})(?!\d)(?!/)")
_EXTENSION = re.compile(r",? ?(?:ext(?:ension|n)?\.?|x) ?\d{1,6}(?![\w/])", re.IGNORECASE)
_FOREIGN = re.compile(r"(?<![\w/.])(?:\+|00)[1-9](?:[ .()-]{0,2}\d){7,13}(?![\w/]|[.-]\d)")
_PHONE = cues(
    r"(?:tele)?phones?(?: no\.?| nos\.?| number)?",
    r"tel(?: no\.?)?",
    r"mobiles?(?: no\.?| number)?",
    r"mob",
    r"land ?line",
    r"fax",
    r"call(?:ed|ing|s)?",
    r"rang|ring",
    r"text(?:ed|s|ing)?",
    r"whats ?app(?:ed)?",
    r"contact(?:ed)?(?: no\.?| number)?",
    r"numbers?",
    r"dial(?:led)?",
    r"helpline",
)
_PLAIN = re.compile(r"0\d{9,10}|0\d{2,4} \d{3,4} \d{3,4}|0\d{4} \d{5,6}|0\d{3} \d{7}|0\d{2} \d{8}")


class PhoneRecogniser(RuleRecogniser):
    """Telephone, extension and IMEI numbers; 101, 111 and 999 are nobody's."""

    rules: ClassVar[tuple[Rule, ...]] = (
        # All that is told of a number: "mobile ending 461".
        Rule(
            EntityType.PHONE,
            re.compile(
                r"(?<!\w)(?i:(?:mobile|(?:tele)?phone|landline|handset|sim|tel)(?: number| no\.?)? "
                r"(?:ending|ends|ended)(?: in| with)?) (?P<value>\d{2,6})(?!\w)"
            ),
            0.8,
        ),
        Rule(
            EntityType.PHONE,
            labelled(r"ext(?:ension|n)?\.?|x|bleep|pager", r"\d{3,6}"),
            0.7,
            cues=cues(r"(?:tele)?phone", "tel", "extension", "switchboard", "office", "ext"),
            with_cue=0.85,
        ),
        Rule(
            EntityType.PHONE,
            labelled(
                r"tel(?:ephone)?|phone|mobile|mob|landline|fax",
                r"(?:\d{3} ?\d{2,5}|7\d{3} ?\d{3} ?\d{3})(?! ?\d)",
            ),
            0.85,
        ),
        Rule(
            EntityType.PHONE,
            re.compile(r"(?<![\w/.+-])7[1-9]\d\d[ -]?\d{3}[ -]?\d{3}(?![\w/-])"),
            cues=cues(r"(?:tele)?phone", "tel", "mobile", "mob", "text(?:ed)?", "whats ?app"),
            with_cue=0.85,
            against=cues("nhs", "chi"),
        ),
        Rule(
            EntityType.PHONE,
            labelled(
                r"(?:imei|imsi|iccid|sim(?: card)?|handset|msisdn)(?: no\.?| number| serial)*",
                r"\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d{1,2}|\d{14,20}",
            ),
            0.95,
        ),
    )

    def find(self, prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        yield from super().find(prepared)
        if not prepared.holds(SEVEN_DIGITS):
            return
        for match in _BRITISH.finditer(text):
            start, end = match.span()
            if match.group()[0] == "(" and ")" not in match.group():
                start += 1
            if is_labelled_nhs_number(text, start, end):
                continue
            score = self._score(text, start, end)
            # "01632 960123/4" is two numbers; "0123456789/18" a reference.
            following = _NEXT_ONE.match(text, end)
            if following is not None:
                if score < 0.9:
                    continue
                end = following.end()
            inside = _EXTENSION.match(text, end)
            end = inside.end() if inside is not None else end
            yield EntityType.PHONE.name, start, end, score
        for match in _FOREIGN.finditer(text):
            yield EntityType.PHONE.name, *match.span(), 0.9

    @staticmethod
    def _score(text: str, start: int, end: int) -> float:
        number = text[start:end]
        if _is_valid(number):
            return 0.95
        if around(_PHONE, text, start, end):
            return 0.9
        return 0.8 if _PLAIN.fullmatch(number) else 0.6


def _is_valid(number: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, "GB"))
    except phonenumbers.NumberParseException:
        return False
