"""``redact restore REDACTED``: the real names again, for whoever holds the map."""

from __future__ import annotations

from pathlib import Path

from redactor.batch.delivery import Output, deliver
from redactor.batch.targets import refuse_existing, refuse_replacing
from redactor.cli.maps import choose_map
from redactor.cli.terminal import say, working
from redactor.documents.base import Policy
from redactor.documents.open import open_document
from redactor.errors import ExitCode, UsageError
from redactor.restoring import restore as restored


def restore(
    path: Path, review: str | None, map_file: Path | None, output: Path, *, force: bool, quiet: bool
) -> ExitCode:
    """Write `path` with its real names to `output`, for one user alone.

    Raises UsageError for a place that is taken, and without a map, InputRefused for what cannot
    be read.
    """
    if output.suffix.lower() != path.suffix.lower():
        raise UsageError(f"{output}: the name must end in {path.suffix}, as the input's.")
    chosen = choose_map(path, review, map_file, must_exist=True, quiet=quiet)
    refuse_replacing([output], [path, chosen.path])
    if not force:
        refuse_existing([output])
    document = open_document(path, policy=Policy(keep_revisions=True))
    with working(quiet=quiet):
        done = restored(document, chosen.names)
    deliver([Output(output, done.content, private=True)], lambda: None)
    if not quiet:
        say(f"Written: {output}. It holds real names: keep it as secret as the map.")
        say(f"{done.restored} places have their real names again.")
        if done.left:
            say(f"{done.left} places stay: several people could be meant there.")
        say(
            "Dates, ages and words that were made vague or neutral stay as published, and so do "
            f"removed identifiers ({done.removed}): the map does not hold them."
        )
    return ExitCode.OK
