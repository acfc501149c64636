"""Public houses by their names alone: "the Red Lion", "the Weavers Arms", "the Rose and Crown".

A name counts where somebody is at it, in it, outside it or on the way: "at the White Swan". The
words are those that British inn signs are made of; compiled for this project.
"""

from __future__ import annotations

import re

_COLOUR = (
    "Red|White|Black|Blue|Green|Golden|Silver|Royal|Old|New|Flying|Running|Fighting|Jolly|Spotted|"
    "Three|Two|Five|Seven|Railway|King's|Kings|Queen's|Queens|Prince of Wales|Duke's|Ye Olde|Great|"
    "Little|Merry|Crooked|Bird in"
)
_SIGN = (
    "Lion|Horse|Hart|Swan|Bull|Bear|Boar|Dragon|Oak|Crown|Anchor|Bell|Bells|Fox|Hound|Hounds|Ship|"
    "Plough|Sun|Star|Moon|Eagle|Cross Keys|Griffin|Unicorn|Ram|Lamb|Hare|Cock|Falcon|Stag|Talbot|"
    "Ball|Fleece|Lamp|Barge|Bridge|Castle|Cottage|Cups|Fishes|Horseshoes|Tuns|Barrels|Pigeons|"
    "Mariners|Crown Inn|Post|Elm|Tree|Bush|Cat|Dog|Cow|Pig|Monk|Miller|Sailor|Gardener|Smith|Bay|"
    "Greyhound|Wheatsheaf|Raven|Peacock|Pheasant|Otter|Salmon|Hotel|Tavern"
)
_PAIR = (
    "Crown|Hounds|Horses|Duck|Gun|Castle|Anchor|Horn|Fiddle|Thistle|Garter|Compass|Ball|Feathers|"
    "Groom|Goose|Partridge|Jockey|Trumpet|Grapes|Harrow|Cushion|Whistle|Chickens|Trap|Magpie"
)
_KIND = "Arms|Head|Inn|Tavern|Rest|Vaults?|Tap|Alehouse|Brewery|Bar|Delight|Return|Retreat|Stores"
_OWN = (
    "Plough|Wheatsheaf|Greyhound|Swan|Griffin|Nag's Head|Cross Keys|George and Dragon|Coach House|"
    "Railway Tavern|Bricklayers|Volunteer|Railway|Fleece|Talbot|Unicorn|Marquis of Granby|"
    "Prince of Wales|Lord Nelson|Duke of Wellington|Duke of York|Wetherspoons|Spoons"
)
PUB = re.compile(
    r"(?<![\w'])(?i:at|in|to|outside|from|near|by|of|inside|behind|into|with|towards|o/s|past|"
    r"opposite|beside|leaving|left|off|on|via) "
    rf"(?P<name>[Tt]he (?:(?:{_COLOUR}) (?:{_SIGN})|(?:[A-Z][\w']+ (?:and|&) )(?:{_PAIR}|{_SIGN})|"
    rf"(?:[A-Z][\w']+ ){{1,3}}(?:{_KIND})|(?:{_OWN})))(?![\w'-])(?! (?:Court|Road|Street|Close|"
    r"School|House|Room|Suite|Hall|Surgery|Practice|Hospital|Hotel|Centre|Prosecution))"
)
"""The group "name" begins with "the"."""

WITH_TWO = re.compile(
    r"(?<![\w'])(?i:the) (?P<name>[A-Z][a-z]+ with (?:Two|Three|Seven) [A-Z][a-z]+)"
)
"""A sign that nothing else is called by: "the Swan with Two Necks"."""

WORDS = frozenset(re.findall("[A-Z][a-z]+", f"{_SIGN}|{_PAIR}|{_KIND}|{_OWN}")) | {
    "Vault",
    "Spoons",
}
"""One of them stands, written so, in every text that `PUB` matches."""
