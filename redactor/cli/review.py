"""``redact review PATH``: the open questions again, and the map with the answers."""

from __future__ import annotations

from pathlib import Path

from redactor import pipeline
from redactor.batch.inputs import open_inputs
from redactor.batch.record import Record, read_record, record_path, write_record
from redactor.cli.maps import ChosenMap, choose_map
from redactor.cli.terminal import can_ask, err_console, read_line, say, working
from redactor.documents.base import Policy
from redactor.errors import UsageError
from redactor.plan import Plan, Scan
from redactor.review.prompts import ask
from redactor.review.session import start
from redactor.review.words import ask_words


def review(path: Path, review_name: str | None, map_file: Path | None, policy: Policy) -> None:
    """Put what is open in `path` to the person at the terminal. Raises UsageError without one."""
    if not can_ask():
        raise UsageError("redact review asks questions, and this is no terminal.")
    inputs = open_inputs([path], policy)
    chosen = choose_map(path, review_name, map_file)
    path_of_record = record_path(chosen.path)
    record = read_record(path_of_record, chosen.keys)
    with working(quiet=False) as progress:
        scan = pipeline.scan(inputs.documents, chosen.names, progress)
        plan = _decided(scan, chosen, record)
    for refusal in inputs.refusals:
        say(refusal.sentence(names=True))
    if not plan.questions and not plan.words:
        say("Nothing is open: the map answers everything.")
        return
    decided = 0
    if plan.questions:
        session = ask(
            start(plan), err_console(), read_line, lambda answered: chosen.save(answered.names)
        )
        decided = session.decided
        if decided and not session.stopped:
            chosen.names = session.names
            plan = _decided(scan, chosen, record)
    if plan.words:
        chosen.save(chosen.names)  # what is beside a map needs one
        path_of_record = record_path(chosen.path)
        decided += len(
            ask_words(
                plan.words,
                err_console(),
                read_line,
                lambda choices: write_record(
                    path_of_record, record.with_choices(choices), chosen.lock
                ),
            )
        )
    if decided:
        say(f"Saved in {chosen.path}. Run redact again with this map to write the document.")


def _decided(scan: Scan, chosen: ChosenMap, record: Record) -> Plan:
    return pipeline.decide(scan, chosen.names, policy=chosen.policy, choices=record.choices)
