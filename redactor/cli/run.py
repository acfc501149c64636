"""``redact PATH``: the main job, from a draft to a file that is safe to show."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from redactor import pipeline
from redactor.batch.delivery import Output, deliver
from redactor.batch.inputs import open_inputs
from redactor.batch.targets import (
    choose_targets,
    refuse_before_work,
    refuse_existing,
    refuse_replacing,
)
from redactor.cli.maps import ChosenMap, choose_map
from redactor.cli.report import Report, print_json, print_summary, say_what_next
from redactor.cli.terminal import can_ask, err_console, read_line, working
from redactor.errors import ExitCode, LeakFound, RedactError
from redactor.model import Finding, Severity
from redactor.pipeline import Finished, Plan
from redactor.review.prompts import ask
from redactor.review.session import start

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    path: Path
    review: str | None = None
    map_file: Path | None = None
    map_only: bool = False
    output: Path | None = None
    force: bool = False
    ask: bool = True
    json: bool = False
    show_names: bool = False
    quiet: bool = False


class ReportFailed(RedactError):
    exit_code = ExitCode.FAILED

    def __init__(self) -> None:
        super().__init__("The result was written, but its summary could not be shown.")


def run(request: Request) -> ExitCode:
    """Do what `request` asks; returns the exit code of a run that delivered."""
    inputs = open_inputs([request.path])
    chosen = choose_map(request.path, request.review, request.map_file, must_exist=request.map_only)
    targets = choose_targets(request.path, wanted=request.output)
    protected = [request.path, chosen.path, *(document.path for document in inputs.documents)]
    refuse_before_work(targets, request.path, protected, force=request.force)
    log.info("documents opened: %d", len(inputs.documents))

    with working(quiet=request.quiet) as progress:
        scan = pipeline.scan(inputs.documents, chosen.names, progress, map_only=request.map_only)
        plan = pipeline.decide(scan, chosen.names, map_only=request.map_only)
    log.info("entities found: %d; uncertain: %d", len(scan.entities), len(plan.questions))
    if plan.questions and request.ask and can_ask():
        plan = _asked(plan, chosen)
    with working(quiet=request.quiet):
        finished = pipeline.apply(plan)
        paths = targets.paths([document.name for document in finished])
        findings = _checked(finished, paths, plan)

    if not request.force:
        refuse_existing(paths)
    refuse_replacing(paths, protected)
    outputs = [Output(path, f.content) for path, f in zip(paths, finished, strict=True)]
    # A map that is finished stays as its author left it.
    deliver(outputs, lambda: None if request.map_only else chosen.save(plan.names))
    log.info("documents delivered: %d", len(outputs))
    report = Report(
        plan, tuple(finished), tuple(paths), targets.folder, inputs, findings, request.map_only
    )
    _show(report, chosen, request)
    return report.exit_code


def _asked(plan: Plan, chosen: ChosenMap) -> Plan:
    """The plan with a person's answers in it; each is saved as soon as it is given."""
    session = ask(
        start(plan), err_console(), read_line, lambda answered: chosen.save(answered.names)
    )
    return pipeline.decide(plan.scan, session.names)


def _checked(
    finished: Sequence[Finished], paths: Sequence[Path], plan: Plan
) -> tuple[Finding, ...]:
    """What the checks say of all files. Raises LeakFound when a real name is left in one."""
    findings: list[Finding] = []
    for document, path in zip(finished, paths, strict=True):
        found = pipeline.check(document, plan)
        leaks = [f"{leak.rule} at {leak.place}" for leak in found if leak.severity is Severity.LEAK]
        if leaks:
            raise LeakFound(path, leaks)
        findings.extend(found)
    return tuple(findings)


def _show(report: Report, chosen: ChosenMap, request: Request) -> None:
    """Say what was done. The result is in place already, so stopping here is no failure of it."""
    with suppress(KeyboardInterrupt):
        try:
            if request.json:
                print_json(report, show_names=request.show_names)
            elif not request.quiet:
                print_summary(report, show_names=request.show_names)
            say_what_next(report, chosen, show_names=request.show_names, quiet=request.quiet)
        except BrokenPipeError:
            raise
        except Exception as error:
            raise ReportFailed from error
