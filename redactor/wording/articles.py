"""Articles before a replacement: a or an by its sound, none doubled, none before "Area A".

Only the word right before a replacement counts ("a Seagrove tenant"), and of a label only its own
article ("the housing association"). Where a word can be two things (“told *her* the Midwife had …”,
"said *that* the Midwife had …"), the label keeps its article: that reads well either way.
"""

from __future__ import annotations

import re

from redactor.model import Span
from redactor.text.fold import APOSTROPHES
from redactor.wording.beginnings import begins_sentence
from redactor.wording.context import (
    BLANKS,
    FILLER,
    HISSING,
    HISSING_FILLER,
    Neighbour,
    Site,
    word_before,
)
from redactor.wording.sounds import article_for

_ARTICLES = frozenset({"a", "an", "the"})
_DETERMINERS = _ARTICLES | frozenset(
    "his her its our their my your whose this these those each every no any some another "
    "one".split()
)
_COUNTS = frozenset("two three four five six seven eight nine ten several many most few".split())
_PLURALS = frozenset("staff people children men women police".split())
_ADJECTIVES = frozenset(
    "local former previous new old current same other own entire wider nearby neighbouring "
    "relevant allocated designated existing original main temporary".split()
)
"""What stands before a noun and after its article; none is an adverb or a conjunction as well."""

_AUXILIARIES = frozenset(
    "is was are were be been being has had have does did do will would can could may might must "
    "shall should isn't wasn't aren't weren't hasn't hadn't haven't doesn't didn't don't won't "
    "wouldn't can't couldn't".split()
)
_PREPOSITIONS = frozenset(
    "about above across after against along among around as at before behind below beside between "
    "beyond by despite down during except for from in inside into like near of off on onto outside "
    "over past regarding round since than through throughout to toward towards under until up upon "
    "via with within without".split()
)
_CONJUNCTIONS = frozenset(
    "and or but nor so yet if when where while because although though that which who whom whose "
    "whereas unless once whether then".split()
)
_JOINING = frozenset({"and", "or", "nor", "to"})
FUNCTION_WORDS = _AUXILIARIES | _PREPOSITIONS | _CONJUNCTIONS

_VERBS = frozenset(
    "said told wrote made saw sent took gave held found knew referred reported recorded contacted "
    "offered provided received confirmed stated informed advised asked arranged agreed".split()
)
"""What bodies do in reviews."""

_TELLING = frozenset(
    "told tell tells telling asked ask asks gave give gives giving sent send informed advised "
    "showed offered reminded warned assured texted handed promised".split()
)
"""Verbs with two objects: "told her the Midwife had …"."""

_LETTERED_LABEL = re.compile(r"(?:[^\W\d_]+ )+(?:[A-Z]|\d{1,3})|[A-Z]{1,5}\d{1,3}")
""" "Area A", "GP Practice A", "Hospital 2", "GP1": English gives them no article."""
_LABEL_ARTICLE = re.compile(r"(the|an?)\s+(?=\S)", re.IGNORECASE)
_APOSTROPHES = re.escape(APOSTROPHES)
_POSSESSIVE = re.compile(
    rf"(.+?)(?:[{_APOSTROPHES}]s|(?<=[{HISSING}{HISSING_FILLER}])[{_APOSTROPHES}])\Z", re.IGNORECASE
)
_CONTRACTED = frozenset("it he she that there here who what where how when why let".split())
_SPOKEN = re.compile(r"[\u201c\u2018\u201d\u2019\"')\]]*")
_PUNCTUATION = frozenset(".,;:!?)]\u2026|\n\t")
_LISTED = re.compile(rf",[{BLANKS}]+(?:[A-Z{FILLER}{HISSING_FILLER}])")


def without_article(label: str) -> str:
    """ "the Midwife" → "Midwife"; a label that has no article comes back as it is."""
    article = _LABEL_ARTICLE.match(label)
    return label[article.end() :] if article else label


def takes_no_article(site: Site) -> bool:
    """True when what is before the mention leaves no room for a label's own article."""
    if site.start and site.text[site.start - 1] in "-\u2010\u2011":
        return True
    word = site.before
    return word is not None and (
        word.key in _ADJECTIVES or is_determiner(site.text, word, site.after)
    )


def is_determiner(text: str, word: Neighbour, after: Neighbour | None) -> bool:
    """True when `word` determines what follows it: "the", "her", "Danielle’s", "that" in "in that".

    `after` is the word after the mention. Before an auxiliary verb the mention is a subject of its
    own, and only an article belongs to it: "told her Seagrove had".
    """
    if word.key in _ARTICLES:
        return word.text != "A" or _is_article(text, word)
    if after is not None and after.key in _AUXILIARIES:
        return False
    if word.key == "that":
        earlier = word_before(text, word.start)
        return earlier is not None and earlier.key in _PREPOSITIONS
    if word.key == "her":
        earlier = word_before(text, word.start)
        return earlier is None or earlier.key not in _TELLING
    if word.key in _COUNTS:  # "two Seagrove tenants", but "at two Seagrove rang"
        return after is not None and (after.text.endswith("s") or after.text in _PLURALS)
    if word.key in _DETERMINERS:
        return True
    owner = _POSSESSIVE.match(word.text)
    return owner is not None and owner.group(1).lower() not in _CONTRACTED


def _is_article(text: str, word: Neighbour) -> bool:
    """True for the capital "A" that begins a sentence or follows a small word: "FOR A TENANT".

    Elsewhere it is a letter: "Hospital A".
    """
    if begins_sentence(text, word.start):
        return True
    earlier = word_before(text, word.start)
    return earlier is not None and earlier.key in FUNCTION_WORDS


def fitted(site: Site, new: str, *, in_capitals: bool) -> tuple[Span, str] | None:
    """The edit that makes "a" or "an" right before the mention fit the sound of `new`."""
    word = site.before
    if word is None or word.start < site.floor or word.key not in ("a", "an"):
        return None
    if word.text == "A" and not _is_article(site.text, word):
        return None
    wanted = article_for(new)
    if not wanted or word.key == wanted:
        return None
    if word.text == "AN" or (word.text == "A" and in_capitals):
        wanted = wanted.upper()
    elif word.text[0] == "A":
        wanted = wanted.capitalize()
    return Span(word.start, word.end), wanted


def superfluous_the(site: Site, label: str, mention: str) -> Span | None:
    """The "the" before a mention that becomes "Area A" and that no noun follows.

    "in the Isle of Thanet, where" is then "in Area A, where"; "the Isle of Thanet nurse" keeps its
    article, and so does whatever may be a list before a noun ("the Thanet to Dover bus"). A
    `mention` of several words has its article itself ("the Orchard Surgery"), so that more may
    follow it.
    """
    word = site.before
    if word is None or word.start < site.floor or word.key != "the" or word.gap.strip(BLANKS):
        return None
    has_own_article = len(mention.split()) > 1
    if not _LETTERED_LABEL.fullmatch(label) or not _is_complete(site, has_own_article):
        return None
    return Span(word.start, site.start)


def _is_complete(site: Site, has_own_article: bool) -> bool:
    """True when no noun can follow the mention: it is followed by a stop or a small word."""
    text = site.text
    marks = _SPOKEN.match(text, site.end)
    at = marks.end() if marks else site.end
    if text[site.end : at] and text[at : at + 1].isalnum():  # "Thanet’s"
        return text[at : at + 1] in "sS" and not text[at + 1 : at + 2].isalnum()
    if at == len(text) or text[at] in _PUNCTUATION:
        return has_own_article or not _LISTED.match(text, at)
    after = site.after
    if after is None or after.text != after.key:
        return False
    if after.key in _JOINING and not has_own_article:
        return text[after.end : after.end + 2].strip().islower()
    return after.key in FUNCTION_WORDS or (has_own_article and after.key in _VERBS)
