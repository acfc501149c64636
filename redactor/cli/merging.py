"""Two people saved one map at once: the one who comes second is shown both sides, and asked."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.cli.terminal import can_ask, read_line, say
from redactor.pseudonyms.differences import differences
from redactor.pseudonyms.joining import joined
from redactor.pseudonyms.schema import PseudonymMap
from redactor.vault.store import StaleWrite

_QUESTION = "Save both together? [y]es, or Enter to stop and write nothing: "


def agree(
    stale: StaleWrite,
    *,
    base: PseudonymMap,
    mine: PseudonymMap,
    seen: PseudonymMap,
    theirs: PseudonymMap,
) -> None:
    """Return when the person at the terminal wants `mine` and `theirs` joined; raise `stale` else.

    Mine was made of `base`; `seen` is what the file held when it was last looked at.
    """
    if not can_ask():
        raise stale
    for line in _offer(base, mine, seen, theirs):
        say(line)
    try:
        answer = read_line(_QUESTION)
    except EOFError:
        answer = ""
    if answer.strip().lower()[:1] != "y":
        raise stale


def _offer(
    base: PseudonymMap, mine: PseudonymMap, seen: PseudonymMap, theirs: PseudonymMap
) -> Iterator[str]:
    """Both sides' changes and what contradicts itself in them, in pseudonyms."""
    yield "Somebody else saved the map since it was read. Theirs:"
    yield from (f"  {line}" for line in differences(seen, theirs))
    yield "Yours:"
    yield from (f"  {line}" for line in differences(base, mine))
    for conflict in joined(base, mine, theirs).conflicts:
        which = "theirs" if conflict.has_theirs else "yours"
        stays = f" ({which} would stay)" if conflict.mine != conflict.theirs else ""
        yield f"Both changed it: {conflict.sentence}{stays}"
