"""What looks identifying and stays: public bodies, statutes, "Clare's Law", cited authors.

The entity is KEEP. The list is ``data/public_bodies.txt`` (domain convention C34 and C35: bodies of
a whole county or the nation, laws, programmes, systems). Citations follow the Harvard style that
such reports use. A name and a year in brackets alone is no citation: "Isla (2016)" is a child, so
it needs a second author, "et al.", initials or the words of a citation before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from redactor.detection.lists import load_list
from redactor.detection.recognisers.hints import CAPITAL, Hint, figures, hint
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import KEEP, Match, RuleRecogniser
from redactor.text.fold import folded

_WORD = re.compile(r"(?<![\w'-])[A-Za-z]*[A-Z][\w&]*")
_FROM_A_CAPITAL = re.compile(r"[A-Z][A-Za-z]*")
_ACT = re.compile(
    r"(?<![\w'-])(?:(?!The |Under |In |A |An |Of |By )[A-Z][\w'-]*,? |\([A-Z][\w' -]*\) |(?:of|"
    r"for|to|against|from) ){1,7}"
    r"(?:Act|Regulations|Order|Rules)(?: \([A-Z][\w' ]+\))? \(?(?:19|20)\d\d\)?"
)
_LAW = re.compile(r"(?<![\w'-])[A-Z][a-z]+'s (?:Law|law|Rule)(?!\w)")

_AUTHOR = r"(?:(?:van|von|de|Mc|Mac|O')[ ]?)?[A-Z][\w'-]+"
_INITIALS = r"(?:[A-Z]\.[ -]?){1,3}"
_YEAR = r"(?:19|20)\d\d[a-f]?"
_CITED = re.compile(
    rf"(?<![\w'-])(?:{_AUTHOR}(?:, {_AUTHOR}){{0,4}},? (?:and|&) {_AUTHOR}(?:, {_YEAR}(?=[);:,])"
    rf"|,? \({_YEAR}\)(?= (?:argued?|suggest(?:ed)?|found that|define[ds]?|conclude[ds]?|"
    rf"proposed?)\b))"
    rf"|{_AUTHOR}(?:,? {_AUTHOR})?,? et al\.?(?:,? \(?{_YEAR}\)?)?"
    rf"|{_AUTHOR}, {_INITIALS}(?:,? ?(?:and|&)? ?{_AUTHOR}, {_INITIALS}){{0,5}}(?:et al\.? "
    rf")?(?:\(eds?\.?\) )?\(?{_YEAR}\)?)"
)
_ONE_AUTHOR = re.compile(
    r"(?i:\b(?:research|study|studies|work|analysis|findings|report|article|book|paper|"
    r"described|identified|developed|"
    r"according to|argued|cited|quoted|published|outlined|proposed|noted)\b(?: (?:by|of|in|"
    r"from))?(?: professor| prof\.?| dr\.?| the academic)?) "
    rf"(?P<value>(?:[A-Z][\w-]+ )?{_AUTHOR}(?:,? (?:and|&) {_AUTHOR})?,? \({_YEAR}(?:[,:] "
    rf"?(?:p\.? ?)?\d+)?\))"
)
_A_YEAR = figures(r"(?:19|20)\d\d")
_A_YEAR_APART = hint(r"[(,] ?(?:19|20)\d\d")
_INITIAL = hint(r", [A-Z]\.")
_STATUTES = frozenset({"act", "regulations", "order", "rules"})
_CITING = frozenset(
    "research study studies work analysis findings report article book paper described identified "
    "developed according argued cited quoted published outlined proposed noted".split()
)
_NOT_AUTHORS = frozenset(
    "january february march april may june july august september october november december".split()
)


class PublicBodyRecogniser(RuleRecogniser):
    """Longest match of the list, statutes by their year, laws by their "'s Law", citations."""

    needs: ClassVar[Hint] = CAPITAL
    more_entities: ClassVar[tuple[str, ...]] = (KEEP,)

    def find(self, prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        if not prepared.capitalised.isdisjoint(_beginnings()):
            yield from ((KEEP, start, end, 0.95) for start, end in _listed(text))
        words = prepared.words
        dated = prepared.holds(_A_YEAR)
        if dated and not words.isdisjoint(_STATUTES):
            for match in _ACT.finditer(text):
                yield KEEP, *match.span(), 0.9
        if "et" in words or (dated and (prepared.holds(_A_YEAR_APART) or prepared.holds(_INITIAL))):
            for match in _CITED.finditer(text):
                if match.group().split()[0].strip(",").lower() not in _NOT_AUTHORS:
                    yield KEEP, *match.span(), 0.8
        if dated and not words.isdisjoint(_CITING):
            for match in _ONE_AUTHOR.finditer(text):
                yield KEEP, *match.span("value"), 0.8
        if "law" in words or "rule" in words:
            for match in _LAW.finditer(text):
                yield KEEP, *match.span(), 0.9


def _listed(text: str) -> Iterator[tuple[int, int]]:
    index = _phrases()
    reached = 0
    for match in _WORD.finditer(text):
        if match.start() < reached:
            continue
        for phrase in index.get(match.group(), ()):
            end = match.start() + len(phrase)
            if text.startswith(phrase, match.start()) and not _goes_on(text, end):
                yield match.start(), end
                reached = end
                break


def _goes_on(text: str, end: int) -> bool:
    """True when the word at `end` is not over yet; a possessive ending is no part of it."""
    following = text[end : end + 1]
    if following in ("'", "-"):
        return bool(re.match(r"'(?!s\b)\w|-\w", text[end : end + 3]))
    return bool(following) and (following.isalnum() or following == "_")


@cache
def _beginnings() -> frozenset[str]:
    """Runs of letters from a capital (`Prepared.capitalised`) with which listed phrases begin."""
    found = map(_FROM_A_CAPITAL.search, _phrases())
    return frozenset(match.group() for match in found if match is not None)


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Listed phrases by their first word, the longest first; longer ones in capitals too."""
    by_first: dict[str, set[str]] = {}
    for phrase in map(folded, load_list("public_bodies")):
        variants = {phrase, phrase.upper()} if " " in phrase else {phrase}
        for variant in variants:
            first = _WORD.match(variant)
            if first is not None:
                by_first.setdefault(first.group(), set()).add(variant)
    return {
        first: tuple(sorted(found, key=lambda p: (-len(p), p))) for first, found in by_first.items()
    }
