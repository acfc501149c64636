"""A role named twice: "Midwife Bronagh Keane" is not "Midwife the Midwife" but "the Midwife".

Where the words before or after a mention are those of its label, they go: right before it, or
parted from it by commas or brackets ("a Midwife, Bronagh Keane, visited"; "Bronagh Keane
(Midwife)"). Left as it is: whatever has a second pair of commas or none, any other word between,
and all quotations, because words of theirs would go without a sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from redactor.model import Span
from redactor.wording.articles import FUNCTION_WORDS, is_determiner, without_article
from redactor.wording.context import BLANKS, Site, word_before

_REACH = 80
_BLANK = f"[{BLANKS}]"
_CLOSING = frozenset(",.;:!?)")
_WORDS_BETWEEN = 2
"""Adjectives or nouns between an article and a role: "a community hospital Midwife"."""
_CLAUSE_GOES_ON = re.compile(rf"{_BLANK}+[a-z]")


@dataclass(frozen=True, slots=True)
class Absorbed:
    """The label's words beside the mention, to be deleted.

    ``start`` is where the whole phrase now begins; ``label`` has lost its article where the
    words deleted had one.
    """

    start: int
    label: str
    deleted: tuple[Span, ...]


def absorbed(site: Site, label: str) -> Absorbed | None:
    """What of the text around the mention the `label`, "the Midwife", would say again."""
    noun = without_article(label)
    if noun == label:
        return None
    return _before(site, label, noun) or _after(site, label, noun)


def _before(site: Site, label: str, noun: str) -> Absorbed | None:
    text, start, end = site.text, site.start, site.end
    found = _noun_before(noun).search(text, max(site.floor, start - _REACH), start)
    if found is None:
        return None
    deleted = [Span(found.start(), start)]
    match found["parting"].strip(BLANKS):
        case ",":
            if end < len(text) and text[end] not in _CLOSING:
                return None
            if text[end : end + 1] == "," and _CLAUSE_GOES_ON.match(text, end + 1):
                deleted.append(Span(end, end + 1))
        case "(":
            if text[end : end + 1] != ")":
                return None
            deleted.append(Span(end, end + 1))
    governed = _is_governed(site, found.start())
    return Absorbed(found.start(), noun if governed else label, tuple(deleted))


def _after(site: Site, label: str, noun: str) -> Absorbed | None:
    text, end = site.text, site.end
    found = _noun_after(noun).match(text, end)
    if found is None:
        return None
    last = found.end()
    if found["comma"] and text[last : last + 1] == "," and _CLAUSE_GOES_ON.match(text, last + 1):
        last += 1
    return Absorbed(site.start, label, (Span(end, last),))


def _is_governed(site: Site, at: int) -> bool:
    """True when the role at `at` has an article or the like, perhaps with words between."""
    for _ in range(_WORDS_BETWEEN + 1):
        word = word_before(site.text, at)
        if word is None:
            return False
        if is_determiner(site.text, word, site.after):
            return True
        if word.key in FUNCTION_WORDS or not word.text.islower():
            return False
        at = word.start
    return False


@lru_cache(maxsize=256)
def _noun_before(noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'\u2019\u2011-]){_words(noun)}"
        rf"(?P<parting>{_BLANK}+|,{_BLANK}|{_BLANK}\()\Z",
        re.IGNORECASE,
    )


@lru_cache(maxsize=256)
def _noun_after(noun: str) -> re.Pattern[str]:
    named = rf"(?:(?:the|an?){_BLANK})?{_words(noun)}"
    return re.compile(
        rf"(?P<comma>,{_BLANK}){named}(?=[,.;:)!?]|\Z)|{_BLANK}\({named}\)", re.IGNORECASE
    )


def _words(noun: str) -> str:
    return f"{_BLANK}+".join(re.escape(word) for word in noun.split())
