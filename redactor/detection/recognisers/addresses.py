"""Postcodes and street addresses.

Postcode: Royal Mail, Programmers' Guide to the Postcode Address File; the 124 areas are listed, so
"OK1 2AB" is none. Only full postcodes: "CT9" alone is an area. Street addresses: a number or a
flat, one to four capitalised words, a word for a street; or no number, when the street's word can
hardly be anything else. A town and a postcode that follow are mentions of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from redactor.detection.recognisers.dates import MONTH
from redactor.detection.recognisers.rules import (
    Match,
    Prepared,
    Rule,
    RuleRecogniser,
    around,
    cues,
    labelled,
)
from redactor.model import EntityType

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL "
    "DN DT DY "
    "E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD "
    "LE LL LN "
    "LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM "
    "SN SO SP "
    "SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
).split()
_AREA = "|".join(sorted(_AREAS, key=len, reverse=True))
_POSTCODE = rf"(?:{_AREA})(?:\d\d?|\d[A-HJKPSTUW-Y])"
_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
_ADDRESS_CUE = cues(
    r"post ?code",
    r"address(?:es)?",
    r"lives?|lived|living",
    r"resid(?:es|ed|ing|ent|ence)",
    r"moved",
    r"home",
    r"house",
    r"flat",
    r"property",
    r"road|street|avenue|close|lane|drive|crescent|gardens|court|place|way|terrace|rd|ave",
)


class PostcodeRecogniser(RuleRecogniser):
    """Full postcodes, in capitals anywhere, in lower case beside an address."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(EntityType.POSTCODE, re.compile(rf"(?<![\w/-]){_POSTCODE} ?{_INWARD}(?![\w/])"), 0.95),
        Rule(
            EntityType.POSTCODE,
            re.compile(
                rf"(?<![\w/-]){_POSTCODE} ?{_INWARD}(?<!1st)(?<!2nd)(?<!3rd)(?<!\dth)(?![\w/])",
                re.IGNORECASE,
            ),
            cues=_ADDRESS_CUE,
            with_cue=0.9,
        ),
        Rule(EntityType.POSTCODE, re.compile(r"(?<!\w)GIR ?0AA(?!\w)"), 0.95),
    )


# Words that mean a street and hardly a surname; those that do both; those that need a number.
_SURE = (
    "Road|Street|Avenue|Crescent|Gardens|Terrace|Mews|Drive|Rd|Ave|Cres|Gdns|Boulevard|"
    "Esplanade|Promenade"
)
_SURNAMES = "Lane|Close|Grove|Ln"
_NUMBERED = (
    "Court|Place|Way|Square|Hill|Walk|Rise|View|Row|Green|Park|Parade|Chase|Croft|Field|Fields|"
    "Gate|"
    "Heights|House|Meadow|Meadows|Mount|Path|Quay|Reach|Ridge|Vale|Villas|Wharf|Yard|Wynd|Cottages|"
    "Fold|Brow|Nook|Clough|Royd|Bottom|Gardens|Crossing|Approach|Circus|Common|Corner|Dene|"
    "Dell|End|Garth|Glade|Glebe|Hollow|Knoll|Lea|Leas|Orchard|"
    "Passage|Side|Spinney|Wood|Woods|Brae|Loan|Cliff|Bank|Bridge|Broadway|Buildings|Causeway|"
    "St|Dr|Cl|Pl|Sq|Crt|Ct"
)
_BLOCKS = (
    "House|Court|Tower|Towers|Point|Heights|Lodge|Mansions|Building|Buildings|Apartments|Place|"
    "Hall|Cottages?|Mill|Wharf|Villas?|Lodge"
)


def _either_case(words: str) -> str:
    return f"(?:{words}|{words.upper()})"


_NAME = r"(?:[A-Z][\w'-]*|St\.?|of|the|de|le)"
_NAMES = rf"[A-Z][\w'-]*\.?(?: {_NAME}){{0,3}}"
_NUMBER = (
    r"(?:(?:No\.?|Number|number|no\.?) ?)?(?!(?:19|20)\d\d\b)\d{1,4} ?[A-Za-z]?(?: ?[-/\u2013] "
    r"?\d{1,4}[A-Za-z]?)?"
)
_FLAT = (
    r"(?:(?i:Flat|Apartment|Apt\.?|Unit|Maisonette|Bedsit|Room|Plot|Caravan|Pitch|Studio) "
    r"(?:\d{1,4} ?[A-Za-z]?|[A-Z])(?!\w)"
    r"|(?:Ground|First|Second|Third|Top|Basement) Floor Flat)"
)
_NO_BODY = (
    r"(?! (?:Surgery|Medical|Health|Clinic|Practice|Hospital|Church|Police|Primary|Infants?|"
    r"Junior|School|"
    r"Academy|Nursery|Children's|Community|Centre|Care|Dental|Pharmacy|Baptist|Methodist|"
    r"Mosque|Magistrates|Library)\b)"
)
_DIRECTION = r"(?: (?:North|South|East|West)(?! [A-Z][a-z]+ (?:Council|Police)))?"

_BLOCK = rf"(?:{_NAMES} {_either_case(_BLOCKS)}, )?"
_WITH_NUMBER = re.compile(
    rf"(?<![\w.,/\u00a3-])(?<!\d )(?:{_FLAT},? {_BLOCK}(?:{_NUMBER},? )?|{_BLOCK}{_NUMBER},? "
    rf"){_NAMES} "
    rf"(?P<type>{_either_case(f'{_SURE}|{_SURNAMES}|{_NUMBERED}')})\b(?!'){_NO_BODY}\.?{_DIRECTION}"
)
_THE_STREET = re.compile(
    rf"(?<![\w.,/\u00a3-])(?:{_FLAT},? )?{_NUMBER},? (?:The|THE) [A-Z][\w'-]+(?! (?:and|was|is|"
    rf"were|has|had)\b)(?=,|\.|$| in\b| at\b)"
)
_WITHOUT_NUMBER = re.compile(
    rf"(?<![\w-])(?P<names>{_NAMES}) "
    rf"(?P<type>{_either_case(f'{_SURE}|{_SURNAMES}')})\b(?![\w'-]){_NO_BODY}{_DIRECTION}"
)
# Welsh streets begin with their type.
_WELSH = re.compile(
    rf"(?<![\w.,/\u00a3-])(?:(?:{_NUMBER} )(?:Maes|Bryn|Clos|Llys|Cae|Parc|Trem|Cwm|Pen|Tan|"
    rf"Lon|Heol|Ffordd|Stryd|Rhodfa)"
    r"|(?:Lon|Heol|Ffordd|Stryd|Rhodfa))(?: (?:[yY]r?|[A-Z][\w'-]+)){1,3}"
)
_NUMBER_AND_NAMES = re.compile(
    rf"(?<![\w.,/\u00a3-]){_NUMBER} (?!{MONTH}\b)[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){{0,2}}(?![\w'])"
)
_FLAT_ALONE = re.compile(
    rf"(?<![\w-])(?i:Flat|Apartment|Apt\.?|Maisonette|Bedsit) (?:\d{{1,4}} ?[A-Za-z]?|"
    rf"[A-Z])(?![\w.-]\w)\b(?:,? (?:\d{{1,4}},? )?{_NAMES} {_either_case(_BLOCKS)})?"
)
_NAMED_HOUSE = re.compile(
    r"(?<![\w-])[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2} (?:Cottage|House|Lodge|Farm|Farmhouse|Barn|"
    r"Villa|Manor|Mill|Bungalow|Tower|Heights|Mansions)\b"
)
_HOUSE_CUE = cues(
    r"(?:home |current |last known |family |new |previous |her |his |their )?address(?:es)?(?: "
    r"of| is| was| at)?",
    r"(?:lives?|lived|living|resid(?:es|ed|ing)|staying|stayed|moved|tenancy|tenant|flat|home|"
    r"house|property|visit(?:ed)?|late|formerly) (?:in|at|to|of)",
    r"flat \w{1,4},?",
)
_LOWER = re.compile(
    r"(?<![\w.,/\u00a3-])\d{1,3}[a-z]? [a-z][a-z']+(?: [a-z']+){0,2} "
    r"(?:road|street|avenue|close|lane|drive|crescent|gardens|terrace|grove|mews|way|court|rd)\b"
)
_LOWER_CUE = cues(
    r"address",
    r"(?:lives?|lived|living|resid(?:es|ed|ing)|staying|stayed|moved|home|house|flat|property) "
    r"(?:at|to|is)",
)
_LOCATES = re.compile(
    r"\b(?:in|at|on|to|from|near|of|off|along|down|up|into|outside|towards|around|opposite|"
    r"onto|via|"
    r"through|by|between|and|junction with|corner of|address:?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)

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

    needs: ClassVar[re.Pattern[str]] = re.compile(
        rf"\d|\b(?i:{_SURE}|{_SURNAMES}|flat|cottage|house|lodge|farm|box)\b|///"
    )
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(EntityType.ADDRESS, re.compile(r"(?<!\w)(?i:p\.? ?o\.? box) \d{1,6}(?!\w)"), 0.95),
        Rule(
            EntityType.ADDRESS,
            re.compile(
                r"(?<!\w)(?:at|house|to) (?P<value>(?i:no\.?|number) "
                r"?\d{1,4}[A-Za-z]?)(?![\w.]\d|\w|%)"
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
        ),
        Rule(EntityType.ADDRESS, re.compile(r"///[a-z]+\.[a-z]+\.[a-z]+"), 0.98),
        Rule(EntityType.ADDRESS, labelled(r"what ?3 ?words|w3w", r"[a-z]+\.[a-z]+\.[a-z]+"), 0.95),
        Rule(
            EntityType.ADDRESS,
            labelled(r"grid ref(?:erence)?|os ref(?:erence)?", r"[A-Z]{2} ?\d{3,5} ?\d{3,5}"),
            0.95,
        ),
    )

    def find(self, prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        entity = EntityType.ADDRESS.name
        yield from super().find(prepared)
        for match in _WITH_NUMBER.finditer(text):
            if not _is_generic(
                match.group().split()[:-1], match.group("type")
            ) and not _is_of_safety(text, match):
                written_out = len(match.group("type").rstrip(".")) > 3  # "Road.", but "Rd."
                end = match.end() - (match.group()[-1] == "." and written_out)
                yield entity, match.start(), end, 0.92
        for match in _THE_STREET.finditer(text):
            if around(_HOUSE_CUE, text, *match.span()):
                yield entity, *match.span(), 0.85
        for match in _WELSH.finditer(text):
            yield entity, *match.span(), 0.85
        for match in _NUMBER_AND_NAMES.finditer(text):
            names = match.group().split()[1:]
            near = _HOUSE_CUE.search(text, max(0, match.start() - 14), match.start())
            if near and near.end() >= match.start() - 2 and not _is_generic(names, ""):
                yield entity, *match.span(), 0.75
        for match in _FLAT_ALONE.finditer(text):
            yield entity, *match.span(), 0.9
        for match in _WITHOUT_NUMBER.finditer(text):
            yield from self._street(text, match)
        for match in _NAMED_HOUSE.finditer(text):
            if _HOUSE_CUE.search(text, max(0, match.start() - 40), match.start()):
                yield entity, *match.span(), 0.75
        if _LOWER_CUE.search(text):
            for match in _LOWER.finditer(text):
                if around(_LOWER_CUE, text, *match.span()):
                    yield entity, *match.span(), 0.85

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
        if match.group("type").capitalize() in _SURNAMES.split("|"):
            score = 0.8 if _LOCATES.search(text, max(0, start - 30), start) else 0.5
        yield EntityType.ADDRESS.name, start, match.end(), score


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
