"""What the recognisers of identifiers share: a shape, what stands around it, and a check.

Presidio's context words are single lemmas before a match; a rule here takes whole phrases ("crime
reference number"), looked for in the 60 characters before and the 25 after. Shapes run over a
folded copy (plain hyphens, apostrophes and blanks, nothing invisible); line breaks and tabs stay
what they are, and spans are mapped back to the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from presidio_analyzer import EntityRecognizer, RecognizerResult

from redactor.detection.recognisers.hints import ANYTHING, DIGIT, THREE_DIGITS, Hint
from redactor.detection.recognisers.prepared import Prepared, prepare
from redactor.detection.recognisers.triggers import first_words, opening_words
from redactor.model import EntityType

if TYPE_CHECKING:
    from presidio_analyzer.nlp_engine import NlpArtifacts

BEFORE = 60
AFTER = 25
KEEP = "KEEP"
"""The entity of what looks identifying and stays: public bodies, statutes, cited authors."""

Match = tuple[str, int, int, float]
"""Entity, start and end in the prepared text, score."""


def _spaced(phrase: str) -> str:
    return phrase.replace(" ?", r"\s*").replace(" ", r"\s+")


def cues(*phrases: str) -> re.Pattern[str]:
    """A pattern for any of `phrases` as whole words, whatever their case and blanks.

    A phrase is a regular expression, in which one blank stands for any number of them.
    """
    alternatives = "|".join(map(_spaced, phrases))
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W\d_])", re.IGNORECASE)


_LINK = (
    r"(?:\s*\(?\b(?:ref(?:erence)?s?|nos?|numbers?|num|ids?|code)\b\.?\)?)*"
    r"(?:\s*(?:[:=#\u2013-]+|(?:is|was|are|were|of|as|recorded as|given "
    r"as)\b))?\s*[:(\"\u201c'\[]*\s*"
)


def label_of(label: str) -> str:
    """A pattern for ``label`` and what joins it to its value: "number", "is", a colon.

    It is matched whatever its case; one blank stands for any number.
    """
    return rf"(?<![^\W_])(?i:(?:{_spaced(label)})(?![^\W\d_]){_LINK})"


def labelled(label: str, value: str) -> re.Pattern[str]:
    """A value right behind `label_of` it: `value` is matched as it is written, and is the group
    "value"."""
    return re.compile(rf"{label_of(label)}(?P<value>{value})(?![^\W_])")


REFERENCE = r"[A-Z\d]+(?:[-/][A-Z\d]+)*"
"""A token of capitals and digits, perhaps in groups; see `is_reference`."""

PREFIXED = rf"(?:[A-Z]{{1,4}} (?=\d))?{REFERENCE}"
"""The same with letters and a blank before it: "HG 77-10342"."""

_YEARS = re.compile(
    r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?|\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|(?:19|20)\d\d-\d\d-\d\d"
)
# "LCS 9766717 / 0290062", "EMIS nos. 20417, 31162": five digits, so that no sum or time is taken.
_ONE_MORE = re.compile(
    r"(?: ?/ ?|, | & |,? and )(?P<value>(?=[A-Z/-]*\d(?:[A-Z/-]*\d){4})[A-Z\d]+(?:[-/][A-Z\d]+)*)"
    r"(?![\w/]|[.,-]\d)"
)


def is_reference(match: re.Match[str]) -> bool:
    """The group "value" has three digits or more, and is neither a year, "2018/19" nor a date."""
    value = match.group("value")
    return sum(char.isdigit() for char in value) > 2 and not _YEARS.fullmatch(value)


def always(_: re.Match[str]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of `entity`; the span is the group "value" if there is one.

    ``score`` holds without any of ``cues`` around (0: no match without), ``with_cue`` with one.
    ``against`` around the shape speaks for something else. ``accept`` sees the match last.
    ``reach`` is how many characters before the shape count. ``hint`` is what every match holds,
    for shapes that begin with no word. ``beside`` are words of which the text must hold one, where
    the shape has them after what it begins with. ``lists`` says that more values of the kind may
    follow the first: "LCS 9766717 / 0290062".
    """

    entity: EntityType
    shape: re.Pattern[str]
    score: float = 0.0
    cues: re.Pattern[str] | None = None
    with_cue: float = 0.95
    against: re.Pattern[str] | None = None
    accept: Callable[[re.Match[str]], bool] = always
    reach: int = BEFORE
    hint: Hint = ANYTHING
    beside: frozenset[str] | None = None
    lists: bool = False
    _words: tuple[frozenset[str], ...] = field(init=False, repr=False)
    _opening: frozenset[str] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        patterns = [self.shape] + [self.cues] * (self.cues is not None and self.score <= 0)
        found = [first_words(pattern.pattern) for pattern in patterns if pattern is not None]
        known = tuple(words for words in (*found, self.beside) if words is not None)
        object.__setattr__(self, "_words", known)
        object.__setattr__(self, "_opening", opening_words(self.shape.pattern))
        if self.accept is is_reference and self.hint is ANYTHING:
            object.__setattr__(self, "hint", THREE_DIGITS)

    @property
    def rarest_words(self) -> frozenset[str] | None:
        """Words of which a text must hold one, the smallest of such sets; None without any."""
        return min(self._words, key=len, default=None)

    def may_match(self, prepared: Prepared) -> bool:
        """False when the text cannot hold the shape, or lacks the words that it needs beside it."""
        return (self.hint is ANYTHING or prepared.holds(self.hint)) and not any(
            map(prepared.words.isdisjoint, self._words)
        )

    def find(self, prepared: Prepared) -> Iterator[tuple[int, int, float]]:
        """Start, end and score of every match in the prepared text."""
        text = prepared.text
        for match in self._matches(prepared):
            start, end = match.span("value" if "value" in match.re.groupindex else 0)
            score = self.score
            if self.cues is not None and around(self.cues, text, start, end, self.reach):
                score = self.with_cue
            if score <= 0 or not self.accept(match):
                continue
            if self.against is not None and around(self.against, text, start, end, self.reach):
                continue
            yield start, end, score
            while self.lists and (more := _ONE_MORE.match(text, end)) and is_reference(more):
                start, end = more.span("value")
                yield start, end, score

    def _matches(self, prepared: Prepared) -> Iterator[re.Match[str]]:
        """What ``shape.finditer`` gives; tried at the words alone that it begins with."""
        starts = None if self._opening is None else prepared.starts_of(self._opening)
        if starts is None:
            yield from self.shape.finditer(prepared.text)
            return
        reached = 0
        for start in starts:
            match = self.shape.match(prepared.text, start) if start >= reached else None
            if match is not None:
                reached = match.end()
                yield match


def around(pattern: re.Pattern[str], text: str, start: int, end: int, reach: int = BEFORE) -> bool:
    """True when `pattern` stands within `reach` before `start`, or shortly after `end`."""
    return bool(
        pattern.search(text, max(0, start - reach), start)
        or pattern.search(text, end, min(len(text), end + AFTER))
    )


class RuleRecogniser(EntityRecognizer):
    """A Presidio recogniser made of rules; ``needs`` is what a text must hold to be looked at."""

    COUNTRY_CODE = "uk"
    name: str
    rules: ClassVar[tuple[Rule, ...]] = ()
    needs: ClassVar[Hint] = DIGIT
    more_entities: ClassVar[tuple[str, ...]] = ()

    def __init__(self, supported_language: str = "en", name: str | None = None) -> None:
        entities = {rule.entity.name: None for rule in self.rules}
        super().__init__(
            supported_entities=[*entities, *self.more_entities],
            supported_language=supported_language,
            name=name or type(self).__name__,
        )
        self._by_hint: dict[Hint, list[int]] = {}
        for number, rule in enumerate(self.rules):
            if rule.rarest_words is None:
                self._by_hint.setdefault(rule.hint, []).append(number)
        self._by_word: dict[str, list[int]] = {}
        for number, rule in enumerate(self.rules):
            for word in rule.rarest_words or ():
                self._by_word.setdefault(word, []).append(number)
        self._words = frozenset(self._by_word)

    def load(self) -> None:
        """Nothing to load: rules are compiled with their module."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Matches in `text`, by position; of two that overlap within an entity the better one."""
        prepared = prepare(text)
        if not prepared.holds(self.needs):
            return []
        found = list(self.find(prepared))
        if not found:
            return []
        if entities:
            found = [one for one in found if one[0] in entities]
        return [
            RecognizerResult(
                entity,
                *prepared.span(start, end),
                score,
                recognition_metadata={
                    RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                    RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                },
            )
            for entity, start, end, score in best(found)
        ]

    def find(self, prepared: Prepared) -> Iterator[Match]:
        """Every match in the prepared text."""
        numbers = {
            number
            for hint, ruled in self._by_hint.items()
            if hint is ANYTHING or prepared.holds(hint)
            for number in ruled
        }
        for word in self._words & prepared.words:
            numbers.update(self._by_word[word])
        for number in sorted(numbers):
            rule = self.rules[number]
            if rule.may_match(prepared):
                for start, end, score in rule.find(prepared):
                    yield rule.entity.name, start, end, score


def best(found: Iterable[Match]) -> list[Match]:
    """Of matches of one entity that overlap, the longest, then the surest; by position."""
    kept: list[Match] = []
    for one in sorted(found, key=lambda f: (f[1] - f[2], -f[3], f[1], f[0])):
        if not any(one[0] == k[0] and one[1] < k[2] and k[1] < one[2] for k in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: (f[1], f[2], f[0]))
