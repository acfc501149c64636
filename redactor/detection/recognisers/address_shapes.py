"""The words that addresses are made of, and the shapes that they make.

Each set of words ("STREET_WORDS") tells, at the cost of a look-up, whether a text can hold the
shape beside it. The words for streets are those of the Royal Mail's and Ordnance Survey's
gazetteers, with the northern, Welsh and Scottish ones.
"""

from __future__ import annotations

import re

from redactor.detection.recognisers.dates import MONTH
from redactor.detection.recognisers.hints import figures, hint
from redactor.detection.recognisers.rules import cues
from redactor.detection.recognisers.triggers import first_words

# Words that mean a street and hardly a surname; those that do both; those that need a number.
_SURE = (
    "Road|Street|Avenue|Crescent|Gardens|Terrace|Mews|Drive|Rd|Ave|Av|Cres|Gdns|Boulevard|"
    "Esplanade|Promenade"
)
SURNAMES = "Lane|Close|Grove|Ln"
_NUMBERED = (
    "Court|Place|Way|Square|Hill|Walk|Rise|View|Row|Green|Park|Parade|Chase|Croft|Field|Fields|"
    "Gate|Heights|House|Meadow|Meadows|Mead|Mount|Path|Quay|Reach|Ridge|Vale|Villas|Wharf|Yard|"
    "Wynd|Cottages|Fold|Brow|Nook|Clough|Royd|Bottom|Crossing|Approach|Circus|Common|Corner|Dene|"
    "Dell|End|Garth|Glade|Glebe|Hollow|Knoll|Lea|Leas|Lees|Orchard|Passage|Side|Spinney|Wood|Woods|"
    "Brae|Loan|Cliff|Bank|Bridge|Broadway|Buildings|Causeway|Drove|Hey|Holt|Link|Loke|Pastures|"
    "Paddock|Pightle|Rigg|Shaw|Slope|Stead|Steading|Steps|Street East|Strand|Top|Ginnel|Snicket|"
    "Vennel|Close North|St|Dr|Cl|Pl|Sq|Crt|Ct|Wlk|Pde|Tce|Ter|Terr|Bk|Bnk|Rw|Yd|Gdn|"
    "Ladder|Backs"
)
# Without a number these are streets where somebody lives, or "on" and "off" stand before.
_WITH_CONTEXT = (
    "Way|Walk|Rise|View|Row|Parade|Chase|Croft|Mead|Meadows?|Mount|Path|Reach|Ridge|Vale|Villas|"
    "Wynd|Cottages|Fold|Brow|Nook|Clough|Royd|Approach|Dene|Dell|Garth|Glade|Glebe|Hollow|Knoll|"
    "Leas?|Lees|Orchard|Spinney|Brae|Loan|Broadway|Causeway|Drove|Hey|Holt|Paddock|Square|Place|"
    "Hill|Green|Bank|Gate|Heights|Court|House|Tower|Buildings|Mansions|Cliff|Yard|Passage|Backs|"
    "Alley|Chare|Gait|Ghyll|Pend|Twitten|Ladder|Steps|Ginnel|Snicket|Vennel|Wharf|Quay|Parade"
)
# Of those, the ones that hardly mean anything else after "in", "at" or "from" either.
ALWAYS_STREETS = frozenset(
    "approach row fold rise brow nook clough garth wynd glebe spinney brae loan cottages dell "
    "knoll leas drove mead walk chase yard passage backs ladder ginnel snicket vennel "
    "alley chare gait ghyll pend twitten".split()
)
NOT_ALONG = frozenset("house court gate hill green".split())
_BLOCKS = (
    "House|Court|Towers?|Point|Heights|Lodge|Mansions|Buildings?|Apartments|Place|Hall|Cottages?|"
    "Mill|Wharf|Villas?|(?:Caravan|Holiday|Mobile Home|Leisure|Residential|Business|Retail) Park|"
    "Caravan Site|Marina|(?:Industrial|Trading) Est(?:ate|[.])|Estate|Park"
)
_HOUSES = (
    "Cottages?|House|Lodge|Farm|Farmhouse|Barn|Villas?|Manor|Mill|Bungalow|Tower|Heights|Mansions|"
    "Grange|Hall|Croft|Rectory|Vicarage|Stables|Gatehouse|Chalet|Annexe|Forge|Nook|Dene|Court|"
    "Fm|Steading|Smallholding|Caravan Park|Caravan Site|Holiday Park"
)
# A house by its name alone, after "at" or "of": nothing else ends so.
SURE_HOUSES = frozenset("cottage cottages farm fm farmhouse bungalow rectory vicarage".split())


def _either_case(words: str) -> str:
    return f"(?:{words}|{words.upper()})"


_NAME = r"(?:[A-Z][\w'-]*|St\.?|of|the|de|le)"
_NAMES = rf"(?:[A-Z][a-z]{{0,2}}\.|[A-Z][\w'-]*)(?: {_NAME}){{0,3}}"
NUMBER = (
    r"(?:(?:Nos?\.?|Numbers?|numbers?|nos?\.?) ?)?(?!(?:19|20)\d\d\b)\d{1,4} ?[A-Za-z]?"
    r"(?:, \d{1,4}[A-Za-z]?(?=,| and \d| & \d)){0,3}"
    r"(?:,? ?(?:[-/\u2013&]|and|to) ?\d{1,4}[A-Za-z]?)?"
)
FLAT = (
    r"(?:(?i:Flat|Apartment|Apt\.?|Unit|Maisonette|Bedsit|Room|Plot|Caravan|Pitch|Studio|Block|"
    r"Gate|Shop|Suite|Office|Fl\.|Chalet|Lodge|Berth|Bungalow|Garage|Lock-up|Rm\.?|"
    r"Mooring) (?:No\.? )?(?:\d{1,4}(?:/\d{1,2})? ?[A-Za-z]?|[A-Z]\d{0,3})(?!\w)"
    r"|(?i:Garages|Lock-ups|Flats|Units|Rooms|Plots) \d{1,4}(?: ?(?:[-\u2013&]|to|and) ?\d{1,4})?"
    r"(?:, rear of)?"
    r"|(?:\d(?:st|nd|rd|th)|(?i:ground|first|second|third|fourth|top|basement)) [Ff]loor"
    r"(?: [Ff]lat)?"
    # Scottish stairs: "2F1", "TFL", "0/1".
    r"|(?:\d[FR]\d|[TG]F[LR12]|PF[LR12]))"
)
AT_OR_OF = re.compile(r"\b(?:at|of|to|from|near|outside|in)\s+(?:the\s+)?$", re.IGNORECASE)
_NO_BODY = (
    r"(?! (?:Surgery|Medical|Health|Clinic|Practice|Hospital|Church|Police|Primary|Infants?|"
    r"Junior|School|"
    r"Academy|Nursery|Children's|Community|Centre|Care|Dental|Pharmacy|Baptist|Methodist|"
    r"Mosque|Magistrates|Library)\b)"
)
_DIRECTION = (
    r"(?P<side> (?:North|South|East|West|NORTH|SOUTH|EAST|WEST)\b"
    r"(?! [A-Z][a-z]+ (?:Council|Police)))?"
)

_BLOCK = rf"(?:{_NAMES} {_either_case(_BLOCKS)}, )?"
BLOCK_IN_FRONT = re.compile(
    rf"(?<![\w'-])(?:{FLAT},? )?[A-Z][\w'-]*(?: {_NAME}){{0,3}} {_either_case(_BLOCKS)}, $"
)
WITH_NUMBER = re.compile(
    rf"(?<![\w.,/\u00a3-])(?<!\d )(?:{FLAT},? {_BLOCK}(?:(?:rear of |above )?{NUMBER},? )?|"
    rf"{NUMBER},? )(?:The )?"
    rf"{_NAMES} (?P<type>{_either_case(f'{_SURE}|{SURNAMES}|{_NUMBERED}')})\b(?!'){_NO_BODY}\.?"
    rf"{_DIRECTION}"
)
THE_STREET = re.compile(
    rf"(?<![\w.,/\u00a3-])(?:{FLAT},? )?{NUMBER},? (?:The|THE) [A-Z][\w'-]+(?! (?:and|was|is|"
    rf"were|has|had)\b)(?=,|\.|$| in\b| at\b)"
)
_ARTICLED = (
    "Crescent|Close|Avenue|Grove|Drive|Lane|Street|Square|Mount|Terrace|Row|Hill|Walk|Parade|Green|"
    "Paddock|Paddocks|Orchard|Glebe|Meadows|Cottages|Mews|Gardens|Ridge|Rise|Spinney|Fairway|Mall|"
    "Quay|Strand|Broadway|Promenade|Esplanade|Wynd|Croft|Chase|Dell|Shambles|Butts|Headrow"
)
ARTICLED = re.compile(
    rf"(?<![\w.,/\u00a3-])(?:(?P<front>(?:{FLAT},? )?{NUMBER},? )|(?<=[Aa]t )|(?<=to )|(?<=on )|"
    r"(?<=or )|(?<=of )|(?<=from )|(?<=near )|(?<=outside )|(?<=visited )|(?<=HV )|(?<=, ))"
    rf"The (?:{_ARTICLED})"
    r"(?: (?:North|South|East|West)(?! [A-Z]))?"
    r"(?![\w'-])(?! [A-Z])"
)
"""A street that is called by its kind, as a capital in the middle of a sentence says."""
ARTICLED_WORDS = frozenset(_ARTICLED.split("|"))
WITHOUT_NUMBER = re.compile(
    rf"(?<![\w-])(?P<names>{_NAMES}) "
    rf"(?P<type>{_either_case(f'{_SURE}|{SURNAMES}')})\b(?![\w'-]){_NO_BODY}{_DIRECTION}"
)
# Welsh streets begin with their type.
_WELSH = (
    "Maes|Bryn|Clos|Llys|Cae|Parc|Trem|Cwm|Pen|Tan|Lon|Heol|Ffordd|Stryd|Rhodfa|Rhes|Tyn|Ty'n|Gwel"
)
_WELSH_STREETS = "Lon|Heol|Ffordd|Stryd|Rhodfa|Rhes"
WELSH = re.compile(
    rf"(?<![\w.,/\u00a3-])(?:(?:(?:{FLAT},? )?{NUMBER},? )(?:{_WELSH}|{_WELSH.upper()})"
    rf"|(?:{_WELSH_STREETS}|{_WELSH_STREETS.upper()})"
    r"|(?:Maes|Clos|Llys|Cae|Trem|Tyn|Ty'n|Gwel)(?= [yY]r? |'r ))"
    r"(?:'[rR])?(?![\w'])(?: (?:[yY]r?|[^\W\d_a-z][^\W\d_]*(?:['-][^\W\d_]+)*)(?![\w'])){1,3}"
)
NUMBER_AND_NAMES = re.compile(
    rf"(?<![\w.,/\u00a3-]){NUMBER} (?!{MONTH}\b)[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){{0,2}}(?![\w'])"
)
# "c/o 63 Tyn y Coed", "left 108b Ashgrove": a number and names with no word for a street.
NUMBER_AND_ANY_NAMES = re.compile(
    rf"(?<![\w.,:/\u00a3-])(?<!\d )(?P<front>(?:{FLAT},? )?(?P<number>\d{{1,3}}[A-Da-d]?) )"
    rf"(?!{MONTH}\b)[A-Z][\w'-]+(?: (?:yr?|[A-Z][a-z'-]+)){{0,3}}(?![\w'])"
)
BEFORE_A_HOUSE = re.compile(
    r"\b(?:c/o|care of|last known(?: address)?|(?:metres|yards|miles) of|address(?: of| is| was)?|"
    r"doors? (?:to|from|of)|porch of|keys (?:to|for)):?\s*$",
    re.IGNORECASE,
)
BEFORE_A_LETTERED_HOUSE = re.compile(
    r"\b(?:to|for|at|of|left|from|outside|near|searched|opposite)\s+$", re.IGNORECASE
)
A_POSTCODE = re.compile(r",? [A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)")
ANY_NUMBER_AND_NAME = hint(r"\d ?[A-Za-z]?,? [A-Z]")
A_NUMBER_AND_THE = hint(r"\d ?[A-Za-z]?,? (?:The|THE) [A-Z]")
THE_LAST_OF_A_POSTCODE = figures(r"\d[A-Z]{2}(?!\w)")
A_LETTERED_NUMBER = figures(r"\d[A-Da-d](?!\w)")
_ROADS_IN_ONE_WORD = (
    "grove|croft|garth|mead|meadow|meadows|leas|dene|brae|gate|gates|wynd|lands|acre|acres|walk"
)
# A road in one word: "19 Ashgrove".
IN_ONE_WORD = re.compile(
    rf"(?<![\w.,:/\u00a3-])(?<!\d )(?:{FLAT},? )?"
    r"\d{1,3}(?:(?P<letter>[A-Da-d])| ?[A-Za-z]|-\d{1,3})?,? "
    rf"[A-Z][a-z]{{2,}}(?:{_ROADS_IN_ONE_WORD})"
    r"(?![\w'-])(?=\s*(?:[,.;:?!)|/]|$)|,? [A-Z]{1,2}\d| (?:when|where|and|or|in|with|by|to|was|is|"
    r"had|has|on|for|from|before|after|until|who|that)\b)"
)
BEFORE_A_ROAD = re.compile(
    r"\b(?:at|to|for|from|of|left|outside|near|opposite|in|c/o|address:?|visit(?:ed)?|search(?:ed)?)"
    r"\s+$",
    re.IGNORECASE,
)
# In a row behind the number of a property: "100031821593 | Mandela Way".
BEHIND_A_PROPERTY = re.compile(
    r"(?<!\d)10\d{10} ?[|\t] ?(?P<value>[A-Z][\w'-]+(?: [\w'-]+){0,4})(?=\s*(?:[|\t\n]|$))"
)
FLAT_ALONE = re.compile(
    rf"(?<![\w-])(?:(?i:Flat|Apartment|Apt\.?|Fl\.|Maisonette|Bedsit|Bungalow|Plot|Pitch|Chalet|"
    rf"Caravan) (?:No\.? )?"
    rf"(?:\d{{1,4}}(?:/\d{{1,2}})? ?[A-Za-z]?|[A-Z])(?![\w.-]\w)\b(?: or \d{{1,4}}(?! \w+s\b))?"
    rf"(?! of (?:the )?[a-z])"
    rf"(?:,? (?:at |on |of )?(?:the )?(?:\d{{1,4}},? )?{_NAMES} {_either_case(_BLOCKS)}"
    r"|, The [A-Z][\w'-]+(?= ?[.,;:?!)]|$| (?:where|and|in|on|with|to|was|had)\b))?"
    rf"|(?i:Lodge|Unit|Block|Berth|Mooring|Room|Rm\.?) (?:No\.? )?"
    rf"(?:\d{{1,4}} ?[A-Za-z]?|[A-Z]),? (?:at |on |of )?(?:the )?{_NAMES} "
    rf"{_either_case(_BLOCKS)}(?!\w))"
)
_WHERE_ROOMS_ARE_LET = (
    r"(?i:hostel|hotel|b&b|bed and breakfast|guest ?house|lodge|refuge|hmo|shared house|foyer|"
    r"bail house|approved premises)"
)
LET_ROOM = re.compile(
    rf"(?:\b(?:House|Lodge|Court|Hall|{_WHERE_ROOMS_ARE_LET}),? (?:in |at )?)"
    r"(?P<value>(?i:room|rm\.?) \d{1,3}[A-Za-z]?)(?!\w)"
    r"|(?<!\w)(?P<of>(?i:room|rm\.?) \d{1,3}[A-Za-z]?)"
    rf"(?=,? (?:of|at|in) (?:the|a|an|his|her|their) [^.;\n]{{0,40}}?{_WHERE_ROOMS_ARE_LET}\b"
    r"|, [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2} (?:Lodge|House|Court|Hostel|Hotel|Hall)(?!\w))"
)
# "at 1A, The Bleachery": with its letter the number counts nothing else.
LETTERED = re.compile(
    r"(?<!(?i:form|part|able|tion|ndix|nnex|dule|para|item|evel|year) )(?<![\w.,:/\u00a3-])"
    r"(?:\d{1,3}[A-Da-d]|(?<=at )\d{1,3}),? The [A-Z][\w'-]+"
    r"(?=[.,;:?!)]|$| (?:where|and|in|on|with|to|was|had)\b)"
)
# "out on the Windlestraw road".
ROAD_TO = re.compile(
    r"(?<!\w)(?:on|off|along|down|up|out|from|by) (?:the )?(?P<value>[A-Z][a-z]{3,} (?:road|lane))"
    r"(?![\w-])"
)
PLOT_ALONE = re.compile(
    r"(?:\b(?:lives?|lived|living|stay(?:s|ed|ing)?|resid\w+|moved|home|address)\b[^.;\n]{0,20} )"
    r"(?P<value>(?i:plot|pitch|caravan|chalet|berth|mooring) (?:no\.? )?\d{1,4}[A-Za-z]?)(?!\w)"
)
IN_CONTEXT = re.compile(
    rf"(?<![\w'-])(?<![Hh]/)(?P<names>(?:[A-Z][a-z]{{0,2}}\.|[A-Z][\w'-]*)(?: {_NAME}){{0,2}}) "
    rf"(?P<type>{_either_case(_WITH_CONTEXT)})\b(?![\w'-]){_NO_BODY}"
)
NAMED_HOUSE = re.compile(
    rf"(?<![\w'-])[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}} (?P<type>{_HOUSES})\b(?![\w'-]){_NO_BODY}"
    r"(?:, (?:nr|near|by)\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?"
)
HOUSE_CUE = cues(
    r"(?:home |current |last known |family |new |previous |her |his |their )?address(?:es)?(?: "
    r"of| is| was| at)?",
    r"(?:lives?|lived|living|resid(?:es|ed|ing)|staying|stayed|moved|tenancy|tenant|flat|home|"
    r"house|property|visit(?:ed)?|late|formerly) (?:in|at|to|of)",
    r"flat \w{1,4},?",
)
LOWER = re.compile(
    r"(?<![\w.,/\u00a3-])\d{1,3}[a-z]? [a-z][a-z']+(?: [a-z']+){0,2} "
    r"(?:road|street|avenue|close|lane|drive|crescent|gardens|terrace|grove|mews|way|court|rd)\b"
)
LOWER_CUE = cues(
    r"address",
    r"(?:lives?|lived|living|resid(?:es|ed|ing)|staying|stayed|moved|home|house|flat|property) "
    r"(?:at|to|is)",
)
LIVES = re.compile(
    r"\b(?:address(?:es)?(?: of| is| was| at|:)?|(?:lives?|lived|living|resid(?:es|ed|ing)|"
    r"resident|stay(?:ing|ed|s)?|moved?|moving|tenancy|tenant|tenanted|flat|home|house|property|"
    r"visit(?:ed)?|late|formerly|rehoused|bailed|released|returned|drove|walked|called|arrived|"
    r"premises|"
    r"accommodation|bungalow|maisonette|neighbours?|arrested|found|seen|attended|incident|ran|"
    r"went|waiting|shop|corner|"
    r"disturbance|burglary|fire|rang 999|calls?|letters?)"
    r"(?: (?:back|out|with \w+|together|alone|again|her|his|their))? (?:in|at|to|of|on|from)|"
    r"\bh/v\.?)\s+$",
    re.IGNORECASE,
)
SURNAMES_TOO = frozenset(
    "hill green mead meadow meadows croft mount vale holt garth lea lees reach walk way cliff hey "
    "dell".split()
)
OF_SOMEBODY = re.compile(
    r"(?<!lives )(?<!lived )(?<!living )(?<!moved )(?<!moving )(?<!address )(?<!tenancy )(?<!late )"
    r"(?<!formerly )(?<!premises )(?<!property )(?<!rehoused )(?<!bailed )(?<!walked )(?<!shop )"
    r"\b(?:to|of|from|with|by)\s+$",
    re.IGNORECASE,
)
ON_OR_OFF = re.compile(
    r"\b(?:on|off|along|down|up|into|junction (?:with|of)|corner of|(?:top|bottom|end|side) of|"
    r"in and around)\s+$",
    re.IGNORECASE,
)
LOCATES = re.compile(
    r"(?:\b(?:in|at|on|to|from|near|of|off|along|down|up|into|outside|towards|around|opposite|"
    r"onto|via|for|seen|enter|o/s|hv|h/v\.?|"
    r"through|by|between|and|junction with|corner of|address:?)\s+(?:the\s+)?|"
    r"\bc/o [^,;\n]{3,40}, |\b(?:at|to|from) (?:[A-Z][\w.-]* ){0,2}[A-Z][\w-]*['\u2019]s?, )$",
    re.IGNORECASE,
)


def _words_of(alternatives: str) -> frozenset[str]:
    """The last words of `alternatives` as they are written and in capitals."""
    firsts = first_words(rf"(?<!\w)(?:{alternatives})(?!\w)") or frozenset()
    return frozenset(word.capitalize() for word in firsts) | frozenset(map(str.upper, firsts))


HOUSE_CUE_WORDS = first_words(HOUSE_CUE.pattern) or frozenset()
STREET_WORDS = _words_of(f"{_SURE}|{SURNAMES}|{_NUMBERED}")
LONE_STREET_WORDS = _words_of(f"{_SURE}|{SURNAMES}")
CONTEXT_WORDS = _words_of(_WITH_CONTEXT)
HOUSE_WORDS = _words_of(_HOUSES)
ROADS_IN_ONE_WORD = tuple(_ROADS_IN_ONE_WORD.split("|"))
FLAT_FRONT_WORDS = first_words(rf"(?<!\w){FLAT}(?!\w)") or frozenset()
BEFORE_A_HOUSE_WORDS = first_words(rf"{BEFORE_A_HOUSE.pattern}(?!\w)") or frozenset()
FLAT_WORDS = frozenset(
    "flat apartment apt maisonette bedsit plot pitch caravan chalet lodge unit block berth mooring "
    "room rm fl bungalow".split()
)
LOWER_WORDS = frozenset(
    "road street avenue close lane drive crescent gardens terrace grove mews way court rd".split()
)
WELSH_WORDS = _words_of(_WELSH.replace("Ty'n", "Ty"))
