"""``redact check FILE…``: does a finished file still hold a known name?"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.table import Table
from rich.text import Text

from redactor.batch.delivery import deliver
from redactor.batch.record import Record
from redactor.batch.targets import refuse_report
from redactor.checks.inspection import Inspection, inspect_package
from redactor.checks.matching import count
from redactor.checks.sought import Manner
from redactor.cli.certificate import CheckedFile, as_json, exit_code, report_files, verdict
from redactor.cli.maps import choose_map
from redactor.cli.terminal import out_console, say, working
from redactor.documents.discover import OUTPUT_MARK
from redactor.documents.open import SUPPORTED_SUFFIXES
from redactor.errors import ExitCode, InputRefused, UsageError
from redactor.model import Finding, Severity
from redactor.proof import sought_names
from redactor.pseudonyms.files import review_name
from redactor.pseudonyms.schema import PseudonymMap
from redactor.text.fold import key

_NO_PACKAGE = "is no Word document, or damaged"
_NAMED = "its own name holds a real name"


def check(
    paths: Sequence[Path],
    review: str | None,
    map_file: Path | None,
    report: Path | None,
    *,
    json_wanted: bool,
    force: bool,
    quiet: bool,
) -> ExitCode:
    """Search the files at `paths` for everything that the review's map and record name.

    Raises UsageError without a map or a file, InputRefused for a file that cannot be opened.
    """
    files = list(_files(paths))
    if review is None and map_file is None:
        review = review_name(paths[0]).removesuffix(OUTPUT_MARK.replace(".", "-"))
    chosen = choose_map(paths[0], review, map_file, must_exist=True, quiet=quiet)
    if report is not None:
        refuse_report(report, force=force)
    record = chosen.read_record()
    with working(quiet=quiet):
        checked = [
            _checked(path, number, chosen.names, record, alone=len(files) == 1)
            for number, path in enumerate(files, start=1)
        ]
    if report is not None:
        deliver(report_files(report, checked), lambda: None)
    if json_wanted:
        print(json.dumps(as_json(checked), indent=2))
    elif not quiet:
        _show(checked)
    code = exit_code(checked)
    if not quiet:
        say(verdict(code))
    return code


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder.")
        if not path.is_dir():
            yield path
            continue
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUPPORTED_SUFFIXES)
        if not found:
            raise UsageError(f"{path}: there is no Word document in this folder.")
        yield from (file for file in found if file.is_file())


def _checked(
    path: Path, number: int, names: PseudonymMap, record: Record, *, alone: bool
) -> CheckedFile:
    """One file; where its own name tells, it is called by its number.

    One that is no package is not inspected. Raises InputRefused for it when it is `alone`.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        problem = error.strerror or "the system gave no reason"
        raise InputRefused(path, f"cannot be read ({problem}); it was not inspected.") from None
    kept = names.kept_keys
    sought = {one for one in record.sought(path.name, content) if key(one.text) not in kept}
    sought.update(sought_names(names))
    named = count(sought, path.stem, Manner.TITLE)
    name = f"file {number}{path.suffix}" if named else path.name
    try:
        inspection = inspect_package(content, sought, record.allowed(path.name, content), name)
    except zipfile.BadZipFile:
        if alone:
            raise InputRefused(path, f"{_NO_PACKAGE}; it was not inspected.") from None
        finding = Finding("not-inspected", Severity.NOT_INSPECTED, name, reason=_NO_PACKAGE)
        inspection = Inspection((), (finding,))
    if named:
        finding = Finding("file-name", Severity.LEAK, name, reason=_NAMED)
        inspection = replace(inspection, findings=(finding, *inspection.findings))
    return CheckedFile(name, content, inspection, len(sought))


def _show(checked: Sequence[CheckedFile]) -> None:
    console = out_console()
    table = Table("File", title="Inspected", title_justify="left")
    for heading in ("Looked for", "Parts", "Bytes", "Leaks", "Not inspected", "Pictures"):
        table.add_column(heading, justify="right")
    for one in checked:
        inspection = one.inspection
        counts = [
            one.sought,
            len(inspection.inspected),
            sum(part.size for part in inspection.inspected),
            *(len(inspection.of(severity)) for severity in Severity),
        ]
        table.add_row(Text(one.name), *(f"{count:,}" for count in counts))
    console.print(table)
    for one in checked:
        for finding in one.inspection.findings:
            if finding.severity is not Severity.NOTE:
                excerpt = f" {finding.excerpt}" if finding.excerpt else ""
                line = f"{finding.severity}:{excerpt} at {finding.place} ({finding.reason})"
                console.print(Text(line))
