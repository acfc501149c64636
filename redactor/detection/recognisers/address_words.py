"""The words before a street that are the sentence's, and those that any street or court has."""

from __future__ import annotations

import re

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
_COURTS = frozenset("crown county magistrates magistrates' family high sheriff".split())
_BANKS = frozenset(
    "lloyds barclays natwest hsbc santander halifax nationwide monzo starling tsb metro food "
    "credit co-operative yorkshire clydesdale ulster blood bottle virgin tesco savings".split()
)
_WALKS = frozenset("memory sponsored charity fun night santa welfare space cat".split())
GENERIC_STREETS = frozenset(
    "downing coronation harley fleet wall sesame quality brookside ramsay albert".split()
)


def is_of_a_body(name: str, kind: str) -> bool:
    """ "Canterbury Crown Court", "Lloyds Bank"."""
    return name.lower() in _GENERIC or (kind == "bank" and name.lower() in _BANKS)


def is_an_event(name: str, kind: str) -> bool:
    """ "Took part in Memory Walk"."""
    return kind == "walk" and name.lower() in _WALKS


def front_matter(names: str) -> int:
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


def is_generic(words: list[str], kind: str) -> bool:
    """ "12 High Court", "The Close": nothing but words that any street or court has."""
    names = [word.lower().strip(",.") for word in words if word[:1].isalpha() and len(word) > 1]
    names = [name for name in names if name not in ("no", "number", "flat")]
    if not names or (kind.capitalize() == "Court" and names[-1] in _COURTS):
        return True
    if kind.capitalize() in ("Street", "Road", "Lane", "St", "Rd", "Ln") and any(
        w[:1].isdigit() for w in words
    ):
        return False  # "14 High Street" is an address, "the High Street" is not
    return all(name in _GENERIC or name in _NOT_IN_FRONT for name in names)


def is_of_safety(text: str, match: re.Match[str]) -> bool:
    """ "2 Health Based Place of Safety" is no address."""
    return match.group("type").capitalize() == "Place" and text.startswith(" of ", match.end())
