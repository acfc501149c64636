"""What stands before and behind the street of an address, and streets in one word ("Kirkgate").

A house or a town hall may come first ("The Smiddy, Kirk Wynd"), a town that is plainly one last;
other towns are mentions of their own, which the detector joins to their street.
"""

from __future__ import annotations

import re

from redactor.detection.recognisers.address_shapes import BLOCK_IN_FRONT, FLAT, NUMBER
from redactor.detection.recognisers.dates import DATE

# "agrees not to attend Marlowe School or Quarry Bank".
ONE_OF_TWO = re.compile(r"\battend(?:s|ed|ing)? [^.;\n]{3,60} or $")
ALONE_AT = re.compile(r"(?<!\w)at\s+$", re.IGNORECASE)
# A line of an address: "Chy Lowen, The Green".
HOUSE_ON_THE_GREEN = re.compile(
    r"(?m)(?:^|(?<=: ))(?P<value>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}, The (?:Green|Square|Close|"
    r"Crescent|Lane|Terrace|Avenue|Mount|Drive|Street|Row|Hill|Grove|Quay)(?=,|$))"
)
# "or Glen Cottage, The Links, Seaham": a cottage or a farm anywhere in a sentence.
HOUSE_ON_THE_LINKS = re.compile(
    r"(?<![\w'-])(?:[A-Z][\w'-]+ ){1,2}(?:Cottage|Farm|Farmhouse|Barn|Bungalow|Villa), "
    r"The [A-Z][\w'-]+(?=[.,;:?!)]|$)"
)
# Old Norse "gata": streets of the northern and eastern towns and of Scotland.
GATES = frozenset(
    "Appletongate Bailgate Bargate Barkergate Baxtergate Bondgate Boroughgate Briggate Canongate "
    "Cartergate Castlegate Churchgate Colliergate Coppergate Cowgate Danesgate Deansgate Eastgate "
    "Fishergate Flaxengate Fletchergate Flemingate Fossgate Friargate Gallowgate Gillygate "
    "Goodramgate Hallgate Highgate Hungate Kirkgate Lowgate Marygate Micklegate Millgate Monkgate "
    "Murraygate Nessgate Nethergate Northgate Overgate Petergate Priestgate Saltergate Sandgate "
    "Sandygate Seagate Skeldergate Southgate Spurriergate Standishgate Stonegate Stricklandgate "
    "Swinegate Trongate Wallgate Walmgate Watergate Wellgate Westgate Wheelergate "
    "Whitefriargate Broadgate".split()
)
GATE = re.compile(
    rf"(?<![\w.,/\u00a3'-])(?P<front>(?:{FLAT},? )?{NUMBER},? )?"
    rf"(?P<name>[A-Z][a-z]+gate)(?![\w'-])(?! (?!Post ?[Cc]ode)[A-Z])"
)
# The scene and the day, which is all that a cell or a heading says.
_DAY_AFTER = re.compile(rf", {DATE}\s*$", re.IGNORECASE)
_HOUSE_BEFORE = re.compile(
    r"(?:(?<!\w)(?:Town Hall|Civic Centre|County Hall|City Hall|Guildhall|Shire Hall|"
    r"Council Offices|Municipal Buildings)|"
    r"(?<![^\s,:(])The [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}), $"
)
# Only towns are written so: "Weston-super-Mare", "Stockton-on-Tees".
_HYPHENED_TOWN = re.compile(r", [A-Z][a-z]+(?:-[a-z]+){1,2}-[A-Z][a-z]+(?![\w-])")
_FLATS = re.compile(r" (?:flats|maisonettes|estate|tower block|high-rise|ward)(?![\w-])")
_TOWN_IN_CAPITALS = re.compile(r", [A-Z]{4,}(?: [A-Z]{3,})?(?![\w'-])")


def is_scene(text: str, start: int, end: int) -> bool:
    """True when a street and a day are the whole of `text`: "Quarry Bank, 16 March"."""
    return start == 0 and bool(_DAY_AFTER.match(text, end))


def house_before(text: str, start: int) -> int:
    """Where an address begins whose street stands at `start`: "The Smiddy, Kirk Wynd"."""
    house = _HOUSE_BEFORE.search(text, max(0, start - 50), start)
    return house.start() if house else start


def block_before(text: str, start: int) -> int:
    """The same for a street with its number, before which a block of flats may stand."""
    block = BLOCK_IN_FRONT.search(text, max(0, start - 60), start)
    return block.start() if block else house_before(text, start)


def with_flats(text: str, end: int) -> int:
    """Where a name ends whose street ends at `end`: "Martinet Court flats", "Cross Lane estate"."""
    flats = _FLATS.match(text, end)
    return flats.end() if flats else end


def with_town(text: str, start: int, end: int) -> int:
    """Where an address ends whose street ends at `end`, with a town that is plainly one."""
    in_capitals = text[start:end].isupper()
    town = _HYPHENED_TOWN.match(text, end) or (in_capitals and _TOWN_IN_CAPITALS.match(text, end))
    return town.end() if town else end
