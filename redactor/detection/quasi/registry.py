"""All recognisers of quasi-identifiers, in one list for Presidio."""

from __future__ import annotations

from presidio_analyzer import EntityRecognizer

from redactor.detection.quasi.addresses import ForeignAddressRecogniser
from redactor.detection.quasi.codes import CodeRecogniser
from redactor.detection.quasi.dates import DateRecogniser
from redactor.detection.quasi.demographics import DemographicRecogniser
from redactor.detection.quasi.labels import SpacyLabelRecogniser
from redactor.detection.quasi.laws import LawRecogniser
from redactor.detection.quasi.people import InitialsRecogniser
from redactor.detection.quasi.quantities import QuantityRecogniser


def quasi_recognisers() -> list[EntityRecognizer]:
    return [
        SpacyLabelRecogniser(),
        DateRecogniser(),
        QuantityRecogniser(),
        DemographicRecogniser(),
        CodeRecogniser(),
        ForeignAddressRecogniser(),
        InitialsRecogniser(),
        LawRecogniser(),
    ]
