"""``redact review PATH``: the open questions again, and the map with the answers."""

from __future__ import annotations

from pathlib import Path

from redactor import pipeline
from redactor.batch.inputs import open_inputs
from redactor.cli.maps import choose_map
from redactor.cli.terminal import can_ask, err_console, read_line, say, working
from redactor.documents.base import Policy
from redactor.errors import UsageError
from redactor.review.prompts import ask
from redactor.review.session import start


def review(path: Path, review_name: str | None, map_file: Path | None, policy: Policy) -> None:
    """Put what is open in `path` to the person at the terminal. Raises UsageError without one."""
    if not can_ask():
        raise UsageError("redact review asks questions, and this is no terminal.")
    inputs = open_inputs([path], policy)
    chosen = choose_map(path, review_name, map_file)
    with working(quiet=False) as progress:
        scan = pipeline.scan(inputs.documents, chosen.names, progress)
        plan = pipeline.decide(scan, chosen.names, policy=chosen.policy)
    for refusal in inputs.refusals:
        say(str(refusal.error))
    if not plan.questions:
        say("Nothing is open: the map answers everything.")
        return
    session = ask(
        start(plan), err_console(), read_line, lambda answered: chosen.save(answered.names)
    )
    if session.decided:
        say(f"Saved in {chosen.path}. Run redact again with this map to write the document.")
