"""Words to put in the place of names: real ones of many origins, ordinary words, invented ones.

A model that saw the names of its training texts alone would learn them by heart. Every name is
another one each time it is read, so that only its surroundings tell it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from random import Random

from redactor.detection.lexicon import OPENERS
from redactor.detection.lists import load_list
from redactor.text.name_words import usual_as_given_name, usual_as_surname
from redactor.text.words import english_words

LOCALES = (
    "ar_AA en_GB en_IE en_IN en_NG es_ES fa_IR fr_FR ga_IE hu_HU it_IT lt_LT lv_LV nl_NL pl_PL "
    "pt_BR pt_PT ro_RO sk_SK cs_CZ sq_AL sv_SE tr_TR tw_GH vi_VN yo_NG ha_NG ig_NG zu_ZA de_DE "
    "en_PK bn_BD hi_IN ta_IN zh_CN id_ID"
).split()
"""Of the package Faker; those written in other letters are passed over word by word."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u017f][A-Za-z\u00c0-\u017f'\u2019-]+\Z")
_USUAL_WORDS = 6000


@dataclass(frozen=True, slots=True)
class Names:
    """Pools by sort; ``given`` and ``surname`` are of people with names that are no words."""

    given: tuple[tuple[str, ...], ...]
    surname: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    words_given: tuple[str, ...]
    words_surname: tuple[str, ...]
    places: tuple[str, ...]
    invented: _Inventor

    def a_given(self, rng: Random) -> str:
        return self._one(rng, self.given, self.words_given)

    def a_surname(self, rng: Random) -> str:
        return self._one(rng, self.surname, self.words_surname)

    def a_word(self, rng: Random) -> str:
        return rng.choice(self.words).capitalize()

    def a_place(self, rng: Random) -> str:
        return rng.choice(self.places)

    def _one(self, rng: Random, pools: Sequence[Sequence[str]], words: Sequence[str]) -> str:
        chance = rng.random()
        if chance < 0.1:
            return rng.choice(words).capitalize()
        if chance < 0.2:
            return self.a_word(rng)
        if chance < 0.28:
            return self.invented.word(rng)
        return rng.choice(rng.choice(pools))


class _Inventor:
    """Words that sound like names: each letter follows two others as in the names it was given."""

    def __init__(self, names: Iterable[str]) -> None:
        self._next: dict[str, list[str]] = defaultdict(list)
        for name in names:
            padded = f"^^{name.lower()}$"
            for at in range(2, len(padded)):
                self._next[padded[at - 2 : at]].append(padded[at])

    def word(self, rng: Random) -> str:
        while True:
            made = "^^"
            while not made.endswith("$") and len(made) < 14:
                made += rng.choice(self._next[made[-2:]])
            word = made.strip("^$")
            if 3 < len(word) < 12 and word.isalpha():
                return word.capitalize()


def load_names(own: Iterable[tuple[Sequence[str], Sequence[str]]], corpus: Iterable[str]) -> Names:
    """Pools from `own` lists of (given names, surnames), Faker and the census; `corpus` says which
    English words are usual in reviews."""
    given: list[tuple[str, ...]] = []
    surname: list[tuple[str, ...]] = []
    for names, family in own:
        # Our own lists name origins that Faker lacks: each counts twice.
        given += [_latin(names)] * 2
        surname += [_latin(family)] * 2
    for names, family in _of_faker():
        given.append(_latin(names))
        surname.append(_latin(family))
    given.append(_census("dist.female.first", 2500) + _census("dist.male.first", 1200))
    surname += [_census("dist.all.last", 30000)] * 4
    given, surname = [g for g in given if g], [s for s in surname if s]
    usual = Counter(
        word for text in corpus for word in re.findall(r"\b[a-z]{3,}\b", text)
    ).most_common(_USUAL_WORDS)
    words = tuple(word for word, _ in usual if word not in OPENERS and word in english_words())
    return Names(
        given=tuple(given),
        surname=tuple(surname),
        words=words,
        words_given=tuple(sorted(w for w in english_words() if usual_as_given_name(w))),
        words_surname=tuple(sorted(w for w in english_words() if usual_as_surname(w))),
        places=tuple(
            sorted(load_list("british_places") | load_list("more_places") | load_list("districts"))
        ),
        invented=_Inventor(sorted({n for pool in (*given, *surname) for n in pool})),
    )


def _of_faker() -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    from importlib import import_module

    for locale in LOCALES:
        try:
            provider = import_module(f"faker.providers.person.{locale}").Provider
        except ModuleNotFoundError:
            continue
        given: set[str] = set()
        family: set[str] = set()
        for field in dir(provider):
            value = getattr(provider, field)
            if not isinstance(value, dict | list | tuple | set):
                continue
            if re.match(r"first_names?", field):
                given.update(map(str, value))
            elif re.match(r"last_names?", field):
                family.update(map(str, value))
        yield sorted(given), sorted(family)


def _census(table: str, most: int) -> tuple[str, ...]:
    lines = files("names").joinpath(table).read_text(encoding="ascii").splitlines()[:most]
    return tuple(line.split()[0].capitalize() for line in lines)


def _latin(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(n for n in names if _LATIN.match(n) and n.lower() not in OPENERS)
