"""Which words of a text are names, by what the whole review says of them.

A proven word is a name wherever it stands; unless it is an English word as well and reads as one
there, or the place has the better claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redactor.detection import context
from redactor.detection.combiner import Features, combiner, evidence
from redactor.detection.evidence import (
    POSSIBLE,
    PROVEN,
    PersonEvidence,
    looks_like_a_name,
)
from redactor.detection.lexicon import (
    OPENERS,
    is_a_relation,
    is_generic_word,
    may_be_a_given_name,
)
from redactor.detection.name_here import heads_a_phrase, is_name_here
from redactor.detection.places import KEPT
from redactor.detection.read_here import read_here
from redactor.detection.reading import Reading
from redactor.detection.whole_names import TERM_AS_SURNAME
from redactor.model import Evidence, Verdict
from redactor.text.given_names import is_given_name
from redactor.text.nicknames import all_given_names
from redactor.text.words import Word, is_english, is_weekday

_COUNTED = frozenset({"page", "day"})
_A_COUNT = re.compile(r" \d{1,3}(?![\w/])")
"""Behind surnames that are words for what is counted: "Page 1"."""
_OFTEN = 3
_TOLD = 0.6
"""From here evidence that is no model's says by itself that somebody is meant."""
_SUPPORTED = 0.1
_TERM_READ = 0.85
"""From here the slow model's word stands against the field's."""
_READ = 0.3
"""From here the slow model's word for an abbreviation counts."""
_LONGEST_INITIALS = 3
_OF_NEIGHBOURS = frozenset({"beside", "list", "capital", "unknown word", "spacy"})
_OF_NAMES = frozenset({"title", "form", "kin"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that is, or may be, part of a person's name, and the probability of it."""

    verdict: Verdict
    probability: float

    @property
    def is_proven(self) -> bool:
        return self.verdict is Verdict.REPLACE


def tag_names(
    reading: Reading,
    persons: PersonEvidence,
    scores: Mapping[int, tuple[float, tuple[Evidence, ...]]],
    explained: frozenset[int],
    places: Mapping[int, float],
) -> dict[int, Tag]:
    """The words of `reading` that are part of a person's name, or may be.

    `scores` are what speaks for each word here, `explained` the words that no name is looked for
    in, `places` the scores of words as part of a place.
    """
    model = combiner("person")
    tagged: dict[int, Tag] = {}
    relations = (i for i in reading.capitals if is_a_relation(reading.words[i].key))
    for index in sorted({*explained, *relations}):
        score, reasons = scores.get(index, (0.0, ()))
        titled = context.courtesy_titled(reading, index) or TERM_AS_SURNAME in reasons
        if score >= PROVEN and titled:
            tagged[index] = Tag(Verdict.REPLACE, score)
    for index, features in weighable_words(reading, persons, scores, explained, places):
        probability = model.probability(features)
        verdict = model.verdict(probability)
        # What the map names is no guess, and no development text has a map to learn that from.
        if persons.is_known(reading.words[index].key) and features["named here"]:
            verdict, probability = Verdict.REPLACE, 1.0
        # "May said", "May’s", "v MARSH": a proven name that reads as one here.
        proven = persons.is_proven(reading.words[index].key)
        if verdict is Verdict.ASK and proven and features["named here"]:
            verdict = Verdict.REPLACE
        if verdict is None and _is_told(scores.get(index, (0.0, ()))[1]):
            verdict = Verdict.ASK
        if verdict is not None:
            tagged[index] = Tag(verdict, probability)
    _add_neighbours(reading, explained, persons, tagged)
    return tagged


def weighable_words(
    reading: Reading,
    persons: PersonEvidence,
    scores: Mapping[int, tuple[float, tuple[Evidence, ...]]],
    explained: frozenset[int],
    places: Mapping[int, float],
) -> Iterator[tuple[int, Features]]:
    """The words that may be part of a name, and what the combiner is told of each."""
    for index, word in enumerate(reading.words):
        if index in explained or not _may_be_a_name(reading, index, persons):
            continue
        here = scores.get(index, (0.0, ()))
        if _reads_as_a_word(reading, index) and not is_name_here(reading, index, here[0], persons):
            continue
        small = persons.spellings.is_seen_in_lower_case(word.key)
        if not _is_spoken_for(reading, index, persons) and _is_explained(
            reading, index, here[1], small=small
        ):
            continue
        if persons.spellings.is_abbreviation(word) and not _is_named_in_capitals(word, here[1]):
            continue
        place = places.get(index, 0.0)
        if not _is_place_rather(reading, index, place, here[0], persons):
            yield index, person_features(reading, index, here, persons, place)


def _may_be_a_name(reading: Reading, index: int, persons: PersonEvidence) -> bool:
    word = reading.words[index]
    if persons.names_somebody(word.key):
        return True
    if not word.is_capitalised or len(word.folded) < 2 or not looks_like_a_name(word):
        return False
    if is_a_relation(word.key):
        return False
    return not (word.key in OPENERS or is_weekday(word.key) or context.is_month(reading, index))


def _reads_as_a_word(reading: Reading, index: int) -> bool:
    """ "Will he", "a Will", "the Grace Centre": an English word where it is no name."""
    word = reading.words[index]
    if not is_english(word.key) or word.possessive or context.before_family(reading, index):
        return False
    if word.key in _COUNTED and _A_COUNT.match(reading.text, word.end):
        return True
    plain = reading.starts[index] and context.is_plain_word(reading, index)
    return plain or context.after_determiner(reading, index)


def _is_named_in_capitals(word: Word, reasons: Sequence[Evidence]) -> bool:
    """An abbreviation is somebody's name only where more than a look at it says so: a title, the
    rest of the name; and for letters that are no term, what they do or that a model reads them."""
    sources = {one.source for one in reasons}
    if is_generic_word(word):
        return bool(sources & {"title", "form"})
    read = any(one.source == "lantern" and one.score >= _READ for one in reasons)
    if read or sources & _OF_NAMES:
        return True
    if "beside" in sources and len(word.folded) > _LONGEST_INITIALS:
        return True  # "Danielle DAVIS"
    return "context" in sources and len(word.folded) <= _LONGEST_INITIALS


def _is_explained(
    reading: Reading, index: int, reasons: Sequence[Evidence], *, small: bool
) -> bool:
    """Nothing speaks for the word; or nothing but its neighbours and the model that takes any
    capital for a name, for a term of the field, or for a word that begins a sentence and that the
    review writes `small` elsewhere."""
    word = reading.words[index]
    sources = {one.source for one in reasons}
    if not sources:
        return True
    read = reading.scores[index].person
    if is_generic_word(word):
        return read < _TERM_READ and not (sources & _OF_NAMES or _is_told(reasons))
    if read >= _SUPPORTED:
        return False
    opens = reading.starts[index] and is_english(word.key) and small
    return opens and word.key not in all_given_names() and sources <= _OF_NEIGHBOURS


def _is_told(reasons: Sequence[Evidence]) -> bool:
    """Its form or its surroundings say that somebody is meant, whatever a model reads."""
    return any(one.score >= _TOLD and one.source != "lantern" for one in reasons)


def _is_spoken_for(reading: Reading, index: int, persons: PersonEvidence) -> bool:
    """Whatever speaks for the word at this place, the review does."""
    key = reading.words[index].key
    return (
        persons.is_short_for_a_name(key)
        or bool(persons.singular(key))
        or is_name_here(reading, index, 0.0, persons)
        or _is_possible_here(reading, index, 0.0, persons)
    )


def person_features(
    reading: Reading,
    index: int,
    here: tuple[float, tuple[Evidence, ...]],
    persons: PersonEvidence,
    place: float,
) -> Features:
    """What the combiner is told of word `index`: `here` is what speaks for it at this place alone
    and its joined score, `place` the score of a town of the same name."""
    word = reading.words[index]
    score, reasons = here
    english = is_english(word.key)
    named = is_name_here(reading, index, score, persons)
    features = {
        "review": evidence(persons.best(word.key)),
        "named here": float(named),
        "short for a name": float(persons.is_short_for_a_name(word.key)),
        "plural of a name": float(
            bool(persons.singular(word.key)) and (not english or context.families(reading, index))
        ),
        "English word": float(english),
        "terms": float(is_generic_word(word)),
        "mostly in small letters": float(persons.spellings.is_mostly_lower(word.key)),
        "starts a sentence": float(english and reading.starts[index] and not named),
        "behind an article": float(english and context.after_determiner(reading, index)),
        "ends a phrase": float(english and context.is_tail_of_term(reading, index)),
        "in capitals": float(word.is_upper),
        "a place": place,
    }
    if not _is_told(reasons):
        features |= read_here(reading, index, index, "person")
    for one in reasons:
        features[one.source] = features.get(one.source, 0.0) + evidence(one.score)
    return features


def _is_possible_here(reading: Reading, index: int, score: float, persons: PersonEvidence) -> bool:
    """A word that reads as a name at half of its places is asked about at the others too."""
    word = reading.words[index]
    if not word.is_capitalised or word.is_upper or context.is_month(reading, index):
        return False
    if persons.is_proven(word.key) or context.before_year(reading, index):
        return False  # proven, and yet no name here
    if persons.best(word.key) < POSSIBLE or persons.share(word.key) < POSSIBLE:
        return False
    if reading.starts[index]:
        return context.goes_on_like_a_name(reading, index) and score > 0
    return not context.after_determiner(reading, index) and not heads_a_phrase(reading, index)


def _add_neighbours(
    reading: Reading, explained: frozenset[int], persons: PersonEvidence, tagged: dict[int, Tag]
) -> None:
    """ "Dawn" before "Pickles": two words of proven names side by side are one, even where the
    first could as well begin a sentence; and a hyphen makes one of any two."""
    pending = sorted(tagged)
    while pending:
        index = pending.pop(0)
        for beside, gap in ((index - 1, index - 1), (index + 1, index)):
            if not 0 <= beside < len(reading.words) or beside in tagged or beside in explained:
                continue
            word = reading.words[beside]
            if (
                word.is_capitalised
                and reading.gaps[gap] in (" ", "-")
                and not reading.words[gap].possessive
                and (persons.is_proven(word.key) or _makes_it_whole(reading, beside, gap))
                and not context.is_month(reading, beside)
            ):
                tagged[beside] = Tag(Verdict.REPLACE, tagged[index].probability)
                pending.append(beside)


def _makes_it_whole(reading: Reading, index: int, gap: int) -> bool:
    """A hyphen before or behind a name, or a usual given name before a surname: "May Silver"."""
    word = reading.words[index]
    before = gap == index and _is_usual_given_name(word)
    alike = word.is_upper == reading.words[gap + 1].is_upper
    return reading.gaps[gap] == "-" or (before and alike)


def _is_usual_given_name(word: Word) -> bool:
    if is_given_name(word.key) or context.names_a_month(word.key):
        return True
    # Few are called Love: in capitals nothing tells "LOVE POLLY" from a name.
    return not word.is_upper and may_be_a_given_name(word.key)


def _is_place_rather(
    reading: Reading, index: int, place: float, here: float, persons: PersonEvidence
) -> bool:
    """A town and a person share the word: the review's other occurrences decide, then this one."""
    key = reading.words[index].key
    if place < POSSIBLE or persons.is_known(key):
        return False
    if place == KEPT:
        if persons.is_titled(key) and not context.reads_as_a_place(reading, index):
            return False  # "opened by Kent", where a "DC Kent" works
        # A child called India or Devon is mentioned more than once.
        often = persons.is_proven(key) and persons.count(key) >= _OFTEN
        return not (often and persons.share(key) >= POSSIBLE and here >= POSSIBLE)
    if persons.is_proven(key) and persons.share(key) > POSSIBLE:
        return place > here and place >= PROVEN
    return True
