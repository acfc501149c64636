"""All recognisers of ours that need no model, in one list for Presidio."""

from __future__ import annotations

from presidio_analyzer import EntityRecognizer

from redactor.detection.recognisers.addresses import AddressRecogniser
from redactor.detection.recognisers.collar_numbers import CollarNumberRecogniser
from redactor.detection.recognisers.dates import BirthDateRecogniser
from redactor.detection.recognisers.finance import FinanceRecogniser
from redactor.detection.recognisers.health import HealthRecogniser
from redactor.detection.recognisers.identifiers import StateIdRecogniser
from redactor.detection.recognisers.justice import JusticeRecogniser
from redactor.detection.recognisers.network import NetworkAddressRecogniser
from redactor.detection.recognisers.online import OnlineRecogniser
from redactor.detection.recognisers.organisations import OrganisationRecogniser
from redactor.detection.recognisers.police import PoliceRecogniser
from redactor.detection.recognisers.postcodes import PostcodeRecogniser
from redactor.detection.recognisers.public_bodies import PublicBodyRecogniser
from redactor.detection.recognisers.rules import RuleRecogniser
from redactor.detection.recognisers.social_care import SocialCareRecogniser
from redactor.detection.recognisers.telephones import PhoneRecogniser
from redactor.detection.recognisers.unclaimed import UnclaimedNumberRecogniser
from redactor.detection.recognisers.vehicles import VehicleRecogniser

IDENTIFIERS: tuple[type[RuleRecogniser], ...] = (
    HealthRecogniser,
    StateIdRecogniser,
    VehicleRecogniser,
    PostcodeRecogniser,
    AddressRecogniser,
    PhoneRecogniser,
    OnlineRecogniser,
    NetworkAddressRecogniser,
    BirthDateRecogniser,
    FinanceRecogniser,
    PoliceRecogniser,
    CollarNumberRecogniser,
    JusticeRecogniser,
    SocialCareRecogniser,
    UnclaimedNumberRecogniser,
)
NAMED_BODIES: tuple[type[RuleRecogniser], ...] = (OrganisationRecogniser, PublicBodyRecogniser)


def identifier_recognisers() -> list[EntityRecognizer]:
    """Recognisers of numbers, addresses and dates of birth."""
    return [kind() for kind in IDENTIFIERS]


def recognisers() -> list[EntityRecognizer]:
    """Those of identifiers, and those of organisations and of bodies that stay."""
    return [kind() for kind in (*IDENTIFIERS, *NAMED_BODIES)]
