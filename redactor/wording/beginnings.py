"""Capitals: a label at the beginning of a sentence, in a heading, and in the middle of a line.

"the Midwife" is "The Midwife" where a paragraph, a cell or a sentence begins, and "THE MIDWIFE" in
a text in capitals. After a colon a label stays as it is: what follows may be no sentence.
"""

from __future__ import annotations

import re

from redactor.text.fold import INVISIBLE
from redactor.text.words import is_english
from redactor.wording.context import BLANKS, FILLER, HISSING_FILLER

_REACH = 64
_OPENING = "\u201c\u2018\"'(["
_CLOSING = "\u201d\u2019\"')]"
_SKIPPED = " \t\n\u00a0" + INVISIBLE + _OPENING
_NUMBERING = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})+[a-z]?\.?|\d{1,3}[.):]|[a-zA-Z][.):]|[ivxIVX]{1,5}[.):]"
    r"|\(?[a-z0-9ivx]{1,4}\)|[\u2022\u25aa\u25cf\u00b7*\u2013\u2014-])"
)
_NUMBER_AND_TAB = re.compile(r"\(?(?:[a-zA-Z]{0,2}\d[\d.]{0,8}[a-z]?|[a-zA-Z]|[ivxIVX]{1,5})[.):]?")
_DOTTED = re.compile(r"(?<![^\W_])((?:[^\W_]+\.)*[^\W_]+)\.\Z")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev revd st sgt insp supt cllr hon jr sr no nos para paras vs v eg ie cf "
    "viz approx ca inc incl esp fig vol ed eds pp ref dept".split()
)
_LETTERED = frozenset(
    "child adult person area town hospital practice school ward unit team section part appendix "
    "annex annexe option group category table figure paragraph vitamin hepatitis class".split()
)
"""Words with a letter after them: the full stop of "Child A." ends a sentence, "D." does not."""
_SMALL_WORDS = frozenset("a an the of and or for to in on at by with from as but nor per".split())
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_LEADING_ARTICLE = re.compile(r"(?:The|An|A)(?=\s.*[^\W\d_A-Z])")
"""Not in "A B" or "A NEIGHBOUR"."""
_LONG = 4


def begins_sentence(text: str, at: int) -> bool:
    """True when the word at offset `at` of the masked `text` is the first of its sentence.

    So it is at the beginning of the text or of a line, after a number or a bullet there, after a
    full stop that ends no abbreviation, and after an opening mark that follows any of these or,
    if it is “, a comma or colon: she said, “The …
    """
    start = max(0, at - _REACH)
    reach = text[start:at]
    before = reach.rstrip(_SKIPPED)
    gap = reach[len(before) :]
    if not before:
        return start == 0 or "\n" in gap
    if "\n" in gap:
        return True
    line = before.rpartition("\n")[2].lstrip(_SKIPPED)
    if start == 0 or "\n" in before:
        if _NUMBERING.fullmatch(line) and gap and "(" not in gap:
            return True
        if "\t" in gap and _NUMBER_AND_TAB.fullmatch(line):
            return True
    parting = gap.strip(INVISIBLE).lstrip("\"'")  # straight marks may close what was before
    if not parting[:1].isspace():
        return False
    if before[-1] in ",:" and parting.strip(BLANKS + INVISIBLE)[:1] == "\u201c":
        return True
    return _ends_sentence(before.rstrip(_CLOSING + INVISIBLE))


def _ends_sentence(before: str) -> bool:
    if before.endswith(("!", "?")):
        return True
    if not before.endswith(".") or before.endswith(".."):
        return False
    found = _DOTTED.search(before)
    if found is None:
        return True
    word = found.group(1)
    if len(word) == 1 and word.isalpha() and word not in FILLER + HISSING_FILLER:
        named = _WORD.findall(before[: found.start()])
        return bool(named) and named[-1].lower() in _LETTERED
    initials = "." in word and all(len(part) == 1 and part.isalpha() for part in word.split("."))
    return not initials and word.lower() not in _ABBREVIATIONS


def is_in_capitals(text: str) -> bool:
    """True when all that is not masked in `text` is in capitals, and one is a word."""
    return text.isupper() and any(
        len(word) >= _LONG and is_english(word) for word in _WORD.findall(text)
    )


def is_title_case(text: str) -> bool:
    """True for a heading such as "Police Contact with …", given masked: Each Word With a Capital.

    A heading whose only capital is its first word's says nothing.
    """
    found = _WORD.findall(text)
    cased = [word for word in found[1:] if word[0].isupper() or word[0].islower()]
    large = [word for word in cased if word.lower() not in _SMALL_WORDS]
    return any(len(word) >= _LONG for word in large) and all(word[0].isupper() for word in large)


def in_title_case(label: str) -> str:
    """Each word of `label` with a capital, except the small ones."""
    return _WORD.sub(
        lambda word: word[0] if word[0] in _SMALL_WORDS else word[0][0].upper() + word[0][1:], label
    )


def with_capital(label: str) -> str:
    """ "the Midwife" → "The Midwife"; nothing else changes."""
    return label[:1].upper() + label[1:]


def within_sentence(label: str) -> str:
    """ "The Midwife" → "the Midwife": the article alone loses its capital."""
    return label[0].lower() + label[1:] if _LEADING_ARTICLE.match(label) else label
