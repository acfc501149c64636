"""Which pseudonyms are names, used part by part, and which are labels, used whole."""

import pytest

from redactor.model import EntityType
from redactor.pseudonyms.style import is_name_like

PERSON, CHILD, PROFESSIONAL = EntityType.PERSON, EntityType.CHILD, EntityType.PROFESSIONAL


@pytest.mark.parametrize(
    ("pseudonym", "type"),
    [
        ("Connie Smith", PERSON),
        ("Connie", PERSON),
        ("Connie S.", PERSON),
        ("C. Smith", PERSON),
        ("Rose Smith", PERSON),
        ("Anne-Marie van der Berg", PERSON),
        ("Siobh\u00e1n O\u2019Hara", PERSON),
        ("Mr Barlow", PERSON),
        ("Dr Patel", PROFESSIONAL),
        ("Nurse Patel", PROFESSIONAL),
        ("Auntie Jean", PERSON),
        ("Rose", CHILD),
        ("de Souza", PERSON),
    ],
)
def test_a_name(pseudonym, type):
    assert is_name_like(pseudonym, type)


@pytest.mark.parametrize(
    ("pseudonym", "type"),
    [
        ("Child B", CHILD),
        ("Child", CHILD),
        ("Adult A", PERSON),
        ("Ms A", PERSON),
        ("Mr X", PERSON),
        ("X", PERSON),
        ("Sibling C", PERSON),
        ("Resident D", PERSON),
        ("GP1", PROFESSIONAL),
        ("HV2", PROFESSIONAL),
        ("Psychiatrist 1", PROFESSIONAL),
        ("IDVA", PROFESSIONAL),
        ("the Midwife", PROFESSIONAL),
        ("The Practitioner", PROFESSIONAL),
        ("the Housing Officer", PROFESSIONAL),
        ("Housing Officer", PROFESSIONAL),
        ("Independent Chair", PROFESSIONAL),
        ("Mother", PERSON),
        ("Nan", PERSON),
        ("Ex-partner", PERSON),
        ("Connie\u2019s mother", PERSON),
        ("Witness 3", PERSON),
        ("[a friend]", PERSON),
        ("[REDACTED]", PERSON),
        ("Area A", EntityType.PLACE),
        ("Rose Green", EntityType.PLACE),
        ("Smith Trust", EntityType.ORGANISATION),
    ],
)
def test_a_label(pseudonym, type):
    assert not is_name_like(pseudonym, type)
