"""What a place is, and the three shapes that most places are planted in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from canary_names import Canary
from canary_package import Draft

Plant = Callable[[Draft, Canary], None]
Xml = Callable[[Canary], str]

EVERYTHING = "everything.docx"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere that a name can stand in a Word package.

    ``stays`` is true for text that people read: it must still be there with another name in it;
    of all other places only the name has to be gone. ``form`` says how the name is formed
    (canary_names), ``only`` that just the "given" name or the "surname" stands there.
    """

    id: str
    what: str
    plant: Plant
    package: str = EVERYTHING
    stays: bool = False
    form: str = ""
    only: str = ""

    def words(self, canary: Canary) -> tuple[str, ...]:
        """The words of `canary` that stand there, and must not be left."""
        if self.only == "given":
            return (canary.given,)
        return canary.words[1:] if self.only else canary.words


def said(identity: str, what: str, inline: Xml, form: str = "", only: str = "") -> Place:
    """A paragraph of the body that people read, `inline` in the place of the name."""
    return Place(
        identity,
        what,
        lambda draft, canary: draft.say(canary, inline(canary)),
        stays=True,
        form=form,
        only=only,
    )


def inline(identity: str, what: str, xml: Xml, package: str = EVERYTHING) -> Place:
    """Something within a paragraph of the body that nobody has to read afterwards."""
    return Place(
        identity, what, lambda draft, canary: draft.say(canary, xml(canary)), package=package
    )


def block(identity: str, what: str, xml: Xml, package: str = EVERYTHING) -> Place:
    """Whole blocks of the body that nobody has to read afterwards."""
    return Place(identity, what, lambda draft, canary: draft.body(xml(canary)), package=package)


def shown(identity: str, what: str, xml: Xml) -> Place:
    """Whole blocks of the body that people read; they hold the canary's row themselves."""
    return Place(identity, what, lambda draft, canary: draft.body(xml(canary)), stays=True)


def within(identity: str, what: str, part: str, xml: Xml, parent: str = "") -> Place:
    """Something in another part: `xml` is added to its root, or to its element `parent`."""

    def plant(draft: Draft, canary: Canary) -> None:
        draft.append(part, xml(canary), parent)

    return Place(identity, what, plant)
