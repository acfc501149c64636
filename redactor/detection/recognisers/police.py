"""Police references: PNC and CRO numbers, crime and incident references, custody.

PNC ID: year, slash, serial, check letter; CRO: serial, slash, year, check letter (or SF for a
short file). The letter is number modulo 23 in an alphabet without I, O and S (Home Office, PNC user
manual; the same rule is in HMPPS's published person-record service). Crime references differ by
force: Kent 46/12345/18, Metropolitan 2712345/18, Greater Manchester 06J1/7342/20 and
CRI/06GG/0001234/20, West Midlands 20BE/123456A/18, West Yorkshire 13180123456 (the force's number,
year, serial; so do others), Devon and Cornwall CR/012345/18, Police Scotland LB12340119 and
PS-20190119-1234, Northern Ireland RM18012345, Northumbria 012345X/18. A shape that is also
something else needs a word of the police beside it, and most are found by their label.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.dates import DATE
from redactor.detection.recognisers.hints import (
    CODE_IN_CAPITALS,
    FOUR_TOGETHER,
    HYPHENED,
    SLASHED,
    Hint,
    hint,
)
from redactor.detection.recognisers.rules import (
    REFERENCE,
    Rule,
    RuleRecogniser,
    cues,
    is_reference,
    labelled,
)
from redactor.model import EntityType

_POLICE = cues(
    r"crimes?",
    r"incidents?",
    r"police",
    r"ref(?:erence)?(?: no\.?| number)?s?",
    r"logs?",
    r"cad",
    r"occurrences?",
    r"reported",
    r"record(?:s|ed)?",
    r"quot(?:es?|ed|ing)",
    r"constabulary",
    r"investigat(?:ed|ion)",
    r"athena|niche|storm|cris|genesis|connect|pronto|unifi|vulnerable persons database|ivpd",
)
_OF_DATE = (
    rf"(?: (?:of|on|dated) (?i:{DATE})| \d\d/\d\d/\d\d(?:\d\d)?(?![\w/])|"
    r"/\d{2}[A-Z]{3}\d{2,4}| \d{2}[A-Z]{3}\d{2,4})?"
)


class PoliceRecogniser(RuleRecogniser):
    """The value alone is the span, without its label."""

    needs: ClassVar[Hint] = hint(r"[\dO]")
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])(?:19|20)?\d\d/\d{4,7}[A-HJ-NP-RT-Z](?![\w/])"),
            0.9,
            cues=cues("pnc(?: id| no\\.?| number)?", "police national computer"),
            hint=SLASHED,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])(?:19|20)?\d\d/\d{1,7}[A-Z](?![\w/])", re.IGNORECASE),
            cues=cues("pnc(?: id| no\\.?| number)?", "pncid", "police national computer"),
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])(?:SF\d\d/\d{1,6}|\d{4,6}/\d\d)[A-HJ-NP-RT-Z](?![\w/])"),
            0.9,
            hint=SLASHED,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(
                r"(?<![\w/.-])(?:SF\d\d/\d{1,6}[A-Z]?|\d{3,6}/\d\d[A-Z]?|"
                r"\d{1,2}/\d\d[A-Z])(?![\w/])"
            ),
            cues=cues("cro(?: no\\.?| number)?", "criminal records? office"),
        ),
        # Arrest/summons number: year, force, station, system, serial, check letter.
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])\d\d/[\dA-Z]{4}/[\dA-Z]{2}/\d{1,11}[A-Z](?![\w/])"),
            0.95,
            hint=SLASHED,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(
                r"(?<![\w/.-])(?:[A-Z]{2,3}/\d{4,7}/\d\d|\d\d/\d{5,7}[A-Z]?/\d\d|\d{6,7}/\d\d|"
                r"\d{6}[A-Z]/\d\d|[A-Z]{2}\d{6,9}/\d\d|\d\d[A-Z]\d/\d{3,6}(?:/\d\d)?|"
                r"\d\d[A-Z]{1,2}\d?/(?:[A-Z]{2}/)?\d{3,6}[A-Z]?/\d\d|"
                r"\d\d/[A-Z]{2}/\d{3,6}[A-Z]?/\d\d|"
                r"[A-Z]{3}/\d\d[A-Z]{2}/\d{5,8}/\d\d|\d{4}[A-Z]/\d{4,6}/\d\d|"
                r"[A-Z]{2}/\d\d/\d{4,6})(?![\w/-])"
            ),
            0.85,
            hint=SLASHED,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(
                r"(?<![\w/.-])(?:[A-Z]{2,4}-\d{8}-\d{3,4}|[A-Z]{2,3}-\d\d-\d{5,6}|"
                r"\d\d-\d{4}-\d{3,4}|"
                r"\d{2}-\d{4,6}-\d{2}|\d{5}-\d{6})(?![\w/-])"
            ),
            0.85,
            hint=HYPHENED,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(
                r"(?<![\w/.+-])(?:[A-Z]{1,2}\d{8}|(?:[1-6]\d)(?:1\d|2\d)\d{7}|"
                r"(?:1\d|2\d)[0*]{1,3}\d{5,7}|5[12]\d{8}|[A-Z]\d{6}|[A-Z]{2}\d{7,12})(?![\w/-])"
            ),
            cues=_POLICE,
            with_cue=0.8,
            hint=FOUR_TOGETHER,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            labelled(
                r"crimes?(?: report(?:ed)?| recorded)?(?: ref(?:erence)?s?\.?| nos?\.?| numbers?| "
                r"urn)+|crime(?: under)?|"
                r"crime report|crn|cris(?: report)?|(?:incident|occurrence|intelligence|event|"
                r"police|storm|niche|athena|genesis|crimint|connect|unifi|pronto|ivpd|vpd|"
                r"merlin|custody|exhibit|pnn|asn|ppn|vaf|dan|property|log|misper|missing person|"
                r"firearms?(?: certificate| licence)?|domestic abuse|dash|nominal|call|999|101|"
                r"detained person|warrant card|fixed penalty|pnd|nfib|action fraud)"
                r"(?: record| report| log| call)?"
                r"(?: ref(?:erence)?s?\.?| nos?\.?| numbers?| id| urn)|"
                r"(?:storm|incident|police|cad) logs?|logs?|cads?|chs|fwin|inc\.?|storm|niche|"
                r"occurrence|incidents?|nominal|event|"
                r"custody(?: record| ref(?:erence)?)?|ppn|merlin|nfrc|arrest/?summons|police urn|"
                r"cps urn|urn|c/r|cust\.? rec\.?",
                rf"{REFERENCE}(?:\*\d+)?{_OF_DATE}",
            ),
            0.9,
            accept=is_reference,
            lists=True,
        ),
        # "logs 1187 and 1203": the second number has no label of its own.
        Rule(
            EntityType.POLICE_REFERENCE,
            labelled(
                r"(?:logs|cads|incidents|fwins|crimes|references|refs)[\s:]+[A-Z\d/-]{3,}"
                r"(?:, [A-Z\d/-]{3,})?(?:,? and|,|&)",
                REFERENCE,
            ),
            0.85,
            accept=is_reference,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            labelled(
                r"exhibits?(?: seized| bagged| produced)?(?: ref(?:erence)?s?| no\.?| number)?,?|"
                r"ex\.?|exh\.?",
                r"[A-Z]{2,4}/?\d{1,4}[A-Z]?",
            ),
            0.85,
        ),
        # A log by its number and day: "1502 of 27/02/21".
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.,\u00a3-])\d{3,5} of \d\d?[/.]\d\d?[/.]\d{2,4}(?![\w/])"),
            0.85,
            hint=hint(r" of \d"),
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])\d{2} ?[A-Z]{2} ?\d{5}[ /]?\d{2}(?!\w)"),
            cues=cues("urn", "cps", "case file"),
        ),
        # Merlin, by year and office; a witness's statement, by its initials.
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])(?:\d\d[A-Z]{3}\d{6}|MG\d\d?/[A-Z]{2,3}/\d{1,3})(?![\w/-])"),
            0.85,
            hint=CODE_IN_CAPITALS,
        ),
        # The name of an operation, in capitals; "Operation Encompass" is one of the nation.
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(
                r"(?<!\w)(?:Op\.?|OP|Operation) "
                r"(?P<value>(?!ENCOMPASS|SOTERIA|BRIGHT\b)[A-Z]{4,}(?:/\d\d)*)(?![\w-])"
            ),
            0.75,
        ),
    )
