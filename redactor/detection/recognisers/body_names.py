"""Where the name of a body begins, walking back from the word that says what it is.

The walk takes capitalised words and the small words between them, then gives back what belongs to
the sentence: "The Review of Margate Hospital" is about Margate Hospital, "Danielle and Margate
Hospital" about two, "Dover and Deal Medical Practice" about one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from redactor.detection.lists import load_list
from redactor.detection.recognisers.body_kinds import OWNED_TYPES
from redactor.detection.recognisers.body_words import (
    CONNECTORS,
    FRONT_WORDS,
    GENERIC_WORDS,
    JOINING_OWNERS,
    OF_HEADS,
)
from redactor.text.fold import folded

_REACH = 100
_LONGEST = 8
_SAINTS = ("St", "Saint", "SAINT", "ST")
_TWO_OWNERS = ("ltd", "limited", "llp", "solicitors", "plc", "&")
_OF_AN_AREA = re.compile(
    r"\bNHS\b.*\bTrust$|Health Board$|Care Board$|"
    r"(?:Safety|Safeguarding)\b.*(?:Partnership|Board)$"
)
_PREPOSITION = re.compile(
    r"(?:^|[\s(])(?:the|at|to|from|of|by|in|near|outside|with|into|through|attends?|attended|"
    r"attending|The|"
    r"At|From|In|To|Into|Near)\s+$"
)
_SOMEWHERE = re.compile(
    r"(?:^|[\s(])(?:on|onto|at|in|into|near|outside|inside|the|(?:admitted|transferred|moved|taken|"
    r"returned|walked|went|drove|run|discharged)(?: back)? (?:to|from))\s+$",
    re.IGNORECASE,
)
_PERSON_MAY_FOLLOW = re.compile(r"\b(?:to|from|of|by|with)\s+$")
_IN_A_TOWN = ("Police Station", "Court")
"""Bodies that are called by their town, whatever else it means: "Rugby Police Station"."""
_HONOURED = frozenset(
    "queen king prince princess bishop archbishop cardinal canon lady lord sir dame duke duchess "
    "earl mother father sister brother mrs miss captain colonel admiral general".split()
)
"""Before an owner they make both the name of a body: "Queen Philippa's School for Girls"."""
_ENDS_A_BODY = frozenset(
    "police constabulary council trust board service services hospital hospitals surgery practice "
    "school academy college centre association housing homes probation court home group "
    "partnership team department office commissioner mr mrs ms dr".split()
)
_COMMON = GENERIC_WORDS | CONNECTORS


@dataclass(frozen=True, slots=True)
class _Token:
    """A word before the type word; ``start`` is its offset in the prepared text."""

    text: str
    start: int

    @property
    def lower(self) -> str:
        return self.text.lower().rstrip(".")

    @property
    def is_owner(self) -> bool:
        return self.lower.endswith(("'s", "s'")) and self.lower not in JOINING_OWNERS

    @property
    def is_saint(self) -> bool:
        return self.text.rstrip(".") in _SAINTS


def name_start(text: str, at: int, kind: str) -> int | None:
    """Where the name begins whose type word `kind` stands at offset `at`; None without a name."""
    tokens = _trimmed(_tokens_before(text, at), kind, text)
    if not tokens:
        return None
    words = [token.text for token in tokens]
    if not is_distinctive(words) and not (kind.endswith(_IN_A_TOWN) and is_place(" ".join(words))):
        return None
    return tokens[0].start


def after_a_preposition(text: str, at: int) -> bool:
    """True when "the", "at", "attended" or the like stands right before offset `at`."""
    return bool(_PREPOSITION.search(text, max(0, at - 14), at))


def is_somewhere(text: str, at: int) -> bool:
    """True when somebody is "at", "on" or "admitted to" what stands at offset `at`."""
    return bool(_SOMEWHERE.search(text, max(0, at - 24), at))


def is_distinctive(words: Sequence[str]) -> bool:
    """True when one of `words` is more than the field's common words, a letter or a number."""
    return any(
        len(bare) > 1 and not bare[0].isdigit() and bare not in _COMMON
        for bare in (word.lower().strip(".,'") for word in words)
    )


def _tokens_before(text: str, at: int) -> list[_Token]:
    """The capitalised words and connectors right before `at`, in order."""
    window = text[max(0, at - _REACH) : at]
    offset = at - len(window)
    found: list[_Token] = []
    end = len(window)
    while end > 0 and window[end - 1] == " " and len(found) < _LONGEST:
        begin = max(window.rfind(" ", 0, end - 1), window.rfind("\n", 0, end - 1)) + 1
        word = window[begin : end - 1]
        bare = word.lstrip("(\"'[\u201c")
        if not _continues(bare):
            break
        found.append(_Token(bare, offset + begin + len(word) - len(bare)))
        if bare != word or (begin and window[begin - 1] == "\n"):
            break
        end = begin
    return found[::-1]


def _continues(word: str) -> bool:
    """True when a name may run on from `word` to the next one."""
    if not word or "/" in word or word[-1] in ',;:!?)"]\u201d':
        return False
    # A full stop ends a sentence, unless after "St." or an initial.
    if word.endswith(".") and len(word) > 2 and word != "St.":
        return False
    return word[0].isupper() or word == "&" or word.lower() in CONNECTORS


def _trimmed(tokens: list[_Token], kind: str, text: str) -> list[_Token]:
    """Drop what belongs to the sentence: "The", "Danielle and", "Review of", "Isla's"."""
    cut = 0
    for index in range(len(tokens)):
        if _parts(tokens, cut, index, kind, text):
            cut = index + 1
    kept = tokens[cut:]
    while kept and (kept[0].lower in CONNECTORS or kept[0].text == "&"):
        kept = kept[1:]
    return kept if kept and kept[-1].lower not in ("of", "and", "the", "in", "on") else []


def _parts(tokens: list[_Token], cut: int, index: int, kind: str, text: str) -> bool:
    """True when the name begins after token `index`, given that it begins at `cut` or later."""
    token = tokens[index]
    if token.lower == "and":
        return not _joins(tokens[cut:index], kind, text)
    if token.lower == "of":
        return not (index > cut and tokens[index - 1].lower in OF_HEADS)
    if token.text in ("in", "at", "for", "with", "by", "to", "from"):
        return True
    follows = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.lower in _HONOURED and follows is not None and follows.is_owner:
        return False
    if token.lower in FRONT_WORDS:
        return index == cut or token.lower != "the"
    if token.is_owner:
        if is_place(" ".join(one.text for one in tokens[cut : index + 2])):
            return False  # "Robin Hood's Bay"
        saint = index > cut and (tokens[index - 1].is_saint or tokens[index - 1].lower in _HONOURED)
        names_the_body = index == len(tokens) - 1 and kind in OWNED_TYPES
        return not saint and not names_the_body
    return False


def _joins(left: list[_Token], kind: str, text: str) -> bool:
    """True when "and" is inside the name: "Dover and Deal", not "Danielle and Margate"."""
    if not left:
        return False
    names = [token.text for token in left]
    if is_place(" ".join(names)) or left[0].is_saint:
        return True
    if kind.lower().startswith(_TWO_OWNERS):
        return True
    if _OF_AN_AREA.search(kind) and is_distinctive(names):
        # "Southern Weald and Coast": nobody stands beside a trust by the first name alone, and
        # no other body whose last word does not say what it is.
        return names[-1].lower() not in _ENDS_A_BODY
    start = left[0].start
    return (
        len(left) == 1
        and is_distinctive(names)
        and after_a_preposition(text, start)
        and not _PERSON_MAY_FOLLOW.search(text, max(0, start - 14), start)
    )


def is_place(name: str) -> bool:
    """True for a town, district, county or large city of the United Kingdom, written so."""
    return name in _places()


def is_too_large(name: str) -> bool:
    """True for a county, a region or a large city: it localises nobody."""
    return name in _large_places()


@cache
def _large_places() -> frozenset[str]:
    return frozenset(
        folded(place) for name in ("counties", "large_places") for place in load_list(name)
    )


@cache
def _places() -> frozenset[str]:
    lists = ("british_places", "districts", "more_places", "counties", "large_places")
    return frozenset(folded(place) for name in lists for place in load_list(name))
