"""The models, loaded once for all tests of detection."""

from __future__ import annotations

import pytest

from redactor.detection.detector import Detector
from redactor.detection.lantern import LanternRecognizer


@pytest.fixture(scope="session")
def detector() -> Detector:
    return Detector()


@pytest.fixture(scope="session")
def lantern() -> LanternRecognizer:
    return LanternRecognizer()
