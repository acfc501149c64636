"""The models, loaded once for all tests of detection."""

from __future__ import annotations

import pytest

from redactor.detection.detector import Detector
from redactor.detection.rampart import RampartRecognizer


@pytest.fixture(scope="session")
def detector() -> Detector:
    return Detector()


@pytest.fixture(scope="session")
def rampart() -> RampartRecognizer:
    return RampartRecognizer()
