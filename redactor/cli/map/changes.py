"""What all commands that change a map share: which one, typed names, saving and saying."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from redactor.cli.chosen import ChosenMap
from redactor.cli.maps import choose_map, other_maps
from redactor.cli.terminal import can_ask, read_line, say
from redactor.errors import UsageError
from redactor.policy.schema import Policy
from redactor.pseudonyms.differences import differences
from redactor.pseudonyms.faults import Obstacles, pseudonym_notes
from redactor.pseudonyms.lookup import quoted
from redactor.pseudonyms.schema import MapEntity, PseudonymMap


@dataclass(frozen=True, slots=True)
class Beside:
    """What a change may have to look at beside the map: the others of its folder, its policy."""

    maps: list[PseudonymMap]
    chosen: ChosenMap

    @property
    def policy(self) -> Policy:
        """How the review names things. Raises UsageError; so only what needs it asks."""
        return self.chosen.policy


Change = Callable[[PseudonymMap, Beside], PseudonymMap]
"""A map and what is beside it in, the changed map out."""

FROM_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Target:
    """The map that a command is about, as the command line names it."""

    review: str | None = None
    map_file: Path | None = None
    quiet: bool = False


def map_of(target: Target, *, silent: bool = False) -> ChosenMap:
    """The map that `target` means. Raises UsageError when there is none.

    With `silent`, nothing is said of a plain one: by the command that mends that.
    """
    return choose_map(
        Path(), target.review, target.map_file, must_exist=True, quiet=target.quiet or silent
    )


def change(target: Target, make: Change) -> PseudonymMap:
    """Change the map of `target`, save it, and say in pseudonyms what is otherwise now.

    Raises UsageError without a map, MapError for what cannot be done.
    """
    chosen = map_of(target)
    others = other_maps(chosen)
    before = chosen.names
    names = make(before, Beside(others, chosen))
    chosen.save(names)
    if not target.quiet:
        for sentence in differences(before, names) or ["nothing is otherwise now"]:
            say(f"{sentence[0].upper()}{sentence[1:]}.")
        for note in _notes(before, names, others):
            say(f"Note: {note}")
        _say_outdated(chosen, before, names)
    return names


def _say_outdated(chosen: ChosenMap, before: PseudonymMap, names: PseudonymMap) -> None:
    """That outputs were written with what the map had before."""
    runs = len(chosen.read_record().runs)
    if runs and any(entity not in names.entities for entity in before.entities):
        what = "An output was" if runs == 1 else f"The outputs of {runs} runs were"
        say(f"{what} written with the map as it was: `redact apply --all` does that anew.")


def typed(value: str, what: str) -> str:
    """`value`, or a line of stdin for "-": names on a command line stay in the shell's history.

    A person is asked for `what`. Raises UsageError when there is no line.
    """
    if value != FROM_STDIN:
        return value
    try:
        line = read_line(f"{what}: " if can_ask() else "")
    except EOFError:
        line = ""
    if not line.strip():
        raise UsageError(f"{what}: there was nothing to read for \u201c-\u201d.")
    return line


def faults_of(names: PseudonymMap, others: list[PseudonymMap]) -> list[str]:
    """What speaks against the pseudonyms that the map has."""
    obstacles = Obstacles(names, others)
    return [
        f"{quoted(entity)}: {fault}"
        for entity in names.entities
        for fault in obstacles.against(entity.pseudonym, entity.type, entity)
    ]


def notes_of(entity: MapEntity) -> Iterator[str]:
    for note in pseudonym_notes(entity.pseudonym, entity.names, entity.type):
        yield f"{quoted(entity)}: {note}"


def _notes(old: PseudonymMap, new: PseudonymMap, others: list[PseudonymMap]) -> list[str]:
    """What a change has brought about that was not so before."""
    before = frozenset(faults_of(old, others))
    after = faults_of(new, others)
    pseudonyms = {entity.pseudonym for entity in old.entities}
    fresh = [entity for entity in new.entities if entity.pseudonym not in pseudonyms]
    notes = [note for entity in fresh for note in notes_of(entity)]
    return [fault for fault in after if fault not in before] + notes
