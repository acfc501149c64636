"""Bodies over the whole review: their short names, their initialisms, and those that no word types.

The recogniser of organisations finds "Seagrove Homes" and "Isle of Thanet NHS Trust" by the word
that says what they are. People then write "Seagrove", "ITNT" and "the Weavers": here a short form
of a body's name is found wherever it stands, and a capitalised phrase that nothing explains is
weighed by the words around it and by how often the review has it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from redactor.detection import context
from redactor.detection.combiner import Features, evidence
from redactor.detection.evidence import PersonEvidence, joined
from redactor.detection.lexicon import (
    OPENERS,
    generic_phrases,
    is_british_place,
    is_generic_word,
    is_kept_place,
)
from redactor.detection.reading import Found, Reading
from redactor.detection.recognisers.body_names import is_distinctive
from redactor.detection.recognisers.body_words import GENERIC_WORDS
from redactor.detection.recognisers.rules import KEEP
from redactor.detection.tagging import Tag
from redactor.model import ORGANISATIONS, EntityType, Evidence
from redactor.text.matcher import PhraseIndex
from redactor.text.names import is_title
from redactor.text.words import Word, is_english
from redactor.text.words import words as words_in

POSSIBLE = 0.5

_KINDS = {kind.name: kind for kind in ORGANISATIONS}
_FULL_NAME_FLOOR = 0.6
_SHORT = Evidence("short name", 0.85, "part of the name of a body of the review")
_INITIALISM = Evidence("initialism", 0.9, "initials of a body of the review")
_DEFINED = Evidence("definition", 0.9, "its short form follows in brackets")
_OWNER = Evidence("owner", 0.5, "a possessive that owns nothing")
_LONGEST_INITIALISM = 7
_BRACKET = re.compile(
    r"\((?:known as |hereafter |or )?[\"\u201c\u2018']?(?P<short>(?:the )?[A-Z][\w'\u2019-]+"
    r"(?: [A-Z][\w'\u2019-]+){0,2})[\"\u201d\u2019']?\)"
)
LANDMARKS = frozenset(
    "town end bridge hill lane court park cross steps quay row green corner gate mill moor valley "
    "wood woods heath common bay head point side field fields farm bank brow fold yard square ward "
    "lodge house hall unit wing tower towers heights rise view place dock docks harbour beach "
    "sands creek brook ford well wells castle chapel church cottage cottages terrace levels".split()
)
"""What a place or building of several words ends with; most are terms of the field as well."""
_SMALL = frozenset("of the and for in on upon at by to y & le la".split())
_PLACED = re.compile(
    r"\b(?:at|to|from|by|with|for|attend(?:s|ed|ing)?|join(?:s|ed)|left|visit(?:s|ed)?|near|outside|"
    r"opposite|behind|called|named|known as|run by|managed by|owned by|employed by|contacted|"
    r"told|asked|rang|phoned)\s+(?:the\s+|The\s+)?$"
)
_THE = re.compile(r"\b[Tt]he\s+$")
_TYPED = re.compile(
    r"(?:['\u2019]s?)?(?:,\s+(?:an?|the|her|his|their|which|where)\s+(?:[\w-]+\s+){0,3})?\s*"
    r"(?:hospital|surgery|practice|school|nursery|college|academy|pre-?school|playgroup|church|"
    r"chapel|mosque|pub|bar|club|caf\u00e9|cafe|shop|store|hotel|hostel|refuge|care home|"
    r"nursing home|home|ward|unit|team|office|service|charity|centre|center|project|estate|"
    r"housing association|landlord|agency|company|firm|group|clinic|hospice|gym|supermarket|"
    r"restaurant|takeaway|factory|warehouse|depot|farm|garage|salon|staff|manager)\b"
)
_TYPE_BEFORE = re.compile(
    r"\b(?:hospital|surgery|practice|school|nursery|college|academy|church|mosque|pub|bar|club|"
    r"cafe|shop|hotel|hostel|refuge|home|ward|charity|centre|project|association|landlord|agency|"
    r"company|firm|employer|supplier|provider|gym|restaurant)(?:,|\s+(?:called|named))?\s+"
    r"(?:the\s+|The\s+)?[(\"\u201c\u2018']?$"
)


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A stretch of words of one reading, both ends inclusive; ``owned`` when the possessive ending
    of its last word belongs to the name ("St Alphege’s"). ``here`` is the joined score of this
    place alone, ``best`` that of the likeliest place of the same words, ``count`` how many there
    are."""

    reading: int
    first: int
    last: int
    type: EntityType
    here: float
    best: float
    evidence: tuple[Evidence, ...]
    keep: bool = False
    owned: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class _Form:
    """A short form of a body's name; ``initialism`` when it is written in capitals only."""

    type: EntityType
    keep: bool
    initialism: bool


def find_bodies(
    readings: Sequence[Reading],
    blocked: Sequence[frozenset[int]],
    people: Sequence[Mapping[int, Tag]],
    persons: PersonEvidence,
) -> list[BodyMention]:
    """Short forms and unexplained names in all of `readings`; full names are the recogniser's.

    `blocked[r]` are the words of reading r that something explains, `people[r]` those that are part
    of a person's name.
    """
    defined = [list(_definitions(reading)) for reading in readings]
    forms = _forms(readings, defined, persons)
    found: list[BodyMention] = []
    taken: list[set[int]] = [set(explained) for explained in blocked]
    for number, reading in enumerate(readings):
        for first, last in defined[number]:
            if not taken[number].issuperset(range(first, last + 1)):
                taken[number].update(range(first, last + 1))
                found.append(_mention(number, first, last, _DEFINED))
        for mention in _short_forms(number, reading, forms, taken[number]):
            taken[number].update(range(mention.first, mention.last + 1))
            found.append(mention)
    for explained, tagged in zip(taken, people, strict=True):
        explained.update(index for index, tag in tagged.items() if tag.is_proven)
    phrases = [
        list(_unexplained(reading, explained))
        for reading, explained in zip(readings, taken, strict=True)
    ]
    phrases = _found_again(readings, phrases, taken)
    for number, reading in enumerate(readings):
        taken[number].update(w for first, last in phrases[number] for w in range(first, last + 1))
        found += [
            replace(_mention(number, index, index, _OWNER), owned=True)
            for index in _owners_of_nothing(reading, taken[number])
        ]
    found += _weighed(readings, phrases)
    return found


def _mention(number: int, first: int, last: int, reason: Evidence) -> BodyMention:
    return BodyMention(
        number, first, last, EntityType.ORGANISATION, reason.score, reason.score, (reason,)
    )


def _definitions(reading: Reading) -> Iterator[tuple[int, int]]:
    """Phrases whose short form stands in brackets behind them: "Second Chapter Housing (SCH)"."""
    for opening in _BRACKET.finditer(reading.text):
        last = _last_word_before(reading, opening.start())
        if last is None or not reading.words[last].is_capitalised:
            continue
        starts = list(_starts_of_phrase(reading, last))
        short = [word for word in words_in(opening.group("short")) if word.key != "the"]
        first = _defined_by(reading, starts, last, short)
        if first is not None and is_distinctive(
            [word.folded for word in reading.words[first : last + 1] if not is_generic_word(word)]
        ):
            yield first, last


def _last_word_before(reading: Reading, at: int) -> int | None:
    for index in range(len(reading.words) - 1, -1, -1):
        word = reading.words[index]
        if word.end <= at:
            between = reading.text[word.end + len(word.possessive) : at]
            return index if not between.strip() else None
    return None


def _starts_of_phrase(reading: Reading, last: int) -> Iterator[int]:
    """Where the phrase that ends at `last` may begin, the longest stretch last."""
    yield last
    index = last
    while index > 0 and reading.gaps[index - 1] in (" ", "-", " & "):
        index -= 1
        word = reading.words[index]
        if word.is_capitalised:
            yield index
        elif word.key not in _SMALL:
            return


def _defined_by(
    reading: Reading, starts: Sequence[int], last: int, short: Sequence[Word]
) -> int | None:
    """The start from which the phrase has the initials, or the words, of `short`."""
    if len(short) == 1 and short[0].is_upper:
        for first in reversed(starts):
            if _initials(reading.words[first : last + 1]) == short[0].folded:
                return first
        return None
    wanted = {word.key for word in short}
    for first in reversed(starts):
        phrase = {word.key for word in reading.words[first : last + 1]}
        if wanted and wanted <= phrase and reading.words[first].key not in OPENERS:
            return first
    return None


def _initials(found: Sequence[Word]) -> str:
    return "".join(word.folded[0].upper() for word in found if word.key not in _SMALL)


def _forms(
    readings: Sequence[Reading],
    defined: Sequence[Sequence[tuple[int, int]]],
    persons: PersonEvidence,
) -> PhraseIndex[_Form]:
    """The short forms of every body that the recognisers, or brackets, show in the review."""
    index: PhraseIndex[_Form] = PhraseIndex()
    for reading, phrases in zip(readings, defined, strict=True):
        for first, last in phrases:
            phrase_words = list(range(first, last + 1))
            for initials in _initialisms(reading, phrase_words, keep=False):
                index.add(initials, _Form(EntityType.ORGANISATION, False, initialism=True))
            for phrase in _heads(reading, phrase_words, persons):
                index.add(phrase, _Form(EntityType.ORGANISATION, False, initialism=False))
        for one in reading.found:
            if one.score < _FULL_NAME_FLOOR or (one.entity not in _KINDS and one.entity != KEEP):
                continue
            keep = one.entity == KEEP
            kind = _KINDS.get(one.entity, EntityType.ORGANISATION)
            within = _words_within(reading, one)
            if not within:
                continue
            for initials in _initialisms(reading, within, keep=keep):
                index.add(initials, _Form(kind, keep, initialism=True))
            if not keep:
                for phrase in _heads(reading, within, persons):
                    index.add(phrase, _Form(kind, keep, initialism=False))
    return index


def _words_within(reading: Reading, one: Found) -> list[int]:
    return [
        index
        for index, word in enumerate(reading.words)
        if one.start <= word.start and word.end <= one.end
    ]


def _heads(reading: Reading, within: Sequence[int], persons: PersonEvidence) -> Iterator[str]:
    """ "Holy Trinity" and "Holy Trinity Primary" of "Holy Trinity Primary School"; no towns, no
    people, and nothing that any body could be called."""
    words = [reading.words[index] for index in within]
    while words and words[0].key == "the":
        within, words = within[1:], words[1:]
    for count in range(1, len(words)):
        head = words[:count]
        if head[-1].key in _SMALL or (head[-1].key in GENERIC_WORDS and count + 1 == len(words)):
            continue
        if not _is_a_name(head, persons):
            continue
        text = reading.text[head[0].start : head[-1].end]
        yield text


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
    letters = _initials(words)
    if behind < len(reading.words):
        following = reading.words[behind]
        opening = reading.text[reading.words[last].end : following.start]
        closing = reading.text[following.end : following.end + 1]
        if re.fullmatch(r"['\u2019s]*\s?[(\[][\"\u201c\u2018']?", opening) and re.match(
            r"[)\]\"\u201d\u2019']", closing or ")"
        ):
            short = following.folded
            capitals = "".join(char for char in short if char.isupper())
            if len(capitals) > 1 and capitals[0] == letters[:1]:
                yield short
    if not keep and 2 < len(letters) <= _LONGEST_INITIALISM:
        yield letters
        spelt = "".join(
            w.folded if w.is_upper else w.folded[0].upper() for w in words if w.key not in _SMALL
        )
        if spelt != letters and len(spelt) <= _LONGEST_INITIALISM:
            yield spelt


def _short_forms(
    number: int,
    reading: Reading,
    forms: PhraseIndex[_Form],
    explained: Collection[int],
) -> Iterator[BodyMention]:
    taken: set[int] = set()
    for match in forms.find(reading.text, reading.words, reading.gaps):
        form = match.payload
        span = range(match.first, match.last + 1)
        words = reading.words[match.first : match.last + 1]
        if taken.intersection(span):
            continue
        if any(index in explained for index in span):
            continue
        if form.initialism:
            if not words[0].is_upper and not any(c.isupper() for c in words[0].folded[1:]):
                continue
        elif not _reads_as_a_body(reading, match.first, match.last):
            continue
        taken.update(span)
        owned = bool(words[-1].possessive) and _is_owned(reading, match.first, match.last)
        reason = _INITIALISM if form.initialism else _SHORT
        yield BodyMention(
            number,
            match.first,
            match.last,
            form.type,
            reason.score,
            reason.score,
            (reason,),
            form.keep,
            owned,
        )


def _reads_as_a_body(reading: Reading, first: int, last: int) -> bool:
    words = reading.words[first : last + 1]
    if not words[0].is_capitalised or not any(w.is_capitalised for w in words[-1:]):
        return False
    if len(words) > 1:
        return True
    if context.courtesy_titled(reading, first):
        return False
    if not is_english(words[0].key):
        return True
    if reading.starts[first]:
        return bool(_TYPED.match(reading.text, words[0].end)) or context.acts(reading, first)
    return not _goes_on(reading, last)


def _goes_on(reading: Reading, index: int) -> bool:
    """A capitalised word follows: the word is part of another phrase."""
    if index + 1 >= len(reading.words) or reading.gaps[index] != " ":
        return False
    return reading.words[index + 1].is_capitalised and not reading.words[index].possessive


def _is_owned(reading: Reading, first: int, last: int) -> bool:
    """ "at St Alphege’s;": the ending is part of the name, where nothing owned follows."""
    if reading.words[first].key in ("st", "saint"):
        return True
    if first != last:
        return False
    following = reading.text[reading.words[last].end + len(reading.words[last].possessive) :]
    return not re.match(r"\s+[a-z]", following) or bool(
        re.match(r"\s+(?:and|or|on|in|for|by|at|with|where|when|after|before|to|from|as|was|had|"
                 r"has|is|did|said|told|wrote|sent|rang|that|who|which)\b", following)
    )  # fmt: skip


def _unexplained(reading: Reading, explained: Collection[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words inside a sentence, or behind "the", that nothing explains."""
    if context.in_capitals(reading) or not _is_prose(reading):
        return
    terms = _terms(reading)
    index = 0
    count = len(reading.words)
    while index < count:
        if not _may_begin(reading, index, explained, terms):
            index += 1
            continue
        last = index
        while last + 1 < count and _may_go_on(reading, last, explained, terms):
            last += 1
        while last > index and reading.words[last].key in _SMALL:
            last -= 1
        yield index, last
        index = last + 1


def _found_again(
    readings: Sequence[Reading],
    phrases: Sequence[Sequence[tuple[int, int]]],
    explained: Sequence[Collection[int]],
) -> list[list[tuple[int, int]]]:
    """The same phrases where no sentence shows them: in a cell, at a sentence's start, in capitals.

    One word that is also an English one is not looked for again.
    """
    index: PhraseIndex[bool] = PhraseIndex()
    for reading, runs in zip(readings, phrases, strict=True):
        for first, last in runs:
            words = reading.words[first : last + 1]
            if len(words) > 1 or not is_english(words[0].key):
                index.add(reading.text[words[0].start : words[-1].end], True)
    everywhere = []
    for reading, runs, known in zip(readings, phrases, explained, strict=True):
        all_runs = list(runs)
        taken = {word for first, last in runs for word in range(first, last + 1)} | set(known)
        for match in index.find(reading.text, reading.words, reading.gaps):
            span = range(match.first, match.last + 1)
            ends = (reading.words[match.first], reading.words[match.last])
            if not taken.intersection(span) and all(word.is_capitalised for word in ends):
                taken.update(span)
                all_runs.append((match.first, match.last))
        everywhere.append(sorted(all_runs))
    return everywhere


_NOTHING_OWNED = re.compile(
    r"\s*(?:$|[.,;:)\u201d\"!?]|\s(?:and|or|on|in|for|by|at|with|where|when|after|before|to|from|as|"
    r"was|had|has|is|did|said|told|wrote|sent|rang|that|who|which|nothing|every|until|because|but|"
    r"since|gave|let|opened|closed|does|will|would|could|up|twice|once|again|then|later)\b)"
)


def _owners_of_nothing(reading: Reading, explained: Collection[int]) -> Iterator[int]:
    """ "at Marlowe’s until six": a shop or a practice called after somebody."""
    for index, word in enumerate(reading.words):
        if not word.possessive or not word.is_capitalised or index in explained:
            continue
        if len(word.key) < 3 or word.key in OPENERS or is_generic_word(word):
            continue
        if _NOTHING_OWNED.match(reading.text, word.end + len(word.possessive)):
            yield index


def _is_prose(reading: Reading) -> bool:
    lower = sum(not word.is_capitalised for word in reading.words)
    return lower >= 3 and 2 * lower > len(reading.words)


def _terms(reading: Reading) -> frozenset[int]:
    terms: set[int] = set()
    for match in generic_phrases().find(reading.text, reading.words, reading.gaps):
        if reading.words[match.first].is_capitalised:
            terms.update(range(match.first, match.last + 1))
    return frozenset(terms)


def _may_begin(
    reading: Reading, index: int, explained: Collection[int], terms: Collection[int]
) -> bool:
    word = reading.words[index]
    if index in explained or index in terms or not word.is_capitalised or word.is_upper:
        return False
    if len(word.key) < 3 and word.key != "st":
        return False
    if word.key in OPENERS or any(char.isdigit() for char in word.folded):
        return False
    if is_title(word.folded) or context.names_a_month(word.key) or is_kept_place(word.key):
        return False
    if reading.starts[index]:
        return False
    return not (index and reading.gaps[index - 1] == "." and len(reading.words[index - 1].key) > 2)


def _may_go_on(
    reading: Reading, last: int, explained: Collection[int], terms: Collection[int]
) -> bool:
    gap, following = reading.gaps[last], reading.words[last + 1]
    if gap not in (" ", "-", " & ") or last + 1 in explained:
        return False
    if reading.words[last].possessive and reading.words[last].key not in ("st",):
        return following.is_capitalised and last + 1 not in terms
    if following.key in _SMALL and gap == " ":
        ahead = last + 2
        return (
            ahead < len(reading.words)
            and reading.gaps[last + 1] == " "
            and reading.words[ahead].is_capitalised
            and ahead not in explained
            and ahead not in terms
            and following.key in ("of", "the")
        )
    return following.is_capitalised and not any(char.isdigit() for char in following.folded)


def _weighed(
    readings: Sequence[Reading],
    phrases: Sequence[Sequence[tuple[int, int]]],
) -> list[BodyMention]:
    """Each phrase with the score that it has in the review as a whole."""
    local: dict[tuple[str, ...], list[BodyMention]] = defaultdict(list)
    for number, (reading, runs) in enumerate(zip(readings, phrases, strict=True)):
        for first, last in runs:
            words = reading.words[first : last + 1]
            reasons = _weigh(reading, first, last)
            if not reasons:
                continue
            score = joined(one.score for one in reasons)
            owned = bool(words[-1].possessive) and _is_owned(reading, first, last)
            local[tuple(word.key for word in words)].append(
                BodyMention(
                    number,
                    first,
                    last,
                    EntityType.ORGANISATION,
                    score,
                    score,
                    reasons,
                    owned=owned,
                )
            )
    found = []
    for mentions in local.values():
        best = max(mention.here for mention in mentions)
        found += [replace(mention, best=best, count=len(mentions)) for mention in mentions]
    return found


def body_features(reading: Reading, mention: BodyMention) -> Features:
    """What the combiner is told of a phrase that no list explains."""
    words = reading.words[mention.first : mention.last + 1]
    known = [word for word in words if word.key not in _SMALL] or words
    sources = {f"{one.source}: {one.reason}": 1.0 for one in mention.evidence}
    return {
        **sources,
        "review": evidence(mention.best),
        "often": min(3.0, math.log(mention.count)),
        "English words": sum(is_english(w.key) for w in known) / len(known),
        "terms": sum(is_generic_word(w) or w.key in GENERIC_WORDS for w in known) / len(known),
        "several words": float(len(known) > 1),
    }


def _weigh(reading: Reading, first: int, last: int) -> tuple[Evidence, ...]:
    words = reading.words[first : last + 1]
    known = [w for w in words if w.key not in _SMALL]
    generic = sum(is_generic_word(w) or w.key in GENERIC_WORDS for w in known)
    if generic == len(known):
        return ()
    labels = {reading.labels[index] for index in range(first, last + 1)}
    start, end = words[0].start, words[-1].end
    before = reading.text[max(0, start - 40) : start]
    found = []
    if labels & {"ORGANIZATION", "FACILITY"}:
        found.append(Evidence("spacy", 0.35, "read as a body or a building"))
    elif labels - {""}:
        found.append(Evidence("spacy", 0.2, "read as a name"))
    if len(known) > 1 and not generic:
        found.append(Evidence("capital", 0.35, "a capitalised phrase inside a sentence"))
    elif _THE.search(before):
        found.append(Evidence("capital", 0.35, "capitalised behind an article"))
    if _PLACED.search(before):
        found.append(Evidence("context", 0.3, "stands where a body or a place stands"))
    if _TYPE_BEFORE.search(before):
        found.append(Evidence("context", 0.6, "a word for a kind of body stands before it"))
    elif _TYPED.match(reading.text, end):
        found.append(Evidence("context", 0.4, "a word for a kind of body follows"))
    if any(not is_english(w.key) and not is_generic_word(w) for w in known):
        found.append(Evidence("unknown word", 0.3, "no English word"))
    if len(known) > 1 and known[-1].key in LANDMARKS:
        found.append(Evidence("kind", 0.5, "ends with a word for a kind of place"))
    if len(known) == 1 and [one.source for one in found] == ["capital"]:
        return ()  # "the Notice": reports capitalise what they speak of
    return tuple(found)
