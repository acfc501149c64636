"""Proposals for words that do not tell a child's sex.

A published review calls a child "Child A", "they", "the child" (the reference report's 1.4, 4.1,
10.3). A person decides on each proposal, so a needless one costs a look; a missed one tells.
Left alone on purpose: given names, pronouns before anybody is spoken of ("When he woke, Ben"),
"he or she", compounds ("girlfriend", "girls' school"), and whatever stands in a person's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.model import Span
from redactor.wording.neutral.agreement import agree
from redactor.wording.neutral.antecedents import resolve
from redactor.wording.neutral.cast import CHILD_NOUNS, Cast, Referent
from redactor.wording.neutral.judging import judge
from redactor.wording.neutral.kinship import NOUNS, Phrase, phrase_at
from redactor.wording.neutral.noun_words import noun_changes
from redactor.wording.neutral.pronouns import NEUTRAL, Case, Pronoun, pronoun_at
from redactor.wording.neutral.rewording import Certainty, Person, Rewording
from redactor.wording.neutral.tokens import Reading, in_case_of, read

_FURTHER_VERB = "; a verb further on may have to change too"
_ONLY_CHILDREN = "a pronoun; only a child can be meant"
_CHILD_LIKELIER = "a pronoun; a child is the likeliest of those spoken of"
_KIN = re.compile(rf"(?<![a-z])(?:{'|'.join(NOUNS)})(?![a-z])", re.IGNORECASE)
_CHILD = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(CHILD_NOUNS))})", re.IGNORECASE)
_PRONOUN = re.compile(r"(?<![a-z])s?he(?![a-z])|(?<![a-z])h(?:is|im|er)", re.IGNORECASE)
_NEAR = 4
"""Words between two changes of one proposal; what is farther apart is proposed by itself."""


@dataclass(frozen=True, slots=True)
class _Finding:
    """What changes together: new words by token, in the case of the old."""

    words: dict[int, str]
    referent: int
    certainty: Certainty
    reason: str


def neutral_words(
    text: str, people: Sequence[Person], quotes: Sequence[Span] = ()
) -> list[Rewording]:
    """What to write instead so that no word of `text`, one paragraph, tells a child's sex.

    `people` are all mentions of people, in order; `quotes` are the quotations, in which changed
    words get square brackets ("his [child]"). The result is in order, without overlaps, and never
    touches a person's span. Nothing outside of the paragraph is known: a pronoun whose antecedent
    stands in another one is not proposed.
    """
    if not _may_tell(text, people):
        return []
    reading = read(text, people, quotes)
    cast = Cast(reading)
    taken: set[int] = set()
    found: list[tuple[_Finding, int]] = []
    for at, token in enumerate(reading.tokens):
        if token.person >= 0:
            cast.take_name(at)
            continue
        finding = _finding_at(cast, at)
        if finding and not taken & finding.words.keys():
            taken |= finding.words.keys()
            found.append((finding, cast.referents[finding.referent].mention))
    proposals = [
        proposal
        for group, (finding, about) in enumerate(found)
        for proposal in _rewordings(text, reading, finding, about, group, taken)
    ]
    proposals.sort(key=lambda proposal: proposal.span)
    return _numbered(proposals)


def _may_tell(text: str, people: Sequence[Person]) -> bool:
    """Whether `text` has a word at all that could be proposed: most paragraphs have none."""
    if _KIN.search(text):
        return True
    children = any(person.is_child for person in people) or _CHILD.search(text)
    return bool(children and _PRONOUN.search(text))


def _numbered(proposals: list[Rewording]) -> list[Rewording]:
    """Groups by their order in the text."""
    order: dict[int, int] = {}
    for proposal in proposals:
        order.setdefault(proposal.group, len(order))
    return [replace(proposal, group=order[proposal.group]) for proposal in proposals]


def _finding_at(cast: Cast, at: int) -> _Finding | None:
    pronoun = pronoun_at(cast.reading, at)
    if pronoun:
        return _pronoun_finding(cast, pronoun)
    phrase = phrase_at(cast.reading, at)
    if phrase:
        return _noun_finding(cast, phrase)
    cast.take_noun(at)
    return None


def _pronoun_finding(cast: Cast, pronoun: Pronoun) -> _Finding | None:
    meant = resolve(cast, pronoun)
    if meant is None:
        return None
    cast.occurs(pronoun.at, meant.referent)
    if not cast.referents[meant.referent].is_child:
        return None
    if meant.certainty is Certainty.LIKELY:
        cast.doubtful.add(pronoun.at)
    reason = _ONLY_CHILDREN if meant.certainty is Certainty.SURE else _CHILD_LIKELIER
    words = {pronoun.at: NEUTRAL[pronoun.case]}
    if pronoun.case is Case.SUBJECT:
        agreement = agree(cast.reading, pronoun)
        words = agreement.words
        reason += _FURTHER_VERB if agreement.leaves_doubt else ""
    return _Finding(words, meant.referent, meant.certainty, reason)


def _noun_finding(cast: Cast, phrase: Phrase) -> _Finding | None:
    judgement = judge(cast, phrase)
    sex = phrase.noun.sex
    if judgement is None:
        if not phrase.noun.is_plural:
            cast.occurs(phrase.at, cast.add(Referent(False, sex)), first=phrase.start)
        return None
    referent = judgement.referent
    if referent < 0:
        referent = cast.add(Referent(True, sex, certainty=judgement.certainty))
    elif not phrase.noun.is_plural:
        cast.referents[referent].sex = cast.referents[referent].sex or sex
    if not phrase.noun.is_plural:
        cast.occurs(phrase.at, referent, first=phrase.start)
    return _Finding(
        noun_changes(cast.reading, phrase), referent, judgement.certainty, judgement.standing.value
    )


def _rewordings(
    text: str, reading: Reading, finding: _Finding, about: int, group: int, taken: set[int]
) -> Iterator[Rewording]:
    for stretch in _stretches(reading, finding.words, taken):
        first, last = reading.tokens[stretch[0]], reading.tokens[stretch[-1]]
        yield Rewording(
            Span(first.start, last.end),
            _rewritten(text, reading, finding.words, stretch),
            about,
            finding.certainty,
            finding.reason,
            group,
        )


def _stretches(reading: Reading, words: dict[int, str], taken: set[int]) -> Iterator[list[int]]:
    """Runs of changed tokens with nothing between that is a name or changes for itself.

    A word that goes ("") stays with the one before: a rewording is never empty.
    """
    first, *others = sorted(words)
    run = [first]
    for at in others:
        between = range(run[-1] + 1, at)
        parted = (
            len(between) > _NEAR
            or any(reading.tokens[b].person >= 0 or b in taken for b in between)
            or reading.tokens[at].quote != reading.tokens[run[-1]].quote
        )
        if parted and words[at]:
            yield run
            run = []
        run.append(at)
    yield run


def _rewritten(text: str, reading: Reading, words: dict[int, str], run: list[int]) -> str:
    """The stretch with its new words; neighbours in a quotation share their brackets."""
    in_quote = reading.tokens[run[0]].quote >= 0
    pieces: list[str] = []
    end = reading.tokens[run[0]].start
    for at in run:
        token = reading.tokens[at]
        word = in_case_of(token.written, words[at])
        if in_quote and word:
            gap = text[end : token.start]
            if pieces and pieces[-1].endswith("]") and gap.isspace():
                pieces[-1] = pieces[-1][:-1]
                pieces.append(f"{gap}{word}]")
            else:
                pieces.append(f"{gap}[{word}]")
        else:
            pieces.append(text[end : token.start] + word)
        end = token.end
    return "".join(pieces).strip()
