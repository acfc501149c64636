from __future__ import annotations

from pathlib import Path

import pytest

from redactor.batch.targets import Targets


@pytest.mark.parametrize(
    ("targets", "names", "paths"),
    [
        (Targets(Path("d"), marked=True), ["draft.docx"], ["d/draft.redacted.docx"]),
        (Targets(Path("d"), marked=True), ["v1.2.docx"], ["d/v1.2.redacted.docx"]),
        (Targets(Path("d"), file="o.docx"), ["draft.docx"], ["d/o.docx"]),
        (Targets(Path("d")), ["a.docx", "x/a.docx"], ["d/a.docx", "d/x/a.docx"]),
        (
            Targets(Path("d")),
            ["a.docx", "a.docx", "A.docx"],
            ["d/a.docx", "d/a-2.docx", "d/A-3.docx"],
        ),
        (
            Targets(Path("d")),
            ["a.docx", "a-2.docx", "a.docx"],
            ["d/a.docx", "d/a-2.docx", "d/a-3.docx"],
        ),
    ],
)
def test_paths(targets: Targets, names: list[str], paths: list[str]) -> None:
    assert [path.as_posix() for path in targets.paths(names)] == paths
