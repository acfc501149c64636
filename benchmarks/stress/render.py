"""One template in one document: its text and the spans that gold says must go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from stress.cast import Cast
from stress.fillers import fill
from stress.identifiers.kinds import KINDS
from stress.identifiers.values import Need
from stress.person import Person
from stress.places import Setting
from stress.templates import Filler, Identifier, Named, Piece, SexWord, Template

Slips = Mapping[str, tuple[tuple[str, float], ...]]

_SLIPS: Slips = {
    "first": (("nickname", 0.06), ("misspelt_first", 0.02), ("undiacritic_first", 0.12)),
    "full": (("misspelt", 0.02), ("undiacritic", 0.12)),
    "last": (("misspelt_last", 0.03), ("undiacritic_last", 0.12)),
}
"""How often a hand writes a name otherwise than the template has it."""

_DELIBERATE = ("nickname", "misspelt", "undiacritic", "bare_initials")
"""Forms of templates in which the writing of a name is the point, so that no slip belongs there."""

_SENTENCE_START = re.compile(r"(?:|[.?!]\s|.?“)\Z")
"""What the last two characters before the first word of a sentence are."""

_KEEP_CASE = ("lower", "email", "file_name")
_ARTICLE = re.compile(r"[Tt]he ")
_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


@dataclass(frozen=True, slots=True)
class Gold:
    """A stretch of one text, in code points, half-open, and what it is.

    ``type`` is an EntityType value, ``key`` the part or place in the document, empty for an
    identifier that nobody owns. ``form`` says how the name is written, or which identifier it is.
    """

    start: int
    end: int
    type: str
    key: str
    form: str


@dataclass(frozen=True, slots=True)
class World:
    """What the records of one document share.

    ``plain_quotes`` is true where the typist has straight quotation marks, ``uses_initials``
    where bare initials stand for people.
    """

    document: str
    cast: Cast
    setting: Setting
    uses_initials: bool
    plain_quotes: bool


def render(template: Template, world: World, rng: Random) -> tuple[str, tuple[Gold, ...]]:
    """The text of `template` and its gold, in the order of the text."""
    text, spans = "", []
    used: set[str] = set()
    slips: Slips = {} if _is_deliberate(template) else _SLIPS
    for piece in template.pieces:
        if isinstance(piece, Named | Identifier):
            written, after, gold = _mention(piece, world, rng, len(text), slips)
            if (
                isinstance(piece, Named)
                and gold.form not in _KEEP_CASE
                and _SENTENCE_START.match(text[-2:])
            ):
                written = written[0].upper() + written[1:]
            text += written + after
            spans.append(gold)
        else:
            text += _plain(piece, world, rng, used)
    if world.plain_quotes:
        text = text.translate(_TYPED)
    return text, tuple(spans)


def _plain(piece: Piece, world: World, rng: Random, used: set[str]) -> str:
    match piece:
        case SexWord(key, word):
            return world.cast[key].word(word)
        case Filler(name):
            return fill(name, rng, used)
        case _:
            return str(piece)


def _is_deliberate(template: Template) -> bool:
    named = [piece for piece in template.pieces if isinstance(piece, Named)]
    return any(form.startswith(_DELIBERATE) for piece in named for form in piece.forms)


def _mention(
    piece: Named | Identifier, world: World, rng: Random, start: int, slips: Slips
) -> tuple[str, str, Gold]:
    """(what is written, what follows it and is no part of it, the gold)."""
    if isinstance(piece, Identifier):
        kind = KINDS[piece.kind]
        owner = piece.owner or str(rng.random())
        need = Need(
            core=Random(f"{world.document}|{owner}|{piece.kind}"),
            shape=rng,
            person=world.cast[piece.owner or "v"],
            setting=world.setting,
        )
        written = kind.make(need)
        return written, "", Gold(start, start + len(written), kind.type, piece.owner, piece.kind)
    named = world.cast.get(piece.key) or world.setting[piece.key]
    asked = rng.choice(piece.forms)
    if isinstance(named, Person):
        if asked == "bare_initials" and not (world.uses_initials and _alone(named, world)):
            asked = "first"
        elif asked == "initials" and not _alone(named, world):
            asked = "full"
        written, form = named.form(_slip(asked, rng, slips))
        type_ = "email" if form == "email" else named.type
        after = _possessive_ending(written, rng) if form == "possessive" else ""
        return written, after, Gold(start, start + len(written), type_, piece.key, form)
    written, form = named.form(asked)
    # “the Wheatsheaf”: the article tells nothing, so that gold begins after it.
    article = _ARTICLE.match(written)
    begin = start + (article.end() if article else 0)
    return written, "", Gold(begin, start + len(written), named.type, piece.key, form)


def _alone(person: Person, world: World) -> bool:
    """True where the initials of `person` can mean nobody else in the document."""
    everybody = [other.initials for other in world.cast.values()]
    return len(person.initials) > 1 and everybody.count(person.initials) == 1


def _slip(form: str, rng: Random, slips: Slips) -> str:
    chance = rng.random()
    for slip, share in slips.get(form, ()):
        if chance < share:
            return slip
        chance -= share
    return form


def _possessive_ending(name: str, rng: Random) -> str:
    return "’" if name.endswith("s") and rng.random() < 0.5 else "’s"
