"""Professions: how a text names them, and the code that their pseudonyms get (SW1, GP2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from redactor.text.fold import key
from redactor.text.matcher import PhraseIndex


@dataclass(frozen=True, slots=True)
class Role:
    """``phrase`` as written, ``code`` of the pseudonyms, ``before_name``: may stand as a title."""

    phrase: str
    code: str
    before_name: bool


@cache
def roles() -> tuple[Role, ...]:
    """All of ``data/role_words.tsv``."""
    source = files("redactor.text").joinpath("data/role_words.tsv")
    found = []
    for line in source.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase, code, use = [*line.split("\t"), "", ""][:3]
            found.append(Role(phrase, code, use == "title"))
    return tuple(found)


@cache
def role_index() -> PhraseIndex[Role]:
    """Role phrases, to be looked for in a text."""
    index: PhraseIndex[Role] = PhraseIndex()
    for role in roles():
        index.add(role.phrase, role)
    return index


@cache
def title_roles() -> frozenset[str]:
    """Folded phrases that may stand right before a name: "social worker", "hv"."""
    return frozenset(key(role.phrase) for role in roles() if role.before_name)


def code_of(phrase: str) -> str:
    """The code for a role phrase or rank, "" for none: "Social Worker" → "SW"."""
    wanted = key(phrase).rstrip(".")
    return next((role.code for role in roles() if key(role.phrase) == wanted), "")


@cache
def _titles() -> dict[str, str]:
    source = files("redactor.text").joinpath("data/role_titles.tsv")
    lines = source.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def title_of(code: str) -> str:
    """What the only holder of a role is called: "MW" → "Midwife"; "" for a rank of the police."""
    return _titles().get(code, "")
