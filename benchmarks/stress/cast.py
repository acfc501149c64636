"""The people of one document: a family, the people around it, and the professionals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from stress.names import Name, NameList
from stress.person import Person, undiacritic


@dataclass(frozen=True, slots=True)
class Part:
    """A part in a document. ``sex`` is empty where chance decides; the victim is a woman, because
    midwives and refuges are among the sentences.

    ``family`` names the part whose surname this one bears; ``titles`` are for a woman and a man,
    separated by a slash, or for both; ``ages`` are years in 2019, in which the reviews are set.
    """

    key: str
    type: str
    titles: str
    ages: tuple[int, int]
    sex: str = ""
    family: str = ""


PARTS = (
    Part("v", "person", "Ms", (24, 46), "f"),
    Part("p", "person", "Ms/Mr", (24, 50)),
    Part("c1", "child", "", (8, 15), family="p"),
    Part("c2", "child", "", (1, 7), family="p"),
    Part("m", "person", "Mrs/Mr", (48, 70), "f", "v"),
    Part("d", "person", "Mrs/Mr", (50, 74), "m", "v"),
    Part("s", "person", "Miss/Mr", (20, 44), "", "v"),
    Part("f", "person", "Ms/Mr", (24, 50)),
    Part("n", "person", "Mrs/Mr", (30, 80)),
    Part("x", "person", "Ms/Mr", (24, 50)),
    Part("pm", "person", "Mrs/Mr", (48, 70), "f", "p"),
    Part("gp", "professional", "Dr", (33, 60)),
    Part("sw", "professional", "Ms/Mr", (25, 58)),
    Part("po", "professional", "PC", (22, 50)),
    Part("dc", "professional", "DS", (30, 54)),
    Part("ho", "professional", "Ms/Mr", (24, 60)),
    Part("hv", "professional", "Mrs/Mr", (28, 60), "f"),
    Part("t", "professional", "Mrs/Mr", (28, 62)),
    Part("sol", "professional", "Ms/Mr", (28, 60)),
    Part("j", "professional", "HHJ", (50, 70)),
    Part("idva", "professional", "Ms/Mr", (25, 58)),
    Part("nu", "professional", "Sister/Nurse", (25, 60)),
)

ROLES = frozenset(part.key for part in PARTS)

Cast = dict[str, Person]


def choose_cast(names: NameList, rng: Random, *, family_name_first: bool = False) -> Cast:
    """A cast in which no two people share a name, but for the surnames of the two families."""
    taken: set[str] = set()
    pools = {
        sort: rng.sample(list_, len(list_))
        for sort, list_ in (("f", names.women), ("m", names.men), ("family", names.surnames))
    }
    surnames: dict[str, Name] = {}
    cast: Cast = {}
    for part in PARTS:
        sex = part.sex or _sex(part.key, rng)
        given = _untaken(pools[sex], taken)
        if names.surnames:
            family = part.family or part.key
            if family not in surnames:
                surnames[family] = _untaken(pools["family"], taken)
            surname = surnames[family]
        else:
            surname = Name("")
        own = surname.for_sex(sex)
        titles = part.titles.split("/")
        cast[part.key] = Person(
            key=part.key,
            type=part.type,
            sex=sex,
            title=titles[-1] if sex == "m" else titles[0],
            given=given,
            surname=own,
            surname_misspelt=surname.misspelt if own == surname.text else "",
            born=_born(part.ages, rng),
            family_name_first=family_name_first,
        )
    return cast


@cache
def name_parts(text: str) -> frozenset[str]:
    """The words of a name, folded: what two names must not share to be different ones."""
    words = undiacritic(text).casefold().replace("-", " ").split()
    return frozenset(word for word in words if len(word) > 1) - PARTICLES


PARTICLES = frozenset(
    "van der de da do dos das bin ben ibn al el ul ap ferch mac nic ni ua abu st".split()
)
"""Words that many names share; they tell nobody's name."""


def _sex(key: str, rng: Random) -> str:
    if key == "p":
        return "m" if rng.random() < 0.9 else "f"
    return rng.choice("fm")


def _untaken(names: Sequence[Name], taken: set[str]) -> Name:
    """The first name of which no word is in `taken` yet; its words are added."""
    for name in names:
        words = name_parts(f"{name.text} {name.feminine}")
        # The short name of one must not be another's name either.
        if not (words | name_parts(name.nickname)) & taken:
            taken |= words | name_parts(name.nickname)
            return name
    raise ValueError("this split has too few names for a cast")


def _born(ages: tuple[int, int], rng: Random) -> date:
    oldest, youngest = date(2018 - ages[1], 3, 1), date(2018 - ages[0], 12, 28)
    return oldest + timedelta(days=rng.randrange((youngest - oldest).days))
