"""Words beside a pronoun that speak for a child or for an adult: "his class", "her husband"."""

from __future__ import annotations

from redactor.wording.neutral.ages import age_at
from redactor.wording.neutral.grammar import CLAUSE_OPENERS, is_adverb
from redactor.wording.neutral.pronouns import Case, Pronoun
from redactor.wording.neutral.tokens import Reading

ADULT_ONLY = -9.0
"""No child can be meant."""

_OF_ADULTS = frozenset(
    "partner partners husband wife boyfriend girlfriend ex spouse fiancé fiancée marriage "
    "pregnancy pregnancies son sons daughter daughters child children baby babies infant "
    "newborn toddler grandchildren grandchild grandson granddaughter grandsons granddaughters "
    "stepson stepdaughter stepchildren job employer employment colleague colleagues tenancy "
    "landlord mortgage licence solicitor bail conviction convictions offending tenant divorce "
    "wages salary midwife antenatal womb lover boss ex-partner sentence probation parole "
    "employee van youngest eldest girls boys toddlers kids twins girl boy perpetrator".split()
)
_OF_CHILDREN = frozenset(
    "school teacher teachers class classroom classmates nursery keyworker bedtime toys toy "
    "bottle cot pram pushchair nappy nappies dummy homework pyjamas playtime milestones "
    "immunisations vaccinations jabs foster mum mummy mam dad daddy nan nana grandparents "
    "parents teddy reading playgroup childminder buggy siblings attainment peers".split()
)
_SLIGHTLY_OF_CHILDREN = frozenset(
    "arm arms leg legs thigh cheek head bottom back tummy chest ear ears eye eyes face hand "
    "hands ankle knee shoulder forehead mother father grandmother grandfather sister brother "
    "weight development attendance".split()
)
_DONE_BY_ADULTS = frozenset(
    "pregnant arrested charged convicted sentenced remanded bailed married divorced cautioned "
    "imprisoned employed unemployed widowed postnatal".split()
)
_RATHER_BY_ADULTS = frozenset(
    "drove drives driving drank drinks drunk intoxicated works worked working smokes smoked "
    "disclosed discharged parental reported denied antidepressants sertraline police tenancy "
    "died killed murdered separated relationship cannabis cocaine alcohol".split()
)
_DONE_BY_CHILDREN = frozenset(
    "cried cries crying asleep slept sleeps teething crawling crawls played plays playing "
    "breastfed weaned hungry wet stammer shy hid hides hiding nursery school class teacher "
    "born toys settled feeding fed homework bed clingy fostered adopted".split()
)
_WINDOW = 7

ADULT_SIGNS = frozenset(
    "partner boyfriend girlfriend husband wife ex married marriage wedding funeral killed "
    "murdered died pregnant pregnancy worked job university employer engaged divorced "
    "killer".split()
)
"""Right behind "son" or "daughter" they speak of a grown-up one."""
CHILD_SIGNS = frozenset(
    "school nursery class baby toddler bed bedtime cot pram pushchair toys custody nappy "
    "foster newborn infant unborn young younger youngest little birth born playgroup teenage "
    "primary contact homework bedroom childminder paediatric vaccinations immunisations "
    "month-old".split()
)
"""Anywhere in the sentence they speak of a child."""


def leaning(reading: Reading, pronoun: Pronoun) -> float:
    """How far the words around speak for a child (above 0) or an adult (below 0)."""
    if pronoun.case is Case.DETERMINER:
        return _of_owned(reading, pronoun.at)
    if pronoun.case is Case.SUBJECT:
        return _of_doing(reading, pronoun.at)
    return 0.0


def _of_owned(reading: Reading, at: int) -> float:
    for _ in range(5):
        after = reading.next_in_phrase(at)
        if after < 0 or reading.key(after) in CLAUSE_OPENERS:
            return 0.0
        at = after
        key = reading.key(at)
        follower = reading.next_in_phrase(at)
        if key in _OF_CHILDREN:
            return 1.0
        if key in _OF_ADULTS:
            # "her baby brother", "his son": the first owner is a child.
            young = follower >= 0 and reading.key(follower) in ("brother", "sister", "sibling")
            return 1.0 if young else ADULT_ONLY
        if key in _SLIGHTLY_OF_CHILDREN:
            return 0.9
        if follower < 0 or reading.tokens[at].is_possessive:
            return 0.0
    return 0.0


def _of_doing(reading: Reading, at: int) -> float:
    for after in range(at + 1, at + 1 + _WINDOW):
        if not reading.same_sentence(at, after):
            break
        before = reading.tokens[after].before
        if any(char in before for char in ",;:“”"):
            break
        key = reading.key(after)
        if key in CLAUSE_OPENERS and key != "and" and after > at + 1:
            break
        if key in _DONE_BY_ADULTS:
            return ADULT_ONLY
        if key in _RATHER_BY_ADULTS:
            return -0.7
        if key in _DONE_BY_CHILDREN:
            return 0.7
        years = age_at(reading, after)
        if years is not None and after <= at + 3 and not is_adverb(key):
            return 1.0 if years < 18 else ADULT_ONLY
    return 0.0
