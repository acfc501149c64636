"""Whom a pronoun means: a rule for reviewers to follow, not a model.

Candidates are those of the same and of the previous sentence, in the pronoun's sex where theirs
is known, without those whom grammar rules out ("Amy washed her": not Amy). Subjects come before
others, the nearer before the farther; words beside the pronoun may speak for a child or an adult.
Only what stands before a pronoun is looked at. The weights were set by hand, on the sentences of
tests/wording/neutral_first.txt and on the fixtures that are not held out.
"""

from __future__ import annotations

from dataclasses import dataclass

from redactor.wording.neutral.cast import Cast, Occurrence
from redactor.wording.neutral.clauses import Role, controller, verb_before
from redactor.wording.neutral.grammar import (
    CLAUSE_OPENERS,
    SPEECH,
    SUBORDINATORS,
    is_certainly_finite,
)
from redactor.wording.neutral.hints import ADULT_ONLY, leaning
from redactor.wording.neutral.pronouns import Case, Pronoun
from redactor.wording.neutral.rewording import Certainty

_SAME_SENTENCE = 2.0
_SENTENCE_BEFORE = 1.0
_SUBJECT = 1.0
_FARTHER = -0.15
_OUTSIDE_QUOTE = -0.5
_IN_A_QUOTE = -1.5
_UNNAMED = -0.9
_UNSEXED_ADULT = -1.7
"""Mostly professionals, whom a text seldom calls he or she."""
_REPORTS = -0.6
"""Those without a name report on others: "the mother said that she was better"."""
_SEX_IS_KNOWN = 0.4
"""And is the pronoun's; of those whose sex nobody knows every second would not match."""
_MAIN_CLAUSE = 0.75
_ADDRESSED = {"asked": 1.0, "asks": 1.0, "told": 0.6, "tells": 0.6}
"""For whom somebody speaks to: "asked Ben where his coat was"."""
_SLACK = 0.6
"""A child this little behind the likeliest adult is proposed all the same: a missed one tells."""
_BESIDE = frozenset("with beside behind around before near above below about alongside".split())
"""Prepositions whose object may be the subject: "she had Ben with her"."""
_COPULAS = frozenset("is was isn't wasn't be been".split())


@dataclass(frozen=True, slots=True)
class Resolution:
    """The referent that a pronoun means, by index, and whether an adult could be meant too."""

    referent: int
    certainty: Certainty


def resolve(cast: Cast, pronoun: Pronoun) -> Resolution | None:
    """The likeliest referent of `pronoun`, a child where one is about as likely as an adult."""
    scores, is_far = _scores(cast, pronoun)
    if not scores:
        return None
    lean = leaning(cast.reading, pronoun)
    children = {r: s for r, s in scores.items() if cast.referents[r].is_child}
    adults = {r: s for r, s in scores.items() if not cast.referents[r].is_child}
    if lean == ADULT_ONLY:
        children = {}
    best_adult = max(adults, key=lambda r: adults[r], default=-1)
    best_child = max(children, key=lambda r: children[r], default=-1)
    if best_child < 0:
        return Resolution(best_adult, Certainty.LIKELY) if best_adult >= 0 else None
    if best_adult < 0:
        certainty = Certainty.LIKELY if is_far else cast.referents[best_child].certainty
        return Resolution(best_child, certainty)
    is_child = children[best_child] + lean >= adults[best_adult] - _SLACK
    return Resolution(best_child if is_child else best_adult, Certainty.LIKELY)


def _scores(cast: Cast, pronoun: Pronoun) -> tuple[dict[int, float], bool]:
    """The candidates with their scores; and whether they stand farther back than one sentence."""
    reading = cast.reading
    here = reading.tokens[pronoun.at].sentence
    doing = controller(reading, pronoun.at, cast.holders)
    doer = cast.holders.get(doing, -1)
    if pronoun.case is Case.REFLEXIVE and doer >= 0 and _may_be(cast, doer, pronoun):
        return {doer: _SAME_SENTENCE}, False
    excluded = _ruled_out(cast, pronoun, -1 if doing in cast.doubtful else doer)
    scores: dict[int, float] = {}
    is_far = False
    for between, occurrence in enumerate(reversed(cast.occurrences)):
        distance = here - reading.tokens[occurrence.at].sentence
        if distance > 1 and scores and not is_far:
            break
        is_far = is_far or (distance > 1 and not scores)
        who = occurrence.referent
        if who not in excluded and _may_be(cast, who, pronoun):
            score = _score(cast, pronoun, occurrence, distance, doer)
            score += _FARTHER * min(between, 5)
            scores[who] = max(score, scores.get(who, score))
    return scores, is_far


def _score(cast: Cast, pronoun: Pronoun, occurrence: Occurrence, distance: int, doer: int) -> float:
    referent = cast.referents[occurrence.referent]
    reading = cast.reading
    tokens = reading.tokens
    score = _SAME_SENTENCE if distance == 0 else _SENTENCE_BEFORE
    if occurrence.role is Role.SUBJECT:
        score += _SUBJECT * _weight_of_subject(cast, pronoun)
        opens = reading.sentence_starts[tokens[pronoun.at].sentence] == pronoun.at
        if distance == 1 and opens:
            score += _SUBJECT / 2
        if distance == 1 and opens and not _is_in_subordinate(cast, occurrence.at):
            score += _MAIN_CLAUSE
    if pronoun.case is Case.DETERMINER and occurrence.referent == doer and distance == 0:
        score += _SUBJECT
    if distance == 0:
        score += _ADDRESSED.get(reading.key(occurrence.at - 1), 0.0)
    if tokens[occurrence.at].quote != tokens[pronoun.at].quote:
        score += _IN_A_QUOTE if tokens[pronoun.at].quote < 0 else _OUTSIDE_QUOTE
    if not referent.is_child and not referent.is_named:
        score += _UNNAMED
        if distance == 0 and reading.key(verb_before(reading, pronoun.at)) in SPEECH:
            score += _REPORTS
    if referent.sex:
        score += _SEX_IS_KNOWN
    elif not referent.is_child:
        score += _UNSEXED_ADULT
    return score


def _weight_of_subject(cast: Cast, pronoun: Pronoun) -> float:
    if pronoun.case is Case.OBJECT:
        return 0.3
    # "Amy is afraid of Lee because he shouts": what causes is often the object.
    return 0.0 if cast.reading.key(pronoun.at - 1) == "because" else 1.0


def _is_in_subordinate(cast: Cast, at: int) -> bool:
    """A conjunction stands between the sentence's beginning and `at`."""
    reading = cast.reading
    start = reading.sentence_starts[reading.tokens[at].sentence]
    return any(reading.key(before) in SUBORDINATORS for before in range(start, at))


def _may_be(cast: Cast, who: int, pronoun: Pronoun) -> bool:
    return cast.referents[who].sex in ("", pronoun.sex)


def _ruled_out(cast: Cast, pronoun: Pronoun, doer: int) -> set[int]:
    """Those whom the grammar of the clause, or the quotation, does not let the pronoun mean."""
    reading = cast.reading
    excluded: set[int] = set()
    is_copula = reading.key(verb_before(reading, pronoun.at)) in _COPULAS
    if pronoun.case is Case.OBJECT and (is_copula or reading.key(pronoun.at - 1) not in _BESIDE):
        excluded.add(doer)
    if pronoun.case is Case.POSSESSIVE and is_copula:
        excluded.add(doer)
    if pronoun.case in (Case.SUBJECT, Case.DETERMINER):
        excluded |= _named_later_in_clause(cast, pronoun)
    speaker = _speaker(cast, pronoun.at)
    if speaker >= 0:
        excluded.add(speaker)
    return excluded


def _named_later_in_clause(cast: Cast, pronoun: Pronoun) -> set[int]:
    """ "She was holding Amy": not Amy; "her son, Ben": not Ben."""
    reading = cast.reading
    found: set[int] = set()
    finite = 0
    for after in range(pronoun.at + 1, len(reading.tokens)):
        if not reading.same_sentence(pronoun.at, after):
            break
        token = reading.tokens[after]
        if token.person >= 0:
            found.add(cast.known_by(after))
            if pronoun.case is Case.DETERMINER:
                break
        if pronoun.case is Case.DETERMINER and after > pronoun.at + 4:
            break
        finite += is_certainly_finite(token.key)
        if token.key in CLAUSE_OPENERS and token.key not in ("as", "before", "after", "or"):
            break
        if any(char in token.before for char in ";:") or (
            "," in token.before and pronoun.case is Case.SUBJECT
        ):
            break
        if finite > 2:
            break
    return found


def _speaker(cast: Cast, at: int) -> int:
    """Who says the quotation that `at` stands in: the last subject before it, -1 for nobody."""
    reading = cast.reading
    quote = reading.tokens[at].quote
    if quote < 0:
        return -1
    first = next(n for n, token in enumerate(reading.tokens) if token.quote == quote)
    for occurrence in reversed(cast.occurrences):
        if occurrence.at >= first:
            continue
        if first - occurrence.at > 12 or not reading.same_sentence(first, occurrence.at):
            break
        if occurrence.role is Role.SUBJECT:
            between = range(occurrence.at + 1, first)
            speaks = any(reading.key(at) in SPEECH for at in between)
            return occurrence.referent if speaks else -1
    return -1
