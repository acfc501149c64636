"""Short forms of names said in full: "Seagrove" of "Seagrove Homes", "ITNT", "St Alphege’s"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from redactor.detection import context
from redactor.detection.bodies.definitions import Definition
from redactor.detection.bodies.mention import SMALL_WORDS, BodyMention, initials, is_owned
from redactor.detection.bodies.surroundings import DOES, TYPED
from redactor.detection.evidence import POSSIBLE, PersonEvidence
from redactor.detection.lexicon import is_british_place, is_generic_word, is_kept_place
from redactor.detection.reading import Found, Reading
from redactor.detection.recognisers.body_kinds import WELSH_TYPES
from redactor.detection.recognisers.body_names import is_distinctive
from redactor.detection.recognisers.body_words import GENERIC_WORDS
from redactor.detection.recognisers.rules import KEEP
from redactor.model import ORGANISATIONS, EntityType, Evidence
from redactor.text.matcher import PhraseIndex
from redactor.text.words import Word, is_english

_KINDS = {kind.name: kind for kind in ORGANISATIONS}
_FULL_NAME_FLOOR = 0.6
_WELSH_KINDS = frozenset(
    word.lower() for words in WELSH_TYPES.values() for one in words for word in one.split("|")
)
WELSH_ARTICLES = frozenset({"y", "yr"})
_SAID_ALONE = frozenset("royal general memorial cottage grammar high".split())
"""Words for a kind that people say for the whole: "Etherow Royal", "Eastcliff Grammar"."""
_SHORT = Evidence("short name", 0.85, "part of the name of a body of the review")
_INITIALISM = Evidence("initialism", 0.9, "initials of a body of the review")
_LONGEST_INITIALISM = 7


@dataclass(frozen=True, slots=True)
class Form:
    """A short form of a body's name; ``initialism`` when it is written in capitals only, ``owner``
    when it is a surname, which means the body where it owns nothing: "Pickard’s has no policy"."""

    type: EntityType
    keep: bool
    initialism: bool
    owner: bool = False


def forms_in(
    readings: Sequence[Reading],
    defined: Sequence[Sequence[Definition]],
    persons: PersonEvidence,
) -> PhraseIndex[Form]:
    """The short forms of every body that the recognisers, or brackets, show in the review."""
    index: PhraseIndex[Form] = PhraseIndex()
    for reading, phrases in zip(readings, defined, strict=True):
        for one in phrases:
            short = reading.words[one.short_first : one.short_last + 1]
            upper = len(short) == 1 and short[0].is_upper
            text = reading.text[short[0].start : short[-1].end]
            index.add(text, Form(EntityType.ORGANISATION, False, initialism=upper))
            for phrase in (
                *_heads(reading, one.ranges[0], persons),
                *_plain_head(reading, one.ranges[0]),
            ):
                index.add(phrase, Form(EntityType.ORGANISATION, False, initialism=False))
        for found in reading.found:
            if found.score < _FULL_NAME_FLOOR or (
                found.entity not in _KINDS and found.entity != KEEP
            ):
                continue
            keep = found.entity == KEEP
            kind = _KINDS.get(found.entity, EntityType.ORGANISATION)
            within = _words_within(reading, found)
            if not within:
                continue
            for letters in _initialisms(reading, within, keep=keep):
                index.add(letters, Form(kind, keep, initialism=True))
            if not keep:
                for phrase in _heads(reading, within, persons):
                    index.add(phrase, Form(kind, keep, initialism=False))
                for surname in _owners(reading, within):
                    index.add(surname, Form(kind, keep, initialism=False, owner=True))
    return index


def _owners(reading: Reading, within: Sequence[int]) -> Iterator[str]:
    """ "Pickard" of "Pickard Civil Engineering", "Kemble" of "Dr Kemble and Partners", "Deacon" of
    "Deacon's Taxis"."""
    words = [reading.words[index] for index in within]
    titled = len(words) > 1 and words[0].key in ("dr", "drs")
    first = words[1] if titled else words[0]
    if len(words) < 2 or is_generic_word(first) or first.key in GENERIC_WORDS:
        return
    if first.possessive or not is_english(first.key):
        yield first.folded


def _words_within(reading: Reading, one: Found) -> list[int]:
    return [
        index
        for index in reading.within(one.start, one.end)
        if one.start <= reading.words[index].start and reading.words[index].end <= one.end
    ]


def _heads(reading: Reading, within: Sequence[int], persons: PersonEvidence) -> Iterator[str]:
    """ "Holy Trinity" and "Holy Trinity Primary" of "Holy Trinity Primary School"; no towns, no
    people, and nothing that any body could be called."""
    words = [reading.words[index] for index in within]
    while words and words[0].key == "the":
        within, words = within[1:], words[1:]
    if words and words[0].key in _WELSH_KINDS and len(words) > 1:
        # The kind comes first: "y Bont" of "Tafarn y Bont".
        tail = words[1:]
        if len(tail) > 1 or not (is_english(tail[0].key) or persons.is_proven(tail[0].key)):
            yield reading.text[tail[0].start : tail[-1].end]
    for count in range(1, len(words)):
        head = words[:count]
        if head[-1].key in SMALL_WORDS or (
            head[-1].key in GENERIC_WORDS - _SAID_ALONE and count + 1 == len(words)
        ):
            continue
        if words[count].key == "of" or not _is_a_name(head, persons):
            continue  # "Isle" of "Isle of Thanet" says no more than a kind
        text = reading.text[head[0].start : head[-1].end]
        yield text


def _plain_head(reading: Reading, within: Sequence[int]) -> Iterator[str]:
    """ "Second Chapter" of "Second Chapter Housing (SCH)": common words, but no term together."""
    head = within[:-1]
    words = [reading.words[index] for index in head]
    if (
        len(words) > 1
        and all(word.is_capitalised for word in words)
        and not any(first <= head[0] and head[-1] <= last for first, last in reading.terms)
    ):
        yield reading.text[words[0].start : words[-1].end]


def _is_a_name(head: Sequence[Word], persons: PersonEvidence) -> bool:
    if not is_distinctive([word.folded for word in head]):
        return False
    if is_british_place(head) or (len(head) == 1 and is_kept_place(head[0].key)):
        return False
    if len(head) > 1:
        return not all(is_generic_word(word) or word.key in GENERIC_WORDS for word in head)
    word = head[0]
    if word.key in ("st", "saint") or len(word.key) < 3 or is_generic_word(word):
        return False
    return not (persons.is_proven(word.key) and persons.share(word.key) > POSSIBLE)


def _initialisms(reading: Reading, within: Sequence[int], *, keep: bool) -> Iterator[str]:
    """What may stand for the body: the capitals in brackets behind it, and its own initials."""
    last = within[-1]
    behind = last + 1
    words = [reading.words[index] for index in within]
    letters = initials(words)
    if behind < len(reading.words):
        following = reading.words[behind]
        opening = reading.text[reading.words[last].end : following.start]
        closing = reading.text[following.end : following.end + 1]
        if re.fullmatch(r"['\u2019s]*\s?[(\[][\"\u201c\u2018']?", opening) and re.match(
            r"[)\]\"\u201d\u2019']", closing or ")"
        ):
            short = following.folded
            capitals = "".join(char for char in short if char.isupper())
            article = "T" if within[0] and reading.words[within[0] - 1].key == "the" else ""
            if len(capitals) > 1 and capitals[0] in (letters[:1], article):
                yield short
    if not keep and 2 < len(letters) <= _LONGEST_INITIALISM:
        yield letters
        spelt = "".join(
            w.folded if w.is_upper else w.folded[0].upper()
            for w in words
            if w.key not in SMALL_WORDS
        )
        if spelt != letters and len(spelt) <= _LONGEST_INITIALISM:
            yield spelt


def short_forms(
    number: int,
    reading: Reading,
    forms: PhraseIndex[Form],
    explained: Collection[int],
) -> Iterator[BodyMention]:
    taken: set[int] = set()
    for match in reading.find(forms):
        form = match.payload
        span = range(match.first, match.last + 1)
        words = reading.words[match.first : match.last + 1]
        if taken.intersection(span):
            continue
        if any(index in explained for index in span) and not _is_only_a_term(reading, span):
            continue
        if form.initialism:
            if not words[0].is_upper and not any(c.isupper() for c in words[0].folded[1:]):
                continue
        elif not _stands_for_it(reading, match.first, match.last, form):
            continue
        taken.update(span)
        owned = is_owned(reading, match.first, match.last)
        first = match.first
        if form.owner and _is_doctor(reading, first - 1):
            first -= 1  # "at Dr Kemble’s"
        reason = _INITIALISM if form.initialism else _SHORT
        yield BodyMention(
            number,
            first,
            match.last,
            form.type,
            reason.score,
            reason.score,
            (reason,),
            form.keep,
            owned,
        )


def _is_only_a_term(reading: Reading, span: range) -> bool:
    """ "Step Up": a term of the field, which a body of the review is called by."""
    if (span[0], span[-1]) not in reading.terms:
        return False
    start, end = reading.words[span[0]].start, reading.words[span[-1]].end
    return not any(one.start < end and start < one.end for one in reading.found)


def _stands_for_it(reading: Reading, first: int, last: int, form: Form) -> bool:
    if form.owner:
        return _owns_nothing(reading, first)
    return _reads_as_a_body(reading, first, last)


def _owns_nothing(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    titled = context.courtesy_titled(reading, index) and not _is_doctor(reading, index - 1)
    return bool(word.possessive) and not titled and is_owned(reading, index, index)


def _is_doctor(reading: Reading, index: int) -> bool:
    return index >= 0 and reading.words[index].key == "dr"


def _reads_as_a_body(reading: Reading, first: int, last: int) -> bool:
    words = reading.words[first : last + 1]
    joined = last > first and reading.gaps[last - 1] == "-"
    if not words[-1].is_capitalised and not joined:
        return False  # but "Kestrel Co-op"
    if not words[0].is_capitalised and words[0].key not in WELSH_ARTICLES:
        return False
    if len(words) > 1:
        return True
    if context.courtesy_titled(reading, first):
        return False
    if not is_english(words[0].key):
        return True
    if reading.starts[first]:
        return (
            context.acts(reading, first)
            or bool(TYPED.match(reading.text, words[0].end))
            or bool(DOES.match(reading.text, words[0].end))
        )
    return not _goes_on(reading, last)


def _goes_on(reading: Reading, index: int) -> bool:
    """A capitalised word follows: the word is part of another phrase."""
    if index + 1 >= len(reading.words) or reading.gaps[index] != " ":
        return False
    return reading.words[index + 1].is_capitalised and not reading.words[index].possessive
