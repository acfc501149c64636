"""``redact PATH``: the main job, from a draft to a file that is safe to show."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from redactor import pipeline
from redactor.batch.delivery import Output, deliver
from redactor.batch.inputs import open_inputs
from redactor.batch.record import Delivered, Run, digest_of
from redactor.batch.remarks import remarks_table
from redactor.batch.targets import (
    choose_targets,
    refuse_before_work,
    refuse_existing,
    refuse_replacing,
    refuse_report,
)
from redactor.cli.certificate import CheckedFile, report_files
from redactor.cli.chosen import ChosenMap
from redactor.cli.maps import choose_map, other_maps
from redactor.cli.report import Report, print_json, print_summary, say_what_next
from redactor.cli.terminal import can_ask, err_console, read_line, working
from redactor.documents.base import PUBLICATION, Policy
from redactor.errors import ExitCode, LeakFound, NotInspected, RedactError, UsageError
from redactor.model import Severity
from redactor.plan import Checked, Finished, Plan, WordChoice
from redactor.policy.schema import Policy as ReviewPolicy
from redactor.pseudonyms.faults import words_elsewhere
from redactor.review.prompts import ask
from redactor.review.session import start
from redactor.vault.places import plain_name
from redactor.vault.whole import write_whole

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
    policy: Policy = PUBLICATION
    export_comments: bool = False
    report: Path | None = None
    ask: bool = True
    json: bool = False
    show_names: bool = False
    quiet: bool = False


class MapMoved(UsageError):
    """Somebody else changed the map while the results were made with the one before."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: somebody else changed the map during the run, so the result was not "
            "delivered. What either of you saved is in the map; run redact again."
        )


class ReportFailed(RedactError):
    exit_code = ExitCode.FAILED

    def __init__(self) -> None:
        super().__init__("The result was written, but its summary could not be shown.")


def run(request: Request) -> ExitCode:
    """Do what `request` asks; returns the exit code of a run that delivered."""
    inputs = open_inputs([request.path], request.policy)
    chosen = choose_map(
        request.path,
        request.review,
        request.map_file,
        must_exist=request.map_only,
        quiet=request.quiet,
    )
    chosen.refuse_shutting_out()
    policy = chosen.policy
    choices = chosen.read_record().choices
    elsewhere = words_elsewhere(other_maps(chosen))
    targets = choose_targets(request.path, wanted=request.output)
    protected = [request.path, chosen.path, *(document.path for document in inputs.documents)]
    if request.report is not None:
        refuse_report(request.report, force=request.force)
    if request.export_comments and not request.force:
        refuse_existing([_remarks_path(chosen)])
    refuse_before_work(targets, request.path, protected, force=request.force)
    log.info("documents opened: %d", len(inputs.documents))

    with working(quiet=request.quiet) as progress:
        scan = pipeline.scan(inputs.documents, chosen.names, progress, map_only=request.map_only)
        plan = pipeline.decide(
            scan,
            chosen.names,
            map_only=request.map_only,
            policy=policy,
            choices=choices,
            elsewhere=elsewhere,
        )
    log.info("entities found: %d; uncertain: %d", len(scan.entities), len(plan.questions))
    if plan.questions and request.ask and can_ask():
        plan = _asked(plan, chosen, policy, choices, elsewhere)
    with working(quiet=request.quiet):
        finished = pipeline.apply(plan)
        paths = targets.paths([document.name for document in finished])
        checked = _checked(finished, paths, plan)

    if not request.force:
        refuse_existing(paths)
    refuse_replacing(paths, protected)
    outputs = [Output(path, f.content) for path, f in zip(paths, finished, strict=True)]
    names = [path.relative_to(targets.folder).as_posix() for path in paths]
    if request.report is not None:
        outputs += _report_files(request.report, names, finished, checked)
    done = Run(
        _from_here(request.path),
        _from_here(targets.folder if request.path.is_dir() else paths[0]),
        request.policy.keep_revisions,
        request.map_only,
    )
    deliver(outputs, lambda: _save(plan, chosen, request, done, names, finished, checked))
    log.info("documents delivered: %d", len(paths))
    report = Report(
        plan,
        tuple(finished),
        tuple(paths),
        targets.folder,
        inputs,
        tuple(finding for one in checked for finding in one.inspection.findings),
        request.map_only,
    )
    _show(report, chosen, request)
    return report.exit_code


def _from_here(path: Path) -> str:
    """`path` relative to the working folder; whole where that is impossible (another drive)."""
    with suppress(ValueError):
        return Path(os.path.relpath(path)).as_posix()
    return path.resolve().as_posix()


def _remarks_path(chosen: ChosenMap) -> Path:
    return plain_name(chosen.path).with_suffix(".comments.csv")


def _report_files(
    path: Path, names: Sequence[str], finished: Sequence[Finished], checked: Sequence[Checked]
) -> list[Output]:
    files = [
        CheckedFile(name, document.content, one.inspection, len(one.sought))
        for name, document, one in zip(names, finished, checked, strict=True)
    ]
    return report_files(path, files)


def _save(
    plan: Plan,
    chosen: ChosenMap,
    request: Request,
    done: Run,
    names: Sequence[str],
    finished: Sequence[Finished],
    checked: Sequence[Checked],
) -> None:
    """What belongs to the map: its new names, and what is as secret as it is.

    Raises MapMoved when the map says something else by now than the results were made with.
    """
    if not request.map_only:  # a map that is finished stays as its author left it
        chosen.save(plan.names)
    if not chosen.holds(plan.names):
        raise MapMoved(chosen.path)
    results = {
        name: Delivered(digest_of(document.content), frozenset(one.sought), one.allowed)
        for name, document, one in zip(names, finished, checked, strict=True)
    }
    chosen.change_record(lambda record: record.plus(results, done))
    if request.export_comments:
        write_whole(_remarks_path(chosen), remarks_table(plan.scan.documents))


def _asked(
    plan: Plan,
    chosen: ChosenMap,
    policy: ReviewPolicy,
    choices: Collection[WordChoice],
    elsewhere: frozenset[str],
) -> Plan:
    """The plan with a person's answers in it, and with what others saved meanwhile.

    Each answer is saved as soon as it is given.
    """
    ask(start(plan), err_console(), read_line, lambda answered: chosen.save(answered.names))
    return pipeline.decide(
        plan.scan, chosen.catch_up(), policy=policy, choices=choices, elsewhere=elsewhere
    )


def _checked(finished: Sequence[Finished], paths: Sequence[Path], plan: Plan) -> list[Checked]:
    """What the checks say of each file.

    Raises LeakFound when a real name is left in one, NotInspected when one cannot be read wholly.
    """
    checked = pipeline.check(finished, plan)
    for one, path in zip(checked, paths, strict=True):
        if leaks := one.inspection.of(Severity.LEAK):
            raise LeakFound(path, [f"{leak.rule} at {leak.place}" for leak in leaks])
        if unread := one.inspection.of(Severity.NOT_INSPECTED):
            raise NotInspected(path, [f"{part.place} ({part.reason})" for part in unread])
    return checked


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
