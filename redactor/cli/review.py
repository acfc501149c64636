"""``redact review PATH``: the open questions again, and the map and its record with the answers."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from redactor import pipeline
from redactor.batch.inputs import open_inputs
from redactor.cli.chosen import ChosenMap
from redactor.cli.maps import choose_map, other_maps
from redactor.cli.terminal import can_ask, err_console, read_line, say, working
from redactor.documents.base import Policy
from redactor.errors import UsageError
from redactor.plan import Plan, WordChoice
from redactor.pseudonyms.faults import words_elsewhere
from redactor.review.prompts import ask
from redactor.review.session import start
from redactor.review.words import ask_words


def review(path: Path, review_name: str | None, map_file: Path | None, policy: Policy) -> None:
    """Put what is open in `path` to the person at the terminal. Raises UsageError without one."""
    if not can_ask():
        raise UsageError("redact review asks questions, and this is no terminal.")
    inputs = open_inputs([path], policy)
    chosen = choose_map(path, review_name, map_file)
    chosen.refuse_shutting_out()
    choices = chosen.read_record().choices
    naming = chosen.policy
    elsewhere = words_elsewhere(other_maps(chosen))
    with working(quiet=False) as progress:
        scan = pipeline.scan(inputs.documents, chosen.names, progress)
        plan = pipeline.decide(
            scan, chosen.names, policy=naming, choices=choices, elsewhere=elsewhere
        )
    for refusal in inputs.refusals:
        say(refusal.sentence(names=True))
    if not plan.questions and not plan.words:
        say("Nothing is open: the map answers everything.")
        return
    stopped = False
    decided = 0
    if plan.questions:
        session = ask(
            start(plan), err_console(), read_line, lambda answered: chosen.save(answered.names)
        )
        stopped, decided = session.stopped, session.decided
    if decided:  # with the answers it may be known who is a child
        plan = pipeline.decide(
            scan, chosen.catch_up(), policy=naming, choices=choices, elsewhere=elsewhere
        )
    if plan.words and not stopped:
        decided += _ask_words(plan, chosen)
    if decided:
        say(f"Saved in {chosen.path}. Run redact again with this map to write the document.")


def _ask_words(plan: Plan, chosen: ChosenMap) -> int:
    """Put the plan's neutral words; what is decided goes into the record. Returns how many were."""

    def keep(choices: Collection[WordChoice]) -> None:
        if chosen.stored is None:  # what lies beside a map needs one
            chosen.save(chosen.names)
        chosen.change_record(lambda record: record.with_choices(choices))

    return len(ask_words(plan.words, err_console(), read_line, keep))
