"""The forms in which a text tells an age in years, as patterns; what is a limit is none of them.

Every pattern has a group ``n`` (or ``numbers``) for the figures or words of the age.
"""

from __future__ import annotations

import re

from redactor.wording.numbers import CARDINAL
from redactor.wording.vague.age_people import PERSON, THING

GAP = r"(?:[ \u00a0\u202f]{1,4})"
NUMBER = rf"(?:(?<![\d.,])\d{{1,3}}(?![\d%\u00bd]|[.,:]\d)|{CARDINAL})"

_SMALLER = (
    rf"(?:{GAP}|[-\u2011])?(?:weeks?|months?|days?|hours?|minutes?|wks?|mths?|pounds?)(?![a-z])"
)
_LIMIT = (
    rf"(?!{GAP}?(?:\+|[-\u2013/]{GAP}?(?:\d|{CARDINAL}))|{_SMALLER}"
    rf"|{GAP}(?:years?{GAP})?(?:(?:old|of{GAP}age){GAP})?(?:(?:or|and){GAP}"
    rf"(?:over|under|above|below|older|younger|more|up|upwards)(?![a-z])|to{GAP}(?:\d|{CARDINAL})))"
)
"""Not followed by what makes it a limit, a range or a smaller unit: "16 or over", "12 months"."""
_NOT_AFTER = "".join(
    f"(?<!{word} )"
    for word in (
        "under over below above least most than beyond reading mental gestational developmental "
        "minimum maximum between to and bone chronological exceeding".split()
    )
)
_LISTED = "".join(
    f"(?<!{word} )"
    for word in (
        "under over below above least than beyond reading mental gestational school bone".split()
    )
)
_YEARS = (
    rf"(?:{GAP}(?:and{GAP})?years?|{GAP}?yrs?)"
    rf"(?:,?{GAP}(?:and{GAP})?(?:\d\d?|{CARDINAL}){GAP}months?)?"
    rf"(?:{GAP}old|{GAP}of{GAP}age)?(?![a-z])"
)
_ABOUT = rf"(?:(?P<about>nearly|almost|about|around|approximately|just|only|still){GAP})?"

AGED = re.compile(
    rf"(?<![\w-]){_LISTED}(?P<word>aged?|ages){GAP}{_ABOUT}"
    rf"(?P<numbers>{NUMBER}(?:(?:,{GAP}(?:and{GAP})?|{GAP}(?:and|&){GAP}){NUMBER})*)"
    rf"{_LIMIT}(?:{_YEARS}|{GAP}?y/?o(?![a-z]))?",
    re.IGNORECASE,
)
""" "aged 32", "aged 5 and 7", "age 32"."""

LABELLED = re.compile(
    rf"(?<![\w-])(?P<label>Age|AGE)(?P<colon>\s?:)?{GAP}(?P<n>{NUMBER}){_LIMIT}"
    rf"(?:{_YEARS}|{GAP}?y(?:/?o)?(?![a-z]))?"
)
"""A form's "Age: 32"."""

AT_THE_AGE = re.compile(
    rf"(?<![\w-])(?:(?P<preposition>at|from|by|since|until|till|before|after|around){GAP})?"
    rf"{_NOT_AFTER}(?:the{GAP}|(?<!the ))(?<!\w)age(?P<of>{GAP}of)?{GAP}{_ABOUT}"
    rf"(?P<n>{NUMBER}){_LIMIT}"
    rf"(?:{_YEARS})?(?!\w)",
    re.IGNORECASE,
)

YEARS_OLD = re.compile(
    rf"(?<![\w-])(?:(?P<at>at){GAP})?{_ABOUT}{_NOT_AFTER}(?P<n>{NUMBER})"
    rf"(?:{GAP}years?|{GAP}?yrs?)(?:,?{GAP}(?:and{GAP})?(?:\d\d?|{CARDINAL}){GAP}months?)?"
    rf"(?:{GAP}old|{GAP}of{GAP}age)(?![\w-])"
    rf"(?!{GAP}(?:or|and){GAP}(?:over|under|above|below|older|younger|more|up|upwards)(?!\w))",
    re.IGNORECASE,
)

YEAR_OLD = re.compile(
    rf"(?<![\w-])(?P<det>(?:an?|the|this|that|her|his|their|our|my|another|one|two|three|four|five|"
    rf"six|both|these){GAP})?(?<![\d-])(?P<n>{NUMBER})"
    rf"(?:(?:(?:{GAP}|[-\u2010\u2011\u2013])?(?:year|yr)|[-\u2010\u2011\u2013](?:years|yrs))"
    rf"(?:{GAP}|[-\u2010\u2011\u2013])"
    rf"(?P<plural>olds?)|{GAP}?y/?o)(?![\w-])",
    re.IGNORECASE,
)
NOUN_BEHIND = re.compile(
    rf"(?P<adjectives>(?:,?{GAP}(?!(?:was|is|had|has|who|whom|whose|with|from|in|at|and|or|of|to|"
    rf"on|by|the|an?|she|he|they|her|his|their|said|told|for|that|when|y/?o|years?|yrs?|"
    rf"old|aged?)\b)[\w'\u2019/-]+){{0,3}}?)"
    rf"{GAP}(?P<noun>{PERSON})(?![\w-])"
    rf"(?P<of>{GAP}of{GAP}(?:one|two|three|four|five|six|seven|\d)(?!\w)(?!-))?",
    re.IGNORECASE,
)
THING_BEHIND = re.compile(
    rf"(?:{GAP}(?!(?:was|is|had|who|with|from|in|at|and|to)\b)[\w-]+){{0,2}}?{GAP}{THING}(?![\w-])",
    re.IGNORECASE,
)
THING_BEFORE = re.compile(
    rf"(?<![\w-]){THING}(?:{GAP}(?:that|which|then|now|already|only|over|was|is|were|are|had|been)"
    rf"){{0,4}}[,(]?\s*$",
    re.IGNORECASE,
)
STANDS_ALONE = re.compile(
    rf"\s*$|{GAP}?[.,;:)!?\u2013\n]|{GAP}(?:was|is|had|has|who|whom|whose|with|from|in|at|and|or|of|to|"
    rf"on|by|said|told|for|that|when|but|because|while|as|she|he|they|left|went|took|came|got|gave|"
    rf"made|found|felt|fell|fled|ran|rang|saw|spoke|sent|lost|kept|held|met|died|did|does|could|"
    rf"would|will|may|might|(?!(?:retired|unemployed|married|unmarried|divorced|disabled|separated|"
    rf"employed|experienced|widowed|bearded)\b)[a-z]+ed|[-\u2013(])(?!\w)",
    re.IGNORECASE,
)
IS_PREDICATE = re.compile(
    rf"(?<![\w-])(?:was|is|were|are|be|been|being)(?:{GAP}(?:then|only|just|now))?{GAP}$",
    re.IGNORECASE,
)
IS_SECOND = re.compile(rf"\d{GAP}?(?:,|and|or|to|&){GAP}(?:an?{GAP})?$")
""" "the 45 and 47 year old"."""
IS_TURNED = re.compile(
    rf"(?<![\w-])(?:turn(?:ed|s|ing)?|reach(?:ed|es|ing)?|over|for|every|sentenced{GAP}to){GAP}$",
    re.IGNORECASE,
)

_WAS = (
    rf"(?:{GAP}(?:was|is|had{GAP}been)|['\u2019]s){GAP}"
    rf"(?:(?P<about>then|only|just|now|still|nearly|almost|about|around){GAP})?"
    rf"(?!one(?!\w))(?P<n>{NUMBER})(?=[.;)](?!\d)|,(?!\d)|\s*$"
    rf"|{GAP}(?:when|at{GAP}the{GAP}time|but|while|in{GAP}\d{{4}})(?!\w)"
    rf"|{GAP}and{GAP}(?!a{GAP}half|\d|{CARDINAL}))"
)
SHE_WAS = re.compile(rf"(?<!\w)(?P<who>she|he|who){_WAS}", re.IGNORECASE)
NAME_WAS = re.compile(_WAS, re.IGNORECASE)

IN_BRACKETS = re.compile(
    rf"{GAP}?\((?:(?P<sex_first>[MF])[,;/]?{GAP}?)?(?P<n>\d{{1,3}})"
    rf"(?P<unit>{GAP}?(?:y/?o|yrs?|years?|y))?(?P<sex>[,;/]?{GAP}?(?:[MF]|male|female))?\)"
)
BETWEEN_COMMAS = re.compile(
    rf",{GAP}(?P<n>\d{{1,3}})(?:{GAP}?(?:y/?o|yrs?))?(?=,(?!\d)|[.;)](?!\d)|\s*$|{GAP}(?:who|from|of)\b)"
)
WITH_SEX = re.compile(r",[ \u00a0](?P<n>\d{1,3})(?:y|yo|yrs?)?(?=[MF](?!\w))")
AGE_CELL = re.compile(rf"\s*(?P<n>{NUMBER})(?:{_YEARS}|\s?y)?(?=\s*$|\s*\()", re.IGNORECASE)
AGE_LABEL = re.compile(r"(?<![a-z])ages?(?![a-z])", re.IGNORECASE)

HINT = re.compile(
    r"aged?(?![a-z])|ages(?![a-z])|(?<![a-z])olds?(?![a-z])|y/?o(?![a-z])|yrs?(?![a-z])|birthday|"
    r"(?<![a-z])turn|(?<![a-z])(?:s?he|who)(?: |\u00a0|['\u2019])(?:was|is|s|had) |have been",
    re.IGNORECASE,
)
"""Nothing else can tell an age, but for what stands behind a name or in a cell."""
