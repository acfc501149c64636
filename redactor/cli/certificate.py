"""What a check says of files, for a machine (JSON) and as a page to print, without real names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from redactor.batch.delivery import Output
from redactor.batch.record import digest_of
from redactor.checks.inspection import Inspection
from redactor.errors import ExitCode
from redactor.model import Severity

SCHEMA = 1
_TEMPLATE = "certificate.html.j2"
_VERDICTS = {
    ExitCode.OK: "No known identifier remains in the parts inspected.",
    ExitCode.REFUSED: "Not everything could be inspected; nothing can be said of the rest.",
    ExitCode.LEAK: "A known identifier was found. Do not publish this.",
}
_STATES = {ExitCode.OK: "ok", ExitCode.REFUSED: "not-inspected", ExitCode.LEAK: "leak"}


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file, and what the check says of it.

    ``name`` holds no real name; ``sought`` is how many names and identifiers were looked for.
    """

    name: str
    content: bytes = field(repr=False)
    inspection: Inspection
    sought: int

    @property
    def exit_code(self) -> ExitCode:
        severities = {finding.severity for finding in self.inspection.findings}
        if Severity.LEAK in severities:
            return ExitCode.LEAK
        return ExitCode.REFUSED if Severity.NOT_INSPECTED in severities else ExitCode.OK


def exit_code(checked: Sequence[CheckedFile]) -> ExitCode:
    """A leak before what could not be inspected, and that before all well."""
    codes = {one.exit_code for one in checked}
    for code in (ExitCode.LEAK, ExitCode.REFUSED):
        if code in codes:
            return code
    return ExitCode.OK


def verdict(code: ExitCode) -> str:
    """The sentence that a check ends with."""
    return _VERDICTS[code]


def as_json(checked: Sequence[CheckedFile]) -> dict[str, Any]:
    code = exit_code(checked)
    return {
        "schema": SCHEMA,
        "command": "check",
        "version": version("redactor"),
        "exit_code": int(code),
        "verdict": _VERDICTS[code],
        "files": [_file(one) for one in checked],
    }


def report_files(path: Path, checked: Sequence[CheckedFile]) -> list[Output]:
    """The JSON report at `path` and the certificate beside it, ready to be delivered."""
    report = as_json(checked)
    return [
        Output(path, (json.dumps(report, indent=2) + "\n").encode()),
        Output(path.with_suffix(".html"), _page(checked, report).encode()),
    ]


def _file(one: CheckedFile) -> dict[str, Any]:
    return {
        "name": one.name,
        "sha256": digest_of(one.content),
        "bytes": len(one.content),
        "sought": one.sought,
        "exit_code": int(one.exit_code),
        "verdict": _VERDICTS[one.exit_code],
        "inspected": [
            {"part": part.name, "read_as": part.read_as, "bytes": part.size}
            for part in one.inspection.inspected
        ],
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "place": finding.place,
                "reason": finding.reason,
            }
            for finding in one.inspection.findings
        ],
    }


def _page(checked: Sequence[CheckedFile], report: dict[str, Any]) -> str:
    from jinja2 import Environment, StrictUndefined

    source = (files("redactor.cli") / _TEMPLATE).read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.from_string(source).render(
        version=report["version"],
        verdict=report["verdict"],
        state=_STATES[exit_code(checked)],
        files=[
            entry | {"state": _STATES[one.exit_code], "inspected": _by_kind(one.inspection)}
            for one, entry in zip(checked, report["files"], strict=True)
        ],
    )


def _by_kind(inspection: Inspection) -> list[dict[str, Any]]:
    parts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for part in inspection.inspected:
        parts[part.read_as] += 1
        sizes[part.read_as] += part.size
    return [{"how": how, "parts": parts[how], "bytes": f"{sizes[how]:,}"} for how in sorted(parts)]
