"""The documents of a split: for every origin one of each domain, and overview reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from stress.cast import choose_cast
from stress.names import ORIGINS, names_of
from stress.places import choose_setting
from stress.render import Gold, World, render
from stress.tables import Split
from stress.templates import DOMAINS, Named, Template, templates_of

OVERVIEW = "overview"
"""The domain of documents that draw on all of them; there are two of an origin and split."""

_FROM_DOMAIN, _IDENTIFIERS, _NOTES = 30, 16, 18
"""How many records a document takes from its domain and from what all domains share."""

_NUMBERS = {
    Split.DEVELOPMENT: 1,
    Split.HELD_BACK: 2,
    Split.SECOND: 3,
    Split.THIRD: 4,
    Split.FOURTH: 5,
}
"""What the names of a split's documents end with, so that no two documents have one name."""

_INITIALS_SHARE, _PLAIN_QUOTES_SHARE = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Line:
    kind: str
    text: str
    spans: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    origin: str
    domain: str
    lines: tuple[Line, ...]


def write_documents(split: Split) -> Iterator[Document]:
    number = _NUMBERS[split]
    for origin in ORIGINS:
        for domain in DOMAINS:
            yield _document(f"{domain}-{origin}-{number}", domain, origin, split)
        for overview in (2 * number - 1, 2 * number):
            yield _document(f"{OVERVIEW}-{origin}-{overview}", OVERVIEW, origin, split)


def _document(name: str, domain: str, origin: str, split: Split) -> Document:
    rng = Random(name)
    world = World(
        document=name,
        cast=choose_cast(
            names_of(origin, split),
            rng,
            family_name_first=origin == "chinese" and rng.random() < 0.5,
        ),
        setting=choose_setting(split, rng),
        uses_initials=rng.random() < _INITIALS_SHARE,
        plain_quotes=rng.random() < _PLAIN_QUOTES_SHARE,
    )
    lines = (
        Line(template.kind, *render(template, world, rng))
        for template in _templates(domain, split, world, rng)
    )
    return Document(name, origin, domain, tuple(lines))


def _templates(domain: str, split: Split, world: World, rng: Random) -> list[Template]:
    """What the document says, in order: the opening, then everything else as chance has it."""
    opening = [
        template
        for template in templates_of("opening", split)
        if world.uses_initials or "bare_initials" not in template.text
    ]
    domains = DOMAINS if domain == OVERVIEW else (domain,)
    own = [
        template
        for each in domains
        for template in templates_of(each, split)
        if _fits(template, world)
    ]
    notes = [template for template in templates_of("notes", split) if _fits(template, world)]
    rest = [
        *rng.sample(own, min(_FROM_DOMAIN, len(own))),
        *rng.sample(templates_of("identifiers", split), _IDENTIFIERS),
        *rng.sample(notes, _NOTES),
    ]
    rng.shuffle(rest)
    return opening + rest


def _fits(template: Template, world: World) -> bool:
    """False where the point of a sentence is a nickname or a spelling that this cast has not."""
    return all(
        piece.key not in world.cast or world.cast[piece.key].form(form)[1] == form.split("_")[0]
        for piece in template.pieces
        if isinstance(piece, Named) and len(piece.forms) == 1
        for form in piece.forms
        if form.startswith(("nickname", "misspelt", "undiacritic"))
    )
