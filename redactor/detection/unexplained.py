"""What nothing explains is asked about.

A capitalised word that is no English word, no term of the field and nobody's known abbreviation is
most likely a name that both models missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redactor.detection.evidence import POSSIBLE, looks_like_a_name
from redactor.detection.lexicon import is_generic_word, kin_words
from redactor.detection.reading import Reading
from redactor.detection.spans import Candidate, with_particles
from redactor.detection.spellings import Spellings
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.words import Word, is_english

_PREFIXES = frozenset(
    "anti auto bi co counter cross cyber de ex extra hyper inter intra macro mega meta micro mid "
    "mini mis multi non neuro over post pre pro psycho quasi re self semi socio sub super tele "
    "trans tri un uni under bio e".split()
)


def unexplained(
    reading: Reading, spellings: Spellings, explained: frozenset[int], covered: set[int]
) -> Iterator[Candidate]:
    """Questions about the words of `reading` that are neither `explained` nor `covered` by a
    mention; neighbours are one question."""
    run: list[int] = []
    for index in reading.capitals:
        known = index in covered or index in explained
        if known or not _is_unknown(reading.words[index], spellings):
            continue
        if run and run[-1] == index - 1 and reading.gaps[index - 1] in (" ", "-"):
            run.append(index)
            continue
        if run:
            yield _asked(reading, run)
        run = [index]
    if run:
        yield _asked(reading, run)


def _is_unknown(word: Word, spellings: Spellings) -> bool:
    key = word.key
    if not word.is_capitalised or len(key) < 3 or not looks_like_a_name(word):
        return False
    if is_english(key) or is_generic_word(word) or key in _PREFIXES or key in kin_words():
        return False
    if spellings.is_mostly_lower(key) or spellings.is_abbreviation(word):
        return False
    singular = key.removesuffix("s")
    return not is_english(singular) and not _is_derived(key)


def _is_derived(key: str) -> bool:
    """ "recommission", "coproduced": a prefix and an English word."""
    return any(
        key.startswith(prefix) and len(key) > len(prefix) + 3 and is_english(key[len(prefix) :])
        for prefix in _PREFIXES
        if len(prefix) > 1
    )


def _asked(reading: Reading, run: Sequence[int]) -> Candidate:
    labels = [reading.labels[index] for index in run]
    kind = EntityType.PERSON
    if "LOCATION" in labels or "FACILITY" in labels:
        kind = EntityType.PLACE
    elif "ORGANIZATION" in labels:
        kind = EntityType.ORGANISATION
    return Candidate(
        reading.words[with_particles(reading, run[0])].start,
        reading.words[run[-1]].end,
        kind,
        Verdict.ASK,
        (Evidence("unknown word", POSSIBLE, "capitalised, and nothing explains it"),),
    )
