"""Dates that a sentence or a table says to be somebody's birth or death.

Closed lists, read towards the date: "born on", "DOB:", "was pronounced dead at 21:40 on", "death
certificate dated". What a court did is no death ("charged with her murder on"). Where somebody is
told of one ("informed of her death on"), the day counts, because that is mostly the same day.
"""

from __future__ import annotations

import re

from redactor.wording.numbers import CARDINAL

_PLACE = r"(?:(?!(?:was|were|is|had|has|and|but|who|which|she|he|they)\b)[\w'\u2019-]+,?\s){1,6}"
_BIRTH = re.compile(
    r"(?<![^\W_])(?:"
    rf"born(?:\s+(?:prematurely|early|alive|there|at\s+home|by\s+[\w-]+(?:\s+section)?))?,?"
    rf"(?:\s+(?:at|in|to)\s+{_PLACE})?\s*[:(\u2013-]?"
    r"|(?:d\.?\s?o\.?\s?b\.?s?|d/b|dates?\s+of\s+birth|birth\s?dates?|birthdays?|b/day)"
    r"(?:\s+(?:of\s+)?[\w'\u2019]+){0,4}?\s*"
    r"(?:(?:is|was|as|given\s+as|recorded\s+as|of|on|falls)\s+)*[:(=\u2013-]?"
    r"|(?:gave|giving)\s+birth(?:\s+to\s+[\w'\u2019 -]{1,40}?)?"
    r"(?:\s+(?:at|in)\s+[\w'\u2019 ]{1,40}?)?"
    r"|birth\s+(?:of|on)(?:\s+[\w'\u2019-]+){0,4}"
    rf"|(?:turn(?:ed|s|ing)|would\s+have\s+(?:been|turned))\s+(?:\d{{1,3}}|{CARDINAL})"
    r")\s*$",
    re.IGNORECASE,
)
_BORN_BRIEFLY = re.compile(r"(?<![\w.])b(?:orn|[.:])\s*[:(]?\s*$", re.IGNORECASE)
_BIRTH_AFTER = re.compile(
    r"\s*[(,\u2013-]?\s*(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth)(?![^\W_])(?!\s*[:=])",
    re.IGNORECASE,
)
_BETWEEN = (
    r"(?:[\s,(]+(?:(?!(?:and|when|who|she|he|they|which|that|but|so|had|after|before|since|until|"
    r"moved)\b)[\w'\u2019-]+[\s,)]*){0,9})?"
)
_DIED = re.compile(
    r"(?<![^\W_])(?:"
    r"(?:died|dies|passed\s+away|murdered|killed|shot\s+dead|"
    r"(?:stabbed|beaten|strangled)\s+to\s+death|found\s+(?:dead|deceased|hanged|hanging)|"
    r"(?:pronounced|declared|certified)(?:\s+(?:dead|deceased))?|"
    r"took\s+(?:her|his|their)\s+own\s+li(?:fe|ves)|life\s+(?:was\s+)?(?:pronounced\s+)?extinct)"
    rf"(?![^\W\d_]){_BETWEEN}"
    r"|(?:d\.o\.d\.?|dod|rip|(?:date|time)\s+of\s+(?:(?:the|her|his)\s+)?(?:death|homicide|murder)|"
    r"death\s?date)(?![^\W\d_])(?:\s+(?:is|was|as|given\s+as|recorded\s+as))?\s*[:(=\u2013-]?"
    r"|death\s+certificate[^.;:!?\n\d]{0,40}?"
    r")\s*[:(]?\s*$",
    re.IGNORECASE,
)
_DEATH = re.compile(
    r"(?<![^\W_])(?:(?:death|murder|killing|homicide|suicide)"
    r"(?:\s+of\s+(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?(?:[\w'\u2019-]+\s*){1,4}?)?"
    r"(?:\s+(?:took\s+place|occurred|happened|was))?)\s*[,(]?\s*$",
    re.IGNORECASE,
)
_DIED_BRIEFLY = re.compile(r"(?:\u2020|(?<![\w.])d[.:])\s*$")
_DEATH_AFTER = re.compile(
    r"\s*[(,\u2013-]?\s*(?:d\.?\s?o\.?\s?d\.?|date\s+of\s+(?:her\s+|his\s+)?death|when\s+(?:she|he)"
    r"\s+(?:died|was\s+(?:killed|murdered)))(?![^\W_])(?!\s*[:=])",
    re.IGNORECASE,
)
_IN_COURT = re.compile(
    r"\b(?:charged?|charges|convict(?:ed|ion)|arrest(?:ed)?|guilty|sentenced?|trial|tried|suspicion|"
    r"pleaded|inquest|interviewed)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?](?=\s)|,\s+(?:and|but|who|which)\s")
_BIRTH_LABEL = re.compile(
    r"(?<![^\W_])(?:d\.?\s?o\.?\s?b\.?|dates?\s+of\s+birth|birth\s?dates?|born|birthday|birth)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_DEATH_LABEL = re.compile(
    r"(?<![^\W_])(?:d\.?\s?o\.?\s?d\.?|dates?\s+of\s+death|died|deceased|death|killed|murdered)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"(?<![a-z])(?:before|after|since|prior|age|place|town|country|weight|events?|until|to)(?![a-z])",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"born|birth|d\.?\s?o\.?\s?[bd]|d/b|b/day|(?<![\w.])[bd][.:]|turn|would\s+have|\u2020|d[yi]e[sd]?|"
    r"dead|death|passed|kill|murder|homicide|suicide|pronounced|declared|certified|found|own\s+li|"
    r"extinct|rip(?![a-z])",
    re.IGNORECASE,
)
_REACH = 110
"""Characters before a date that can say what it is."""


def label_is_birth(label: str) -> bool:
    """True for a table's header or a form's label such as "DOB", "Date of birth", "Born"."""
    return bool(_BIRTH_LABEL.search(label)) and not _OTHER_LABEL.search(label)


def label_is_death(label: str) -> bool:
    """True for "Died", "Date of death"; not for "Events before the death"."""
    return bool(_DEATH_LABEL.search(label)) and not _OTHER_LABEL.search(label)


def may_tell(text: str, start: int, end: int) -> bool:
    """False where nothing near `start`..`end` speaks of births or deaths: a quick first look."""
    return bool(_HINT.search(text, max(0, start - 2 * _REACH), end + _REACH))


def says_birth(text: str, lead_at: int, end: int) -> bool:
    """True when the words before `lead_at`, or right after `end`, call the date a birth."""
    before = text[max(0, lead_at - _REACH) : lead_at]
    return bool(
        _BIRTH.search(before) or _BORN_BRIEFLY.search(before) or _BIRTH_AFTER.match(text, end)
    )


def says_death(text: str, lead_at: int, end: int) -> bool:
    """True when the words before `lead_at`, or right after `end`, call the date a death."""
    before = text[max(0, lead_at - _REACH) : lead_at]
    if _DEATH_AFTER.match(text, end) or _DIED_BRIEFLY.search(before):
        return True
    if _DIED.search(before):
        return True
    if not _DEATH.search(before):
        return False
    clause = before[max((m.end() for m in _CLAUSE.finditer(before)), default=0) :]
    return not _IN_COURT.search(clause)
