"""Street addresses, flats, plots and houses with a name.

A number or a flat, one to four capitalised words, a word for a street; or no number, when the
street's word can hardly be anything else or the sentence says that somebody lives there. A town and
a postcode that follow are mentions of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from redactor.detection.recognisers.address_shapes import (
    ALWAYS_STREETS,
    AT_OR_OF,
    BLOCK_IN_FRONT,
    CONTEXT_WORDS,
    FLAT_ALONE,
    FLAT_WORDS,
    HOUSE_CUE,
    HOUSE_CUE_WORDS,
    HOUSE_WORDS,
    IN_CONTEXT,
    LIVES,
    LOCATES,
    LONE_STREET_WORDS,
    LOWER,
    LOWER_CUE,
    LOWER_WORDS,
    NAMED_HOUSE,
    NOT_ALONG,
    NUMBER_AND_NAMES,
    OF_SOMEBODY,
    ON_OR_OFF,
    PLOT_ALONE,
    STREET_WORDS,
    SURE_HOUSES,
    SURNAMES,
    SURNAMES_TOO,
    THE_STREET,
    WELSH,
    WELSH_WORDS,
    WITH_NUMBER,
    WITHOUT_NUMBER,
)
from redactor.detection.recognisers.rules import (
    ANYTHING,
    DIGIT,
    Match,
    Prepared,
    Rule,
    RuleRecogniser,
    around,
    labelled,
)
from redactor.model import EntityType

_ADDRESS = EntityType.ADDRESS.name
_NOT_IN_FRONT = frozenset(
    "in at on from to the of near off along outside opposite between and a an by via into onto "
    "when while "
    "after before since then also although as because police officers this that her his their "
    "its both "
    "mr mrs ms miss mx dr prof rev sir lady lord cllr pc dc ds address flat down up opposite "
    "around towards through inside behind beside later following during "
    "with for but or if another one two about over under past visited attended".split()
)
_GENERIC = frozenset(
    "high crown county family magistrates magistrates' supreme youth coroner's coroners "
    "criminal civil "
    "appeal open main side back the a same busy one private care child children children's home "
    "health nursing district city town moot tennis service services ring trunk slip access toll "
    "case file contact law criminal international royal week day days year years "
    "public national local green first lead section part chapter level grade stage work market "
    "social mental community primary secondary".split()
)
_GENERIC_STREETS = frozenset(
    "downing coronation harley fleet wall sesame quality brookside ramsay albert".split()
)


class AddressRecogniser(RuleRecogniser):
    """Streets and buildings. Names of towns are left to whoever reads places."""

    needs: ClassVar[re.Pattern[str]] = ANYTHING
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(EntityType.ADDRESS, re.compile(r"(?<!\w)(?i:p\.? ?o\.? ?box) \d{1,6}(?!\w)"), 0.95),
        Rule(
            EntityType.ADDRESS,
            re.compile(
                r"(?<!\w)(?i:at|house|to|from|outside|opposite|neighbour(?: at)?|occupants? of|"
                r"next door to) (?P<value>(?i:no\.?|number) ?\d{1,4}[A-Za-z]?)(?![\w.]\d|\w|%)"
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
        # Coordinates, what3words, Ordnance Survey grid references.
        Rule(
            EntityType.ADDRESS,
            re.compile(
                r"(?<![\w.])(?:49|5\d|60)\.\d{3,}\u00b0?\s?N?, "
                r"?-?[0-8]\.\d{3,}\u00b0?\s?[EW]?(?!\w)"
            ),
            0.95,
            hint=re.compile(r"\d\.\d{3}"),
        ),
        Rule(
            EntityType.ADDRESS,
            re.compile(r"///[a-z]+\.[a-z]+\.[a-z]+"),
            0.98,
            hint=re.compile("///"),
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
        if not words.isdisjoint(WELSH_WORDS):
            for match in WELSH.finditer(text):
                yield _ADDRESS, *match.span(), 0.85
        if not words.isdisjoint(LONE_STREET_WORDS):
            for match in WITHOUT_NUMBER.finditer(text):
                yield from self._street(text, match)
        if not words.isdisjoint(CONTEXT_WORDS):
            for match in IN_CONTEXT.finditer(text):
                yield from self._street_in_context(text, match)
        if not words.isdisjoint(HOUSE_WORDS):
            for match in NAMED_HOUSE.finditer(text):
                yield from self._house(text, match)

    @staticmethod
    def _numbered(prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        if not prepared.capitalised.isdisjoint(STREET_WORDS):
            for match in WITH_NUMBER.finditer(text):
                kind = match.group("type")
                if _is_generic(match.group().split()[:-1], kind) or _is_of_safety(text, match):
                    continue
                written_out = len(kind.rstrip(".")) > 3  # "Road.", but "Rd."
                end = match.end() - (match.group()[-1] == "." and written_out)
                block = BLOCK_IN_FRONT.search(text, max(0, match.start() - 60), match.start())
                yield _ADDRESS, block.start() if block else match.start(), end, 0.92
        if prepared.words.isdisjoint(HOUSE_CUE_WORDS):
            return
        if not prepared.capitalised.isdisjoint(("The", "THE")):
            for match in THE_STREET.finditer(text):
                if around(HOUSE_CUE, text, *match.span()):
                    yield _ADDRESS, *match.span(), 0.85
        for match in NUMBER_AND_NAMES.finditer(text):
            names = match.group().split()[1:]
            near = HOUSE_CUE.search(text, max(0, match.start() - 14), match.start())
            if near and near.end() >= match.start() - 2 and not _is_generic(names, ""):
                yield _ADDRESS, *match.span(), 0.75
        if not prepared.words.isdisjoint(LOWER_WORDS):
            for match in LOWER.finditer(text):
                if around(LOWER_CUE, text, *match.span()):
                    yield _ADDRESS, *match.span(), 0.85

    @staticmethod
    def _house(text: str, match: re.Match[str]) -> Iterator[Match]:
        start = match.start() + _front_matter(match.group())
        kind = match.group("type").lower()
        if start >= match.start("type") or _is_generic(
            text[start : match.start("type")].split(), ""
        ):
            return
        ahead = text[max(0, start - 40) : start]
        if HOUSE_CUE.search(ahead) or (kind in SURE_HOUSES and AT_OR_OF.search(ahead)):
            yield _ADDRESS, start, match.end(), 0.75

    @staticmethod
    def _street_in_context(text: str, match: re.Match[str]) -> Iterator[Match]:
        start = match.start("names") + _front_matter(match.group("names"))
        names = text[start : match.end("names")].split()
        kind = match.group("type").lower()
        if not names or _is_generic(names, ""):
            return
        ahead = text[max(0, start - 40) : start]
        if kind in SURNAMES_TOO and OF_SOMEBODY.search(ahead):
            return  # "a neighbour of Jane Green"; "moved to Albion Green" is one
        if LIVES.search(ahead):
            yield _ADDRESS, start, match.end(), 0.75
        elif (kind not in NOT_ALONG and ON_OR_OFF.search(ahead)) or (
            kind in ALWAYS_STREETS and LOCATES.search(ahead)
        ):
            yield _ADDRESS, start, match.end(), 0.7

    @staticmethod
    def _street(text: str, match: re.Match[str]) -> Iterator[Match]:
        names = match.group("names")
        start = match.start("names")
        start += _front_matter(names)
        kept = text[start : match.end("names")].split()
        titled = re.search(
            r"\b(?:M[rsx]|Mrs|Miss|Dr|Prof|Rev|Sir|PC|DC|DS)\.? $", text[max(0, start - 6) : start]
        )
        if titled or not kept or _is_generic(kept, match.group("type")):
            return
        if (
            len(kept) == 1
            and kept[0].lower() in _GENERIC_STREETS
            and match.group("type") == "Street"
        ):
            return
        score = 0.88
        if match.group("type").capitalize() in SURNAMES.split("|"):
            score = 0.8 if LOCATES.search(text, max(0, start - 30), start) else 0.5
        yield _ADDRESS, start, match.end(), score


def _front_matter(names: str) -> int:
    """How many characters of the words before a street's type belong to the sentence.

    "In Marlowe" gives 3, "Danielle's Marlowe" 11; "St Mary's" and "King's" are part of the name.
    """
    words = list(re.finditer(r"\S+", names))
    cut = 0
    for index, word in enumerate(words):
        bare = word.group().rstrip(",.").lower()
        last = index == len(words) - 1
        if bare in _NOT_IN_FRONT:
            cut = index + 1
        elif bare.endswith(("'s", "s'")) and not last:
            saint = index > 0 and words[index - 1].group().lower().rstrip(".") in ("st", "saint")
            if not saint:
                cut = index + 1
        else:
            continue
    if cut >= len(words):
        return len(names)
    return words[cut].start()


def _is_generic(words: list[str], kind: str) -> bool:
    """ "12 High Court", "The Close": nothing but words that any street or court has."""
    names = [word.lower().strip(",.") for word in words if word[:1].isalpha() and len(word) > 1]
    names = [name for name in names if name not in ("no", "number", "flat")]
    if not names:
        return True
    if kind.capitalize() in ("Street", "Road", "St", "Rd") and any(w[:1].isdigit() for w in words):
        return False  # "14 High Street" is an address, "the High Street" is not
    return all(name in _GENERIC or name in _NOT_IN_FRONT for name in names)


def _is_of_safety(text: str, match: re.Match[str]) -> bool:
    """ "2 Health Based Place of Safety" is no address."""
    return match.group("type").capitalize() == "Place" and text.startswith(" of ", match.end())
