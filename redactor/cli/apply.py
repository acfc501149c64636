"""``redact apply --all``: every output of a review again, from its source and today's map."""

from __future__ import annotations

from pathlib import Path

from redactor.batch.record import Run
from redactor.cli import run as work
from redactor.cli.maps import choose_map
from redactor.cli.terminal import say
from redactor.documents.base import Policy
from redactor.errors import ExitCode, RedactError, UsageError

_GRAVITY = (
    ExitCode.OK,
    ExitCode.UNDECIDED,
    ExitCode.USAGE,
    ExitCode.FAILED,
    ExitCode.REFUSED,
    ExitCode.LEAK,
)


def apply(
    outputs: list[Path], review: str | None, map_file: Path | None, *, everything: bool, quiet: bool
) -> ExitCode:
    """Do the review's runs again: all of them, or those that wrote `outputs`.

    An output whose source is gone is said and the others go on; returns the gravest exit code.
    Raises UsageError when there is nothing to do.
    """
    if everything == bool(outputs):
        raise UsageError("Give --all, or the outputs that are to be written again.")
    if review is None and map_file is None:
        raise UsageError("Which review? Give --review NAME, or --map FILE.")
    chosen = choose_map(Path(), review, map_file, must_exist=True, quiet=quiet)
    runs = _wanted(chosen.read_record().runs, outputs, everything=everything)
    codes = [_again(run, chosen.path, quiet=quiet) for run in runs]
    return max(codes, key=_GRAVITY.index)


def _wanted(runs: tuple[Run, ...], outputs: list[Path], *, everything: bool) -> list[Run]:
    if not runs:
        raise UsageError("No run of this review is on record; redact its drafts first.")
    if everything:
        return list(runs)
    by_place = {Path(run.output).resolve(): run for run in runs}
    unknown = [path for path in outputs if path.resolve() not in by_place]
    if unknown:
        raise UsageError(f"{unknown[0]}: no run of this review wrote that; nothing was written.")
    return [by_place[path.resolve()] for path in outputs]


def _again(run: Run, map_path: Path, *, quiet: bool) -> ExitCode:
    if not Path(run.source).exists():
        # Not by its own name, which nobody has typed now.
        say(f"{run.output}: its source is not there any more; it stays as it is.")
        return ExitCode.REFUSED
    request = work.Request(
        path=Path(run.source),
        map_file=map_path,
        map_only=run.map_only,
        output=Path(run.output),
        force=True,
        policy=Policy(keep_revisions=run.keep_revisions),
        ask=False,
        quiet=True,
    )
    try:
        code = work.run(request)
    except RedactError as error:
        say(str(error))
        return error.exit_code
    if not quiet:
        say(f"Written: {run.output}")
    return code
