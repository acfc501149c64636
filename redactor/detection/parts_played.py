"""People by the part that the layout gives them, where nothing is known of their name: who speaks,
who has an action, who signs a note.

"RN: You say she fell. WS: She is always falling.", "Action: LB to ring by Friday; AS cc", "Will pop
back Fri. YF", "CC/ZU/YV". The names may be initials that are terms of the field elsewhere, so all
of it is only asked about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set

from redactor.detection.lexicon import is_generic_word, may_be_a_given_name
from redactor.detection.reading import Reading
from redactor.detection.spans import Candidate
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.name_words import usual_as_surname
from redactor.text.names import is_title
from redactor.text.roles import code_of
from redactor.text.words import Word, is_english

_CAPITALS = r"[^\W\d_a-z]{2,3}"
_SPEAKER = re.compile(
    r"(?:^|(?<=[.?!\u2026\u201d\"\n] ))(?P<who>[^\W\d_a-z][\w'\u2019.-]*"
    r"(?: [^\W\d_a-z][\w'\u2019.-]*){0,2}):\s+(?=[^\W_a-z]|[\u201c\"\u2018'\u2026])"
)
_SPEECH = re.compile(r"\b(?:I|I['\u2019]m|you|your|my|me|we|yes|no|yeah)\b", re.IGNORECASE)
_FEWEST_SPEAKERS = 2
_LONGEST_LIST = 24
_ACTION = re.compile(
    rf"(?:\b[Aa]ctions?:?\s+|[;,]\s+)(?P<who>{_CAPITALS})\s+(?:to\s+[a-z]|cc\b|by\s+\d)"
)
_SIGNED = re.compile(rf"(?<=[.!?]\s)(?P<who>{_CAPITALS})\s*$")
_INITIALS_ONLY = re.compile(rf"\s*{_CAPITALS}(?:\s*[/,&]\s*{_CAPITALS})+\s*")
_ONE_OF_THEM = re.compile(_CAPITALS)
_FEWEST_IN_A_LIST = 3
_LABELS = frozenset("q a nb re".split())
_REASONS = {
    "speaks": (Evidence("layout", 0.5, "the label of who speaks"),),
    "acts": (Evidence("layout", 0.5, "initials of who has an action"),),
    "signs": (Evidence("layout", 0.5, "initials that sign a note"),),
    "listed": (Evidence("layout", 0.5, "nothing but initials"),),
}


def parts_played(reading: Reading, covered: Set[int]) -> Iterator[Candidate]:
    """Questions about words of `reading` that no mention covers."""
    for part, start, end in _parts(reading):
        within = reading.within(start, end)
        if not within or not covered.isdisjoint(within) or not _may_be_somebody(reading, within):
            continue
        yield Candidate(start, end, EntityType.PERSON, Verdict.ASK, _REASONS[part])


def _parts(reading: Reading) -> Iterator[tuple[str, int, int]]:
    text = reading.text
    speakers = [match.span("who") for match in _SPEAKER.finditer(text)] if ": " in text else []
    if len({text[start:end] for start, end in speakers}) >= _FEWEST_SPEAKERS and _SPEECH.search(
        text
    ):
        yield from (("speaks", *span) for span in speakers)
    if not any(_ONE_OF_THEM.fullmatch(reading.words[i].folded) for i in reading.capitals):
        return
    for part, pattern in (("acts", _ACTION), ("signs", _SIGNED)):
        yield from ((part, *match.span("who")) for match in pattern.finditer(text))
    if len(text) <= _LONGEST_LIST and _INITIALS_ONLY.fullmatch(text):
        listed = [match.span() for match in _ONE_OF_THEM.finditer(text)]
        if len(listed) >= _FEWEST_IN_A_LIST:
            yield from (("listed", *span) for span in listed)


def _may_be_somebody(reading: Reading, within: Collection[int]) -> bool:
    words = [reading.words[index] for index in within]
    if any(word.key in _LABELS for word in words):
        return False
    if len(words) == 1 and len(words[0].folded) == len("AB") and words[0].is_upper:
        return not _is_a_role(words[0])  # "AS", "DS": terms as well, but not in these places
    return not any(is_generic_word(word) or _is_only_a_word(word) for word in words)


def _is_only_a_word(word: Word) -> bool:
    """ "Sources", "Debrief": English, and nobody is called so."""
    called_so = may_be_a_given_name(word.key) or usual_as_surname(word.key)
    return is_english(word.key) and not called_so


def _is_a_role(word: Word) -> bool:
    """ "GP", "SW", "PC": a profession, whoever has it."""
    return bool(code_of(word.folded)) or is_title(word.folded)
