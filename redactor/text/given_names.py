"""Usual given names, by which two names are told from two spellings of one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from redactor.text.fold import key
from redactor.text.nicknames import all_given_names


@cache
def _sexes() -> dict[str, str]:
    source = files("redactor.text").joinpath("data/given_names.tsv")
    rows = source.read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {key(name): sex for name, sex in pairs}


def is_given_name(word: str) -> bool:
    """True for a usual given name, a short form included."""
    return key(word) in _sexes() or key(word) in all_given_names()


def sex_of_given(word: str) -> Literal["f", "m", ""]:
    """That of those who bear a usual given name; "" for a name of both, and for any other."""
    match _sexes().get(key(word)):
        case "f":
            return "f"
        case "m":
            return "m"
    return ""
