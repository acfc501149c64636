"""Street addresses, flats, plots and houses with a name.

A number or a flat, one to four capitalised words, a word for a street; or no number, when the
street's word can hardly be anything else or the sentence says that somebody lives there. A town and
a postcode that follow are mentions of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from redactor.detection.recognisers.address_edges import (
    ALONE_AT,
    GATE,
    GATES,
    HOUSE_ON_THE_GREEN,
    HOUSE_ON_THE_LINKS,
    ONE_OF_TWO,
    block_before,
    house_before,
    is_scene,
    with_flats,
    with_town,
)
from redactor.detection.recognisers.address_shapes import (
    A_LETTERED_NUMBER,
    A_NUMBER_AND_THE,
    A_POSTCODE,
    ALWAYS_STREETS,
    ANY_NUMBER_AND_NAME,
    ARTICLED,
    ARTICLED_WORDS,
    AT_OR_OF,
    BEFORE_A_HOUSE,
    BEFORE_A_HOUSE_WORDS,
    BEFORE_A_LETTERED_HOUSE,
    BEFORE_A_ROAD,
    BEHIND_A_PROPERTY,
    CONTEXT_WORDS,
    FLAT_ALONE,
    FLAT_FRONT_WORDS,
    FLAT_WORDS,
    HOUSE_CUE,
    HOUSE_CUE_WORDS,
    HOUSE_WORDS,
    IN_CONTEXT,
    IN_ONE_WORD,
    LET_ROOM,
    LETTERED,
    LIVES,
    LOCATES,
    LONE_STREET_WORDS,
    LOWER,
    LOWER_CUE,
    LOWER_WORDS,
    NAMED_HOUSE,
    NOT_ALONG,
    NUMBER_AND_ANY_NAMES,
    NUMBER_AND_NAMES,
    OF_SOMEBODY,
    ON_OR_OFF,
    PLOT_ALONE,
    ROAD_TO,
    ROADS_IN_ONE_WORD,
    STREET_WORDS,
    SURE_HOUSES,
    SURNAMES,
    SURNAMES_TOO,
    THE_LAST_OF_A_POSTCODE,
    THE_STREET,
    WELSH,
    WELSH_WORDS,
    WITH_NUMBER,
    WITHOUT_NUMBER,
)
from redactor.detection.recognisers.address_words import (
    GENERIC_STREETS,
    front_matter,
    is_an_event,
    is_generic,
    is_of_a_body,
    is_of_safety,
)
from redactor.detection.recognisers.body_names import is_place
from redactor.detection.recognisers.hints import ANYTHING, DIGIT, Hint, figures, hint
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import Match, Rule, RuleRecogniser, around, labelled
from redactor.model import EntityType
from redactor.text.words import is_english

_ADDRESS = EntityType.ADDRESS.name
_PROPERTY = hint(r"10\d{10} ?[|\t]")
# What ends the name of a body more often than that of a street.
_BODIES = frozenset("house tower buildings heights mansions".split())


class AddressRecogniser(RuleRecogniser):
    """Streets and buildings. Names of towns are left to whoever reads places."""

    needs: ClassVar[Hint] = ANYTHING
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.ADDRESS,
            re.compile(r"(?<!\w)(?i:c/o )?(?i:p\.? ?o\.? ?box) \d{1,6}(?!\w)"),
            0.95,
        ),
        # Document exchange: the number and the town of the office.
        Rule(
            EntityType.ADDRESS,
            re.compile(r"(?<!\w)DX:? ?\d{3,6}(?:,? [A-Z][a-z]+(?: \d)?)?(?!\w)"),
            0.9,
        ),
        Rule(
            EntityType.ADDRESS,
            re.compile(
                r"(?<!\w)(?i:at|house|to|from|outside|opposite|neighbour(?: at)?|"
                r"occupants? of|"
                r"next door to|asb:) (?P<value>(?i:no\.?|number) ?\d{1,4}[A-Za-z]?)(?![\w.]\d|"
                r"\w|%)"
            ),
            0.8,
            hint=DIGIT,
        ),
        Rule(
            EntityType.ADDRESS,
            re.compile(
                r"(?<!\w)(?i:in|of|visit(?:ed)?|and|near) "
                r"(?P<value>(?:No\.|No|no\.) ?\d{1,4}[A-Za-z]?)"
                r"(?= |,|\.|$)(?! of\b)(?![\w.]\d|\w|%)"
            ),
            0.7,
            hint=DIGIT,
        ),
        Rule(
            EntityType.ADDRESS,
            re.compile(
                r"(?<!\w)(?i:no)\. ?\d{1,4} [+&] (?P<value>(?i:no\.) ?\d{1,4}[A-Za-z]?)(?![\w%])"
            ),
            0.8,
        ),
        # Coordinates, what3words, Ordnance Survey grid references.
        Rule(
            EntityType.ADDRESS,
            re.compile(
                r"(?<![\w.])(?:49|5\d|60)\.\d{3,}\u00b0?\s?N?, "
                r"?-?[0-8]\.\d{3,}\u00b0?\s?[EW]?(?!\w)"
            ),
            0.95,
            hint=figures(r"\.\d{3}"),
        ),
        Rule(
            EntityType.ADDRESS,
            re.compile(r"///[a-z]+\.[a-z]+\.[a-z]+"),
            0.98,
            hint=hint("///"),
        ),
        Rule(EntityType.ADDRESS, labelled(r"what ?3 ?words|w3w", r"[a-z]+\.[a-z]+\.[a-z]+"), 0.95),
        Rule(
            EntityType.ADDRESS,
            labelled(r"grid ref(?:erence)?|os ref(?:erence)?", r"[A-Z]{2} ?\d{3,5} ?\d{3,5}"),
            0.95,
        ),
    )

    def find(self, prepared: Prepared) -> Iterator[Match]:
        yield from super().find(prepared)
        text, words = prepared.text, prepared.capitalised
        if prepared.holds(DIGIT):
            yield from self._numbered(prepared)
        if not prepared.words.isdisjoint(FLAT_WORDS):
            for match in FLAT_ALONE.finditer(text):
                yield _ADDRESS, *match.span(), 0.9
            for match in PLOT_ALONE.finditer(text):
                yield _ADDRESS, *match.span("value"), 0.75
            for match in LET_ROOM.finditer(text):
                yield _ADDRESS, *match.span(match.lastgroup or 0), 0.75
        if not words.isdisjoint(WELSH_WORDS):
            for match in WELSH.finditer(text):
                yield _ADDRESS, *match.span(), 0.85
        if not words.isdisjoint(LONE_STREET_WORDS):
            for match in WITHOUT_NUMBER.finditer(text):
                yield from self._street(text, match)
        if not words.isdisjoint(CONTEXT_WORDS):
            for match in IN_CONTEXT.finditer(text):
                yield from self._street_in_context(text, match)
        if "The" in words and not words.isdisjoint(ARTICLED_WORDS):
            for match in ARTICLED.finditer(text):
                end = match.end()
                if match.group("front"):
                    end = with_town(text, match.start(), end)
                yield _ADDRESS, match.start(), end, 0.85
        if ", The " in text:
            for match in HOUSE_ON_THE_GREEN.finditer(text):
                yield _ADDRESS, *match.span("value"), 0.75
            for match in HOUSE_ON_THE_LINKS.finditer(text):
                yield _ADDRESS, *match.span(), 0.75
        if not prepared.words.isdisjoint(("road", "lane")):
            for match in ROAD_TO.finditer(text):
                if not is_english(match.group("value").split()[0]):
                    yield _ADDRESS, *match.span("value"), 0.7
        if any(word.endswith("gate") for word in words):
            for match in GATE.finditer(text):
                yield from self._gate(text, match)
        if not words.isdisjoint(HOUSE_WORDS):
            for match in NAMED_HOUSE.finditer(text):
                yield from self._house(text, match)

    @staticmethod
    def _numbered(prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        taken: list[tuple[int, int]] = []
        named = prepared.holds(ANY_NUMBER_AND_NAME)
        fronted = named or not prepared.words.isdisjoint(FLAT_FRONT_WORDS)
        if fronted and not prepared.capitalised.isdisjoint(STREET_WORDS):
            for match in WITH_NUMBER.finditer(text):
                kind = match.group("type")
                if is_generic(match.group().split()[:-1], kind) or is_of_safety(text, match):
                    continue
                written_out = len(kind.rstrip(".")) > 3  # "Road.", but "Rd."
                end = match.end() - (match.group()[-1] == "." and written_out)
                taken.append((match.start(), end))
                start = block_before(text, match.start())
                yield _ADDRESS, start, with_town(text, match.start(), end), 0.92
        if named:
            for match in _houses_by_their_place(prepared, taken):
                taken.append(match.span())
                yield _ADDRESS, match.start(), with_town(text, *match.span()), 0.8
        if prepared.holds(A_NUMBER_AND_THE):
            for match in LETTERED.finditer(text):
                yield _ADDRESS, *match.span(), 0.75
        if prepared.holds(_PROPERTY):
            for match in BEHIND_A_PROPERTY.finditer(text):
                yield _ADDRESS, *match.span("value"), 0.8
        if prepared.words.isdisjoint(HOUSE_CUE_WORDS):
            return
        if prepared.holds(A_NUMBER_AND_THE):
            for match in THE_STREET.finditer(text):
                if around(HOUSE_CUE, text, *match.span()):
                    yield _ADDRESS, *match.span(), 0.85
        for match in NUMBER_AND_NAMES.finditer(text):
            if _overlaps(match, taken):
                continue
            names = match.group().split()[1:]
            near = HOUSE_CUE.search(text, max(0, match.start() - 14), match.start())
            if near and near.end() >= match.start() - 2 and not is_generic(names, ""):
                yield _ADDRESS, *match.span(), 0.75
        if not prepared.words.isdisjoint(LOWER_WORDS):
            for match in LOWER.finditer(text):
                if around(LOWER_CUE, text, *match.span()):
                    yield _ADDRESS, *match.span(), 0.85

    @staticmethod
    def _house(text: str, match: re.Match[str]) -> Iterator[Match]:
        start = match.start() + front_matter(match.group())
        kind = match.group("type").lower()
        if start >= match.start("type") or is_generic(
            text[start : match.start("type")].split(), ""
        ):
            return
        ahead = text[max(0, start - 40) : start]
        sure = kind in SURE_HOUSES and (AT_OR_OF.search(ahead) or ahead.endswith(": "))
        sure = sure or (ahead.endswith(": The ") and text.startswith(",", match.end()))
        if sure or HOUSE_CUE.search(ahead):
            yield _ADDRESS, start, match.end(), 0.75

    @staticmethod
    def _gate(text: str, match: re.Match[str]) -> Iterator[Match]:
        start, end = match.span()
        name = match.group("name")
        if name not in GATES and (not match.group("front") or is_place(name)):
            return
        if match.group("front"):
            yield _ADDRESS, start, with_town(text, start, end), 0.9
        elif (
            LOCATES.search(text, max(0, start - 30), start)
            or ONE_OF_TWO.search(text, max(0, start - 80), start)
            or is_scene(text, start, end)
        ):
            yield _ADDRESS, start, end, 0.75

    @staticmethod
    def _street_in_context(text: str, match: re.Match[str]) -> Iterator[Match]:
        start = match.start("names") + front_matter(match.group("names"))
        names = text[start : match.end("names")].split()
        kind = match.group("type").lower()
        if not names or is_generic(names, "") or is_an_event(names[-1], kind):
            return
        front = house_before(text, start)
        ahead = text[max(0, front - 40) : front]
        ambiguous = kind in SURNAMES_TOO and len(names) < 2 and not names[0].endswith("'s")
        if ambiguous and OF_SOMEBODY.search(ahead):
            return  # "a neighbour of Jane Green"; "moved to Albion Green" is one
        owned = names[-1].endswith("'s")
        saint = owned and len(names) > 1 and names[0] in ("St", "St.")
        named_after_somebody = len(names) > 2 and kind not in NOT_ALONG
        sure = (saint and kind == "hill") or (owned and kind in ALWAYS_STREETS)
        end = with_flats(text, match.end())
        if sure or end > match.end() or LIVES.search(ahead) or is_scene(text, start, match.end()):
            yield _ADDRESS, front, end, 0.75
        elif (
            (ALONE_AT.search(ahead) and kind not in _BODIES and not is_of_a_body(names[-1], kind))
            or (ONE_OF_TWO.search(text, max(0, start - 80), start) and not ambiguous)
            or (kind not in NOT_ALONG and ON_OR_OFF.search(ahead))
            or ((kind in ALWAYS_STREETS or named_after_somebody) and LOCATES.search(ahead))
        ):
            yield _ADDRESS, front, match.end(), 0.7

    @staticmethod
    def _street(text: str, match: re.Match[str]) -> Iterator[Match]:
        names = match.group("names")
        start = match.start("names")
        start += front_matter(names)
        kept = text[start : match.end("names")].split()
        titled = re.search(
            r"\b(?:M[rsx]|Mrs|Miss|Dr|Prof|Rev|Sir|PC|DC|DS)\.? $", text[max(0, start - 6) : start]
        )
        front = house_before(text, start)
        # "The High Street" is every town's, "High Street South" is not.
        generic = not match.group("side") and is_generic(kept, match.group("type"))
        if titled or not kept or (front == start and generic):
            return
        if (
            len(kept) == 1
            and kept[0].lower() in GENERIC_STREETS
            and match.group("type") == "Street"
        ):
            return
        score = 0.88
        if match.group("type").capitalize() in SURNAMES.split("|"):
            score = 0.8 if LOCATES.search(text, max(0, start - 30), start) else 0.5
        yield _ADDRESS, front, with_flats(text, match.end()), score


def _overlaps(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(match.start() < end and start < match.end() for start, end in taken)


def _houses_by_their_place(
    prepared: Prepared, taken: list[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """Numbers and names without a word for a street, where only a house stands."""
    text = prepared.text
    if any(word.endswith(ROADS_IN_ONE_WORD) for word in prepared.capitalised):
        for match in IN_ONE_WORD.finditer(text):
            ahead = max(0, match.start() - 20)
            if match["letter"] or BEFORE_A_ROAD.search(text, ahead, match.start()):
                yield match
    shown = (
        not prepared.words.isdisjoint(BEFORE_A_HOUSE_WORDS)
        or prepared.holds(A_LETTERED_NUMBER)
        or prepared.holds(THE_LAST_OF_A_POSTCODE)
    )
    for match in NUMBER_AND_ANY_NAMES.finditer(text) if shown else ():
        if not _overlaps(match, taken) and _is_a_house(text, match):
            yield match


def _is_a_house(text: str, match: re.Match[str]) -> bool:
    """A number and names between what only a house stands between: "c/o 63 Tyn y Coed"."""
    start, end = match.span()
    names = match.group()[len(match.group("front")) :].split()
    if is_generic(names, "") or names[-1] == "Act":
        return False
    if A_POSTCODE.match(text, end):
        return True
    ahead = text[max(0, start - 25) : start]
    lettered = match.group("number")[-1].isalpha()
    return bool(
        BEFORE_A_HOUSE.search(ahead) or (lettered and BEFORE_A_LETTERED_HOUSE.search(ahead))
    )
