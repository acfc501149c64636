"""Document-wide evidence: a name proven anywhere in the review is found everywhere in it.

Every capitalised word gets a score from each occurrence (models and context, joined as independent
evidence), then the occurrences of one word are looked at together. A word is *proven* a name when
its best occurrence is beyond doubt and its others do not speak against it; ordinary English words
("Grace", "Mark", "Will") need more than one, and stay words where they read as words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from redactor.detection import context, layouts
from redactor.detection.lexicon import OPENERS, is_a_relation, is_generic_word, is_kept_place
from redactor.detection.reading import UNREAD, Reading
from redactor.detection.spellings import Spellings
from redactor.detection.whole_names import ends_a_name, whole_names
from redactor.model import Evidence
from redactor.text.nicknames import all_given_names, full_names
from redactor.text.words import Word, is_english

PROVEN = 0.8
"""From here a score stands for the name without further evidence."""
POSSIBLE = 0.5
"""From here an occurrence is put to a person."""

_LANTERN_WEIGHT = 0.95
_LANTERN_FLOOR = 0.15
UNSUPPORTED = 0.05
"""Below this the slow model takes a word for no name at all."""
_BESIDE_A_NAME = 0.5
_BESIDE_A_NAME_FLOOR = 0.7
_SHARE_OF_WORDS_PROVEN = 0.25
_HUMP = re.compile(r"[a-z][A-Z]")
_CAPITAL_INSIDE = re.compile(
    r"(?:Mc|Mac|O'|D'|De|Di|Du|El|La|Le|Mb|Ni|Van|Von|Fitz|Al|Bin|Abu)[A-Z]"
)
_SHORTEST_SHORT_FORM = 3
_SHORTEST_BEGINNING = 4
_SHORTEST_SINGULAR = 3
_DOUBT_OF_ABBREVIATIONS = 0.5
_DOUBT_OF_TERMS = 0.5
_DOUBT_OF_KEPT_PLACES = 0.3
_DOUBT_OF_TERMS_BELIEVED = 0.85
_DOUBT_BEHIND_AN_ARTICLE = 0.3
_DOUBT_OF_PLAIN_WORDS = 0.4


def joined(scores: Iterable[float]) -> float:
    """Independent evidence joined (noisy or): 0.5 and 0.6 make 0.8."""
    doubt = 1.0
    for score in scores:
        doubt *= 1.0 - min(score, 1.0)
    return 1.0 - doubt


def looks_like_a_name(word: Word) -> bool:
    """Letters only, no capitals inside: not "O22a", "SystmOne"; but "McAllister", "O'Brien"."""
    return _is_spelt_like_a_name(word.folded)


@lru_cache(maxsize=1 << 14)
def _is_spelt_like_a_name(folded: str) -> bool:
    if not folded.replace("'", "").isalpha() or "'" in folded[-3:]:
        return False
    return not _HUMP.search(folded) or bool(_CAPITAL_INSIDE.match(folded))


def _has_digits(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def weigh_person(reading: Reading, index: int, spellings: Spellings) -> tuple[Evidence, ...]:
    """All that speaks for word `index` being a person's name, at this place alone."""
    word = reading.words[index]
    if not word.is_capitalised or len(word.folded) < 2 or _has_digits(word.folded):
        return ()
    if context.is_month(reading, index):
        return ()
    adjective = reading.labels[index] == "NRP" and is_generic_word(word)  # "Welsh", "Muslim"
    opens = reading.starts[index] or reading.gap_before(index) == "."
    # Inside a sentence "Can" and "An" are people; in a line of capitals only before a comma.
    opener = word.key in OPENERS and (
        opens or (context.in_capitals(reading) and not context.surname_first(reading, index))
    )
    if (adjective or opener) and not context.courtesy_titled(reading, index):
        return ()
    english = is_english(word.key)
    found = []
    if context.courtesy_titled(reading, index):
        found.append(Evidence("title", 0.97, "a title stands before it"))
    elif context.titled(reading, index):
        weight = 0.75 if not english else 0.4 if is_generic_word(word) else 0.55
        found.append(Evidence("title", weight, "a profession stands before it"))
    score = reading.scores[index].person
    if score >= _LANTERN_FLOOR:
        found.append(Evidence("lantern", round(score * _LANTERN_WEIGHT, 2), "read as a name"))
    label = reading.labels[index]
    if label == "PERSON":
        alone = english and score < UNSUPPORTED
        found.append(Evidence("spacy", 0.45 if alone else 0.55, "read as a person"))
    elif label and (not english or context.stands_alone(reading, index)):
        found.append(Evidence("spacy", 0.15, f"read as {label.lower()}"))
    if context.kin_before(reading, index):
        found.append(Evidence("kin", 0.55, "a relation stands before it"))
    elif context.named(reading, index):
        found.append(Evidence("context", 0.5, "introduced by name"))
    elif context.dealt_with(reading, index):
        found.append(Evidence("context", 0.35, "introduced as a person"))
    elif context.role_beside(reading, index):
        found.append(Evidence("role", 0.45, "a profession stands beside it"))
    if context.aged(reading, index):
        found.append(Evidence("context", 0.5, "an age follows"))
    if context.surname_first(reading, index):
        found.append(Evidence("form", 0.6, "written surname first"))
    if context.before_family(reading, index):
        found.append(Evidence("context", 0.4, "a family's name"))
    found += _by_layout(reading, index)
    if word.key in all_given_names():
        found.append(Evidence("given names", 0.3, "a usual given name"))
    if context.acts(reading, index):
        found.append(Evidence("context", 0.25 if english else 0.35, "acts like a person"))
    if english and not is_generic_word(word) and context.stands_alone(reading, index):
        # Prose writes ordinary words with a capital only where a sentence starts.
        often = spellings.is_seen_in_lower_case(word.key)
        found.append(Evidence("capital", 0.15 if often else 0.35, "capitalised without a reason"))
    if not english and not is_generic_word(word) and looks_like_a_name(word):
        found.append(Evidence("unknown word", 0.3, "no English word"))
    return _doubted(reading, index, tuple(found), spellings)


def _by_layout(reading: Reading, index: int) -> Iterator[Evidence]:
    if layouts.initialled(reading, index):
        yield Evidence("initial", 0.75, "an initial stands before it")
    if layouts.listed_as_a_person(reading, index):
        yield Evidence("list of people", 0.6, "listed where people are")
    if layouts.signs(reading, index):
        yield Evidence("list of people", 0.6, "signs a message")
    if layouts.speaks(reading, index) and not is_english(reading.words[index].key):
        yield Evidence("speaker", 0.6, "the label of who speaks")


def _doubted(
    reading: Reading, index: int, found: tuple[Evidence, ...], spellings: Spellings
) -> tuple[Evidence, ...]:
    """Weaken what is said of a word that also reads as an ordinary one here."""
    if any(e.source == "title" and e.score > PROVEN for e in found):
        return found
    word = reading.words[index]
    english = is_english(word.key)
    factor = 1.0
    if is_generic_word(word) and not context.names_a_month(word.key):
        believed = reading.scores[index].person >= POSSIBLE and english
        factor *= _DOUBT_OF_TERMS_BELIEVED if believed else _DOUBT_OF_TERMS
    if spellings.is_abbreviation(word) and not context.surname_first(reading, index):
        factor *= _DOUBT_OF_ABBREVIATIONS
    if is_kept_place(word.key) and reading.scores[index].person < POSSIBLE:
        factor *= _DOUBT_OF_KEPT_PLACES
    if (
        english
        and context.after_determiner(reading, index)
        and not context.before_family(reading, index)
    ):
        factor *= _DOUBT_BEHIND_AN_ARTICLE
    if english and reading.starts[index] and context.is_plain_word(reading, index):
        factor *= _DOUBT_OF_PLAIN_WORDS
    if factor == 1.0:
        return found
    return tuple(Evidence(e.source, round(e.score * factor, 2), e.reason) for e in found)


@dataclass(slots=True)
class _Tally:
    """What all occurrences of one word say together; ``capitalised`` counts those that a model
    read and that a sentence's start does not account for."""

    best: float = 0.0
    supported: int = 0
    capitalised: int = 0


class PersonEvidence:
    """Scores of every capitalised word of a review, and the words that they prove to be names."""

    def __init__(
        self,
        readings: Sequence[Reading],
        blocked: Sequence[frozenset[int]],
        known: frozenset[str],
    ) -> None:
        """`blocked[r]` are the words of reading r that an identifier, a kept phrase or a term of
        the field explains; `known` the keys of the words of names that the map replaces."""
        self._known = known
        self.spellings = Spellings(readings)
        self.weighed: list[dict[int, tuple[float, tuple[Evidence, ...]]]] = []
        tallies: dict[str, _Tally] = defaultdict(_Tally)
        self._titled = frozenset(_titled_words(readings))
        for reading, explained in zip(readings, blocked, strict=True):
            scores = _weigh(reading, explained, self.spellings, self._titled)
            self.weighed.append(scores)
            _count(reading, explained, scores, tallies)
        self._tallies = tallies
        self._names: dict[str, bool] = {}
        self._small: dict[str, bool] = {}
        self._proven = known | {
            key
            for key, tally in tallies.items()
            if len(key) > 1 and not is_a_relation(key) and _is_proven(key, tally)
        }

    @property
    def proven(self) -> frozenset[str]:
        """The keys of all words that are proven names."""
        return self._proven

    def is_proven(self, key: str) -> bool:
        return key in self._proven

    def is_titled(self, key: str) -> bool:
        """Somebody is called "Ms" or "DC" so."""
        return key in self._titled

    def is_short_for_a_name(self, key: str) -> bool:
        """No English word, and a pet form or the beginning of a proven name: "vio", "gosia"."""
        if is_english(key) or len(key) < _SHORTEST_SHORT_FORM:
            return False
        return key in self._beginnings or any(name in self._proven for name in full_names(key))

    def singular(self, key: str) -> str:
        """The proven name that `key` is the plural of: "hargreaves" for "hargreaveses"; or ""."""
        for ending in ("es", "s"):
            stem = key.removesuffix(ending)
            if stem != key and len(stem) >= _SHORTEST_SINGULAR and stem in self._proven:
                return stem
        return ""

    def names_somebody(self, key: str) -> bool:
        """A proven name, its short form or its plural, however it is written."""
        known = self._names.get(key)
        if known is None:
            plural = not is_english(key) and bool(self.singular(key))
            known = key in self._proven or plural or self.is_short_for_a_name(key)
            self._names[key] = known
        return known

    def may_be_small(self, key: str) -> bool:
        """Letters only, and proven or no English word: a name, perhaps, that is typed small."""
        known = self._small.get(key)
        if known is None:
            known = key.isalpha() and (key in self._proven or not is_english(key))
            self._small[key] = known
        return known

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(
            name[:length]
            for name in self._proven
            if not is_english(name)
            for length in range(_SHORTEST_BEGINNING, len(name))
        )

    def is_known(self, key: str) -> bool:
        return key in self._known

    def best(self, key: str) -> float:
        return self._tallies[key].best if key in self._tallies else 0.0

    def count(self, key: str) -> int:
        """How often the word stands capitalised where that says something."""
        return self._tallies[key].capitalised if key in self._tallies else 0

    def share(self, key: str) -> float:
        """The share (0..1) of its capitalised occurrences that read as a name by themselves."""
        tally = self._tallies.get(key)
        return tally.supported / tally.capitalised if tally and tally.capitalised else 0.0


def _titled_words(readings: Iterable[Reading]) -> Iterator[str]:
    """Words behind a courtesy title anywhere in the review: surnames, whatever else they are."""
    for reading in readings:
        for index in reading.capitals:
            if context.courtesy_titled(reading, index):
                yield reading.words[index].key


def _weigh(
    reading: Reading, explained: frozenset[int], spellings: Spellings, surnames: frozenset[str]
) -> dict[int, tuple[float, tuple[Evidence, ...]]]:
    scores: dict[int, tuple[float, tuple[Evidence, ...]]] = {}
    for index in reading.capitals:
        if index in explained and not context.courtesy_titled(reading, index):
            continue
        evidence = weigh_person(reading, index, spellings)
        if evidence:
            scores[index] = (joined(e.score for e in evidence), evidence)
    for index, reason in whole_names(reading, explained, surnames):
        evidence = (*scores.get(index, (0.0, ()))[1], reason)
        scores[index] = (joined(e.score for e in evidence), evidence)
    # A capitalised word beside a sure name is most likely the rest of that name.
    sure = {index for index, (score, _) in scores.items() if score >= _BESIDE_A_NAME_FLOOR}
    for index in reading.capitals if sure else ():
        if index in explained or index in sure:
            continue
        if context.is_month(reading, index) or reading.words[index].folded[-1].isdigit():
            continue
        more = _by_neighbours(reading, index, sure, spellings)
        if more:
            evidence = (*scores.get(index, (0.0, ()))[1], more)
            scores[index] = (joined(e.score for e in evidence), evidence)
    return scores


def _by_neighbours(
    reading: Reading, index: int, sure: set[int], spellings: Spellings
) -> Evidence | None:
    word = reading.words[index]
    english = is_english(word.key) or is_generic_word(word)
    if len(word.folded) > 1 and _beside(reading, index, sure):
        if spellings.is_abbreviation(word):
            in_capitals = len(word.folded) > 3 and not english  # "Danielle DAVIS"
            return Evidence("beside", 0.3, "stands beside a name") if in_capitals else None
        if english and ends_a_name(reading, index):
            return Evidence("beside", 0.75, "a usual surname behind a given name")
        return Evidence("beside", 0.3 if english else _BESIDE_A_NAME, "stands beside a name")
    if context.listed(reading, index, sure) and not is_generic_word(word):
        return Evidence("list", 0.35, "listed with a name")
    return None


def _beside(reading: Reading, index: int, sure: set[int]) -> bool:
    after = index - 1 in sure and reading.gaps[index - 1] in (" ", "-")
    possessive = index > 0 and bool(reading.words[index - 1].possessive)
    if after and not possessive and not reading.starts[index]:
        return True
    english = is_english(reading.words[index].key)
    ahead = index + 1 in sure and reading.gaps[index] in (" ", "-")
    return ahead and not english and not reading.words[index].possessive


def _count(
    reading: Reading,
    explained: frozenset[int],
    scores: dict[int, tuple[float, tuple[Evidence, ...]]],
    tallies: dict[str, _Tally],
) -> None:
    for index in reading.capitals:
        word = reading.words[index]
        if index in explained or context.is_month(reading, index):
            continue
        tally = tallies[word.key]
        score = scores[index][0] if index in scores else 0.0
        tally.best = max(tally.best, score)
        read = reading.scores[index] is not UNREAD
        if score >= POSSIBLE or (read and not reading.starts[index]):
            tally.capitalised += 1
            tally.supported += score >= POSSIBLE


def _is_proven(key: str, tally: _Tally) -> bool:
    if tally.best < PROVEN:
        return False
    if not is_english(key):
        return True
    share = tally.supported / max(1, tally.capitalised)
    return share >= _SHARE_OF_WORDS_PROVEN
