"""Whose age a sentence tells, as far as its wording needs it: "her", "his" or "their".

Closed lists and small patterns: only what stands right beside the age, or the one person that its
clause speaks of, makes a pronoun evident. Everything else is "their", which is never wrong.
"""

from __future__ import annotations

import re

_FEMALE = (
    r"woman|women|female|females|lady|ladies|mother|mum|mam|sister|wife|daughter|aunt|auntie|"
    r"grandmother|granddaughter|niece|girlfriend|widow|stepmother|stepdaughter|stepsister|"
    r"step-mother|step-daughter|half-sister|fiancée|ex-wife|ex-girlfriend|mother-in-law|"
    r"sister-in-law|daughter-in-law|waitress|barmaid|midwife|policewoman|Mrs|Ms|Miss"
)
_MALE = (
    r"man|men|male|males|gentleman|gentlemen|father|dad|brother|husband|son|uncle|grandfather|"
    r"grandson|nephew|boyfriend|widower|stepfather|stepson|stepbrother|step-father|step-son|"
    r"half-brother|fiancé|ex-husband|ex-boyfriend|father-in-law|brother-in-law|son-in-law|"
    r"policeman|Mr"
)
_NEUTRAL = (
    r"person|people|adult|adults|patient|victim|perpetrator|suspect|offender|defendant|witness|"
    r"resident|individual|user|client|tenant|lodger|partner|ex-partner|friend|neighbour|parent|"
    r"carer|student|pupil|youth|child|children|baby|cousin|sibling|siblings|grandchild|stepchild|"
    r"grandparent|twin|twins|colleague|worker|nurse|teacher|driver|roofer|builder|labourer|soldier|"
    r"veteran|caller|passenger|detainee|prisoner|applicant|boy|boys|girl|girls|teenager|youngster"
)
PERSON = rf"(?:{_FEMALE}|{_MALE}|{_NEUTRAL})"
"""Nouns of people; a pattern for IGNORECASE."""

THING = (
    r"(?:house|home|flat|building|bungalow|block|car|van|vehicle|bike|phone|laptop|computer|system|"
    r"case|file|records?|report|review|plan|policy|strategy|order|injunction|law|legislation|data|"
    r"information|intelligence|bruis(?:e|es|ing)|injur(?:y|ies)|scars?|wounds?|fractures?|"
    r"allegations?|convictions?|offences?|complaint|debt|loan|warrant|referral|assessment|"
    r"relationship|marriage|friendship|tenancy|lease|contract|business|company|agreement|dog|cat|"
    r"horse|pony|puppy|kitten|animal|tree|estate|school|surgery|programme|project|scheme|service|"
    r"feud|dispute|grudge|habit|addiction|photograph|photo|picture|document|letter|statement)"
)

_SHE = re.compile(r"(?<![\w-])(?:she|her|hers|herself)(?!\w)", re.IGNORECASE)
_HE = re.compile(r"(?<![\w-])(?:he|him|his|himself)(?!\w)", re.IGNORECASE)
_SUBJECT = re.compile(r"\W*(?:and |when |but |then |that )?(?P<who>she|he)(?!\w)", re.IGNORECASE)
_NOUN = re.compile(
    rf"(?<![\w-])(?:(?P<female>{_FEMALE})|(?P<male>{_MALE}))(?![\w-])", re.IGNORECASE
)
_RIGHT_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<she>she)|(?P<he>he)|(?P<female>{_FEMALE})|(?P<male>{_MALE})"
    r"|(?P<title>Mrs|Ms|Miss|Mr)\.?(?-i:\s[A-Z][\w'\u2019-]+){1,3})"
    r"(?:['\u2019]s)?[,(]?\s*(?:(?:who\s+)?(?:was|is|were|had\s+been|would\s+(?:have\s+been|be)|"
    r"turned)\s*)?(?:then\s+|only\s+|just\s+|now\s+|also\s+)?[,(]?\s*$",
    re.IGNORECASE,
)
_OTHERS = re.compile(rf"(?<![\w-])(?:{_NEUTRAL}|they|them|their)(?![\w-])", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_CLAUSE_END = re.compile(
    r"[.;:!?\n](?=\s|$)|,?\s(?:and|but|who|which|while)\s(?=she\b|he\b|they\b)"
)
_REACH = 120


def pronoun_for(text: str, start: int, end: int) -> str:
    """ "her", "his" or "their" for the person whose age stands at `start`..`end`."""
    before = text[max(0, start - _REACH) : start]
    before = before[max((m.end() for m in _CLAUSE_END.finditer(before)), default=0) :]
    if match := _RIGHT_BEFORE.search(text[max(0, start - _REACH) : start]):
        if match["title"]:
            return "his" if match["title"].lower() == "mr" else "her"
        return "her" if match["she"] or match["female"] else "his"
    after = text[end : end + _REACH]
    if stop := _CLAUSE_END.search(after):
        after = after[: stop.start()]
    if not before.strip(" ,(\"'\u2018\u201c"):
        # "Aged 32, she left": a clause that opens with the age.
        match = _SUBJECT.match(after)
        return _of(match["who"]) if match else "their"
    subject = _SUBJECT.match(before)
    clause = f"{before} \u2026 {after}"
    if not subject or _OTHERS.search(clause) or _NAME.search(clause) or _NOUN.search(clause):
        return "their"
    if _SHE.search(clause) and _HE.search(clause):
        return "their"
    return _of(subject["who"])


def pronoun_of_noun(noun: str) -> str:
    """The possessive for "man", "sister"; "their" for nouns that tell no sex or mean several."""
    match = _NOUN.fullmatch(noun)
    if not match or noun.lower() in {"men", "women", "ladies", "gentlemen", "males", "females"}:
        return "their"
    return "her" if match["female"] else "his"


def _of(subject: str) -> str:
    return "her" if subject.lower() == "she" else "his"
