"""Street addresses, flats, plots and houses with a name.

A number or a flat, one to four capitalised words, a word for a street; or no number, when the
street's word can hardly be anything else or the sentence says that somebody lives there. A town and
a postcode that follow are mentions of their own. The words for streets are those of the Royal
Mail's and Ordnance Survey's gazetteers, with the northern, Welsh and Scottish ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from redactor.detection.recognisers.dates import MONTH
from redactor.detection.recognisers.rules import (
    ANYTHING,
    DIGIT,
    Match,
    Prepared,
    Rule,
    RuleRecogniser,
    around,
    cues,
    labelled,
)
from redactor.detection.recognisers.triggers import first_words
from redactor.model import EntityType

# Words that mean a street and hardly a surname; those that do both; those that need a number.
_SURE = (
    "Road|Street|Avenue|Crescent|Gardens|Terrace|Mews|Drive|Rd|Ave|Cres|Gdns|Boulevard|"
    "Esplanade|Promenade"
)
_SURNAMES = "Lane|Close|Grove|Ln"
_NUMBERED = (
    "Court|Place|Way|Square|Hill|Walk|Rise|View|Row|Green|Park|Parade|Chase|Croft|Field|Fields|"
    "Gate|Heights|House|Meadow|Meadows|Mead|Mount|Path|Quay|Reach|Ridge|Vale|Villas|Wharf|Yard|"
    "Wynd|Cottages|Fold|Brow|Nook|Clough|Royd|Bottom|Crossing|Approach|Circus|Common|Corner|Dene|"
    "Dell|End|Garth|Glade|Glebe|Hollow|Knoll|Lea|Leas|Lees|Orchard|Passage|Side|Spinney|Wood|Woods|"
    "Brae|Loan|Cliff|Bank|Bridge|Broadway|Buildings|Causeway|Drove|Hey|Holt|Link|Loke|Pastures|"
    "Paddock|Pightle|Rigg|Shaw|Slope|Stead|Steading|Steps|Street East|Strand|Top|Ginnel|Snicket|"
    "Vennel|Close North|St|Dr|Cl|Pl|Sq|Crt|Ct|Wlk|Pde|Tce|Ter"
)
# Without a number these are streets where somebody lives, or "on" and "off" stand before.
_WITH_CONTEXT = (
    "Way|Walk|Rise|View|Row|Parade|Chase|Croft|Mead|Meadows?|Mount|Path|Reach|Ridge|Vale|Villas|"
    "Wynd|Cottages|Fold|Brow|Nook|Clough|Royd|Approach|Dene|Dell|Garth|Glade|Glebe|Hollow|Knoll|"
    "Leas?|Lees|Orchard|Spinney|Brae|Loan|Broadway|Causeway|Drove|Hey|Holt|Paddock|Square|Place|"
    "Hill|Green|Bank|Gate|Heights|Court|House|Tower|Buildings|Mansions|Cliff"
)
# Of those, the ones that hardly mean anything else after "in", "at" or "from" either.
_ALWAYS_STREETS = frozenset(
    "row fold rise brow nook clough garth wynd glebe spinney brae loan cottages dell knoll leas "
    "drove mead".split()
)
_NOT_ALONG = frozenset("house court gate hill green".split())
_BLOCKS = (
    "House|Court|Towers?|Point|Heights|Lodge|Mansions|Buildings?|Apartments|Place|Hall|Cottages?|"
    "Mill|Wharf|Villas?|(?:Caravan|Holiday|Mobile Home|Leisure|Residential|Business|Retail) Park|"
    "Caravan Site|Marina|(?:Industrial|Trading) Estate|Estate|Park"
)
_HOUSES = (
    "Cottages?|House|Lodge|Farm|Farmhouse|Barn|Villas?|Manor|Mill|Bungalow|Tower|Heights|Mansions|"
    "Grange|Hall|Croft|Rectory|Vicarage|Stables|Gatehouse|Chalet|Annexe|Forge|Nook|Dene|Court|"
    "Steading|Smallholding|Caravan Park|Caravan Site|Holiday Park"
)
# A house by its name alone, after "at" or "of": nothing else ends so.
_SURE_HOUSES = frozenset("cottage cottages farm farmhouse bungalow rectory vicarage".split())


def _either_case(words: str) -> str:
    return f"(?:{words}|{words.upper()})"


_NAME = r"(?:[A-Z][\w'-]*|St\.?|of|the|de|le)"
_NAMES = rf"[A-Z][\w'-]*\.?(?: {_NAME}){{0,3}}"
_NUMBER = (
    r"(?:(?:No\.?|Number|number|no\.?) ?)?(?!(?:19|20)\d\d\b)\d{1,4} ?[A-Za-z]?"
    r"(?: ?(?:[-/\u2013&]|and|to) ?\d{1,4}[A-Za-z]?)?"
)
_FLAT = (
    r"(?:(?i:Flat|Apartment|Apt\.?|Unit|Maisonette|Bedsit|Room|Plot|Caravan|Pitch|Studio|Block|"
    r"Chalet|Lodge|Berth|Mooring) (?:No\.? )?(?:\d{1,4}(?:/\d{1,2})? ?[A-Za-z]?|[A-Z]\d{0,3})(?!\w)"
    r"|(?:Ground|First|Second|Third|Top|Basement) Floor Flat)"
)
_ADDRESS = EntityType.ADDRESS.name
_AT_OR_OF = re.compile(r"\b(?:at|of|to|from|near|outside|in)\s+(?:the\s+)?$", re.IGNORECASE)
_NO_BODY = (
    r"(?! (?:Surgery|Medical|Health|Clinic|Practice|Hospital|Church|Police|Primary|Infants?|"
    r"Junior|School|"
    r"Academy|Nursery|Children's|Community|Centre|Care|Dental|Pharmacy|Baptist|Methodist|"
    r"Mosque|Magistrates|Library)\b)"
)
_DIRECTION = r"(?: (?:North|South|East|West)(?! [A-Z][a-z]+ (?:Council|Police)))?"

_BLOCK = rf"(?:{_NAMES} {_either_case(_BLOCKS)}, )?"
_BLOCK_IN_FRONT = re.compile(
    rf"(?<![\w'-])(?:{_FLAT},? )?[A-Z][\w'-]*(?: {_NAME}){{0,3}} {_either_case(_BLOCKS)}, $"
)
_WITH_NUMBER = re.compile(
    rf"(?<![\w.,/\u00a3-])(?<!\d )(?:{_FLAT},? {_BLOCK}(?:{_NUMBER},? )?|{_NUMBER},? )(?:The )?"
    rf"{_NAMES} (?P<type>{_either_case(f'{_SURE}|{_SURNAMES}|{_NUMBERED}')})\b(?!'){_NO_BODY}\.?"
    rf"{_DIRECTION}"
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
    rf"(?<![\w-])(?:(?i:Flat|Apartment|Apt\.?|Maisonette|Bedsit) (?:No\.? )?"
    rf"(?:\d{{1,4}}(?:/\d{{1,2}})? ?[A-Za-z]?|[A-Z])(?![\w.-]\w)\b"
    rf"(?:,? (?:\d{{1,4}},? )?{_NAMES} {_either_case(_BLOCKS)})?"
    rf"|(?i:Plot|Pitch|Caravan|Chalet|Lodge|Unit|Block|Berth|Mooring|Room) (?:No\.? )?"
    rf"(?:\d{{1,4}} ?[A-Za-z]?|[A-Z]),? (?:at |on |of )?(?:the )?{_NAMES} "
    rf"{_either_case(_BLOCKS)}\b)"
)
_PLOT_ALONE = re.compile(
    r"(?:\b(?:lives?|lived|living|stay(?:s|ed|ing)?|resid\w+|moved|home|address)\b[^.;\n]{0,20} )"
    r"(?P<value>(?i:plot|pitch|caravan|chalet|berth|mooring) (?:no\.? )?\d{1,4}[A-Za-z]?)(?!\w)"
)
_IN_CONTEXT = re.compile(
    rf"(?<![\w'-])(?P<names>[A-Z][\w'-]*\.?(?: {_NAME}){{0,2}}) "
    rf"(?P<type>{_either_case(_WITH_CONTEXT)})\b(?![\w'-]){_NO_BODY}"
)
_NAMED_HOUSE = re.compile(
    rf"(?<![\w'-])[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}} (?P<type>{_HOUSES})\b(?![\w'-]){_NO_BODY}"
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
_LIVES = re.compile(
    r"\b(?:address(?:es)?(?: of| is| was| at|:)?|(?:lives?|lived|living|resid(?:es|ed|ing)|"
    r"resident|stay(?:ing|ed|s)?|moved?|moving|tenancy|tenant|tenanted|flat|home|house|property|"
    r"visit(?:ed)?|late|formerly|rehoused|bailed|released|returned|drove|walked|called|arrived|premises|"
    r"accommodation|bungalow|maisonette|neighbours?|arrested|found|seen|attended|incident|"
    r"disturbance|burglary|fire)"
    r"(?: (?:back|out|with \w+|together|alone|again|her|his|their))? (?:in|at|to|of|on|from))\s+$",
    re.IGNORECASE,
)
_SURNAMES_TOO = frozenset(
    "hill green mead meadow meadows croft mount vale holt garth lea lees reach walk way cliff hey "
    "gate bank place court tower row dell rise house knoll mead orchard".split()
)
_OF_SOMEBODY = re.compile(
    r"(?<!lives )(?<!lived )(?<!living )(?<!moved )(?<!moving )(?<!address )(?<!tenancy )(?<!late )"
    r"(?<!formerly )(?<!premises )(?<!property )(?<!rehoused )(?<!bailed )"
    r"\b(?:to|of|from|with|by)\s+$",
    re.IGNORECASE,
)
_ON_OR_OFF = re.compile(
    r"\b(?:on|off|along|down|up|into|junction (?:with|of)|corner of|(?:top|bottom|end|side) of|"
    r"in and around)\s+$",
    re.IGNORECASE,
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


def _words_of(alternatives: str) -> frozenset[str]:
    """The last words of `alternatives` as they are written and in capitals."""
    firsts = first_words(rf"(?<!\w)(?:{alternatives})(?!\w)") or frozenset()
    return frozenset(word.capitalize() for word in firsts) | frozenset(map(str.upper, firsts))


_HOUSE_CUE_WORDS = first_words(_HOUSE_CUE.pattern) or frozenset()
_STREET_WORDS = _words_of(f"{_SURE}|{_SURNAMES}|{_NUMBERED}")
_LONE_STREET_WORDS = _words_of(f"{_SURE}|{_SURNAMES}")
_CONTEXT_WORDS = _words_of(_WITH_CONTEXT)
_HOUSE_WORDS = _words_of(_HOUSES)
_FLAT_WORDS = frozenset(
    "flat apartment apt maisonette bedsit plot pitch caravan chalet lodge unit block berth mooring "
    "room".split()
)
_LOWER_WORDS = frozenset(
    "road street avenue close lane drive crescent gardens terrace grove mews way court rd".split()
)
_WELSH_WORDS = frozenset(
    "Maes Bryn Clos Llys Cae Parc Trem Cwm Pen Tan Lon Heol Ffordd Stryd Rhodfa".split()
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
        if not prepared.words.isdisjoint(_FLAT_WORDS):
            for match in _FLAT_ALONE.finditer(text):
                yield _ADDRESS, *match.span(), 0.9
            for match in _PLOT_ALONE.finditer(text):
                yield _ADDRESS, *match.span("value"), 0.75
        if not words.isdisjoint(_WELSH_WORDS):
            for match in _WELSH.finditer(text):
                yield _ADDRESS, *match.span(), 0.85
        if not words.isdisjoint(_LONE_STREET_WORDS):
            for match in _WITHOUT_NUMBER.finditer(text):
                yield from self._street(text, match)
        if not words.isdisjoint(_CONTEXT_WORDS):
            for match in _IN_CONTEXT.finditer(text):
                yield from self._street_in_context(text, match)
        if not words.isdisjoint(_HOUSE_WORDS):
            for match in _NAMED_HOUSE.finditer(text):
                yield from self._house(text, match)

    @staticmethod
    def _numbered(prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        if not prepared.capitalised.isdisjoint(_STREET_WORDS):
            for match in _WITH_NUMBER.finditer(text):
                kind = match.group("type")
                if _is_generic(match.group().split()[:-1], kind) or _is_of_safety(text, match):
                    continue
                written_out = len(kind.rstrip(".")) > 3  # "Road.", but "Rd."
                end = match.end() - (match.group()[-1] == "." and written_out)
                block = _BLOCK_IN_FRONT.search(text, max(0, match.start() - 60), match.start())
                yield _ADDRESS, block.start() if block else match.start(), end, 0.92
        if prepared.words.isdisjoint(_HOUSE_CUE_WORDS):
            return
        if not prepared.capitalised.isdisjoint(("The", "THE")):
            for match in _THE_STREET.finditer(text):
                if around(_HOUSE_CUE, text, *match.span()):
                    yield _ADDRESS, *match.span(), 0.85
        for match in _NUMBER_AND_NAMES.finditer(text):
            names = match.group().split()[1:]
            near = _HOUSE_CUE.search(text, max(0, match.start() - 14), match.start())
            if near and near.end() >= match.start() - 2 and not _is_generic(names, ""):
                yield _ADDRESS, *match.span(), 0.75
        if not prepared.words.isdisjoint(_LOWER_WORDS):
            for match in _LOWER.finditer(text):
                if around(_LOWER_CUE, text, *match.span()):
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
        if _HOUSE_CUE.search(ahead) or (kind in _SURE_HOUSES and _AT_OR_OF.search(ahead)):
            yield _ADDRESS, start, match.end(), 0.75

    @staticmethod
    def _street_in_context(text: str, match: re.Match[str]) -> Iterator[Match]:
        start = match.start("names") + _front_matter(match.group("names"))
        names = text[start : match.end("names")].split()
        kind = match.group("type").lower()
        if not names or _is_generic(names, ""):
            return
        ahead = text[max(0, start - 40) : start]
        if kind in _SURNAMES_TOO and _OF_SOMEBODY.search(ahead):
            return  # "a neighbour of Jane Green"; "moved to Albion Green" is one
        if _LIVES.search(ahead):
            yield _ADDRESS, start, match.end(), 0.75
        elif (kind not in _NOT_ALONG and _ON_OR_OFF.search(ahead)) or (
            kind in _ALWAYS_STREETS and _LOCATES.search(ahead)
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
        if match.group("type").capitalize() in _SURNAMES.split("|"):
            score = 0.8 if _LOCATES.search(text, max(0, start - 30), start) else 0.5
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
