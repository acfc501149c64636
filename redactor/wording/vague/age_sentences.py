"""How the sentence around an age reads once the age is a band: one function for each form.

Each gives the rewrite of what its pattern found, or None where that is no age after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from redactor.model import Span
from redactor.wording.beginnings import begins_sentence, with_capital
from redactor.wording.numbers import CARDINAL, cardinal
from redactor.wording.sounds import article_for
from redactor.wording.vague import age_forms as forms
from redactor.wording.vague.age_bands import OLDEST, Band, band_of
from redactor.wording.vague.age_people import pronoun_for, pronoun_of_noun
from redactor.wording.vague.rewrites import Rewrite


@dataclass(frozen=True, slots=True)
class FoundAge:
    """An age in full years; ``span`` covers its number."""

    span: Span
    years: int = field(repr=False)


AgeRewrite = Rewrite[FoundAge]

_EACH_NUMBER = re.compile(rf"\d+|{CARDINAL}", re.IGNORECASE)
_COUNTS = frozenset("two three four five six both these the".split())
_COMING_OF_AGE = frozenset({16, 18, 21, 25, 65})
_UNTIL = frozenset({"until", "till", "before", "after"})
_ALMOST = frozenset({"nearly", "almost"})


def _only(rewrite: AgeRewrite | None) -> Iterator[AgeRewrite]:
    if rewrite:
        yield rewrite


def _found(match: re.Match[str]) -> FoundAge | None:
    years = cardinal(match["n"].replace("\u00a0", " "))
    return FoundAge(Span(*match.span("n")), years) if years <= OLDEST else None


def _band(found: FoundAge, about: str | None = None) -> Band:
    """The band of `found`; who is "nearly 40" is still 39."""
    almost = bool(about) and str(about).lower() in _ALMOST and found.years > 0
    return band_of(found.years - almost)


def _rewrite(text: str, start: int, end: int, words: str, *found: FoundAge) -> AgeRewrite:
    """The words in the place of `start`..`end`, with a capital where one stood or belongs."""
    first = text[start]
    if first.isupper() or (first.isdecimal() and begins_sentence(text, start)):
        words = with_capital(words)
    return Rewrite(Span(start, end), words, found)


def _aged(text: str, match: re.Match[str]) -> AgeRewrite | None:
    """ "aged 32", "aged two, five and 15"."""
    start, end = match.span()
    if match["word"].lower() != "aged" and match["word"][0].isupper():
        return None  # a label
    numbers = [
        FoundAge(Span(*number.span()), cardinal(number.group().replace("\u00a0", " ")))
        for number in _EACH_NUMBER.finditer(text, *match.span("numbers"))
    ]
    if any(number.years > OLDEST for number in numbers):
        return None
    bands = [_band(number, match["about"]) for number in numbers]
    if len(bands) == 1:
        words = bands[0].predicate(pronoun_for(text, start, end))
    else:
        words = _several(bands)
    return _rewrite(text, start, end, words, *numbers)


def _several(bands: Sequence[Band]) -> str:
    """ "in their early 30s and mid-40s", "of pre-school and primary-school age"."""
    phrases = []
    decades = list(dict.fromkeys(band.name for band in bands if band.is_decade))
    schools = list(
        dict.fromkeys(
            band.name.removesuffix(" age")
            for band in bands
            if not band.is_decade and band.years < OLDEST and band.name != "over 90"
        )
    )
    if schools:
        phrases.append(f"of {_listed(schools)} age")
    if decades:
        phrases.append(f"in their {_listed(decades)}")
    if any(band.name == "over 90" for band in bands):
        phrases.append("over 90")
    return " and ".join(phrases)


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _labelled(text: str, match: re.Match[str]) -> AgeRewrite | None:
    found = _found(match)
    if not found:
        return None
    band = _band(found)
    if not match["colon"] and band.name.endswith(" age"):
        return _rewrite(text, *match.span(), band.predicate("their"), found)
    return Rewrite(Span(found.span.start, match.end()), band.name, (found,))


def _at_the_age(text: str, match: re.Match[str]) -> AgeRewrite | None:
    found = _found(match)
    preposition = (match["preposition"] or "").lower()
    if not found or (preposition in _UNTIL and found.years in _COMING_OF_AGE):
        return None
    if not preposition and not match["of"]:
        return None  # "age 32" is told by another form
    band = _band(found, match["about"])
    pronoun = pronoun_for(text, *match.span())
    if preposition in {"at", "around"}:
        return _rewrite(text, *match.span(), band.moment(pronoun), found)
    words = f"{preposition} {band.point(pronoun)}".lstrip()
    return _rewrite(text, *match.span(), words, found)


def _years_old(text: str, match: re.Match[str]) -> AgeRewrite | None:
    found = _found(match)
    start, end = match.span()
    before = text[max(0, start - 64) : start]
    others = (forms.IS_TURNED, forms.IS_SECOND, forms.THING_BEFORE)
    if not found or any(other.search(before) for other in others):
        return None
    band = _band(found, match["about"])
    pronoun = pronoun_for(text, start, end)
    words = band.moment(pronoun) if match["at"] else band.predicate(pronoun)
    return _rewrite(text, start, end, words, found)


def _she_was(text: str, match: re.Match[str]) -> AgeRewrite | None:
    found = _found(match)
    if not found:
        return None
    about = match["about"] or ""
    who = match["who"].lower() if "who" in match.re.groupindex else ""
    pronoun = {"she": "her", "he": "his"}.get(who, "their")
    replaces_about = about.lower() in _ALMOST | {"about", "around"}
    start = match.start("about") if replaces_about else found.span.start
    words = _band(found, about).predicate(pronoun)
    return Rewrite(Span(start, found.span.end), words, (found,))


def _year_old(text: str, match: re.Match[str]) -> AgeRewrite | None:
    """ "a 32-year-old man", "her five-year-old", "the 32 year old"."""
    found = _found(match)
    start, end = match.span()
    if not found or text[end : end + 1] in {"'", "\u2019"}:
        return None
    if forms.IS_SECOND.search(text[max(0, start - 16) : start]):
        return None
    det = (match["det"] or "").strip()
    band = band_of(found.years)
    if (match["plural"] or "").lower() == "olds":
        if det.lower() not in _COUNTS:
            return None
        return _rewrite(text, start, end, f"{det} {_people(band)}", found)
    noun = forms.NOUN_BEHIND.match(text, end)
    if noun and text[noun.end() : noun.end() + 1] not in {"'", "\u2019"}:
        of = noun["of"] or ""
        words = _with_noun(band, noun["adjectives"].strip(" \u00a0,"), noun["noun"], of)
        return _rewrite(text, start, noun.end(), _determined(det, words), found)
    if not noun and forms.THING_BEHIND.match(text, end):
        return None
    if not noun and forms.STANDS_ALONE.match(text, end):
        if not det and forms.IS_PREDICATE.search(text[max(0, start - 24) : start]):
            words = band.predicate(pronoun_for(text, start, end))
            return _rewrite(text, start, end, words, found)
        return _rewrite(text, start, end, _determined(det, _person(band)), found)
    return _rewrite(text, start, end, _determined(det, band.adjective), found)


def _determined(det: str, words: str) -> str:
    if det.lower() in {"a", "an"}:
        det = article_for(words)
    return f"{det} {words}".lstrip()


def _with_noun(band: Band, adjectives: str, noun: str, of: str) -> str:
    """The noun with its band behind it; a child's "boy" and "girl" are children."""
    if not band.is_adult and noun.lower() in {"boy", "girl", "child", "youth", "teenager"}:
        if not adjectives and not of:
            return _person(band)
        noun = "young person" if band.is_decade else "child"
    named = f"{adjectives} {noun}".lstrip()
    if band.is_noun:
        return f"{band.name} {named}{of}"
    return f"{named}{of} {band.predicate(pronoun_of_noun(noun))}"


def _person(band: Band) -> str:
    if band.is_noun:
        return band.name
    noun = "person" if band.is_adult else "young person" if band.is_decade else "child"
    return f"{noun} {band.predicate('their')}"


def _people(band: Band) -> str:
    if band.is_noun:
        return f"{band.name}s"
    noun = "people" if band.is_adult else "young people" if band.is_decade else "children"
    return f"{noun} {band.predicate('their')}"


def _number(match: re.Match[str], *, name: bool, behind: str = "") -> AgeRewrite | None:
    found = _found(match)
    if not found:
        return None
    band = band_of(found.years)
    words = band.name if name else band.predicate("their")
    return Rewrite(Span(found.span.start, match.end()), words + behind, (found,))


def in_a_column(match: re.Match[str]) -> Iterator[AgeRewrite]:
    """The number of a cell under the header "Age"."""
    yield from _only(_number(match, name=True))


def behind_a_name(text: str, at: int) -> Iterator[AgeRewrite]:
    """ "(32)", "(33F)" and ", 32," right behind a name that ends at `at`."""
    if (match := forms.IN_BRACKETS.match(text, at)) and (found := _found(match)):
        words = band_of(found.years).name
        end = match.end("unit") if match["unit"] else match.end("n")
        if match["sex"] and match["sex"][0] not in ",;/ \u00a0":
            words += ", "
        yield Rewrite(Span(found.span.start, end), words, (found,))
    elif match := forms.WITH_SEX.match(text, at):
        yield from _only(_number(match, name=True, behind=", "))
    elif match := forms.BETWEEN_COMMAS.match(text, at):
        yield from _only(_number(match, name=False))
    elif match := forms.NAME_WAS.match(text, at):
        yield from _only(_she_was(text, match))


Rule = Callable[[str, re.Match[str]], AgeRewrite | None]

RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (forms.AT_THE_AGE, _at_the_age),
    (forms.AGED, _aged),
    (forms.LABELLED, _labelled),
    (forms.YEAR_OLD, _year_old),
    (forms.YEARS_OLD, _years_old),
    (forms.SHE_WAS, _she_was),
)
