"""What linking and replacing cost beside detection, on a long review of many people.

    python benchmarks/linking.py [--detect] [--people 200] [--words 100000]

The review is made up: every sentence names one person of the map, in one of the ways in which
reviews write them; one in four shares the surname of the one before. *Linking* is ``link``;
*replacing* is what decides and renders every mention, finds what a rule has left, and puts the
texts together; *wording* fits them into their sentences, tells dates and ages vaguely and proposes
neutral words. All are cold, and in seconds of the one processor that they use. Detection's seconds
for as many words are by the clock: those of RESULTS.md, or with ``--detect`` of a cold reading of
25,000 words on this machine, models loaded.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.decisions import decided, listed
from redactor.gendered import word_proposals
from redactor.leftovers import left_over
from redactor.linking.link import link
from redactor.model import (
    DocumentId,
    EntityType,
    Keep,
    Mention,
    Segment,
    SegmentId,
    SegmentKind,
    Span,
    Verdict,
)
from redactor.phrasing import phrased
from redactor.plan import Scan
from redactor.policy.load import policy_called
from redactor.pseudonyms.operator import anonymise
from redactor.pseudonyms.schema import MapEntity, PseudonymMap

WORDS_A_SECOND = 3200
_SENTENCES_A_PARAGRAPH = 6
_SYLLABLES = (
    "bar kel mor tan ves hol dun gar lin pet ros sul wen yar zel fen cor jas nim tol".split()
)
_SENTENCES = (
    "On that day {} rang the surgery and asked whether anything could be done before the weekend.",
    "The record says that {} was seen at home with the health visitor and raised no concern.",
    "In March a neighbour told the housing officer that {} had not been at work for some weeks.",
    "It was agreed at the meeting that the school would write to {} about attendance that term.",
    "Nobody asked what {} had heard that night, or who had collected the children in the morning.",
)


@dataclass(frozen=True, slots=True)
class Review:
    """A review as detection leaves it, and its finished map."""

    segments: list[Segment]
    mentions: list[Mention]
    names: PseudonymMap
    words: int


def made_up_review(people: int, words: int) -> Review:
    """The same for the same numbers."""
    chance = random.Random(1)
    names = list(_people(people, chance))
    segments: list[Segment] = []
    mentions: list[Mention] = []
    total = 0
    while total < words:
        identity = SegmentId(f"long.docx|/word/document.xml|p{len(segments)}")
        text = ""
        for sentence in chance.choices(_SENTENCES, k=_SENTENCES_A_PARAGRAPH):
            form = _form(*chance.choice(names), chance)
            start = len(text) + sentence.index("{}")
            text += sentence.replace("{}", form) + " "
            span = Span(start, start + len(form))
            mentions.append(Mention(identity, span, form, EntityType.PERSON, Verdict.REPLACE))
        segments.append(Segment(identity, DocumentId("long.docx"), SegmentKind.BODY, text))
        total += len(text.split())
    entries = [
        MapEntity(real=f"{given} {last}", pseudonym=f"Ad{given.lower()} Ul{last.lower()}")
        for given, last in names
    ]
    return Review(segments, mentions, PseudonymMap(review="long", entities=tuple(entries)), total)


def _people(count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    made: set[tuple[str, str]] = set()
    last = ""
    while len(made) < count:
        given = "".join(chance.choices(_SYLLABLES, k=2)).capitalize()
        if len(made) % 4 != 1:
            last = "".join(chance.choices(_SYLLABLES, k=3)).capitalize()
        if (given, last) not in made:
            made.add((given, last))
            yield given, last


def _form(given: str, last: str, chance: random.Random) -> str:
    forms = (
        given,
        given,
        given,
        f"{given} {last}",
        f"Ms {last}",
        last,
        f"{given[0]}. {last}",
        f"{last}, {given}",
        f"{given[0]}{last[0]}",
    )
    return chance.choice(forms)


def measure(review: Review) -> dict[str, float]:
    """Seconds of processor time of each step."""
    seconds: dict[str, float] = {}
    started = time.process_time()

    def done(step: str) -> None:
        nonlocal started
        seconds[step] = time.process_time() - started
        started = time.process_time()

    entities = link(review.mentions, review.segments, listed(review.names))
    done("linking")
    scan = Scan((), tuple(review.segments), tuple(entities), review.names)
    # Words that two people could be meant by have their place only after a person was asked.
    decisions = list(decided(scan, review.names, map_only=True))
    decisions += left_over(scan, review.names, decisions)
    done("replacing")
    word_proposals(scan, decisions)
    told = phrased(review.segments, decisions, policy_called(""), map_only=False)
    done("wording")
    wanted: dict[SegmentId, list[tuple[Span, str]]] = defaultdict(list)
    for one in told.decisions:
        if not isinstance(one.decision, Keep):
            wanted[one.mention.segment_id].append((one.mention.span, one.decision.text))
    for edit in told.repairs:
        wanted[edit.segment_id].append((edit.span, edit.text))
    anonymise("", [])  # presidio is imported
    started = time.process_time()
    for segment in review.segments:
        anonymise(segment.text, wanted[segment.id])
    seconds["replacing"] += time.process_time() - started
    return seconds


def detection_speed() -> float:
    """Words a second, cold."""
    from sets import bare, count_words, long_review
    from systems import segments_of

    from redactor.detection.detector import Detector
    from redactor.detection.engine import Engine

    texts = long_review()
    detector = Detector(Engine())
    detector.detect(
        segments_of(bare(["Ms Danielle Hargreaves rang on 3 March 2017 from Margate."]))
    )
    segments = segments_of(bare(texts))
    started = time.perf_counter()
    detector.detect(segments)
    return count_words(texts) / (time.perf_counter() - started)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--detect", action="store_true")
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--words", type=int, default=100_000)
    options = parser.parse_args(arguments)
    review = made_up_review(options.people, options.words)
    seconds = measure(review)
    speed = detection_speed() if options.detect else WORDS_A_SECOND
    detection = review.words / speed
    print(f"{review.words:,} words, {len(review.mentions):,} mentions, {options.people} people")
    for step, taken in seconds.items():
        print(f"{step:<10} {taken:6.2f} s  {taken / detection:6.1%} of detection")
    print(f"detection  {detection:6.2f} s at {speed:,.0f} words a second")
    both = (seconds["linking"] + seconds["replacing"]) / detection
    print(f"linking and replacing {both:.1%}, with wording {sum(seconds.values()) / detection:.1%}")


if __name__ == "__main__":
    main()
