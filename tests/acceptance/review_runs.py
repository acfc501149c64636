"""The whole program on the fictional reviews: nothing here is faked, models included."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from redactor import pipeline
from redactor.cli.app import app
from redactor.detection.detector import Detector
from redactor.detection.engine import Engine
from redactor.plan import Plan

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"

Redact = Callable[..., Result]


@dataclass(frozen=True, slots=True)
class ReviewRun:
    """What one run of the program on the folder of a review gave."""

    source: Path
    """The copy of the drafts that the run was given."""
    output: Path
    map: Path
    result: Result = field(repr=False)
    plan: Plan = field(repr=False)


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The models, loaded once for all tests."""
    return Engine()


@pytest.fixture(scope="session", autouse=True)
def _one_detector(engine: Engine) -> Iterator[None]:
    """The program takes the same models as the tests."""
    detector = Detector(engine)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "detector", lambda: detector)
        yield


@pytest.fixture(scope="session")
def area_a_detector(engine: Engine) -> Detector:
    """One that has read area A and nothing else, so that it is read once for all tests."""
    return Detector(engine)


@pytest.fixture
def _knowing_area_a(area_a_detector: Detector, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test that runs over area A again."""
    monkeypatch.setattr(pipeline, "detector", lambda: area_a_detector)


def run_redact(folder: Path, *args: str | Path) -> Result:
    """Run the program in this process, with `folder` as the working folder."""
    with chdir(folder):
        result = CliRunner().invoke(app, [str(arg) for arg in args])
    logging.getLogger("redactor").handlers.clear()  # --verbose leaves one, on a closed stream
    return result


@pytest.fixture
def redact(tmp_path: Path) -> Redact:
    """``redact("draft.docx", "--no-input")`` in the test's own folder."""
    return lambda *args: run_redact(tmp_path, *args)


@pytest.fixture(scope="session")
def area_a() -> Path:
    return FIXTURES / "area-a"


@pytest.fixture(scope="session")
def mapped(
    area_a: Path, area_a_detector: Detector, tmp_path_factory: pytest.TempPathFactory
) -> ReviewRun:
    """The folder of three documents with the review's finished map."""
    folder = _workplace(area_a, tmp_path_factory.mktemp("mapped"))
    shutil.copy(area_a / "pseudonym_map.yaml", folder / "map.yaml")
    return _run(area_a_detector, folder, folder / "map.yaml", "--map", "map.yaml")


@pytest.fixture(scope="session")
def unmapped(
    area_a: Path, area_a_detector: Detector, tmp_path_factory: pytest.TempPathFactory
) -> ReviewRun:
    """The same folder by somebody who has no map yet."""
    folder = _workplace(area_a, tmp_path_factory.mktemp("unmapped"))
    return _run(
        area_a_detector, folder, folder / "pseudonym_maps" / "new.yaml.age", "--review", "new"
    )


def _workplace(review: Path, folder: Path) -> Path:
    (folder / "case").mkdir()
    for path in review.glob("*.docx"):
        shutil.copy(path, folder / "case")
    return folder


def _run(detector: Detector, folder: Path, names: Path, *options: str) -> ReviewRun:
    plans: list[Plan] = []
    decide = pipeline.decide

    def recorded(*args: Any, **options: Any) -> Plan:
        plans.append(decide(*args, **options))
        return plans[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "detector", lambda: detector)
        patch.setattr(pipeline, "decide", recorded)
        result = run_redact(folder, "case", *options, "--no-input")
    assert plans, result.stderr
    return ReviewRun(folder / "case", folder / "case.redacted", names, result, plans[-1])
