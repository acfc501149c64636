"""What officers' numbers look like, and the words and checks that their rules share.

A collar number (or shoulder, warrant, badge number) has four to six digits, or three and a letter;
some forces put letters in front or behind. The number alone is the span: the rank may stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from redactor.detection.recognisers.hints import ANYTHING, THREE_DIGITS, Hint, figures
from redactor.detection.recognisers.rules import BEFORE, Rule, always, cues
from redactor.detection.recognisers.times import is_time_or_measure
from redactor.model import EntityType

RANK = (
    r"(?:(?:T|A|D|P|TI|Temp|Acting)[/ ])?(?:T?PC|WPC|TDC|T?/?DC|WDC|PCSO|CSO|PS|WPS|DS|DI|DCI|SC|"
    r"MSC|SPC|Sgt\.?|Insp\.?|Det\.? (?:Con|Sgt)\.?|(?:Police |Special |Woman Police )?Constable|"
    r"Detective (?:Constable|Sergeant|Inspector)|(?:Police |Custody )?Sergeant|Inspector|"
    r"Police Officer|Community Support Officer|Detention Officer|Prison Officer|Officer)"
)
STAFF = "HCA|OT|SW|SN|RN|RMN|RGN|CO|DO|SO|CM|POM|OSG|SOCO|CSI|VLO|FIB|FIO|EMT|CPN|ACCO|Opr"
STAFF_IN_WORDS = (
    "gaoler|jailer|turnkey|call (?:handler|taker)|dispatcher|radio operator|despatcher|"
    "paramedic|technician|nurse|detention officer|coroner's officer|prison officer|"
    "custody (?:nurse|assistant)|healthcare (?:assistant|professional)|social worker"
)
RANK_WORDS = frozenset(
    "pc tpc wpc tdc dc wdc pcso cso ps wps ds di dci sc msc spc sgt insp det constable sergeant "
    "inspector officer detective collar shoulder warrant pin badge epaulette".split()
)
NO_NUMBER = r"(?![\w/]|[.:]\d| (?:years?|minutes?|hours?|days?|officers?)\b)"


def is_no_year(match: re.Match[str]) -> bool:
    return not re.fullmatch(r"(?:19|20)\d\d(?: I)?", match.group("value"))  # "in 2015 I was"


LIKE_A_COLLAR = figures(r"(?<![A-Za-z\d])(?!(?:19|20)\d\d(?![A-Z\d]))(?:\d{4,5}(?!\d)|\d{3}[A-Z])")
NUMBER = r"(?:\d{4,5}(?: ?[A-Z]{1,2}(?![a-z]))?|\d{3}[A-Z])"
COLLAR = r"(?:(?:[A-Z]{1,2} ?)?\d{4,5}(?: ?[A-Z]{1,2}(?![a-z]))?|\d{3}[A-Z])"
ITS_COLLAR = rf"(?!(?:T?PC|WPC|PCSO|T?DC|[DP]S|DI) ?\d){COLLAR}"
"""The same, but not a rank with its number: "OIC DS4471"."""
_WATCH = cues(
    "t?pcs?", "wpc", "t?dcs?", "pcsos?", "ps", "ds", "di", "dci", "sgt", "insp", "constables?",
    "sergeants?", "inspector", "officers?", "oic", "oics", "crews?", "crewed", "collars?", "dvo",
    "fcr", "custody", "arrested", "att(?:end(?:ed|ing))?",
)  # fmt: skip
SERVED = cues(
    "served", "arrested", "handed", "seized", "escorted", "searched", "cordon", "patrol", "police",
)  # fmt: skip
NO_COLLAR = cues(
    r"page", r"para(?:graph)?", r"room", r"flat", r"unit", r"highway", r"box", r"act", r"born",
    r"dob",
)  # fmt: skip


def is_a_collar(match: re.Match[str]) -> bool:
    return is_no_year(match) and not is_time_or_measure(match.string, *match.span("value"))


CAPITAL = r"(?:[A-Z]|[^\W\d_a-z])"
NAME = r"(?:[A-Z][a-z][\w'-]*,? )?"
SURNAME_FIRST = (
    rf"(?:(?:de|da|do|dos|van|von|al|el|bin|ap|nic|ní|mac)[ -])?{CAPITAL}[\w'-]+"
    rf"(?:,? {CAPITAL}[\w'-]+){{0,3}}"
)
DONE_BY = (
    r"(?:(?:arrest|complet|record|updat|open|clos|creat|authoris|assess|grad|attend|interview|seiz|"
    r"submitt|review|crew|detain|stopp|search)ed(?: \d\d?[/.]\d\d?)?|taken|seen|written|"
    r"entry|dash|log|update|statement|"
    r"bwv|footage|video)(?: by| from)|(?:allocated|assigned|tasked|passed) to"
)


def is_no_time_stamp(match: re.Match[str]) -> bool:
    """ "16:55 2324 at scene", but "1655 at scene" has the time alone."""
    value = match.group("value")
    if not _CLOCK.fullmatch(value):
        return no_unit_follows(match)
    return bool(_TIME_BEFORE.search(match.string, 0, match.start("value")))


def names_an_author(match: re.Match[str]) -> bool:
    """ "entry by 2137" is no deadline, "entry by 2137 hours" is."""
    return is_no_year(match) and not _UNIT.match(match.string, match.end("value"))


def no_unit_follows(match: re.Match[str]) -> bool:
    """No time of the day, no count: "completed by 1430 hours", "closed by 4500 officers"."""
    return is_a_collar(match) and not _UNIT.match(match.string, match.end("value"))


_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_TIME_BEFORE = re.compile(r"(?<!\d)\d\d?[:.]?\d\d ?(?:hrs)? $")
_UNIT = re.compile(
    r" ?(?:hours|hrs|h|am|pm|of|days|weeks|years|times|people|cases|officers|calls|incidents)\b|%"
)


def collar_rule(
    shape: str,
    score: float = 0.0,
    *,
    accept: Callable[[re.Match[str]], bool] = always,
    hint: Hint = ANYTHING,
    beside: frozenset[str] | None = None,
    cues: re.Pattern[str] | None = None,
    with_cue: float = 0.95,
    against: re.Pattern[str] | None = None,
    reach: int = BEFORE,
) -> Rule:
    """A rule for officers' numbers in `shape`; the rest is as in `Rule`."""
    return Rule(
        EntityType.COLLAR_NUMBER,
        re.compile(shape),
        score,
        cues,
        with_cue,
        against,
        accept,
        reach,
        hint,
        beside,
    )


def beside_a_name(shape: str) -> Rule:
    """A number in `shape` next to a capitalised word, where a rank or a watch stands around."""
    return collar_rule(
        shape,
        cues=_WATCH,
        with_cue=0.7,
        accept=is_a_collar,
        against=NO_COLLAR,
        reach=150,
        hint=THREE_DIGITS,
    )
